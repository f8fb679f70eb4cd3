/** 总览: who was appraised, grades by unit, warnings by level, and the branch against its plan and earlier quarters. */

import { gradedOf } from '../../../model/entries.ts';
import { countedByLeast, gradeCounted } from '../../../model/statements/grade.ts';
import type { Text } from '../../../model/text.ts';
import type { Block, Chart } from '../../../spreadsheet/sheet.ts';
import { correctionNote } from '../../words.ts';
import { besideNormal } from '../loan-quality.ts';
import { countOf } from '../managers.ts';
import { type BranchSheet, type BranchView, chartTitle, inPeople, inPercent, opening } from '../view.ts';
import { figures } from './figures.ts';
import { gradeKey, gradesByUnit, gradesCounted, gradesHeld } from './grades.ts';
import { levels } from './levels.ts';
import { againstBefore, measuresInTotal, planInTotal } from './totals.ts';
import { verdicts } from './verdicts.ts';

const w = {
  sheet: { zh: '总览', en: 'Overview' },
  title: { zh: '客户经理考核总览', en: 'Overview' },
  how: {
    zh: '各数均为公式：点击单元格可见其出自“等级一览”“业务明细”“计划明细”或各名单。',
    en: 'Every figure is a formula: click a cell to see which of the other sheets it comes from.',
  },
  howUngraded: {
    zh: '各数均为公式：点击单元格可见其出自哪一张表。',
    en: 'Every figure is a formula: click a cell to see which of the other sheets it comes from.',
  },
  qualified: { zh: '测算符合等级，按机构', en: 'Qualified grades by unit' },
  held: { zh: '现聘等级，按机构', en: 'Grades held by unit' },
  levels: { zh: '预警，按级别', en: 'Warnings by level' },
  plan: { zh: '计划完成，按指标合计', en: 'Plan, in total by indicator' },
  ofYear: { zh: '全年计划完成率，按指标', en: 'Completion of the year’s plan by indicator' },
  ofQuarter: { zh: '本季计划完成率，按指标', en: 'Completion of the quarter’s plan by indicator' },
  business: { zh: '业务量，按指标合计', en: 'Business, in total by measure' },
  before: { zh: '业务量，与上季、年初、上年同期相比', en: 'Business against earlier quarters' },
  sections: { zh: '各项评定结论', en: 'Verdicts, section by section' },
};

const inRules: Text = { zh: '项', en: 'rules' };

/** What no warning has come to has no place in the legend. */
const warningsChart = (view: BranchView): Chart => ({
  shape: 'stacked-bar',
  title: chartTitle(w.levels, inRules, view),
  categories: { list: 'levels', column: 'level' },
  series: [{ outcome: 'triggered', tone: 'bad' } as const, { outcome: 'review', tone: 'warn' } as const]
    .filter(({ outcome }) => view.appraisal.managers.some((each) => countOf(each, outcome) > 0))
    .map(({ outcome, tone }) => ({ values: { list: 'levels', column: outcome }, tone })),
  format: 'whole',
});

/** The completion that counts: the year's at its end. The table above it has the other as well. */
const planChart = (view: BranchView): Chart => {
  const annual = view.appraisal.stage === 'annual';
  return {
    shape: 'column',
    title: chartTitle(annual ? w.ofYear : w.ofQuarter, inPercent, view),
    categories: { list: 'plan-totals', column: 'indicator' },
    series: [{ values: { list: 'plan-totals', column: annual ? 'yearCompletion' : 'quarterCompletion' } }],
    format: 'percent',
    labels: true,
  };
};

export const overviewSheet: BranchSheet = (view) => {
  const occurring = new Set<string>(view.appraisal.managers.map((each) => gradeCounted(gradedOf(each))));
  const gradesChart: Chart = {
    shape: 'stacked-bar',
    title: chartTitle(w.qualified, inPeople, view),
    categories: { list: 'qualified-by-unit', column: 'unit' },
    series: gradesCounted(view).flatMap(({ counted }, index) =>
      occurring.has(counted)
        ? [
            {
              values: { list: 'qualified-by-unit', column: gradeKey(index) },
              ...(counted === 'unknown' ? { tone: 'open' as const } : {}),
            },
          ]
        : [],
    ),
    format: 'whole',
  };
  const { about } = view;
  const planned = about.has('targets') && view.appraisal.managers.some(({ targets }) => targets.length > 0);
  const lower = [
    ...(planned ? [planChart(view)] : []),
    ...(about.has('classification') ? [besideNormal(view)] : []),
  ];
  const upper = [
    ...(about.has('grades') ? [gradesChart] : []),
    ...(about.has('warnings') ? [warningsChart(view)].filter(({ series }) => series.length > 0) : []),
  ];
  const parts: readonly { readonly shown: boolean; readonly blocks: () => readonly Block[] }[] = [
    { shown: true, blocks: () => [figures(view)] },
    { shown: upper.length > 0, blocks: () => [{ kind: 'charts', charts: upper, rows: 13 }] },
    {
      shown: about.has('grades'),
      blocks: () => [
        { kind: 'heading', text: w.qualified },
        gradesByUnit(
          'qualified-by-unit',
          'qualified',
          (each) => gradeCounted(gradedOf(each)),
          gradesCounted(view),
          view,
        ),
        { kind: 'heading', text: w.held },
        gradesByUnit('held-by-unit', 'held', ({ manager }) => manager.grade, gradesHeld(view), view),
      ],
    },
    { shown: about.has('warnings'), blocks: () => [{ kind: 'heading', text: w.levels }, levels(view)] },
    {
      shown: about.has('sections'),
      blocks: () => [{ kind: 'heading', text: w.sections }, verdicts(view)],
    },
    {
      shown: about.has('targets'),
      blocks: () => [{ kind: 'heading', text: w.plan }, planInTotal(view)],
    },
    {
      shown: about.has('measures'),
      blocks: () => [
        ...[{ kind: 'heading', text: w.business } as const, measuresInTotal(view)],
        ...[{ kind: 'heading', text: w.before } as const, againstBefore(view)],
      ],
    },
    { shown: lower.length > 0, blocks: () => [{ kind: 'charts', charts: lower, rows: 12 }] },
  ];
  return {
    id: 'overview',
    name: w.sheet,
    kind: 'matrix',
    blocks: [
      opening(
        w.title,
        view,
        about.has('grades') ? w.how : w.howUngraded,
        ...(about.has('grades') ? countedByLeast(view.appraisal.managers.map(gradedOf)) : []),
        ...correctionNote(view.context),
      ),
      ...parts.filter(({ shown }) => shown).flatMap(({ blocks }) => blocks()),
    ],
  };
};

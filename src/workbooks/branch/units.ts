/** 机构汇总: every unit in one line, and its plan by indicator, added up over the branch's own lists. */

import type { ManagerAppraisal } from '../../model/appraisal.ts';
import { allowanceOf } from '../../model/entries.ts';
import { amountOf } from '../../model/fact.ts';
import type { CompletionLine, MeasureInForce } from '../../model/in-force.ts';
import { type Hundredths, sum } from '../../model/money.ts';
import { averageShown } from '../../model/ratio.ts';
import { averageTitled } from '../../model/statements/averaged.ts';
import type { Against } from '../../model/statements/grade.ts';
import { summed } from '../../model/statements/sums.ts';
import { figure, percentage, whole, words, yuan } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import type { Block, Chart, Formula } from '../../spreadsheet/sheet.ts';
import type { Tone } from '../../spreadsheet/style.ts';
import { completionCell } from '../completion.ts';
import { unitWord } from '../words.ts';
import { changeOf, changesIn, countOf } from './managers.ts';
import { measureHeader, measureLines } from './measures.ts';
import { mainAverage, type PlanTotal, planTotals, totalColumns } from './plan-lines.ts';
import { sumCell } from './sum-cell.ts';
import { countWhere, sumWhere, type Where } from './tally.ts';
import { type BranchSheet, type BranchView, chartTitle, inPeople, inPercent, opening } from './view.ts';

const w = {
  sheet: { zh: '机构汇总', en: 'Units' },
  title: { zh: '机构汇总', en: 'Unit by unit' },
  how: {
    zh: '均由“等级一览”“业务明细”“计划明细”按所属机构汇总；业务指标为本年口径。',
    en: 'Added up by unit over “Managers”, “Measures” and “Plan in detail”; measures are those of the year.',
  },
  howUngraded: {
    zh: '均由其他各表按所属机构汇总；业务指标为本年口径。',
    en: 'Added up by unit over the other sheets; measures are those of the year.',
  },
  appraisal: { zh: '等级与预警，按机构', en: 'Grades and warnings by unit' },
  plan: { zh: '计划完成，按机构与指标', en: 'Plan by unit and indicator' },
  average: { zh: '主要指标平均完成率', en: 'Main completion, average' },
  none: { zh: '没有下达计划', en: 'No target is set' },
};

export interface Unit {
  readonly name: string;
  readonly managers: readonly ManagerAppraisal[];
}

/** The units of the appraised managers, by name. */
export const unitsOf = ({ appraisal: { managers } }: BranchView): Unit[] =>
  [...new Set(managers.map(({ manager }) => manager.unit))].sort().map((name) => ({
    name,
    managers: managers.filter(({ manager }) => manager.unit === name),
  }));

const inUnit: Where = [['unit', { here: 'unit' }]];

export const unitColumn = <R>(of: (row: R) => string): Column<R> =>
  column('unit', { zh: '所属机构', en: 'Unit' }, { names: true, width: [16, 24] }, (row) =>
    words(of(row), { look: 'strong' }),
  );

const measureColumns = (view: BranchView): Column<Unit>[] =>
  view.appraisal.policy.measures.map((measure) =>
    column(measure.id, measureHeader(measure), { width: [11, 18], total: true }, (unit) =>
      sumCell(
        summed(yearOf(measure, unit, view)),
        (value, extra) => figure(amountOf(measure.unit, value), extra),
        {
          list: 'measures',
          column: 'year',
          where: [...inUnit, ['measure', measure.title]],
        },
      ),
    ),
  );

/** The year's figures of a unit's managers; null: not known. */
const yearOf = ({ id }: MeasureInForce, { managers }: Unit, view: BranchView): (Hundredths | null)[] =>
  managers.flatMap((each) =>
    measureLines(view, each).flatMap(({ now }) => (now.measure === id ? [now.year] : [])),
  );

/** Who lacks one of the year's figures: the sums beside it are of the others. */
const unknownManagers = (view: BranchView): Column<Unit> => {
  const lacking = ({ managers }: Unit): number =>
    managers.filter((each) => measureLines(view, each).some(({ now }) => now.year === null)).length;
  return column(
    'unknown',
    { zh: '业务量有未知的人数', en: 'Managers with unknown figures' },
    { width: [10, 14], total: true, when: (units) => units.some((unit) => lacking(unit) > 0) },
    (unit) => whole(lacking(unit)),
  );
};

/** The average over the managers of a unit whose completion is known. */
const averageFormula: Formula = [
  'SUMPRODUCT((',
  { list: 'managers', column: 'unit' },
  '=',
  { here: 'unit' },
  ')*1,',
  { list: 'managers', column: 'completion' },
  ')/SUMPRODUCT((',
  { list: 'managers', column: 'unit' },
  '=',
  { here: 'unit' },
  ')*ISNUMBER(',
  { list: 'managers', column: 'completion' },
  '))',
];

const completionColumn = ({ appraisal: { policy } }: BranchView): Column<Unit> =>
  column(
    'completion',
    averageTitled({ zh: '平均完成率', en: 'Average completion' }, policy.averaging),
    [10, 14],
    ({ managers }) => {
      const known = managers.flatMap((each) => mainAverage(each, 'quarter') ?? []);
      return known.length === 0
        ? percentage(null)
        : completionCell(policy.completionLines, averageShown(known), { formula: averageFormula });
    },
  );

const changeColumns = (view: BranchView): Column<Unit>[] =>
  changesIn(view).map(([key, mark]) =>
    column(`change-${key}`, mark.text, { total: true }, ({ managers }) =>
      whole(managers.filter((each) => changeOf(view, each) === mark).length, {
        formula: countWhere('managers', [...inUnit, ['change', { header: `change-${key}` }]]),
      }),
    ),
  );

const warningColumns: Column<Unit>[] = (
  [
    ['triggered', { zh: '预警触发', en: 'Warnings triggered' }],
    ['review', { zh: '预警待认定', en: 'Warnings for review' }],
    ['unknown', { zh: '预警无法判断', en: 'Warnings unknown' }],
  ] as const
).map(([outcome, header]) =>
  column(outcome, header, { total: true }, ({ managers }) =>
    whole(
      managers.reduce((total, each) => total + countOf(each, outcome), 0),
      { formula: sumWhere('managers', outcome, inUnit) },
    ),
  ),
);

/** Apart from each other in a chart: none qualified is worse than below. */
const changeTones: Readonly<Record<Against, Tone>> = {
  above: 'good',
  same: 'muted',
  below: 'warn',
  none: 'bad',
  unknown: 'open',
};

const columns = (view: BranchView): Column<Unit>[] => [
  unitColumn(({ name }) => name),
  column('managers', { zh: '客户经理', en: 'Managers' }, { total: true }, ({ managers }) =>
    whole(managers.length, { formula: countWhere('managers', inUnit) }),
  ),
  ...measureColumns(view),
  unknownManagers(view),
  { ...completionColumn(view), when: () => view.about.has('targets') },
  column(
    'allowance',
    { zh: '本季补贴（元）', en: 'Allowance (CNY)' },
    { when: () => view.about.has('allowance'), width: [10, 16], total: true },
    ({ managers }) =>
      yuan(sum(managers.map((each) => allowanceOf(each)?.amount ?? 0n)), {
        formula: sumWhere('managers', 'allowance', inUnit),
      }),
  ),
];

const appraisalColumns = (view: BranchView): Column<Unit>[] => [
  unitColumn(({ name }) => name),
  ...(view.about.has('grades') ? changeColumns(view) : []),
  ...(view.about.has('warnings') ? warningColumns : []),
];

interface UnitPlan {
  readonly unit: string;
  readonly total: PlanTotal;
}

const ofLine: Where = [
  ['unit', { here: 'unit' }],
  ['indicator', { here: 'indicator' }],
  ['counted', { here: 'counted' }],
];

const planColumns = (lines: readonly CompletionLine[]): Column<UnitPlan>[] => [
  unitColumn(({ unit }) => unit),
  column('indicator', { zh: '指标', en: 'Indicator' }, [12, 24], ({ total }) => words(total.title)),
  column('people', { zh: '有计划人数', en: 'With a target' }, ({ total }) =>
    whole(total.lines.length, { formula: countWhere('plan', ofLine) }),
  ),
  column('counted', { zh: '单位', en: 'Counted in' }, ({ total }) => words(unitWord(total.unit))),
  ...totalColumns<UnitPlan>('quarter', { zh: '本季', en: 'Quarter' }, ({ total }) => total, ofLine, lines),
  ...totalColumns<UnitPlan>('year', { zh: '全年', en: 'Year' }, ({ total }) => total, ofLine, lines),
];

const averageChart = (view: BranchView): Chart => ({
  shape: 'column',
  title: chartTitle(averageTitled(w.average, view.appraisal.policy.averaging), inPercent, view),
  categories: { list: 'units', column: 'unit' },
  series: [{ values: { list: 'units', column: 'completion' } }],
  format: 'percent',
  labels: true,
});

const changesChart = (view: BranchView): Chart => ({
  shape: 'stacked-bar',
  title: chartTitle(
    { zh: '符合等级与现聘比，按机构', en: 'Qualified against held, by unit' },
    inPeople,
    view,
  ),
  categories: { list: 'unit-appraisal', column: 'unit' },
  series: changesIn(view).map(([key]) => ({
    values: { list: 'unit-appraisal', column: `change-${key}` },
    tone: changeTones[key],
  })),
  format: 'whole',
});

export const unitsSheet: BranchSheet = (view) => {
  const units = unitsOf(view);
  const { about } = view;
  const [graded, warns, plans] = [about.has('grades'), about.has('warnings'), about.has('targets')];
  const charts = [...(plans ? [averageChart(view)] : []), ...(graded ? [changesChart(view)] : [])];
  const appraisal: Block[] = [
    { kind: 'heading', text: w.appraisal },
    list('unit-appraisal', appraisalColumns(view), units),
  ];
  const plan: Block[] = [
    { kind: 'heading', text: w.plan },
    list(
      'unit-plan',
      planColumns(view.appraisal.policy.completionLines),
      units.flatMap(({ name, managers }) => planTotals(managers).map((total) => ({ unit: name, total }))),
      { empty: w.none },
    ),
  ];
  return {
    id: 'units',
    name: w.sheet,
    kind: 'matrix',
    blocks: [
      opening(w.title, view, graded ? w.how : w.howUngraded),
      list('units', columns(view), units),
      ...(graded || warns ? appraisal : []),
      ...(charts.length > 0 ? [{ kind: 'charts', charts } as const] : []),
      ...(plans ? plan : []),
    ],
  };
};

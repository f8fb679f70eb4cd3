/** 趋势: the archived quarters and this one: grades, completion and the whole portfolio by every measure, with charts. */

import type { TrendPoint } from '../../model/appraisal.ts';
import type { Basis } from '../../model/measure.ts';
import type { SectionVerdict } from '../../model/section-verdict.ts';
import { averageTitled } from '../../model/statements/averaged.ts';
import { join, type Text } from '../../model/text.ts';
import { outcomeWords } from '../../model/words.ts';
import { blank, decimal, empty, inWan, wan, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { type Block, type Cell, type Chart, formula } from '../../spreadsheet/sheet.ts';
import { completionCell } from '../completion.ts';
import { hasOwnPlan } from '../subjects.ts';
import { capital, gradeTitle, qualifiedWord, quarterWords } from '../words.ts';
import { completionFormula } from './completions.ts';
import { verdictAnchor } from './scheme/verdict.ts';
import { type ManagerSheet, type ManagerView, opening, qualifiedAnchor } from './view.ts';

const w = {
  sheet: { zh: '趋势', en: 'Trend' },
  title: { zh: '趋势：已存档各季与本季', en: 'Trend: the archived quarters and this one' },
  how: {
    zh: '金额为本人全部业务，不按等级剔除客户；空白表示当时未知。',
    en: 'Amounts are the whole portfolio, no customer left out. Blank: not known then.',
  },
  year: {
    zh: '本年口径：各指标按其本身的口径，日均、本年累计或期末余额（万元，以美元计的为万美元）',
    en: 'Year to date: each measure as it is made, an average, a sum so far or a balance (in 10,000)',
  },
  quarter: {
    zh: '本季口径：各指标按其本身的口径，季日均、当季发生额或期末余额（万元，以美元计的为万美元）',
    en: 'The quarter alone: each measure as it is made, an average, an amount or a balance (in 10,000)',
  },
  alone: {
    zh: '目前只有一个季度，尚无趋势可看；存档满两个季度后，此处出现折线图。',
    en: 'One quarter makes no trend: charts appear here from the second archived quarter on.',
  },
  completion: { zh: '主要指标平均完成率', en: 'Main indicators, average completion' },
  amounts: { zh: '人民币指标（本年口径，万元）', en: 'Measures in yuan, year to date (CNY 10,000)' },
  others: { zh: '美元指标（本年口径，万美元）', en: 'Measures in US dollars, year to date (USD 10,000)' },
};

/** This quarter's figure of a measure; other sheets refer to it. */
export const trendAnchor = (measure: string, basis: Basis): string => `trend-${measure}-${basis}`;
export const completionAnchor = 'trend-completion';

const keyOf = (measure: string, basis: Basis): string => `${measure}-${basis}`;

/** The columns of the two lists: the year to date with grades and completion, and the quarters by themselves. */
function columns(view: ManagerView): Readonly<Record<Basis, Column<TrendPoint>[]>> {
  const { appraised, appraisal, ledger } = view;
  const now = appraised.trend.at(-1);
  const graded = () => view.about.has('grades');
  const hasPlanHere = hasOwnPlan(view);
  const measureColumn = (
    { measure, title, unit }: TrendPoint['measures'][number],
    basis: Basis,
  ): Column<TrendPoint> =>
    column(keyOf(measure, basis), capital(title), [12, 18], (point): Cell => {
      const value = point.measures.find((each) => each.measure === measure)?.[basis] ?? null;
      if (value === null) return point === now ? empty({ anchor: trendAnchor(measure, basis) }) : blank;
      const made =
        point === now
          ? {
              anchor: trendAnchor(measure, basis),
              formula: ledger.ofPortfolio(measure, unit, basis),
            }
          : {};
      return inWan(unit) ? wan(value, made) : decimal(value, made);
    });
  const period: Column<TrendPoint> = column(
    'period',
    { zh: '季度', en: 'Quarter' },
    { names: true, width: [16, 20] },
    (point) => words(quarterWords(point.period), { look: point === now ? 'strong' : 'body' }),
  );
  const year: Column<TrendPoint>[] = [
    period,
    column('grade', { zh: '现聘等级', en: 'Grade held' }, { width: [13, 18], when: graded }, (point) =>
      words(gradeTitle(appraisal, point.grade)),
    ),
    column(
      'qualified',
      { zh: '测算符合等级', en: 'Qualified grade' },
      { width: [13, 18], when: graded },
      (point) =>
        words(
          qualifiedWord(appraisal, point),
          point === now ? { formula: formula`${{ anchor: qualifiedAnchor }}` } : {},
        ),
    ),
    column(
      'completion',
      averageTitled({ zh: '主要指标平均完成率', en: 'Average completion' }, appraisal.policy.averaging),
      { width: [11, 14], when: () => hasPlanHere },
      (point) =>
        completionCell(
          appraisal.policy.completionLines,
          point.completion,
          point === now
            ? {
                anchor: completionAnchor,
                formula: completionFormula(view, appraised.completion.quarter),
              }
            : {},
        ),
    ),
    ...sectionColumns(view),
    ...(now?.measures ?? []).map((measure) => measureColumn(measure, 'year')),
  ];
  return {
    year,
    quarter: [period, ...(now?.measures ?? []).map((measure) => measureColumn(measure, 'quarter'))],
  };
}

/** What each section came to, quarter by quarter. */
function sectionColumns({ appraised: { trend: points }, sections }: ManagerView): Column<TrendPoint>[] {
  const keyIn = ({ policy, section }: Pick<SectionVerdict, 'policy' | 'section'>): string =>
    `${policy}-${section}`;
  const titles = new Map(
    points.flatMap(({ verdicts }) => verdicts.map((each) => [keyIn(each), each.title] as const)),
  );
  const now = new Map(
    sections.map((of) => [keyIn({ policy: of.scheme.policy.id, section: of.section.id }), of] as const),
  );
  return [...titles].map(([key, title]) =>
    column(key, title, [12, 18], (point) => {
      const found = point.verdicts.find((each) => keyIn(each) === key);
      if (found === undefined) return blank;
      const own = point === points.at(-1) ? now.get(key) : undefined;
      return words(found.verdict ?? outcomeWords[found.outcome], {
        formula: own && formula`${{ anchor: verdictAnchor(own) }}`,
      });
    }),
  );
}

/** What a line can be drawn through: known in two quarters at least, and not nothing all the time. */
const telling = (values: readonly (bigint | null)[]): boolean =>
  values.filter((value) => value !== null).length > 1 &&
  values.some((value) => value !== null && value !== 0n);

function charts({ appraised: { trend: points }, appraisal: { policy } }: ManagerView): Chart[] {
  const line = (title: Text, format: Chart['format'], series: Chart['series']): Chart => ({
    shape: 'line',
    title,
    format,
    categories: { list: 'trend', column: 'period' },
    series,
  });
  const inUnit = (unit: string): Chart['series'] =>
    (points.at(-1)?.measures ?? [])
      .filter((each) => each.unit === unit)
      .map(({ measure, title }) => ({
        measure,
        title,
        values: points.map((point) => point.measures.find((each) => each.measure === measure)?.year ?? null),
      }))
      .filter(({ values }) => telling(values))
      // Two measures that were the same all along would hide each other: deposits without any under agreement.
      .filter(
        ({ values }, at, all) => all.findIndex((other) => String(other.values) === String(values)) === at,
      )
      .map(({ measure, title }) => ({
        name: capital(title),
        values: { list: 'trend', column: keyOf(measure, 'year') },
      }));
  const completion = averageTitled(w.completion, policy.averaging);
  return [
    line(w.amounts, 'wanWhole', inUnit('CNY')),
    line(
      join([completion, { zh: '（%）', en: ' (%)' }]),
      'percentWhole',
      points.filter(({ completion }) => completion !== null).length > 1
        ? [{ name: completion, values: { list: 'trend', column: 'completion' } }]
        : [],
    ),
    line(w.others, 'wanWhole', inUnit('USD')),
  ].filter(({ series }) => series.length > 0);
}

export const trendSheet: ManagerSheet = (view) => {
  const points = view.appraised.trend;
  const shown = points.length > 1 ? charts(view) : [];
  const { year, quarter } = columns(view);
  const measured = view.about.has('measures');
  const drawing: Block[] =
    points.length === 1
      ? [{ kind: 'space' }, { kind: 'text', text: w.alone, tone: 'muted' }]
      : [shown.slice(0, 2), shown.slice(2)]
          .filter((row) => row.length > 0)
          .map((row) => ({ kind: 'charts', charts: row, rows: 13 }));
  return {
    id: 'trend',
    name: w.sheet,
    kind: 'matrix',
    blocks: [
      opening(w.title, view, ...(measured ? [w.how] : [])),
      ...(measured ? [{ kind: 'heading', text: w.year } as const] : []),
      list('trend', year, points),
      ...drawing,
      ...(measured
        ? [{ kind: 'heading', text: w.quarter } as const, list('trend-quarter', quarter, points)]
        : []),
    ],
  };
};

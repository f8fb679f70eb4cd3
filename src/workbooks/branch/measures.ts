/**
 * 业务明细: every manager's figures by the policy's measures, this quarter and those it is compared with. The rankings,
 * the totals by unit and those of the branch are formulas over this list.
 */

import type { ManagerAppraisal, TrendPoint } from '../../model/appraisal.ts';
import { type Quarter, shiftQuarter, yearOf } from '../../model/calendar.ts';
import { amountOf } from '../../model/fact.ts';
import type { MeasureInForce } from '../../model/in-force.ts';
import type { Basis } from '../../model/measure.ts';
import type { Hundredths } from '../../model/money.ts';
import { comma, join, type Text } from '../../model/text.ts';
import { blank, empty, figure, inTwoPlaces, words } from '../../spreadsheet/cells.ts';
import { type Column, column } from '../../spreadsheet/list.ts';
import { formula } from '../../spreadsheet/sheet.ts';
import { unitWord } from '../words.ts';
import { type BranchView, detailManagerColumns, listSheet } from './view.ts';

const w = {
  sheet: { zh: '业务明细', en: 'Measures' },
  title: { zh: '各客户经理业务量明细', en: 'What each manager’s customers come to' },
  how: {
    zh: '全部客户合计（不按等级剔除客户）；各指标按其本身的口径，日均、累计或期末余额。以前的数取自各季存档。',
    en: 'Over all customers, none left out for a grade; each measure as it is made, an average, a sum or a balance. Earlier figures come from the archived quarters.',
  },
  none: { zh: '没有业务数据', en: 'No figures' },
};

type Measured = TrendPoint['measures'][number];

interface MeasureLine {
  readonly appraised: ManagerAppraisal;
  readonly now: Measured;
  /** The same measure in earlier quarters, as far as they are archived and it is the manager's. */
  readonly earlier: ReadonlyMap<Quarter, Measured>;
}

/** An earlier quarter with which this one is compared. */
export interface Comparison {
  readonly quarter: Quarter;
  readonly title: Text;
  /** The column of its figures. */
  readonly column: string;
}

/** The quarter before, the year's start and the same quarter of last year; those that are one quarter together. */
export function comparisonsOf(period: Quarter): Comparison[] {
  const sides: readonly (readonly [Quarter, Text])[] = [
    [shiftQuarter(period, -1), { zh: '上季', en: 'Quarter before' }],
    [`${yearOf(period) - 1}Q4`, { zh: '年初', en: 'Start of the year' }],
    [shiftQuarter(period, -4), { zh: '上年同期', en: 'Same quarter of last year' }],
  ];
  return [...new Set(sides.map(([quarter]) => quarter))].map((quarter, index) => ({
    quarter,
    title: join(
      sides.flatMap(([of, title]) => (of === quarter ? [title] : [])),
      comma,
    ),
    column: index === 0 ? 'quarterBefore' : `quarter${quarter}`,
  }));
}

export const isArchived = ({ appraisal }: BranchView, { quarter }: Comparison): boolean =>
  appraisal.chain.archived.includes(quarter);

/** The measures of a manager in the policy's order. */
export function measureLines(
  { appraisal: { period } }: BranchView,
  appraised: ManagerAppraisal,
): MeasureLine[] {
  const earlier = appraised.trend.filter((point) => point.period !== period);
  const own = appraised.trend.find((point) => point.period === period)?.measures ?? [];
  return own.map((now) => ({
    appraised,
    now,
    earlier: new Map(
      earlier.flatMap(({ period: quarter, measures }) => {
        const then = measures.find(({ measure, unit }) => measure === now.measure && unit === now.unit);
        return then === undefined ? [] : [[quarter, then] as const];
      }),
    ),
  }));
}

/** `日均存款（万元）`. */
export const measureHeader = ({ title, unit }: MeasureInForce): Text => {
  const word = unitWord(unit);
  return { zh: `${title.zh}（${word.zh}）`, en: `${title.en} (${word.en})` };
};

export const measureAnchor = (managerId: string, measure: string, basis: Basis): string =>
  `measure ${managerId} ${measure} ${basis}`;

const amount = (unit: string, value: Hundredths | null, extra = {}) =>
  value === null ? empty(extra) : figure(amountOf(unit, value), extra);

const basisColumns = (
  basis: Basis,
  quarter: Quarter,
  [now, before, change]: readonly [now: Text, before: Text, change: Text],
): Column<MeasureLine>[] => [
  column(basis, now, [11, 18], ({ appraised, now: { measure, unit, [basis]: value } }) =>
    amount(unit, value, { anchor: measureAnchor(appraised.manager.manager_id, measure, basis) }),
  ),
  column(`${basis}Before`, before, [11, 18], ({ now: { unit }, earlier }) =>
    amount(unit, earlier.get(quarter)?.[basis] ?? null),
  ),
  column(`${basis}Change`, change, [11, 18], ({ now: { unit, [basis]: value }, earlier }) => {
    const then = earlier.get(quarter)?.[basis] ?? null;
    if (value === null || then === null) return blank;
    return inTwoPlaces(
      amount(unit, value - then, {
        formula: formula`ROUND(${{ here: basis }}-${{ here: `${basis}Before` }},6)`,
      }),
    );
  }),
];

/** The quarter before has columns of its own; those after it stand behind it, where they are archived. */
function columns(view: BranchView): Column<MeasureLine>[] {
  const [before, ...others] = comparisonsOf(view.appraisal.period);
  const quarter = before?.quarter ?? '';
  return [
    ...detailManagerColumns<MeasureLine>(({ appraised }) => appraised),
    column('measure', { zh: '业务指标', en: 'Measure' }, [16, 26], ({ now }) => words(now.title)),
    column('counted', { zh: '单位', en: 'Counted in' }, ({ now }) => words(unitWord(now.unit))),
    ...basisColumns('quarter', quarter, [
      { zh: '本季', en: 'Quarter' },
      { zh: '上季', en: 'Quarter before' },
      { zh: '本季变动', en: 'Change of quarter' },
    ]),
    ...others
      .filter((each) => isArchived(view, each))
      .map((each) =>
        column<MeasureLine>(each.column, each.title, [11, 18], ({ now, earlier }) =>
          amount(now.unit, earlier.get(each.quarter)?.quarter ?? null),
        ),
      ),
    ...basisColumns('year', quarter, [
      { zh: '本年', en: 'Year' },
      { zh: '上季时的本年', en: 'Year, a quarter before' },
      { zh: '本年变动', en: 'Change of year' },
    ]),
  ];
}

export const measuresSheet = listSheet('measures', w, columns, (view) =>
  view.appraisal.managers.flatMap((each) => measureLines(view, each)),
);

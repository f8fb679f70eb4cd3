/**
 * 业务明细: every manager's figures by the policy's measures, this quarter and the one before. The rankings, the totals
 * by unit and those of the branch are formulas over this list.
 */

import type { ManagerAppraisal, TrendPoint } from '../../model/appraisal.ts';
import { type Quarter, shiftQuarter } from '../../model/calendar.ts';
import { amountOf } from '../../model/fact.ts';
import type { MeasureInForce } from '../../model/in-force.ts';
import type { Basis } from '../../model/measure.ts';
import type { Hundredths } from '../../model/money.ts';
import type { Text } from '../../model/text.ts';
import { blank, figure, inTwoPlaces, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { formula } from '../../spreadsheet/sheet.ts';
import { quarterWords, unitWord } from '../words.ts';
import { type BranchSheet, type BranchView, detailManagerColumns, opening } from './view.ts';

const w = {
  sheet: { zh: '业务明细', en: 'Measures' },
  title: { zh: '各客户经理业务量明细', en: 'What each manager’s customers come to' },
  how: {
    zh: '全部客户合计（不按等级剔除客户）；各指标按其本身的口径，日均、累计或期末余额。“上季”取自上季存档。',
    en: 'Over all customers, none left out for a grade; each measure as it is made, an average, a sum or a balance. The quarter before comes from its archive.',
  },
  none: { zh: '没有业务数据', en: 'No figures' },
};

type Measured = TrendPoint['measures'][number];

interface MeasureLine {
  readonly appraised: ManagerAppraisal;
  readonly now: Measured;
  /** The same measure in the quarter before; null: not archived, or not the manager's. */
  readonly before: Measured | null;
}

const pointOf = ({ trend }: ManagerAppraisal, period: Quarter): TrendPoint | undefined =>
  trend.find((point) => point.period === period);

/** The measures of a manager in the policy's order. */
export function measureLines(
  { appraisal: { period } }: BranchView,
  appraised: ManagerAppraisal,
): MeasureLine[] {
  const before = pointOf(appraised, shiftQuarter(period, -1))?.measures ?? [];
  return (pointOf(appraised, period)?.measures ?? []).map((now) => ({
    appraised,
    now,
    before: before.find(({ measure, unit }) => measure === now.measure && unit === now.unit) ?? null,
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
  value === null ? { ...blank, ...extra } : figure(amountOf(unit, value), extra);

const basisColumns = (basis: Basis, now: Text, before: Text, change: Text): Column<MeasureLine>[] => [
  column(basis, now, [11, 18], ({ appraised, now: { measure, unit, [basis]: value } }) =>
    amount(unit, value, { anchor: measureAnchor(appraised.manager.manager_id, measure, basis) }),
  ),
  column(`${basis}Before`, before, [11, 18], (line) => amount(line.now.unit, line.before?.[basis] ?? null)),
  column(`${basis}Change`, change, [11, 18], ({ now: { unit, [basis]: value }, before: earlier }) => {
    const then = earlier?.[basis] ?? null;
    if (value === null || then === null) return blank;
    return inTwoPlaces(
      amount(unit, value - then, {
        formula: formula`ROUND(${{ here: basis }}-${{ here: `${basis}Before` }},6)`,
      }),
    );
  }),
];

const columns: Column<MeasureLine>[] = [
  ...detailManagerColumns<MeasureLine>(({ appraised }) => appraised),
  column('measure', { zh: '业务指标', en: 'Measure' }, [16, 26], ({ now }) => words(now.title)),
  column('counted', { zh: '单位', en: 'Counted in' }, ({ now }) => words(unitWord(now.unit))),
  ...basisColumns(
    'quarter',
    { zh: '本季', en: 'Quarter' },
    { zh: '上季', en: 'Quarter before' },
    { zh: '本季变动', en: 'Change of quarter' },
  ),
  ...basisColumns(
    'year',
    { zh: '本年', en: 'Year' },
    { zh: '上季时的本年', en: 'Year, a quarter before' },
    { zh: '本年变动', en: 'Change of year' },
  ),
];

export const measuresSheet: BranchSheet = (view) => ({
  id: 'measures',
  name: w.sheet,
  kind: 'list',
  blocks: [
    opening(w.title, view, w.how),
    list(
      'measures',
      columns,
      view.appraisal.managers.flatMap((each) => measureLines(view, each)),
      { empty: w.none },
    ),
  ],
});

/** The quarter that figures are compared with; null where no manager has one. */
export const quarterBefore = ({ appraisal: { period, managers } }: BranchView): Text | null => {
  const before = shiftQuarter(period, -1);
  return managers.some((each) => pointOf(each, before) !== undefined) ? quarterWords(before) : null;
};

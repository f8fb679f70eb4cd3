/** The columns of the adjustments: what was approved, and the figure before and after each, by formula. */
import { toCents } from '../../model/fact.ts';
import type { MeasureInForce } from '../../model/in-force.ts';
import type { Basis } from '../../model/measure.ts';
import type { Hundredths } from '../../model/money.ts';
import { hundredths, minus, plus, type Ratio, times, total } from '../../model/ratio.ts';
import { indicators } from '../../model/tables/targets.ts';
import { same, type Text } from '../../model/text.ts';
import { blank, code, decimal, exact, words } from '../../spreadsheet/cells.ts';
import { type Column, column } from '../../spreadsheet/list.ts';
import { type Cell, type Formula, formula } from '../../spreadsheet/sheet.ts';
import { sourceColumns } from '../source.ts';
import { capital, choiceWord } from '../words.ts';
import { type Adjustment, basisWord, concerns, everyCustomer } from './ledger.ts';
import type { ManagerView } from './view.ts';

const units: ReadonlyMap<string, Text> = new Map([
  ['CNY', { zh: '元', en: 'CNY' }],
  ['USD', { zh: '美元', en: 'USD' }],
]);

/** A figure that one adjustment changes. */
interface Change {
  readonly before: Ratio;
  readonly beforeFormula: Formula | undefined;
  readonly after: Ratio;
  /** Of money two, of all else as many as are read. */
  readonly places: number;
}

/** Only settlement is adjusted in dollars. */
const inYuan = ({ amount }: Adjustment, { unit }: MeasureInForce, dollar: Ratio | null): Hundredths =>
  toCents(unit === 'USD' && dollar !== null ? times(dollar, amount) : amount);

const afterAnchor = (index: number, basis: Basis): string => `adjusted-${index}-${basis}`;

export function adjustmentColumns({ appraised, appraisal, ledger }: ManagerView): Column<Adjustment>[] {
  const { adjustments, metrics } = appraised.portfolio;
  const measureOf = (row: Adjustment): MeasureInForce | undefined =>
    appraisal.policy.measures.find(({ indicator }) => indicator === row.indicator);
  const metricOf = (row: Adjustment) => metrics.find(({ indicator }) => indicator === row.indicator);
  const touches = (row: Adjustment, basis: Basis) => row.basis === null || row.basis === basis;

  /** The adjustment before this one that changed the same figure. */
  const previous = (index: number, basis: Basis): number =>
    adjustments.findLastIndex(
      (row, at) => at < index && row.indicator === adjustments[index]?.indicator && touches(row, basis),
    );

  /** The whole portfolio before this adjustment and those after it. */
  const withoutLater = (measure: MeasureInForce, basis: Basis, index: number): Ratio | null => {
    const now = appraised.trend.at(-1)?.measures.find((each) => each.measure === measure.id)?.[basis] ?? null;
    const later = adjustments.slice(index).filter((each) => concerns(each, measure, basis));
    return now === null ? null : later.reduce((rest, { amount }) => minus(rest, amount), hundredths(now));
  };

  const changeOf = (row: Adjustment, index: number, basis: Basis): Change | null => {
    if (!touches(row, basis)) return null;
    const measure = measureOf(row);
    const earlier = adjustments
      .slice(0, index)
      .filter((each) => each.indicator === row.indicator && touches(each, basis))
      .map(({ amount }) => amount);
    const metric = metricOf(row);
    const own = basis === 'quarter' ? metric?.quarter_actual : metric?.year_actual;
    const before =
      measure === undefined
        ? own === undefined
          ? null
          : total([own, ...earlier])
        : withoutLater(measure, basis, index);
    if (before === null) return null;
    const last = previous(index, basis);
    const made =
      last >= 0
        ? formula`${{ anchor: afterAnchor(last, basis) }}`
        : measure === undefined
          ? undefined
          : ledger.unadjusted(measure, basis);
    return {
      before,
      beforeFormula: made,
      after: plus(before, row.amount),
      places: measure === undefined ? 9 : 2,
    };
  };

  const changeColumns = (basis: Basis, prefix: Text): Column<Adjustment>[] => {
    const concerned = (rows: readonly Adjustment[]) => rows.some((row) => touches(row, basis));
    const shown = (row: Adjustment, index: number, cell: (change: Change) => Cell): Cell => {
      const change = changeOf(row, index, basis);
      return change === null ? blank : cell(change);
    };
    return [
      column(
        `${basis}Before`,
        { zh: `${prefix.zh}调整前`, en: `${prefix.en} before` },
        { width: [13, 20], when: concerned },
        (row, index) =>
          shown(row, index, ({ before, beforeFormula }) => exact(before, { formula: beforeFormula })),
      ),
      column(
        `${basis}After`,
        { zh: `${prefix.zh}调整后`, en: `${prefix.en} after` },
        { width: [13, 20], when: concerned },
        (row, index) =>
          shown(row, index, ({ after, places }) =>
            exact(after, {
              formula: formula`ROUND(${{ here: `${basis}Before` }}+${{ here: 'amount' }},${places})`,
              anchor: afterAnchor(index, basis),
            }),
          ),
      ),
    ];
  };

  return [
    column('reference', { zh: '文号', en: 'Reference' }, [12, 24], (row) => words(row.reference)),
    column('indicator', { zh: '指标', en: 'Indicator' }, [12, 20], (row) =>
      words(capital(choiceWord(indicators, row.indicator))),
    ),
    column('basis', { zh: '口径', en: 'Basis' }, (row) => words(basisWord(row.basis))),
    column('customer', { zh: '客户号', en: 'Customer' }, ({ customer_id: id }) =>
      id ? code(id) : words(everyCustomer, { tone: 'muted' }),
    ),
    column('unit', { zh: '单位', en: 'Unit' }, (row) => {
      const unit = measureOf(row)?.unit ?? metricOf(row)?.unit ?? '';
      return words(units.get(unit) ?? same(unit));
    }),
    column('amount', { zh: '调整额', en: 'Amount' }, [13, 20], (row) => exact(row.amount)),
    ...changeColumns('quarter', { zh: '本季', en: 'Quarter,' }),
    ...changeColumns('year', { zh: '本年', en: 'Year,' }),
    column(
      'amountYuan',
      { zh: '折人民币（元）', en: 'In CNY' },
      {
        width: [13, 20],
        // Only settlement is adjusted in dollars, and only some of its figures are counted in yuan.
        when: (rows) => rows.some((row) => measureOf(row)?.unit === 'USD'),
      },
      (row) => {
        const measure = measureOf(row);
        return measure === undefined ? blank : decimal(inYuan(row, measure, appraisal.dollar));
      },
    ),
    column('reason', { zh: '事由', en: 'Reason' }, [16, 28], (row) => words(row.reason)),
    column('approvedBy', { zh: '批准人', en: 'Approved by' }, [10, 20], (row) => words(row.approved_by)),
    ...sourceColumns<Adjustment>((row) => row, 22),
  ];
}

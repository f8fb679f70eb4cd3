/** 调整清单: every approved correction with the figure before and after it. */

import type { ManagerAppraisal } from '../../model/appraisal.ts';
import { amountOf } from '../../model/fact.ts';
import type { Basis } from '../../model/measure.ts';
import { type Hundredths, sum } from '../../model/money.ts';
import type { Row } from '../../model/package.ts';
import { tables } from '../../model/tables/index.ts';
import { indicators } from '../../model/tables/targets.ts';
import { blank, code, figure, words } from '../../spreadsheet/cells.ts';
import { type Column, list } from '../../spreadsheet/list.ts';
import { formula } from '../../spreadsheet/sheet.ts';
import { sourceColumns } from '../source.ts';
import { choiceWord, unitWord } from '../words.ts';
import { measureLines } from './measures.ts';
import { knownActual } from './plan-lines.ts';
import { type BranchSheet, type BranchView, managerColumns, opening } from './view.ts';

const w = {
  sheet: { zh: '调整清单', en: 'Adjustments' },
  title: {
    zh: '经批准的调整：调整前、调整额、调整后',
    en: 'Approved adjustments: before, adjustment, after',
  },
  how: {
    zh: '调整前后为该客户经理该指标的全部客户合计；口径未填的调整季、年各列一行；同一指标多笔调整依次相加。',
    en: 'Before and after are the manager’s figure over all customers; an adjustment without a basis has a line for the quarter and one for the year; several add up in turn.',
  },
  none: { zh: '没有调整', en: 'No adjustments' },
};

const bases: readonly Basis[] = ['quarter', 'year'];

interface AdjustmentLine {
  readonly appraised: ManagerAppraisal;
  readonly row: Row<'adjustments'>;
  readonly basis: Basis;
  readonly unit: string;
  /** Null: the figure is not known, or the package holds none. */
  readonly after: Hundredths | null;
}

/** An indicator's final figure: a measure's figure, else the actual of its target. */
function finalFigure(
  view: BranchView,
  appraised: ManagerAppraisal,
  indicator: string,
  basis: Basis,
): { readonly unit: string; readonly value: Hundredths | null } {
  const measure = view.appraisal.policy.measures.find((each) => each.indicator === indicator);
  if (measure !== undefined) {
    const line = measureLines(view, appraised).find(({ now }) => now.measure === measure.id);
    return { unit: measure.unit, value: line?.now[basis] ?? null };
  }
  const target = appraised.targets.find((each) => each.indicator === indicator);
  return { unit: target?.unit ?? '', value: target === undefined ? null : knownActual(target[basis]) };
}

function linesOf(view: BranchView, appraised: ManagerAppraisal): AdjustmentLine[] {
  const { adjustments } = appraised.portfolio;
  return adjustments.flatMap((row, index) =>
    bases
      .filter((basis) => row.basis === null || row.basis === basis)
      .map((basis): AdjustmentLine => {
        const { unit, value } = finalFigure(view, appraised, row.indicator, basis);
        const later = adjustments
          .slice(index + 1)
          .filter(
            (each) => each.indicator === row.indicator && (each.basis === null || each.basis === basis),
          );
        return {
          appraised,
          row,
          basis,
          unit,
          after: value === null ? null : value - sum(later.map(({ amount }) => amount)),
        };
      }),
  );
}

const columns: Column<AdjustmentLine>[] = [
  ...managerColumns<AdjustmentLine>(({ appraised }) => appraised),
  {
    key: 'indicator',
    header: { zh: '指标', en: 'Indicator' },
    width: [12, 20],
    of: ({ row }) => words(choiceWord(indicators, row.indicator)),
  },
  {
    key: 'basis',
    header: { zh: '口径', en: 'Basis' },
    of: ({ basis }) => words(choiceWord(tables.adjustments.columns.basis.choices, basis)),
  },
  {
    key: 'customer',
    header: { zh: '客户号', en: 'Customer' },
    width: [10, 16],
    of: ({ row }) => code(row.customer_id),
  },
  { key: 'counted', header: { zh: '单位', en: 'Counted in' }, of: ({ unit }) => words(unitWord(unit)) },
  {
    key: 'before',
    header: { zh: '调整前', en: 'Before' },
    width: [11, 18],
    of: ({ after, row, unit }) => (after === null ? blank : figure(amountOf(unit, after - row.amount))),
  },
  {
    key: 'amount',
    header: { zh: '调整额', en: 'Adjustment' },
    width: [11, 18],
    of: ({ row, unit }) => figure(amountOf(unit, row.amount), { look: 'strong' }),
  },
  {
    key: 'after',
    header: { zh: '调整后', en: 'After' },
    width: [11, 18],
    of: ({ after, unit }) =>
      after === null
        ? blank
        : figure(amountOf(unit, after), {
            formula: formula`ROUND(${{ here: 'before' }}+${{ here: 'amount' }},6)`,
          }),
  },
  {
    key: 'reason',
    header: { zh: '事由', en: 'Reason' },
    width: [16, 30],
    of: ({ row }) => words(row.reason),
  },
  {
    key: 'reference',
    header: { zh: '文号', en: 'Reference' },
    width: [12, 24],
    of: ({ row }) => words(row.reference),
  },
  {
    key: 'approvedBy',
    header: { zh: '批准人', en: 'Approved by' },
    width: [10, 16],
    of: ({ row }) => words(row.approved_by),
  },
  ...sourceColumns<AdjustmentLine>(({ row }) => row),
];

export const adjustmentsSheet: BranchSheet = (view) => ({
  id: 'adjustments',
  name: w.sheet,
  kind: 'list',
  blocks: [
    opening(w.title, view, w.how),
    list(
      'adjustments',
      columns,
      view.appraisal.managers.flatMap((each) => linesOf(view, each)),
      { empty: w.none },
    ),
  ],
});

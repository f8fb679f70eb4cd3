/** 调整清单: every approved correction with the figure before and after it. */

import type { ManagerAppraisal } from '../../model/appraisal.ts';
import { type InUnit, inUnit, isInUnit, valueIn } from '../../model/fact.ts';
import type { Basis } from '../../model/measure.ts';
import type { Row } from '../../model/package.ts';
import { hundredths, minus, type Ratio, total } from '../../model/ratio.ts';
import { tables } from '../../model/tables/index.ts';
import { indicators } from '../../model/tables/targets.ts';
import { blank, code, figure, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { formula } from '../../spreadsheet/sheet.ts';
import { sourceOnScreen } from '../source.ts';
import { choiceWord, unitWord } from '../words.ts';
import { measureLines } from './measures.ts';
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

const less = (whole: InUnit, part: Ratio): InUnit => inUnit(whole.unit, minus(valueIn(whole), part));

const bases: readonly Basis[] = ['quarter', 'year'];

interface AdjustmentLine {
  readonly appraised: ManagerAppraisal;
  readonly row: Row<'adjustments'>;
  readonly basis: Basis;
  readonly unit: string;
  /** Null: the figure is not known, or the package holds none. */
  readonly after: InUnit | null;
}

/** An indicator's final figure: a measure's figure, else the actual of its target. */
function finalFigure(
  view: BranchView,
  appraised: ManagerAppraisal,
  indicator: string,
  basis: Basis,
): { readonly unit: string; readonly value: InUnit | null } {
  const measure = view.appraisal.policy.measures.find((each) => each.indicator === indicator);
  if (measure !== undefined) {
    const line = measureLines(view, appraised).find(({ now }) => now.measure === measure.id);
    const now = line?.now[basis] ?? null;
    return { unit: measure.unit, value: now === null ? null : inUnit(measure.unit, hundredths(now)) };
  }
  const target = appraised.targets.find((each) => each.indicator === indicator);
  const reached = target?.[basis].actual.quantity ?? null;
  return { unit: target?.unit ?? '', value: isInUnit(reached) ? reached : null };
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
          after: value && less(value, total(later.map(({ amount }) => amount))),
        };
      }),
  );
}

const columns: Column<AdjustmentLine>[] = [
  ...managerColumns<AdjustmentLine>(({ appraised }) => appraised),
  column('indicator', { zh: '指标', en: 'Indicator' }, [12, 20], ({ row }) =>
    words(choiceWord(indicators, row.indicator)),
  ),
  column('basis', { zh: '口径', en: 'Basis' }, ({ basis }) =>
    words(choiceWord(tables.adjustments.columns.basis.choices, basis)),
  ),
  column('customer', { zh: '客户号', en: 'Customer' }, [10, 16], ({ row }) => code(row.customer_id)),
  column('counted', { zh: '单位', en: 'Counted in' }, ({ unit }) => words(unitWord(unit))),
  column('before', { zh: '调整前', en: 'Before' }, [11, 18], ({ after, row }) =>
    after === null ? blank : figure(less(after, row.amount)),
  ),
  column('amount', { zh: '调整额', en: 'Adjustment' }, [11, 18], ({ row, unit }) =>
    figure(inUnit(unit, row.amount), { look: 'strong' }),
  ),
  column('after', { zh: '调整后', en: 'After' }, [11, 18], ({ after }) =>
    after === null
      ? blank
      : figure(after, {
          formula: formula`ROUND(${{ here: 'before' }}+${{ here: 'amount' }},${after.kind === 'amount' ? 6 : 9})`,
        }),
  ),
  column('reason', { zh: '事由', en: 'Reason' }, [16, 30], ({ row }) => words(row.reason)),
  column('reference', { zh: '文号', en: 'Reference' }, [12, 24], ({ row }) => words(row.reference)),
  column('approvedBy', { zh: '批准人', en: 'Approved by' }, [10, 16], ({ row }) => words(row.approved_by)),
  ...sourceOnScreen<AdjustmentLine>(({ row }) => row),
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

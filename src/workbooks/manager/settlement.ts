/** 结算: settlement of every kind, in yuan and in US dollars. */
import { tables } from '../../model/tables/index.ts';
import type { Text } from '../../model/text.ts';
import { code, decimal, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { sourceOnScreen } from '../source.ts';
import { choiceWord } from '../words.ts';
import {
  amountColumn,
  countedColumns,
  customerColumns,
  type DetailRow,
  detailRows,
  detailSheet,
  exportedBlocks,
} from './detail.ts';
import { dollarKey } from './ledger.ts';
import type { ManagerSheet } from './view.ts';

const w = {
  sheet: { zh: '结算', en: 'Settlement' },
  title: { zh: '结算明细', en: 'Settlement' },
  none: { zh: '本期没有归属本人的结算业务', en: 'No settlement is credited to the manager' },
};

type SettlementRow = DetailRow<'settlement'>;

const dollars = (key: 'quarter_amount' | 'year_amount', title: Text): Column<SettlementRow> =>
  column(
    dollarKey(key),
    { zh: `${title.zh}（美元）`, en: `${title.en} (USD)` },
    { width: [13, 20], total: true },
    (each) => decimal(each.dollars?.[key] ?? null),
  );

const amounts = {
  quarter_amount: { zh: '本季结算额', en: 'Quarter' },
  year_amount: { zh: '本年结算额', en: 'Year' },
};

const columns: Column<SettlementRow>[] = [
  ...customerColumns<'settlement'>(),
  column(
    'reference',
    { zh: '业务编号', en: 'Reference' },
    { width: [10, 22], when: (rows) => rows.some(({ row }) => row.reference) },
    ({ row }) => code(row.reference),
  ),
  column('kind', { zh: '结算类型', en: 'Kind' }, [8, 14], ({ row }) =>
    words(choiceWord(tables.settlement.columns.kind.choices, row.kind)),
  ),
  amountColumn<'settlement'>('quarter_amount', amounts.quarter_amount),
  dollars('quarter_amount', amounts.quarter_amount),
  amountColumn<'settlement'>('year_amount', amounts.year_amount),
  dollars('year_amount', amounts.year_amount),
];

export const settlementSheet: ManagerSheet = (view) => {
  const rows = detailRows(view, view.appraised.portfolio.settlement, 'year_amount');
  const all = [
    ...columns,
    ...countedColumns(view, 'settlement'),
    ...sourceOnScreen<SettlementRow>(({ row }) => row),
  ];
  return detailSheet('settlement', w.sheet, w.title, view, [
    list('settlement', all, rows, { empty: w.none }),
    ...exportedBlocks(
      'settlement',
      rows,
      columns.filter(({ key }) => ['kind'].includes(key)),
      amounts,
    ),
  ]);
};

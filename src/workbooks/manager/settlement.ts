/** 结算: settlement of every kind, in yuan and in US dollars. */
import { tables } from '../../model/tables/index.ts';
import { numberOf } from '../../spreadsheet/cells.ts';
import { alike, type Column, column } from '../../spreadsheet/list.ts';
import { choiceWord } from '../words.ts';
import { type DetailRow, detailSheet } from './detail.ts';
import { dollarKey } from './ledger.ts';

const amounts = {
  quarter_amount: { zh: '本季结算额', en: 'Quarter' },
  year_amount: { zh: '本年结算额', en: 'Year' },
};

const dollars = (key: keyof typeof amounts): Column<DetailRow<'settlement'>> =>
  column(
    dollarKey(key),
    { zh: `${amounts[key].zh}（美元）`, en: `${amounts[key].en} (USD)` },
    { width: [13, 20], total: true },
    alike('decimal', (each) => numberOf(each.dollars?.[key] ?? null)),
  );

export const settlementSheet = detailSheet('settlement', {
  name: { zh: '结算', en: 'Settlement' },
  title: { zh: '结算明细', en: 'Settlement' },
  none: { zh: '本期没有归属本人的结算业务', en: 'No settlement is credited to the manager' },
  amounts,
  by: 'year_amount',
  identity: 'kind',
  columns: (amount) => [
    column(
      'reference',
      { zh: '业务编号', en: 'Reference' },
      { width: [10, 22], when: (rows) => rows.some(({ row }) => row.reference) },
      alike('code', ({ row }) => row.reference),
    ),
    column(
      'kind',
      { zh: '结算类型', en: 'Kind' },
      [8, 14],
      alike('text', ({ row }) => choiceWord(tables.settlement.columns.kind.choices, row.kind)),
    ),
    amount('quarter_amount'),
    dollars('quarter_amount'),
    amount('year_amount'),
    dollars('year_amount'),
  ],
});

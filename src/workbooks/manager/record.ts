/** 调整与事件: approved corrections, what is on record in the ledger, and the annual reviews. */
import type { Row } from '../../model/package.ts';
import { tables } from '../../model/tables/index.ts';
import { eventKinds, ratings } from '../../model/tables/people.ts';
import { indicators } from '../../model/tables/targets.ts';
import { code, day, decimal, words } from '../cells.ts';
import { type Column, list } from '../list.ts';
import { sourceColumns } from '../source.ts';
import { choiceWord } from '../words.ts';
import { type ManagerSheet, opening } from './view.ts';

const w = {
  sheet: { zh: '调整与事件', en: 'Record' },
  title: { zh: '调整、事件与年度考核', en: 'Adjustments, events and reviews' },
  how: {
    zh: '调整额以元计（结算以美元计），已计入相应指标；口径空白表示季、年均适用。',
    en: 'Adjustments in yuan (settlement in dollars), contained in the figures; a blank basis means quarter and year.',
  },
  adjustments: { zh: '经批准的调整', en: 'Approved adjustments' },
  events: { zh: '事件台账', en: 'Events' },
  reviews: { zh: '年度考核结果', en: 'Annual reviews' },
};

const adjustmentColumns: Column<Row<'adjustments'>>[] = [
  {
    key: 'reference',
    header: { zh: '文号', en: 'Reference' },
    width: [12, 24],
    of: (row) => words(row.reference),
  },
  {
    key: 'indicator',
    header: { zh: '指标', en: 'Indicator' },
    width: [12, 20],
    of: (row) => words(choiceWord(indicators, row.indicator)),
  },
  {
    key: 'basis',
    header: { zh: '口径', en: 'Basis' },
    of: (row) => words(choiceWord(tables.adjustments.columns.basis.choices, row.basis)),
  },
  { key: 'customer', header: { zh: '客户号', en: 'Customer' }, of: (row) => code(row.customer_id) },
  {
    key: 'amount',
    header: { zh: '调整额', en: 'Amount' },
    width: [13, 20],
    of: (row) => decimal(row.amount),
  },
  { key: 'reason', header: { zh: '事由', en: 'Reason' }, width: [16, 40], of: (row) => words(row.reason) },
  {
    key: 'approvedBy',
    header: { zh: '批准人', en: 'Approved by' },
    width: [10, 20],
    of: (row) => words(row.approved_by),
  },
  ...sourceColumns<Row<'adjustments'>>((row) => row),
];

const eventColumns: Column<Row<'events'>>[] = [
  { key: 'reference', header: { zh: '文号', en: 'Reference' }, of: (row) => words(row.reference) },
  {
    key: 'kind',
    header: { zh: '事件类型', en: 'Kind' },
    of: (row) => words(choiceWord(eventKinds, row.kind)),
  },
  { key: 'date', header: { zh: '日期', en: 'Date' }, width: [11, 12], of: (row) => day(row.date) },
  { key: 'note', header: { zh: '说明', en: 'Note' }, width: [10, 30], of: (row) => words(row.note) },
  ...sourceColumns<Row<'events'>>((row) => row),
];

const reviewColumns: Column<Row<'reviews'>>[] = [
  { key: 'year', header: { zh: '年度', en: 'Year' }, of: (row) => code(String(row.year)) },
  {
    key: 'rating',
    header: { zh: '考核结果', en: 'Rating' },
    of: (row) => words(choiceWord(ratings, row.rating)),
  },
  { key: 'score', header: { zh: '得分', en: 'Score' }, of: (row) => decimal(row.score) },
  ...sourceColumns<Row<'reviews'>>((row) => row),
];

export const recordSheet: ManagerSheet = (view) => {
  const { adjustments, events, reviews } = view.appraised.portfolio;
  const byDate = events.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    id: 'record',
    name: w.sheet,
    purpose: 'detail',
    paper: 'landscape',
    blocks: [
      opening(w.title, view, w.how),
      { kind: 'heading', text: w.adjustments },
      list('adjustments', adjustmentColumns, adjustments),
      { kind: 'heading', text: w.events },
      list('events', eventColumns, byDate),
      { kind: 'heading', text: w.reviews },
      list('reviews', reviewColumns, reviews),
    ],
  };
};

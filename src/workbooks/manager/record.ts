/** 调整与事件: approved corrections, what is on record in the ledger, and the annual reviews. */
import type { Row } from '../../model/package.ts';
import { code, day, exact, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { sourceColumns } from '../source.ts';
import { choiceWord } from '../words.ts';
import { adjustmentColumns } from './adjustments.ts';
import { type ManagerSheet, type ManagerView, opening } from './view.ts';

const w = {
  sheet: { zh: '调整与事件', en: 'Record' },
  title: { zh: '调整、事件与年度考核', en: 'Adjustments, events and reviews' },
  how: {
    zh: '调整额以“单位”列所示单位计，已计入相应指标；调整前后为本人全部业务在该指标上的数额，按文件中的先后逐笔计算。',
    en: 'Amounts in the unit named beside them, contained in the figures; before and after are the whole portfolio by that indicator, one adjustment after the other.',
  },
  noAdjustments: { zh: '本期没有调整', en: 'No adjustment this quarter' },
  noEvents: { zh: '台账没有记录', en: 'Nothing on record' },
  noReviews: { zh: '没有年度考核记录', en: 'No annual review' },
  adjustments: { zh: '经批准的调整', en: 'Approved adjustments' },
  events: { zh: '事件台账', en: 'Events' },
  reviews: { zh: '年度考核结果', en: 'Annual reviews' },
};

// The lists stand in the same columns, and the adjustments have many.
const narrow = 20;

const eventColumns = ({ appraisal }: ManagerView): Column<Row<'events'>>[] => [
  column('reference', { zh: '文号', en: 'Reference' }, (row) => words(row.reference)),
  column('kind', { zh: '事件类型', en: 'Kind' }, (row) =>
    words(choiceWord(appraisal.policy.eventKinds, row.kind)),
  ),
  column('date', { zh: '日期', en: 'Date' }, [11, 12], (row) => day(row.date)),
  column('note', { zh: '说明', en: 'Note' }, [10, narrow], (row) => words(row.note)),
  ...sourceColumns<Row<'events'>>((row) => row, narrow),
];

const reviewColumns = ({ appraisal }: ManagerView): Column<Row<'reviews'>>[] => [
  column('year', { zh: '年度', en: 'Year' }, (row) => code(String(row.year))),
  column('rating', { zh: '考核结果', en: 'Rating' }, (row) =>
    words(choiceWord(appraisal.policy.ratings, row.rating)),
  ),
  column('score', { zh: '得分', en: 'Score' }, (row) => exact(row.score)),
  ...sourceColumns<Row<'reviews'>>((row) => row, narrow),
];

export const recordSheet: ManagerSheet = (view) => {
  const { adjustments, events, reviews } = view.appraised.portfolio;
  const byDate = events.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    id: 'record',
    name: w.sheet,
    kind: 'list',
    blocks: [
      opening(w.title, view, w.how),
      { kind: 'heading', text: w.adjustments },
      list('adjustments', adjustmentColumns(view), adjustments, { empty: w.noAdjustments }),
      { kind: 'heading', text: w.events },
      list('events', eventColumns(view), byDate, { empty: w.noEvents }),
      { kind: 'heading', text: w.reviews },
      list('reviews', reviewColumns(view), reviews, { empty: w.noReviews }),
    ],
  };
};

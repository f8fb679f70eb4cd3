/** What is on record about a manager: the ledger of events and the annual reviews. */
import { date, declared, figure, required, text, year } from '../table.ts';
import { managerId } from './shared.ts';

export const events = {
  id: 'events',
  names: ['events', '事件', '奖惩', '台账'],
  title: { zh: '事件台账', en: 'Events' },
  columns: {
    manager_id: managerId,
    date: date(['日期'], required),
    kind: declared(['事件类型'], 'events', required),
    reference: text(['文号']),
    note: text(['说明']),
  },
} as const;

export const reviews = {
  id: 'reviews',
  names: ['reviews', '年度考核'],
  title: { zh: '年度考核', en: 'Reviews' },
  columns: {
    manager_id: managerId,
    year: year(['年度'], required),
    rating: declared(['考核结果'], 'ratings', required),
    score: figure(['得分'], { points: true }),
  },
} as const;

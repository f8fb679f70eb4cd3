/** What is on record about a manager: the ledger of events and the annual reviews. */
import { choice, date, figure, required, text, year } from '../table.ts';
import { managerId } from './shared.ts';

export const eventKinds = [
  { id: 'violation', text: { zh: '违法违规', en: 'violation' } },
  { id: 'dereliction', text: { zh: '玩忽职守', en: 'dereliction' } },
  { id: 'gross_negligence', text: { zh: '重大过失', en: 'gross negligence' } },
  { id: 'insubordination', text: { zh: '不服从管理', en: 'insubordination' } },
  { id: 'work_error', text: { zh: '工作失误', en: 'work error' } },
  { id: 'admonished', text: { zh: '诫勉', en: 'admonished' } },
  { id: 'admonition_lifted', text: { zh: '解除诫勉', en: 'admonition lifted' } },
  { id: 'yellow_card', text: { zh: '黄牌警告', en: 'yellow card' }, also: ['黄牌'] },
  { id: 'major_achievement', text: { zh: '重大营销业绩', en: 'major achievement' } },
  { id: 'outstanding', text: { zh: '业绩特别突出', en: 'outstanding' } },
  { id: 'liable_loan', text: { zh: '责任贷款', en: 'liable loan' } },
  { id: 'irregular_loan', text: { zh: '违规贷款', en: 'irregular loan' } },
  { id: 'explained', text: { zh: '书面说明', en: 'written explanation' } },
  { id: 'special_report', text: { zh: '专题报告', en: 'special report' } },
] as const;

export type EventKind = (typeof eventKinds)[number]['id'];

export const events = {
  id: 'events',
  names: ['events', '事件', '奖惩', '台账'],
  title: { zh: '事件台账', en: 'Events' },
  columns: {
    manager_id: managerId,
    date: date(['日期'], required),
    kind: choice(['事件类型'], eventKinds, required),
    reference: text(['文号']),
    note: text(['说明']),
  },
} as const;

export const ratings = [
  { id: 'excellent', text: { zh: '优秀', en: 'excellent' } },
  { id: 'competent', text: { zh: '称职', en: 'competent' } },
  { id: 'basically-competent', text: { zh: '基本称职', en: 'basically competent' } },
  { id: 'incompetent', text: { zh: '不称职', en: 'incompetent' } },
] as const;

export const reviews = {
  id: 'reviews',
  names: ['reviews', '年度考核'],
  title: { zh: '年度考核', en: 'Reviews' },
  columns: {
    manager_id: managerId,
    year: year(['年度'], required),
    rating: choice(['考核结果'], ratings, required),
    score: figure(['得分'], { points: true }),
  },
} as const;

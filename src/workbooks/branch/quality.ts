/** 数据质量: every problem and note of the run. */
import { problemList } from '../problems.ts';
import { type BranchSheet, opening } from './view.ts';

const w = {
  sheet: { zh: '数据质量', en: 'Data quality' },
  title: { zh: '数据问题与提示', en: 'Problems and notes' },
};

export const qualitySheet: BranchSheet = (view) => ({
  id: 'quality',
  name: w.sheet,
  kind: 'proof',
  blocks: [opening(w.title, view), problemList(view.context.problems)],
});

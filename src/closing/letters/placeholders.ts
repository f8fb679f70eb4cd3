/** What a template of a letter may name: the words of the sheets, each in braces. */
import type { Text } from '../../model/text.ts';
import { w } from '../sheets.ts';

/** Of the run: in every letter the same. */
export const ofRun = {
  银行: { zh: '银行名称（bank.yaml 所写的）', en: 'the bank’s name, as the bank profile gives it' },
  季度: { zh: '如 2026年第四季度', en: 'the quarter' },
  制度: { zh: '制度名称', en: 'the policy’s title' },
} as const satisfies Record<string, Text>;

/** Of a decision: in a row the decision's own, outside of the rows what all of the letter's decisions have in common. */
export const ofDecision = {
  [w.managerId.zh]: { zh: '客户经理工号', en: 'the manager’s id' },
  [w.name.zh]: { zh: '客户经理姓名', en: 'the manager’s name' },
  [w.unit.zh]: { zh: '所属机构', en: 'the unit' },
  [w.held.zh]: { zh: '考核时的现聘等级', en: 'the grade held when the quarter was appraised' },
  [w.level.zh]: { zh: '预警级别', en: 'the level of the warning' },
  [w.reason.zh]: {
    zh: '预警的名称；名单以外的处理，是所填说明',
    en: 'what the warning is called; for whom the run did not name, the note',
  },
  [w.article.zh]: { zh: '制度条款', en: 'the article' },
  [w.basis.zh]: { zh: '数据依据', en: 'the figures that it rests on' },
  [w.measure.zh]: { zh: '所作的处理，或审批结果', en: 'what was decided' },
  [w.proposal.zh]: { zh: '考核后的聘任建议', en: 'what was proposed' },
  [w.toGrade.zh]: { zh: '建议的等级', en: 'the grade that was proposed' },
  [w.toDecide.zh]: { zh: '聘任建议中须由人认定的事项', en: 'what of the proposal a person has to settle' },
  [w.grade.zh]: { zh: '批准的等级', en: 'the grade that was approved' },
  [w.body.zh]: { zh: '审批机构', en: 'the body that approved it' },
  日期: { zh: '决定的日期，如 2027年1月8日', en: 'the day of the decision' },
  文号: { zh: '决定的文号', en: 'the number of the decision’s document' },
  说明: { zh: '所填的说明或意见', en: 'the note or opinion that was filled in' },
  [w.until.zh]: { zh: '有期限的处理的期满日', en: 'the day on which a decision for so many months is over' },
  再次受到时: { zh: '再次受到同一处理的后果', en: 'what another one would mean' },
} as const satisfies Record<string, Text>;

/** Around a row for each decision. */
export const rowsName = '各项';

/** Around a row for each figure of the review form. */
export const figuresName = '业绩';

/** Of a figure, within its row. */
export const ofFigure = {
  项目: {
    zh: '所申请等级的条件、计划指标、评分项或年度考核',
    en: 'a condition of the grade, a target, a line of a scorecard, or the review',
  },
  实绩: { zh: '达到的数', en: 'what was reached' },
  标准: { zh: '要求的数', en: 'what was asked for' },
  结论: { zh: '符合与否，或计划完成的比例', en: 'whether it is met, or how far the plan was' },
  [w.article.zh]: { zh: '制度条款', en: 'the article' },
} as const satisfies Record<string, Text>;

export type Figure = Readonly<Record<keyof typeof ofFigure, string>>;

export type Row = Readonly<Record<keyof typeof ofDecision, string>>;

/** What a letter says. */
export interface LetterValues {
  readonly run: Readonly<Record<keyof typeof ofRun, string>>;
  readonly rows: readonly Row[];
  /** Of the review form. */
  readonly figures: readonly Figure[];
}

/** To be filled in by hand. */
const line = '________';

const keys = Object.keys(ofDecision) as (keyof Row)[];

/** By placeholder: what is blank outside of the rows is a line to write on. */
export function valuesOf({
  run,
  rows,
  figures,
}: LetterValues): Readonly<Record<string, string | readonly Row[] | readonly Figure[]>> {
  const common = keys.map((key) => {
    const values = new Set(rows.map((row) => row[key]));
    return [key, values.size === 1 ? [...values].join('') : ''] as const;
  });
  const outside = [...Object.entries(run), ...common].map(([key, value]) => [key, value || line] as const);
  return { ...Object.fromEntries(outside), [rowsName]: rows, [figuresName]: figures };
}

/** Decisions that cannot be, spoilt as people spoil them: what is said, and at which cell. */
import { expect, test } from 'vitest';
import { decisionsIn, readAnswers } from '../../src/closing/index.ts';
import { temporaryFolder } from '../archive/temporary.ts';
import { blankDecisions, type Filled } from './filled.ts';
import { smallBasis } from './small.ts';

const warnings = '预警处理';
const others = '名单以外的处理';
const lifting = '解除诫勉';
const appointments = '聘任审批';
const traineeship = '见习';
const day = { 日期: '2027-01-12' };

type Answers = Readonly<Record<string, string | number>>;
const on =
  (sheet: string, id: string, answers: Answers) =>
  (filled: Filled): void =>
    filled.answer(sheet, id, answers);

/** What was done, the code, and the column where it is said; null: of the sheet, or the file. */
const wrong: readonly (readonly [
  what: string,
  spoil: (filled: Filled) => void,
  code: string,
  at: string | null,
])[] = [
  ['a dismissal without its day', on(warnings, '0002', { 处理: '解聘' }), 'missing-answer', '日期'],
  ['an admonition without its day', on(warnings, '0002', { 处理: '诫勉' }), 'missing-answer', '日期'],
  ['a day alone', on(warnings, '0002', day), 'not-decided', '日期'],
  ['a document’s number alone', on(warnings, '0002', { 文号: '云〔2027〕1号' }), 'not-decided', '文号'],
  [
    'a word that is none of the list',
    on(warnings, '0002', { 处理: '警告', ...day }),
    'unknown-choice',
    '处理',
  ],
  ['a tick', on(warnings, '0002', { 处理: '√', ...day }), 'unknown-choice', '处理'],
  [
    'a day of last quarter',
    on(warnings, '0002', { 处理: '诫勉', 日期: '2026-09-30' }),
    'out-of-time',
    '日期',
  ],
  [
    'a day of the wrong century',
    on(warnings, '0002', { 处理: '诫勉', 日期: '2127-01-12' }),
    'out-of-time',
    '日期',
  ],
  [
    'a day that is none',
    on(warnings, '0002', { 处理: '诫勉', 日期: '2027-02-29' }),
    'cell.not-a-date',
    '日期',
  ],
  ['a month for a day', on(warnings, '0002', { 处理: '诫勉', 日期: '2027年1月' }), 'cell.not-a-date', '日期'],
  ['a day in words', on(warnings, '0002', { 处理: '诫勉', 日期: '下周一' }), 'cell.not-a-date', '日期'],
  [
    'somebody else without an id',
    on(others, '+1', { 处理: '诫勉', ...day, 说明: '投诉' }),
    'missing-answer',
    '客户经理工号',
  ],
  [
    'somebody else without a reason',
    on(others, '+1', { 处理: '诫勉', 客户经理工号: '0003', ...day }),
    'missing-answer',
    '说明',
  ],
  [
    'an id without its zeros',
    on(others, '+1', { 处理: '诫勉', 客户经理工号: 3, ...day, 说明: '投诉' }),
    'nobody',
    '客户经理工号',
  ],
  [
    'a name for an id',
    on(others, '+1', { 处理: '诫勉', 客户经理工号: '王三', ...day, 说明: '投诉' }),
    'nobody',
    '客户经理工号',
  ],
  ['an id without a decision', on(others, '+1', { 客户经理工号: '0003' }), 'not-decided', '客户经理工号'],
  ['lifted without a day', on(lifting, '0002', { 解除: '是' }), 'missing-answer', '日期'],
  [
    'lifted before it began',
    on(lifting, '0002', { 解除: '是', 日期: '2026-05-30' }),
    'lifted-before',
    '日期',
  ],
  ['lifted perhaps', on(lifting, '0002', { 解除: '待定' }), 'unknown-choice', '解除'],
  [
    'two steps up',
    on(appointments, '0002', { 审批结果: '晋升', 拟聘等级: '高级客户经理', ...day }),
    'grade-unfit',
    '拟聘等级',
  ],
  [
    'renewed at another grade',
    on(appointments, '0002', { 审批结果: '续聘', 拟聘等级: '一级客户经理', ...day }),
    'grade-unfit',
    '拟聘等级',
  ],
  [
    'lowered upwards',
    on(appointments, '0002', { 审批结果: '低聘', 拟聘等级: '一级客户经理', ...day }),
    'grade-unfit',
    '拟聘等级',
  ],
  [
    'appointed as a trainee',
    on(appointments, '0002', { 审批结果: '聘任', 拟聘等级: '见习客户经理', ...day }),
    'grade-unfit',
    '拟聘等级',
  ],
  [
    'a grade that there is not',
    on(appointments, '0002', { 审批结果: '聘任', 拟聘等级: '五级客户经理', ...day }),
    'unknown-choice',
    '拟聘等级',
  ],
  [
    'a grade for one who leaves',
    on(appointments, '0001', { 审批结果: '退出客户经理序列', 拟聘等级: '四级客户经理', ...day }),
    'needless-answer',
    '拟聘等级',
  ],
  [
    'appointed without a day',
    on(appointments, '0002', { 审批结果: '低聘', 拟聘等级: '三级客户经理' }),
    'missing-answer',
    '日期',
  ],
  [
    'a traineeship that ends before it began',
    on(traineeship, '0003', { 见习期满日: '2026-01-14' }),
    'out-of-time',
    '见习期满日',
  ],
  [
    'a traineeship of a lifetime',
    on(traineeship, '0003', { 见习期满日: '2072-01-15' }),
    'out-of-time',
    '见习期满日',
  ],
  ['half of the exam', on(traineeship, '0003', { 考试: '一半' }), 'unknown-choice', '考试'],
  [
    'a row added below',
    (filled) => filled.rows(warnings).push(['', '0003', '王三', ...Array(6).fill(''), '诫勉']),
    'unknown-id',
    '编号',
  ],
  ['people sorted without their answers', (filled) => swapPeople(filled), 'other-manager', '工号'],
  [
    'a sheet that was renamed',
    ({ sheets }) => {
      sheets.set('审批', sheets.get(appointments) ?? []);
      sheets.delete(appointments);
    },
    'missing-sheet',
    null,
  ],
  [
    'a copy of a sheet',
    ({ sheets }) => sheets.set(`${warnings} (2)`, sheets.get(warnings) ?? []),
    'copied-sheet',
    null,
  ],
];

function swapPeople(filled: Filled): void {
  const [one, two] = [filled.row(appointments, '0001'), filled.row(appointments, '0002')];
  [one[1], two[1]] = [two[1] ?? '', one[1] ?? ''];
}

test.each(wrong)('%s', async (_, spoil, code, column) => {
  const basis = await smallBasis('2026Q4');
  const filled = await blankDecisions(basis);
  spoil(filled);
  const { rows, problems } = await readAnswers(filled.write(temporaryFolder()), basis);
  const all = [...problems, ...decisionsIn(rows, basis).problems];
  const [first] = all.filter(({ severity }) => severity === 'error');
  expect(first?.code).toBe(code.includes('.') ? code : `decisions.${code}`);
  expect(first?.at.column ?? null).toBe(column);
  if (column !== null) expect(first?.at.row).toBeGreaterThan(4);
  expect(first?.hint.zh).not.toBe('');
});

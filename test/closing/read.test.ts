/** Decisions read back: what people do to a workbook changes no answer, and what could be read in two ways is refused. */
import { expect, test } from 'vitest';
import { decisionsIn, readAnswers } from '../../src/closing/index.ts';
import { temporaryFolder } from '../archive/temporary.ts';
import { blankDecisions, type Filled } from './filled.ts';
import { smallBasis } from './small.ts';

async function read(fill: (filled: Filled) => void) {
  const basis = await smallBasis('2026Q4');
  const filled = await blankDecisions(basis);
  fill(filled);
  const { rows, problems } = await readAnswers(filled.write(temporaryFolder()), basis);
  return { problems, decided: decisionsIn(rows, basis) };
}

const appointments = '聘任审批';
const renewal = { 审批结果: '续聘', 拟聘等级: '二级客户经理', 日期: '2027-01-12' };

test('an answer is what its cell says, and what stands beside it is kept', async () => {
  const { problems, decided } = await read((filled) => {
    filled.answer('预警处理', '0002', {
      处理: '诫勉',
      日期: '2027年1月8日',
      文号: '云银人〔2027〕3号',
    });
    filled.answer(appointments, '0002', { ...renewal, 意见: '同意' });
    filled.answer('见习', '0003', { 考试: '合格' });
  });
  expect(problems).toEqual([]);
  const { handled, appointed, trainees, undecided } = decided.decisions;
  expect(handled).toMatchObject([
    { managerId: '0002', measure: 'admonish', date: '2027-01-08', reference: '云银人〔2027〕3号' },
  ]);
  expect(appointed).toMatchObject([
    { managerId: '0002', action: 'renew', grade: 'second', date: '2027-01-12', note: '同意' },
  ]);
  expect(trainees).toEqual([{ managerId: '0003', until: null, exam: 'passed' }]);
  expect(undecided.map(({ row }) => row.id)).toEqual(['0001/2025-12-20', '0002/2026-05-31', '0001', '0003']);
});

test('columns that were moved and rows that were sorted are found by their names and numbers', async () => {
  const { problems, decided } = await read((filled) => {
    filled.answer(appointments, '0002', renewal);
    const wide = filled.row(appointments, '编号').length;
    const rows = filled
      .rows(appointments)
      .map((cells) => Array.from({ length: wide }, (_, index) => cells[wide - 1 - index] ?? ''));
    filled.sheets.set(appointments, [...rows.slice(0, 5), ...rows.slice(5).toReversed()]);
  });
  expect(problems).toEqual([]);
  expect(decided.decisions.appointed).toMatchObject([{ managerId: '0002', grade: 'second' }]);
});

test.each([
  ['a day as a text', '2027/1/12'],
  ['digits', 20270112],
  ['the number that Excel keeps', 46399],
])('a date may be typed as %s', async (_, typed) => {
  const { decided } = await read((filled) =>
    filled.answer(appointments, '0002', { ...renewal, 日期: typed }),
  );
  expect(decided.decisions.appointed[0]?.date).toBe('2027-01-12');
});

test('a date that is none, and merged answers, are refused at their cells', async () => {
  const noDay = await read((filled) =>
    filled.answer(appointments, '0002', { ...renewal, 日期: '2027-02-30' }),
  );
  expect(noDay.problems).toMatchObject([
    { code: 'cell.not-a-date', value: '2027-02-30', at: { sheet: appointments, row: 7, column: '日期' } },
  ]);
  const merged = await read((filled) => filled.merges.set(appointments, 'I6:I8'));
  expect(merged.problems).toMatchObject([{ code: 'cell.merged', at: { sheet: appointments, row: 6 } }]);
});

test('nothing is decided where nothing is filled in', async () => {
  const { problems, decided } = await read(() => {});
  expect(problems).toEqual([]);
  expect(decided.problems.map(({ severity }) => severity)).toEqual(Array(4).fill('note'));
  const { handled, lifted, appointed, liable, trainees } = decided.decisions;
  expect([handled, lifted, appointed, liable, trainees].flat()).toEqual([]);
});

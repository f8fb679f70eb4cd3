/** The workbook of `check`: what matters most comes first. */
import { expect, test } from 'vitest';
import type { Diagnostic, Severity } from '../../src/model/diagnostic.ts';
import { problemsWorkbook } from '../../src/workbooks/check.ts';
import { listOf, open } from '../spreadsheet/read.ts';
import { context } from './quarter.ts';

const [known] = context.problems;
if (known === undefined) throw new Error('no problem to copy');
const problem = (file: string, severity: Severity, managers: readonly string[] = []): Diagnostic => ({
  ...known,
  severity,
  managers,
  at: { file, row: 1 },
});
const times = (count: number, of: Diagnostic): Diagnostic[] => Array.from({ length: count }, () => of);

const bookOf = async (problems: readonly Diagnostic[]) => open(await problemsWorkbook(problems, [], 'zh'));

test('of more than ten problems the gravest ten come first, those of one file together', async () => {
  const book = await bookOf([
    ...times(8, problem('提示.csv', 'note')),
    problem('甲.csv', 'warning'),
    problem('乙.csv', 'error'),
    problem('甲.csv', 'warning', ['0001', '0002']),
    problem('乙.csv', 'warning', ['0001']),
  ]);
  expect(book.SheetNames.slice(0, 2)).toEqual(['先处理', '问题清单']);
  const first = listOf(book, '先处理', '序号').map(({ 文件, 程度 }) => [文件, 程度]);
  // The error; then by managers, two before one before none; the file of the error stays together.
  expect(first.slice(0, 5)).toEqual([
    ['乙.csv', '错误'],
    ['乙.csv', '警告'],
    ['甲.csv', '警告'],
    ['甲.csv', '警告'],
    ['提示.csv', '提示'],
  ]);
  expect(first).toHaveLength(10);
});

test('ten problems need no other list', async () => {
  expect((await bookOf(times(10, problem('甲.csv', 'error')))).SheetNames[0]).toBe('问题清单');
});

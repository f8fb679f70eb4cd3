/** What is said of many rows does not grow with their square, nor does the work: counted, since clocks differ. */
import { describe, expect, test } from 'vitest';
import { TallMerges } from '../../src/intake/tall-merges.ts';
import { codes, only, read, readOne } from './package.ts';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');

describe('one account of many rows', () => {
  const header = '工号,客户号,账号,年日均,季日均,期末余额,分成比例\n';

  test('is one problem of each kind, and names each manager once', async () => {
    const found = await readOne(
      'deposits',
      header + lines(300, (index) => `${1000 + (index >> 1)},C1,A1,${index},9,9,1%`),
    );
    expect(codes(found)).toEqual(['share.manager-twice', 'share.different-wholes']);
    for (const { managers } of found.problems) expect(managers.length).toBe(150);
    const [twice, wholes] = found.problems;
    expect(twice).toMatchObject({ at: { row: 3 }, value: 'A1' });
    expect(twice?.message.en).toContain('deposits.csv:2; 150 rows are too many');
    expect(wholes).toMatchObject({ at: { row: 3, column: '年日均余额' } });
    expect(wholes?.message.en).toContain('deposits.csv:2 has 0.00; 299 rows differ from it');
    expect(found.readings[0]).toMatchObject({ rowsRead: 300, rowsKept: 0, rowsInError: 300 });
  });

  test('that are no whole: the first rows are named, and how many there are', async () => {
    const found = await readOne('deposits', header + lines(30, (index) => `${1000 + index},C1,A1,9,9,9,1%`));
    expect(codes(found)).toEqual(['share.not-whole']);
    expect(found.problems[0]?.message.en).toContain('add up to 30%');
    expect(found.problems[0]?.message.en).toContain('deposits.csv:11 and more, 30 rows)');
  });
});

describe('indicators that nobody knows', () => {
  const targets = '工号,指标,本季计划,年度计划\n';
  const metrics = '工号,指标,本季实绩,本年实绩\n';

  test('are one problem each, however many rows have them', async () => {
    const found = await readOne('targets', targets + lines(40, (index) => `${1000 + index},存款日均额,1,2`));
    expect(found.problems).toMatchObject([
      { code: 'indicator.unknown', value: '存款日均额', at: { row: 2 } },
    ]);
    expect(found.problems[0]?.managers).toHaveLength(40);
    expect(found.problems[0]?.message.en).toContain('(40 rows)');
  });

  test('do not each list all that are known', async () => {
    const { problems } = await read({
      'package.yaml': only('targets'),
      'targets.csv': targets + lines(300, (index) => `0012,有效户甲${index},1,2`),
      'metrics.csv': metrics + lines(300, (index) => `0012,有效户乙${index},1,2`),
    });
    expect(problems.map(({ code }) => code)).toEqual([
      'rows.more',
      ...Array<string>(20).fill('indicator.unknown'),
    ]);
    expect(problems[0]?.message.en).toContain('further places: 280');
    expect(problems[1]?.hint.zh).toContain('新增存款日均、有效户乙0、');
    expect(problems[1]?.hint.zh).toContain('有效户乙9等）');
    for (const { message, hint } of problems) expect((message.zh + hint.zh).length).toBeLessThan(300);
  });
});

describe('merges over rows', () => {
  const merge = (top: number, bottom: number, column = 2) => ({ top, bottom, left: column, right: column });
  const columns = [{ index: 0 }, { index: 2 }];

  test('cover the rows below their first one, in the first column of the table that they touch', () => {
    const over = new TallMerges([merge(7, 8), { top: 3, bottom: 5, left: 1, right: 4 }], columns, 1);
    const covered = Array.from({ length: 9 }, (_, index) => over.over(index + 1)[0]);
    expect(covered.map((found) => found?.merge.top ?? 0)).toEqual([0, 0, 0, 3, 3, 0, 0, 7, 0]);
    expect(covered[3]?.planned).toBe(columns[1]);
  });

  test('that overlap, as no program writes them, cover what any of them does', () => {
    const over = new TallMerges([merge(1, 9), merge(2, 3)], columns, 0);
    expect(Array.from({ length: 10 }, (_, index) => over.over(index + 1).length)).toEqual([
      0, 1, 1, 1, 1, 1, 1, 1, 1, 0,
    ]);
  });

  test.each([
    ['one below the other', (index: number) => merge(2 * index + 2, 2 * index + 3)],
    ['all over the same rows', (index: number) => merge(index + 2, 10_000)],
    ['beside the table', (index: number) => merge(2 * index + 2, 2 * index + 3, 9)],
  ])('%s: each is looked at a few times, however many rows there are', (_, mergeOf) => {
    let looks = 0;
    const counted = Array.from({ length: 1000 }, (_, index) =>
      Object.defineProperty(mergeOf(index), 'bottom', {
        get: () => {
          looks += 1;
          return mergeOf(index).bottom;
        },
      }),
    );
    const over = new TallMerges(counted, columns, 1);
    for (let row = 1; row <= 5000; row++) over.over(row);
    // A few for each merge, and one for each row.
    expect(looks).toBeLessThanOrEqual(1000 * 5 + 5000);
  });
});

test('a name that many have is one problem for all of its rows', async () => {
  const names = lines(50, (index) => `${1000 + index},张伟,东城,二级`);
  const { problems, readings } = await read({
    'package.yaml': only('roster', 'deposits'),
    'bank.yaml': 'ids: { manager: by-name }\n',
    'roster.csv': `工号,姓名,机构,等级\n${names}`,
    'deposits.csv': `客户经理,客户号,年日均,季日均,期末余额\n${lines(40, (index) => `张伟,C${index},1,1,1`)}`,
  });
  expect(problems).toMatchObject([{ code: 'manager.two-of-one-name', value: '张伟', at: { row: 2 } }]);
  expect(problems[0]?.managers).toHaveLength(50);
  expect(problems[0]?.message.en).toContain('1004 and more, 50 in all');
  expect(problems[0]?.message.en).toContain('(40 rows)');
  expect(readings.find(({ table }) => table === 'deposits')).toMatchObject({ rowsKept: 0, rowsInError: 40 });
});

/** What is said of many rows does not grow with their square, nor does the work: counted, since clocks differ. */
import { describe, expect, test } from 'vitest';
import { codes, readOne } from './package.ts';

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

/** Which lines are data, what totals say, and that no line is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codes, depositHeader, depositOf, only, read, readOne } from './package.ts';

const deposits = (...lines: string[]) => readOne('deposits', `${depositHeader}${lines.join('\n')}\n`);

describe('lines that are no data', () => {
  test.each([
    '填报人：张三,复核人：李四,,主管领导：,',
    '制表人: 王五,,,,',
    '导出时间：2026-09-30,,,,',
    '注：1.本表不含同业,,,,',
    '本表数据截至季末,,,,',
    '复核人,李四,,,',
    '备注,,,,',
    ',,,,',
  ])('%s', async (line) => {
    const found = await deposits('0012,C1,1,2,3', line, '0012,C2,1,2,3');
    expect(codes(found)).toEqual([]);
    expect(found.readings[0]).toMatchObject({ rowsRead: 3, rowsKept: 2, rowsDropped: 1, rowsInError: 0 });
  });

  test.each(['0012,,1,2,3', ',,1,2,3', ',,0,0,0.01', '0012,,0,0,0', '0012,,,,', '某公司,,1,2,3'])(
    '%s is a broken row, not a note',
    async (line) => {
      const found = await deposits(line);
      expect(codes(found)).toContain('cell.blank');
      expect(found.readings[0]).toMatchObject({ rowsKept: 0, rowsInError: 1 });
    },
  );

  test('rows of zeros without an id are dropped, and a note says so', async () => {
    const found = await deposits('0012,C1,1,2,3', ',,0,0,0', ',,0.00,,-', '0012,C2,0,0,0');
    expect(found.problems.map(({ code, at }) => [code, at.row])).toContainEqual(['row.zeros', 3]);
    expect(codes(found)).toEqual([]);
    expect(found.readings[0]).toMatchObject({ rowsRead: 4, rowsKept: 2, rowsDropped: 2, rowsInError: 0 });
  });

  test('what stands beside the table is none of its rows', async () => {
    const content = `序号,${depositHeader}1,0012,C1,1,2,3\n2,,,,,\n3,,,,,\n`;
    const found = await readOne('deposits', content);
    expect(codes(found)).toEqual([]);
    expect(found.readings[0]).toMatchObject({ rowsRead: 3, rowsKept: 1, rowsDropped: 2 });
  });

  test('a customer may be called anything', async () => {
    const header = depositHeader.replace('客户号', '客户号,户名');
    const names = [
      '合计科技有限公司',
      '总计划公司',
      '备注：无',
      '小计',
      '负责人：张三',
      '=HYPERLINK("http://x")',
    ];
    const lines = names.map((name, index) => `0012,C${index},"${name.replaceAll('"', '""')}",1,2,3`);
    const found = await readOne('deposits', `${header}${lines.join('\n')}\n`);
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits.map(({ customer_name }) => customer_name)).toEqual(names);
  });
});

describe('totals', () => {
  test('of parts and of all', async () => {
    const found = await deposits(
      '0012,C1,1,2,3',
      '0012,C2,1,2,3',
      '0012小计,,2,4,6',
      '0013,C3,5,5,5',
      '小计,,5,5,5',
      '合  计,,7,9,11',
      '总计：,,7,9,11',
    );
    expect(codes(found)).toEqual([]);
    expect(found.readings[0]).toMatchObject({ rowsKept: 3, rowsDropped: 4, totalsChecked: 4 });
  });

  test('one 合计 for each part, and a 总计', async () => {
    const found = await deposits(
      '0012,C1,1,2,3',
      '合计,,1,2,3',
      '0013,C3,5,5,5',
      '合计,,5,5,5',
      '总计,,6,7,8',
    );
    expect(codes(found)).toEqual([]);
  });

  test('a difference is a warning with both figures', async () => {
    const found = await deposits('0012,C1,"1,000.50",2,3', '合计,,"1,000.51",2,3');
    expect(found.problems.map(({ severity, code, message }) => [severity, code, message.en])).toEqual([
      ['warning', 'total.differs', 'The total of “年日均余额” is 1000.51, but its rows add up to 1000.5'],
    ]);
  });

  test('rows in several currencies, or in error, have no sum to compare with', async () => {
    const files = {
      'package.yaml': only('deposits'),
      'fx.csv': 'currency,rate\nUSD,7\n',
      'deposits.csv':
        '工号,客户号,币种,年日均,季日均,期末余额\n0012,C1,CNY,1,1,1\n0012,C2,USD,1,1,1\n合计,,,9,9,9\n',
    };
    const found = await read(files);
    expect(codes(found)).toEqual([]);
    expect(found.readings.find(({ table }) => table === 'deposits')).toMatchObject({ totalsChecked: 0 });
    expect(codes(await deposits('0012,C1,x,1,1', '合计,,5,1,1'))).toEqual(['cell.not-a-number']);
  });
});

test('a problem in every row is shown for the first, counted for the rest, and names all managers', async () => {
  const found = await deposits(...Array.from({ length: 500 }, (_, index) => `M${index},C${index},x,2,3`));
  expect(found.problems).toHaveLength(21);
  expect(new Set(found.problems.flatMap(({ managers }) => managers)).size).toBe(500);
  expect(found.readings[0]).toMatchObject({ rowsRead: 500, rowsInError: 500, rowsKept: 0 });
});

test('whatever a cell holds, the row is kept or in error, and the books balance', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 12 }), async (text) => {
      const found = await readOne('deposits', depositOf(text));
      const reading = found.readings[0];
      if (reading === undefined) expect(codes(found)).not.toEqual([]);
      else {
        expect(reading.rowsKept + reading.rowsDropped + reading.rowsInError).toBe(reading.rowsRead);
        expect(reading.rowsKept).toBe(found.tables.deposits.length);
        if (reading.rowsInError > 0)
          expect(found.problems.some(({ severity }) => severity === 'error')).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('the order of the rows does not matter', async () => {
  const lines = Array.from(
    { length: 8 },
    (_, index) => `00${12 + (index % 3)},C${index},${index}.005,"${index},000",${-index}`,
  );
  const plain = await deposits(...lines);
  const sorted = (found: typeof plain) =>
    found.tables.deposits
      .map(({ row: _, ...rest }) => rest)
      .sort((a, b) => (a.customer_id < b.customer_id ? -1 : 1));
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(lines, { minLength: lines.length }), async (shuffled) => {
      expect(sorted(await deposits(...shuffled))).toEqual(sorted(plain));
    }),
    { numRuns: 20 },
  );
});

test('a row is read alike whatever stands above it', async () => {
  const header = '客户经理工号,客户号,户名,产品,币种,年日均余额,季日均余额,期末余额,开户日期';
  const lines = [
    '0012,C1,云州公司,活期,人民币,1,2,3,2026-01-31',
    '0012,C1,云州公司,活期,美元,1,2,3,2026-01-31',
    '0012,C1,云州公司,,人民币,,2,3,2026-01-31',
    '0012,C1,云州公司,活期,人民币,1,x,3,2026-01-31',
    '0013,C1,云州公司,活期,人民币,1,2,3,2026-01-31',
    '0013,1.2E+15,云州公司,定期,人民币,1,2,3,2026-01-31',
    '0013,C1,,定期,纸币,4,2,3,2026-01-31',
    ',C1,,定期,人民币,4,2,3,2026-01-31',
  ];
  const reading = (...of: string[]) =>
    read({
      'package.yaml': only('deposits', 'fx'),
      'fx.csv': '币种,汇率\nUSD,7\n',
      'deposits.csv': `${[header, ...of].join('\n')}\n`,
    });
  const rowsOf = ({ tables }: Awaited<ReturnType<typeof reading>>) =>
    tables.deposits.map(({ row: _, ...rest }) => rest);
  const alone = await Promise.all(lines.map(async (line) => rowsOf(await reading(line))));
  expect(alone.map(({ length }) => length)).toEqual([1, 1, 1, 0, 1, 0, 0, 1]);
  const pairs = lines.flatMap((_, first) => lines.map((__, second) => [first, second] as const));
  const order = pairs.flat();
  expect(rowsOf(await reading(...order.map((at) => lines[at] ?? '')))).toEqual(
    order.flatMap((at) => alone[at] ?? []),
  );
});

/** Files that should not lie in one package: a copy, a correction beside the original, the last quarter beside this one. */
import { describe, expect, test } from 'vitest';
import type { QuarterPackage } from '../../src/model/package.ts';
import { type Files, only, read } from './package.ts';
import { depositsHeader, main, rowOf, workbookOf } from './workbook-of.ts';

const lines = (header: string, ids: readonly number[], line: (id: number) => string): string =>
  `${header}\n${ids.map((id) => `${line(id)}\n`).join('')}`;
/** These numbers and those before the second. */
const from = (first: number, end: number): number[] =>
  Array.from({ length: end - first }, (_, index) => first + index);

const deposits = (ids: readonly number[], figure = 9): string =>
  lines('工号,客户号,账号,年日均,季日均,期末余额', ids, (id) => `0012,C${id},A${id},${figure},9,9`);
const loans = (ids: readonly number[], figure = 9): string =>
  lines('工号,客户号,借据号,年日均,季日均,期末余额', ids, (id) => `0012,C${id},L${id},${figure},9,9`);

const told = ({ problems }: QuarterPackage) => problems.map(({ code, at }) => `${at.file ?? ''} ${code}`);
const readDeposits = async (files: Files) => told(await read({ 'package.yaml': only('deposits'), ...files }));

describe('a copy is one problem', () => {
  test('of the same bytes, of however many rows', async () => {
    const content = deposits(from(0, 100));
    expect(await readDeposits({ '存款.csv': content, '存款 - 副本.csv': content })).toEqual([
      '存款.csv file.same-content',
    ]);
  });

  test('corrected in the meantime, or another quarter’s without a word of it', async () => {
    const found = await read({
      'package.yaml': only('deposits'),
      '存款.csv': deposits(from(0, 100)),
      '存款2.csv': deposits(from(0, 100), 8),
    });
    expect(told(found)).toEqual(['存款2.csv file.same-rows']);
    expect(found.problems[0]?.message.en).toContain('Of its 100 rows, 100 are in “存款.csv”');
    expect(found.problems[0]?.managers).toEqual([]);
  });

  test('saved again in another format, though nothing names its rows', async () => {
    const rows = from(0, 40);
    const found = await readDeposits({
      'a存款.csv': lines(
        '客户经理工号,客户号,年日均余额,季日均余额,期末余额',
        rows,
        (id) => `0012,C${id},${id},9,9`,
      ),
      'b存款.xlsx': workbookOf({
        sheet: depositsHeader + rows.map((id) => rowOf('0012', `C${id}`, id, 9, 9)).join(''),
      }),
    });
    expect(found).toEqual(['b存款.xlsx file.same-rows']);
  });

  test('of a ledger, which would count every entry twice', async () => {
    const events = (ids: readonly number[]) =>
      lines('工号,日期,事件类型', ids, (id) => `0012,2026-07-${10 + id},黄牌`);
    const found = await read({
      'package.yaml': only(),
      '事件.csv': events(from(0, 5)),
      '事件-新.csv': events(from(0, 9)),
    });
    expect(told(found)).toEqual(['事件.csv file.same-rows']);
  });

  test('of a sheet within its workbook', async () => {
    const workbook = workbookOf({
      sheet:
        depositsHeader +
        from(0, 9)
          .map((id) => rowOf('0012', `C${id}`, id, 9, 9))
          .join(''),
      parts: {
        'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="存款" sheetId="1" r:id="rId1"/><sheet name="存款 (2)" sheetId="2" r:id="rId1"/></sheets></workbook>`,
      },
    });
    const found = await read({ 'package.yaml': only('deposits'), '存款.xlsx': workbook });
    expect(found.problems).toMatchObject([
      { code: 'file.same-rows', at: { file: '存款.xlsx', sheet: '存款 (2)' } },
    ]);
    expect(found.problems[0]?.message.zh).toContain('“存款.xlsx#存款”');
  });

  test('three of them are two too many', async () => {
    expect(
      await readDeposits({
        '存款.csv': deposits(from(0, 30)),
        '存款2.csv': deposits(from(0, 30), 8),
        '存款3.csv': deposits(from(0, 30), 7),
      }),
    ).toEqual(['存款2.csv file.same-rows', '存款3.csv file.same-rows']);
  });
});

describe('what is told row by row', () => {
  test('two rows, or fewer than half of the smaller file', async () => {
    const rows = (own: number) => from(0, 3).concat(from(100, 100 + own));
    const beside = (ids: readonly number[]) =>
      readDeposits({ '存款1.csv': deposits(from(0, 50)), '存款2.csv': deposits(ids) });
    expect(await beside(from(0, 2))).toEqual(Array(2).fill('存款2.csv share.manager-twice'));
    expect(await beside(rows(4))).toEqual(Array(3).fill('存款2.csv share.manager-twice'));
    expect(await beside(rows(3))).toEqual(['存款2.csv file.same-rows']);
  });

  test('nothing: the files of two units, of two currencies, of two kinds without accounts', async () => {
    expect(
      await readDeposits({ '存款1.csv': deposits(from(0, 30)), '存款2.csv': deposits(from(30, 60)) }),
    ).toEqual([]);
    const inYuan = lines(
      '工号,客户号,账号,币种,年日均,季日均,期末余额',
      from(0, 9),
      (id) => `0012,C${id},A${id},人民币,9,9,9`,
    );
    const fx = '币种,汇率\n美元,7.1\n';
    expect(
      await readDeposits({
        '存款1.csv': inYuan,
        '存款2.csv': inYuan.replaceAll('人民币', '美元'),
        '汇率.csv': fx,
      }),
    ).toEqual([]);
    const ofKind = (figure: number) =>
      lines('工号,客户号,年日均,季日均,期末余额', from(0, 9), (id) => `0012,C${id},${figure},9,9`);
    expect(await readDeposits({ '活期存款.csv': ofKind(1), '定期存款.csv': ofKind(2) })).toEqual([]);
  });
});

describe('files of two periods are one problem', () => {
  const both = only('deposits', 'loans');

  test('named so', async () => {
    const found = await read({
      'package.yaml': both,
      '2026Q2_存款.csv': deposits(from(0, 30), 8),
      '2026Q2_贷款.csv': loans(from(0, 30), 8),
      '2026Q3_存款.csv': deposits(from(5, 40)),
      '2026Q3_贷款.csv': loans(from(5, 40)),
    });
    expect(told(found)).toEqual([' period.mixed']);
    expect(found.problems[0]?.message.zh).toContain('：2026Q2_存款.csv、2026Q2_贷款.csv');
  });

  test('said by a title or by a column, wherever they lie in order', async () => {
    const found = await read({
      'package.yaml': both,
      '存款.csv': deposits(from(0, 30)),
      '存款z.csv': `统计日期:2026-06-30\n${deposits(from(0, 30), 8)}`,
      '贷款.csv': lines(
        '数据日期,工号,客户号,借据号,年日均,季日均,期末余额',
        from(0, 30),
        (id) => `2026-06-30,0012,C${id},L${id},8,9,9`,
      ),
      '贷款z.csv': loans(from(0, 30)),
    });
    expect(told(found).filter((each) => !each.includes('header.'))).toEqual([' period.mixed']);
    expect(found.problems[0]?.message.zh).toContain('：存款z.csv、贷款.csv');
  });

  test('but one that stands for itself is told by itself', async () => {
    expect(await readDeposits({ '2026Q2_存款.csv': deposits(from(0, 30)) })).toEqual([
      '2026Q2_存款.csv file.other-period',
    ]);
  });
});

// Deposits of three sub-branches as the core system prints them: a titled sheet in 万元 with a merged two-row
// header, a 小计 under every sub-branch, a 合计 at the end and the clerk's name below.

import { lastDay, period, type Quarter } from '../calendar.ts';
import type { Unit } from '../model.ts';
import { type Cents, tenThousands } from '../money.ts';
import { type DepositRow, depositRows } from '../rows.ts';
import { type Cell, header, line, PERCENT, title, widths } from '../write/sheet.ts';
import { workbook } from '../write/workbook.ts';

const IN_WORKBOOK: readonly Unit[] = ['城关支行', '开发区支行', '云溪支行'];

const TEN_THOUSANDS = '#,##0.000000';
const FORMATS = {
  7: TEN_THOUSANDS,
  8: TEN_THOUSANDS,
  9: TEN_THOUSANDS,
  10: TEN_THOUSANDS,
  11: PERCENT,
};
const UPPER = [
  '所属机构',
  '管户人',
  '客户',
  null,
  '账号',
  '币种',
  '储种',
  '日均余额',
  null,
  null,
  '期末余额(万元)',
  '管户比例',
];
const LOWER = [
  null,
  null,
  '客户编号',
  '户名',
  null,
  null,
  null,
  '年日均余额',
  '上年日均余额',
  '季日均余额',
  null,
  null,
];
const TALL = [1, 2, 5, 6, 7, 11, 12];

const detail = (row: DepositRow): Cell[] => [
  row.owner.unit,
  row.owner.manager || null,
  row.customer,
  row.customerName,
  row.id,
  '001-人民币',
  row.told.kind,
  tenThousands(row.year),
  row.prior === null ? '-' : tenThousands(row.prior),
  tenThousands(row.quarter),
  tenThousands(row.end),
  row.owner.share,
];

function total(label: string, rows: readonly DepositRow[]): Cell[] {
  const sum = (amount: (row: DepositRow) => Cents): number =>
    tenThousands(rows.reduce((so, row) => so + amount(row), 0));
  return [
    label,
    ...Array<null>(6).fill(null),
    sum((row) => row.year),
    sum((row) => row.prior ?? 0),
    sum((row) => row.quarter),
    sum((row) => row.end),
    null,
  ];
}

export function depositsWorkbook(quarter: Quarter): Promise<Buffer> {
  const all = depositRows(quarter).filter((row) => IN_WORKBOOK.includes(row.owner.unit));
  return workbook((book) => {
    const sheet = book.addWorksheet('存款明细', { views: [{ state: 'frozen', ySplit: 4 }] });
    title(sheet, 1, `示例银行云州分行${period(quarter)}对公存款明细表`, UPPER.length);
    sheet.getCell(2, 1).value = `统计日期:${lastDay(quarter)}`;
    sheet.getCell(2, UPPER.length).value = '单位:万元';
    header(sheet, 3, UPPER);
    header(sheet, 4, LOWER);
    for (const column of TALL) sheet.mergeCells(3, column, 4, column);
    sheet.mergeCells(3, 3, 3, 4);
    sheet.mergeCells(3, 8, 3, 10);
    let at = 5;
    for (const unit of IN_WORKBOOK) {
      const rows = all.filter((row) => row.owner.unit === unit);
      for (const row of rows) line(sheet, at++, detail(row), FORMATS);
      line(sheet, at++, total('小计', rows), FORMATS);
    }
    line(sheet, at++, total('合计', all), FORMATS);
    sheet.getCell(at + 1, 1).value = '注:日均余额按自然日计算。';
    sheet.getCell(at + 2, 1).value = '制表人:赵制表    复核人:孙复核';
    widths(sheet, [14, 9, 12, 28, 20, 12, 16, 18, 18, 18, 18, 10]);
  });
}

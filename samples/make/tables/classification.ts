// The five-class classification of every credit item, in yuan, under a two-row header: now and when the year began.

import { lastDay, pick, type Quarter } from '../calendar.ts';
import { cents, units } from '../money.ts';
import { type LoanRow, loanRows } from '../rows.ts';
import { AMOUNT, type Cell, header, line, title, widths } from '../write/sheet.ts';
import { workbook } from '../write/workbook.ts';
import { currencyName } from './words.ts';

const UPPER = ['借据号', '管户人', '客户号', '币种', '本期', null, '年初', null];
const LOWER = [null, null, null, null, '余额', '五级分类结果', '年初余额', '年初分类'];

const fields = (row: LoanRow, quarter: Quarter): Cell[] => [
  row.id,
  row.owner.manager,
  row.customer,
  currencyName(row.told.currency),
  units(row.balance),
  typeof row.told.class === 'string' ? row.told.class : pick(row.told.class, quarter),
  row.told.prior === null ? null : units(cents(row.told.prior.balance)),
  row.told.prior === null ? null : row.told.prior.class,
];

export function classification(quarter: Quarter): Promise<Buffer> {
  return workbook((book) => {
    const sheet = book.addWorksheet('五级分类');
    title(sheet, 1, '信贷资产五级分类清单', UPPER.length);
    sheet.getCell(2, 1).value = `截止日期:${lastDay(quarter)}`;
    sheet.getCell(2, UPPER.length).value = '单位:元';
    header(sheet, 3, UPPER);
    header(sheet, 4, LOWER);
    for (const column of [1, 2, 3, 4]) sheet.mergeCells(3, column, 4, column);
    sheet.mergeCells(3, 5, 3, 6);
    sheet.mergeCells(3, 7, 3, 8);
    loanRows(quarter)
      .filter((row) => row.leads)
      .forEach((row, index) => {
        line(sheet, index + 5, fields(row, quarter), { 4: AMOUNT, 6: AMOUNT });
      });
    widths(sheet, [16, 9, 12, 10, 20, 14, 20, 12]);
  });
}

/** The deposits of a bank as one sheet of a workbook: 12 columns, texts shared, as banking systems export it. */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { random } from '../../samples/make/random.ts';
import { period } from './bank.ts';

const header = [
  '机构名称',
  '管户人',
  '客户号',
  '户名',
  '账号',
  '币种',
  '产品',
  '年日均余额',
  '上年日均余额',
  '季日均余额',
  '期末余额',
  '分成比例',
];

/** Writes a package whose only table is this sheet. */
export async function writeWorkbook(folder: string, rows: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const absent = 'roster, loans, settlement, classification, targets';
  writeFileSync(join(folder, 'package.yaml'), `period: ${period}\nabsent: [${absent}]\n`);
  const stream = createWriteStream(join(folder, '存款明细.xlsx'));
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true });
  const sheet = book.addWorksheet('存款');
  const some = random(2026);
  const amount = (): number => Math.round(10 ** (5 + some() * 4)) / 100;
  sheet.addRow(header).commit();
  for (let row = 0; row < rows; row++) {
    const manager = String(1 + Math.floor(row / 400)).padStart(5, '0');
    const customer = `60${manager}${String(Math.floor(row / 2) % 200).padStart(3, '0')}`;
    sheet
      .addRow([
        `第${(row % 200) + 1}支行`,
        manager,
        customer,
        `云州${Math.floor(row / 2)}号有限公司`,
        `8001${customer}0${(row % 2) + 1}`,
        '人民币',
        '单位活期存款',
        amount(),
        amount(),
        amount(),
        amount(),
        1,
      ])
      .commit();
  }
  sheet.commit();
  await book.commit();
}

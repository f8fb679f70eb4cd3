// The look of a branch's sheets: title, bold bordered header, number formats, and dates as Excel dates.

import type ExcelJS from 'exceljs';

export type Cell = string | number | Date | null;

const THIN = { style: 'thin' as const };
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN };

export const AMOUNT = '#,##0.00';
export const PERCENT = '0%';
export const DATE = 'yyyy-mm-dd';

/** A calendar day as Excel keeps it: without a time and without a time zone. */
export const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

export function title(sheet: ExcelJS.Worksheet, row: number, text: string, width: number): void {
  sheet.mergeCells(row, 1, row, width);
  const cell = sheet.getCell(row, 1);
  cell.value = text;
  cell.font = { bold: true, size: 14 };
  cell.alignment = { horizontal: 'center' };
}

export function header(sheet: ExcelJS.Worksheet, row: number, labels: readonly (string | null)[]): void {
  labels.forEach((label, index) => {
    const cell = sheet.getCell(row, index + 1);
    if (label !== null) cell.value = label;
    cell.font = { bold: true };
    cell.border = BOX;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
}

/** Writes one row; `formats` names the number format of each column that has one. */
export function line(
  sheet: ExcelJS.Worksheet,
  row: number,
  values: readonly Cell[],
  formats: Readonly<Record<number, string>> = {},
): void {
  values.forEach((value, index) => {
    const cell = sheet.getCell(row, index + 1);
    if (value !== null) cell.value = value;
    cell.border = BOX;
    const format = formats[index];
    if (format !== undefined && typeof value !== 'string') cell.numFmt = format;
  });
}

export function widths(sheet: ExcelJS.Worksheet, columns: readonly number[]): void {
  columns.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
}

/**
 * Everything of an .xlsx package but its cells, by the workbook library: styles, widths, print set-up, tables, coloured
 * words, drop-downs. No other file knows that library. The cells are filled in by `writer.ts`: the library takes ten
 * times as long over them as it takes to pack them.
 */
import ExcelJS from 'exceljs';
import type { Lang } from '../model/text.ts';
import { cellAddress, rangeAddress } from './address.ts';
import { type Parts, partOf, sheetPart } from './parts.ts';
import type { PlacedBook, PlacedSheet } from './placed.ts';
import { entryStyle, type LibraryStyle, margins, markStyle, tabColours } from './style.ts';
import { readStored } from './zip.ts';

const pages = {
  zh: '第 &P 页 / 共 &N 页',
  en: 'Page &P of &N',
} as const;

/** A text in a page foot: `&` starts a code there, and a digit right after a font size would belong to the size. */
const footText = (text: string): string => ` ${text.replaceAll('&', '&&').slice(0, 90)}`;

const footOf = (book: PlacedBook, lang: Lang): string =>
  `&L&8${footText(book.foot[0])}&C&8 ${pages[lang]}&R&8${footText(book.foot[1])}`;

function addSheet(workbook: ExcelJS.Workbook, placed: PlacedSheet, foot: string): ExcelJS.Worksheet {
  const { sheet, headerRow, widths } = placed;
  const frozen = headerRow !== null || sheet.frozenColumns !== undefined;
  const worksheet = workbook.addWorksheet(placed.name, {
    properties: { tabColor: { argb: `FF${tabColours[sheet.purpose]}` }, defaultRowHeight: 18 },
    pageSetup: {
      paperSize: 9,
      orientation: sheet.paper,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: sheet.onePage === true ? 1 : 0,
      horizontalCentered: sheet.onePage === true,
      margins: { ...margins },
      // The library writes the letters with a `$`, the rows as they are given.
      printArea: `A$1:${cellAddress(placed.lastRow, widths.length).replace(/(\d+)$/, '$$$1')}`,
      ...(headerRow === null ? {} : { printTitlesRow: `${headerRow}:${headerRow}` }),
    },
    headerFooter: { oddFooter: foot },
    views: [
      frozen
        ? { state: 'frozen', xSplit: sheet.frozenColumns ?? 0, ySplit: headerRow ?? 0, showGridLines: false }
        : { state: 'normal', showGridLines: false },
    ],
  });
  widths.forEach((width, index) => {
    worksheet.getColumn(index + 1).width = width;
  });
  for (const entry of placed.entries) addEntry(worksheet, entry);
  for (const { row, column, choices } of placed.cells)
    if (choices !== null) dropDowns(worksheet).add(cellAddress(row, column), dropDown(choices));
  for (const table of placed.tables) addTable(worksheet, table);
  if (sheet.locked === true) lock(worksheet);
  let priority = 1;
  for (const { range, marks } of placed.marks)
    worksheet.addConditionalFormatting({
      ref: range,
      rules: marks.map(({ word, mark }) => ({
        type: 'cellIs',
        operator: 'equal',
        formulae: [`"${word.replaceAll('"', '""')}"`],
        style: markStyle(mark.tone) as Partial<ExcelJS.Style>,
        priority: priority++,
      })),
    });
  return worksheet;
}

/** A list of words to choose from. They stand in the rule itself, parted by commas. */
function dropDown(choices: readonly string[]): ExcelJS.DataValidation {
  const words = `"${choices.join(',').replaceAll('"', '""')}"`;
  if (words.length > 255 || choices.some((choice) => choice.includes(',')))
    throw new Error(`a drop-down cannot hold ${words}`);
  return { type: 'list', allowBlank: true, formulae: [words], showErrorMessage: true };
}

/** The rules of a sheet's cells, which the library's types leave out. */
const dropDowns = (worksheet: ExcelJS.Worksheet) =>
  (
    worksheet as unknown as {
      readonly dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void };
    }
  ).dataValidations;

/** As far down as a drop-down reaches. */
const lastEntry = 10_000;

/** A column to be filled in: its format from end to end, so that what is pasted keeps it, and its drop-down. */
function addEntry(worksheet: ExcelJS.Worksheet, entry: PlacedSheet['entries'][number]): void {
  const { column, firstRow, format, choices, open } = entry;
  worksheet.getColumn(column).style = entryStyle(format) as Partial<ExcelJS.Style>;
  if (choices === null) return;
  dropDowns(worksheet).add(rangeAddress(firstRow, column, lastEntry, column), {
    ...dropDown(choices),
    showErrorMessage: !open,
  });
}

/** Protects a sheet without a password: what is not open cannot be typed over by mistake, and anybody may lift it. */
function lock(worksheet: ExcelJS.Worksheet): void {
  Object.assign(worksheet, {
    sheetProtection: { sheet: true, objects: false, scenarios: false, formatColumns: true, formatRows: true },
  });
}

/** What the library keeps of a table. */
interface TableModel {
  tableRef: string;
  autoFilterRef: string;
  readonly style: { theme: string | null };
  readonly columns: { totalsRowLabel?: string | undefined }[];
}

/** Declares a list that is already written as a table. Its cells are not handed over: the library would write them again. */
function addTable(worksheet: ExcelJS.Worksheet, table: PlacedSheet['tables'][number]): void {
  const width = table.headers.length;
  const added = worksheet.addTable({
    name: table.name,
    ref: cellAddress(table.row, 1),
    headerRow: true,
    style: { showRowStripes: false },
    columns: table.headers.map((name) => ({ name, filterButton: true })),
    rows: [],
  }) as unknown as { table: TableModel };
  const range = rangeAddress(table.row, 1, table.row + table.rows, width);
  added.table.tableRef = range;
  added.table.autoFilterRef = range;
  added.table.style.theme = null;
  // An English word that the library puts where no total is shown.
  for (const column of added.table.columns) column.totalsRowLabel = undefined;
}

export interface Frame {
  /** The package: each sheet without its cells. */
  readonly parts: Parts;
  /** The numbers that the package knows the cells' styles by. */
  readonly styles: ReadonlyMap<LibraryStyle, number>;
}

/** The frame of a workbook: the same for the same book, whenever and wherever it is made. */
export async function frameOf(book: PlacedBook, stamp: Date, lang: Lang): Promise<Frame> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'rm-appraisal';
  workbook.lastModifiedBy = 'rm-appraisal';
  workbook.title = book.title;
  workbook.created = stamp;
  workbook.modified = stamp;
  workbook.views = [
    { x: 0, y: 0, width: 28_000, height: 16_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  const foot = footOf(book, lang);
  // The library numbers the styles that cells have, so each style gets one cell, where it is first used.
  const styles = new Set<LibraryStyle>();
  for (const sheet of book.sheets) {
    const row = addSheet(workbook, sheet, foot).getRow(1);
    let column = 0;
    for (const { style } of sheet.cells) {
      if (styles.has(style)) continue;
      styles.add(style);
      column += 1;
      const cell = row.getCell(column);
      cell.value = 0;
      cell.style = style as Partial<ExcelJS.Style>;
    }
    // One text makes the library declare the part that the texts of the cells go into.
    row.getCell(column + 1).value = '-';
  }
  // Stored, not compressed: the finished parts are packed once, our own way.
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object);
  const parts = readStored(new Uint8Array(stored as ArrayBuffer));
  const numbers = book.sheets.flatMap((_, index) =>
    [...partOf(parts, sheetPart(index)).matchAll(/<c r="[A-Z]+1"(?: s="(\d+)")?><v>0</g)].map(([, number]) =>
      Number(number ?? 0),
    ),
  );
  if (numbers.length !== styles.size) throw new Error('the library has not written each style once');
  return { parts, styles: new Map([...styles].map((style, index) => [style, numbers[index] ?? 0])) };
}

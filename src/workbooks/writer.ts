/** Placed sheets → an .xlsx package, by the workbook library. No other file knows that library. */
import ExcelJS from 'exceljs';
import type { Lang } from '../model/text.ts';
import { cellAddress, rangeAddress } from './address.ts';
import { finish } from './finish.ts';
import type { PlacedBook, PlacedSheet } from './placed.ts';
import { entryStyle, margins, markStyle, tabColours } from './style.ts';

const pages = {
  zh: '第 &P 页 / 共 &N 页',
  en: 'Page &P of &N',
} as const;

/** A text in a page foot: `&` starts a code there, and a digit right after a font size would belong to the size. */
const footText = (text: string): string => ` ${text.replaceAll('&', '&&').slice(0, 90)}`;

const footOf = (book: PlacedBook, lang: Lang): string =>
  `&L&8${footText(book.foot[0])}&C&8 ${pages[lang]}&R&8${footText(book.foot[1])}`;

function addSheet(workbook: ExcelJS.Workbook, placed: PlacedSheet, foot: string): void {
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
  for (const [row, height] of placed.heights) worksheet.getRow(row).height = height;
  for (const placedCell of placed.cells) {
    const { value, formula, link } = placedCell;
    const cell = worksheet.getRow(placedCell.row).getCell(placedCell.column);
    if (formula !== null) cell.value = value === null ? { formula } : { formula, result: value };
    else if (link !== null) cell.value = { text: String(value ?? ''), hyperlink: link };
    else if (value !== null) cell.value = value;
    cell.style = placedCell.style as Partial<ExcelJS.Style>;
    if (placedCell.choices !== null) cell.dataValidation = dropDown(placedCell.choices);
  }
  // The cells of a merged range have their styles already; the library would lay the first one's over them again.
  for (const range of placed.merges) worksheet.mergeCellsWithoutStyle(range);
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
}

/** A list of words to choose from. They stand in the rule itself, parted by commas. */
function dropDown(choices: readonly string[]): ExcelJS.DataValidation {
  const words = `"${choices.join(',').replaceAll('"', '""')}"`;
  if (words.length > 255 || choices.some((choice) => choice.includes(',')))
    throw new Error(`a drop-down cannot hold ${words}`);
  return { type: 'list', allowBlank: true, formulae: [words], showErrorMessage: true };
}

/** As far down as a drop-down reaches. */
const lastEntry = 10_000;

/** A column to be filled in: its format from end to end, so that what is pasted keeps it, and its drop-down. */
function addEntry(worksheet: ExcelJS.Worksheet, entry: PlacedSheet['entries'][number]): void {
  const { column, firstRow, format, choices, open } = entry;
  worksheet.getColumn(column).style = entryStyle(format) as Partial<ExcelJS.Style>;
  if (choices === null) return;
  const rules = worksheet as unknown as {
    readonly dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void };
  };
  rules.dataValidations.add(rangeAddress(firstRow, column, lastEntry, column), {
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

/** The bytes of a workbook: the same for the same book, whenever and wherever they are made. */
export async function write(book: PlacedBook, stamp: Date, lang: Lang): Promise<Uint8Array> {
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
  for (const sheet of book.sheets) addSheet(workbook, sheet, foot);
  // Stored, not compressed: the finishing pass packs the parts once, its own way.
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object);
  return finish(
    new Uint8Array(stored as ArrayBuffer),
    book.sheets.map(({ charts }) => charts),
  );
}

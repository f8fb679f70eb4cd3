/**
 * Everything of an .xlsx package but its cells, by the workbook library: print set-up, tables, coloured words,
 * drop-downs, and how each style is written. No other file knows that library. The cells are filled in by `writer.ts`:
 * the library takes ten times as long over them as it takes to pack them.
 */
import type ExcelJS from 'exceljs';
import type { Lang } from '../model/text.ts';
import { columnLetters } from './address.ts';
import type { Outline, SheetOutline } from './outline.ts';
import { type Parts, partOf } from './parts.ts';
import { type LibraryStyle, margins, markStyle, pages, zoom } from './style.ts';
import { readStored } from './zip.ts';

const pageWords = {
  zh: '第 &P 页 / 共 &N 页',
  en: 'Page &P of &N',
} as const;

/** Two parts: a third in the middle would run into a long policy name on portrait paper. */
const footOf = ([left, right]: Outline['foot'], lang: Lang): string =>
  `&L&10${left}&R&10${right} · ${pageWords[lang]}`;

function addSheet(workbook: ExcelJS.Workbook, sheet: SheetOutline, foot: string): ExcelJS.Worksheet {
  const { headerRow, frozen, pagesWide } = sheet;
  const { paper, tab, headed, columns, onePage, locked } = pages[sheet.kind];
  const worksheet = workbook.addWorksheet(sheet.name, {
    properties: { tabColor: { argb: `FF${tab}` }, defaultRowHeight: 18 },
    pageSetup: {
      paperSize: 9,
      orientation: paper,
      fitToPage: true,
      fitToWidth: pagesWide,
      fitToHeight: onePage ? 1 : 0,
      horizontalCentered: columns !== undefined,
      margins: { ...margins },
      // The library writes a `$` before each of the two.
      printArea: `A$${sheet.firstRow}:${sheet.lastCell}`,
      ...(headerRow === null ? {} : { printTitlesRow: `${headerRow}:${headerRow}` }),
      ...(pagesWide > 1 && frozen.columns > 0
        ? { printTitlesColumn: `A:${columnLetters(frozen.columns)}` }
        : {}),
      // A row's second page follows its first.
      pageOrder: 'overThenDown',
    },
    headerFooter: { ...(headed ? { oddHeader: '&R&10&A' } : {}), oddFooter: foot },
    views: [
      frozen.rows + frozen.columns > 0
        ? {
            state: 'frozen',
            xSplit: frozen.columns,
            ySplit: frozen.rows,
            zoomScale: zoom,
            showGridLines: false,
          }
        : { state: 'normal', zoomScale: zoom, showGridLines: false },
    ],
  });
  for (const dropDown of sheet.dropDowns) addDropDown(worksheet, dropDown);
  for (const table of sheet.tables) addTable(worksheet, table);
  if (locked) lock(worksheet);
  let priority = 1;
  for (const { range, marks } of sheet.marks)
    worksheet.addConditionalFormatting({
      ref: range,
      rules: marks.map(({ word, tone }) => ({
        type: 'cellIs',
        operator: 'equal',
        formulae: [`"${word.replaceAll('"', '""')}"`],
        style: markStyle(tone) as Partial<ExcelJS.Style>,
        priority: priority++,
      })),
    });
  return worksheet;
}

/** A list of words to choose from. They stand in the rule itself, parted by commas. */
function addDropDown(
  worksheet: ExcelJS.Worksheet,
  { range, choices, open }: SheetOutline['dropDowns'][number],
): void {
  const words = `"${choices.join(',').replaceAll('"', '""')}"`;
  if (words.length > 255 || choices.some((choice) => choice.includes(',')))
    throw new Error(`a drop-down cannot hold ${words}`);
  const rules = worksheet as unknown as {
    readonly dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void };
  };
  rules.dataValidations.add(range, {
    type: 'list',
    allowBlank: true,
    formulae: [words],
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

/** Declares a list as a table. Its cells are not handed over, so the library does not know its range either. */
function addTable(
  worksheet: ExcelJS.Worksheet,
  { name, range, headers }: SheetOutline['tables'][number],
): void {
  const added = worksheet.addTable({
    name,
    ref: 'A1',
    headerRow: true,
    style: { showRowStripes: false },
    columns: headers.map((header) => ({ name: header, filterButton: true })),
    rows: [],
  }) as unknown as { table: TableModel };
  added.table.tableRef = range;
  added.table.autoFilterRef = range;
  added.table.style.theme = null;
  // An English word that the library puts where no total is shown.
  for (const column of added.table.columns) column.totalsRowLabel = undefined;
}

/** An empty workbook of the library, which is loaded with the first: many a command makes none. */
async function newWorkbook(): Promise<ExcelJS.Workbook> {
  const { default: Workbook } = await import('exceljs/lib/doc/workbook.js');
  return new Workbook();
}

/** Stored, not compressed: the finished parts are packed once, our own way. */
async function partsOf(workbook: ExcelJS.Workbook): Promise<Parts> {
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object);
  return readStored(new Uint8Array(stored as ArrayBuffer));
}

/** The package of an outline; its sheets hold nothing to be kept. */
export async function frameOf(outline: Outline, stamp: Date, lang: Lang): Promise<Parts> {
  const workbook = await newWorkbook();
  workbook.creator = 'rm-appraisal';
  workbook.lastModifiedBy = 'rm-appraisal';
  workbook.title = outline.title;
  workbook.created = stamp;
  workbook.modified = stamp;
  workbook.views = [
    { x: 0, y: 0, width: 28_000, height: 16_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  const foot = footOf(outline.foot, lang);
  // One text makes the library declare the part that the texts of the cells go into.
  for (const sheet of outline.sheets) addSheet(workbook, sheet, foot).getCell('A1').value = '-';
  return partsOf(workbook);
}

/** `xl/styles.xml` of a workbook that uses these styles, and the number that it gives to each. */
export async function writtenStyles(
  styles: readonly LibraryStyle[],
): Promise<{ readonly xml: string; readonly numbers: readonly number[] }> {
  const workbook = await newWorkbook();
  const worksheet = workbook.addWorksheet('styles');
  styles.forEach((style, index) => {
    const cell = worksheet.getCell(index + 1, 1);
    cell.value = 0;
    cell.style = style as Partial<ExcelJS.Style>;
  });
  const parts = await partsOf(workbook);
  const cells = partOf(parts, 'xl/worksheets/sheet1.xml').matchAll(/<c r="A\d+"(?: s="(\d+)")?>/g);
  const numbers = [...cells].map(([, number]) => Number(number ?? 0));
  if (numbers.length !== styles.length) throw new Error('the library has not written each style once');
  return { xml: partOf(parts, 'xl/styles.xml'), numbers };
}

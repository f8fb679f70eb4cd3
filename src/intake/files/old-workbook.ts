/**
 * Workbooks of the old kinds as raw sheets, read with SheetJS: binary .xls, and the XML that Excel 2003 wrote under that
 * name. They are small (65,536 rows), so that the library may hold them whole.
 */
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { readByLibrary } from './library-reader.ts';
import type { Limits } from './limits.ts';
import { faultProblem, fileProblems } from './problems.ts';
import type { Cell, RawFile, RawRow, RawSheet } from './sheet.ts';
import {
  chineseDates,
  type DayOfSerial,
  dayOf1900,
  dayOf1904,
  numberShown,
  type Shown,
  shownBy,
} from './shown.ts';
import { lastColumn, lastRow } from './xlsx/addresses.ts';

const batchSize = 1000;

/** Built-in dates whose codes no file states and the library does not know. What has no code for it is a number. */
const datesOfChineseExcel = Object.fromEntries(
  chineseDates.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => [first + index, 'yyyy/m/d']),
  ),
);

/** Bytes of a binary workbook, or the text of an XML one. */
export async function openOldWorkbook(
  file: string,
  content: Uint8Array | string,
  limits: Limits,
): Promise<RawFile> {
  let workbook: WorkBook;
  try {
    workbook = await readByLibrary(content, datesOfChineseExcel);
  } catch (error) {
    return { sheets: [], problems: [faultProblem(error, { file }, limits)] };
  }
  // What the library fails to parse it leaves out without a word: the list of sheets, or a sheet of the list.
  const lost = workbook.SheetNames.filter((name) => workbook.Sheets[name] === undefined);
  const problems = [...lost, ...workbook.SheetNames.filter((name) => isBoundless(workbook.Sheets[name]))].map(
    (sheet) => fileProblems.damaged({ file, sheet }, {}),
  );
  if (workbook.SheetNames.length === 0) problems.push(fileProblems.damaged({ file }, {}));
  if (problems.length > 0) return { sheets: [], problems };
  return { sheets: workbook.SheetNames.flatMap((name, index) => rawSheet(workbook, name, index)), problems };
}

/** A cell, row or column further out than any sheet reaches. */
function isBoundless(sheet: WorkSheet | undefined): boolean {
  const { '!data': data = [], '!rows': rows = [], '!cols': columns = [] } = sheet ?? {};
  if (data.length > lastRow || rows.length > lastRow || columns.length > lastColumn) return true;
  return data.some((row) => (row?.length ?? 0) > lastColumn);
}

function rawSheet(workbook: WorkBook, name: string, index: number): RawSheet[] {
  const sheet = workbook.Sheets[name];
  const data = sheet?.['!data'];
  // A chart or macro sheet has no cells.
  if (sheet === undefined || !Array.isArray(data)) return [];
  const dayOfSerial = workbook.Workbook?.WBProps?.date1904 === true ? dayOf1904 : dayOf1900;
  const hidden = {
    sheet: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0,
    rows: hiddenRows(sheet, data),
    columns: hiddenColumns(sheet, data),
  };
  return [
    {
      name,
      encoding: null,
      empty: !data.some((row) => row?.some((cell) => cell?.v !== undefined && cell.v !== '')),
      hidden: () => hidden,
      merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
        top: s.r + 1,
        bottom: e.r + 1,
        left: s.c,
        right: e.c,
      })),
      dayOfSerial,
      rows: () => batches(data, dayOfSerial),
    },
  ];
}

type SheetRow = CellObject[] | undefined;

/** Hidden rows that hold something; the empty rest of a sheet is often hidden. */
const hiddenRows = (sheet: WorkSheet, data: readonly SheetRow[]): number =>
  (sheet['!rows'] ?? []).filter((info, row) => info?.hidden === true && (data[row]?.length ?? 0) > 0).length;

function hiddenColumns(sheet: WorkSheet, data: readonly SheetRow[]): number {
  const widest = data.reduce((width, row) => Math.max(width, row?.length ?? 0), 0);
  return (sheet['!cols'] ?? []).slice(0, widest).filter((info) => info?.hidden === true).length;
}

async function* batches(
  data: readonly SheetRow[],
  dayOfSerial: DayOfSerial,
): AsyncGenerator<readonly RawRow[]> {
  const toCell = cellReader(dayOfSerial);
  let batch: RawRow[] = [];
  for (let index = 0; index < data.length; index++) {
    // `Array.from` also fills the holes of a sparse row.
    batch.push({ number: index + 1, cells: Array.from(data[index] ?? [], toCell) });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

function cellReader(dayOfSerial: DayOfSerial): (cell: CellObject | undefined) => Cell {
  const known = new Map<string | undefined, Shown>();
  const shown = (format: string | undefined): Shown => {
    const found = known.get(format) ?? shownBy(format ?? 'General');
    known.set(format, found);
    return found;
  };
  return (cell) => {
    if (cell === undefined) return null;
    const { v } = cell;
    switch (cell.t) {
      case 's':
        return v === '' || v === undefined ? null : String(v);
      case 'b':
        return v === true;
      case 'e':
        return { bad: 'excel-error', text: errorNames[Number(v)] ?? '#ERROR!' };
      case 'n':
        return Number.isNaN(v)
          ? { bad: 'excel-error', text: 'NaN' }
          : numberShown(Number(v), shown(cell.z as string | undefined), dayOfSerial);
      default:
        return null;
    }
  };
}

const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

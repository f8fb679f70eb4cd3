/**
 * Workbooks (.xlsx) as raw sheets, read with SheetJS. Dates come as serial numbers and are turned into days here,
 * so that no time zone ever has a say.
 */
import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { addDays, type Day } from '../../model/calendar.ts';
import { exactOfNumber, plainDigits, powerOfTen, textOfExact } from '../exact.ts';
import { fileProblems } from './problems.ts';
import type { Cell, RawFile, RawRow, RawSheet } from './sheet.ts';
import { ZipError, zipEntries } from './zip.ts';

const megabyte = 1024 * 1024;
/** A sheet of a million rows and a dozen columns unpacks to about 800 MB. */
const limits = { bytes: 1024 * megabyte, entries: 2000 };
const batchSize = 1000;

export function openXlsx(file: string, bytes: Buffer): RawFile {
  const refused = refusal(bytes);
  if (refused !== null) return { sheets: [], problems: [refused({ file })] };
  let workbook: WorkBook;
  try {
    workbook = read(bytes, {
      dense: true,
      cellDates: false,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      // Formulas and empty cells are asked for so that a formula without a cached value is seen; styles for what is hidden.
      cellFormula: true,
      sheetStubs: true,
      cellStyles: true,
    });
  } catch {
    return { sheets: [], problems: [fileProblems.damaged({ file }, {})] };
  }
  // What SheetJS fails to parse it leaves out without a word: the list of sheets, or a sheet of the list.
  const lost = workbook.SheetNames.filter((name) => workbook.Sheets[name] === undefined);
  const problems = lost.map((sheet) => fileProblems.damaged({ file, sheet }, {}));
  if (workbook.SheetNames.length === 0) problems.push(fileProblems.damaged({ file }, {}));
  return { sheets: workbook.SheetNames.flatMap((name, index) => rawSheet(workbook, name, index)), problems };
}

type Refusal = (at: { file: string }) => ReturnType<typeof fileProblems.damaged>;

/** Why the bytes are no workbook that can be read; null when they are one. */
function refusal(bytes: Buffer): Refusal | null {
  try {
    const entries = zipEntries(bytes, limits);
    if (!entries.some((entry) => /^[\\/]?xl[\\/]/i.test(entry.name))) {
      return (at) => fileProblems.notAWorkbook(at, { looksLike: 'unknown' });
    }
    // Unpacked once for the check alone: a damaged or lying entry is found before the library meets it.
    for (const entry of entries) entry.read();
    return null;
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    const { fault } = error;
    if (fault === 'not-a-zip') return notAZip(bytes);
    if (fault === 'encrypted') return (at) => fileProblems.encrypted(at, {});
    if (fault === 'too-large')
      return (at) => fileProblems.tooLarge(at, { limit: `${limits.bytes / megabyte} MB` });
    if (fault === 'too-many-entries')
      return (at) => fileProblems.tooLarge(at, { limit: `${limits.entries} entries` });
    return (at) => fileProblems.damaged(at, {});
  }
}

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');

function notAZip(bytes: Buffer): Refusal {
  if (bytes.subarray(0, 8).equals(compoundFile)) {
    // An encrypted .xlsx is a compound file with a stream of this name; an old .xls is one without.
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? (at) => fileProblems.encrypted(at, {})
      : (at) => fileProblems.notAWorkbook(at, { looksLike: 'xls' });
  }
  const start = bytes.subarray(0, 2000).toString('latin1');
  if (bytes.length === 0) return (at) => fileProblems.damaged(at, {});
  if (/<(?:html|table|\?xml|!doctype)/i.test(start))
    return (at) => fileProblems.notAWorkbook(at, { looksLike: 'html' });
  const looksLike = start.includes('\0') ? 'unknown' : 'text';
  return (at) => fileProblems.notAWorkbook(at, { looksLike });
}

function rawSheet(workbook: WorkBook, name: string, index: number): RawSheet[] {
  const sheet = workbook.Sheets[name];
  const data = sheet?.['!data'];
  // A chart or macro sheet has no cells.
  if (sheet === undefined || !Array.isArray(data)) return [];
  const dayOfSerial = workbook.Workbook?.WBProps?.date1904 === true ? dayOf1904 : dayOf1900;
  return [
    {
      name,
      encoding: null,
      empty: !data.some((row) =>
        row?.some((cell) => cell !== undefined && cell.v !== undefined && cell.v !== ''),
      ),
      hidden: {
        sheet: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0,
        rows: hiddenAmong(sheet['!rows'], data.length),
        columns: hiddenColumns(sheet, data),
      },
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

type Line = CellObject[] | undefined;

/** Hidden rows that hold something; the empty rest of a sheet is often hidden. */
const hiddenAmong = (infos: WorkSheet['!rows'], count: number): number =>
  (infos ?? []).slice(0, count).filter((info) => info?.hidden === true).length;

function hiddenColumns(sheet: WorkSheet, data: readonly Line[]): number {
  const widest = data.slice(0, batchSize).reduce((width, row) => Math.max(width, row?.length ?? 0), 0);
  return (sheet['!cols'] ?? []).slice(0, widest).filter((info) => info?.hidden === true).length;
}

async function* batches(
  data: Line[],
  dayOfSerial: (serial: number) => Day | null,
): AsyncGenerator<readonly RawRow[]> {
  const toCell = cellReader(dayOfSerial);
  let batch: RawRow[] = [];
  for (let index = 0; index < data.length; index++) {
    // `Array.from` also fills the holes of a sparse row.
    batch.push({ number: index + 1, cells: Array.from(data[index] ?? [], toCell) });
    data[index] = undefined;
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** How a number format shows its numbers. Chinese built-in date formats (27–36, 50–58) come without a format text. */
type Shown = 'number' | 'date' | 'percent' | { readonly padTo: number };

function shownBy(format: string | undefined): Shown {
  if (format === undefined) return 'date';
  const bare = format.replace(/"[^"]*"|\\./g, '');
  if (/^0{2,}$/.test(bare)) return { padTo: bare.length };
  if (SSF.is_date(format)) return 'date';
  return bare.includes('%') ? 'percent' : 'number';
}

function cellReader(dayOfSerial: (serial: number) => Day | null): (cell: CellObject | undefined) => Cell {
  const known = new Map<string | undefined, Shown>();
  const shown = (format: string | undefined): Shown => {
    const found = known.get(format) ?? shownBy(format);
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
        return number(Number(v), shown(cell.z as string | undefined), dayOfSerial);
      default:
        return cell.f === undefined && cell.F === undefined
          ? null
          : { bad: 'no-cached-value', text: `=${cell.f ?? ''}` };
    }
  };
}

function number(value: number, shown: Shown, dayOfSerial: (serial: number) => Day | null): Cell {
  if (Number.isNaN(value)) return { bad: 'excel-error', text: 'NaN' };
  if (shown === 'number') return value;
  if (shown === 'date') {
    const date = dayOfSerial(value);
    return date === null ? value : { date };
  }
  if (shown === 'percent') return percentText(value);
  // A format of zeros only is how Excel keeps the leading zeros of a number: 0012 is what people see.
  return Number.isInteger(value) && value >= 0 ? plainDigits(value).padStart(shown.padTo, '0') : value;
}

function percentText(value: number): string {
  const exact = exactOfNumber(value);
  return exact === null ? String(value) : `${textOfExact(exact * powerOfTen(2))}%`;
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

const lastSerial = 2_958_465;

/** Excel's first system: 1 is 1 January 1900; it counts a 29 February 1900 that never was (60). */
function dayOf1900(serial: number): Day | null {
  const days = Math.floor(serial);
  if (days < 1 || days > lastSerial || days === 60) return null;
  return addDays('1899-12-30', days < 60 ? days + 1 : days);
}

/** Excel's second system, of old Macintosh workbooks: 0 is 1 January 1904. */
function dayOf1904(serial: number): Day | null {
  const days = Math.floor(serial);
  return days < 0 || days > lastSerial - 1462 ? null : addDays('1904-01-01', days);
}

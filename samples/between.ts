/** What people do between two quarters of the sample year: they fill in the decisions, and make the next package. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as rowsOf } from 'csv-parse/sync';
import ExcelJS from 'exceljs';

/** Cells by their headers. */
type Cells = Readonly<Record<string, string>>;

/** What is decided after a quarter, and what is written into the next one's books by hand (decisions.yaml). */
export interface AfterQuarter {
  /** By sheet and number of the row. */
  readonly decisions: Readonly<Record<string, Readonly<Record<string, Cells>>>>;
  readonly ledger?: readonly (readonly string[])[];
  /** By the manager's id. */
  readonly roster?: Readonly<Record<string, Cells>>;
}

/** Fills in a copy of the decisions, as a person does in Excel. */
export async function fillIn(blank: string, filled: string, { decisions }: AfterQuarter): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(blank);
  for (const [name, answers] of Object.entries(decisions)) {
    const sheet = book.getWorksheet(name);
    const numbers = sheet?.getColumn(1).values.map(String) ?? [];
    const header = sheet?.getRow(numbers.indexOf('编号'));
    const headers = Array.from(
      { length: header?.cellCount ?? 0 },
      (_, index) => header?.getCell(index + 1).text,
    );
    for (const [number, cells] of Object.entries(answers))
      for (const [column, value] of Object.entries(cells)) {
        const [row, at] = [numbers.indexOf(number), headers.indexOf(column)];
        if (!sheet || row < 0 || at < 0) throw new Error(`${blank}: ${name} has no ${number}, ${column}`);
        sheet.getCell(row, at + 1).value = value;
      }
  }
  await book.xlsx.writeFile(filled);
}

const read = (file: string): string[][] => rowsOf(readFileSync(file), { bom: true });
const write = (file: string, rows: readonly (readonly string[])[]): void =>
  writeFileSync(file, `\uFEFF${rows.map((cells) => cells.join(',')).join('\r\n')}\r\n`);

/** The personnel department's workbook has both as well: the next quarter goes by what the close has written. */
const profile = 'files:\n  客户经理名册: none\n  奖惩台账: none\n';

/** The next package: its exports, with the ledger and the roster of the close and what was written into them by hand. */
export function nextPackage(
  exports: string,
  closed: string,
  folder: string,
  { ledger = [], roster = {} }: AfterQuarter,
): void {
  cpSync(exports, folder, { recursive: true });
  writeFileSync(join(folder, 'bank.yaml'), profile);
  write(join(folder, 'events.csv'), [...read(join(closed, 'events.csv')), ...ledger]);
  write(join(folder, 'roster.csv'), corrected(read(join(closed, 'roster.csv')), roster));
}

/** A roster with other cells, with people and columns that it lacks. */
function corrected(
  [header = [], ...people]: string[][],
  changes: Readonly<Record<string, Cells>>,
): string[][] {
  const columns = [...new Set([...header, ...Object.values(changes).flatMap((cells) => Object.keys(cells))])];
  const [id = ''] = header;
  const told = new Map(people.map((cells) => [cells[0] ?? '', cellsUnder(header, cells)]));
  for (const [manager, cells] of Object.entries(changes))
    told.set(manager, { ...told.get(manager), ...cells, [id]: manager });
  return [columns, ...[...told.values()].map((cells) => columns.map((column) => cells[column] ?? ''))];
}

const cellsUnder = (header: readonly string[], cells: readonly string[]): Cells =>
  Object.fromEntries(header.map((column, index) => [column, cells[index] ?? '']));

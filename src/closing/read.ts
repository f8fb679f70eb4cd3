/**
 * Reads the filled-in decisions back. Sheets, columns and rows are found by their names and numbers, wherever they were
 * moved to; what is not as it was written is a problem at its cell, and never guessed.
 */
import { basename } from 'node:path';
import { choiceFinder } from '../intake/cells/choices.ts';
import { dayInNumber, dayInText } from '../intake/cells/dates.ts';
import { idIn } from '../intake/cells/ids.ts';
import { cellProblems } from '../intake/cells/problems.ts';
import { openFile } from '../intake/files/index.ts';
import { defaultLimits } from '../intake/files/limits.ts';
import {
  type Cell,
  columnLetter,
  isBad,
  isDate,
  isEmpty,
  type RawRow,
  type RawSheet,
  textOf,
} from '../intake/files/sheet.ts';
import { hashed } from '../intake/folder.ts';
import { nearest } from '../intake/nearest.ts';
import { headerKey, isNothing, nameKey } from '../intake/words.ts';
import type { ClosingBasis } from '../model/closing.ts';
import { type Diagnostic, hasErrors, type Location } from '../model/diagnostic.ts';
import type { ChoiceColumn } from '../model/table.ts';
import { languages, type Text } from '../model/text.ts';
import { tabName } from '../spreadsheet/tabs.ts';
import { decisionProblems } from './problems.ts';
import { type AnswerColumn, type AskedRow, type AskedSheet, askedSheets, w } from './sheets.ts';
import { fingerprintWord } from './workbook.ts';

export interface AnsweredRow {
  readonly sheet: AskedSheet;
  readonly row: AskedRow;
  /** By the answer's key: an id of its choices, a day, a text; null: blank. */
  readonly answers: Readonly<Record<string, string | null>>;
  /** Where an answer stands. */
  at(key: string): Location;
}

interface AnswersRead {
  readonly rows: readonly AnsweredRow[];
  readonly problems: readonly Diagnostic[];
}

/** The answers in a file; whatever is wrong with it is among the problems, and then there are no rows to go by. */
export async function readAnswers(path: string, basis: ClosingBasis): Promise<AnswersRead> {
  const file = basename(path);
  const opened = await openFile(await hashed({ name: file, path }), defaultLimits);
  const problems = [...(opened?.problems ?? [])];
  const sheets: OpenSheet[] = [];
  for (const raw of opened?.sheets ?? []) {
    const rows: RawRow[] = [];
    // LibreOffice may write a million rows with nothing in them.
    for await (const batch of raw.rows((problem) => problems.push(problem)))
      for (const row of batch) if (!row.cells.every((cell) => isEmpty(cell))) rows.push(row);
    sheets.push({ raw, rows });
  }
  if (hasErrors(problems)) return { rows: [], problems };
  const other = otherRun(file, sheets, basis);
  if (other !== null) return { rows: [], problems: [other] };
  const asked = askedSheets(basis);
  const read = asked.map((each) => {
    const names = namesOf(each);
    const sheet = sheets.find(({ raw }) => names.includes(nameKey(raw.name ?? '')));
    if (sheet !== undefined) return new SheetReader(each, sheet, basis, file).read();
    const isMissed = each.rows.some(({ managerId }) => managerId !== null);
    const problem = decisionProblems.noSheet({ file }, { sheet: each.name.zh });
    return { rows: [], problems: isMissed ? [problem] : [] };
  });
  const names = new Set(asked.flatMap(namesOf));
  const copied = sheets
    .filter(({ raw, rows }) => !names.has(nameKey(raw.name ?? '')) && saysRun(rows).length > 0)
    .map(({ raw }) => decisionProblems.copiedSheet({ file, sheet: raw.name }, {}));
  return {
    rows: read.flatMap(({ rows }) => rows),
    problems: [...read.flatMap((each) => each.problems), ...copied],
  };
}

/** What a sheet may be called. */
const namesOf = ({ name }: AskedSheet): string[] => languages.map((lang) => nameKey(tabName(name)[lang]));

interface OpenSheet {
  readonly raw: RawSheet;
  readonly rows: readonly RawRow[];
}

const stated = new RegExp(`(?:${fingerprintWord.zh}|${fingerprintWord.en})[ :：]*([0-9a-f]{12})(?![0-9a-f])`);

/** Every sheet says of which run it is: the first that says another, or the file where none says any. */
function otherRun(file: string, sheets: readonly OpenSheet[], basis: ClosingBasis): Diagnostic | null {
  const expected = basis.fingerprint;
  const says = sheets.flatMap(({ raw, rows }) => saysRun(rows).map((each) => ({ ...each, sheet: raw.name })));
  const other = says.find(({ said }) => said !== expected);
  if (other !== undefined) {
    const { said: value, sheet, row } = other;
    return decisionProblems.otherRun({ file, sheet, row }, { expected }, { value });
  }
  return says.length > 0 ? null : decisionProblems.otherRun({ file }, { expected });
}

/** Of which run a sheet is, as it says above its header. */
const saysRun = (rows: readonly RawRow[]): { said: string; row: number }[] =>
  rows.slice(0, headerWithin).flatMap(({ number, cells }) =>
    cells.flatMap((cell) => {
      const said = stated.exec(textOf(cell))?.[1];
      return said === undefined ? [] : [{ said, row: number }];
    }),
  );

const headerWithin = 50;

const isHeader = (cell: Cell | undefined, header: Text): boolean =>
  languages.some((lang) => headerKey(textOf(cell)) === headerKey(header[lang]));

class SheetReader {
  readonly #asked: AskedSheet;
  readonly #sheet: OpenSheet;
  readonly #people: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  readonly #file: string;
  readonly #problems: Diagnostic[] = [];
  /** Where each column is: the header as the file has it, and its place from 0. */
  readonly #columns = new Map<string, { readonly index: number; readonly header: string }>();

  constructor(asked: AskedSheet, sheet: OpenSheet, { people }: ClosingBasis, file: string) {
    this.#asked = asked;
    this.#sheet = sheet;
    this.#people = new Map(people.map((each) => [each.id, each]));
    this.#file = file;
  }

  read(): AnswersRead {
    const { rows } = this.#sheet;
    const top = rows.slice(0, headerWithin).find(({ cells }) => cells.some((cell) => isHeader(cell, w.id)));
    const at = { file: this.#file, sheet: this.#sheet.raw.name };
    if (top === undefined)
      return { rows: [], problems: [decisionProblems.noColumn(at, { column: w.id.zh })] };
    this.#findColumns(top, { ...at, row: top.number });
    if (this.#problems.length > 0) return { rows: [], problems: this.#problems };
    this.#findMerges(top.number);
    const found = this.#rows(rows.filter(({ number }) => number > top.number));
    for (const row of this.#asked.rows)
      if (row.managerId !== null && !found.has(row.number))
        this.#problems.push(decisionProblems.rowGone(at, { number: row.number, who: this.#nameOf(row) }));
    return { rows: [...found.values()].map(({ answered }) => answered), problems: this.#problems };
  }

  #nameOf({ managerId }: AskedRow): string {
    return `${managerId} ${this.#people.get(managerId ?? '')?.name ?? ''}`.trim();
  }

  #findColumns(top: RawRow, at: Location): void {
    const { kind, answers } = this.#asked;
    const named: readonly (readonly [string, Text])[] = [
      ['#id', w.id],
      ...(kind === 'others'
        ? []
        : ([
            ['#manager', w.managerId],
            ['#name', w.name],
          ] as const)),
      ...answers.map(({ key, header }) => [key, header] as const),
    ];
    for (const [key, header] of named) {
      const [index, another] = top.cells.flatMap((cell, place) => (isHeader(cell, header) ? place : []));
      const args = { column: header.zh };
      if (index === undefined) this.#problems.push(decisionProblems.noColumn(at, args));
      else if (another !== undefined) this.#problems.push(decisionProblems.twoColumns(at, args));
      else this.#columns.set(key, { index, header: textOf(top.cells[index]) });
    }
  }

  #at(row: number, key: string): Location {
    const column = this.#columns.get(key)?.header ?? '';
    return { file: this.#file, sheet: this.#sheet.raw.name, row, column };
  }

  /** Whatever is merged below the header has one value where several are asked for. */
  #findMerges(headerRow: number): void {
    for (const { top, bottom, left, right } of this.#sheet.raw.merges) {
      if (bottom <= headerRow) continue;
      const [key] = [...this.#columns].find(([, { index }]) => index >= left && index <= right) ?? [];
      if (key === undefined) continue;
      const at = this.#at(top, key);
      const args = { column: at.column ?? '', cell: `${columnLetter(left)}${top}` };
      this.#problems.push(cellProblems.merged(at, args));
    }
  }

  #rows(lines: readonly RawRow[]): Map<string, { readonly line: number; readonly answered: AnsweredRow }> {
    const asked = new Map(this.#asked.rows.map((row) => [row.number, row]));
    const found = new Map<string, { readonly line: number; readonly answered: AnsweredRow }>();
    for (const { number, cells } of lines) {
      const cell = (key: string): Cell => cells[this.#columns.get(key)?.index ?? -1] ?? null;
      if ([...this.#columns.keys()].every((key) => isEmpty(cell(key)))) continue;
      const id = textOf(cell('#id'));
      const row = asked.get(id);
      const before = found.get(id);
      if (row === undefined) {
        const suggestion = nearest(id, asked.keys());
        this.#problems.push(
          decisionProblems.unknownId(this.#at(number, '#id'), { suggestion }, { value: id }),
        );
      } else if (before !== undefined)
        this.#problems.push(
          decisionProblems.rowTwice(this.#at(number, '#id'), { first: before.line }, { value: id }),
        );
      else {
        this.#checkManager(row, number, cell);
        const read = this.#asked.answers.map((column) => [column.key, this.#answer(column, number, cell)]);
        const answers: Record<string, string | null> = Object.fromEntries(read);
        const at = (key: string): Location => this.#at(number, key);
        found.set(id, { line: number, answered: { sheet: this.#asked, row, answers, at } });
      }
    }
    return found;
  }

  #checkManager(row: AskedRow, line: number, cell: (key: string) => Cell): void {
    if (row.managerId === null) return;
    const expected = this.#nameOf(row);
    const { name = '' } = this.#people.get(row.managerId) ?? {};
    for (const [key, wanted] of [
      ['#manager', row.managerId],
      ['#name', name],
    ] as const) {
      const value = textOf(cell(key));
      if (nameKey(value) !== nameKey(wanted))
        this.#problems.push(decisionProblems.otherManager(this.#at(line, key), { expected }, { value }));
    }
  }

  #answer(asked: AnswerColumn, line: number, cellOf: (key: string) => Cell): string | null {
    const cell = cellOf(asked.key);
    const at = this.#at(line, asked.key);
    const column = at.column ?? '';
    const value = textOf(cell);
    if (isBad(cell)) {
      const args = { column, cell: `${columnLetter(this.#columns.get(asked.key)?.index ?? 0)}${line}` };
      const made = cell.bad === 'no-cached-value' ? cellProblems.noCachedValue : cellProblems.excelError;
      this.#problems.push(made(at, args, { value }));
      return null;
    }
    if (isNothing(value)) return null;
    const found = this.#valueOf(asked, cell);
    if (typeof found === 'string') return found;
    this.#problems.push(found(at, column, value));
    return null;
  }

  /** The value, or how to tell that it is none. */
  #valueOf(
    { kind, choices }: AnswerColumn,
    cell: Cell,
  ): string | ((at: Location, column: string, value: string) => Diagnostic) {
    switch (kind) {
      case 'text':
        return textOf(cell);
      case 'id': {
        const id = idIn(cell);
        return typeof id === 'string'
          ? id
          : (at, column, value) => cellProblems.notAnId(at, { column }, { value });
      }
      case 'date':
        return this.#dayIn(cell) ?? ((at, column, value) => cellProblems.notADate(at, { column }, { value }));
      case 'choice': {
        const words: ChoiceColumn = {
          ...{ kind: 'choice', headers: [''], required: false, choices, default: null, open: false },
        };
        const known = choices.map(({ text }) => text.zh);
        return (
          choiceFinder(words)(textOf(cell)) ??
          ((at, column, value) =>
            decisionProblems.unknownChoice(
              at,
              { column, known, suggestion: nearest(value, known) },
              { value },
            ))
        );
      }
    }
  }

  #dayIn(cell: Cell): string | null {
    if (isDate(cell)) return cell.date;
    if (typeof cell === 'number') return dayInNumber(cell, this.#sheet.raw.dayOfSerial);
    return dayInText(textOf(cell));
  }
}

/** What the lists of a closed quarter are made from, and the columns that they share. */
import { type Day, lastDay } from '../model/calendar.ts';
import type { ClosingBasis, LedgerEvent, WarnedQuestion } from '../model/closing.ts';
import { join, type Lang, same, type Text } from '../model/text.ts';
import { code, day, words } from '../spreadsheet/cells.ts';
import { type Column, column, list } from '../spreadsheet/list.ts';
import { placeBook } from '../spreadsheet/place.ts';
import type { Sheet } from '../spreadsheet/sheet.ts';
import { tabName } from '../spreadsheet/tabs.ts';
import { write } from '../spreadsheet/writer.ts';
import { policyName, quarterWords } from '../workbooks/words.ts';
import type { Decisions } from './decisions.ts';
import { w } from './sheets.ts';

export interface Closed {
  readonly basis: ClosingBasis;
  readonly decisions: Decisions;
  /** After the decisions. */
  readonly ledger: readonly LedgerEvent[];
}

export const gradeWord = ({ ladder }: ClosingBasis, grade: string | null): Text =>
  grade === null ? same('') : (ladder.find(({ id }) => id === grade)?.title ?? same(grade));

/** The title of what plays a part, as the policy calls it. */
export const roleWord = ({ events }: ClosingBasis, role: string): Text =>
  events.find((each) => each.role === role)?.title ?? same('');

/** Explanations that are owed: of what stands in the policy's lists, whatever nobody has answered yet. */
export function owedIn({ basis, decisions }: Closed): WarnedQuestion[] {
  const open = new Set(
    decisions.undecided.flatMap(({ row, sheet }) => (sheet.kind === 'warnings' ? row.id : [])),
  );
  const { lists } = basis.rules.warnings;
  return basis.warnings.filter(({ id, list }) => open.has(id) && lists.includes(list));
}

/** A column of a list: what it is called, and what a row shows there. */
export type Field<R> =
  | readonly ['text', Text, (row: R) => string | Text | null]
  | readonly ['date', Text, (row: R) => Day | null];

const columnOf = <R>(field: Field<R>, index: number): Column<R> =>
  field[0] === 'text'
    ? column(`c${index}`, field[1], [10, 30], (row) => words(field[2](row)))
    : column(`c${index}`, field[1], (row) => day(field[2](row)));

/** A sheet of one list: of whom a row is, then its fields. Null: there is nothing to list. */
export function listSheet<R>(
  basis: ClosingBasis,
  id: string,
  name: Text,
  rows: readonly R[],
  managerOf: (row: R) => string,
  fields: readonly Field<R>[],
): Sheet | null {
  if (rows.length === 0) return null;
  const people = new Map(basis.people.map((each) => [each.id, each]));
  const columns: Column<R>[] = [
    column('id', w.managerId, [8, 16], (row) => code(managerOf(row))),
    column('name', w.name, [8, 16], (row) => words(people.get(managerOf(row))?.name ?? '')),
    column('unit', w.unit, [10, 22], (row) => words(people.get(managerOf(row))?.unit ?? '')),
    ...fields.map(columnOf),
  ];
  const what = join([quarterWords(basis.period), policyName(basis.policy)], ' · ');
  return {
    id,
    name: tabName(name),
    given: true,
    kind: 'list',
    blocks: [{ kind: 'title', text: name, lines: [what] }, list(id, columns, rows)],
  };
}

/** The bytes of a workbook of these sheets, dated with the last day of the period; null: there are none. */
export async function bookOf(
  { period, policy, fingerprint }: ClosingBasis,
  title: Text,
  sheets: readonly (Sheet | null)[],
  lang: Lang,
): Promise<Uint8Array | null> {
  const filled = sheets.filter((sheet) => sheet !== null);
  if (filled.length === 0) return null;
  const book = {
    title: join([title, quarterWords(period)], ' '),
    foot: [join([policyName(policy), fingerprint], ' · '), title] as const,
    sheets: filled,
  };
  return write(placeBook(book, lang), new Date(`${lastDay(period)}T00:00:00Z`), lang);
}

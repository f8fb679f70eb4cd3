/** Which column each unknown header could be, judged by its words and by the values below it. */
import type { Quarter } from '../../model/calendar.ts';
import type { Suggestion } from '../../model/package.ts';
import type { TableOfFiles } from '../../model/table.ts';
import { spellingsOf } from '../../model/tables/spellings.ts';
import type { Text } from '../../model/text.ts';
import type { Cell, RawRow } from '../files/sheet.ts';
import { inWordsOf, namesQuarter } from '../period-words.ts';
import type { Roster } from '../roster.ts';
import { splitUnit } from '../units.ts';
import { headerKey } from '../words.ts';
import { evidenceIn, type ValueEvidence, type Values, valuesIn } from './values.ts';
import { wordsSpeakFor } from './words.ts';

/** A header that nobody knows, and where it stands. */
export interface UnknownHeader {
  readonly index: number;
  /** As the file has it, groups first: `本年/均额`. */
  readonly header: string;
}

/** What one header could be. */
export interface Guess {
  readonly header: string;
  /** As a line says it that is meant for every quarter. */
  readonly said: string;
  readonly column: string;
  readonly sure: boolean;
  readonly reason: Text;
}

type Words = 'listed' | 'doubtful' | 'spoken' | 'silent';

interface Said extends UnknownHeader {
  readonly said: string;
}

interface Rated {
  readonly unknown: Said;
  readonly column: string;
  readonly words: Words;
  readonly found: ValueEvidence;
  readonly points: number;
}

const pointsOfWords: Readonly<Record<Words, number>> = { listed: 4, spoken: 3, doubtful: 2, silent: 0 };
const pointsOfValues: Readonly<Record<ValueEvidence['evidence'], number>> = {
  decided: 3,
  fits: 1,
  'nothing-to-see': 0,
  contradicted: -9,
};

/** `open` are the columns of the table that no header of the sheet is known to be; `rows` are those below the header. */
export function guesses(
  declaration: TableOfFiles,
  unknown: readonly UnknownHeader[],
  open: readonly string[],
  rows: readonly RawRow[],
  roster: Roster | null,
  period: Quarter,
): Guess[] {
  const named = unknown.map((each) => ({ ...each, said: inWordsOf(period, each.header) }));
  // The third quarter's column is no answer to what the fourth's is.
  const rated = named.flatMap((each) => {
    if (namesQuarter(each.said)) return [];
    const values = valuesIn(rows.map(({ cells }): Cell => cells[each.index] ?? null));
    return open.flatMap((column) => rate(declaration, each, column, values, roster) ?? []);
  });
  return rated
    .filter((each) => isBestOfHeader(each, rated))
    .map((each) => {
      const rivals = rated.filter(
        ({ column, unknown: other }) => column === each.column && other !== each.unknown,
      );
      const best = Math.max(0, ...rivals.map(({ points }) => points));
      return {
        header: each.unknown.header,
        said: each.unknown.said,
        column: each.column,
        sure: isSure(each) && each.points > best && !isTied(each, rated),
        reason: reasonOf(each),
      };
    })
    .sort((a, b) => (a.header < b.header ? -1 : 1));
}

function rate(
  declaration: TableOfFiles,
  unknown: Said,
  column: string,
  values: Values,
  roster: Roster | null,
): Rated | null {
  const declared = declaration.columns[column];
  if (declared === undefined) return null;
  const words = wordsOf(unknown.said, declaration.id, column);
  const found = evidenceIn(values, column, declared, roster);
  if (words === 'silent' && found.evidence !== 'decided') return null;
  const points = pointsOfWords[words] + pointsOfValues[found.evidence];
  return points > 0 ? { unknown, column, words, found, points } : null;
}

function wordsOf(header: string, table: string, column: string): Words {
  const bare = splitUnit(header.replaceAll('/', '')).name;
  const leaf = splitUnit(header.split('/').at(-1) ?? '').name;
  const isIn = (doubtful: boolean): boolean =>
    spellingsOf(table, column, doubtful).some((each) => headerKey(each) === headerKey(bare));
  if (isIn(false)) return 'listed';
  if (isIn(true)) return 'doubtful';
  return wordsSpeakFor(bare, table, column) || wordsSpeakFor(leaf, table, column) ? 'spoken' : 'silent';
}

const isBestOfHeader = (each: Rated, all: readonly Rated[]): boolean =>
  all.every(({ unknown, points }) => unknown !== each.unknown || points <= each.points);

const isTied = (each: Rated, all: readonly Rated[]): boolean =>
  all.some((other) => other !== each && other.unknown === each.unknown && other.points === each.points);

/** The words say it and the values do not speak against it, or nothing else could have such values. */
const isSure = ({ words, found }: Rated): boolean =>
  words === 'listed' || words === 'spoken' ? found.evidence !== 'contradicted' : found.evidence === 'decided';

function reasonOf({ words, found }: Rated): Text {
  const said: Text | null = words === 'silent' ? null : { zh: '按列名', en: 'by its words' };
  const parts = [said, found.because].filter((part) => part !== null);
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}

/** Whether the words of a header speak for any column of the table. */
export const speaksForSome = (header: string, { id, columns }: TableOfFiles): boolean =>
  Object.entries(columns).some(
    ([name, { headers }]) =>
      headers.some((each) => headerKey(each) === headerKey(splitUnit(header.replaceAll('/', '')).name)) ||
      wordsOf(header, id, name) !== 'silent',
  );

/** A guess as a line of the bank profile. */
export const columnSuggestion = (table: string, { said, column, sure, reason }: Guess): Suggestion => ({
  path: ['columns', table, said],
  value: column,
  sure,
  reason,
});

/** A header that could be nothing may be said to be that. */
export const unusedSuggestion = (table: string, header: string): Suggestion => ({
  path: ['columns', table, header],
  value: 'none',
  sure: false,
  reason: {
    zh: '不像任何一列；确实不用时去掉 #',
    en: 'like no column; remove the # if it is not to be used',
  },
});

/** A roster without ids goes by its names, where each of them is one person's. */
export const byNameSuggestion = (names: 'unique' | 'repeated'): Suggestion => ({
  path: ['ids', 'manager'],
  value: 'by-name',
  sure: names === 'unique',
  reason:
    names === 'unique'
      ? { zh: '名册没有工号，姓名不重复', en: 'the roster has no ids, and no name twice' }
      : { zh: '名册没有工号，但有人同名', en: 'the roster has no ids, but names that several people have' },
});

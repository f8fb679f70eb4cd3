/** Which table a file or sheet could be whose name says nothing, by the columns its headers could be. */
import type { Quarter } from '../../model/calendar.ts';
import type { Suggestion } from '../../model/package.ts';
import type { DeclaredWords } from '../../model/table.ts';
import { type TableId, tableIds, tables } from '../../model/tables/index.ts';
import { topOf } from '../by-columns.ts';
import type { RawSheet } from '../files/sheet.ts';
import { columnsIn, findHeader } from '../header.ts';
import { headerRemarks, withoutHeader } from '../header-problems.ts';
import type { BankProfile } from '../profile/profile.ts';
import type { Roster } from '../roster.ts';
import { tableAsRead } from '../table-as-read.ts';
import { columnSuggestion, type Guess } from './columns.ts';

/** A sheet that no table claims, by what the profile would call it. */
export interface UnclaimedSheet {
  readonly name: string;
  readonly sheet: RawSheet;
}

interface Candidate {
  readonly table: TableId;
  readonly guesses: readonly Guess[];
  readonly columns: number;
  readonly whole: boolean;
}

export async function fileSuggestions(
  { name, sheet }: UnclaimedSheet,
  profile: BankProfile,
  declared: DeclaredWords,
  roster: Roster | null,
  period: Quarter,
): Promise<Suggestion[]> {
  const rows = await topOf(sheet);
  if (rows.length === 0) return [];
  const candidates = tableIds.map((table): Candidate => {
    const declaration = tableAsRead(table, profile, declared);
    const header = findHeader(declaration, rows, sheet.merges, profile.tableOf(table).headers, period);
    const { guesses } =
      header === null
        ? withoutHeader(declaration, rows, rows.length, sheet.merges, roster, period, {})
        : headerRemarks(declaration, header, rows.slice(header.taken), roster, period, {});
    const known = columnsIn(header?.columns ?? []);
    const covered = new Set([...known, ...guesses.filter(({ sure }) => sure).map(({ column }) => column)]);
    const required = Object.entries(declaration.columns).filter(([, { required: must }]) => must);
    const whole = required.every(([column]) => covered.has(column));
    return { table, guesses, columns: covered.size, whole };
  });
  const most = Math.max(...candidates.map(({ columns }) => columns));
  const best = candidates.filter(({ columns }) => columns === most);
  const [only] = best;
  if (only === undefined || most < (only.whole ? 2 : fewest)) return [noTable(name)];
  const others = candidates.filter(({ table }) => table !== only.table).map(({ columns }) => columns);
  const sure = best.length === 1 && (only.whole || most >= Math.max(0, ...others) + clearly);
  return best.flatMap(({ table, guesses }) => [
    {
      path: ['files', patternOf(name)],
      value: table,
      sure,
      reason: { zh: `按列名像“${tables[table].title.zh}”`, en: `its columns are like those of ${table}` },
    },
    ...guesses.map((guess) => columnSuggestion(table, sure ? guess : { ...guess, sure: false })),
  ]);
}

/** Covers, lists of telephones: a person may say that they are none. */
const noTable = (name: string): Suggestion => ({
  path: ['files', patternOf(name)],
  value: 'none',
  sure: false,
  reason: {
    zh: '不像任何一张表；确实不用时去掉 #',
    en: 'like no table; remove the # if it is not to be used',
  },
});

/** A column or two may be chance. */
const fewest = 3;
/** So many columns more than any other table has leave no doubt, though one that must be there is not known yet. */
const clearly = 3;

/** A file of the next quarter has another date in its name. */
export const patternOf = (name: string): string =>
  name
    .replace(
      /(?<!\d)(?:19|20)\d{2}(?:[-_.年]?(?:Q[1-4]|\d{1,2})(?:[-_.月]?\d{1,2}日?|月|季度?)?)?(?!\d)/gi,
      '*',
    )
    .replace(/\*+/g, '*');

/** Which rows of a table a measure takes and how much of their amounts, by comparing the policy's words with the export's. */
import { one, type Ratio } from './ratio.ts';

/** The span that a figure is of: the quarter alone, or the year to date. */
export type Basis = 'quarter' | 'year';

/** Words, anywhere in a column's cell. */
interface ColumnWords {
  readonly column: string;
  readonly words: readonly string[];
}

/** As in force in a period. */
export interface RowChoice {
  /** Only rows with this id in a column, or whose column contains one of these words. */
  readonly only: { readonly column: string; readonly is: string } | ColumnWords | null;
  /** No rows whose column contains one of these words, unless it contains one of the others too. */
  readonly without: (ColumnWords & { readonly unless: readonly string[] }) | null;
  /** The part that a row counts with: the first weight one of whose words its column contains, else the whole. */
  readonly weighted: {
    readonly column: string;
    readonly by: readonly { readonly words: readonly string[]; readonly weight: Ratio }[];
  } | null;
}

const cellOf = (row: object, column: string): string | null => {
  const cell = (row as Readonly<Record<string, unknown>>)[column];
  return typeof cell === 'string' ? cell : null;
};

/** Whether a column contains one of the words; null: the column is missing. */
function contains({ column, words }: ColumnWords, row: object): boolean | null {
  const cell = cellOf(row, column);
  return cell === null ? null : words.some((word) => cell.includes(word));
}

function leavesOut(without: NonNullable<RowChoice['without']>, row: object): boolean | null {
  const left = contains(without, row);
  return left === true ? !contains({ ...without, words: without.unless }, row) : left;
}

/** Whether a row belongs to the measure; null: the column that would say so is missing. */
export function takes({ only, without }: RowChoice, row: object): boolean | null {
  const kept = only === null || ('is' in only ? cellOf(row, only.column) === only.is : contains(only, row));
  const left = without === null ? false : leavesOut(without, row);
  if (kept === false || left === true) return false;
  return kept === null || left === null ? null : true;
}

/** The part of its amount that a row counts with; null: the column that would say so is missing. */
export function weightOf({ weighted }: RowChoice, row: object): Ratio | null {
  if (weighted === null) return one;
  const cell = cellOf(row, weighted.column);
  if (cell === null) return null;
  return weighted.by.find(({ words }) => words.some((word) => cell.includes(word)))?.weight ?? one;
}

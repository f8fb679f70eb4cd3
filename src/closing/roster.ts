/** The roster as the next package takes it: the columns that were there, each cell as a text. */
import type { ClosingBasis } from '../model/closing.ts';
import type { PolicyInForce } from '../model/in-force.ts';
import { plain } from '../model/money.ts';
import type { Row } from '../model/package.ts';
import type { AnyColumn, Choice } from '../model/table.ts';
import { tables } from '../model/tables/index.ts';
import type { Text } from '../model/text.ts';

type Columns = Readonly<Record<string, AnyColumn>>;
export const rosterColumns: Columns = tables.roster.columns;

export function rosterIn(rows: readonly Row<'roster'>[], policy: PolicyInForce): ClosingBasis['roster'] {
  const cell = (row: Row<'roster'>, name: string): string | null => {
    const value = (row as unknown as Readonly<Record<string, string | bigint | null>>)[name] ?? null;
    if (typeof value === 'bigint') return plain(value);
    return wordsOf(name, policy)?.find(({ id }) => id === value)?.text.zh ?? value;
  };
  // A column that the file lacks says nothing of anybody.
  const columns = Object.keys(rosterColumns).filter((name) => rows.some((row) => cell(row, name) !== null));
  return { columns, rows: rows.map((row) => columns.map((name) => cell(row, name) ?? '')) };
}

/** The words to choose from; null: it is no column of choices. */
function wordsOf(name: string, policy: PolicyInForce): readonly Choice[] | null {
  const column = rosterColumns[name];
  if (column?.kind === 'choice') return column.choices;
  if (column?.kind !== 'declared') return null;
  switch (column.words) {
    case 'grades':
      return policy.closing.rosterGrades;
    case 'events':
      return policy.eventKinds;
    case 'activities':
      return policy.activityKinds;
    default:
      return policy[column.words];
  }
}

/** The word of a result of the exam at a traineeship's end. */
export function examWord(id: string | null): string | null {
  const column = rosterColumns.trainee_exam;
  const choices = column?.kind === 'choice' ? column.choices : [];
  return choices.find((each) => each.id === id)?.text.zh ?? id;
}

/** What a column of the roster is called. */
export const headerOf = (column: string): Text => ({
  zh: rosterColumns[column]?.headers[0] ?? column,
  en: column,
});

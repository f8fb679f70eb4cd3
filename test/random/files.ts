/** Sheets as the files of a package. */
import type { Sheets } from './package.ts';

const quoted = (cell: string): string =>
  /[",\n\r\t;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
const lineOf = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;

export type Files = Map<string, string | Uint8Array>;

export function filesOf(sheets: Sheets): Files {
  return new Map(
    [...sheets].map(([table, { headers, rows }]) => [
      `${table}.csv`,
      [
        lineOf([...headers.values()]),
        ...rows.map((row) => lineOf([...headers.keys()].map((column) => row[column] ?? ''))),
      ].join(''),
    ]),
  );
}

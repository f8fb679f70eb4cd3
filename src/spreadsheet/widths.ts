/** What a cell shows in a language, and how wide a sheet's columns are for it. */
import type { Lang, Text } from '../model/text.ts';
import { clean } from './clean.ts';
import { headerWidth, shownWidth } from './measure.ts';
import type { Cell, List, Sheet } from './sheet.ts';
import { traitsOf } from './style.ts';

const defaultWidth = [6, 36] as const;
const filterButton = 3;
const emptyColumn = 12;
/** The distance of a text from its cell's edges. */
export const padding = 4;
/** How much wider bold letters are. */
export const boldness = 1.06;

/** Excel counts days from the last of 1899; the calendar arithmetic is in UTC, so no time zone has a say. */
const serialOfDay = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569;

const isText = (value: Cell['value']): value is Text => typeof value === 'object' && value !== null;

/** The number or text that a cell holds; null for nothing. */
export function contentOf({ value, format }: Cell, lang: Lang): string | number | null {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`a cell holds ${value}`);
    return value;
  }
  if (value === null) return null;
  const text = clean(isText(value) ? value[lang] : value) || null;
  return format === 'date' && text !== null ? serialOfDay(text) : text;
}

function widthOf(list: List, index: number, lang: Lang): number {
  const column = list.columns[index];
  if (column === undefined) return 0;
  const [least, most] = column.width ?? defaultWidth;
  let content = 0;
  for (const row of list.totals === null ? list.rows : [...list.rows, list.totals]) {
    // Once the column is as wide as it may become, the other rows change nothing.
    if (content + padding >= most) break;
    const cell = row[index];
    if (cell === undefined) continue;
    const bold = traitsOf(cell.look).bold ? boldness : 1;
    content = Math.max(
      content,
      shownWidth(contentOf(cell, lang), cell.format) * bold + 2 * (cell.indent ?? 0),
    );
  }
  const header = headerWidth(column.header[lang]) + filterButton;
  return Math.max(header, Math.min(most, Math.max(least, Math.ceil(content) + padding)));
}

/** The grid where a sheet has one, else as wide as headers and contents, within each column's bounds. */
export function widthsOf(sheet: Sheet, lists: readonly List[], lang: Lang): number[] {
  if (sheet.grid !== undefined) return [...sheet.grid];
  const count = Math.max(1, ...lists.map((list) => list.columns.length));
  return Array.from(
    { length: count },
    (_, index) => Math.max(0, ...lists.map((list) => widthOf(list, index, lang))) || emptyColumn,
  );
}

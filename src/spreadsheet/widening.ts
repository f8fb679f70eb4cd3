/** Columns are made wider than they must be, as far as the paper has room: by which of them the rows grow shortest. */

/** The texts of a row that do not fit into the least widths of their columns. */
interface LongRow {
  readonly texts: readonly LongText[];
  /** The column that makes the row so many lines high, and how many there would be were it a digit wider; null: one line. */
  tallest: number | null;
  lines: number;
  wider: number;
}

interface LongText {
  readonly index: number;
  readonly width: number;
}

function longTexts(widths: readonly number[], least: readonly number[]): LongText[] {
  const long: LongText[] = [];
  for (let index = 0; index < least.length; index += 1) {
    const width = widths[index] ?? 0;
    if (width > (least[index] ?? 0)) long.push({ index, width });
  }
  return long;
}

function weigh(row: LongRow, widths: readonly number[]): void {
  let [lines, next, longest] = [1, 1, 0];
  row.tallest = null;
  for (const { index, width } of row.texts) {
    const own = width / (widths[index] ?? 1);
    if (own > lines) {
      [next, lines, longest] = [lines, own, width];
      row.tallest = index;
    } else if (own > next) next = own;
  }
  if (row.tallest === null) return;
  row.lines = lines;
  row.wider = Math.max(longest / ((widths[row.tallest] ?? 0) + 1), next);
}

/** By how many lines the rows would be shorter, were each column a digit wider. */
function gainsOf(rows: readonly LongRow[], count: number): number[] {
  const gains = new Array<number>(count).fill(0);
  for (const { tallest, lines, wider } of rows)
    if (tallest !== null) gains[tallest] = (gains[tallest] ?? 0) + lines - wider;
  return gains;
}

/**
 * Widths from their least up to the wanted ones, as far as they fit: every digit goes to the column by which the rows
 * grow shortest; what is left, to the narrowest that wants more. Null: not even the least fit.
 * @param texts how wide the texts of each row are, column by column.
 * @param fits whether columns so wide do; what does not fit will not where others are wider.
 */
export function fitted(
  wanted: readonly number[],
  least: readonly number[],
  texts: readonly (readonly number[])[],
  fits: (widths: readonly number[]) => boolean,
): number[] | null {
  if (!fits(least)) return null;
  const widths = [...least];
  const rows = texts
    .map((each): LongRow => ({ texts: longTexts(each, least), tallest: null, lines: 1, wider: 1 }))
    .filter((row) => row.texts.length > 0);
  const rowsAt: LongRow[][] = widths.map(() => []);
  for (const row of rows) {
    weigh(row, widths);
    for (const { index } of row.texts) rowsAt[index]?.push(row);
  }
  let gains = gainsOf(rows, widths.length);
  const open = new Set(widths.keys());
  const comesFirst = (one: number, other: number): boolean => {
    const more = (gains[one] ?? 0) - (gains[other] ?? 0);
    return more === 0 ? (widths[one] ?? 0) < (widths[other] ?? 0) : more > 0;
  };
  for (;;) {
    let next: number | null = null;
    for (const index of open) if (next === null || comesFirst(index, next)) next = index;
    if (next === null) return widths;
    const width = widths[next] ?? 0;
    widths[next] = width + 1;
    if (width + 1 > (wanted[next] ?? 0) || !fits(widths)) {
      widths[next] = width;
      open.delete(next);
      continue;
    }
    for (const row of rowsAt[next] ?? []) weigh(row, widths);
    gains = gainsOf(rows, widths.length);
  }
}

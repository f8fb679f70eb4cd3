/** Columns are made wider than they must be, as far as the paper has room: by which of them the rows grow shortest. */

/** How high the texts of each row make it. In numbers side by side, since every digit of width has many rows weighed again. */
class Heights {
  readonly #texts: readonly (readonly number[])[];
  /** The columns whose texts do not all fit into the least width. */
  readonly #long: readonly number[];
  /** The column that makes a row so many lines high, and how many there would be were it a digit wider; -1: one line. */
  readonly #tallest: Int16Array;
  readonly #lines: Float64Array;
  readonly #wider: Float64Array;

  constructor(texts: readonly (readonly number[])[], least: readonly number[]) {
    const rows = texts[0]?.length ?? 0;
    const isLong = (column: number): boolean =>
      texts[column]?.some((text) => text > (least[column] ?? 0)) ?? false;
    this.#texts = texts;
    this.#long = [...least.keys()].filter(isLong);
    this.#tallest = new Int16Array(rows);
    this.#lines = new Float64Array(rows);
    this.#wider = new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) this.#weigh(row, least);
  }

  /** A column has another width: rows with a text in it that is longer than its least width are weighed again. */
  widen(column: number, least: number, widths: readonly number[]): void {
    const texts = this.#texts[column] ?? [];
    for (let row = 0; row < texts.length; row += 1) if ((texts[row] ?? 0) > least) this.#weigh(row, widths);
  }

  #weigh(row: number, widths: readonly number[]): void {
    let [lines, next, longest, tallest] = [1, 1, 0, -1];
    for (const column of this.#long) {
      const text = this.#texts[column]?.[row] ?? 0;
      const own = text / (widths[column] ?? 1);
      if (own > lines) {
        next = lines;
        lines = own;
        longest = text;
        tallest = column;
      } else if (own > next) next = own;
    }
    this.#tallest[row] = tallest;
    this.#lines[row] = lines;
    this.#wider[row] = tallest < 0 ? lines : Math.max(longest / ((widths[tallest] ?? 0) + 1), next);
  }

  /** By how many lines the rows would be shorter, were each of so many columns a digit wider. */
  gains(columns: number): number[] {
    const gains = new Array<number>(columns).fill(0);
    for (let row = 0; row < this.#tallest.length; row += 1) {
      const tallest = this.#tallest[row] ?? -1;
      if (tallest >= 0)
        gains[tallest] = (gains[tallest] ?? 0) + (this.#lines[row] ?? 0) - (this.#wider[row] ?? 0);
    }
    return gains;
  }
}

/**
 * Widths from their least up to the wanted ones, as far as they fit: every digit goes to the column by which the rows
 * grow shortest; what is left, to the narrowest that wants more. Null: not even the least fit.
 * @param texts how wide the texts of each column are, row by row.
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
  const rows = new Heights(texts, least);
  let gains = rows.gains(widths.length);
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
    rows.widen(next, least[next] ?? 0, widths);
    gains = rows.gains(widths.length);
  }
}

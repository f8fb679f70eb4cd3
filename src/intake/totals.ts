/** Running sums of the amount columns, so that 合计 and 小计 rows can be compared with what they claim to total. */
import { warningOf } from '../model/diagnostic.ts';
import { type Exact, exactOfHundredths, textOfExact } from './exact.ts';

export const totalProblems = {
  differs: warningOf<{ column: string; stated: string; sum: string }>(
    'total.differs',
    ({ column, stated, sum }) => ({
      message: {
        zh: `“${column}”的合计为 ${stated}，而所含各行之和为 ${sum}`,
        en: `The total of “${column}” is ${stated}, but its rows add up to ${sum}`,
      },
      hint: {
        zh: '请核对是否漏了或多了行；计算以各行为准',
        en: 'Check whether rows are missing or doubled; the rows are what counts',
      },
    }),
  ),
};

/** An amount in the unit of the file: its hundredths, or a bigint where these do not hold it. */
export type Printed = number | Exact;

interface Sums {
  readonly values: Exact[];
  /** What is not yet in the values: whole hundredths, which add up without allocating. */
  readonly hundredths: number[];
  rows: number;
  /** A row could not be read, or rows are in several currencies: their sum says nothing. */
  comparable: boolean;
  currency: string | null;
}

const emptySums = (columns: number): Sums => ({
  values: Array.from({ length: columns }, () => 0n),
  hundredths: Array.from({ length: columns }, () => 0),
  rows: 0,
  comparable: true,
  currency: null,
});

export class RunningTotals {
  #all: Sums;
  /** Since the last total of any kind. */
  #block: Sums;
  /** Since the last 合计 or 总计. */
  #section: Sums;
  readonly #columns: number;

  constructor(columns: number) {
    this.#columns = columns;
    this.#all = emptySums(columns);
    this.#block = emptySums(columns);
    this.#section = emptySums(columns);
  }

  /** A data row, by the amounts in the order of the columns; null where the row could not be read. */
  add(amounts: readonly Printed[] | null, currency: string | null): void {
    const block = this.#block;
    if (amounts === null || (block.rows > 0 && block.currency !== currency)) block.comparable = false;
    block.currency = currency;
    block.rows += 1;
    if (amounts === null) return;
    for (let index = 0; index < this.#columns; index++) addTo(block, index, amounts[index] ?? 0);
  }

  /**
   * Compares a total row with the sums it may stand for: a 小计 with the rows since the last total; a 合计 with all
   * rows, or with those since the last 合计. Returns the differing columns by index, or null where nothing can be said.
   */
  compare(
    kind: 'total' | 'subtotal',
    stated: readonly (Exact | null)[],
  ): { index: number; stated: string; sum: string }[] | null {
    settle(this.#block);
    absorb(this.#section, this.#block);
    absorb(this.#all, this.#block);
    const candidates =
      kind === 'subtotal' ? [this.#block, this.#section, this.#all] : [this.#all, this.#section, this.#block];
    const claimed = kind === 'subtotal' && this.#block.rows === 0 ? [this.#section, this.#all] : candidates;
    const usable = claimed.filter((sums) => sums.comparable && sums.rows > 0);
    const differences = usable.map((sums) => differing(sums.values, stated));
    this.#block = emptySums(this.#columns);
    if (kind === 'total') this.#section = emptySums(this.#columns);
    if (usable.length === 0 || stated.every((value) => value === null)) return null;
    return differences.find((difference) => difference.length === 0) ?? differences[0] ?? null;
  }
}

function addTo(sums: Sums, index: number, amount: Printed): void {
  if (typeof amount === 'bigint') {
    sums.values[index] = (sums.values[index] ?? 0n) + amount;
    return;
  }
  const sum = (sums.hundredths[index] ?? 0) + amount;
  if (!Number.isSafeInteger(sum)) settle(sums);
  sums.hundredths[index] = Number.isSafeInteger(sum) ? sum : amount;
}

/** Brings the hundredths into the values. */
function settle(sums: Sums): void {
  for (const [index, hundredths] of sums.hundredths.entries()) {
    sums.values[index] = (sums.values[index] ?? 0n) + exactOfHundredths(hundredths);
    sums.hundredths[index] = 0;
  }
}

function absorb(sums: Sums, block: Sums): void {
  if (block.rows === 0) return;
  if (!block.comparable || (sums.rows > 0 && sums.currency !== block.currency)) sums.comparable = false;
  sums.currency = block.currency;
  sums.rows += block.rows;
  for (const [index, value] of block.values.entries())
    sums.values[index] = (sums.values[index] ?? 0n) + value;
}

const differing = (sums: readonly Exact[], stated: readonly (Exact | null)[]) =>
  stated.flatMap((value, index) => {
    const sum = sums[index] ?? 0n;
    return value === null || value === sum
      ? []
      : [{ index, stated: textOfExact(value), sum: textOfExact(sum) }];
  });

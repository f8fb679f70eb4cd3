/**
 * Records of a piece of CSV in which quotes stand where they should not: `云州"青禾"公司` from an exporter that quotes
 * nothing, `="0012"` from one that wants zeros kept. Read as they are meant where the number of fields settles it.
 */

export interface Settled {
  /** With the line on which each begins, from the first of the piece. */
  readonly records: readonly { readonly line: number; readonly cells: string[] }[];
  /** Lines whose odd quotes were settled. */
  readonly settled: readonly number[];
  /** Lines that could be read one way or another; `fields` is null where a quote has no partner. */
  readonly bad: readonly { readonly line: number; readonly fields: number | null }[];
  /** How many fields a record has. */
  readonly width: number;
}

interface OneRecord {
  readonly line: number;
  readonly cells: string[];
  /** Its quotes do not stand as CSV has them. */
  readonly odd: boolean;
  readonly height: number;
}

/** More lines than any text in one cell has. */
export const manyLines = 1000;

/**
 * The records of text with plain line ends. `width` is how many fields the records before had; null: these are the
 * first.
 */
export function settledQuotes(text: string, delimiter: string, width: number | null): Settled {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const split = splitter(delimiter);
  const all: OneRecord[] = [];
  for (let at = 0; at < lines.length; at += all.at(-1)?.height ?? 1)
    all.push({ line: at + 1, ...recordAt(lines, at, split) });
  const regular = all.filter(({ odd }) => !odd);
  const expected =
    width ?? mostFrequent((regular.length > 0 ? regular : all).map(({ cells }) => cells.length));
  const isBad = ({ odd, cells }: OneRecord): boolean =>
    odd && (cells.length !== expected || cells.some(hasNoPartner));
  return {
    records: all.filter((each) => !isBad(each)),
    settled: all.filter((each) => each.odd && !isBad(each)).map(({ line }) => line),
    bad: all
      .filter(isBad)
      .map(({ line, cells }) => ({ line, fields: cells.some(hasNoPartner) ? null : cells.length })),
    width: expected,
  };
}

type Fields = Omit<OneRecord, 'line' | 'height'>;

/** The record that begins on a line: over several lines where its quotes are then as they should be, else that line alone. */
function recordAt(
  lines: readonly string[],
  at: number,
  split: (record: string) => Fields,
): Omit<OneRecord, 'line'> {
  let record = lines[at] ?? '';
  const alone = split(record);
  if (!alone.odd || !alone.cells.some(hasNoPartner)) return { ...alone, height: 1 };
  for (let height = 2; height <= manyLines && at + height <= lines.length; height++) {
    const next = lines[at + height - 1] ?? '';
    record += `\n${next}`;
    // Only a line with a quote can end what a quote began.
    if (!next.includes('"')) continue;
    const fields = split(record);
    return fields.odd ? { ...alone, height: 1 } : { ...fields, height };
  }
  return { ...alone, height: 1 };
}

/** A field in quotes, with its end; or whatever stands before the next separator. */
function splitter(delimiter: string): (record: string) => Fields {
  const between = delimiter === '|' ? '\\|' : delimiter;
  const field = new RegExp(`"((?:[^"]|"")*)"(?=${between}|$)|[^${between}]*`, 'y');
  return (record) => {
    const cells: string[] = [];
    let odd = false;
    for (field.lastIndex = 0; ; field.lastIndex += 1) {
      const [whole = '', inside] = field.exec(record) ?? [];
      cells.push(inside === undefined ? whole : inside.replaceAll('""', '"'));
      odd ||= inside === undefined && whole.includes('"');
      if (field.lastIndex >= record.length) return { cells, odd };
    }
  };
}

const hasNoPartner = (cell: string): boolean => cell.startsWith('"') && !cell.includes('"', 1);

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

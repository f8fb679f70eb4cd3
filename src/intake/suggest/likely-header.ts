/** The row most like a header, in a sheet in which no header is known. A row of data is none. */
import type { TableOfFiles } from '../../model/table.ts';
import { isEmpty, type Merge, type RawRow } from '../files/sheet.ts';
import { headerPaths, isContiguous, mergesIn } from '../header.ts';
import { halfWidth } from '../words.ts';
import { speaksForSome, type UnknownHeader } from './columns.ts';

interface LikelyHeader {
  /** As in the file. */
  readonly row: number;
  readonly columns: readonly UnknownHeader[];
  /** How many of the rows it and what stands above it take up. */
  readonly taken: number;
}

const deepest = 2;
const longest = 30;

export function likelyHeader(
  declaration: TableOfFiles,
  rows: readonly RawRow[],
  merges: readonly Merge[],
): LikelyHeader | null {
  const mergesHere = mergesIn(rows, merges);
  let best: (LikelyHeader & { readonly score: number }) | null = null;
  for (let start = 0; start < rows.length; start++) {
    for (let depth = 1; depth <= deepest; depth++) {
      const lines = rows.slice(start, start + depth);
      const [first] = lines;
      if (first === undefined || !isContiguous(lines, depth) || !lines.every(isLikeHeader)) break;
      const columns = headerPaths(lines, mergesHere).map(({ index, parts }) => ({
        index,
        header: parts.join('/'),
      }));
      const speaking = columns.filter(({ header }) => speaksForSome(header, declaration)).length;
      // Of rows that say nothing the widest; a title has one cell, or a few.
      const score = speaking * 100 + (depth === 1 ? columns.length : 0);
      if (best === null || score > best.score)
        best = { row: first.number, columns, taken: start + depth, score };
    }
  }
  return best;
}

/** Two texts or more, short and different, and no number, day or id among them. */
function isLikeHeader({ cells }: RawRow): boolean {
  const filled = cells.filter((cell) => !isEmpty(cell));
  const texts = filled.map((cell) => (typeof cell === 'string' ? halfWidth(cell) : ''));
  return (
    texts.length > 1 &&
    texts.every(
      (text) => text !== '' && text.length <= longest && /\p{L}/u.test(text) && !/^[A-Za-z]*\d/.test(text),
    )
  );
}

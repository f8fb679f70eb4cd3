/** Lines for a terminal that is narrower than they are: what goes on below keeps the indent of its line. */
import { widthOf } from './table.ts';

/** Colours take no room. */
const pieces = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m|[^]`, 'gu');
const branches = /^(?:│ {2}|├─ |└─ | {2,3})*(?:[·→] )?/u;
const rule = /^─+(?: {2}─+)*$/u;
/** Below this, what is broken would be read letter by letter. */
const leastRoom = 16;

/** What stands before the rest of a line of a tree. */
const below = (prefix: string): string =>
  prefix.replaceAll('├─ ', '│  ').replaceAll('└─ ', '   ').replaceAll(/[·→]/gu, ' ');

/** Where the last column of a table begins, by the rule under its header. */
const lastColumn = (line: string): number => widthOf(line.slice(0, line.lastIndexOf(' ') + 1));

/** Lines no wider than a terminal of so many columns; a table's rows go on under its last column. */
export function wrapped(lines: readonly string[], columns: number): string[] {
  const all = lines.flatMap((line) => line.split('\n'));
  let table = '';
  return all.flatMap((line, index) => {
    const next = all[index + 1] ?? '';
    if (rule.test(next)) table = ' '.repeat(lastColumn(next));
    else if (line === '') table = '';
    if (rule.test(line)) return [line.slice(0, columns)];
    const hanging = table === '' ? below(branches.exec(line)?.[0] ?? '') : table;
    return broken(line, columns, hanging.length + leastRoom > columns ? '  ' : hanging);
  });
}

/** A message for a terminal of so many columns; null: for none, or it does not say. */
export const wrappedText = (text: string, columns: number | null): string =>
  columns === null ? text : wrapped(text.split('\n'), columns).join('\n');

/** Breaks behind the last space that fits, else anywhere: Chinese has none. */
function broken(line: string, columns: number, hanging: string): string[] {
  if (widthOf(line) <= columns) return [line];
  const made: string[] = [];
  let current = '';
  for (const piece of line.match(pieces) ?? []) {
    if (widthOf(current + piece) > columns && widthOf(piece) > 0) {
      const space = current.lastIndexOf(' ');
      const isEarly = widthOf(current.slice(0, space)) < Math.max(columns - leastRoom, widthOf(hanging) + 1);
      const at = piece === ' ' || space < 0 || isEarly ? current.length : space + 1;
      made.push(current.slice(0, at).trimEnd());
      current = hanging + current.slice(at) + (piece === ' ' ? '' : piece);
    } else current += piece;
  }
  return [...made, current];
}

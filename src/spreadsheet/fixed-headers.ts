/** Headers that stand as they are, without line breaks: other cells are compared with them, or they are looked for again. */
import { kindAt } from './list.ts';
import type { List } from './sheet.ts';

/** The columns whose headers are compared with other cells by the formulas of their list; all where people fill it in. */
export function fixedHeaders({ columns }: List): ReadonlySet<string> {
  const firsts = columns.map(({ cells }) => kindAt(cells, 0));
  if (columns.some(({ entry }) => entry !== undefined) || firsts.some(({ open }) => open === true))
    return new Set(columns.map(({ key }) => key));
  return new Set(
    firsts.flatMap(({ formula = [] }) =>
      formula.flatMap((part) => (typeof part === 'object' && 'header' in part ? [part.header] : [])),
    ),
  );
}

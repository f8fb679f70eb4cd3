/** Where in a policy something stands: the way to it through the keys, and the line and column that it is read from. */
import { type Document, isMap, isNode, isScalar } from 'yaml';
import type { z } from 'zod';
import type { Location } from '../model/diagnostic.ts';

export type Path = readonly (string | number)[];
export type PlaceOf = (path: Path) => Location;

/** Where a key of a map or an entry of a list begins; the nearest one above where it is not there. */
export function keyOffset(document: Document, path: readonly (string | number)[]): number {
  const last = path.at(-1);
  if (last === undefined) return 0;
  const above = path.slice(0, -1);
  const parent: unknown = above.length === 0 ? document.contents : document.getIn(above, true);
  const key = isMap(parent)
    ? parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(last))?.key
    : document.getIn(path, true);
  return isNode(key) ? (key.range?.[0] ?? 0) : keyOffset(document, above);
}

/** Where in the file the node stands that an issue speaks of; a missing key is shown at its parent. */
export function offsetOf(document: Document, issue: z.core.$ZodIssue): number {
  if (issue.code === 'invalid_key') return keyOffset(document, issue.path.map(String));
  const path = [...issue.path];
  while (path.length > 0 && !document.hasIn(path)) path.pop();
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (issue.code === 'unrecognized_keys' && isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && issue.keys.includes(String(key.value)));
    if (isNode(pair?.key)) return pair.key.range?.[0] ?? 0;
  }
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

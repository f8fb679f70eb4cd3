/** Where in a YAML file a key stands, for whoever has to say what is wrong with it. */
import { type Document, isMap, isScalar, type LineCounter } from 'yaml';

interface Place {
  readonly line: number;
  readonly col: number;
}

/** Where the key at the end of the path stands; the last one above it that is there where the path leads nowhere. */
export function placeOf(document: Document, lines: LineCounter, path: readonly string[]): Place {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (!isMap(node)) break;
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
    if (pair === undefined) break;
    if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
    node = pair.value;
  }
  return lines.linePos(offset);
}

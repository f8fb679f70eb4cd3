/** The pairs of a YAML map and the parts of the text that they take up. */
import { isCollection, isMap, isNode, isPair, isScalar, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Span } from './rewriting.ts';

/** A key's name; undefined: it is none. */
export const keyOf = (key: unknown): string | undefined => (isScalar(key) ? String(key.value) : undefined);

/** The part of the text that a node takes up, without what follows it. */
export function spanOf(node: unknown): Span {
  const range = isNode(node) ? node.range : undefined;
  if (!range) throw new Error('a part of a YAML file that is not in the file');
  return [range[0], isCollection(node) && !node.flow ? (endOfLast(node) ?? range[1]) : range[1]];
}

/** The end of what a list or a map in lines has last: its own range goes on to whatever follows. */
function endOfLast({ items }: YAMLMap | YAMLSeq): number | undefined {
  const last = items.at(-1);
  if (isNode(last)) return spanOf(last)[1];
  return isPair(last) ? endOf(last) : undefined;
}

/** The pair of this name. */
export const pairOf = (map: YAMLMap, name: string): Pair | undefined =>
  map.items.find(({ key }) => keyOf(key) === name);

/** The pairs of a map by name; none: it is no map. */
export const pairsOf = (value: unknown): (readonly [string, Pair])[] =>
  isMap(value) ? value.items.map((pair) => [keyOf(pair.key) ?? '', pair]) : [];

/** Where the value of a pair ends, or its key where there is none. */
const endOf = ({ key, value }: Pair): number => spanOf(isNode(value) ? value : key)[1];

/** What is to be taken out for the pair to be gone, with what parts it from the one before or after it. */
export function removed(map: YAMLMap, pair: Pair): Span {
  const index = map.items.indexOf(pair);
  const [before, after] = [map.items[index - 1], map.items[index + 1]];
  if (before) return [endOf(before), endOf(pair)];
  return [spanOf(pair.key)[0], after ? spanOf(after.key)[0] : endOf(pair)];
}

/** What parts two keys of a map: a comma where it stands on one line, else a new line with its indent. */
export function parting(map: YAMLMap, key: number, text: string): string {
  if (map.flow) return ', ';
  return `\n${' '.repeat(key - text.lastIndexOf('\n', key - 1) - 1)}`;
}

/** A pair as the file has it. */
export const wholeOf = ({ key, value }: Pair): (string | Span)[] => [spanOf(key), ': ', spanOf(value)];

/**
 * The floor of language 1, and of the first files in language 2, which stood among the conditions of the grades again; it
 * stands once now.
 */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Rewriting, Span } from './rewriting.ts';
import { pairOf, parting, spanOf } from './yaml-pairs.ts';

/** Rewrites the floor and what repeats it: the floor says itself of which grades it is a condition too. */
export function floorInTwo(file: YAMLMap, rewriting: Rewriting): void {
  const floor = pairOf(file, 'floor')?.value;
  if (!isMap(floor)) return;
  const [first] = floor.items;
  const last = floor.items.at(-1);
  if (first === undefined || last === undefined) return;
  const rules = pairOf(file, 'grades')?.value;
  const again = floorAgain(file);
  const of = isMap(again) ? (pairOf(again, 'for-grades') ?? pairOf(again, 'grades')) : undefined;
  const end = spanOf(isNode(last.value) ? last.value : last.key)[1];
  const says = (...grades: (string | Span)[]): void =>
    rewriting.replace(
      [end, end],
      `${parting(floor, spanOf(first.key)[0], rewriting.text)}for-grades: `,
      ...grades,
    );
  if (again === undefined) says('[]');
  else if (of !== undefined)
    says(isSeq(of.value) && !of.value.flow ? inOneLine(of.value, rewriting) : spanOf(of.value));
  if (!isSeq(rules) || !isMap(again)) return;
  if (rules.items.length === 1) rewriting.replace(spanOf(rules), '[]');
  else rewriting.replace(itemOf(rules, again, rewriting), '');
}

/** The floor among the conditions of the grades; undefined: it is not there. */
export function floorAgain(file: YAMLMap): unknown {
  const [floor, rules] = [pairOf(file, 'floor')?.value, pairOf(file, 'grades')?.value];
  return isMap(floor) && isSeq(rules) ? rules.items.find((each) => isSame(each, floor)) : undefined;
}

/** The same rule, but for whom it is. */
function isSame(rule: unknown, floor: YAMLMap): boolean {
  if (!isMap(rule)) return false;
  const { grades: _, 'for-grades': __, ...asked }: Readonly<Record<string, unknown>> = rule.toJSON();
  return isDeepStrictEqual(asked, floor.toJSON());
}

const inOneLine = ({ items }: YAMLSeq, { text }: Rewriting): string =>
  `[${items.map((each) => text.slice(...spanOf(each))).join(', ')}]`;

/** What is to be taken out for a rule of several to be gone, with what parts it from the others. */
function itemOf(rules: YAMLSeq, rule: YAMLMap, { text }: Rewriting): Span {
  const [start, end] = spanOf(rule);
  if (!rules.flow) return [text.lastIndexOf('\n', start), end];
  const index = rules.items.indexOf(rule);
  const before = rules.items[index - 1];
  return before ? [spanOf(before)[1], end] : [start, spanOf(rules.items[index + 1])[0]];
}

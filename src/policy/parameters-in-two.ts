/** The dated values of language 1: each day beside each value. In language 2 the first day stands once, as `since`. */
import { isMap, isNode, isSeq, type Pair, visit, type YAMLMap } from 'yaml';
import { isDay } from '../model/calendar.ts';
import type { Rewriting, Span } from './rewriting.ts';
import { pairOf, pairsOf, parting, spanOf } from './yaml-pairs.ts';

/** A value from a day on, with the key that has the day. */
interface Line {
  readonly day: string;
  readonly at: Span;
  readonly value: unknown;
}

/** Rewrites the values of the parameters; returns the first day of all, null where nothing is dated. */
export function parametersInTwo(file: YAMLMap, rewriting: Rewriting): string | null {
  const parameters = pairsOf(pairOf(file, 'parameters')?.value).flatMap(([, { value }]) =>
    isMap(value) ? value : [],
  );
  const days = parameters.flatMap((parameter) => [
    ...linesOf(pairOf(parameter, 'values')?.value).map(({ day }) => day),
    ...pairsOf(pairOf(parameter, 'by-grade')?.value).flatMap(([, { value }]) =>
      linesOf(value).map(({ day }) => day),
    ),
  ]);
  const since = days.filter((day) => isDay(day)).sort()[0];
  if (since === undefined) return null;
  for (const parameter of parameters) {
    const values = pairOf(parameter, 'values');
    if (values && isMap(values.value)) forEveryone(parameter, values, since, rewriting);
    const byGrade = pairOf(parameter, 'by-grade');
    if (byGrade && isMap(byGrade.value)) forGrades(parameter, byGrade, since, rewriting);
  }
  return since;
}

const linesOf = (dated: unknown): Line[] =>
  pairsOf(dated).map(([day, { key, value }]) => ({ day, at: spanOf(key), value }));

/** `values: { 2000-01-01: 6 }` is `value: 6`; later days stand under `changed`. */
function forEveryone(parameter: YAMLMap, { key, value }: Pair, since: string, rewriting: Rewriting): void {
  const lines = linesOf(value);
  const first = lines.find(({ day }) => day === since);
  const later = lines.filter((line) => line !== first);
  const [from, to] = [spanOf(key)[0], spanOf(value)[1]];
  const changed = later.flatMap(({ at, value: each }, index) => [
    index ? ', ' : '',
    at,
    ': ',
    plain(each, rewriting),
  ]);
  const between = first && later.length > 0 ? parting(parameter, from, rewriting.text) : '';
  rewriting.replace(
    [from, to],
    ...commentsIn(value, parameter, from, rewriting),
    ...(first ? [{ text: 'value: ', at: first.at[0] }, plain(first.value, rewriting)] : []),
    ...(later.length > 0 ? [`${between}changed: { `, ...changed, ' }'] : []),
  );
}

/** `senior: { 2000-01-01: 3 }` is `senior: 3`; later days stand under `changed-by-grade`, the grades of each together. */
function forGrades(parameter: YAMLMap, { key, value }: Pair, since: string, rewriting: Rewriting): void {
  const lines = pairsOf(value).flatMap(([, { key: grade, value: dated }]) =>
    linesOf(dated).map((line) => ({ ...line, grade: spanOf(grade) })),
  );
  const [from, to] = [spanOf(key)[0], spanOf(value)[1]];
  const days = [...new Set(lines.map(({ day }) => day))].sort();
  const onDay = (asked: string): (string | Span)[] => [
    '{ ',
    ...lines
      .filter(({ day }) => day === asked)
      .flatMap(({ grade, value: each }, index) => [index ? ', ' : '', grade, ': ', plain(each, rewriting)]),
    ' }',
  ];
  const later = days.filter((day) => day !== since);
  const dayAt = (asked: string): Span => lines.find(({ day }) => day === asked)?.at ?? [from, from];
  const between =
    later.length < days.length && later.length > 0 ? parting(parameter, from, rewriting.text) : '';
  rewriting.replace(
    [from, to],
    ...commentsIn(value, parameter, from, rewriting),
    ...(later.length < days.length ? ['by-grade: ', ...onDay(since)] : []),
    ...(later.length > 0
      ? [
          `${between}changed-by-grade: { `,
          ...later.flatMap((day, index) => [index ? ', ' : '', dayAt(day), ': ', ...onDay(day)]),
          ' }',
        ]
      : []),
  );
}

/** The comments between the lines that become one, each in a line of its own before it. */
function commentsIn(value: unknown, parameter: YAMLMap, key: number, { text }: Rewriting): string[] {
  if (parameter.flow || !isMap(value)) return [];
  const found: string[] = [];
  visit(value, {
    Node: (_, { commentBefore, comment }) => {
      for (const each of [commentBefore, comment])
        for (const line of each?.split('\n') ?? []) found.push(`#${line}${parting(parameter, key, text)}`);
    },
  });
  return found;
}

/** A value as the file has it, or as a list on one line. */
function plain(value: unknown, { text }: Rewriting): string | Span {
  if (!isNode(value)) return 'null';
  const span = spanOf(value);
  if (isSeq(value) && !value.flow)
    return `[${value.items.map((each) => text.slice(...spanOf(each))).join(', ')}]`;
  return span;
}

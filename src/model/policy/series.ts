/** The dated lines of a policy's parameters. */
import type { Day } from '../calendar.ts';
import { ownValue } from '../own-value.ts';
import type { ParameterSpec, WrittenValue } from './parameters.ts';

/** The dated lines of one parameter for one grade, or for everyone, in order. */
export interface Series {
  readonly id: string;
  readonly spec: ParameterSpec;
  readonly grade: string | null;
  /** Where the first of them stands. */
  readonly path: readonly string[];
  readonly lines: readonly DatedValue[];
}

interface DatedValue {
  readonly day: Day;
  readonly value: WrittenValue;
  readonly path: readonly string[];
}

interface Parameters {
  /** The day from which values are in force that have none of their own. */
  readonly since?: Day | undefined;
  readonly parameters: Readonly<Record<string, ParameterSpec>>;
}

/** The dated lines of all parameters. */
export const seriesOf = ({ parameters, since }: Parameters): Series[] =>
  Object.entries(parameters).flatMap(([id, spec]) => seriesOfOne(id, spec, since));

/** The dated lines of one of them. */
export function seriesOfParameter({ parameters, since }: Parameters, id: string): Series[] {
  const spec = ownValue(parameters, id);
  return spec === undefined ? [] : seriesOfOne(id, spec, since);
}

function seriesOfOne(id: string, spec: ParameterSpec, since: Day | undefined): Series[] {
  const at = ['parameters', id];
  const series = (grade: string | null, lines: readonly (DatedValue | null)[]): Series[] => {
    const inOrder = lines.flatMap((line) => line ?? []).sort((a, b) => (a.day < b.day ? -1 : 1));
    const [first] = inOrder;
    return first ? [{ id, spec, grade, path: first.path, lines: inOrder }] : [];
  };
  const line = (day: Day | undefined, value: WrittenValue | undefined, ...path: string[]) =>
    day === undefined || value === undefined ? null : { day, value, path: [...at, ...path] };
  const changed = Object.entries(spec.changed ?? {});
  const changedByGrade = Object.entries(spec['changed-by-grade'] ?? {});
  const grades = new Set(
    [spec['by-grade'] ?? {}, ...changedByGrade.map(([, values]) => values)].flatMap(Object.keys),
  );
  return [
    ...series(null, [
      line(since, spec.value, 'value'),
      ...changed.map(([day, each]) => line(day, each, 'changed', day)),
    ]),
    ...[...grades].flatMap((grade) =>
      series(grade, [
        line(since, spec['by-grade']?.[grade], 'by-grade', grade),
        ...changedByGrade.map(([day, values]) => line(day, values[grade], 'changed-by-grade', day, grade)),
      ]),
    ),
  ];
}

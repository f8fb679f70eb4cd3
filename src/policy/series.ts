/** The dated lines of a policy's parameters. */
import type { Day } from '../model/calendar.ts';
import type { ParameterSpec, WrittenValue } from '../model/policy/parameters.ts';
import type { PolicyFile } from '../model/policy.ts';
import type { Path } from './place.ts';

/** The dated lines of one parameter for one grade, or for everyone, in order. */
interface Series {
  readonly id: string;
  readonly spec: ParameterSpec;
  readonly grade: string | null;
  readonly path: Path;
  readonly lines: readonly (readonly [Day, WrittenValue])[];
}

export function seriesOf(file: PolicyFile): Series[] {
  return Object.entries(file.parameters).flatMap(([id, spec]) => {
    const path = ['parameters', id];
    const inOrder = (dated: Record<Day, WrittenValue>) =>
      Object.entries(dated).sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      ...(spec.values
        ? [{ id, spec, grade: null, path: [...path, 'values'], lines: inOrder(spec.values) }]
        : []),
      ...Object.entries(spec['by-grade'] ?? {}).flatMap(([grade, dated]) =>
        dated ? [{ id, spec, grade, path: [...path, 'by-grade', grade], lines: inOrder(dated) }] : [],
      ),
    ];
  });
}

/** Tiers, bands and results: each step is reached, on every day and for every grade. */
import type { Day } from '../../model/calendar.ts';
import { numberIn } from '../../model/judgement.ts';
import { seriesOf } from '../../model/policy/series.ts';
import type { PolicyFile } from '../../model/policy.ts';
import { compare, type Ratio } from '../../model/ratio.ts';
import { type BoundKey, boundKeys, type LineSpec, type PricedSpec } from '../../model/sections/lines.ts';
import { read } from '../parameters.ts';
import type { Path } from '../place.ts';
import { lintProblems } from '../problems.ts';
import type { Check } from './looking.ts';

interface Bound {
  readonly key: BoundKey;
  readonly id: string;
  readonly path: Path;
}

export const steps: Check = ({ file, placeOf }) =>
  listsIn(file).flatMap((bounds) =>
    bounds.flatMap((bound, index) => {
      const before = bounds[index - 1];
      const on = before && outOfOrder(file, before, bound);
      return before && on
        ? [lintProblems.stepNeverReached(placeOf(bound.path), { id: bound.id, before: before.id, on })]
        : [];
    }),
  );

/** The bounds of every list of steps, in their order. */
function listsIn({ sections }: PolicyFile): Bound[][] {
  return Object.entries(sections).flatMap(([section, spec]) => {
    if (spec.kind !== 'lines') return [];
    const path: Path = ['sections', section];
    const results = Object.entries(spec.results ?? {}).map(([id, step]) => ({
      step,
      path: [...path, 'results', id],
    }));
    const lines = Object.entries(spec.lines).flatMap(([id, line]) => [
      ...ofPriced(line, [...path, 'lines', id]),
      ...Object.entries(line.parts ?? {}).flatMap(([part, each]) =>
        ofPriced(each, [...path, 'lines', id, 'parts', part]),
      ),
    ]);
    return [...lines, results].map((list) => list.flatMap(({ step, path: at }) => boundOf(step, at) ?? []));
  });
}

type Placed = { readonly step: { readonly [K in BoundKey]?: string | undefined }; readonly path: Path };

const ofPriced = ({ tiers, bands, times }: LineSpec | PricedSpec, path: Path): Placed[][] => [
  placed(tiers?.steps, [...path, 'tiers', 'steps']),
  placed(bands, [...path, 'bands']),
  ...(times ?? []).map((factor, index) => placed(factor.bands, [...path, 'times', index, 'bands'])),
];

const placed = (list: readonly Placed['step'][] | undefined, path: Path): Placed[] =>
  (list ?? []).map((step, index) => ({ step, path: [...path, index] }));

function boundOf(step: Placed['step'], path: Path): Bound | null {
  const key = boundKeys.find((each) => step[each] !== undefined);
  const id = key && step[key];
  return key !== undefined && id !== undefined ? { key, id, path: [...path, key] } : null;
}

/** The first day on which the second of two steps takes nothing that the first has not taken; null: there is none. */
function outOfOrder(file: PolicyFile, first: Bound, second: Bound): Day | null {
  const series = seriesOf(file);
  const of = (id: string) => series.filter((each) => each.id === id);
  const both = [...of(first.id), ...of(second.id)];
  const days = [...new Set(both.flatMap(({ lines }) => lines.map(({ day }) => day)))].sort();
  const grades = [...new Set(both.map(({ grade }) => grade))];
  const valueOn = (id: string, grade: string | null, day: Day): Ratio | null => {
    const own = of(id).find((each) => each.grade === grade) ?? of(id).find((each) => each.grade === null);
    const written = own?.lines.findLast((line) => line.day <= day)?.value;
    const value = own && written !== undefined ? read(written, own.spec) : null;
    return value?.kind === 'quantity' ? numberIn(value.quantity) : null;
  };
  return (
    days.find((day) =>
      grades.some((grade) => {
        const [a, b] = [valueOn(first.id, grade, day), valueOn(second.id, grade, day)];
        return a !== null && b !== null && !isFurther(first, second, compare(b, a));
      }),
    ) ?? null
  );
}

/** Upwards bounds fall from step to step, downwards ones rise; at the same figure the first may leave it out. */
function isFurther(first: Bound, second: Bound, above: number): boolean {
  const opens = first.key === 'more-than' && second.key === 'at-least';
  const closes = first.key === 'less-than' && second.key === 'at-most';
  if (above === 0) return opens || closes;
  return first.key === 'at-least' || first.key === 'more-than' ? above < 0 : above > 0;
}

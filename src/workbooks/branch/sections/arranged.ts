/** Which of a section's figures stand in the columns of its one list, and in which order: first what the others lead to. */
import { operandsOf } from '../../../model/fact.ts';
import { numberIn } from '../../../model/judgement.ts';
import { compare, zero } from '../../../model/ratio.ts';
import type { SectionEntry, SectionFigure } from '../../../model/section-result.ts';
import { isAmountOfLine } from '../../../model/sections/table.ts';
import { memoized } from '../../memoized.ts';
import { figuresOf, type ShownFigure } from '../../sections/figures.ts';

export interface Arranged {
  readonly columns: readonly ShownFigure[];
  /** Values of the policy that are the same in every row: they stand once, beneath the list. */
  readonly constants: readonly ShownFigure[];
  /** How many are left out because they are 0 in every row. */
  readonly zeros: number;
  /** Those of a list of their own, a row for each line of an entry's table; what lines come to stands in columns too. */
  readonly tabled: readonly ShownFigure[];
}

/** Up to so many figures stand as they are declared: they are read at a glance. */
const mostAsDeclared = 10;

/** Made once for the sheets that ask. */
export const arranged = memoized((entries: readonly SectionEntry[]): Arranged => {
  const every = figuresOf(entries);
  if (every.length <= mostAsDeclared) return { columns: every, constants: [], zeros: 0, tabled: [] };
  const places = new Map(
    entries.flatMap(({ figures }) => figures.flatMap(({ id, place }) => (place ? [[id, place]] : []))),
  );
  const tabled = every.filter(({ id }) => places.has(id));
  const all = every.filter(({ id }) => {
    const place = places.get(id);
    return place === undefined || isAmountOfLine(place);
  });
  const steps = stepsToResult(entries);
  const spoken = all.filter(({ id }) => !isZeroIn(entries, id));
  const isConstant = ({ id }: ShownFigure): boolean => (steps.get(id) ?? 0) > 0 && isSameIn(entries, id);
  return {
    columns: spoken
      .filter((figure) => !isConstant(figure))
      .toSorted((a, b) => (steps.get(a.id) ?? 0) - (steps.get(b.id) ?? 0)),
    constants: spoken.filter(isConstant),
    zeros: all.length - spoken.length,
    tabled,
  };
});

const figureIn = (entry: SectionEntry, id: string): SectionFigure | undefined =>
  entry.figures.find((each) => each.id === id);

/** 0 in every row that the section speaks of. */
function isZeroIn(entries: readonly SectionEntry[], id: string): boolean {
  const spokenOf = entries.filter(({ outcome }) => outcome !== 'not-applicable');
  return (
    spokenOf.length > 0 &&
    spokenOf.every((entry) => {
      const own = figureIn(entry, id);
      const number = numberIn(own?.fact.quantity);
      return own === undefined || (number !== null && compare(number, zero) === 0);
    })
  );
}

/** One value of one parameter in every row. */
function isSameIn(entries: readonly SectionEntry[], id: string): boolean {
  const [first, ...others] = entries.map((entry) => figureIn(entry, id)?.fact);
  const value = numberIn(first?.quantity);
  return (
    value !== null &&
    [first, ...others].every((fact) => {
      const number = numberIn(fact?.quantity);
      return fact?.origin.kind === 'parameter' && number !== null && compare(number, value) === 0;
    })
  );
}

/** How many calculations lie between a figure and one that no other is calculated from; 0 for such a one itself. */
function stepsToResult(entries: readonly SectionEntry[]): ReadonlyMap<string, number> {
  const operands = new Map<string, Set<string>>();
  for (const { figures } of entries)
    for (const { id, fact } of figures) {
      const own = operands.get(id) ?? new Set();
      operands.set(id, own);
      if (fact.origin.kind !== 'calculation' || 'from' in fact.origin.how) continue;
      const facts = new Set(operandsOf(fact.origin.how));
      for (const each of figures) if (facts.has(each.fact)) own.add(each.id);
    }
  const used = new Set([...operands.values()].flatMap((ids) => [...ids]));
  const steps = new Map<string, number>();
  let reached = [...operands.keys()].filter((id) => !used.has(id));
  for (let step = 0; reached.length > 0; step += 1) {
    for (const id of reached) steps.set(id, step);
    reached = [...new Set(reached.flatMap((id) => [...(operands.get(id) ?? [])]))].filter(
      (id) => !steps.has(id),
    );
  }
  return steps;
}

/** The one way through a judgement and its parts: trees, lines and lists are what is made of the findings on the way. */
import type { By } from './judgement.ts';

interface Tree<F> {
  readonly by: By;
  readonly condition?: boolean | undefined;
  readonly parts: readonly F[];
}

/** Where a finding stands. */
interface Place {
  /** Its place among the parts of each finding above it, and theirs. */
  readonly path: readonly number[];
  /** The whole is a condition: nobody is asked to meet any of it. */
  readonly condition: boolean;
  /** It is no rule to meet: it is not to hold for the whole to hold, or the whole is a condition. */
  readonly denied: boolean;
}

const top = ({ condition = false }: { readonly condition?: boolean | undefined }): Place => ({
  path: [],
  condition,
  denied: condition,
});

/** What is made of the finding, from what was made of its parts. */
export function fold<F extends Tree<F>, R>(
  finding: F,
  make: (finding: F, parts: readonly R[], place: Place) => R,
  place: Place = top(finding),
): R {
  const { condition, path } = place;
  const denied = condition || (finding.by.kind === 'not') !== place.denied;
  const parts = finding.parts.map((part, index) =>
    fold(part, make, { path: [...path, index], condition, denied }),
  );
  return make(finding, parts, place);
}

/** The finding and all its parts, top down. */
export function within<F extends { readonly parts: readonly F[] }>(finding: F): F[] {
  const all: F[] = [];
  const add = (each: F): void => {
    all.push(each);
    each.parts.forEach(add);
  };
  add(finding);
  return all;
}

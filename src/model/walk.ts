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
  /** It is not to hold for the whole to hold, or nobody asks it to: it is part of a condition. */
  readonly denied: boolean;
}

/** What is made of the finding, from what was made of its parts. */
export function fold<F extends Tree<F>, R>(
  finding: F,
  make: (finding: F, parts: readonly R[], place: Place) => R,
  place: Place = { path: [], denied: finding.condition ?? false },
): R {
  const denied = (finding.by.kind === 'not') !== place.denied;
  const parts = finding.parts.map((part, index) =>
    fold(part, make, { path: [...place.path, index], denied }),
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

/**
 * Ranks among figures some of which are not known: the best and the worst place that a figure can have, whatever the
 * unknown ones turn out to be.
 */
import { compare, type Ratio } from '../model/ratio.ts';

/** The least and the greatest that a figure can be; both the same where it is known, null where nothing bounds it. */
export interface Between {
  readonly least: Ratio | null;
  readonly most: Ratio | null;
}

/** Ranks from 1; equal figures share one and the next ones are skipped. */
export interface Ranks {
  readonly best: number;
  readonly worst: number;
}

export const exactly = (value: Ratio): Between => ({ least: value, most: value });
export const anything: Between = { least: null, most: null };

/** Each figure's ranks, in the order of the figures. */
export function ranksOf(figures: readonly Between[], first: 'highest' | 'lowest'): Ranks[] {
  const ahead = first === 'highest' ? figures : figures.map(opposite);
  const least = ahead.flatMap((each) => each.least ?? []).sort(compare);
  const most = ahead.flatMap((each) => each.most ?? []).sort(compare);
  const endless = ahead.filter((each) => each.most === null).length;
  return ahead.map((own) => {
    const surely = own.most === null ? 0 : above(least, own.most);
    const possibly =
      own.least === null ? figures.length - 1 : above(most, own.least) + endless - ownPart(own);
    return { best: 1 + surely, worst: 1 + possibly };
  });
}

/** Nobody is ahead of himself. */
const ownPart = ({ least, most }: Between): number =>
  most === null || (least !== null && compare(most, least) > 0) ? 1 : 0;

const opposite = ({ least, most }: Between): Between => ({ least: negative(most), most: negative(least) });
const negative = (value: Ratio | null): Ratio | null => value && { n: -value.n, d: value.d };

/** How many of these, in ascending order, are greater. */
function above(sorted: readonly Ratio[], value: Ratio): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compare(sorted[middle] as Ratio, value) > 0) to = middle;
    else from = middle + 1;
  }
  return sorted.length - from;
}

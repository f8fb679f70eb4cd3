/**
 * Places: each grade takes those who meet its conditions and were not placed higher, the best first, while it has places.
 * What is not known stays open: a candidate may be placed where that could be, and surely is where it could not be otherwise.
 */
import type { Outcome } from '../model/outcome.ts';
import { compare, type Ratio } from '../model/ratio.ts';

/** What candidates are taken by: the first figure decides, each further one among equals; null: not known. */
export type Standing = readonly (Ratio | null)[];

export interface Candidate {
  /** Whether all conditions of the grade are met, were the candidate not placed higher. */
  readonly outcome: Outcome;
  readonly standing: Standing;
}

export interface Grade {
  /** How many it takes; null: whoever meets the conditions. */
  readonly places: number | null;
  /** Whether equals at the last place are all placed, beyond the number, or none of them where not all fit. */
  readonly ties: 'all' | 'none';
  readonly candidates: readonly Candidate[];
}

/**
 * For each candidate the grades that he may come to, as indices, from the first; `grades.length` stands for none. One
 * index alone is certain. Each grade has the same candidates in the same order.
 */
export function placesFor(grades: readonly Grade[]): number[][] {
  const possible: number[][] = (grades[0]?.candidates ?? []).map(() => []);
  const open = possible.map((): Chance => 'sure');
  for (const [index, grade] of grades.entries()) {
    const chances = chancesIn(grade, open);
    for (const [at, chance] of chances.entries()) {
      if (open[at] === 'none' || chance === 'none') continue;
      possible[at]?.push(index);
      open[at] = chance === 'sure' ? 'none' : 'perhaps';
    }
  }
  for (const [at, still] of open.entries()) if (still !== 'none') possible[at]?.push(grades.length);
  return possible;
}

/** How sure something is. */
type Chance = 'sure' | 'perhaps' | 'none';

/** Whether each is placed in the grade, should he not be placed higher. */
function chancesIn({ places, ties, candidates }: Grade, open: readonly Chance[]): Chance[] {
  const wanted = candidates.map(({ outcome }): Chance => chanceOf[outcome]);
  if (places === null) return wanted;
  const rivals = candidates.flatMap(({ standing }, at): Rival[] => {
    const chance = lesser(open[at] ?? 'none', wanted[at] ?? 'none');
    return chance === 'none' ? [] : [{ at, standing, sure: chance === 'sure' }];
  });
  const counted = countedIn(rivals);
  return wanted.map((chance, at) => {
    const found = counted.get(at);
    if (chance === 'none' || found === undefined) return 'none';
    // Where equals are all placed only those ahead take places away; else the equals and oneself must fit as well.
    const fits = ({ ahead, equal }: Tally): boolean =>
      ties === 'all' ? ahead < places : ahead + equal + 1 <= places;
    if (!fits(found.surely)) return 'none';
    return chance === 'sure' && fits(found.possibly) ? 'sure' : 'perhaps';
  });
}

const chanceOf: Readonly<Record<Outcome, Chance>> = {
  met: 'sure',
  'not-applicable': 'sure',
  unknown: 'perhaps',
  unmet: 'none',
};
const lesser = (a: Chance, b: Chance): Chance =>
  a === 'none' || b === 'none' ? 'none' : a === 'sure' ? b : 'perhaps';

interface Rival {
  readonly at: number;
  readonly standing: Standing;
  readonly sure: boolean;
}

/** How many others stand ahead, and how many are equal. */
interface Tally {
  ahead: number;
  equal: number;
}
interface Counted {
  readonly surely: Tally;
  readonly possibly: Tally;
}

/** Of each rival, by index. Those who are known are counted in their order; who is not, against each of the others. */
function countedIn(rivals: readonly Rival[]): ReadonlyMap<number, Counted> {
  const counted = new Map<number, Counted>();
  const isKnown = ({ standing }: Rival): boolean => !standing.includes(null);
  const known = rivals.filter(isKnown).sort((a, b) => -(compareStandings(a.standing, b.standing) ?? 0));
  const blind = rivals.filter((each) => !isKnown(each));
  const ahead = { surely: 0, possibly: 0 };
  for (const group of equals(known)) {
    const surely = group.filter(({ sure }) => sure).length;
    for (const { at, sure } of group)
      counted.set(at, {
        surely: { ahead: ahead.surely, equal: surely - Number(sure) },
        possibly: { ahead: ahead.possibly, equal: group.length - 1 },
      });
    ahead.surely += surely;
    ahead.possibly += group.length;
  }
  for (const one of blind) {
    const own: Counted = { surely: { ahead: 0, equal: 0 }, possibly: { ahead: 0, equal: 0 } };
    counted.set(one.at, own);
    for (const other of rivals) if (other.at !== one.at) count(own, other, one.standing);
    for (const other of known) {
      const theirs = counted.get(other.at);
      if (theirs) count(theirs, one, other.standing);
    }
  }
  return counted;
}

function count({ surely, possibly }: Counted, rival: Rival, own: Standing): void {
  const order = compareStandings(rival.standing, own);
  if (order !== null && order < 0) return;
  const place = order === 0 ? 'equal' : 'ahead';
  possibly[place] += 1;
  if (order !== null && rival.sure) surely[place] += 1;
}

/** Neighbours who are equal. */
function equals(sorted: readonly Rival[]): Rival[][] {
  const groups: Rival[][] = [];
  for (const rival of sorted) {
    const [last] = groups.at(-1) ?? [];
    if (last && compareStandings(last.standing, rival.standing) === 0) groups.at(-1)?.push(rival);
    else groups.push([rival]);
  }
  return groups;
}

/** Above 0 where `a` is taken before `b`; null: not known. */
function compareStandings(a: Standing, b: Standing): number | null {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? null;
    if (value === null || other === null) return null;
    const order = compare(value, other);
    if (order !== 0) return order;
  }
  return 0;
}

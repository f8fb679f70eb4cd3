/** Who stands at the bottom of a year's reviews: by score within the branch, ties included. */
import type { GradeId } from '../model/in-force.ts';
import type { QuarterPackage } from '../model/package.ts';
import { compare, type Ratio } from '../model/ratio.ts';

export interface Ranking {
  /** The rank from the bottom, 1 for the lowest score; null: not ranked that year. */
  fromBottom(managerId: string, year: number): number | null;
  /** How many were ranked that year. */
  ranked(year: number): number;
}

/** Trainees are not ranked, nor is this year who is not on duty; earlier years may rank people who have left. */
export function rankReviews(
  pkg: QuarterPackage,
  thisYear: number,
  isTrainee: (grade: GradeId) => boolean,
  isAppraised: (status: string) => boolean,
): Ranking {
  const held = new Map(pkg.tables.roster.map((row) => [row.manager_id, row]));
  const scores = new Map<number, Map<string, Ratio>>();
  for (const { manager_id, year, score } of pkg.tables.reviews) {
    const manager = held.get(manager_id);
    if (score === null || (manager && isTrainee(manager.grade))) continue;
    if (year === thisYear && !(manager && isAppraised(manager.status))) continue;
    const ofYear = scores.get(year) ?? new Map<string, Ratio>();
    ofYear.set(manager_id, score);
    scores.set(year, ofYear);
  }
  return {
    ranked: (year) => scores.get(year)?.size ?? 0,
    fromBottom: (managerId, year) => {
      const ofYear = scores.get(year);
      const own = ofYear?.get(managerId);
      if (!ofYear || own === undefined) return null;
      return 1 + [...ofYear.values()].filter((score) => compare(score, own) < 0).length;
    },
  };
}

// The yearly reviews: rating and score of 2025 (in every package) and of 2026 (only in the fourth quarter's).

import { CAST } from './cast/index.ts';
import { random } from './random.ts';

export interface Review {
  readonly manager: string;
  readonly name: string;
  readonly year: 2025 | 2026;
  readonly rating: string;
  readonly score: number;
}

type Told = readonly [rating: string, score: number];

/** Someone who left at the end of 2025: no longer in the roster, but ranked in 2025. */
const LEFT = { id: '0099', name: '钱已调' };

const TOLD_2025: Readonly<Record<string, Told>> = {
  '0026': ['称职', 61],
  [LEFT.id]: ['基本称职', 62.5],
  '0031': ['称职', 63],
  '0001': ['优秀', 96.5],
};

const TOLD_2026: Readonly<Record<string, Told>> = {
  '0038': ['不称职', 58],
  '0026': ['称职', 60],
  '0022': ['称职', 61.5],
  '0004': ['优秀', 95],
  '0006': ['优秀', 97.5],
};

/** 0042 was not reviewed in 2025; 0039's review of 2026 is missing; the two who are away have none. */
const MISSING_2025 = ['0042'];
const MISSING_2026 = ['0039', '0047', '0048'];

const usual = (manager: string, year: number): Told => [
  '称职',
  75 + Math.floor(random(year * 10_000 + Number(manager))() * 180) / 10,
];

export function reviewsOf(year: 2025 | 2026): Review[] {
  const told = year === 2025 ? TOLD_2025 : TOLD_2026;
  const missing = year === 2025 ? MISSING_2025 : MISSING_2026;
  const people = CAST.filter((manager) => !missing.includes(manager.id)).filter(
    (manager) => year === 2026 || manager.grade !== 'trainee',
  );
  const left = year === 2025 ? [LEFT] : [];
  return [...people, ...left]
    .map(({ id, name }) => {
      const [rating, score] = told[id] ?? usual(id, year);
      return { manager: id, name, year, rating, score };
    })
    .sort((a, b) => (a.manager < b.manager ? -1 : 1));
}

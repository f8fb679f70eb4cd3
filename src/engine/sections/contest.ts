/** A contest by figures: who takes part, who is best, who could still be. Figures are compared unrounded. */

import type { Fact } from '../../model/fact.ts';
import { type Finding, type Missing, numberIn } from '../../model/judgement.ts';
import { allOf, type Outcome } from '../../model/outcome.ts';
import { compare, isEqual, parseRatio, type Ratio } from '../../model/ratio.ts';
import type { ContestSpec } from '../../model/sections/champions.ts';
import { calculated } from '../arithmetic.ts';
import type { Context } from '../context.ts';
import { figureOf, quotientOf } from '../figures/index.ts';
import { missingIn, missingOfManager } from '../finding.ts';

/** A manager's figure in one contest; its value is null where it is not known. */
interface Score {
  readonly value: Ratio | null;
  readonly fact: Fact;
  readonly missing: readonly Missing[];
}

export interface Candidate {
  readonly context: Context;
  /** Whether the manager takes part, and the rules that say so. */
  readonly part: Outcome;
  readonly rules: readonly Finding[];
  /** One for each contest, in order. */
  readonly scores: readonly Score[];
}

export const candidateOf = (
  context: Context,
  rules: readonly Finding[],
  contests: readonly ContestSpec[],
): Candidate => ({
  context,
  part: allOf(rules.map(({ outcome }) => outcome)),
  rules,
  scores: contests.map((contest) => scoreOf(contest, context)),
});

const whole = parseRatio('1');

function scoreOf(contest: ContestSpec, context: Context): Score {
  const { fact, missing, nothingDue } = contest.over
    ? quotientOf(contest.of, contest.over, context)
    : figureOf(contest.of, context);
  if (nothingDue && contest['nothing-due'] === 'whole')
    return { value: whole, fact: calculated(contest.title, 'share', { number: '1' }), missing: [] };
  if (nothingDue) return { value: null, fact, missing: [nothingToDivideBy(contest)] };
  return { value: numberIn(fact.quantity), fact, missing };
}

const nothingToDivideBy = ({ figure, title }: ContestSpec): Missing => ({
  key: `figure:${figure}`,
  text: { zh: `“${title.zh}”的分母为零，无法计算`, en: `"${title.en}" would be divided by 0` },
});

/** Above 0 where `a` is the better of two figures. */
const advantage = ({ best }: ContestSpec, a: Ratio, b: Ratio): number =>
  best === 'highest' ? compare(a, b) : compare(b, a);

export interface ContestResult {
  /** Who is best as far as is known: the winners, or those who could still win. */
  readonly leaders: readonly Candidate[];
  readonly decided: boolean;
  /** What of the leaders is not known and could decide. */
  readonly missing: readonly Missing[];
}

/** The first contest decides; each further one only among those who are equal in all before it. */
export function decideContests(field: readonly Candidate[], contests: readonly ContestSpec[]): ContestResult {
  let leaders = field;
  for (const [index, contest] of contests.entries()) {
    // Whoever is alone needs no figure.
    if (leaders.length < 2) break;
    leaders = bestOf(leaders, contest, index);
    const blind = leaders.filter(({ scores }) => scores[index]?.value === null);
    if (blind.length > 0) {
      const figures = blind.flatMap((each) =>
        missingOfManager(each.context.manager, each.scores[index]?.missing ?? []),
      );
      return { leaders, decided: false, missing: [...leaders.flatMap(lackingPart), ...figures] };
    }
  }
  const decided = leaders.every(({ part }) => part !== 'unknown');
  return { leaders, decided, missing: leaders.flatMap(lackingPart) };
}

/** The best by one figure, and those whose figure is not known. */
function bestOf(field: readonly Candidate[], contest: ContestSpec, index: number): Candidate[] {
  const figureIn = ({ scores }: Candidate): Ratio | null => scores[index]?.value ?? null;
  const best = field
    .map(figureIn)
    .reduce((top, value) =>
      top === null || (value !== null && advantage(contest, value, top) > 0) ? value : top,
    );
  return field.filter((each) => {
    const value = figureIn(each);
    return value === null || (best !== null && isEqual(value, best));
  });
}

/** What it takes to know whether the manager takes part. */
const lackingPart = (candidate: Candidate): Missing[] =>
  candidate.part === 'unknown' ? missingOfManager(candidate.context.manager, missingIn(candidate.rules)) : [];

export const idOf = ({ context }: Candidate): string => context.manager.manager_id;

export interface Placed extends Candidate {
  /** From 1, who is equal shares it; null: a figure or the part is not known. */
  readonly place: number | null;
}

/** From the best down, then those who cannot be placed; by id where they are equal. */
export function placed(field: readonly Candidate[], contests: readonly ContestSpec[]): Placed[] {
  const isKnown = ({ part, scores }: Candidate): boolean =>
    part !== 'unknown' && scores.every(({ value }) => value !== null);
  const known = field.filter(isKnown).sort((a, b) => against(a, b, contests));
  const inOrder: Placed[] = [];
  for (const [index, candidate] of known.entries()) {
    const before = inOrder.at(-1);
    const shares = before !== undefined && against(before, candidate, contests) === 0;
    inOrder.push({ ...candidate, place: shares ? before.place : index + 1 });
  }
  return [...inOrder, ...field.filter((each) => !isKnown(each)).map((each) => ({ ...each, place: null }))];
}

/** Below 0 where `a` stands before `b`; all figures known. */
function against(a: Candidate, b: Candidate, contests: readonly ContestSpec[]): number {
  for (const [index, contest] of contests.entries()) {
    const [first, second] = [a.scores[index]?.value, b.scores[index]?.value];
    const ahead = first && second ? advantage(contest, first, second) : 0;
    if (ahead !== 0) return -ahead;
  }
  return 0;
}

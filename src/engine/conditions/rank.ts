/** A manager's rank by a figure among others. */
import { countOf, type Fact } from '../../model/fact.ts';
import { metIf, type Outcome } from '../../model/outcome.ts';
import { same, type Text } from '../../model/text.ts';
import { gradeOf } from '../context.ts';
import { figureOf } from '../figures/index.ts';
import { outOfScope } from '../finding.ts';
import type { Ranks } from '../ranges.ts';
import { countOfAll, fieldAmong, linePlaces, othersUnknown, rankBy } from '../ranked.ts';
import type { Evaluator } from './evaluator.ts';

const titles = {
  rank: { zh: '名次', en: 'Rank' },
  first: { zh: '名次线', en: 'Line of the rank' },
} as const satisfies Record<string, Text>;

/** Decided where the best and the worst rank that the unknown figures leave are on one side of the line. */
export const rank: Evaluator<'rank'> = ({ by, best, among, first }, context) => {
  const { fact, missing } = figureOf(by, context);
  const found = rankBy(by, best, among, context, figureOf);
  if (found === null) return outOfScope;
  const line = linePlaces(
    first,
    gradeOf(context),
    countOfAll(fieldAmong(among, context)),
    context.branch.parameters,
  );
  return {
    by: { kind: 'rank' },
    title: titles.rank,
    outcome: outcomeOf(found, line.places),
    observed: rankFact(found, fact),
    threshold: line.fact,
    missing: missing.length > 0 ? missing : [othersUnknown],
  };
};

const outcomeOf = ({ best, worst }: Ranks, places: number): Outcome =>
  worst <= places || best > places ? metIf(worst <= places) : 'unknown';

/** `3`, or from the best to the worst that it may be: `2–3`. */
const rankFact = ({ best, worst }: Ranks, figure: Fact): Fact => ({
  quantity:
    figure.quantity === null
      ? null
      : best === worst
        ? countOf('rank', best)
        : { kind: 'words', value: same(`${best}–${worst}`) },
  origin: { kind: 'calculation', title: titles.rank, how: { from: [figure] } },
});

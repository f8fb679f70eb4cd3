/** Evaluates a rule: whether it applies, then its one condition. What decides is also what explains. */

import type { Condition, ConditionKey, ConditionSpecs, Rule } from '../../model/conditions/index.ts';
import type { Finding } from '../../model/judgement.ts';
import { onceEach } from '../../policy/assumptions.ts';
import { type Context, gradeOf } from '../context.ts';
import { findingOf, type Judgement, outOfScope, untitled } from '../finding.ts';
import { compare } from './compare.ts';
import { completion } from './completion.ts';
import { creditItem, noCreditItem } from './credit-items.ts';
import { customerBelow } from './customers.ts';
import { customersHeld } from './customers-held.ts';
import { declining } from './declining.ts';
import { depositsMoved } from './deposits-moved.ts';
import type { Evaluator } from './evaluator.ts';
import { admonition, event, unansweredAdmonition } from './events.ts';
import { figure } from './figure.ts';
import { all, any, not, several } from './groups.ts';
import { levelHeld } from './level-held.ts';
import { bottomRank, rating, recorded, tenure, traineeshipOver } from './person.ts';
import { rank } from './rank.ts';
import { score } from './score.ts';
import { sectionResult } from './section-result.ts';
import { shareRose } from './share-rose.ts';
import { gradeMet, heldIn, heldIs, outcomeOf, qualified, warnedOf } from './standing.ts';

const evaluators: { readonly [K in ConditionKey]: Evaluator<K> } = {
  all,
  any,
  not,
  several,
  compare,
  figure,
  score,
  'share-rose': shareRose,
  'credit-item': creditItem,
  'no-credit-item': noCreditItem,
  event,
  tenure,
  recorded,
  completion,
  declining,
  'deposits-moved': depositsMoved,
  rating,
  admonition,
  'unanswered-admonition': unansweredAdmonition,
  'customer-below': customerBelow,
  'customers-held': customersHeld,
  'outcome-of': outcomeOf,
  'warned-of': warnedOf,
  'traineeship-over': traineeshipOver,
  'bottom-rank': bottomRank,
  rank,
  'held-is': heldIs,
  'held-in': heldIn,
  'level-held': levelHeld,
  'section-result': sectionResult,
  qualified,
  'grade-met': gradeMet,
};

const isConditionKey = (key: string): key is ConditionKey => Object.hasOwn(evaluators, key);

/** The outcome of a rule for one manager (and, inside the grades, one grade), with what it rests on. */
export function evaluate(rule: Rule, context: Context): Finding {
  const named = { rule: rule.rule ?? null, title: rule.title ?? untitled, article: rule.article ?? '' };
  return findingOf(named, applies(rule, context) ? judge(rule, context) : outOfScope);
}

const applies = ({ stage, 'for-grades': grades, held, series }: Condition, context: Context): boolean =>
  (stage === undefined || stage === context.branch.stage) &&
  (grades === undefined || grades.includes(gradeOf(context))) &&
  (held === undefined || held.includes(context.manager.grade)) &&
  (series === undefined || series.includes(context.manager.series));

function judge(condition: Condition, context: Context): Judgement {
  for (const key in condition)
    if (isConditionKey(key) && condition[key] !== undefined) return judgeAs(key, condition, context);
  throw new Error('a rule without a condition');
}

function judgeAs<K extends ConditionKey>(key: K, condition: Condition, context: Context): Judgement {
  const evaluator: Evaluator<K> = evaluators[key];
  const spec = condition[key] as ConditionSpecs[K];
  const judged = evaluator(spec, context, evaluate);
  const { policy, assumptions } = context.branch;
  const own = assumptions.of(spec);
  const measured = measuredBy(key, context);
  if (own.length + measured.length === 0) return judged;
  const ofMeasures = measured.flatMap((each) => assumptions.ofMeasure(policy.targets[each] ?? ''));
  return { ...judged, assumed: onceEach([...(judged.assumed ?? []), ...own, ...ofMeasures]) };
}

/** The indicators whose measures a condition takes without naming them. */
function measuredBy(key: ConditionKey, { targets }: Context): readonly string[] {
  if (key === 'completion') return targets.map(({ indicator }) => indicator);
  return key === 'customer-below' ? bothBalances : none;
}
const bothBalances = ['deposits', 'loans'];
const none: readonly never[] = [];

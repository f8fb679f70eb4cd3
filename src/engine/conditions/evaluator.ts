/** What every condition of the vocabulary is: a judgement from its words in the policy and what it may look at. */

import type { ConditionKey, ConditionSpecs, Rule } from '../../model/conditions/index.ts';
import type { Finding } from '../../model/judgement.ts';
import type { Context } from '../context.ts';
import type { Judgement } from '../finding.ts';

/** Evaluates a condition of one kind; groups evaluate their parts through `evaluateRule`. */
export type Evaluator<K extends ConditionKey> = (
  spec: ConditionSpecs[K],
  context: Context,
  evaluateRule: (rule: Rule, context: Context) => Finding,
) => Judgement;

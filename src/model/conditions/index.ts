/**
 * The closed vocabulary of conditions that a policy's rules are written in. There are no expressions and nothing is
 * evaluated as code. A new condition is one entry here, one in engine/conditions, one line in each list.
 */
import { z } from 'zod';
import { asRule, id, noNames, type References, references, saying } from '../reference.ts';
import { article, quotation, text } from '../written.ts';
import { compare } from './compare.ts';
import { completion } from './completion.ts';
import { creditItem, noCreditItem, shareRose } from './credit.ts';
import { customerBelow, customersHeld, declining, depositsMoved } from './customers.ts';
import { admonition, event, unansweredAdmonition } from './events.ts';
import { figure } from './figure.ts';
import { groups, groupsSay } from './groups.ts';
import type { Wording } from './node.ts';
import { rating, recorded, tenure, traineeshipOver } from './person.ts';
import { rank } from './rank.ts';
import { levelHeld, score, sectionResult } from './sections.ts';
import { bottomRank, gradeMet, heldIn, heldIs, outcomeOf, qualified, warnedOf } from './standing.ts';

/** The conditions that hold no further rule. */
const leaves = {
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
type Leaves = typeof leaves;
type Forms = { readonly [K in keyof Leaves]: ReturnType<Leaves[K]['form']> };

const formsOf = (refs: References): Forms =>
  Object.fromEntries(Object.entries(leaves).map(([key, { form }]) => [key, form(refs)])) as Forms;

/** When a rule speaks at all; otherwise it does not apply. */
const when = ({ grade }: References) => ({
  stage: z
    .enum(['interim', 'annual'])
    .optional()
    .describe("Only at this stage: the first three quarters, or the year's end."),
  'for-grades': z.array(grade).optional().describe('The grades whose assessment it belongs to.'),
  held: z.array(grade).optional().describe('The grades held to which it applies.'),
  series: z.array(z.string()).optional().describe('Only for managers of these series of the roster.'),
});

/** What a node of the vocabulary says, by its key. */
export type ConditionSpecs = {
  all: Rule[];
  any: Rule[];
  not: Rule;
  several: { 'at-least': string; of: Rule[] };
} & { [K in keyof Leaves]: z.infer<Forms[K]> };
export type ConditionKey = keyof ConditionSpecs;

/** When a rule speaks, and exactly one condition. */
export type Condition = z.infer<z.ZodObject<ReturnType<typeof when>>> & {
  [K in ConditionKey]?: ConditionSpecs[K] | undefined;
};

/** A rule is a condition with, where the regulation has a sentence for it, an id, a title and an article. */
export type Rule = Condition & {
  rule?: string | undefined;
  title?: z.infer<typeof text> | undefined;
  article?: string | undefined;
  text?: string | undefined;
};

/**
 * The vocabulary over the declared names: `rule` for a rule inside another, and `ruled` to make an object of named
 * fields, when it applies, and exactly one condition.
 */
export function vocabulary(refs: References) {
  const rule: z.ZodType<Rule> = z.lazy(() =>
    ruled({ rule: id.optional(), title: text.optional(), article: article.optional() }),
  );
  const conditions = z.object({ ...groups(refs, rule), ...formsOf(refs) });
  const keys = Object.keys(conditions.shape) as ConditionKey[];
  const ruled = <Fields extends z.ZodRawShape>(fields: Fields) =>
    asRule(
      z.strictObject({ text: quotation, ...when(refs), ...conditions.partial().shape, ...fields }).refine(
        (value) => keys.filter((key) => key in value).length === 1,
        saying({
          zh: `要有且只有以下条件之一：${keys.map((key) => `\`${key}\``).join('、')}`,
          en: `exactly one of: ${keys.map((key) => `\`${key}\``).join(', ')}`,
        }),
      ),
    );
  return { rule, ruled, keys };
}
export type Vocabulary = ReturnType<typeof vocabulary>;

/** The keys that every rule may have beside its condition: when it speaks, and its article's text. */
export const scopeKeys = ['text', ...Object.keys(when(references(noNames)))];

/** Every condition of the vocabulary, by its key. */
export const conditionKeys: readonly ConditionKey[] = vocabulary(references(noNames)).keys;

/** What a rule asks, without the rules inside it, in a sentence. */
export function conditionWords(rule: Rule, wording: Wording): string {
  const key = conditionKeys.find((each) => rule[each] !== undefined);
  return key ? wordsOf(key, rule, wording) : '';
}

type Said = { readonly [K in ConditionKey]: { says(spec: ConditionSpecs[K], wording: Wording): string } };
const said: Said = { ...groupsSay, ...leaves };

function wordsOf<K extends ConditionKey>(key: K, rule: Rule, wording: Wording): string {
  const node: Said[K] = said[key];
  return node.says(rule[key] as ConditionSpecs[K], wording);
}

/**
 * The closed vocabulary of conditions that a policy's rules are written in. There are no expressions and nothing is
 * evaluated as code; what a node means is said where it is evaluated, in engine/conditions.
 */
import { z } from 'zod';
import { asRule, id, noNames, type References, references, saying } from './reference.ts';

export const text = z.strictObject({ zh: z.string(), en: z.string() });

const collectedColumns = [
  'due_principal',
  'recovered_principal',
  'interest_due',
  'interest_received',
  'interest_income',
  'month_avg_loans',
] as const;

/** A manager's whole figure: of a measure, of a column of the collections, or the balance of loans by their class. */
const operand = ({ measure, parameter }: References) =>
  z.union([
    z.strictObject({ measure }),
    z.strictObject({ collected: z.enum(collectedColumns) }),
    z.strictObject({ classified: parameter({ shape: 'words', besides: ['all'] }) }),
  ]);
export type Operand = z.infer<ReturnType<typeof operand>>;

/** A figure, or one divided by another. */
export const quotient = (refs: References) => ({
  of: operand(refs),
  /** Divided by this one. */
  to: operand(refs).optional(),
});
export interface Quotient {
  readonly of: Operand;
  readonly to?: Operand | undefined;
}

/** The nodes that hold no further rule. */
function leaves(refs: References) {
  const { yuan, ratio, count, words, choice, byGrade, forSome, measure, sign, grade } = refs;
  const { ruleId, section, levelSection, warningLevel, eventKind, rating } = refs;
  /** A figure is compared with an amount, a quotient with a percentage. */
  const figureLine = byGrade.read(({ to }) => (to === undefined ? 'yuan' : 'ratio'));
  return {
    compare: z.strictObject({
      measure,
      'at-least': byGrade.amount,
      'largest-at-least': forSome.amount.optional(),
      customers: refs.parameter({ shape: 'yuan', byGrade: 'each', besides: ['counted'] }),
      /** For what adds up over the year: how it is held against the year's line before the year is over. */
      flows: choice(['pro-rata', 'as-is', 'rolling']).optional(),
    }),
    figure: z
      .strictObject({
        ...quotient(refs),
        'at-least': figureLine.optional(),
        'less-than': figureLine.optional(),
      })
      .refine(
        (spec) => (spec['at-least'] === undefined) !== (spec['less-than'] === undefined),
        saying({ zh: 'at-least 与 less-than 写且只写一个', en: 'either at-least or less-than' }),
      ),
    /** The total of a card, in points. */
    score: z.strictObject({ card: section, 'at-least': byGrade.count }),
    'share-rose': z.strictObject({ classes: words }),
    'credit-item': z.strictObject({ signs: z.array(sign).min(1).optional() }),
    'no-credit-item': z.strictObject({
      sign,
      'no-item-without-archive': choice(['unknown', 'not-applicable']),
    }),
    event: z.strictObject({
      kinds: z.array(eventKind).min(1),
      within: z.enum(['quarter', 'period', 'year', 'last-year']),
    }),
    tenure: z.strictObject({ since: z.string(), 'at-least': byGrade.count }),
    recorded: z.strictObject({
      column: z.string(),
      /** Met when the cell holds this choice. */
      is: z.string().optional(),
      /** Met when it contains one of the words; unmet when it contains one of `never`. */
      contains: words.optional(),
      never: words.optional(),
      /** Met when it says anything but one of these words. */
      'any-but': words.optional(),
      /** What a blank cell means; unknown where the policy does not say. */
      blank: z.literal('unmet').optional(),
    }),
    completion: z.strictObject({
      /** `period`: the quarter's at the interim stage, the year's at the annual one. */
      basis: z.enum(['quarter', 'year', 'period']),
      below: ratio,
      reading: refs.parameter({ shape: 'choice', choices: ['any', 'all', 'average'], besides: ['any'] }),
      quarters: z.literal([1, 2]),
      /** Only the targets of these indicators, main ones or not; without it, the main indicators. */
      indicators: words.optional(),
    }),
    declining: z.strictObject({ 'main-share': ratio, reading: choice(['any', 'all']) }),
    rating: z.strictObject({ 'one-of': z.array(rating).min(1) }),
    admonition: z.strictObject({ months: count, lift: z.enum(['in-time', 'ever']) }),
    'unanswered-admonition': z.strictObject({
      level: warningLevel,
      /** How long an admonition is in force: one that still was then answers too, as does any of that quarter. */
      months: count.optional(),
      /** A rule of another level by which one is owed as well, where the reading says `owed`. */
      also: z.strictObject({ rule: ruleId, when: choice(['not-owed', 'owed']) }).optional(),
    }),
    'customer-below': z.strictObject({ line: yuan }),
    'outcome-of': z.strictObject({ rule: ruleId, is: z.enum(['met', 'unmet', 'triggered', 'review']) }),
    'warned-of': z.strictObject({ level: warningLevel }),
    'traineeship-over': z.strictObject({ graduate: count, other: count }),
    'bottom-rank': z.strictObject({ rank: count, 'least-ranked': count }),
    'held-is': z.array(grade).min(1),
    'held-in': forSome.words,
    'level-held': z
      .strictObject({
        section: levelSection,
        'or-better': grade,
        /** In at least so many of the year's quarters … */
        quarters: count.optional(),
        /** … or in the best, the worst or the latest of them. */
        reading: choice(['latest', 'best', 'worst']).optional(),
      })
      .refine(
        (spec) => (spec.quarters === undefined) !== (spec.reading === undefined),
        saying({ zh: 'quarters 与 reading 写且只写一个', en: 'either quarters or reading' }),
      ),
    qualified: z.enum(['above-held', 'at-least-held', 'two-above-held']),
    /** The conditions of the grade held, or of the one next above it. */
    'grade-met': z.enum(['held', 'next-above']),
  } as const;
}

/** When a rule speaks at all; otherwise it does not apply. */
const when = ({ grade }: References) => ({
  stage: z.enum(['interim', 'annual']).optional(),
  /** The grades whose assessment it belongs to. */
  grades: z.array(grade).optional(),
  /** The grades held to which it applies. */
  held: z.array(grade).optional(),
  series: z.array(z.string()).optional(),
});

type Leaves = ReturnType<typeof leaves>;

/** What a node of the vocabulary says, by its key. */
export type ConditionSpecs = {
  all: Rule[];
  any: Rule[];
  not: Rule;
  'at-least': { needed: string; of: Rule[] };
} & { [K in keyof Leaves]: z.infer<Leaves[K]> };
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
};

/**
 * The vocabulary over the declared names: `rule` for a rule inside another, and `ruled` to make an object of named
 * fields, when it applies, and exactly one condition.
 */
export function vocabulary(refs: References) {
  const rule: z.ZodType<Rule> = z.lazy(() =>
    ruled({ rule: id.optional(), title: text.optional(), article: z.string().optional() }),
  );
  const conditions = z.object({
    all: z.array(rule).min(1),
    any: z.array(rule).min(1),
    not: rule,
    'at-least': z.strictObject({ needed: refs.byGrade.count, of: z.array(rule).min(1) }),
    ...leaves(refs),
  });
  const keys = Object.keys(conditions.shape) as ConditionKey[];
  const ruled = <Fields extends z.ZodRawShape>(fields: Fields) =>
    asRule(
      z.strictObject({ ...when(refs), ...conditions.partial().shape, ...fields }).refine(
        (value) => keys.filter((key) => key in value).length === 1,
        saying({
          zh: `要有且只有以下条件之一：${keys.join('、')}`,
          en: `exactly one of: ${keys.join(', ')}`,
        }),
      ),
    );
  return { rule, ruled, keys };
}

/** Every condition of the vocabulary, by its key. */
export const conditionKeys: readonly ConditionKey[] = vocabulary(references(noNames)).keys;

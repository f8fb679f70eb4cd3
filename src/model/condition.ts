/**
 * The closed vocabulary of conditions that a policy's rules are written in. There are no expressions and nothing is
 * evaluated as code; what a node means is said where it is evaluated, in engine/conditions.
 */
import { z } from 'zod';
import { asRule, id, noNames, type References, references, saying } from './reference.ts';

export const text = z.strictObject({ zh: z.string(), en: z.string() });

/** The article's own text, beside what is made of it. */
export const quotation = z
  .string()
  .optional()
  .describe("The article's text, as the regulation has it, to be read beside the rule.");

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
    z.strictObject({ collected: z.enum(collectedColumns).describe('A column of the table of collections.') }),
    z.strictObject({
      classified: parameter({ shape: 'words', besides: ['all'] }).describe(
        "Loans of these classes, or all: their balance at the period's end.",
      ),
    }),
  ]);
export type Operand = z.infer<ReturnType<typeof operand>>;

/** A figure, or one divided by another. */
export const quotient = (refs: References) => ({
  of: operand(refs).describe('The figure: one of `measure`, `collected` and `classified`.'),
  to: operand(refs).optional().describe('Divided by this one.'),
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
    compare: z
      .strictObject({
        measure,
        'at-least': byGrade.amount.describe('The line, included.'),
        'largest-at-least': forSome.amount
          .optional()
          .describe(
            'What the largest single customer must reach as well; grades without a value do not ask for it.',
          ),
        customers: refs
          .parameter({ shape: 'yuan', byGrade: 'each', besides: ['counted'] })
          .describe(
            "Which customers count: those of `counted-customers`, or those whose deposits reach a line of the rule's own.",
          ),
        flows: choice(['pro-rata', 'as-is', 'rolling'])
          .optional()
          .describe(
            "For what adds up over the year: how it is held against the year's line before the year is over.",
          ),
      })
      .describe(
        'A measure of the year against a line, in the currency of the line; both bounds are included. Unknown where a column that the measure needs is not there, or it cannot be told whether a customer counts.',
      ),
    figure: z
      .strictObject({
        ...quotient(refs),
        'at-least': figureLine.optional().describe('From this line on, included.'),
        'less-than': figureLine.optional().describe('Below this line, which is not included.'),
      })
      .refine(
        (spec) => (spec['at-least'] === undefined) !== (spec['less-than'] === undefined),
        saying({ zh: 'at-least 与 less-than 写且只写一个', en: 'either at-least or less-than' }),
      )
      .describe(
        "A manager's whole figure against a line, or one figure divided by another. Not applicable where the divisor is 0; unknown where there is no row.",
      ),
    score: z
      .strictObject({
        card: section.describe('The scorecard, before this section.'),
        'at-least': byGrade.count.describe('The least total, included.'),
      })
      .describe('The total of a card, in points.'),
    'share-rose': z
      .strictObject({
        classes: words.describe('The classes whose balance is taken together.'),
        whole: z
          .enum(['met', 'compared'])
          .optional()
          .describe(
            'What 100 % now is, which can rise no further: `met`, as where this is left out, or compared as any other share.',
          ),
        'no-loans-before': z
          .enum(['whole', 'none', 'not-applicable'])
          .optional()
          .describe(
            'What holds where there were no loans at the start of the year: the share counts as the `whole` then, as where this is left out, or as 0 (`none`); or the rule does not apply.',
          ),
      })
      .describe(
        'The share of these classes in the loans is above that of the start of the year; that of some classes fell where that of the others rose. Not applicable without loans now; unknown where the classification or its columns of the start are not there.',
      ),
    'credit-item': z
      .strictObject({ signs: z.array(sign).min(1).optional().describe('The signs, all of one item.') })
      .describe(
        'Some credit item shows all of these signs; without signs, there is some credit item. Unknown where a sign cannot be told of any.',
      ),
    'no-credit-item': z
      .strictObject({
        sign: sign.describe('The sign that none may show.'),
        'no-item-without-archive': choice(['unknown', 'not-applicable']).describe(
          'What holds for a manager without credit items where a quarter is not archived.',
        ),
      })
      .describe(
        'No credit item showed the sign in the year so far. Not applicable without credit items; unknown where an earlier quarter is not archived.',
      ),
    event: z
      .strictObject({
        kinds: z.array(eventKind).min(1).describe('Any of these.'),
        within: z
          .enum(['quarter', 'period', 'year', 'last-year'])
          .describe('The span, up to the last day of the period.'),
      })
      .describe('The ledger has an event of one of these kinds in the span.'),
    tenure: z
      .strictObject({
        since: z.string().describe("The roster's column of the day."),
        'at-least': byGrade.count.describe('In years, included.'),
      })
      .describe('So many full years since a day of the roster. Unknown where the day is blank.'),
    recorded: z
      .strictObject({
        column: z.string(),
        is: z.string().optional().describe('Met when the cell holds this choice.'),
        contains: words
          .optional()
          .describe('Met when it contains one of the words; unmet when it contains one of `never`.'),
        never: words.optional().describe('Unmet when it contains one of these.'),
        'any-but': words.optional().describe('Met when it says anything but one of these words.'),
        blank: z
          .literal('unmet')
          .optional()
          .describe('What a blank cell means; unknown where the policy does not say.'),
      })
      .describe('What a cell of the roster says. Unknown where it is blank, unless `blank` says otherwise.'),
    completion: z
      .strictObject({
        basis: z
          .enum(['quarter', 'year', 'period'])
          .describe("`period`: the quarter's at the interim stage, the year's at the annual one."),
        below: ratio.describe('The line, which is not included.'),
        reading: refs
          .parameter({ shape: 'choice', choices: ['any', 'all', 'average'], besides: ['any'] })
          .describe('Any indicator below the line, all of them, or their plain average.'),
        quarters: z.literal([1, 2]).describe('In this quarter, or in this and the one before.'),
        indicators: words
          .optional()
          .describe(
            'Only the targets of these indicators, main ones or not; without it, the main indicators.',
          ),
      })
      .describe(
        'Targets are missed: their completion is below a line. Unknown where there is no plan or an actual figure is not known.',
      ),
    declining: z
      .strictObject({
        'main-share': ratio.describe(
          "From which share of the manager's deposits or loans two quarters ago a customer is a main one, included.",
        ),
        reading: choice(['any', 'all']).describe('Any of the three figures falls, or all of them.'),
        loans: measure
          .optional()
          .describe('The measure that tells loans from other credit items; without it, all are loans.'),
      })
      .describe(
        "A main customer's deposits, loans or settlement fell in each of the last two quarters. Unknown where one is not archived or the manager was left out of it.",
      ),
    'deposits-moved': z
      .strictObject({
        'at-least': yuan.optional().describe('Up or down by this much or more.'),
        through: yuan.optional().describe('At this line or above it then, and below it now.'),
      })
      .refine(
        (spec) => (spec['at-least'] === undefined) !== (spec.through === undefined),
        saying({ zh: 'at-least 与 through 写且只写一个', en: 'either at-least or through' }),
      )
      .describe(
        "The deposits of some customer moved so since the last quarter's end, as the archive has it. Who came from or went to another manager is left out. Unknown where that quarter is not archived.",
      ),
    rating: z
      .strictObject({ 'one-of': z.array(rating).min(1).describe('The ratings.') })
      .describe("The year's review says one of these. Unknown where there is none."),
    admonition: z
      .strictObject({
        months: count.describe('How long one is in force, in months.'),
        lift: z.enum(['in-time', 'ever']).describe('Not lifted before it ran out, or not to this day.'),
      })
      .describe('An admonition ran out.'),
    'unanswered-admonition': z
      .strictObject({
        level: warningLevel.describe('The level of warnings by which one is owed.'),
        months: count
          .optional()
          .describe(
            'How long an admonition is in force: one that still was then answers too, as does any of that quarter.',
          ),
        also: z
          .strictObject({ rule: ruleId, when: choice(['not-owed', 'owed']).describe('Whether it is owed.') })
          .optional()
          .describe('A rule of another level by which one is owed as well, where the reading says `owed`.'),
      })
      .describe(
        'The quarter before owed an admonition, and the ledger has no answer. Unknown where that quarter is not archived.',
      ),
    'customer-below': z
      .strictObject({ line: yuan.describe('The line, which is not included.') })
      .describe('Some customer is below the line in deposits and in loans.'),
    'customers-held': z
      .strictObject({
        'more-than': count.optional().describe('More than so many.'),
        'at-most': count.optional().describe('So many or fewer.'),
        tiers: z
          .record(
            id,
            z.strictObject({
              title: text,
              measure: measure.describe("What the customer's tier goes by, of the year."),
              from: yuan.describe('The least of this tier, included.'),
              below: yuan.optional().describe('The least of the next tier above, not included.'),
            }),
          )
          .optional()
          .describe('How many stand in each tier, shown beside; they decide nothing.'),
      })
      .refine(
        (spec) => (spec['more-than'] === undefined) !== (spec['at-most'] === undefined),
        saying({ zh: 'more-than 与 at-most 写且只写一个', en: 'either more-than or at-most' }),
      )
      .describe('The number of customers with deposits, loans or settlement on the books.'),
    'outcome-of': z
      .strictObject({
        rule: ruleId,
        is: z.enum(['met', 'unmet', 'triggered', 'review']).describe('The outcome that is asked for.'),
      })
      .describe('Another rule came out so: the floor, or in decisions a warning. Unknown where that is.'),
    'warned-of': z
      .strictObject({ level: warningLevel.describe('The level.') })
      .describe('A warning of the level is triggered or waits for a person. Unknown where one is.'),
    'traineeship-over': z
      .strictObject({
        graduate: count.describe('Months for graduates.'),
        other: count.describe('Months for everyone else.'),
      })
      .describe(
        "The traineeship ends on or before the period's last day. Unknown where its begin is blank, or the kind of trainee while that makes a difference.",
      ),
    'bottom-rank': z
      .strictObject({
        rank: count.describe('How many places from the bottom, ties included.'),
        'least-ranked': count.describe('From how many who are ranked it is asked at all.'),
      })
      .describe(
        "Among the lowest by the review's score in the branch, this year and last; who has no score in a year is not.",
      ),
    'held-is': z.array(grade).min(1).describe('The grade held is one of these.'),
    'held-in': forSome.words.describe(
      "The grade held is one of the words for the rank under assessment; a rank without words is nobody's.",
    ),
    'level-held': z
      .strictObject({
        section: levelSection.describe('Where the levels are given.'),
        'or-better': grade.describe('The level.'),
        quarters: count.optional().describe("In at least so many of the year's quarters …"),
        reading: choice(['latest', 'best', 'worst'])
          .optional()
          .describe('… or in the best, the worst or the latest of them.'),
      })
      .refine(
        (spec) => (spec.quarters === undefined) !== (spec.reading === undefined),
        saying({ zh: 'quarters 与 reading 写且只写一个', en: 'either quarters or reading' }),
      )
      .describe(
        'A quarterly level, or a better one. A quarter that is not known matters only where it could decide.',
      ),
    qualified: z
      .enum(['above-held', 'at-least-held', 'two-above-held'])
      .describe('The qualified grade against the grade held; only in decisions.'),
    'grade-met': z
      .enum(['held', 'next-above'])
      .describe('The conditions of the grade held, or of the one next above it.'),
  } as const;
}

/** When a rule speaks at all; otherwise it does not apply. */
const when = ({ grade }: References) => ({
  stage: z
    .enum(['interim', 'annual'])
    .optional()
    .describe("Only at this stage: the first three quarters, or the year's end."),
  grades: z.array(grade).optional().describe('The grades whose assessment it belongs to.'),
  held: z.array(grade).optional().describe('The grades held to which it applies.'),
  series: z.array(z.string()).optional().describe('Only for managers of these series of the roster.'),
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
  text?: string | undefined;
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
    all: z
      .array(rule)
      .min(1)
      .describe(
        'All of these hold; what does not apply counts as met. Unmet if one is; else unknown if one is.',
      ),
    any: z.array(rule).min(1).describe('One of these holds. Met if one is; else unknown if one is.'),
    not: rule.describe('This does not hold. Unknown where it is.'),
    'at-least': z
      .strictObject({
        needed: refs.byGrade.count.describe('How many.'),
        of: z.array(rule).min(1).describe('Of which.'),
      })
      .describe(
        'So many of these hold; what does not apply is left out. Unknown while it could still come out either way.',
      ),
    ...leaves(refs),
  });
  const keys = Object.keys(conditions.shape) as ConditionKey[];
  const ruled = <Fields extends z.ZodRawShape>(fields: Fields) =>
    asRule(
      z.strictObject({ text: quotation, ...when(refs), ...conditions.partial().shape, ...fields }).refine(
        (value) => keys.filter((key) => key in value).length === 1,
        saying({
          zh: `要有且只有以下条件之一：${keys.join('、')}`,
          en: `exactly one of: ${keys.join(', ')}`,
        }),
      ),
    );
  return { rule, ruled, keys };
}

/** The keys that every rule may have beside its condition: when it speaks, and its article's text. */
export const scopeKeys = ['text', ...Object.keys(when(references(noNames)))];

/** Every condition of the vocabulary, by its key. */
export const conditionKeys: readonly ConditionKey[] = vocabulary(references(noNames)).keys;

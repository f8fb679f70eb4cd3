/** Lines of pay or points: each a figure at a price, by tiers or by bands; their total within bounds, its result and rank. */
import { z } from 'zod';
import type { Vocabulary } from '../conditions/index.ts';
import { among } from '../figures/among.ts';
import { figures } from '../figures/index.ts';
import { id, type References, saying } from '../reference.ts';
import { article, named, quotation, text } from '../written.ts';
import { head } from './section.ts';

export const boundKeys = ['at-least', 'more-than', 'at-most', 'less-than'] as const;
export type BoundKey = (typeof boundKeys)[number];

const boundSays: Readonly<Record<BoundKey, string>> = {
  'at-least': 'From this figure on, included.',
  'more-than': 'Above this figure, which is not included.',
  'at-most': 'Up to this figure, included.',
  'less-than': 'Below this figure, which is not included.',
};

/** Steps of which the first that holds is taken; the last has no bound and takes what is left. */
function steps<Gives extends z.ZodRawShape>({ byGrade }: References, gives: Gives) {
  const bound = (key: BoundKey) => byGrade.quantity.optional().describe(boundSays[key]);
  return z
    .array(
      z.strictObject({
        'at-least': bound('at-least'),
        'more-than': bound('more-than'),
        'at-most': bound('at-most'),
        'less-than': bound('less-than'),
        ...gives,
      }),
    )
    .min(1)
    .refine(
      (rows) => rows.every((row, index) => boundsIn(row) === (index === rows.length - 1 ? 0 : 1)),
      saying({
        zh: '每一档写一个界限，最后一档不写：其余的都归它',
        en: 'each step has one bound; the last has none and takes what is left',
      }),
    )
    .refine(
      (rows) => new Set(rows.flatMap((row) => directionOf(row) ?? [])).size < 2,
      saying({
        zh: '各档的界限要同向：由高到低写 at-least、more-than，由低到高写 at-most、less-than',
        en: 'the bounds go one way: at-least and more-than from high to low, at-most and less-than from low to high',
      }),
    );
}

const boundsIn = (row: Readonly<Record<string, unknown>>): number =>
  boundKeys.filter((key) => row[key] !== undefined).length;

/** Whether a step reaches upwards from its bound, or down from it; null: it has none. */
function directionOf(row: Readonly<Record<string, unknown>>): 'up' | 'down' | null {
  const key = boundKeys.find((each) => row[each] !== undefined);
  if (key === undefined) return null;
  return key === 'at-least' || key === 'more-than' ? 'up' : 'down';
}

/** How a figure becomes an amount. */
function pricing(refs: References) {
  const { byGrade, parameter } = refs;
  const { figure, written } = figures(refs);
  /** A value of the policy, or a figure of the manager's own. */
  const amount = z.union([byGrade.quantity, written]);
  const nothingDue = byGrade.quantity.optional();
  const bands = steps(refs, { gives: amount.describe('What the figure comes to there.') });
  return {
    of: figure.describe('The figure: the id of one that the policy names, or written in place.'),
    price: amount.optional().describe('What one counts, or one `per`; a percentage of money; below 0 too.'),
    per: parameter({ shape: 'quantity', byGrade: 'each', positive: true })
      .optional()
      .describe('The unit that the price is of, such as CNY 10,000; fractions of a unit count.'),
    'whole-units': z
      .literal(true)
      .optional()
      .describe('Only full units count: a fraction is dropped, toward 0.'),
    tiers: z
      .strictObject({
        kind: z
          .enum(['marginal', 'whole'])
          .describe(
            "`marginal`: each step's price for the part that lies in it; `whole`: the price of the step that is reached for all of it.",
          ),
        steps: steps(refs, { price: amount.describe('What one counts there, or one `per`.') }).describe(
          'The first that holds is taken, in one direction; the last takes what is left.',
        ),
      })
      .optional()
      .describe('A price by how much the figure is.'),
    bands: bands
      .optional()
      .describe(
        'An amount by how much the figure is, whatever that is times: the first that holds; the last takes what is left.',
      ),
    times: z
      .array(
        z.strictObject({
          title: text,
          of: figure.describe('The figure; a coefficient of the policy is a `value`.'),
          bands: bands
            .optional()
            .describe('The factor by how much the figure is; without them, the figure itself.'),
          least: amount.optional().describe('The least that the factor is.'),
          most: amount.optional().describe('The most that the factor is.'),
          'nothing-due': nothingDue.describe(
            'The factor where the figure does not apply; without it, the line does not apply either.',
          ),
        }),
      )
      .optional()
      .describe('Further factors, not rounded. Unknown where one of them is.'),
    'nothing-due': nothingDue.describe(
      'The amount where the figure does not apply; without it, the line does not apply and adds nothing.',
    ),
    least: amount.optional().describe('The least that it comes to.'),
    most: amount.optional().describe('The most that it comes to.'),
  };
}

const priceKeys = ['price', 'tiers', 'bands'] as const;
const onePrice = saying({
  zh: 'price、tiers、bands 至多写一个；per 与 whole-units 只与 price 或 tiers 同用',
  en: 'at most one of price, tiers and bands; per and whole-units stand beside price or tiers',
});
function isPricedOnce(spec: Readonly<Record<string, unknown>>): boolean {
  const prices = priceKeys.filter((key) => spec[key] !== undefined).length;
  const byUnit = spec.price !== undefined || spec.tiers !== undefined;
  return prices <= 1 && (byUnit || (spec.per === undefined && spec['whole-units'] === undefined));
}

/** What a line of parts leaves to them. */
const alone = ['price', 'per', 'whole-units', 'tiers', 'bands', 'times', 'nothing-due'] as const;

/** A figure at its price, with a title of its own. */
export const pricedForm = (refs: References) =>
  z.strictObject({ title: text, ...pricing(refs) }).refine(isPricedOnce, onePrice);

export const lines = (refs: References, { rule, ruled }: Vocabulary) => {
  const priced = pricing(refs);
  const { byGrade } = refs;
  const part = pricedForm(refs);
  const line = z
    .strictObject({
      title: text,
      article: article.optional(),
      text: quotation,
      applies: rule
        .optional()
        .describe(
          'Whom it speaks of: where this is not met the line does not apply and adds nothing; unknown where it is.',
        ),
      start: byGrade.quantity.optional().describe('What it starts from, before what is added or taken off.'),
      parts: z
        .record(id, part)
        .optional()
        .describe(
          'In place of one figure: parts that are added up, each priced as a line is; the line is rounded once.',
        ),
      ...priced,
      of: priced.of.optional(),
    })
    .refine(isPricedOnce, onePrice)
    .refine(
      (spec) => (spec.of === undefined) !== (spec.parts === undefined),
      saying({ zh: 'of 与 parts 写且只写一个', en: 'either of or parts' }),
    )
    .refine(
      (spec) => spec.parts === undefined || alone.every((key) => spec[key] === undefined),
      saying({
        zh: `有 parts 的一项，${alone.join('、')} 写在各部分里`,
        en: `a line of parts has ${alone.join(', ')} in its parts`,
      }),
    );
  return z
    .strictObject({
      ...head('lines'),
      unit: z
        .enum(['CNY', 'points'])
        .describe('What the lines are counted in: yuan that are paid, or points.'),
      'takes-part': ruled(named)
        .optional()
        .describe('Who takes part: where this is not met, the section does not apply.'),
      lines: z
        .record(id, line)
        .describe(
          'The lines, each rounded once to 0.01, a half away from 0. Unknown where a figure or factor of it is.',
        ),
      total: z
        .strictObject({
          least: priced.least.describe('The least total, by the grade held where the value has grades.'),
          most: priced.most.describe('The most.'),
        })
        .optional()
        .describe(
          'The bounds of the total, which is the sum of the rounded lines. Unknown where a line is: a bound does not make it known.',
        ),
      veto: ruled({
        ...named,
        gives: byGrade.quantity.optional().describe('The total then; without it 0.'),
        result: id.optional().describe('The result then; without it by the total.'),
      })
        .optional()
        .describe(
          'Where this rule is met the total is what it gives, be lines unknown or not; unknown where the rule is.',
        ),
      results: z
        .record(
          id,
          z.strictObject({
            title: text,
            'at-least': byGrade.quantity.optional().describe('From which total on, included.'),
          }),
        )
        .optional()
        .describe('What the total is called, from high to low; the last takes what is left.'),
      rank: z
        .enum(['highest', 'lowest'])
        .optional()
        .describe(
          'Managers are ranked by the total, this one first; equal ones share the rank (1, 2, 2, 4). What unknown totals leave open is given from the best rank to the worst.',
        ),
      among,
    })
    .refine(
      ({ results, veto }) => veto?.result === undefined || Object.hasOwn(results ?? {}, veto.result),
      saying({ zh: 'veto 的 result 要是 results 之一', en: 'the result of the veto is one of results' }),
    )
    .refine(
      ({ results = {} }) =>
        Object.values(results).every(
          (each, index, all) => (each['at-least'] === undefined) === (index === all.length - 1),
        ),
      saying({
        zh: '每个结果写 at-least，最后一个不写：其余的都归它',
        en: 'each result has at-least; the last has none and takes what is left',
      }),
    );
};

export type LinesSpec = z.infer<ReturnType<typeof lines>>;
export type LineSpec = LinesSpec['lines'][string];
export type PricedSpec = NonNullable<LineSpec['parts']>[string];
export type StepSpec = NonNullable<PricedSpec['bands']>[number];
export type AmountSpec = NonNullable<PricedSpec['price']>;

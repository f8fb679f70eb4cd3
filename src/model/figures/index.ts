/**
 * A figure of a manager: read off the tables, the plan, the ledger or an earlier section, or made of such figures. It
 * stands wherever a policy compares, prices or ranks; what is made of figures that are made themselves has a name.
 */
import { z } from 'zod';
import { asFigure, id, type References, type Shape, saying } from '../reference.ts';
import { article, text } from '../written.ts';
import { among } from './among.ts';
import { spans } from './spans.ts';

const collectedColumns = [
  'due_principal',
  'recovered_principal',
  'interest_due',
  'interest_received',
  'interest_income',
  'month_avg_loans',
] as const;

/** Where a figure is read; each of these keys stands alone. */
const sources = ({ measure, parameter, eventKind, section, byGrade }: References) => ({
  measure: measure
    .optional()
    .describe(
      'A measure over all customers, in yuan. Unknown where a column that it needs is not there; 0 without a row.',
    ),
  metric: z
    .string()
    .optional()
    .describe(
      'An indicator of the table of other figures (metrics), in its own unit; one in % is a percentage. Unknown without a row.',
    ),
  branch: z
    .string()
    .optional()
    .describe(
      'An indicator of the table of branch figures (branches), of the branch that the roster puts the manager in, in its own unit; one in % is a percentage. Unknown without a row.',
    ),
  target: z
    .string()
    .optional()
    .describe('The target of an indicator of the plan, in its own unit. Unknown without a row.'),
  completion: z
    .string()
    .optional()
    .describe(
      'Actual ÷ target of an indicator of the plan, unrounded. A target of 0 sets no task: the figure does not apply. Unknown without a row or an actual.',
    ),
  collected: z
    .enum(collectedColumns)
    .optional()
    .describe('A column of the table of collections, in yuan. Unknown without a row.'),
  classified: z
    .literal('all')
    .optional()
    .describe(
      "All loans of the classification: their balance at the period's end, in yuan; 0 without a row.",
    ),
  'classified-in': parameter({ shape: 'words' })
    .optional()
    .describe(
      "Loans of these classes (`normal`, `special-mention`, `substandard`, `doubtful`, `loss`): their balance at the period's end, in yuan; 0 without a row.",
    ),
  events: z
    .array(eventKind)
    .min(1)
    .optional()
    .describe('How many events of these kinds the ledger has within `within`; 0 without a row or a ledger.'),
  section: section
    .optional()
    .describe(
      'A figure of an earlier section: the one that `item` names. It does not apply where the section does not speak of the manager; unknown where it is there.',
    ),
  'years-since': z
    .string()
    .optional()
    .describe('Whole years since the day in this column of the roster. Unknown where the day is blank.'),
  appraised: among
    .unwrap()
    .optional()
    .describe(
      'How many are appraised, of all, of the same branch or of the same grade, those with missing figures included.',
    ),
  value: byGrade.quantity
    .optional()
    .describe(
      'A value of the policy: an amount, a percentage or a number; by the grade held where it has them.',
    ),
});

const details = {
  basis: z
    .enum(['quarter', 'year'])
    .optional()
    .describe(
      'Of the quarter, or of the year to date. A measure is of the year where nothing is said; `metric`, `branch`, `target` and `completion` say it.',
    ),
  within: z
    .enum(spans)
    .optional()
    .describe("Of `events`: the span, up to the period's last day; both ends are included."),
  item: z
    .string()
    .optional()
    .describe(
      'Of `section`: the id of the figure, as results.json has it; without it, its total or what it pays.',
    ),
};

const sourceKeys = [
  'measure',
  'metric',
  'branch',
  'target',
  'completion',
  'collected',
  'classified',
  'classified-in',
  'events',
  'section',
  'years-since',
  'appraised',
  'value',
] as const;
const madeKeys = ['between', 'sum', 'difference', 'product'] as const;
/** Of which a figure has one. */
export const formKeys: readonly string[] = [...sourceKeys, ...madeKeys, 'rank'];
export type SourceKey = (typeof sourceKeys)[number];
export type MadeKey = (typeof madeKeys)[number];
export type FormKey = SourceKey | MadeKey | 'rank';

/** The keys that a figure of one form needs beside it, and which else may not stand. */
const needs: readonly (readonly [key: keyof typeof details, forms: readonly string[]])[] = [
  ['basis', ['metric', 'branch', 'target', 'completion']],
  ['within', ['events']],
];
const may: readonly (readonly [key: keyof typeof details, forms: readonly string[]])[] = [
  ['basis', ['measure', 'metric', 'branch', 'target', 'completion']],
  ['within', ['events']],
  ['item', ['section']],
];

const exactlyOne = saying({
  zh: `要有且只有以下之一：${formKeys.map((key) => `\`${key}\``).join('、')}`,
  en: `exactly one of: ${formKeys.map((key) => `\`${key}\``).join(', ')}`,
});

function checked<Schema extends z.ZodObject>(schema: Schema): Schema {
  return schema
    .refine((value) => formKeys.filter((key) => key in value).length === 1, exactlyOne)
    .refine(
      (value) => needs.every(([key, forms]) => key in value || !forms.some((form) => form in value)),
      saying({
        zh: 'metric、branch、target、completion 要写 basis，events 要写 within',
        en: 'metric, branch, target and completion say their basis, events say within',
      }),
    )
    .refine(
      (value) => may.every(([key, forms]) => !(key in value) || forms.some((form) => form in value)),
      saying({
        zh: 'basis、within、item 只写在用得到它的数值旁',
        en: 'basis, within and item stand only beside the figure that they belong to',
      }),
    );
}

/** Any figure: the id of one that the policy names, or written in place. */
export function figures(refs: References) {
  const read = { ...sources(refs), ...details };
  const part = z.union([refs.figureId, asFigure(checked(z.strictObject(read)))]);
  const made = {
    between: z
      .strictObject({
        a: part.describe('The first figure.'),
        b: part.describe('The second figure.'),
        part: z
          .enum(['common', 'excess', 'shortfall'])
          .describe(
            'The smaller of the two (`common`); how far the first is above the second, else 0 (`excess`); how far it is below it, else 0 (`shortfall`).',
          ),
      })
      .optional()
      .describe('Stock, increase or decrease of one figure against another. Unknown where either is.'),
    sum: z.array(part).min(1).optional().describe('These figures added up. Unknown where one of them is.'),
    difference: z
      .tuple([part, part])
      .optional()
      .describe('The first less the second, below 0 too. Unknown where either is.'),
    product: z
      .array(part)
      .min(1)
      .optional()
      .describe('These figures multiplied. Unknown where one of them is.'),
    rank: z
      .strictObject({
        by: part.describe('What managers are ranked by.'),
        best: z
          .enum(['highest', 'lowest'])
          .default('highest')
          .describe('Whether the highest or the lowest figure is the first.'),
        among,
      })
      .optional()
      .describe(
        'The rank among others; equals share one and the next ones are skipped. Unknown where unknown figures leave it open. `over: { appraised: all }` makes a share of it.',
      ),
  };
  const over = part
    .optional()
    .describe('Divided by this figure, unrounded. The figure does not apply where the divisor is 0.');
  const written = asFigure(checked(z.strictObject({ ...read, ...made, over })));
  const named = checked(z.strictObject({ title: text, article: article.optional(), ...read, ...made, over }));
  return {
    /** What another figure is made of. */
    part,
    figure: z.union([refs.figureId, written]),
    written,
    /** Those that the policy names. */
    byId: z
      .record(id, named)
      .default({})
      .describe('Figures that rules, lines and rankings use by their id; one may rest on those before it.'),
  };
}

/** A figure, or one divided by another. */
export const quotient = (refs: References) => {
  const { figure, part } = figures(refs);
  return {
    of: figure.describe('The figure: the id of one that the policy names, or written in place.'),
    over: part.optional().describe('Divided by this one.'),
  };
};

type Figures = ReturnType<typeof figures>;
export type FigurePart = z.infer<Figures['part']>;
export type FigureSpec = z.infer<Figures['figure']>;
export type WrittenFigure = Exclude<FigureSpec, string>;
export type NamedFigure = z.infer<Figures['byId']>[string];

/** The form of a figure that is written in place. */
export function formOf(figure: WrittenFigure): FormKey {
  const key = ([...sourceKeys, ...madeKeys, 'rank'] as const).find((each) => figure[each] !== undefined);
  if (key === undefined) throw new Error('a figure without a form');
  return key;
}

/** What a bound of this figure, or of its quotient, may be written as; of a named figure or a metric nobody can say. */
export function shapeOfFigure(figure: unknown, divisor: unknown): Shape {
  if (!(figure instanceof Object)) return 'quantity';
  const over = divisor ?? ('over' in figure ? figure.over : undefined);
  // Money by a number is money.
  if (over !== undefined)
    return isYuan(figure) && !(over instanceof Object && isYuan(over)) ? 'quantity' : 'ratio';
  if ('completion' in figure) return 'ratio';
  if (counted.some((key) => key in figure)) return 'count';
  return isYuan(figure) ? 'yuan' : 'quantity';
}

const counted = ['events', 'years-since', 'appraised', 'rank'] as const;

const isYuan = (figure: object): boolean =>
  ['measure', 'collected', 'classified', 'classified-in'].some((key) => key in figure);

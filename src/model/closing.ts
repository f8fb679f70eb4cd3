/**
 * Closing a quarter. What people decide, what each answer records and which letter it makes is a policy's own: here is
 * the form of that part of a policy, and of `closing.json`, with which a run tells what waits for a person.
 */
import { z } from 'zod';
import { isDay, isQuarter } from './calendar.ts';
import { id } from './reference.ts';
import { text } from './written.ts';

/** Which grade an action may lead to, beside the one held. */
const reach = z.enum(['held', 'one-up', 'above', 'below', 'any']);

const consequence = {
  leaves: id.optional().describe('The status in which the person is on the next roster.'),
  letter: id
    .optional()
    .describe(
      'The letter that is written, one of `letters`: to the unit, as a list, by what leads to a grade, else to the person.',
    ),
  standby: z.literal(true).optional().describe('Listed for training between two posts.'),
};

const measure = z.strictObject({
  title: text,
  records: id.optional().describe('The kind of event that the ledger gets.'),
  ...consequence,
  again: text.optional().describe('What another one would mean, for the register.'),
  undated: z.literal(true).optional().describe('Nothing happens on a day: none has to be given.'),
});

const action = z.strictObject({
  title: text.optional().describe('What it is called, where no row of the decisions has it.'),
  grade: reach.optional().describe('Which grade it may lead to, beside the one held; without it, to none.'),
  ...consequence,
});

const asked = {
  name: text.describe('What the sheet of the decisions is called.'),
  levels: z.array(id).default([]).describe('Warnings of these levels are asked about.'),
};

/**
 * What people decide after a run. What a policy does not declare (a level, a kind of event, an action) is left out of the
 * defaults', and refused in one of its own.
 */
export const closingRules = z.strictObject({
  warnings: z
    .strictObject({
      ...asked,
      lists: z.array(id).default([]).describe('Warnings that stand in these lists are asked about as well.'),
      letter: id.optional().describe('The letter to those in `lists` whom nobody has answered about yet.'),
      measures: z.record(id, measure).describe('What may be done about a warning.'),
    })
    .describe('Warnings that wait for a person.'),
  lifting: z
    .strictObject({
      name: asked.name,
      months: id.describe('The parameter that says for how many months an admonition is in force.'),
    })
    .optional()
    .describe('Admonitions on the ledger that may be lifted.'),
  appointments: z
    .strictObject({
      name: asked.name,
      letter: id.optional().describe('The letter for each proposal, with its figures, whatever is decided.'),
      actions: z.record(id, action).describe('What comes of each action of the proposals.'),
    })
    .optional()
    .describe('The proposals, which are approved or not.'),
  liability: z
    .strictObject(asked)
    .optional()
    .describe('Warnings after which somebody may be held to account.'),
  traineeship: z
    .strictObject({
      name: asked.name,
      months: z
        .record(z.string(), id)
        .describe('By the type of trainee, the parameter that says after how many months it ends.'),
    })
    .optional()
    .describe('Trainees whose time ends by the end of the next quarter.'),
  letters: z
    .record(id, z.strictObject({ title: text }))
    .default({})
    .describe('What each letter is called; its template has that name.'),
});
export type ClosingRules = z.infer<typeof closingRules>;
export type Consequence = Pick<z.infer<typeof measure>, keyof typeof consequence>;
export type Reach = z.infer<typeof reach>;

const day = z.string().refine(isDay);
const quarter = z.string().refine(isQuarter);
const word = z.strictObject({ id: z.string(), title: text });

const warned = z.strictObject({
  id: z.string(),
  managerId: z.string(),
  rule: z.string(),
  title: text,
  level: text,
  list: z.string(),
  article: z.string(),
  outcome: z.enum(['triggered', 'review']),
  /** The figures, or the first source rows. */
  basis: text,
});

const lifting = z.strictObject({
  id: z.string(),
  managerId: z.string(),
  since: day,
  reference: z.string(),
  /** The first day on which it is no longer in force. */
  until: day,
});

/** A line of the review form. */
const reviewLine = z.strictObject({ title: text, seen: text, bound: text, outcome: text, article: text });

const proposal = z.strictObject({
  id: z.string(),
  managerId: z.string(),
  held: z.string(),
  action: z.string(),
  title: text,
  toGrade: z.string().nullable(),
  approval: text.nullable(),
  articles: z.array(z.string()),
  /** Why a person must confirm it, or between what to choose. */
  toDecide: text,
  /** What the person has to show for the grade; empty: the policy asks for no review form. */
  review: z.array(reviewLine),
});

const trainee = z.strictObject({
  id: z.string(),
  managerId: z.string(),
  since: day,
  /** The roster's own, or what follows from the months. */
  until: day,
});

/** What falls due in the next quarter, or is missing. */
const due = z.strictObject({ managerId: z.string(), what: text, on: day.nullable() });

const watched = z.strictObject({
  managerId: z.string(),
  loanId: z.string(),
  customerName: z.string(),
  reasons: text,
});

const event = z.strictObject({
  managerId: z.string(),
  date: day,
  kind: z.string(),
  reference: z.string(),
  note: z.string(),
});

/** The content of `closing.json`: the books as they stood, and what waits for a person. */
export const closingBasis = z.strictObject({
  schema: z.literal('rm-appraisal/closing/1'),
  period: quarter,
  stage: z.enum(['interim', 'annual']),
  /** Of the run: it stands in the decisions, so that they are read with their own run only. */
  fingerprint: z.string(),
  policy: z.strictObject({ id: z.string(), edition: z.string(), title: text }),
  bank: z.string().nullable(),
  ladder: z.array(
    word.extend({
      approval: text,
      trainee: z.boolean(),
      employeeLevel: z.number().nullable(),
      /** The word of the roster for it; null: several stand for it, and a person chooses. */
      roster: z.string().nullable(),
    }),
  ),
  statuses: z.array(word),
  events: z.array(word.extend({ role: z.string().nullable() })),
  rules: closingRules,
  /** The actions of the proposals that may be answered. */
  actions: z.array(word),
  /** For how many months an admonition is in force; null: the policy does not say. */
  months: z.number().nullable(),
  people: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      unit: z.string(),
      grade: z.string(),
      status: z.string(),
    }),
  ),
  /** As it was read: the columns that were there, and each person's cells as the next package takes them. */
  roster: z.strictObject({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  /** Whole: also what happened after the quarter's last day. */
  ledger: z.array(event),
  warnings: z.array(warned),
  lifting: z.array(lifting),
  appointments: z.array(proposal),
  liability: z.array(warned),
  traineeship: z.array(trainee),
  due: z.array(due),
  watched: z.array(watched),
});

/** The content of `decided.json`: what the decisions record in the books, for the next quarter's run to look for. */
export const decidedForm = z.strictObject({
  schema: z.literal('rm-appraisal/decided/1'),
  period: quarter,
  events: z.array(event),
  /** Cells of the roster as it writes them: what stood there, and what stands there now. */
  roster: z.array(
    z.strictObject({ managerId: z.string(), column: z.string(), before: z.string(), after: z.string() }),
  ),
});
export type Decided = z.infer<typeof decidedForm>;

export type ClosingBasis = z.infer<typeof closingBasis>;
export type ReviewLine = z.infer<typeof reviewLine>;
export type LedgerEvent = z.infer<typeof event>;
export type Due = z.infer<typeof due>;
export type WarnedQuestion = z.infer<typeof warned>;

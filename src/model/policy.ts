/**
 * The form of a policy file: measures, dated parameters, rules in the closed vocabulary of conditions, and the sections
 * that use them. Unknown keys are refused, and so are references to what the file does not declare. A policy holds
 * the sections its regulation has: with a ladder it grades managers; every other way of appraising is one of `sections`.
 */
import { z } from 'zod';
import { isDay } from './calendar.ts';
import { text, vocabulary } from './condition.ts';
import { id, type Names, references, saying } from './reference.ts';
import { choicesWithoutContest } from './sections/champions.ts';
import { section } from './sections/index.ts';
import { proposed } from './sections/section.ts';
import { weightProblems } from './sections/weights.ts';
import type { Choice, DeclaredWords } from './table.ts';
import { same, type Text } from './text.ts';

/** What rules and allowances look for in the ledger: what begins an admonition, what ends it, what answers for it. */
export const eventRoles = ['admonition', 'lift', 'explanation'] as const;
export type EventRole = (typeof eventRoles)[number];

/** Colours by what they say. */
const levelTones = ['muted', 'warn', 'bad'] as const;
export type LevelTone = (typeof levelTones)[number];

/**
 * Where a decision leads: out of the ladder, or to a grade on it. `level` is the grade of the employee level that the
 * roster records.
 */
const destinations = [
  'nowhere',
  'held',
  'one-up',
  'one-down',
  'qualified',
  'one-down-or-qualified',
  'level',
] as const;
type Destination = (typeof destinations)[number];
export const isDestination = (word: string): word is Destination =>
  (destinations as readonly string[]).includes(word);

const article = z.string();
const day = z
  .string()
  .refine(isDay, saying({ zh: '应为日期，如 2026-01-01', en: 'a day such as 2026-01-01' }));

/** `CNY 250,000,000`, `USD 30,000,000`, `80%`, `6`, one of `choices`, or a list of words. */
const value = z.union([z.string(), z.number(), z.array(z.string()).min(1)]);
/** From which day on which value is in force, until the next line's day. */
const dated = z.record(day, value);

const contestForEach = {
  message: 'a contest for each choice of the reading',
  params: { says: { zh: '读法的每个选项都要有一项比较', en: 'a contest for each choice of the reading' } },
};

/** The schema of a policy file that declares these names. */
export function policySchema(names: Names) {
  const refs = references(names);
  const { yuan, ratio, count, words, choice, byGrade, measure, sign, grade, warningLevel, warningList } =
    refs;
  const conditions = vocabulary(refs);
  const { rule, ruled } = conditions;
  const named = { rule: id, title: text, article };
  const columns = z.strictObject({ add: z.string(), subtract: z.string().optional() });
  /** A word that the bank's files may use, with the spellings that mean it; the title and the id are known anyway. */
  const word = { title: text, names: z.array(z.string()).optional() };

  const form = z.strictObject({
    policy: id,
    edition: z.string(),
    title: text,
    source: text,
    /** From high to low. */
    ladder: z
      .record(
        id,
        z.strictObject({
          title: text,
          /** Words of the bank for the grade, as the roster may write it; the title and the id are known anyway. */
          names: z.array(z.string()).optional(),
          'employee-level': z.int().optional(),
          approval: text,
          trainee: z.literal(true).optional(),
        }),
      )
      .default({}),
    parameters: z
      .record(
        id,
        z.strictObject({
          title: text,
          article,
          /** What the regulation's text says, where it leaves the reading open or the value is an assumption. */
          note: text.optional(),
          /** The source does not give this value: it is ours, and every sheet that rests on it says so. */
          assumption: z.literal(true).optional(),
          /** The values that an open reading may take; its presence marks the parameter as a reading. */
          choices: z.array(z.string()).optional(),
          values: dated.optional(),
          'by-grade': z.partialRecord(grade, dated).optional(),
        }),
      )
      .default({}),
    measures: z
      .record(
        id,
        z.strictObject({
          title: text,
          table: z.enum(['deposits', 'loans', 'settlement']),
          /** The indicator under which targets and adjustments name this figure. */
          indicator: z.string(),
          year: columns,
          quarter: columns,
          /** Rows whose column contains one of the words are left out. */
          without: z.strictObject({ column: z.string(), words }).optional(),
          /** Only rows whose column holds this choice. */
          only: z.strictObject({ column: z.string(), is: z.string() }).optional(),
          /** A row whose column contains one of the words counts with this weight; the first that fits, else whole. */
          weighted: z
            .strictObject({
              column: z.string(),
              by: z.array(z.strictObject({ words, weight: ratio })).min(1),
            })
            .optional(),
        }),
      )
      .default({}),
    /** What may be asked of one credit item; every part that is given must hold. */
    signs: z
      .record(
        id,
        z.strictObject({
          title: text,
          table: z.enum(['loans', 'classification']),
          /** One of these is greater than 0; unknown only where none of the columns is there. */
          'above-zero': z.array(z.string()).min(1).optional(),
          /** At least so many days; without the days column, unknown where the amount is greater than 0. */
          days: z
            .strictObject({ column: z.string(), 'at-least': count, 'without-days': z.string() })
            .optional(),
          /** The product contains one of the words. */
          product: words.optional(),
          /** Now of one of these classes … */
          classes: words.optional(),
          /** … and not at the start of the year already, by the reading. */
          'classes-before': choice(['leave-out', 'count']).optional(),
          /** There is still a balance. */
          outstanding: z.literal(true).optional(),
        }),
      )
      .default({}),
    /** What the roster's grade column may say besides the titles of the ladder. */
    'roster-grades': z.record(id, z.strictObject(word)),
    /** What the roster may say of a manager's status; the first is meant where it says nothing. */
    statuses: z.record(id, z.strictObject({ ...word, appraised: z.literal(true).optional() })),
    /** What the roster may say of a manager's line of business; the first is meant where it says nothing. */
    'roster-series': z.record(id, z.strictObject(word)),
    /** What an annual review may come to. */
    'review-ratings': z.record(id, z.strictObject(word)),
    /** What the ledger of events may record. */
    'event-kinds': z.record(id, z.strictObject({ ...word, role: z.enum(eventRoles).optional() })),
    /** From the lightest to the gravest. */
    'warning-levels': z.record(
      id,
      z.strictObject({
        title: text,
        /** The colour that repeats the word. */
        tone: z.enum(levelTones).default('warn'),
        /** The list of the branch summary that names those warned; without it, one under the level's own title. */
        list: warningList.optional(),
        /** Head office sees these warnings by name. */
        grave: z.literal(true).optional(),
      }),
    ),
    /** The sheets that name those warned, in their order; the title heads the sheet where the name is too short. */
    'warning-lists': z.record(id, z.strictObject({ name: text, title: text.optional() })),
    /** Lines that a completion is compared with wherever it is shown, and what it is called below each of them. */
    'completion-lines': z
      .array(z.strictObject({ parameter: ratio, title: text, below: text, tone: z.enum(levelTones) }))
      .default([]),
    /** Whom the policy is about; without it, everybody whose status is appraised. */
    appraised: z.strictObject({ series: words }).optional(),
    /** From which deposits a customer counts for a grade's business conditions; without it, every customer does. */
    'counted-customers': z
      .strictObject({
        'at-least': byGrade.yuan,
        scope: choice(['all', 'deposits']),
        basis: choice(['total', 'without-agreement']),
        measure,
        'measure-without-agreement': measure,
      })
      .optional(),
    /** Keyed by indicator: the measure whose whole-portfolio figure is the target's actual. */
    targets: z.record(z.string(), measure).default({}),
    floor: ruled(named).optional(),
    grades: z.array(ruled(named)).default([]),
    warnings: z
      .array(
        ruled({
          ...named,
          level: warningLevel,
          /** Where the text leaves the level open: the reading whose choice it is. */
          'level-reading': refs.warningLevelReading.optional(),
          /** A person must confirm it. */
          review: z.literal(true).optional(),
          /** What would come of a step that has not been taken yet: where the rule itself is not met, a person looks at it. */
          foreseen: rule.optional(),
          /** The list it stands in, where that is not its level's. */
          list: warningList.optional(),
        }),
      )
      .default([]),
    /** Keyed by the reason for which a credit item is watched, which goes by the sign's title. */
    'watch-list': z.record(id, sign).default({}),
    /** Customers without a manager are listed for HR from this line on. */
    unassigned: z.strictObject({ article, line: yuan }).optional(),
    allowance: z.strictObject({ article, rate: byGrade.yuan, paid: ratio, months: count }).optional(),
    /** When appointments are decided: at the year's end, or after every quarter. */
    decided: z.enum(['annual', 'every-quarter']).default('annual'),
    /** The action of the row whose proposal it is to leave the ladder, where another row leads below it. */
    leaving: id,
    /** The first row whose condition is met is the proposal. */
    decisions: z
      .array(
        ruled({
          ...proposed,
          /** Further articles the decision rests on. */
          articles: z.array(article).optional(),
          to: z.union([z.enum(destinations), choice(destinations)]),
          /** The action between which and this one the text leaves a person the choice. */
          alternative: id.optional(),
          /** The grade where none is qualified; without it the manager leaves the ladder. */
          'none-qualified': grade.optional(),
          /** A remark where this further rule is not met. */
          note: z.strictObject({ unless: rule, text }).optional(),
        }),
      )
      .default([]),
    /** Whatever row decides: where one of these is met, a person must confirm the proposal, for this reason. */
    'person-decides': z
      .array(
        ruled({
          title: text,
          article,
          /** Only proposals of these actions; without it, every one. */
          actions: z.array(id).min(1).optional(),
        }),
      )
      .default([]),
    /** Further ways of appraising, each by its own kind; one may rest on those before it. */
    sections: z.record(id, section(refs, conditions)).default({}),
  });
  return form.check(({ value: file, issues }) => {
    for (const path of choicesWithoutContest(file.sections, file.parameters))
      issues.push({ code: 'custom', path, ...contestForEach, input: file });
    for (const path of alternativesToNothing(file))
      issues.push({ code: 'custom', path, ...ofAnotherRow, input: file });
    for (const { path, says } of weightProblems(file))
      issues.push({ code: 'custom', path: [...path], message: says.en, params: { says }, input: file });
  });
}

const ofAnotherRow = saying({ zh: '应为另一行的 action', en: 'the action of another row' });

/** Where a row leaves the choice between its action and one that no row proposes. */
const alternativesToNothing = ({ decisions }: Pick<PolicyFile, 'decisions'>): (string | number)[][] =>
  decisions.flatMap(({ alternative }, index) =>
    alternative === undefined || decisions.some(({ action }) => action === alternative)
      ? []
      : [['decisions', index, 'alternative']],
  );

export type PolicyFile = z.infer<ReturnType<typeof policySchema>>;
export type MeasureSpec = PolicyFile['measures'][string];
export type SignSpec = PolicyFile['signs'][string];
export type ParameterSpec = PolicyFile['parameters'][string];
export type DecisionSpec = PolicyFile['decisions'][number];
/** A parameter's value as the file has it. */
export type WrittenValue = z.infer<typeof value>;

/** The kinds of event that play one of these parts. */
export const kindsOf = (file: Pick<PolicyFile, 'event-kinds'>, ...roles: readonly EventRole[]): string[] =>
  Object.entries(file['event-kinds']).flatMap(([kind, { role }]) =>
    role !== undefined && roles.includes(role) ? kind : [],
  );

/** The reasons for which a credit item is watched, with their titles: those of the signs. */
export const watchReasons = ({ 'watch-list': reasons, signs }: PolicyFile): (readonly [string, Text])[] =>
  Object.entries(reasons).map(([reason, sign]) => [reason, signs[sign]?.title ?? same(reason)]);

/** What the grades of the ladder and the ranks of the sections are called, by id. */
export const gradeTitles = ({ ladder, sections }: PolicyFile): ReadonlyMap<string, Text> =>
  new Map(
    [ladder, ...Object.values(sections).map((each) => ('ranks' in each ? each.ranks : {}))]
      .flatMap((grades) => Object.entries(grades))
      .map(([grade, { title }]) => [grade, title]),
  );

type Words = Readonly<
  Record<string, { readonly title: Text; readonly names?: readonly string[] | undefined }>
>;
const choicesOf = (words: Words): Choice[] =>
  Object.entries(words).map(([word, { title, names = [] }]) => ({ id: word, text: title, also: names }));

/** The words of a policy's own that the columns of a package may hold: the ladder's go before everybody's. */
export const declaredWords = (file: PolicyFile): DeclaredWords => ({
  grades: [...choicesOf(file['roster-grades']), ...choicesOf(file.ladder)],
  statuses: choicesOf(file.statuses),
  events: choicesOf(file['event-kinds']),
  ratings: choicesOf(file['review-ratings']),
  series: choicesOf(file['roster-series']),
});

/** The words of several policies together. */
export function wordsTogether(files: readonly PolicyFile[]): DeclaredWords {
  const all = files.map(declaredWords);
  return {
    grades: all.flatMap(({ grades }) => grades),
    statuses: all.flatMap(({ statuses }) => statuses),
    events: all.flatMap(({ events }) => events),
    ratings: all.flatMap(({ ratings }) => ratings),
    series: all.flatMap(({ series }) => series),
  };
}

/** The words to choose from where a package is filled in: with a ladder, its own titles only. */
export const entryWords = (file: PolicyFile): DeclaredWords => ({
  ...declaredWords(file),
  grades: choicesOf(Object.keys(file.ladder).length > 0 ? file.ladder : file['roster-grades']),
});

/** A policy file with where it came from: its bytes' hash stands in the manifest and the results. */
export interface Policy {
  readonly file: PolicyFile;
  /** Its name in problems: `grade-regulation/policy.yaml` or the file's name. */
  readonly name: string;
  readonly sha256: string;
}

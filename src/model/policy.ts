/**
 * The form of a policy file: measures, dated parameters, rules in the closed vocabulary of conditions, and the sections
 * that use them. Unknown keys are refused, and so are references to what the file does not declare. A policy holds
 * the sections its regulation has: with a ladder it grades managers; every other way of appraising is one of `sections`.
 */
import { z } from 'zod';
import { dayForm, isDay } from './calendar.ts';
import { closingRules } from './closing.ts';
import { text, vocabulary } from './condition.ts';
import { id, type Names, references, saying } from './reference.ts';
import { choicesWithoutContest } from './sections/champions.ts';
import { section } from './sections/index.ts';
import { destinations } from './sections/proposals.ts';
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

/** What a trainee is paid whose former post's fees nobody recorded: by a grade of the ladder, or not known. */
export const unknownFees = 'unknown';

const article = z.string();
const day = z
  .string()
  .refine(isDay, saying({ zh: '应为日期，如 2026-01-01', en: 'a day such as 2026-01-01' }))
  .meta({ pattern: dayForm.source });

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
  const columns = z.strictObject({
    add: z.string().describe('The column that is summed.'),
    subtract: z.string().optional().describe('The column that is taken off it, row by row.'),
  });
  /** A word that the bank's files may use, with the spellings that mean it; the title and the id are known anyway. */
  const word = { title: text, names: z.array(z.string()).optional() };

  const form = z.strictObject({
    policy: id.describe("The policy's id: its results stand under it."),
    edition: z.string().describe('Which edition this is; an issued one is never edited.'),
    title: text,
    source: text.describe('Which document the policy is taken from.'),
    ladder: z
      .record(
        id,
        z.strictObject({
          title: text,
          names: z
            .array(z.string())
            .optional()
            .describe(
              'Words of the bank for the grade, as the roster may write it; the title and the id are known anyway.',
            ),
          'employee-level': z
            .int()
            .optional()
            .describe('The employee level that goes with the grade; a trainee is appointed by it.'),
          approval: text,
          outward: text.optional().describe('The title towards customers.'),
          trainee: z.literal(true).optional().describe('Held for the traineeship: nobody qualifies for it.'),
        }),
      )
      .default({})
      .describe('From high to low.'),
    parameters: z
      .record(
        id,
        z.strictObject({
          title: text,
          article,
          note: text
            .optional()
            .describe(
              "What the regulation's text says, where it leaves the reading open or the value is an assumption.",
            ),
          assumption: z
            .literal(true)
            .optional()
            .describe(
              'The source does not give this value: it is ours, and every sheet that rests on it says so.',
            ),
          unfilled: text
            .optional()
            .describe(
              'The source leaves the value to each bank, and none need be given: what is shown in its place.',
            ),
          choices: z
            .array(z.string())
            .optional()
            .describe(
              'The values that an open reading may take; its presence marks the parameter as a reading.',
            ),
          values: dated
            .optional()
            .describe(
              'For everyone, `day: value` from that day on. An amount is `CNY 250,000,000` or `USD 30,000,000`, a percentage `80%`, a number `6`, a reading one of `choices`, words a list.',
            ),
          'by-grade': z
            .partialRecord(grade, dated)
            .optional()
            .describe('The same for each grade, rank, level or title.'),
        }),
      )
      .default({})
      .describe(
        'The values that rules refer to, each dated: one that is not in force on the day asked for is an error.',
      ),
    measures: z
      .record(
        id,
        z.strictObject({
          title: text,
          table: z.enum(['deposits', 'loans', 'settlement']).describe('The input table that is summed.'),
          indicator: z
            .string()
            .describe('The indicator under which targets and adjustments name this figure.'),
          year: columns.describe('The columns of the year to date.'),
          quarter: columns.describe('The columns of the quarter.'),
          without: z
            .strictObject({
              column: z.string(),
              words: words.describe('The words, anywhere in the cell.'),
              unless: words
                .optional()
                .describe('A row whose cell contains one of these words too is taken all the same.'),
            })
            .optional()
            .describe('Rows whose column contains one of the words are left out.'),
          only: z
            .strictObject({ column: z.string(), is: z.string().describe('The choice.') })
            .optional()
            .describe('Only rows whose column holds this choice.'),
          weighted: z
            .strictObject({
              column: z.string(),
              by: z
                .array(
                  z.strictObject({
                    words: words.describe('The words, anywhere in the cell.'),
                    weight: ratio.describe('How much such a row counts.'),
                  }),
                )
                .min(1)
                .describe('The words and their weights, in order.'),
            })
            .optional()
            .describe(
              'A row whose column contains one of the words counts with this weight; the first that fits, else whole.',
            ),
        }),
      )
      .default({})
      .describe('What is summed over the customers of a manager.'),
    signs: z
      .record(
        id,
        z.strictObject({
          title: text,
          table: z.enum(['loans', 'classification']).describe('The table that has the items.'),
          'above-zero': z
            .array(z.string())
            .min(1)
            .optional()
            .describe('One of these is greater than 0; unknown only where none of the columns is there.'),
          days: z
            .strictObject({
              column: z.string(),
              'at-least': count.describe('So many days, included.'),
              'without-days': z
                .string()
                .describe('The column of the amount that is looked at where there are no days.'),
            })
            .optional()
            .describe(
              'At least so many days; without the days column, unknown where the amount is greater than 0.',
            ),
          product: words.optional().describe('The product contains one of the words.'),
          classes: words.optional().describe('Now of one of these classes …'),
          'classes-before': choice(['leave-out', 'count'])
            .optional()
            .describe('… and not at the start of the year already, by the reading.'),
          outstanding: z.literal(true).optional().describe('There is still a balance.'),
        }),
      )
      .default({})
      .describe('What may be asked of one credit item; every part that is given must hold.'),
    'roster-grades': z
      .record(id, z.strictObject(word))
      .describe("What the roster's grade column may say besides the titles of the ladder."),
    statuses: z
      .record(
        id,
        z.strictObject({
          ...word,
          appraised: z.literal(true).optional().describe('Managers of this status are appraised.'),
        }),
      )
      .describe("What the roster may say of a manager's status; the first is meant where it says nothing."),
    'roster-series': z
      .record(id, z.strictObject(word))
      .describe(
        "What the roster may say of a manager's line of business; the first is meant where it says nothing.",
      ),
    'review-ratings': z.record(id, z.strictObject(word)).describe('What an annual review may come to.'),
    'event-kinds': z
      .record(
        id,
        z.strictObject({
          ...word,
          role: z
            .enum(eventRoles)
            .optional()
            .describe('The part it plays: what begins an admonition, what lifts it, what answers for one.'),
        }),
      )
      .describe('What the ledger of events may record.'),
    'activity-kinds': z.record(id, z.strictObject(word)).describe('What the table of activities may record.'),
    'warning-levels': z
      .record(
        id,
        z.strictObject({
          title: text,
          tone: z.enum(levelTones).default('warn').describe('The colour that repeats the word.'),
          list: warningList
            .optional()
            .describe(
              "The list of the branch summary that names those warned; without it, one under the level's own title.",
            ),
          grave: z.literal(true).optional().describe('Head office sees these warnings by name.'),
        }),
      )
      .describe('The levels of warnings, from the lightest to the gravest.'),
    'warning-lists': z
      .record(id, z.strictObject({ name: text.describe('The name of the sheet.'), title: text.optional() }))
      .describe(
        'The sheets that name those warned, in their order; the title heads the sheet where the name is too short.',
      ),
    'completion-lines': z
      .array(
        z.strictObject({
          parameter: ratio.describe('The line.'),
          title: text,
          below: text.describe('What a completion below it is called.'),
          tone: z.enum(levelTones).describe('The colour that repeats it.'),
        }),
      )
      .default([])
      .describe(
        'Lines that a completion is compared with wherever it is shown, and what it is called below each of them.',
      ),
    appraised: z
      .strictObject({ series: words.describe('The series of the roster.') })
      .optional()
      .describe('Whom the policy is about; without it, everybody whose status is appraised.'),
    'counted-customers': z
      .strictObject({
        'at-least': byGrade.yuan.describe('The least figure of the year, included.'),
        scope: choice(['all', 'deposits']).describe(
          'Whether it bears on every measure, or on those of deposits alone.',
        ),
        basis: choice(['total', 'without-agreement']).describe(
          'Which of the two measures is held against it.',
        ),
        measure,
        'measure-without-agreement': measure.describe(
          'The measure for the basis without agreement deposits.',
        ),
      })
      .optional()
      .describe(
        "From which deposits a customer counts for a grade's business conditions; without it, every customer does.",
      ),
    targets: z
      .record(z.string(), measure)
      .default({})
      .describe("Keyed by indicator: the measure whose whole-portfolio figure is the target's actual."),
    floor: ruled(named)
      .optional()
      .describe('The line that everybody must reach; below it nobody qualifies for a grade.'),
    grades: z
      .array(ruled(named))
      .default([])
      .describe('The conditions of the grades: all that apply to a grade are required for it.'),
    warnings: z
      .array(
        ruled({
          ...named,
          level: warningLevel.describe('The level.'),
          'level-reading': refs.warningLevelReading
            .optional()
            .describe('Where the text leaves the level open: the reading whose choice it is.'),
          review: z.literal(true).optional().describe('A person must confirm it.'),
          foreseen: rule
            .optional()
            .describe(
              'What would come of a step that has not been taken yet: where the rule itself is not met, a person looks at it.',
            ),
          list: warningList.optional().describe("The list it stands in, where that is not its level's."),
        }),
      )
      .default([])
      .describe('The rules that warn, each of a level.'),
    'watch-list': z
      .record(id, sign)
      .default({})
      .describe("Keyed by the reason for which a credit item is watched, which goes by the sign's title."),
    unassigned: z
      .strictObject({
        article,
        line: yuan.describe('From these deposits or loans on, included.'),
        loans: measure
          .optional()
          .describe('The measure that tells loans from other credit items; without it, all are loans.'),
      })
      .optional()
      .describe('Customers without a manager are listed for HR from this line on.'),
    allowance: z
      .strictObject({
        article,
        rate: byGrade.yuan.describe('Of a month, by the grade held.'),
        other: refs.forSome.yuan
          .optional()
          .describe('A second fee of a month beside it, for the grades that have a value.'),
        trainee: refs
          .parameter({ shape: 'choice', choices: [...names.grades, unknownFees] })
          .optional()
          .describe(
            'A trainee is paid what the roster records of the former post; where it says nothing, by this reading.',
          ),
        'by-day': z
          .literal(true)
          .optional()
          .describe('A grade held from a day within the quarter is paid from that day on.'),
        paid: ratio.describe('The part that is paid during an admonition.'),
        months: count.describe('How long an admonition reduces it.'),
      })
      .optional()
      .describe(
        'The monthly allowance by the grade held, reduced by the day while an admonition is in force.',
      ),
    decided: z
      .enum(['annual', 'every-quarter'])
      .default('annual')
      .describe("When appointments are decided: at the year's end, or after every quarter."),
    'approved-by': z
      .enum(['proposed', 'higher'])
      .default('proposed')
      .describe(
        'Whose approval a proposal needs: that of the grade proposed, or of the higher of it and the grade held; for leaving the ladder that of the grade held.',
      ),
    leaving: id.describe(
      'The action of the row whose proposal it is to leave the ladder, where another row leads below it.',
    ),
    decisions: z
      .array(
        ruled({
          ...proposed,
          articles: z.array(article).optional().describe('Further articles the decision rests on.'),
          to: refs
            .parameter({ shape: 'choice', choices: destinations, besides: destinations })
            .describe('What becomes of the grade held, or a reading that says so.'),
          alternative: id
            .optional()
            .describe('The action between which and this one the text leaves a person the choice.'),
          'none-qualified': grade
            .optional()
            .describe('The grade where none is qualified; without it the manager leaves the ladder.'),
          note: z
            .strictObject({ unless: rule.describe('The further rule.'), text: text.describe('The remark.') })
            .optional()
            .describe('A remark where this further rule is not met.'),
        }),
      )
      .default([])
      .describe('The first row whose condition is met is the proposal.'),
    'person-decides': z
      .array(
        ruled({
          title: text,
          article,
          actions: z
            .array(id)
            .min(1)
            .optional()
            .describe('Only proposals of these actions; without it, every one.'),
        }),
      )
      .default([])
      .describe(
        'Whatever row decides: where one of these is met, a person must confirm the proposal, for this reason.',
      ),
    closing: closingRules.describe('What people decide after a run, and what comes of it.'),
    sections: z
      .record(id, section(refs, conditions))
      .default({})
      .describe('Further ways of appraising, each by its own kind; one may rest on those before it.'),
  });
  return form.check(({ value: file, issues }) => {
    for (const path of choicesWithoutContest(file.sections, file.parameters))
      issues.push({ code: 'custom', path, ...contestForEach, input: file });
    if (file['counted-customers'] === undefined)
      for (const path of ownCustomerLines(file))
        issues.push({ code: 'custom', path, ...besideCounted, input: file });
    for (const path of alternativesToNothing(file))
      issues.push({ code: 'custom', path, ...ofAnotherRow, input: file });
    for (const section of Object.keys(file.sections).filter((each) => ownSections.includes(each)))
      issues.push({ code: 'custom', path: ['sections', section], ...ofItsOwn, input: file });
    for (const { path, says } of weightProblems(file))
      issues.push({ code: 'custom', path: [...path], message: says.en, params: { says }, input: file });
  });
}

/** What the file's own keys declare goes by these ids among the sections of a run. */
const ownSections: readonly string[] = [
  ...['floor', 'grades', 'targets', 'warnings', 'watch-list', 'unassigned', 'allowance', 'decisions'],
];
const ofItsOwn = saying({
  zh: '应为别的名称：制度的同名项已用此名',
  en: 'another name: a key of the policy has this one',
});
const ofAnotherRow = saying({ zh: '应为另一行的 action', en: 'the action of another row' });

/** Without it nothing says whose deposits a rule's own line of customers is held against. */
const besideCounted = saying({
  zh: '有 counted-customers 才能写：由它说明以哪项存款为准',
  en: 'only beside counted-customers, which says by which deposits customers are counted',
});

type Path = readonly (string | number)[];

/** Where a rule counts customers by a line of its own. */
function ownCustomerLines(value: unknown, path: Path = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [];
  const { compare } = value as { readonly compare?: { readonly customers?: unknown } };
  const own = compare?.customers !== undefined && compare.customers !== 'counted';
  return [
    ...(own ? [[...path, 'compare', 'customers']] : []),
    ...Object.entries(value).flatMap(([key, inner]) =>
      ownCustomerLines(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

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

/** What the grades of the ladder and the ranks, levels and titles of the sections are called, by id. */
export const gradeTitles = ({ ladder, sections }: PolicyFile): ReadonlyMap<string, Text> =>
  new Map(
    [ladder, ...Object.values(sections).flatMap(stepsOf)]
      .flatMap((grades) => Object.entries(grades))
      .map(([grade, { title }]) => [grade, title]),
  );

/** What a section sets up beside the ladder's grades. */
const stepsOf = (section: PolicyFile['sections'][string]) => [
  'ranks' in section ? section.ranks : {},
  'levels' in section ? section.levels : {},
  'titles' in section ? section.titles : {},
];

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
  activities: choicesOf(file['activity-kinds']),
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
    activities: all.flatMap(({ activities }) => activities),
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

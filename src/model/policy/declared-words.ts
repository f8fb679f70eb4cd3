/** What the words are that a policy declares: for the columns of a package, for grades, for what is watched. */
import type { Policy, PolicyFile } from '../policy.ts';
import type { Choice, DeclaredWords } from '../table.ts';
import { same, type Text } from '../text.ts';
import { seriesOf } from './series.ts';
import type { EventRole } from './words.ts';

/** The kinds of event that play one of these parts. */
export const kindsOf = (file: Pick<PolicyFile, 'event-kinds'>, ...roles: readonly EventRole[]): string[] =>
  Object.entries(file['event-kinds']).flatMap(([kind, { role }]) =>
    role !== undefined && roles.includes(role) ? kind : [],
  );

/** The reasons for which a credit item is watched, with their titles: those of the signs. */
export const watchReasons = ({ 'watch-list': reasons, signs }: PolicyFile): (readonly [string, Text])[] =>
  Object.entries(reasons).map(([reason, sign]) => [reason, signs[sign]?.title ?? same(reason)]);

/** What the grades of the ladder and the ranks, levels and titles of the sections are called, by id. */
export const gradeTitles = ({
  ladder,
  sections,
  'roster-grades': roster,
}: PolicyFile): ReadonlyMap<string, Text> => {
  const own = [ladder, ...Object.values(sections).flatMap(stepsOf)].flatMap((grades) =>
    Object.entries(grades),
  );
  const ids = new Set(own.map(([grade]) => grade));
  // What the roster may say besides: the policy's own title of a grade goes before the roster's.
  const rosterOnly = Object.entries(roster).filter(([grade]) => !ids.has(grade));
  return new Map([...own, ...rosterOnly].map(([grade, { title }]) => [grade, title]));
};

/** What a section sets up beside the ladder's grades. */
const stepsOf = (section: PolicyFile['sections'][string]) => [
  'ranks' in section ? section.ranks : {},
  'levels' in section ? section.levels : {},
  'titles' in section ? section.titles : {},
  'grades' in section ? section.grades : {},
];

type Words = Readonly<
  Record<string, { readonly title: Text; readonly names?: readonly string[] | undefined }>
>;
const choicesOf = (words: Words): Choice[] =>
  Object.entries(words).map(([word, { title, names = [] }]) => ({ id: word, text: title, also: names }));

/** Grades with places that are held: those from which somebody moves so many steps. Others are classes of the quarter. */
const gradesWithSteps = ({ sections }: PolicyFile): Words =>
  Object.assign(
    {},
    ...Object.values(sections).map((each) => (each.kind === 'places' && each.steps ? each.grades : {})),
  );

/** What the roster's grade column may hold besides the titles of the ladder. */
export const rosterGrades = (file: PolicyFile): Words => ({
  ...file['roster-grades'],
  ...gradesWithSteps(file),
});

/** The words of a policy's own that the columns of a package may hold: the ladder's go before everybody's. */
export const declaredWords = (file: PolicyFile): DeclaredWords => ({
  grades: [...choicesOf(rosterGrades(file)), ...choicesOf(file.ladder)],
  anyGrade: false,
  statuses: choicesOf(file.statuses),
  events: choicesOf(file['event-kinds']),
  activities: choicesOf(file['activity-kinds']),
  ratings: choicesOf(file['review-ratings']),
  series: choicesOf(file['roster-series']),
});

/** A policy without titles of its own and without a value for one of everybody's: grades are nothing to it. */
const takesAnyGrade = ({ file, ownKeys }: Policy): boolean =>
  !ownKeys.has('roster-grades') &&
  Object.keys(file.ladder).length === 0 &&
  Object.keys(gradesWithSteps(file)).length === 0 &&
  seriesOf(file).every(({ grade }) => grade === null || !Object.hasOwn(file['roster-grades'], grade));

/** The words of several policies together. */
export function wordsTogether(policies: readonly Policy[]): DeclaredWords {
  const all = policies.map(({ file }) => declaredWords(file));
  return {
    grades: all.flatMap(({ grades }) => grades),
    anyGrade: policies.every(takesAnyGrade),
    statuses: all.flatMap(({ statuses }) => statuses),
    events: all.flatMap(({ events }) => events),
    activities: all.flatMap(({ activities }) => activities),
    ratings: all.flatMap(({ ratings }) => ratings),
    series: all.flatMap(({ series }) => series),
  };
}

/** The words to choose from where a package is filled in: with a ladder, its own titles only. */
export const entryWords = (policy: Policy): DeclaredWords => ({
  ...wordsTogether([policy]),
  grades: choicesOf(
    Object.keys(policy.file.ladder).length > 0 ? policy.file.ladder : rosterGrades(policy.file),
  ),
});

/**
 * What a run is about: the kinds of section that its policies declare, and what they look at. A sheet, a column or a heading
 * names its subject, and is shown where the run is about it: a policy without warnings warns nobody.
 */
import type { Appraisal, ManagerAppraisal } from '../model/appraisal.ts';
import type { LadderEntries } from '../model/entries.ts';
import type { Tab } from '../spreadsheet/tabs.ts';

/** The sections of a ladder, the lists, the other sections together; and what only some policies look at. */
type Subject =
  | keyof LadderEntries
  | 'watch-list'
  | 'unassigned'
  | 'sections'
  | 'measures'
  | 'classification'
  | 'adjustments'
  | 'series'
  | 'uncounted-customers';

export type Subjects = ReadonlySet<Subject>;

/** Whether something is so of any manager; of a run without managers, whether they would be graded. */
const ofAny =
  (holds: (each: ManagerAppraisal) => boolean) =>
  ({ managers, policy }: Appraisal): boolean =>
    managers.length === 0 ? policy.ladder.length > 0 : managers.some(holds);

const judgedBy = (key: keyof LadderEntries) => ofAny(({ entries }) => entries[key] !== null);

/** The policy lists such items; the list may be empty. */
const listed =
  (wanted: 'watch-list' | 'unassigned') =>
  ({ sections }: Appraisal): boolean =>
    sections.some(({ kind }) => kind === wanted);

/** A graded manager is shown that there are none. */
const rowsIn =
  (table: 'classification' | 'adjustments') =>
  (appraisal: Appraisal): boolean =>
    appraisal.policy.ladder.length > 0 ||
    appraisal.managers.some(({ portfolio }) => portfolio[table].length > 0);

/** Targets that the policy looks at: beside its ladder, or those whose actual is one of its measures. */
const looksAtPlan = ({ entries, targets }: ManagerAppraisal): boolean =>
  entries.targets !== null ||
  targets.some(({ quarter: { actual } }) => actual.quantity !== null && actual.origin.kind === 'measure');

export const hasOwnPlan = ({ appraised }: { readonly appraised: ManagerAppraisal }): boolean =>
  looksAtPlan(appraised);

const speaksOf: Readonly<Record<Subject, (appraisal: Appraisal) => boolean>> = {
  grades: ({ policy }) => policy.ladder.length > 0,
  // One that applies to somebody, or would but for what he is.
  floor: judgedBy('floor'),
  targets: ofAny(looksAtPlan),
  warnings: judgedBy('warnings'),
  allowance: judgedBy('allowance'),
  decisions: ({ managers }) => managers.some(({ entries }) => entries.decisions !== null),
  'watch-list': listed('watch-list'),
  unassigned: listed('unassigned'),
  sections: ({ schemes }) => schemes.some(({ sections }) => sections.length > 0),
  measures: ({ policy }) => policy.measures.length > 0,
  classification: rowsIn('classification'),
  adjustments: rowsIn('adjustments'),
  series: ({ managers }) => new Set(managers.map(({ manager }) => manager.series)).size > 1,
  'uncounted-customers': ({ policy }) => policy.ladder.some(({ customersFrom }) => customersFrom > 0n),
};

export const subjectsOf = (appraisal: Appraisal): Subjects =>
  new Set((Object.keys(speaksOf) as Subject[]).filter((subject) => speaksOf[subject](appraisal)));

interface View {
  readonly about: Subjects;
}

/** Whether the run that is shown is about it. */
export const about =
  (subject: Subject) =>
  (view: View): boolean =>
    view.about.has(subject);

/** A sheet, or several, for a kind of section or whatever else it is of; without it for every run. */
export interface SubjectTab<V extends View> extends Tab<V> {
  readonly of?: Subject;
}

export const tabsAbout = <V extends View, T extends SubjectTab<V>>(tabs: readonly T[], view: V): T[] =>
  tabs.filter(({ of }) => of === undefined || view.about.has(of));

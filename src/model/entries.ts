/**
 * What the sections that a policy's own keys declare say of a manager: entries like those of any section, with what the
 * kind has to show beside. A policy that does not declare a section says nothing by it.
 */
import type { Day } from './calendar.ts';
import type { Fact } from './fact.ts';
import type { GradeId, WarningLevel } from './in-force.ts';
import type { Finding, Missing } from './judgement.ts';
import type { Hundredths } from './money.ts';
import type { Outcome, WarningOutcome } from './outcome.ts';
import type { Row } from './package.ts';
import type { SectionEntry } from './section-result.ts';
import type { Graded } from './statements/grade.ts';
import type { Text } from './text.ts';

export interface GradeAssessment {
  readonly grade: GradeId;
  readonly outcome: Outcome;
  /** All required; the first levels of the tree. */
  readonly rules: readonly Finding[];
}

/** Every warning rule of the policy is listed for every manager, triggered or not. */
export interface Warning {
  readonly rule: string;
  readonly title: Text;
  readonly level: WarningLevel;
  /** The list of the branch summary that names whom it concerns. */
  readonly list: string;
  readonly article: string;
  readonly outcome: WarningOutcome;
  readonly finding: Finding;
  /** It would come of a step that has not been taken yet. */
  readonly foreseen?: true;
}

/** What is paid a month. */
export interface MonthlyFees {
  /** Null: no grade was held. */
  readonly grade: GradeId | null;
  /** Yuan of the fee that the policy gives by grade; of a trainee's former post, of both. */
  readonly rate: Hundredths;
  /** Yuan of the second fee; null: there is none, or its standard is not filled in. */
  readonly other: Hundredths | null;
  /** The rate is both fees together. */
  readonly together: boolean;
}

/** Days that are paid alike. */
export interface PaidStretch {
  readonly from: Day;
  /** Null: not known. */
  readonly fees: MonthlyFees | null;
  /** The rate as the policy or the roster gives it; null: nothing is paid, or it is not known. */
  readonly rated: Fact | null;
  /** By month of the quarter. */
  readonly days: readonly { readonly days: number; readonly halvedDays: number }[];
}

export interface Allowance {
  /** Yuan for the quarter, as far as the fees are filled in: each is rounded half-up once at its end; null: not known. */
  readonly amount: Hundredths | null;
  /** How much of it the second fee is; null: there is none, or it is not filled in, or not apart. */
  readonly otherFee: Hundredths | null;
  /** What the policy calls its second fee, and what stands where it is not filled in; null: it has none. */
  readonly other: { readonly title: Text; readonly unfilled: Text } | null;
  readonly halvedDays: number;
  /** What halves it: the part paid, and for how many months. */
  readonly reduced: readonly Fact[];
  readonly months: readonly { readonly month: Day; readonly days: number; readonly halvedDays: number }[];
  /** Yuan a month by grade of the ladder, high to low; without grades held for a traineeship. */
  readonly rates: readonly { readonly grade: GradeId; readonly rate: Hundredths }[];
  /** In order: one, or two where the grade changed within the quarter. */
  readonly stretches: readonly PaidStretch[];
  readonly halvedBy: readonly Row<'events'>[];
}

export interface Decision {
  /** The row of the policy's decision table that matched, from 1. */
  readonly row: number;
  readonly action: string;
  readonly title: Text;
  readonly toGrade: GradeId | null;
  readonly approval: Text | null;
  readonly articles: readonly string[];
  readonly needsPerson: boolean;
  /** Where the text leaves a person the choice: what may be done instead. */
  readonly alternative: string | null;
  /** Why a person must confirm it, or between what to choose. */
  readonly toDecide: readonly Text[];
  /** The grave warnings of the manager, triggered or for a person to confirm: rule ids. */
  readonly warnings: readonly string[];
  /** An admonition in force on the last day: the first day on which none is any more. */
  readonly admonishedUntil: Day | null;
  readonly missing: readonly Missing[];
  readonly notes: readonly Text[];
  /** Every row of the table up to the one that decided, with its outcome. */
  readonly considered: readonly Finding[];
}

export interface GradesEntry extends SectionEntry, Graded {
  /** High to low; for a trainee also the traineeship, last. */
  readonly grades: readonly GradeAssessment[];
  /** The rules that keep the possible grade from being the qualified one because they could not be judged. */
  readonly openRules: readonly string[];
}

export interface WarningsEntry extends SectionEntry {
  readonly warnings: readonly Warning[];
}

export interface AllowanceEntry extends SectionEntry {
  readonly allowance: Allowance;
}

export interface DecisionEntry extends SectionEntry {
  readonly decision: Decision;
}

/** The sections of a ladder, keyed by their kind; null: the policy does not declare it, or it does not speak at this stage. */
export interface LadderEntries {
  readonly floor: SectionEntry | null;
  readonly grades: GradesEntry | null;
  readonly targets: SectionEntry | null;
  readonly warnings: WarningsEntry | null;
  readonly allowance: AllowanceEntry | null;
  readonly decisions: DecisionEntry | null;
}

interface Judged {
  readonly entries: LadderEntries;
}

const ungraded: Graded = { qualifiedGrade: null, possibleGrade: null };

export const floorOf = ({ entries }: Judged): Finding | null => entries.floor?.findings[0] ?? null;
export const gradesOf = ({ entries }: Judged): readonly GradeAssessment[] => entries.grades?.grades ?? [];
export const gradedOf = ({ entries }: Judged): Graded => entries.grades ?? ungraded;
export const warningsOf = ({ entries }: Judged): readonly Warning[] => entries.warnings?.warnings ?? [];
export const allowanceOf = ({ entries }: Judged): Allowance | null => entries.allowance?.allowance ?? null;
/** Whether a section's entry is a proposal. */
export const isDecided = (entry: SectionEntry): entry is DecisionEntry => 'decision' in entry;
export const decisionOf = ({ entries }: Judged): Decision | null => entries.decisions?.decision ?? null;

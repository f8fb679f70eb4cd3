/** Two policies on the same figures: who stands where under each, and which rule makes the difference. */

import type { Day, Quarter, Stage } from './calendar.ts';
import type { Quantity } from './fact.ts';
import type { GradeId, PolicyInForce, WarningLevel } from './in-force.ts';
import type { Hundredths } from './money.ts';
import type { Outcome, WarningOutcome } from './outcome.ts';
import type { PolicySection, SectionEntry } from './section-result.ts';
import type { Verdict } from './sections/verdicts.ts';
import type { Summed } from './statements/sums.ts';
import type { Text } from './text.ts';

/** Where a manager stands under one of the policies. */
export interface Standing {
  readonly qualifiedGrade: GradeId | null;
  readonly possibleGrade: GradeId | null;
  readonly decision: { readonly title: Text; readonly toGrade: GradeId | null } | null;
  /** The quarter's allowance in yuan as far as it is known: of the grade held, and were everyone appointed to the qualified grade. */
  readonly allowance: Hundredths;
  readonly appointed: Hundredths;
}

/** A rule whose outcome is another under the other policy. Null: the policy has no such rule. */
export interface RuleMove {
  readonly rule: string;
  readonly title: Text;
  readonly article: string;
  /** The grade, or other verdict, that it closes or opens; null: it is no rule of a single one. */
  readonly of: string | null;
  /** It is a condition, or part of one, and no rule to meet. */
  readonly condition: boolean;
  readonly observed: Quantity | null;
  readonly before: RuleSide | null;
  readonly after: RuleSide | null;
}
export interface RuleSide {
  readonly outcome: Outcome;
  readonly threshold: Quantity | null;
}

export interface WarningMove {
  readonly rule: string;
  readonly title: Text;
  readonly level: WarningLevel;
  readonly levelTitle: Text;
  readonly article: string;
  /** Null: the policy has no such rule. */
  readonly before: WarningOutcome | null;
  readonly after: WarningOutcome | null;
}

export type Direction = 'up' | 'down' | 'same' | 'in' | 'out';

export interface SimulatedManager {
  readonly managerId: string;
  readonly name: string;
  readonly unit: string;
  readonly held: GradeId;
  /** Null: not appraised under that policy. */
  readonly before: Standing | null;
  readonly after: Standing | null;
  /** Of the qualified grade; `in` and `out`: appraised under one of the policies only. */
  readonly direction: Direction;
  /** The rules behind a move up or down. */
  readonly rules: readonly RuleMove[];
  readonly warnings: readonly WarningMove[];
}

export interface LevelCounts {
  readonly level: WarningLevel;
  readonly title: Text;
  readonly before: Readonly<Record<CountedOutcome, number>>;
  readonly after: Readonly<Record<CountedOutcome, number>>;
}
export const countedOutcomes = ['triggered', 'review', 'unknown'] as const;
type CountedOutcome = (typeof countedOutcomes)[number];

/** What a section says of somebody under one of the policies. */
export type Judged = Pick<SectionEntry, 'verdict' | 'outcome'>;

/** A figure of a section that is another under the other policy. */
export interface FigureMove {
  readonly id: string;
  readonly title: Text;
  readonly before: Quantity | null;
  readonly after: Quantity | null;
}

/** One of those that a section speaks of, under both policies. */
export interface SimulatedSubject extends Pick<SectionEntry, 'subject' | 'name' | 'managerId'> {
  /** Null: not spoken of under that policy. */
  readonly before: Judged | null;
  readonly after: Judged | null;
  /** Whether the verdict is another. */
  readonly moved: boolean;
  /** Those that are not the same. */
  readonly figures: readonly FigureMove[];
  readonly rules: readonly RuleMove[];
}

/** What a figure in yuan comes to over all of whom a section speaks. */
export interface FigureTotal {
  readonly id: string;
  readonly title: Text;
  readonly before: Summed;
  readonly after: Summed;
}

export interface SimulatedSection
  extends Pick<PolicySection, 'id' | 'kind' | 'title' | 'article' | 'subjects' | 'verdictTitle'> {
  /** Those that somebody has under either policy. */
  readonly verdicts: readonly Verdict[];
  readonly entries: readonly SimulatedSubject[];
  /** Of the figures in yuan that are not the same for everybody. */
  readonly totals: readonly FigureTotal[];
}

/** What the ladder's own lists of a simulation tell: the matrix of grades, warnings by level, proposals, allowances. */
const toldByLadder = ['grades', 'targets', 'warnings', 'allowance', 'decisions'];

/** The other sections; of those that list what is in the books, such in which something comes out differently. */
export const sectionsToTell = ({ sections }: Pick<Simulation, 'sections'>): SimulatedSection[] =>
  sections.filter(
    ({ id, subjects, entries }) =>
      !toldByLadder.includes(id) &&
      (entries.some(isMove) || !(id === 'floor' || subjects === 'loans' || subjects === 'customers')),
  );

export const isMove = ({ moved, figures }: SimulatedSubject): boolean => moved || figures.length > 0;

/** A parameter that is not the same in force on the period's last day. */
export interface ParameterMove {
  readonly id: string;
  readonly title: Text;
  readonly article: string;
  readonly grade: GradeId | null;
  readonly before: Quantity | null;
  readonly after: Quantity | null;
  /** Of the value after, or of the one that is gone. */
  readonly since: Day;
}

export interface Simulation {
  readonly period: Quarter;
  readonly stage: Stage;
  readonly before: PolicyInForce;
  readonly after: PolicyInForce;
  /** The grades that can be qualified for under either policy, high to low. */
  readonly grades: readonly { readonly id: GradeId; readonly title: Text }[];
  /** Ordered by id. */
  readonly managers: readonly SimulatedManager[];
  /** Gravest first. */
  readonly levels: readonly LevelCounts[];
  /** Of either policy, the ladder's own among them. */
  readonly sections: readonly SimulatedSection[];
  readonly parameters: readonly ParameterMove[];
}

/** Whether anything is paid by grade, under either policy. */
export const paysAllowance = ({ managers }: Pick<Simulation, 'managers'>): boolean =>
  managers.some(({ before, after }) =>
    [before, after].some((standing) => standing && (standing.allowance !== 0n || standing.appointed !== 0n)),
  );

/** Two policies on the same figures: who stands where under each, and which rule makes the difference. */
import type { WarningOutcome } from './appraisal.ts';
import type { Day, Quarter, Stage } from './calendar.ts';
import type { Quantity } from './fact.ts';
import type { GradeId, PolicyInForce, WarningLevel } from './in-force.ts';
import type { Hundredths } from './money.ts';
import type { Outcome } from './outcome.ts';
import type { Text } from './text.ts';

/** Where a manager stands under one of the policies. */
export interface Standing {
  readonly qualifiedGrade: GradeId | null;
  readonly possibleGrade: GradeId | null;
  readonly decision: { readonly title: Text; readonly toGrade: GradeId | null } | null;
  /** The quarter's allowance in yuan: of the grade held, and were everyone appointed to the qualified grade. */
  readonly allowance: Hundredths;
  readonly appointed: Hundredths;
}

/** A rule whose outcome is another under the other policy. Null: the policy has no such rule. */
export interface RuleMove {
  readonly rule: string;
  readonly title: Text;
  readonly article: string;
  /** The grade it closes or opens. */
  readonly grade: GradeId;
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
  readonly parameters: readonly ParameterMove[];
}

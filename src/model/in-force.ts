/** What of a policy is in force on the period's last day: its ladder of grades, its measures, its parameters. */
import type { Day } from './calendar.ts';
import type { Quantity } from './fact.ts';
import type { RowChoice } from './measure.ts';
import type { Hundredths } from './money.ts';
import type { Text } from './text.ts';

/** A grade of the policy's ladder: `senior` … `trainee`. */
export type GradeId = string;

/** A parameter as in force on the period's last day; for 政策参数. */
export interface ParameterInForce {
  readonly policy: string;
  readonly id: string;
  readonly title: Text;
  readonly article: string;
  readonly note: Text | null;
  /** One value, or one for each grade. */
  readonly values: readonly {
    readonly grade: GradeId | null;
    readonly value: Quantity;
    readonly since: Day;
  }[];
  /** An open reading of the regulation's text. */
  readonly reading: boolean;
  /** The source does not give the value. */
  readonly assumption: boolean;
}

export interface GradeOfLadder {
  readonly id: GradeId;
  readonly title: Text;
  /** Null: the policy maps its grades to no employee levels. */
  readonly employeeLevel: number | null;
  readonly approval: Text;
  readonly trainee: boolean;
  /** The bound from which a customer counts for the grade, yuan (Art. 11.2, item (3)). */
  readonly customersFrom: Hundredths;
}

/** What is summed over a manager's customers: which rows of a table, and which of their amounts. */
export interface MeasureInForce extends RowChoice {
  readonly id: string;
  readonly title: Text;
  readonly table: 'deposits' | 'loans' | 'settlement';
  /** Under which targets and adjustments name it. */
  readonly indicator: string;
  /** What the whole portfolio is measured in. */
  readonly unit: string;
  /** Whether the year's figure is an average over its days, or adds up as the year goes by. */
  readonly yearIs: 'average' | 'total';
  readonly year: { readonly add: string; readonly subtract?: string | undefined };
  readonly quarter: { readonly add: string; readonly subtract?: string | undefined };
}

export interface PolicyInForce {
  readonly id: string;
  readonly edition: string;
  readonly title: Text;
  readonly sha256: string;
  /** High to low. */
  readonly ladder: readonly GradeOfLadder[];
  readonly measures: readonly MeasureInForce[];
  readonly parameters: readonly ParameterInForce[];
}

/** What of a policy is in force on the period's last day: its ladder of grades, its measures, its parameters. */
import type { Day } from './calendar.ts';
import type { ClosingRules } from './closing.ts';
import type { Quantity } from './fact.ts';
import type { RowChoice } from './measure.ts';
import type { Hundredths } from './money.ts';
import type { LevelTone } from './policy/warning-levels.ts';
import type { EventRole } from './policy/words.ts';
import type { Ratio } from './ratio.ts';
import type { Choice } from './table.ts';
import type { Text } from './text.ts';

/** A grade of the policy's ladder. */
export type GradeId = string;

/** A level of the policy's warnings. */
export type WarningLevel = string;

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
  /** What is shown where the source leaves the value to the bank, and it has given none. */
  readonly unfilled: Text | null;
}

/** A value as people read it; since null: the words in the place of one that is not filled in. */
export type ShownValue = Omit<ParameterInForce['values'][number], 'since'> & { readonly since: Day | null };

export const shownValues = ({ values, unfilled }: ParameterInForce): readonly ShownValue[] =>
  values.length === 0 && unfilled
    ? [{ grade: null, value: { kind: 'words', value: unfilled }, since: null }]
    : values;

export interface GradeOfLadder {
  readonly id: GradeId;
  readonly title: Text;
  /** Null: the policy maps its grades to no employee levels. */
  readonly employeeLevel: number | null;
  readonly approval: Text;
  /** The title towards customers; null: the policy says nothing of it. */
  readonly outward: Text | null;
  readonly trainee: boolean;
  /** The bound from which a customer counts for the grade, yuan. */
  readonly customersFrom: Hundredths;
}

/** What is summed over a manager's customers: which rows of a table, and which of their amounts. */
export interface MeasureInForce extends RowChoice {
  readonly id: string;
  readonly title: Text;
  readonly table: 'deposits' | 'loans' | 'settlement';
  /** Under which targets and adjustments name it. */
  readonly indicator: string;
  /** Customers are credited by their assignments: what stands in the manager's own rows does not say how much. */
  readonly assigned: boolean;
  /** What the whole portfolio is measured in. */
  readonly unit: string;
  /** Whether the year's figure is an average over its days, adds up as the year goes by, or stands as it is on its last day. */
  readonly yearIs: 'average' | 'total' | 'balance';
  readonly year: { readonly add: string; readonly subtract?: string | undefined };
  readonly quarter: { readonly add: string; readonly subtract?: string | undefined };
}

/** A level of the policy's warnings, and how it is shown. */
export interface LevelInForce {
  readonly id: WarningLevel;
  readonly title: Text;
  readonly tone: LevelTone;
  /** Head office sees it by name. */
  readonly grave: boolean;
}

/** A line that completions are compared with, and what they are called below it. */
export interface CompletionLine {
  readonly parameter: string;
  readonly title: Text;
  readonly article: string;
  readonly value: Ratio;
  readonly below: Text;
  readonly tone: LevelTone;
}

/** A list of the branch summary that names those warned. */
export interface WarningList {
  readonly id: string;
  readonly name: Text;
  readonly title: Text;
  /** The list on whose sheet it stands as a part of its own; null: it has its own sheet. */
  readonly on: string | null;
}

/** A title that a section proposes, in the place of a ladder. */
interface TitleInForce extends Choice {
  readonly approval: Text;
  /** The roster's grades that stand for it. */
  readonly grades: readonly GradeId[];
}

/** What people decide after a run: of the rules, those whose levels, lists, kinds of event and actions there are. */
export interface ClosingInForce {
  readonly rules: ClosingRules;
  readonly actions: readonly Choice[];
  /** What the roster's column of grades may say. */
  readonly rosterGrades: readonly Choice[];
  /** The section that proposes, of a policy without decisions over a ladder, and its titles from high to low. */
  readonly proposing: { readonly section: string; readonly titles: readonly TitleInForce[] } | null;
  /** Of the ledger's kinds, those that play a part. */
  readonly roles: Readonly<Record<string, EventRole>>;
  /** For how many months an admonition is in force; null: the policy does not say. */
  readonly months: number | null;
  /** After how many months a traineeship ends, by its type. */
  readonly traineeMonths: Readonly<Record<string, number>>;
  /** What a grade asks for in years since a day of the roster. */
  readonly tenures: readonly { readonly title: Text; readonly since: string; readonly years: number }[];
  /** Columns of the roster that say whether somebody passed what a grade asks for. */
  readonly exams: readonly string[];
}

/** How a policy's rules make several completions one. */
export interface Averaging {
  /** By the targets' weights; else plainly. */
  readonly weighted: boolean;
  /** Each counts up to 100 %; else as it is. */
  readonly capped: boolean;
  /** In words, where it needs saying; null: plainly and as each is, as nobody would doubt. */
  readonly told: Text | null;
}

export interface PolicyInForce {
  readonly id: string;
  readonly edition: string;
  readonly title: Text;
  readonly sha256: string;
  /** High to low. */
  readonly ladder: readonly GradeOfLadder[];
  /** What the floor line is called; null: the policy draws none. */
  readonly floor: Text | null;
  /** From the lightest to the gravest. */
  readonly warningLevels: readonly LevelInForce[];
  /** Those that the policy's warnings may stand in, in the order of their sheets. */
  readonly warningLists: readonly WarningList[];
  /** The highest first. */
  readonly completionLines: readonly CompletionLine[];
  readonly averaging: Averaging;
  /** What the roster's statuses and lines of business, events of the ledger, activities and ratings of reviews are called. */
  readonly statuses: readonly Choice[];
  readonly series: readonly Choice[];
  readonly eventKinds: readonly Choice[];
  readonly activityKinds: readonly Choice[];
  readonly ratings: readonly Choice[];
  /** Why a credit item may be watched. */
  readonly watchReasons: readonly Choice[];
  readonly measures: readonly MeasureInForce[];
  readonly closing: ClosingInForce;
  /** Where a manager objects to a result; null: the policy does not say. */
  readonly appeals: { readonly article: string; readonly to: Text; readonly until: Text } | null;
  /** By which measures managers are told their place among those of their grade; null: they are not. */
  readonly standing: { readonly article: string; readonly measures: readonly string[] } | null;
  readonly parameters: readonly ParameterInForce[];
}

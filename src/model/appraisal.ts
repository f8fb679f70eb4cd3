/**
 * What the engine answers and everything else shows: the managers with their figures, the sections with what they say of
 * each of them, and for the branch the lists and the books that must balance.
 */
import type { Quarter, Stage } from './calendar.ts';
import type { Credited } from './credited.ts';
import type { LadderEntries } from './entries.ts';
import type { Fact, InUnit } from './fact.ts';
import type { GradeId, PolicyInForce } from './in-force.ts';
import type { Evidence } from './judgement.ts';
import type { Basis } from './measure.ts';
import type { Hundredths } from './money.ts';
import type { QuarterPackage, Row } from './package.ts';
import type { Ratio } from './ratio.ts';
import type { PolicySection, SchemeAppraisal } from './section-result.ts';
import type { SectionVerdict } from './section-verdict.ts';
import type { RowOrigin } from './table.ts';
import type { LoanClass } from './tables/classification.ts';
import type { TableId } from './tables/index.ts';
import type { Text } from './text.ts';

export interface Completion {
  /** In the indicator's unit; null: unknown. */
  readonly actual: Fact;
  readonly target: InUnit;
  /** actual ÷ target; null: the target is 0 or the actual is unknown. */
  readonly ratio: Ratio | null;
}

export interface TargetResult {
  readonly indicator: string;
  readonly title: Text;
  readonly unit: string;
  readonly main: boolean;
  readonly quarter: Completion;
  readonly year: Completion;
  readonly origin: RowOrigin;
  /** Beside those of the other targets; 1 where the row says none. */
  readonly weight: Fact;
  /** The same indicator's quarter completion in the previous quarter's archive; null: none there. */
  readonly previous: Ratio | null;
}

/** An average completion of the quarter and of the year; their figures are null where there is no task, or one is not known. */
export type Averages = Readonly<Record<Basis, Fact>>;

/** One quarter of a manager's trend: an archived one, or this one. */
export interface TrendPoint {
  readonly period: Quarter;
  /** The grade then held, and then qualified for. */
  readonly grade: GradeId;
  readonly qualifiedGrade: GradeId | null;
  /** The highest if every unknown turned out well. */
  readonly possibleGrade: GradeId | null;
  /** The whole portfolio by the policy's measures, in hundredths of the unit; null: not known. */
  readonly measures: readonly {
    readonly measure: string;
    readonly title: Text;
    readonly unit: string;
    readonly quarter: Hundredths | null;
    readonly year: Hundredths | null;
  }[];
  /** The main indicators' completion of the quarter on average; null: no plan, or not known. */
  readonly completion: Ratio | null;
  /** What the sections of the policies came to. */
  readonly verdicts: readonly SectionVerdict[];
}

export interface Customer {
  readonly id: string;
  readonly name: string;
  /** The deposits by which the customer is counted or not (year average, adjustments included), yuan. */
  readonly deposits: Hundredths;
  /** Year average of loans, yuan. */
  readonly loans: Hundredths;
  /** The grades whose business conditions count this customer, high to low. */
  readonly countedFor: readonly GradeId[];
}

/** Every customer's totals of the year, each measure in the currencies that it is counted in. */
export interface CustomerFigures {
  /** Ordered by id. */
  readonly customers: readonly Pick<Customer, 'id' | 'name'>[];
  readonly columns: readonly {
    readonly measure: string;
    readonly unit: string;
    /** As the customers stand, null: not known. */
    readonly figures: readonly (Hundredths | null)[];
  }[];
}

export interface Portfolio {
  readonly deposits: readonly Credited<'deposits'>[];
  readonly loans: readonly Credited<'loans'>[];
  readonly settlement: readonly Credited<'settlement'>[];
  readonly classification: readonly Row<'classification'>[];
  readonly targets: readonly Row<'targets'>[];
  readonly metrics: readonly Row<'metrics'>[];
  readonly events: readonly Row<'events'>[];
  readonly reviews: readonly Row<'reviews'>[];
  readonly adjustments: readonly Row<'adjustments'>[];
  readonly scores: readonly Row<'scores'>[];
  readonly collections: readonly Row<'collections'>[];
  readonly activities: readonly Row<'activities'>[];
  readonly attendance: readonly Row<'attendance'>[];
}

/** Customer id, by id, and the balances of its credit items that are no loans, in their own currencies. */
export type OffBalance = readonly (readonly [string, string])[];

/** What a manager's balances have become since the end of the quarter before, and by which customers. */
export interface BalancesMoved {
  readonly what: 'deposits' | 'loans';
  /** Yuan. */
  readonly change: Hundredths;
  /** The few that moved most, the largest first. */
  readonly customers: readonly { readonly id: string; readonly name: string; readonly change: Hundredths }[];
  /** How many others have moved. */
  readonly others: number;
  /** Customers of the quarter before that the manager has no longer: how many, and what they held then. */
  readonly gone: { readonly count: number; readonly change: Hundredths };
}

/** A measure that adds up over the year: what each customer added in the quarter, without those that added nothing. */
export interface FlowOfQuarter {
  readonly measure: string;
  /** By id; the empty id stands for corrections that name no customer. */
  readonly customers: readonly {
    readonly id: string;
    readonly dollars: Hundredths;
    readonly yuan: Hundredths;
  }[];
}

export interface ManagerAppraisal {
  readonly manager: Row<'roster'>;
  readonly portfolio: Portfolio;
  /** Ordered by id. */
  readonly customers: readonly Customer[];
  readonly customerFigures: CustomerFigures;
  /** The plan beside what was reached. */
  readonly targets: readonly TargetResult[];
  /** The main indicators' completion, averaged as the policy's rules do. */
  readonly completion: Averages;
  /** The loans that show each of the policy's signs now; a later quarter's rules look back at them. */
  readonly signs: Readonly<Record<string, { readonly shown: readonly string[]; readonly unknown: boolean }>>;
  /** What the quarter added to the measures that a later quarter may take over four quarters. */
  readonly flows: readonly FlowOfQuarter[];
  /** The customers' credit items that are no loans; null: nobody can tell, or no rule asks. */
  readonly offBalance: OffBalance | null;
  /** Empty where the quarter before is not archived, or its currencies have no rate now. */
  readonly balancesMoved: readonly BalancesMoved[];
  /** The archived quarters in order, this one last. */
  readonly trend: readonly TrendPoint[];
  /** What the sections that the policy's own keys declare say of the manager. */
  readonly entries: LadderEntries;
}

export interface NotAppraised {
  readonly managerId: string;
  readonly name: string | null;
  readonly unit: string | null;
  /** The status, if it is none that is appraised, or the errors that `--lenient` left the manager out for. */
  readonly problems: readonly Text[];
}

export interface UnassignedCustomer {
  readonly customerId: string;
  readonly name: string;
  /** Year averages over all rows of the package, yuan. */
  readonly deposits: Hundredths;
  readonly loans: Hundredths;
  /** Either reaches the line from which a customer should have a manager. */
  readonly forHr: boolean;
  readonly rows: readonly Evidence[];
}

export interface WatchItem {
  readonly loanId: string;
  readonly managerId: string;
  readonly managerName: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly reasons: readonly string[];
  readonly class: LoanClass | null;
  readonly evidence: readonly Evidence[];
}

/** The books of one table: read = counted + excluded + dropped + in error; yuan read = credited + excluded. */
export interface Reconciliation {
  readonly table: TableId;
  readonly rowsRead: number;
  readonly rowsCounted: number;
  /** Rows excluded by a rule, by the rule that did it. */
  readonly excluded: readonly {
    readonly rule: string;
    readonly title: Text;
    readonly rows: number;
    readonly yuan: Hundredths;
  }[];
  readonly rowsExcluded: number;
  readonly rowsDropped: number;
  readonly rowsInError: number;
  /** Null for tables without amounts. */
  readonly yuanRead: Hundredths | null;
  readonly yuanCredited: Hundredths | null;
  readonly yuanExcluded: Hundredths | null;
}

/** Which earlier quarters the run could look at. */
export interface Chain {
  /** Archived quarters used, in order. */
  readonly archived: readonly Quarter[];
  /** Earlier quarters of this year that are neither archived nor taken as clean. */
  readonly missing: readonly Quarter[];
  /** Earlier quarters taken as clean, because the bank's first run is this quarter or a later one than theirs. */
  readonly takenAsClean: readonly Quarter[];
}

export interface Appraisal {
  readonly period: Quarter;
  readonly stage: Stage;
  /** The policy whose ladder grades the managers; without a ladder, the first that was given. */
  readonly policy: PolicyInForce;
  /** The results of each policy's sections: the grading policy's first, the others by id. */
  readonly schemes: readonly SchemeAppraisal[];
  /** All of them: what the policies' own keys declare, then what stands under their `sections`, policy by policy. */
  readonly sections: readonly PolicySection[];
  readonly package: QuarterPackage;
  readonly chain: Chain;
  /** Ordered by id. */
  readonly managers: readonly ManagerAppraisal[];
  readonly notAppraised: readonly NotAppraised[];
  readonly unassigned: readonly UnassignedCustomer[];
  readonly watchList: readonly WatchItem[];
  readonly reconciliation: readonly Reconciliation[];
}

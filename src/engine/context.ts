/** What a condition may look at: the policy in force, the manager's figures, the branch, and the archived quarters. */
import type { TargetResult } from '../model/appraisal.ts';
import type { Day, Quarter, Stage } from '../model/calendar.ts';
import type { GradeAssessment, Warning } from '../model/entries.ts';
import type { Averaging, GradeId } from '../model/in-force.ts';
import type { Finding } from '../model/judgement.ts';
import type { QuarterPackage, Row } from '../model/package.ts';
import type { PolicyFile } from '../model/policy.ts';
import type { SectionResult } from '../model/section-result.ts';
import type { RowOrigin } from '../model/table.ts';
import type { TableId } from '../model/tables/index.ts';
import type { Assumptions } from '../policy/assumptions.ts';
import type { Parameters } from '../policy/parameters.ts';
import type { MeasuredPortfolio } from './measured-portfolio.ts';
import type { Past } from './past.ts';
import type { Ranking } from './ranking.ts';
import type { Teams } from './teams.ts';

/** The same for every manager of a run. */
export interface Branch {
  readonly period: Quarter;
  readonly stage: Stage;
  /** The quarter's last day: dates are counted to it. */
  readonly lastDay: Day;
  readonly policy: PolicyFile;
  readonly parameters: Parameters;
  /** Which values that no source gives its parts rest on. */
  readonly assumptions: Assumptions;
  readonly package: QuarterPackage;
  readonly past: Past;
  /** The customers that are credited to some manager. */
  readonly onBooks: ReadonlySet<string>;
  readonly ranking: Ranking;
  /** Who managed a customer, by the day. */
  readonly teams: Teams;
  /** How the rules make completions one. */
  readonly averaging: Averaging;
  /** Whether the policy speaks of plans at all. */
  readonly readsPlans: boolean;
  /** The measures that a rule may take over four quarters. */
  readonly flowMeasures: readonly string[];
  /** The measure by which a rule over time tells loans from other credit items; null: none does. */
  readonly loansMeasure: string | null;
  /** True when the row's file has the column at all. */
  hasColumn(table: TableId, origin: RowOrigin, column: string): boolean;
}

/** All whom the policy appraises, and of whom errors in their figures keep out what is known. */
export interface Field {
  readonly contexts: readonly Context[];
  readonly leftOut: readonly { readonly unit: string | null; readonly grade: string | null }[];
}

/** One manager's, while a rule is evaluated. */
export interface Context {
  readonly branch: Branch;
  readonly manager: Row<'roster'>;
  readonly measured: MeasuredPortfolio;
  /** The grade under assessment; null outside the grades: rules then speak of the grade held. */
  readonly grade: GradeId | null;
  readonly targets: readonly TargetResult[];
  /** The manager's own floor line and warnings, for rules that rest on other rules' outcomes. */
  readonly floor: Finding | null;
  readonly warnings: readonly Warning[];
  /** In the decisions: the grade taken as the qualified one; null: none. */
  readonly qualified: GradeId | null;
  /** Every grade of the ladder as assessed, for rules that ask whether a grade's conditions hold. */
  readonly assessments: readonly GradeAssessment[];
  /** The results of the policy's sections before this one, keyed by id. */
  readonly sections: ReadonlyMap<string, SectionResult>;
  /** Among whom the manager ranks. */
  field(): Field;
}

/** The grade whose line a parameter by grade gives: the one under assessment, else the one held. */
export const gradeOf = (context: Context): GradeId => context.grade ?? context.manager.grade;

/** The policy's grades without the traineeship, from high to low. */
export const ranks = (policy: PolicyFile): GradeId[] =>
  Object.entries(policy.ladder).flatMap(([grade, { trainee }]) => (trainee ? [] : [grade]));

/** The grades that a bank's words stand for: ids, titles, or what else the policy knows them by; other words as they are. */
export function gradesCalled(words: readonly string[], policy: PolicyFile): GradeId[] {
  const known = Object.entries({ ...policy['roster-grades'], ...policy.ladder });
  return words.map(
    (word) =>
      known.find(([id, { title, names = [] }]) => [id, title.zh, title.en, ...names].includes(word))?.[0] ??
      word,
  );
}

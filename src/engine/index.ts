/**
 * The appraisal of a quarter: a policy, the package's tables and the archived quarters in; results with their
 * explanation out. Pure and synchronous; nothing here knows files, clocks or workbooks.
 */
import type {
  Appraisal,
  Customer,
  GradeOfLadder,
  ManagerAppraisal,
  MeasureInForce,
  NotAppraised,
  Portfolio,
} from '../model/appraisal.ts';
import { lastDay, stageOf, yearOf } from '../model/calendar.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { History } from '../model/history.ts';
import type { QuarterPackage, Row } from '../model/package.ts';
import type { Policy } from '../model/policy.ts';
import type { RowOrigin } from '../model/table.ts';
import type { TableId } from '../model/tables/index.ts';
import type { Text } from '../model/text.ts';
import { measureUnit, openBook, takenBy } from './book.ts';
import { countedCustomers } from './conditions/compare.ts';
import { evaluate } from './conditions/index.ts';
import { type Branch, type Context, ranks } from './context.ts';
import { type CreditedRows, creditRows, portfolios } from './credit.ts';
import { goneSince } from './gone.ts';
import { type Parameters, parametersInForce } from './parameters.ts';
import { pastOf } from './past.ts';
import { rankReviews } from './ranking.ts';
import { reconcile } from './reconcile.ts';
import { allowanceOf } from './sections/allowance.ts';
import { decide } from './sections/decisions.ts';
import { assessGrades, qualify } from './sections/grades.ts';
import { targetsOf } from './sections/targets.ts';
import { trendOf } from './sections/trend.ts';
import { unassignedIn } from './sections/unassigned.ts';
import { warningsOf } from './sections/warnings.ts';
import { watchListOf } from './sections/watch-list.ts';
import { lookFor } from './signs.ts';

/**
 * Appraises every manager on duty. Errors are the policy's (a parameter not in force): then there is no appraisal.
 * Notes name what the previous quarter exported and this one lacks.
 * With `lenient`, managers whom an error of the package touches are left out whole and named with the reason.
 */
export function appraise(
  pkg: QuarterPackage,
  policy: Policy,
  history: History,
  { lenient }: { readonly lenient: boolean },
): { appraisal: Appraisal | null; problems: Diagnostic[] } {
  const { parameters, problems } = parametersInForce(policy, lastDay(pkg.period));
  if (problems.length > 0) return { appraisal: null, problems };

  const rows = creditRows(pkg);
  const books = portfolios(pkg, rows);
  const branch = branchOf(pkg, policy, parameters, history, rows);
  const notAppraised = leftOut(pkg, branch, lenient);
  const outside = new Set(notAppraised.map(({ managerId }) => managerId));
  const managers = pkg.tables.roster
    .filter(({ manager_id }) => !outside.has(manager_id))
    .sort((a, b) => (a.manager_id < b.manager_id ? -1 : 1))
    .map((manager) => appraiseManager(manager, books.get(manager.manager_id) ?? noPortfolio, branch));
  const names = new Map(pkg.tables.roster.map(({ manager_id, name }) => [manager_id, name]));
  const appraisal: Appraisal = {
    period: pkg.period,
    stage: branch.stage,
    policy: {
      id: policy.file.policy,
      edition: policy.file.edition,
      title: policy.file.title,
      sha256: policy.sha256,
      ladder: ladderOf(branch),
      measures: measuresOf(branch),
      parameters: parameters.list,
    },
    package: pkg,
    chain: branch.past.chain,
    managers,
    notAppraised,
    unassigned: unassignedIn(rows, books.get('') ?? noPortfolio, branch),
    watchList: watchListOf(books, names, branch),
    reconciliation: reconcile(pkg, rows, new Set(managers.map(({ manager }) => manager.manager_id))),
  };
  return { appraisal, problems: goneSince(pkg, history) };
}

const noPortfolio: Portfolio = {
  deposits: [],
  loans: [],
  settlement: [],
  classification: [],
  targets: [],
  metrics: [],
  events: [],
  reviews: [],
  adjustments: [],
};

function branchOf(
  pkg: QuarterPackage,
  policy: Policy,
  parameters: Parameters,
  history: History,
  rows: CreditedRows,
): Branch {
  const managersOf = new Map<string, Set<string>>();
  for (const table of ['deposits', 'loans', 'settlement'] as const)
    for (const { row } of rows[table]) {
      if (row.manager_id === '') continue;
      const managers = managersOf.get(row.customer_id) ?? new Set();
      managersOf.set(row.customer_id, managers.add(row.manager_id));
    }
  const columns = new Set(
    pkg.readings.flatMap(({ table, source, columns }) =>
      columns.flatMap(({ column }) => (column ? [columnKey(table, source, column)] : [])),
    ),
  );
  return {
    period: pkg.period,
    stage: stageOf(pkg.period),
    lastDay: lastDay(pkg.period),
    policy: policy.file,
    parameters,
    package: pkg,
    past: pastOf(pkg, history),
    managersOf,
    ranking: rankReviews(pkg, yearOf(pkg.period), (grade) => policy.file.ladder[grade]?.trainee ?? false),
    hasColumn: (table, { source }, column) => columns.has(columnKey(table, source, column)),
  };
}

const columnKey = (table: TableId, { file, sheet }: RowOrigin['source'], column: string): string =>
  `${table}\n${file}\n${sheet ?? ''}\n${column}`;

/** Who is not appraised, and why: the status, the series, or errors in the figures. */
function leftOut(pkg: QuarterPackage, { parameters, policy }: Branch, lenient: boolean): NotAppraised[] {
  const reasons = new Map<string, Text[]>();
  const because = (id: string, text: Text): void => {
    reasons.set(id, [...(reasons.get(id) ?? []), text]);
  };
  const series = parameters.words(policy.appraised.series);
  for (const manager of pkg.tables.roster) {
    if (manager.status !== 'on-duty') because(manager.manager_id, statuses[manager.status]);
    else if (!series.includes(manager.series))
      because(manager.manager_id, { zh: '所属条线不参加考核', en: 'this series is not appraised' });
  }
  if (lenient)
    for (const problem of pkg.problems)
      if (problem.severity === 'error') for (const id of problem.managers) because(id, problem.message);
  const roster = new Map(pkg.tables.roster.map((manager) => [manager.manager_id, manager]));
  return [...reasons]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([managerId, problems]) => ({
      managerId,
      name: roster.get(managerId)?.name ?? null,
      unit: roster.get(managerId)?.unit ?? null,
      problems,
    }));
}

const statuses = {
  standby: { zh: '待岗', en: 'on standby' },
  left: { zh: '离岗', en: 'left' },
} as const;

function appraiseManager(manager: Row<'roster'>, portfolio: Portfolio, branch: Branch): ManagerAppraisal {
  const { policy, parameters } = branch;
  const book = openBook(portfolio, policy.measures, parameters, branch.package.rates.get('USD') ?? null);
  const opening: Context = {
    branch,
    manager,
    book,
    grade: null,
    targets: targetsOf(book, manager, branch),
    floor: null,
    warnings: [],
    qualified: null,
  };
  const floor = evaluate(policy.floor, opening);
  const withFloor: Context = { ...opening, floor };
  const grades = assessGrades(withFloor);
  const qualification = qualify(grades, ranks(policy));
  const warnings = warningsOf(withFloor);
  return {
    manager,
    portfolio,
    customers: customersOf(withFloor),
    grades,
    qualifiedGrade: qualification.qualifiedGrade,
    possibleGrade: qualification.possibleGrade,
    missing: qualification.missing,
    notes: notesOf(
      grades.flatMap(({ rules }) => rules.flatMap(({ notes }) => notes)),
      branch,
    ),
    floor,
    targets: withFloor.targets,
    warnings,
    allowance: allowanceOf(withFloor),
    signs: Object.fromEntries(
      Object.keys(policy.signs).map((sign) => {
        const seen = lookFor(sign, portfolio, branch);
        return [sign, { shown: seen.shown.map(({ loanId }) => loanId), unknown: seen.outcome === 'unknown' }];
      }),
    ),
    trend: trendOf(withFloor, qualification.qualifiedGrade),
    decision: branch.stage === 'annual' ? decide({ ...withFloor, warnings }, qualification) : null,
  };
}

/** The remarks of the rules, each once, and whatever the chain of quarters makes worth saying. */
function notesOf(notes: readonly Text[], { past }: Branch): Text[] {
  const clean = past.chain.takenAsClean;
  const said = new Map(notes.map((note) => [note.zh, note]));
  return [
    ...said.values(),
    ...(clean.length > 0
      ? [
          {
            zh: `首次运行：${clean.join('、')} 视为无不良记录`,
            en: `first run: ${clean.join(', ')} taken as clean`,
          },
        ]
      : []),
  ];
}

function customersOf(context: Context): Customer[] {
  const { book, branch } = context;
  const { policy } = branch;
  const deposits = policy['counted-customers'].measure;
  const grades = Object.keys(policy.ladder).map((grade) => ({
    grade,
    ...countedCustomers('counted', deposits, { ...context, grade }),
  }));
  return [...book.customers].map(([id, name]) => ({
    id,
    name,
    deposits: book.customer(deposits, 'year', id) ?? 0n,
    loans: book.customer(policy.targets.loans ?? 'loans', 'year', id) ?? 0n,
    countedFor: grades.filter(({ counts }) => counts(id) === true).map(({ grade }) => grade),
  }));
}

const measuresOf = ({ policy, parameters }: Branch): MeasureInForce[] =>
  Object.entries(policy.measures).map(([id, spec]) => ({
    id,
    title: spec.title,
    table: spec.table,
    indicator: spec.indicator,
    unit: measureUnit(spec),
    year: spec.year,
    quarter: spec.quarter,
    takes: takenBy(spec, parameters),
  }));

const ladderOf = ({ policy, parameters }: Branch): GradeOfLadder[] =>
  Object.entries(policy.ladder).map(([id, grade]) => ({
    id,
    title: grade.title,
    employeeLevel: grade['employee-level'],
    approval: grade.approval,
    trainee: grade.trainee ?? false,
    customersFrom: parameters.amount(policy['counted-customers']['at-least'], id).value,
  }));

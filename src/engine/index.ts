/**
 * The appraisal of a quarter: a policy, the package's tables and the archived quarters in; results with their
 * explanation out. Pure and synchronous; nothing here knows files, clocks or workbooks.
 */
import type { Appraisal, Portfolio } from '../model/appraisal.ts';
import { lastDay } from '../model/calendar.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { History } from '../model/history.ts';
import type { QuarterPackage } from '../model/package.ts';
import type { Policy } from '../model/policy.ts';
import { branchOf } from './branch.ts';
import { creditRows, portfolios } from './credit.ts';
import { goneSince } from './gone.ts';
import { policyInForce } from './in-force.ts';
import { appraiseManager } from './manager.ts';
import { parametersInForce } from './parameters.ts';
import { reconcile } from './reconcile.ts';
import { notAppraisedIn } from './sections/not-appraised.ts';
import { unassignedIn } from './sections/unassigned.ts';
import { watchListOf } from './sections/watch-list.ts';

export interface AppraiseOptions {
  readonly lenient: boolean;
  /** Told of every manager: how many are done, of how many. */
  readonly onManager?: (done: number, of: number) => void;
}

/**
 * Appraises every manager on duty. Errors are the policy's (a parameter not in force): then there is no appraisal.
 * Notes name what the previous quarter exported and this one lacks.
 * With `lenient`, managers whom an error of the package touches are left out whole and named with the reason.
 */
export function appraise(
  pkg: QuarterPackage,
  policy: Policy,
  history: History,
  { lenient, onManager }: AppraiseOptions,
): { appraisal: Appraisal | null; problems: Diagnostic[] } {
  const { parameters, problems } = parametersInForce(policy, lastDay(pkg.period));
  if (problems.length > 0) return { appraisal: null, problems };

  const rows = creditRows(pkg);
  const books = portfolios(pkg, rows);
  const branch = branchOf(pkg, policy, parameters, history, rows);
  const notAppraised = notAppraisedIn(pkg, branch, lenient);
  const outside = new Set(notAppraised.map(({ managerId }) => managerId));
  const managers = pkg.tables.roster
    .filter(({ manager_id }) => !outside.has(manager_id))
    .sort((a, b) => (a.manager_id < b.manager_id ? -1 : 1))
    .map((manager, index, all) => {
      onManager?.(index, all.length);
      return appraiseManager(manager, books.get(manager.manager_id) ?? noPortfolio, branch);
    });
  const names = new Map(pkg.tables.roster.map(({ manager_id, name }) => [manager_id, name]));
  const appraisal: Appraisal = {
    period: pkg.period,
    stage: branch.stage,
    policy: policyInForce(policy, branch),
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

/**
 * The appraisal of a quarter: policies, the package's tables and the archived quarters in; results with their
 * explanation out. Pure and synchronous; nothing here knows files, clocks or workbooks.
 */
import type { Appraisal } from '../model/appraisal.ts';
import { lastDay } from '../model/calendar.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { History } from '../model/history.ts';
import type { QuarterPackage } from '../model/package.ts';
import type { Policy } from '../model/policy.ts';
import { parametersInForce } from '../policy/parameters.ts';
import { branchOf } from './branch.ts';
import { creditRows, emptyPortfolio, portfolios } from './credit.ts';
import { noLongerExported } from './gone.ts';
import { policyInForce } from './in-force.ts';
import { appraiseManager } from './manager.ts';
import { reconcile } from './reconcile.ts';
import { fieldOf, schemeOf } from './scheme.ts';
import { type Appraised, ladderSections } from './sections/ladder.ts';
import { unassignedIn, watchListOf } from './sections/lists.ts';
import { leftOutIn, notAppraisedIn } from './sections/not-appraised.ts';
import { verdictsOf } from './sections/trend.ts';
import { missingQuarters } from './unjudged.ts';

export interface AppraiseOptions {
  readonly lenient: boolean;
  /** Told of every manager: how many are done, of how many. */
  readonly onManager?: (done: number, of: number) => void;
}

/**
 * Appraises every manager on duty. One of the policies may have a ladder, and grades the managers; the sections of all
 * of them are worked out beside it. Errors are the policies' (a parameter not in force): then there is no appraisal.
 * Notes name what the previous quarter exported and this one lacks, a warning the quarters that are not archived.
 * With `lenient`, managers whom an error of the package touches are left out whole and named with the reason.
 */
export function appraise(
  pkg: QuarterPackage,
  policies: readonly [Policy, ...Policy[]],
  history: History,
  { lenient, onManager }: AppraiseOptions,
): { appraisal: Appraisal | null; problems: Diagnostic[] } {
  const inForce = inOrder(policies).map((policy) => ({
    policy,
    ...parametersInForce(policy, lastDay(pkg.period)),
  }));
  const faults = inForce.flatMap(({ problems }) => problems);
  if (faults.length > 0) return { appraisal: null, problems: faults };

  const rows = creditRows(pkg);
  const books = portfolios(pkg, rows);
  const bookOf = (manager: string) => books.get(manager) ?? emptyPortfolio();
  const schemes = inForce.map(({ policy, parameters }) => {
    const branch = branchOf(pkg, policy, parameters, history, rows);
    const notAppraised = notAppraisedIn(pkg, branch, lenient);
    const outside = new Set(notAppraised.map(({ managerId }) => managerId));
    const roster = pkg.tables.roster
      .filter(({ manager_id }) => !outside.has(manager_id))
      .sort((a, b) => (a.manager_id < b.manager_id ? -1 : 1));
    return { policy, branch, notAppraised, roster, leftOut: leftOutIn(pkg, branch, lenient) };
  });
  const [main] = schemes;
  if (!main) throw new Error('no policy');
  const { branch, roster } = main;
  // The sections come first: a rule of the ladder may ask for what one of them came to.
  const answered = schemes.map((scheme) => schemeOf(scheme, bookOf));
  const sections = new Map(answered[0]?.sections.map((section) => [section.id, section]));
  const verdicts = verdictsOf(answered);
  const field = fieldOf(main, sections, bookOf);
  const managers = roster.map((manager, index) => {
    onManager?.(index, roster.length);
    const { manager_id: id } = manager;
    return appraiseManager(manager, bookOf(id), branch, sections, field, verdicts.get(id) ?? []);
  });
  const names = new Map(pkg.tables.roster.map(({ manager_id, name }) => [manager_id, name]));
  const appraised: Appraised = {
    period: pkg.period,
    stage: branch.stage,
    policy: policyInForce(main.policy, branch),
    schemes: answered,
    package: pkg,
    chain: branch.past.chain,
    managers,
    notAppraised: main.notAppraised,
    unassigned: unassignedIn(rows, bookOf(''), branch),
    watchList: watchListOf(books, names, branch),
    reconciliation: reconcile(pkg, rows, new Set(roster.map(({ manager_id }) => manager_id))),
  };
  const appraisal: Appraisal = {
    ...appraised,
    sections: [
      ...ladderSections(appraised, main.policy.file),
      ...answered.flatMap(({ policy, sections }) =>
        sections.map((section) => ({ ...section, policy: policy.id })),
      ),
    ],
  };
  return {
    appraisal,
    problems: [...noLongerExported(pkg, history), ...missingQuarters(appraisal, branch.past.chainStarts)],
  };
}

/** The policy with a ladder first, the others by id: the order of the command line decides nothing. */
const inOrder = (policies: readonly Policy[]): Policy[] =>
  policies.toSorted(
    (a, b) => Number(hasLadder(b)) - Number(hasLadder(a)) || (a.file.policy < b.file.policy ? -1 : 1),
  );

/** Whether a policy grades managers; a run takes one such policy. */
export const hasLadder = ({ file }: Policy): boolean => Object.keys(file.ladder).length > 0;

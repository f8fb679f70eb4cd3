/** What a manager has a part of by the assignments, and what of each such customer there is to part. */
import { firstDay, yearOf } from '../model/calendar.ts';
import type { Basis } from '../model/measure.ts';
import type { Hundredths } from '../model/money.ts';
import type { MeasureSpec } from '../model/policy/measures.ts';
import type { Branch } from './context.ts';
import { type MeasureRequest, sumsOf } from './customer-sums.ts';
import type { Days, ManagerTeams, Team, Teams } from './teams.ts';

type Assigned = NonNullable<MeasureSpec['assigned']>;

/** The days that a figure is of: the quarter's, or the year's up to its last day. */
const daysOf = ({ period, lastDay }: Pick<Branch, 'period' | 'lastDay'>, basis: Basis): Days => ({
  first: basis === 'quarter' ? firstDay(period) : `${yearOf(period)}-01-01`,
  last: lastDay,
});

type Of = Pick<Branch, 'teams' | 'parameters' | 'period' | 'lastDay'>;

const teamsOver = (branch: Of, { lead }: Assigned, basis: Basis) =>
  branch.teams.over(daysOf(branch, basis), branch.parameters.ratio(lead));

/** All teams by a measure's assignments. */
export const teamsBy = (branch: Of, assigned: Assigned, basis: Basis): readonly Team[] =>
  teamsOver(branch, assigned, basis).teams;

/** The rows behind a figure keep it: the branch's past is none of what it needs, and can be freed. */
export const teamsOfManager = (
  managerId: string,
  { teams, parameters, period, lastDay }: Of,
): ManagerTeams => ({
  known: teams.known,
  isAssigned: teams.isAssigned,
  rows: teams.rows,
  parts: (assigned, basis) =>
    teamsOver({ teams, parameters, period, lastDay }, assigned, basis).of(managerId),
  whole: (measure, asked, customerId) => {
    const found = wholesBy(measure, asked, teams).get(customerId);
    return found === undefined ? 0n : found;
  },
});

type Wholes = ReadonlyMap<string, Hundredths | null>;

/** Keyed by measure, basis and unit: every member of a team asks. */
const known = new WeakMap<Teams, Map<string, Wholes>>();

/** What each assigned customer comes to by a measure. */
export function wholesBy(measure: string, asked: MeasureRequest, teams: Teams): Wholes {
  const key = `${measure} ${asked.basis} ${asked.unit}`;
  const ofTeams = known.get(teams) ?? new Map<string, Wholes>();
  known.set(teams, ofTeams);
  const found = ofTeams.get(key) ?? sumsOf(teams.rows(asked.spec.table), asked);
  ofTeams.set(key, found);
  return found;
}

/**
 * Who managed a customer, by the day. Where its assignments state shares, each person there has his own; else the lead has
 * so much and the assistants there the rest equally, the lead all of it where nobody assists, and nobody anything without a
 * lead. A share of a span of time is the plain mean of the days'; what is nobody's is credited to no one.
 */

import { addDays, type Day, daysBetween } from '../model/calendar.ts';
import { rowOf } from '../model/credited.ts';
import type { Basis } from '../model/measure.ts';
import type { Hundredths } from '../model/money.ts';
import type { QuarterPackage, Row } from '../model/package.ts';
import type { MeasureSpec } from '../model/policy/measures.ts';
import { minus, one, over, plus, type Ratio, times, zero } from '../model/ratio.ts';
import type { CreditedRows } from './credit.ts';
import type { AnyCredited, Business, MeasureRequest } from './customer-sums.ts';
import { type Span, spansOf } from './parting.ts';

type Assignment = Row<'assignments'>;
type Assigned = NonNullable<MeasureSpec['assigned']>;

type Shares = readonly (readonly [managerId: string, share: Ratio])[];

/** A manager's part of a customer. */
export interface Member extends Span {
  readonly managerId: string;
  readonly share: Ratio;
  /** His own assignments. */
  readonly rows: readonly Assignment[];
}

export interface Team {
  readonly customerId: string;
  /** By id; only who has a share. */
  readonly members: readonly Member[];
  /** Days on which the customer was nobody's, as spans of time with both ends. */
  readonly nobody: readonly { readonly from: Day; readonly to: Day }[];
}

export interface Days {
  readonly first: Day;
  readonly last: Day;
}

/** The teams over a span of time. */
interface TeamsOver {
  /** By customer id. */
  readonly teams: readonly Team[];
  /** What a manager has a part of, by customer id. */
  of(managerId: string): readonly Part[];
}

interface Part {
  readonly customerId: string;
  readonly member: Member;
}

export interface Teams {
  /** Whether the package says who managed whom; a branch that has none says so. */
  readonly known: boolean;
  /** Customers whose assignments there are: no row of theirs is credited otherwise. */
  isAssigned(customerId: string): boolean;
  /** The teams over a span of time; `lead`: the part of the lead beside assistants. */
  over(days: Days, lead: Ratio): TeamsOver;
  /** The rows of the assigned customers, whoever stands in them. */
  rows(table: Business): readonly AnyCredited[];
}

/** A manager's. */
export interface ManagerTeams extends Pick<Teams, 'known' | 'isAssigned' | 'rows'> {
  parts(assigned: Assigned, basis: Basis): readonly Part[];
  /** What all rows of a customer come to by a measure. */
  whole(measure: string, asked: MeasureRequest, customerId: string): Hundredths | null;
}

export function teamsOf(pkg: QuarterPackage, credited: CreditedRows): Teams {
  const byCustomer = new Map<string, Assignment[]>();
  for (const row of pkg.tables.assignments) {
    const rows = byCustomer.get(row.customer_id);
    if (rows === undefined) byCustomer.set(row.customer_id, [row]);
    else rows.push(row);
  }
  const isAssigned = (customer: string): boolean => byCustomer.has(customer);
  const customers = [...byCustomer].sort(([a], [b]) => (a < b ? -1 : 1));
  const over = memoized(({ days, lead }: { days: Days; lead: Ratio }) => {
    const teams = customers.map(([id, rows]) => teamOf(id, rows, days, lead));
    const byManager = new Map<string, Part[]>();
    for (const { customerId, members } of teams)
      for (const member of members) {
        const own = byManager.get(member.managerId) ?? [];
        byManager.set(member.managerId, own);
        own.push({ customerId, member });
      }
    return { teams, of: (managerId: string) => byManager.get(managerId) ?? [] };
  });
  const rows = memoized((table: Business) =>
    (credited[table] as readonly AnyCredited[]).filter((each) => isAssigned(rowOf(each).customer_id)),
  );
  return {
    known:
      pkg.readings.some(({ table }) => table === 'assignments') ||
      pkg.settings.absent.includes('assignments'),
    isAssigned,
    over: (days, lead) => over({ days, lead }),
    rows,
  };
}

/** Worked out once for each question. */
function memoized<Asked, Answer>(work: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<string, Answer>();
  return (asked) => {
    const key = JSON.stringify(asked, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer = work(asked);
    known.set(key, answer);
    return answer;
  };
}

function teamOf(customerId: string, rows: readonly Assignment[], { first, last }: Days, lead: Ratio): Team {
  const whole = daysBetween(first, last) + 1;
  const shares = new Map<string, Ratio>();
  const nobody: { from: Day; to: Day }[] = [];
  for (const { from, to, there } of stretches(rows, first, last)) {
    const part = over(daysBetween(from, to) + 1, whole);
    const today = sharesOf(there, rows, lead);
    for (const [manager, share] of today)
      shares.set(manager, plus(shares.get(manager) ?? zero, times(share, part)));
    if (today.length === 0) nobody.push({ from, to });
  }
  const managers = [...shares].filter(([, { n }]) => n !== 0n).sort(([a], [b]) => (a < b ? -1 : 1));
  const spans = spansOf(managers.map(([, share]) => share));
  return {
    customerId,
    members: managers.map(([managerId, share], index) => ({
      managerId,
      share,
      ...(spans[index] ?? { before: zero, after: zero }),
      rows: rows.filter(({ manager_id }) => manager_id === managerId),
    })),
    nobody,
  };
}

/** The days from `first` to `last` in stretches on which the same people are there. */
function stretches(rows: readonly Assignment[], first: Day, last: Day) {
  const starts = rows.flatMap(({ from, to }) => [from, ...(to === null ? [] : [addDays(to, 1)])]);
  const within = starts.filter((day) => first < day && day <= last);
  const days = [...new Set([first, ...within])].sort();
  return days.map((from, index) => {
    const next = days[index + 1];
    return {
      from,
      to: next === undefined ? last : addDays(next, -1),
      there: rows.filter((row) => row.from <= from && (row.to === null || row.to >= from)),
    };
  });
}

/** Each person's share of one day. */
const sharesOf = (there: readonly Assignment[], all: readonly Assignment[], lead: Ratio): Shares =>
  all.some(({ share }) => share !== null)
    ? there.map(({ manager_id, share }) => [manager_id, share ?? zero])
    : byRole(there, lead);

function byRole(there: readonly Assignment[], lead: Ratio): Shares {
  const leads = there.filter(({ role }) => role === 'lead');
  const assistants = there.filter(({ role }) => role === 'assistant');
  if (leads.length === 0) return [];
  const rest = minus(one, lead);
  return [
    ...leads.map(({ manager_id }): Shares[number] => [manager_id, assistants.length === 0 ? one : lead]),
    ...assistants.map(({ manager_id }): Shares[number] => [manager_id, over(rest, assistants.length)]),
  ];
}

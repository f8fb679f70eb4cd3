/** Two results side by side: what differs, by manager and rule, down to the figure. */
import type { Results } from '../model/results.ts';
import { compareText } from './origins.ts';

/** One figure, outcome or entry that is not the same. */
export interface Difference {
  /** Null: it concerns the branch. */
  readonly managerId: string | null;
  /** The way to it by ids: `grades`, `senior`, `business`, `deposits`, `observed`. */
  readonly path: readonly string[];
  /** Null: not there. */
  readonly before: string | null;
  readonly after: string | null;
  /** What the figure is counted in, where the results say so. */
  readonly unit?: string;
}

/** By what an entry of a list is known. Lists of anything else are compared whole. */
const idFields = [
  'subject',
  'managerId',
  'grade',
  'rule',
  'indicator',
  'customerId',
  'table',
  'id',
  'title',
] as const;

/** Which policies were run is a cause, and no difference of what they came to. */
export function differencesOf(before: Results, after: Results): Difference[] {
  const { managers: managersBefore, policies: _, ...branchBefore } = before;
  const { managers: managersAfter, policies: __, ...branchAfter } = after;
  const [was, is] = [byId(managersBefore), byId(managersAfter)];
  const ids = [...new Set([...was.keys(), ...is.keys()])].sort(compareText);
  return [
    ...differing(branchBefore, branchAfter, []).map((each) => ({
      managerId: managerIn(each.path, ids),
      ...each,
    })),
    ...ids.flatMap((id) =>
      differing(was.get(id), is.get(id), []).map((each) => ({ managerId: id, ...each })),
    ),
  ];
}

/** What a section says of a manager is that manager's. */
const managerIn = ([part, , , , subject]: readonly string[], managers: readonly string[]): string | null =>
  part === 'schemes' && subject !== undefined && managers.includes(subject) ? subject : null;

const byId = (managers: Results['managers']) => new Map(managers.map((each) => [each.managerId, each]));

type Place = Omit<Difference, 'managerId'>;

function differing(before: unknown, after: unknown, path: readonly string[], unit?: string): Place[] {
  if (textOf(before) === textOf(after)) return [];
  const [was, is] = [entriesOf(before), entriesOf(after)];
  if (was === null || is === null)
    return [{ path, before: shown(before), after: shown(after), ...(unit && { unit }) }];
  const keys = new Set([...was.keys(), ...is.keys()]);
  // A manager's own unit is the branch.
  const counted = path.length === 0 ? undefined : (is.get('unit') ?? was.get('unit'));
  const countedIn = typeof counted === 'string' ? counted : unit;
  return [...keys]
    .filter((key) => !lately.includes(key) || (was.has(key) && is.has(key)))
    .flatMap((key) => differing(was.get(key), is.get(key), [...path, key], countedIn));
}

/** Results of before do not say these of a proposal and of an allowance. */
const lately = ['alternative', 'warnings', 'admonishedUntil', 'otherFee'];

/** How an outcome was reached and what it assumes follow from the policy and the figures; archives of before do not say it. */
const reasons = ['by', 'assumed'];
const withoutReason = (key: string, value: unknown): unknown => (reasons.includes(key) ? undefined : value);
const textOf = (value: unknown): string | undefined => JSON.stringify(value, withoutReason);

/** The parts of an object by key, of a list by id; null: it has no parts to speak of. */
function entriesOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return new Map(Object.entries(value).filter(([key]) => !reasons.includes(key)));
  const ids = value.map(idOf);
  const unique = ids.every((id) => id !== null) && new Set(ids).size === ids.length;
  return unique ? new Map(value.map((entry, index) => [ids[index] ?? '', entry])) : null;
}

function idOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const field = idFields.find((each) => each in entry);
  return field === undefined ? null : String((entry as Record<string, unknown>)[field]);
}

const shown = (value: unknown): string | null =>
  value === undefined ? null : typeof value === 'string' ? value : (textOf(value) ?? null);

/** The input tables that policies make use of: a form lays out these, and of them a package must have some. */
import type { PolicyFile } from '../model/policy.ts';
import { requiredTables, type TableId, tableIds } from '../model/tables/index.ts';

interface Uses {
  readonly kinds?: readonly string[];
  readonly keys?: readonly string[];
}

/** What looks at every customer or credit item that there is. */
const everything = {
  kinds: ['duties'],
  keys: [
    ...['credit-item', 'no-credit-item', 'customer-below', 'customers-held', 'declining'],
    ...['signs', 'watch-list', 'unassigned'],
  ],
} as const;

/**
 * Tables that only some policies use, by what in a policy speaks of them: the table's own name, a kind of section, or a
 * key anywhere that holds something.
 */
const usedBy: Readonly<Partial<Record<TableId, Uses>>> = {
  deposits: { ...everything, keys: [...everything.keys, 'deposits-moved'] },
  loans: everything,
  settlement: everything,
  classification: { ...everything, keys: [...everything.keys, 'share-rose', 'classified', 'classified-in'] },
  targets: { kinds: ['plan'], keys: ['completion', 'completion-lines', 'reached', 'target'] },
  scores: { kinds: ['scorecard', 'level'], keys: ['score', 'given'] },
  collections: { keys: ['collected'] },
  units: { kinds: ['headcount', 'staffing'] },
  activities: { kinds: ['duties'] },
  attendance: { kinds: ['pay'] },
  assignments: { keys: ['assigned'] },
  branches: { keys: ['branch'] },
  deferrals: { kinds: ['deferral'] },
};

export function tablesNeeded(policies: readonly PolicyFile[]): TableId[] {
  const kinds = new Set<string>(
    policies.flatMap(({ sections }) => Object.values(sections ?? {}).map(({ kind }) => kind)),
  );
  const keys = new Set(policies.flatMap(keysIn));
  return tableIds.filter((table) => {
    const uses = usedBy[table];
    if (uses === undefined || keys.has(table)) return true;
    return uses.kinds?.some((kind) => kinds.has(kind)) || uses.keys?.some((key) => keys.has(key));
  });
}

/** Those of them without which a package is not complete. */
export function tablesRequired(policies: readonly PolicyFile[]): TableId[] {
  const needed = tablesNeeded(policies);
  return requiredTables.filter((table) => needed.includes(table));
}

/** Every key of the file that holds something, and every table that it names, however deep. */
function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'table' && typeof inner === 'string') return [inner];
    const isEmpty = typeof inner === 'object' && inner !== null && Object.keys(inner).length === 0;
    return isEmpty ? [] : [key, ...keysIn(inner)];
  });
}

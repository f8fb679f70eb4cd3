/** The input tables that policies make use of: a form lays out these, and no others. */
import type { PolicyFile } from '../model/policy.ts';
import { type TableId, tableIds } from '../model/tables/index.ts';

/** Tables that only some policies use, by what in a policy speaks of them: a kind of section, or a key anywhere. */
const usedBy: Readonly<
  Partial<Record<TableId, { readonly kinds: readonly string[]; readonly keys: readonly string[] }>>
> = {
  scores: { kinds: ['scorecard', 'level'], keys: ['score', 'given'] },
  collections: { kinds: [], keys: ['collected'] },
  units: { kinds: ['headcount', 'staffing'], keys: [] },
  activities: { kinds: ['duties'], keys: [] },
  attendance: { kinds: ['pay'], keys: [] },
  assignments: { kinds: [], keys: ['assigned'] },
  branches: { kinds: [], keys: ['branch'] },
  deferrals: { kinds: ['deferral'], keys: [] },
};

export function tablesNeeded(policies: readonly PolicyFile[]): TableId[] {
  const kinds = new Set(
    policies.flatMap(({ sections }) => Object.values(sections ?? {}).map(({ kind }) => kind)),
  );
  const keys = new Set(policies.flatMap(keysIn));
  return tableIds.filter((table) => {
    const uses = usedBy[table];
    return (
      uses === undefined ||
      uses.kinds.some((kind) => kinds.has(kind as never)) ||
      uses.keys.some((key) => keys.has(key))
    );
  });
}

/** Every key of the file, however deep. */
function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

/** The managers of the roster, by id and by name. */
import { nameKey } from './words.ts';

export interface Roster {
  readonly ids: ReadonlySet<string>;
  /** Keyed by `nameKey`. */
  readonly idsByName: ReadonlyMap<string, readonly string[]>;
}

/** `ids` are all that the roster's rows name, also those in error. */
export function rosterOf(
  ids: ReadonlySet<string>,
  rows: readonly { readonly manager_id: string; readonly name: string }[],
): Roster {
  const byName = new Map<string, Set<string>>();
  for (const { manager_id, name } of rows) {
    const key = nameKey(name);
    const known = byName.get(key);
    if (known === undefined) byName.set(key, new Set([manager_id]));
    else known.add(manager_id);
  }
  return { ids, idsByName: new Map([...byName].map(([name, of]) => [name, [...of]])) };
}

/** The one manager of a name. */
export function idOfName({ idsByName }: Roster, name: string): string | null {
  const [only, other] = idsByName.get(nameKey(name)) ?? [];
  return only === undefined || other !== undefined ? null : only;
}

/**
 * The bank profile: what the bank's own words for files, columns, units, values and ids mean. It is data, written once in
 * `bank.yaml`, and says nothing that does not stand there.
 */
import type { TableId } from '../../model/tables/index.ts';
import type { Unit } from '../units.ts';
import type { IdRule } from './id-rule.ts';

export const profileFile = 'bank.yaml';

/** A line of the profile. */
export interface Entry {
  readonly path: readonly string[];
  readonly line: number;
  readonly col: number;
}

/** What a header of the bank means; null: it is known and not used. */
export interface MappedHeader {
  readonly column: string | null;
  readonly entry: Entry;
}

/** What files or sheets of a name, or of a pattern with `*`, hold; null: no table, and no problem. */
export interface MappedFile {
  readonly pattern: string;
  readonly table: TableId | null;
  readonly entry: Entry;
}

export interface StatedUnit {
  readonly unit: Unit;
  readonly entry: Entry;
}

export interface TableProfile {
  /** Keyed by the header's key. */
  readonly headers: ReadonlyMap<string, MappedHeader>;
  /** Keyed by column, where the export states none. */
  readonly units: ReadonlyMap<string, StatedUnit>;
  /** Keyed by column and then by the bank's word, as `nameKey` writes it. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export interface BankProfile {
  /** What the bank is called. */
  readonly bank: string | null;
  readonly files: readonly MappedFile[];
  tableOf(table: TableId): TableProfile;
  readonly ids: { readonly manager: IdRule; readonly customer: IdRule };
  /** How many days a year of a 积数 has. */
  readonly days: 'actual' | 360;
  /** Lines that something in the package made use of. */
  readonly used: Set<Entry>;
  readonly entries: readonly Entry[];
}

const nothing: TableProfile = { headers: new Map(), units: new Map(), words: new Map() };
const asTheyAre: IdRule = { digits: null, pattern: null, byName: false };

/** A package without a profile. */
export const noProfile = (): BankProfile => ({
  bank: null,
  files: [],
  tableOf: () => nothing,
  ids: { manager: asTheyAre, customer: asTheyAre },
  days: 'actual',
  used: new Set(),
  entries: [],
});

/** Whether a name fits a pattern, in which `*` stands for anything; case and width do not matter. */
export function fitsPattern(name: string, pattern: string): boolean {
  const [text, wanted] = [name, pattern].map((each) => each.normalize('NFKC').toLowerCase());
  const [first = '', ...others] = (wanted ?? '').split('*');
  const last = others.pop();
  if (text === undefined || last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}

/** What two runs do not rest on alike: their inputs, policies, tool, options and earlier quarters, by hash. */
import type { Manifest } from '../model/manifest.ts';
import { compareText } from './origins.ts';

export interface Cause {
  readonly kind: 'period' | 'input' | 'bank' | 'policy' | 'tool' | 'option' | 'earlier-quarter';
  /** The file, the policy, the option, the quarter. */
  readonly name: string;
  /** Null: not there. */
  readonly before: string | null;
  readonly after: string | null;
}

const short = (sha256: string): string => sha256.slice(0, 12);

/** Everything a run rests on, by kind and name. */
const basis: Record<Cause['kind'], (manifest: Manifest) => readonly (readonly [string, string])[]> = {
  period: ({ period }) => [['period', period]],
  input: ({ inputs }) => inputs.map(({ name, sha256 }) => [name, short(sha256)]),
  bank: ({ bank }) => (bank === null ? [] : [[bank.name, short(bank.sha256)]]),
  policy: ({ policies }) => policies.map(({ id, edition, sha256 }) => [id, `${edition} (${short(sha256)})`]),
  tool: ({ tool }) => [[tool.name, tool.version]],
  option: ({ options }) => Object.entries(options).map(([name, value]) => [name, String(value)]),
  'earlier-quarter': ({ earlier, previous }) =>
    [...earlier, ...(previous ? [previous] : [])].map(({ period, manifest }) => [period, short(manifest)]),
};

export const causesOf = (before: Manifest, after: Manifest): Cause[] =>
  (Object.keys(basis) as Cause['kind'][]).flatMap((kind) => {
    const [was, is] = [new Map(basis[kind](before)), new Map(basis[kind](after))];
    return [...new Set([...was.keys(), ...is.keys()])]
      .sort(compareText)
      .filter((name) => was.get(name) !== is.get(name))
      .map((name) => ({ kind, name, before: was.get(name) ?? null, after: is.get(name) ?? null }));
  });

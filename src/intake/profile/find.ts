/** Which bank profile a package is read by: the one asked for, the one that package.yaml names, or one that lies there. */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { BankFile } from '../../model/package.ts';
import type { DeclaredWords } from '../../model/table.ts';
import { bytesByHand, textByHand } from '../files/by-hand.ts';
import { hashed } from '../folder.ts';
import { settingsFile } from '../settings.ts';
import { parseProfile } from './parse.ts';
import { profileProblems } from './problems.ts';
import { type BankProfile, noProfile, profileFile } from './profile.ts';

/** Lines of a profile that nothing in the package made use of: a header that the bank has renamed, or a slip. */
export function unusedLines({ profile, file }: Pick<FoundProfile, 'profile' | 'file'>): Diagnostic[] {
  const unused = profile.entries.filter((entry) => !profile.used.has(entry));
  const [first] = unused;
  if (first === undefined) return [];
  const lines = unused.map(({ path }) => path.join(' › '));
  return [profileProblems.unused({ file: file?.name ?? '', row: first.line }, { lines })];
}

/** A path, or the text itself; null: none at all; undefined: whichever the package names or lies with it. */
export type AskedProfile = string | { readonly name: string; readonly text: string } | null | undefined;

interface FoundProfile {
  readonly profile: BankProfile;
  /** null: the package is read without one. */
  readonly file: BankFile | null;
  readonly problems: readonly Diagnostic[];
}

const without = (...problems: Diagnostic[]): FoundProfile => ({ profile: noProfile(), file: null, problems });

/** Where a profile that nobody names may lie. */
const usualPlaces = (folder: string): string[] =>
  [folder, dirname(resolve(folder))].map((place) => join(place, profileFile));

/** `named` is what package.yaml says. */
export async function findProfile(
  folder: string,
  asked: AskedProfile,
  named: string | null,
  declared: DeclaredWords,
): Promise<FoundProfile> {
  if (asked === null) return without();
  if (typeof asked === 'object') return fromText(asked.name, asked.text, declared);
  const path = asked ?? (named === null ? null : resolve(folder, named));
  if (path !== null) {
    const found = await readProfile(path, declared);
    if (found !== null) return found;
    const at = asked === undefined ? { file: settingsFile } : {};
    return without(profileProblems.notFound(at, { asked: asked ?? named ?? '' }));
  }
  for (const place of usualPlaces(folder)) {
    const found = await readProfile(place, declared);
    if (found !== null) return found;
  }
  return without();
}

async function readProfile(path: string, declared: DeclaredWords): Promise<FoundProfile | null> {
  const about = await stat(path).catch(() => null);
  if (about === null || !about.isFile()) return null;
  const name = basename(path);
  const { bytes, sha256, content } = await hashed({ name, path });
  const read = await content.at(0, bytesByHand);
  const text = textByHand(read, { file: name });
  if (typeof text !== 'string') return without(text);
  const { profile, problems } = parseProfile(text, name, declared);
  return { profile, file: { name, bytes, sha256, content: read, bank: profile.bank }, problems };
}

/** A profile that is not written yet. */
function fromText(name: string, text: string, declared: DeclaredWords): FoundProfile {
  const content = new TextEncoder().encode(text);
  const { profile, problems } = parseProfile(text, name, declared);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { profile, file: { name, bytes: content.length, sha256, content, bank: profile.bank }, problems };
}

/** Runs command lines in this process, and packages to run them on. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entriesIn, sha256 } from '../../src/archive/index.ts';
import type { ExitStatus } from '../../src/cli/command.ts';
import { main } from '../../src/cli/main.ts';
import { archiveFiles } from '../../src/model/manifest.ts';

export const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
export const sample = (quarter: string): string => join(samples, quarter);

export interface Ended {
  readonly status: ExitStatus;
  readonly out: string;
  readonly err: string;
}

/** The command line's exit status and what it said; in English unless the arguments or `env` ask otherwise. */
export async function appraise(
  args: readonly string[],
  env: Record<string, string> = { LANG: 'en_US.UTF-8' },
): Promise<Ended> {
  let out = '';
  let err = '';
  const status = await main(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    outIsTerminal: false,
    outColumns: null,
    errColumns: null,
    errIsTerminal: false,
    env,
    onStop: () => () => {},
  });
  return { status, out, err };
}

/** A copy of a sample quarter with changes: by file, what the text (UTF-8) becomes. */
export function changedSample(
  quarter: string,
  folder: string,
  changes: Readonly<Record<string, (text: string) => string>>,
): string {
  const copy = join(folder, quarter);
  cpSync(sample(quarter), copy, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const before = readFileSync(join(copy, name), 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`nothing changed in ${name}`);
    writeFileSync(join(copy, name), after);
  }
  return copy;
}

/**
 * Every file below a folder with its hash: two folders with the same are the same, byte by byte. But for a run's status,
 * which says which machine made it.
 */
export async function hashesOf(folder: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const name of entriesIn(folder))
    if (name !== archiveFiles.status) hashes[name] = sha256(readFileSync(join(folder, name)));
  return hashes;
}

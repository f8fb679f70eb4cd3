/** The rows that problems speak of, as they stand in the files: read once more, for the few that are shown. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { openFile } from './files/index.ts';
import type { Limits } from './files/limits.ts';
import { type RawSheet, textOf } from './files/sheet.ts';
import { hashed } from './folder.ts';
import { noSettings, parseSettings, settingsFile } from './settings.ts';

/** The texts of a row's cells, the first column's first. */
export type Excerpt = readonly string[];

/** Further down a file it takes too long for what it gives. */
const lastRow = 100_000;

export async function excerptsOf(
  folder: string,
  files: ReadonlySet<string>,
  problems: readonly Diagnostic[],
): Promise<ReadonlyMap<Diagnostic, Excerpt>> {
  const byFile = new Map<string, Diagnostic[]>();
  for (const problem of problems) {
    const { file = '', row = Number.POSITIVE_INFINITY } = problem.at;
    if (!files.has(file) || row > lastRow) continue;
    byFile.set(file, [...(byFile.get(file) ?? []), problem]);
  }
  const settings = await settingsText(folder);
  const { limits } = settings === null ? noSettings : parseSettings(settings).settings;
  const found = new Map<Diagnostic, Excerpt>();
  for (const [name, ofFile] of byFile) {
    const excerpts =
      name === settingsFile ? linesOf(settings ?? '', ofFile) : await rowsOf(folder, name, ofFile, limits);
    for (const [problem, excerpt] of excerpts) found.set(problem, excerpt);
  }
  return found;
}

async function settingsText(folder: string): Promise<string | null> {
  try {
    return await readFile(join(folder, settingsFile), 'utf8');
  } catch {
    return null;
  }
}

function linesOf(text: string, problems: readonly Diagnostic[]): [Diagnostic, Excerpt][] {
  const lines = text.split(/\r\n?|\n/);
  return problems.map((problem) => [problem, [lines[(problem.at.row ?? 1) - 1] ?? '']]);
}

async function rowsOf(
  folder: string,
  name: string,
  problems: readonly Diagnostic[],
  limits: Limits,
): Promise<[Diagnostic, Excerpt][]> {
  const raw = await openFile(await hashed({ name, path: join(folder, name) }), limits).catch(() => null);
  const found: [Diagnostic, Excerpt][] = [];
  for (const sheet of raw?.sheets ?? []) {
    const here = problems.filter(({ at }) => (at.sheet ?? null) === sheet.name);
    const rows = await rowsAt(sheet, new Set(here.flatMap(({ at }) => at.row ?? [])));
    for (const problem of here) {
      const row = rows.get(problem.at.row ?? 0);
      if (row !== undefined) found.push([problem, row]);
    }
  }
  return found;
}

async function rowsAt(sheet: RawSheet, wanted: ReadonlySet<number>): Promise<Map<number, Excerpt>> {
  const found = new Map<number, Excerpt>();
  const last = Math.max(0, ...wanted);
  if (last === 0) return found;
  for await (const batch of sheet.rows(() => {})) {
    for (const { number, cells } of batch) if (wanted.has(number)) found.set(number, cells.map(textOf));
    if ((batch.at(-1)?.number ?? 0) >= last) break;
  }
  return found;
}

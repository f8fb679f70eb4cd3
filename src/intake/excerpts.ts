/** The rows that problems speak of, as they stand in the files: read once more, for the few that are shown. */
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { openFile } from './files/index.ts';
import type { Limits } from './files/limits.ts';
import { type RawSheet, textOf } from './files/sheet.ts';
import { type HashedFile, hashed } from './folder.ts';
import { noneStated, settingsFile, settingsIn } from './settings.ts';

/** The texts of a row's cells, the first column's first. */
type Excerpt = readonly string[];

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
  const settings = files.has(settingsFile) ? await hashedIn(folder, settingsFile) : null;
  const { limits } = (settings === null ? noneStated : await settingsIn(settings.content)).settings;
  const found = new Map<Diagnostic, Excerpt>();
  for (const [name, ofFile] of byFile) {
    const excerpts =
      name === settingsFile
        ? await linesOf(settings, ofFile)
        : await rowsOf(await hashedIn(folder, name), ofFile, limits);
    for (const [problem, excerpt] of excerpts) found.set(problem, excerpt);
  }
  return found;
}

/** Null: it is gone since the problems were found. */
const hashedIn = (folder: string, name: string): Promise<HashedFile | null> =>
  hashed({ name, path: join(folder, name) }).catch(() => null);

async function linesOf(
  file: HashedFile | null,
  problems: readonly Diagnostic[],
): Promise<[Diagnostic, Excerpt][]> {
  const bytes = await file?.content.at(0, file.bytes).catch(() => null);
  const lines = (bytes ?? '').toString().split(/\r\n?|\n/);
  return problems.map((problem) => [problem, [lines[(problem.at.row ?? 1) - 1] ?? '']]);
}

async function rowsOf(
  file: HashedFile | null,
  problems: readonly Diagnostic[],
  limits: Limits,
): Promise<[Diagnostic, Excerpt][]> {
  const raw = file && (await openFile(file, limits).catch(() => null));
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

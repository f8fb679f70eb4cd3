/** Files that should not lie in one package: copies of one another, and those of two periods. */
import type { Diagnostic, Location } from '../../model/diagnostic.ts';
import type { InputFile, Reading, SheetSums, Tables } from '../../model/package.ts';
import type { Source } from '../../model/table.ts';
import { type Copy, copiesIn } from './copies.ts';
import { checkProblems } from './problems.ts';

interface Read {
  readonly tables: Tables;
  readonly readings: readonly Reading[];
  readonly sums: readonly SheetSums[];
}

interface LyingTogether {
  readonly problems: readonly Diagnostic[];
  /** What is too many: its rows are not compared with others, since each would be a problem of its own. */
  readonly sources: ReadonlySet<Source>;
}

/**
 * One problem for each file or sheet that repeats another, and one for all of another period that lie beside this one's.
 * `ofOtherPeriod` is what was found to speak of another period: it is told of files that stand for themselves.
 */
export function checkTogether(
  read: Read,
  files: readonly InputFile[],
  ofOtherPeriod: readonly Diagnostic[],
): LyingTogether {
  const suspects = new Set(ofOtherPeriod.map(({ at }) => nameOf(at)));
  const isSuspect = ({ file, sheet }: Source): boolean =>
    suspects.has(file) || suspects.has(nameOf({ file, sheet }));

  const sameBytes = withSameBytes(files, read.readings, (file) => suspects.has(file));
  const copies = copiesIn(read.tables, read.readings, read.sums, isSuspect).filter(
    ({ source }) => !sameBytes.has(source.file),
  );
  const others = copies.filter(({ source }) => isSuspect(source));
  const sources = new Set([
    ...copies.map(({ source }) => source),
    ...read.readings.flatMap(({ source }) => (sameBytes.has(source.file) ? source : [])),
  ]);
  const told = new Set([
    ...sameBytes.keys(),
    ...copies.map((copy) => nameOf(placeOf(copy))),
    ...[...sources].map(nameOf),
  ]);
  return {
    problems: [
      ...[...sameBytes].map(([file, other]) => checkProblems.sameContent({ file }, { other })),
      ...repeating(copies.filter((copy) => !others.includes(copy))),
      ...mixed(others),
      ...ofOtherPeriod.filter(({ at }) => !told.has(nameOf(at))),
    ],
    sources,
  };
}

/** `存款.xlsx#明细` */
const nameOf = ({ file = '', sheet }: Location): string => (sheet ? `${file}#${sheet}` : file);

/** Files of the same bytes, by the one that is too many. Copies of an empty form do no harm. */
function withSameBytes(
  files: readonly InputFile[],
  readings: readonly Reading[],
  isSuspect: (file: string) => boolean,
): ReadonlyMap<string, string> {
  const filled = new Set(readings.filter(({ rowsKept }) => rowsKept > 0).map(({ source }) => source.file));
  const kept = new Map<string, string>();
  const copies = new Map<string, string>();
  for (const { name, sha256 } of files) {
    if (!filled.has(name)) continue;
    const first = kept.get(sha256);
    const [keep, copy] =
      first !== undefined && !(isSuspect(first) && !isSuspect(name)) ? [first, name] : [name, first];
    kept.set(sha256, keep);
    if (copy !== undefined) copies.set(copy, keep);
  }
  return copies;
}

/** Sheets of one file that repeat another file's are one mistake. */
function repeating(copies: readonly Copy[]): Diagnostic[] {
  const byPlace = new Map<string, Copy[]>();
  for (const copy of copies) {
    const place = nameOf(placeOf(copy));
    byPlace.set(place, [...(byPlace.get(place) ?? []), copy]);
  }
  return [...byPlace.values()].flatMap((ofPlace) => {
    const [first] = ofPlace;
    if (first === undefined) return [];
    const { source, of } = first;
    const args = {
      other: source.file === of.file ? nameOf(of) : of.file,
      shared: ofPlace.reduce((sum, { shared }) => sum + shared, 0),
      rows: ofPlace.reduce((sum, { rows }) => sum + rows, 0),
    };
    return [checkProblems.sameRows(placeOf(first), args)];
  });
}

const placeOf = ({ source: { file, sheet }, of }: Copy): Location =>
  file === of.file ? { file, sheet } : { file };

function mixed(copies: readonly Copy[]): Diagnostic[] {
  if (copies.length === 0) return [];
  const files = [...new Set(copies.map((copy) => nameOf(placeOf(copy))))];
  return [checkProblems.mixedPeriods({}, { shown: files.slice(0, 10), files: files.length })];
}

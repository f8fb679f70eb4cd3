/**
 * Finds a sheet's header among title rows, one to three rows deep, and which column of the file is which column of
 * the table. A group above sub-headers (`本年` over `日均`) reads as one header (`本年日均`).
 */
import type { Quarter } from '../model/calendar.ts';
import { lackedColumns, type TableOfFiles } from '../model/table.ts';
import { spellingsOf } from '../model/tables/spellings.ts';
import { isEmpty, type Merge, type RawRow, textOf } from './files/sheet.ts';
import { inWordsOf, namesQuarter } from './period-words.ts';
import type { Entry, TableProfile } from './profile/profile.ts';
import { splitUnit, type Unit, unitOf } from './units.ts';
import { type WideColumn, wideReader } from './wide.ts';
import { headerKey } from './words.ts';

/** A column of the file. */
export interface FoundColumn {
  /** From 0. */
  readonly index: number;
  /** The header as a person reads it, groups first: `本年/日均余额`. */
  readonly header: string;
  readonly units: readonly Unit[];
  /** The table's column; null: kept out of the calculation. */
  readonly column: string | null;
  /** In a table laid out wide: the indicator whose figure it is. */
  readonly indicator: string | null;
  /** The line of the bank profile that says so. */
  readonly entry: Entry | null;
}

export interface Header {
  /** Row numbers as in the file. */
  readonly rows: readonly number[];
  readonly columns: readonly FoundColumn[];
  /** The texts of the rows above. */
  readonly titles: readonly string[];
  /** How many of the given rows the header and what stands above it take up. */
  readonly taken: number;
  /** Columns of the table for which several of the file fit equally well. */
  readonly twice: readonly { readonly column: string; readonly found: readonly string[] }[];
  /** Columns of the file that fit a column for which a better header was there. */
  readonly passedOver: readonly {
    readonly column: string;
    readonly used: string;
    readonly others: readonly string[];
  }[];
}

/** How many rows are looked at for a header. */
export const headerSearchRows = 60;
const deepest = 3;
/** One match may be chance: `单位` or `指标` also stand in titles. */
const fewestMatches = 2;

interface Candidate {
  readonly start: number;
  readonly depth: number;
  readonly columns: readonly FoundColumn[];
  readonly twice: Header['twice'];
  readonly passedOver: Header['passedOver'];
  /** Columns of the table that were found, less those found twice. */
  readonly score: number;
  readonly groups: number;
  readonly endsInUnits: boolean;
}

/** The header; null where no rows have so much as two columns of the table. */
export function findHeader(
  declaration: TableOfFiles,
  rows: readonly RawRow[],
  merges: readonly Merge[],
  mapped: TableProfile['headers'],
  period: Quarter,
): Header | null {
  const best = bestCandidate(declaration, rows, merges, mapped, period);
  if (best === null) return null;
  return {
    rows: rows.slice(best.start, best.start + best.depth).map((row) => row.number),
    columns: best.columns,
    titles: rows
      .slice(0, best.start)
      .flatMap((row) => row.cells.filter((cell) => !isEmpty(cell)).map(textOf)),
    taken: best.start + best.depth,
    twice: best.twice,
    passedOver: best.passedOver,
  };
}

/** How many columns of a table the rows' best header has, and which required ones it lacks. */
export function likeness(
  declaration: TableOfFiles,
  rows: readonly RawRow[],
  merges: readonly Merge[],
  mapped: TableProfile['headers'],
  period: Quarter,
): { columns: number; missing: readonly string[] } {
  const best = bestCandidate(declaration, rows, merges, mapped, period);
  return { columns: best?.score ?? 0, missing: lackedColumns(declaration, columnsIn(best?.columns ?? [])) };
}

/** The table's columns that a header has: one laid out wide has the indicators as well. */
export function columnsIn(columns: readonly FoundColumn[]): ReadonlySet<string | null> {
  const isWide = columns.some(({ indicator }) => indicator !== null);
  return new Set([...columns.map(({ column }) => column), ...(isWide ? ['indicator'] : [])]);
}

function bestCandidate(
  declaration: TableOfFiles,
  rows: readonly RawRow[],
  merges: readonly Merge[],
  mapped: TableProfile['headers'],
  period: Quarter,
): Candidate | null {
  const names = namesOf(declaration, mapped, period);
  const partOf = partReader(period);
  const mergesHere = mergesIn(rows, merges);
  const mayBe = mayBeHeader(rows, declaration, names, partOf);
  let best: Candidate | null = null;
  for (let start = 0; start < rows.length; start++) {
    for (let depth = 1; depth <= deepest; depth++) {
      const lines = rows.slice(start, start + depth);
      if (!isContiguous(lines, depth)) break;
      if (!mayBe(start, depth)) continue;
      const candidate = matched(names, declaration, start, lines, mergesHere, partOf);
      if (candidate === null || candidate.score < fewestMatches) continue;
      if (best === null || isBetter(candidate, best)) best = candidate;
    }
  }
  return best;
}

/**
 * More columns found; among equals the earlier header (it may be printed again on every page), with a row of groups
 * above it but without a title, and with a row of units below it but without a data row.
 */
function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.score !== b.score) return a.score > b.score;
  if (a.start + a.depth === b.start + b.depth) return a.groups > b.groups;
  return a.start === b.start && a.endsInUnits;
}

/** Rows that group columns speak in favour of a header, rows that merely stand next to it against it. */
function groupsAmong(lines: readonly RawRow[]): number {
  const extra = lines.length - 1;
  const texts = lines.map((line) => new Set(line.cells.filter((cell) => !isEmpty(cell)).map(textOf)));
  const above = texts.slice(0, -1);
  const looksLikeTitle = (text: string) => /[:：]|单位\s*为?\s*[十百千万亿]*元/.test(text);
  const grouped =
    above.every((row) => row.size > 1 && ![...row].some(looksLikeTitle)) && texts.at(-1)?.size !== 0;
  return grouped ? extra : -extra;
}

export const isContiguous = (lines: readonly RawRow[], depth: number): boolean =>
  lines.length === depth && (lines.at(-1)?.number ?? 0) - (lines[0]?.number ?? 0) === depth - 1;

/**
 * A spelling of a column's header: 0 is the canonical one, then the aliases from the best known to the least. What the
 * bank profile says stands above all of them; there a column may be known and not used.
 */
interface Name {
  readonly column: string | null;
  readonly rank: number;
  readonly entry: Entry | null;
}
const ofProfile = -1;
/** Further spellings stand behind all that the table declares. */
const furtherRank = 100;
type Names = ReadonlyMap<string, Name>;

function namesOf(declaration: TableOfFiles, mapped: TableProfile['headers'], period: Quarter): Names {
  const names = new Map<string, Name>();
  for (const [column, { headers }] of Object.entries(declaration.columns)) {
    names.set(headerKey(column), { column, rank: 0, entry: null });
    for (const [rank, header] of headers.entries())
      names.set(headerKey(header), { column, rank, entry: null });
  }
  for (const column of Object.keys(declaration.columns)) {
    for (const [rank, header] of spellingsOf(declaration.id, column, false).entries()) {
      const key = headerKey(header);
      if (!names.has(key)) names.set(key, { column, rank: furtherRank + rank, entry: null });
    }
  }
  for (const [key, said] of mapped) {
    const known = headerKey(inWordsOf(period, key));
    // A line that was written of 三季度 says nothing of the fourth, nor, if it was none of the third's, of the third.
    const isOther =
      said.column === null
        ? known !== headerKey(key)
        : said.column.startsWith('quarter_') && namesQuarter(known);
    if (!isOther) names.set(known, { ...said, rank: ofProfile });
  }
  return names;
}

/**
 * Whether a header may lie in some of the rows, by the different texts in them that are a column's name or a part of one:
 * most rows are data and need not be looked at. A table laid out wide may have one such column, of a quarter or a year.
 */
function mayBeHeader(
  rows: readonly RawRow[],
  declaration: TableOfFiles,
  names: Names,
  partOf: ReturnType<typeof partReader>,
): (start: number, depth: number) => boolean {
  const isWide = wideReader(declaration) !== null;
  const all = [...names.keys()].join('\n');
  const ofTime = (key: string): boolean => isWide && (names.has(key) || /[季年]/.test(key));
  const worded = rows.map(({ cells }) =>
    cells
      .map((cell) => withoutDoubles(partOf(textOf(cell), 0).key))
      .filter((key) => key !== '' && (all.includes(key) || ofTime(key))),
  );
  return (start, depth) => {
    const found = new Set(worded.slice(start, start + depth).flat());
    return found.size >= fewestMatches || [...found].some(ofTime);
  };
}

/** 本年 over 年日均 reads 本年年日均: the doubled 年 is one. */
const withoutDoubles = (key: string): string => key.replace(/年年/g, '年').replace(/季季/g, '季');

/** A sub-header alone must not be taken for this year's figure where its group says that it is another. */
const otherMeaning = /上年|去年|上季|上期|上月|年初|期初|同期|其中|较|增|减|计划|目标|占比|排名/;

/** These lines as a header; null where nothing in them is the name of a column, as in nearly all lines of a table. */
function matched(
  names: Names,
  declaration: TableOfFiles,
  start: number,
  lines: readonly RawRow[],
  merges: readonly Merge[],
  partOf: ReturnType<typeof partReader>,
): Candidate | null {
  const own = new Set(declaration.names.map(headerKey));
  const paths = headerPaths(lines, merges).map(({ index, parts }) => {
    const split = parts.map(partOf);
    const named = split.filter(({ key }) => key !== '');
    const keys = named.map(({ key }) => key);
    return {
      index,
      header: parts.join('/'),
      units: split.flatMap(({ units }) => units),
      named,
      whole: wholeMatch(names, keys, own),
      leaf: leafMatch(names, keys),
    };
  });
  const wide = widePaths(names, declaration, paths);
  const found = paths.map((path) => ({ ...path, wide: wide?.(path) ?? null }));
  if (found.every(({ whole, leaf, wide: column }) => whole === null && leaf === null && column === null))
    return null;
  // A header that matches as a whole goes before a sub-header that matches alone.
  const wholly = new Set(found.map(({ whole }) => whole?.column));
  const fitting = found.map(({ index, header, units, whole, leaf, wide: column }) => ({
    found: { index, header, units, indicator: column?.indicator ?? null },
    name: whole ?? column ?? (leaf === null || wholly.has(leaf.column) ? null : leaf),
  }));
  const { best, twice, passedOver } = chosen(declaration, fitting);
  const columns = fitting.map(({ found: column, name }): FoundColumn => {
    const counts = name !== null && (best.get(placeOf(name, column)) ?? name.rank) === name.rank;
    return { ...column, column: counts ? name.column : null, entry: counts ? name.entry : null };
  });
  const score = [...columnsIn(columns)].filter((column) => column !== null).length - twice.length;
  const last = (lines.at(-1)?.cells ?? []).filter((cell) => !isEmpty(cell)).map(textOf);
  const endsInUnits = last.length > 0 && last.every((text) => unitOf(text) !== null);
  return {
    start,
    depth: lines.length,
    columns,
    twice,
    passedOver,
    score,
    groups: groupsAmong(lines),
    endsInUnits,
  };
}

const isFurther = (rank: number): boolean => rank >= furtherRank;

interface Fitting {
  readonly found: { readonly header: string; readonly indicator: string | null };
  readonly name: Name | null;
}

/** Two columns are for one thing where they are of one indicator. */
const placeOf = ({ column }: Pick<Name, 'column'>, { indicator }: Pick<FoundColumn, 'indicator'>): string =>
  `${column}\n${indicator ?? ''}`;

/**
 * Where several columns of the file fit one column. Exports often have 借据号 and 合同号 side by side: of ids and texts
 * the better known header counts. Two equally good ones, and figures in any case, are the user's to settle.
 */
function chosen(declaration: TableOfFiles, fitting: readonly Fitting[]) {
  const byPlace = new Map<string, { column: string; headers: { header: string; rank: number }[] }>();
  for (const { found, name } of fitting) {
    if (name === null || name.column === null) continue;
    const place = placeOf(name, found);
    const others = byPlace.get(place)?.headers ?? [];
    byPlace.set(place, {
      column: name.column,
      headers: [...others, { header: found.header, rank: name.rank }],
    });
  }
  const best = new Map<string, number>();
  const twice: Candidate['twice'][number][] = [];
  const passedOver: Candidate['passedOver'][number][] = [];
  for (const [place, { column, headers }] of byPlace) {
    if (headers.length === 1) continue;
    const kind = declaration.columns[column]?.kind;
    const rank = Math.min(...headers.map((each) => each.rank));
    const [used, equal] = headers.filter((each) => each.rank === rank);
    const isText = kind === 'id' || kind === 'text';
    const isBetter = headers.every((each) => each === used || isFurther(each.rank) !== isFurther(rank));
    const mayChoose = isText || rank === ofProfile || isBetter;
    if (used === undefined || equal !== undefined || !mayChoose) {
      twice.push({ column, found: headers.map(({ header }) => header) });
      continue;
    }
    best.set(place, rank);
    const others = headers.filter((each) => each !== used).map(({ header }) => header);
    passedOver.push({ column, used: used.header, others });
  }
  return { best, twice, passedOver };
}

interface Part {
  /** Without its unit, in the words of the period. */
  readonly name: string;
  /** For comparing. */
  readonly key: string;
  readonly units: readonly Unit[];
}

/** Reads the parts of headers; most are looked at several times, since a row may be part of several headers. */
function partReader(period: Quarter): (part: string, level: number) => Part {
  const known: [Map<string, Part>, Map<string, Part>] = [new Map(), new Map()];
  return (part, level) => {
    const ofLevel = known[level > 0 ? 1 : 0];
    const found = ofLevel.get(part) ?? readPart(part, level, period);
    ofLevel.set(part, found);
    return found;
  };
}

/** A header part without its unit; a row of units below the headers is nothing but units. */
function readPart(part: string, level: number, period: Quarter): Part {
  const unit = level > 0 ? unitOf(part) : null;
  if (unit !== null) return { name: '', key: '', units: [unit] };
  const split = splitUnit(part);
  const name = inWordsOf(period, split.name);
  return { name, key: headerKey(name), units: split.units };
}

interface Path {
  /** Without rows of units. */
  readonly named: readonly Part[];
  readonly whole: Name | null;
  readonly leaf: Name | null;
}

/** Reads headers as those of a table laid out wide; null: it is none, or has a column of indicators. */
function widePaths(
  names: Names,
  declaration: TableOfFiles,
  paths: readonly Path[],
): ((path: Path) => (Name & WideColumn) | null) | null {
  const read = wideReader(declaration);
  if (read === null || paths.some(({ whole, leaf }) => (whole ?? leaf)?.column === 'indicator')) return null;
  return ({ named, whole }) => {
    const words = named.map(({ name, key }) => ({ text: name, column: names.get(key)?.column ?? null }));
    const found = whole === null ? read(words) : null;
    if (found === null) return null;
    const entry = named.map(({ key }) => names.get(key)).find((name) => name?.column === found.column)?.entry;
    return { ...found, rank: 0, entry: entry ?? null };
  };
}

function wholeMatch(names: Names, keys: readonly string[], own: ReadonlySet<string>): Name | null {
  const joined = (parts: readonly string[]) => withoutDoubles(parts.join(''));
  const withoutTable = keys.filter((key) => !own.has(key));
  return (
    names.get(joined(keys)) ?? names.get(joined(withoutTable)) ?? names.get(joined(keys.slice(-2))) ?? null
  );
}

function leafMatch(names: Names, keys: readonly string[]): Name | null {
  const leaf = keys.at(-1);
  if (leaf === undefined) return null;
  const meanings = keys.slice(0, -1).flatMap((group) => otherMeaning.exec(group)?.[0] ?? []);
  // 年初 over 年初余额 says nothing that the sub-header does not say itself.
  return meanings.every((meaning) => leaf.includes(meaning)) ? (names.get(leaf) ?? null) : null;
}

/** Of a sheet's merges those that begin in these rows or above: a table may have as many merges as rows. */
export function mergesIn(rows: readonly RawRow[], merges: readonly Merge[]): readonly Merge[] {
  const last = rows.at(-1)?.number ?? 0;
  return merges.filter(({ top }) => top <= last);
}

/** For each column of some rows the texts from its group down to itself, each once. */
export function headerPaths(
  lines: readonly RawRow[],
  merges: readonly Merge[],
): { index: number; parts: string[] }[] {
  const width = Math.max(0, ...lines.map((line) => line.cells.length));
  const grid = lines.map((line) => Array.from({ length: width }, (_, index) => textOf(line.cells[index])));
  const merged = lines.map(() => false);
  for (const merge of merges) {
    const value = grid[merge.top - (lines[0]?.number ?? 0)]?.[merge.left] ?? '';
    for (const [level, line] of lines.entries()) {
      if (line.number < merge.top || line.number > merge.bottom) continue;
      if (merge.right > merge.left) merged[level] = true;
      if (value !== '') grid[level]?.fill(value, merge.left, Math.min(merge.right + 1, width));
    }
  }
  // A file without merged cells (CSV) leaves the cells right of a group's name blank.
  for (let level = 0; level < lines.length - 1; level++) {
    if (merged[level]) continue;
    for (let index = 1; index < width; index++) {
      const below = grid.slice(level + 1).some((row) => row[index] !== '');
      const row = grid[level];
      if (row !== undefined && row[index] === '' && below) row[index] = row[index - 1] ?? '';
    }
  }
  return Array.from({ length: width }, (_, index) => {
    const texts = grid.map((row) => (row[index] ?? '').replace(/\s+/g, ' ')).filter((text) => text !== '');
    return { index, parts: texts.filter((text, level) => text !== texts[level - 1]) };
  }).filter(({ parts }) => parts.length > 0);
}

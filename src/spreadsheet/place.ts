/**
 * Lays sheets out: every block gets its rows and columns, references in formulas and links become addresses, words the
 * language asked for, contents widths and heights.
 */
import type { Lang, Text } from '../model/text.ts';
import { rangeAddress } from './address.ts';
import { breaksOf, leads } from './breaks.ts';
import { type Canvas, canvasOf } from './canvas.ts';
import { adding, cell } from './cells.ts';
import { clean } from './clean.ts';
import { type ChartRow, drawn, type Lookup } from './drawn.ts';
import { filterButton, type MeasuredList, measured } from './extent.ts';
import { fitting, lineLook } from './fitting.ts';
import { brokenHeader, textWidth } from './measure.ts';
import type { PlacedBook, PlacedRow, PlacedSheet } from './placed.ts';
import { listOf, type Register, register, rowsOf } from './references.ts';
import type { Block, Book, Cell, FilledColumn, List, Sheet } from './sheet.ts';
import { chartRow, chartRows, rowHeight, smallGap } from './style.ts';
import { namingColumns, printedOf, type Spread, spreadOf, total } from './widths.ts';

const headerSlack = 6;
/** How much wider than body text a heading is. */
const headingScale = 1.2;

const plain = (value: Text, look: Cell['look'], tone?: Cell['tone']): Cell =>
  cell(value, 'text', { look, tone });

/** The columns that a heading or a sentence stands over: the first, and how many. */
interface Reach {
  readonly first: number;
  readonly span: number;
}

/** How each kind of block is put on a sheet, from a row down. */
const placers: {
  [K in Block['kind']]: (
    block: Extract<Block, { kind: K }>,
    top: number,
    canvas: Canvas,
    reach: Reach,
  ) => void;
} = {
  title: ({ text, lines }, top, { line, put, lang, widths }, { first, span }) => {
    put(plain(text, 'title'), line(top), first);
    const room = total(widths.slice(first - 1, first - 1 + span));
    lines.forEach((each, index) => {
      const look = lineLook(each[lang], room);
      put(plain(each, look), line(top + 1 + index), first, look === 'longLine' ? span : 1);
    });
  },
  way: ({ to, text }, top, { line, put }) =>
    put(cell(text, 'text', { look: 'line', link: { sheet: to } }), line(top), 1),
  heading: ({ text }, top, { line, put }, { first, span }) => {
    const only = line(top);
    for (let at = 0; at < span; at += 1)
      put(plain(at === 0 ? text : { zh: '', en: '' }, 'heading'), only, first + at);
  },
  text: ({ text, tone }, top, { line, put }, { first, span }) =>
    put(plain(text, 'paragraph', tone), line(top), first, span),
  space: (_, top, { line }) => {
    line(top, { height: smallGap });
  },
  charts: ({ charts, rows = chartRows }, top, { line, charts: pending }) => {
    for (let row = top; row < top + rows; row += 1) line(row, { height: chartRow });
    if (charts.length > 0) pending.push({ row: top, rows, charts });
  },
  form: ({ rows }, top, { line, put }) => {
    rows.forEach(({ cells, height }, index) => {
      const next = line(top + index);
      let column = 1;
      for (const each of cells) {
        put(each, next, column, each.span);
        column += each.span;
      }
      if (height !== undefined) next.height = height;
    });
  },
  list: (list, top, canvas) => {
    const measured = canvas.lists.find((each) => each.list === list);
    if (measured === undefined) throw new Error(`the list ${list.id} is not measured`);
    const headers = headersIn(measured, canvas);
    placeHeader(list, headers, top, canvas);
    const { line, put, fill } = canvas;
    fill(measured, top + 1);
    const fillIn = list.rows === 0 && enter(list, top + 1, canvas);
    if (list.rows === 0 && !fillIn)
      put(plain(list.empty, 'paragraph', 'muted'), line(top + 1), 1, list.columns.length);
    if (list.totals !== null) {
      const own = { list: listOf(list.id, canvas.register) };
      const under = line(top + 1 + Math.max(1, list.rows), own);
      list.totals.forEach((sum, column) => {
        put(sum.look === undefined ? adding(sum, { look: 'total' }) : sum, under, column + 1);
      });
    }
    if (list.rows > 0) declare(list, headers, top, canvas);
  },
};

/** The headers of a list as its cells hold them. */
const headersIn = ({ columns }: MeasuredList, { lang, widths }: Canvas): string[] =>
  columns.map(({ column: { header }, fixed }, index) => {
    const text = clean(header[lang]);
    return fixed ? text : brokenHeader(text, (widths[index] ?? 0) - filterButton);
  });

const isNumber = (value: Cell['value'] | undefined): boolean => typeof value === 'number';
const holdsNumbers = ({ cells }: Pick<FilledColumn, 'cells'> = { cells: [] }): boolean =>
  'like' in cells ? cells.values.some(isNumber) : cells.some(({ value }) => isNumber(value));

function placeHeader(list: List, headers: readonly string[], row: number, canvas: Canvas): void {
  const head = canvas.line(row, { height: rowHeight(1) + headerSlack });
  headers.forEach((value, index) => {
    const look = holdsNumbers(list.columns[index]) ? 'headerNumber' : 'header';
    canvas.put(cell(value, 'text', { look }), head, index + 1);
  });
}

/** Opens a list without rows to be filled in; false: it is not meant to be. */
function enter({ columns }: List, firstRow: number, { lang, entries }: Canvas): boolean {
  columns.forEach(({ entry }, index) => {
    if (entry === undefined) return;
    const choices = entry.choices?.map((choice) => clean(choice[lang])) ?? null;
    entries.push({ column: index + 1, firstRow, format: entry.format, choices, open: entry.open === true });
  });
  return entries.length > 0;
}

/** Makes the written cells a table, and has its words coloured. */
function declare(list: List, headers: readonly string[], row: number, canvas: Canvas): void {
  const { id, columns, rows } = list;
  const { lang, tables, marks } = canvas;
  if (new Set(headers.map((header) => header.toLowerCase())).size < headers.length)
    throw new Error(`two columns of ${id} have one header`);
  tables.push({ name: tableName(id), row, rows, headers });
  columns.forEach((column, index) => {
    if (column.marks !== undefined)
      marks.push({
        range: rangeAddress(row + 1, index + 1, row + rows, index + 1),
        marks: column.marks.map((mark) => ({ word: clean(mark.text[lang]), mark })),
      });
  });
}

/** Excel's name for a list's table: letters and underscores, never something that reads like a cell. */
const tableName = (id: string): string => `tbl_${id.replaceAll(/[^A-Za-z0-9]/g, '_')}`;

/** In digits: a sentence under a narrow table has so much room at least. */
const sentenceRoom = 60;

/** What a block leads to, or follows at the end of a sheet. */
const subjectOf = (blocks: readonly Block[], index: number): Block | undefined =>
  [...blocks.slice(index + 1), ...blocks.slice(0, index).reverse()].find((block) => !leads(block));

/** A heading's rule and a sentence go no further than the table they are about, nor on to a second page at its side. */
function reachOf(
  blocks: readonly Block[],
  index: number,
  { widths, onFirstPage, pagesWide }: Spread,
  named: number,
  lang: Lang,
): Reach {
  // Repeated columns would show the beginning of it again.
  const first = pagesWide > 1 ? Math.min(named, onFirstPage - 1) : 0;
  const block = blocks[index];
  const subject = block?.kind === 'title' ? undefined : subjectOf(blocks, index);
  const needed = block?.kind === 'heading' ? textWidth(block.text[lang]) * headingScale : sentenceRoom;
  let last = subject?.kind === 'list' ? Math.min(onFirstPage, printedOf(subject)) : onFirstPage;
  while (last < onFirstPage && total(widths.slice(first, last)) < needed) last += 1;
  return { first: first + 1, span: Math.max(1, last - first) };
}

/** Places one sheet whose lists and anchors are registered. */
function placeSheet(
  sheet: Sheet,
  name: string,
  starts: readonly number[],
  lang: Lang,
  at: Register,
): PlacedSheet & { readonly pending: readonly ChartRow[] } {
  const lists = sheet.blocks.flatMap((block) => (block.kind === 'list' ? [measured(block, lang)] : []));
  const spread = spreadOf(sheet, lists, lang);
  const { widths, printed, pagesWide } = spread;
  const named = namingColumns(lists);
  const canvas = canvasOf(name, lists, widths, lang, at);
  let lastRow = 0;
  sheet.blocks.forEach((block, index) => {
    const row = starts[index] ?? 1;
    for (let gap = lastRow + 1; gap < row; gap += 1) canvas.line(gap, { height: smallGap });
    const place = placers[block.kind] as (block: Block, row: number, canvas: Canvas, reach: Reach) => void;
    place(block, row, canvas, reachOf(sheet.blocks, index, spread, named, lang));
    lastRow = row + rowsOf(block) - 1;
  });
  const { rows, merges, links, dropDowns, tables, marks, entries, charts: pending } = canvas;
  const only = lists.length === 1 ? sheet.blocks.findIndex((block) => block.kind === 'list') : -1;
  const headerRow = only < 0 ? null : (starts[only] ?? null);
  const ways = sheet.blocks.filter(({ kind }) => kind === 'way').length;
  return {
    name,
    kind: sheet.kind,
    rows,
    widths,
    printed,
    pagesWide,
    breaks: pagesWide > 1 ? [] : breaksOf(sheet, starts, rows, widths.slice(0, printed)),
    merges,
    links,
    dropDowns,
    tables,
    marks,
    entries,
    charts: [],
    headerRow,
    frozen: { rows: headerRow ?? ways, columns: named },
    firstRow: 1 + ways,
    lastRow,
    pending,
  };
}

export function placeBook(book: Book, lang: Lang): PlacedBook {
  const at: Register = { sheets: new Map(), lists: new Map(), anchors: new Map() };
  const sheets = book.sheets.map((sheet) => ({ ...sheet, blocks: fitting(sheet, lang) }));
  const starts = sheets.map((sheet) => {
    at.sheets.set(sheet.id, sheet.name[lang]);
    return register(sheet, sheet.name[lang], at);
  });
  const placed = sheets.map((sheet, index) =>
    placeSheet(sheet, sheet.name[lang], starts[index] ?? [], lang, at),
  );
  const lookup = lookupIn(placed);
  return {
    title: clean(book.title[lang]),
    foot: [clean(book.foot[0][lang]), clean(book.foot[1][lang])],
    sheets: placed.map(({ pending, ...sheet }) => ({
      ...sheet,
      charts: pending.flatMap((row) => drawn(row, sheet.widths.slice(0, sheet.printed), lang, at, lookup)),
    })),
  };
}

/** What stands in a cell; a sheet is indexed when a chart first asks for it. */
function lookupIn(sheets: readonly PlacedSheet[]): Lookup {
  const indexed = new Map<string, Map<number, PlacedRow>>();
  const indexOf = (name: string): Map<number, PlacedRow> =>
    new Map(sheets.find((sheet) => sheet.name === name)?.rows.map((each) => [each.row, each]));
  return (name, row, column) => {
    const index = indexed.get(name) ?? indexOf(name);
    indexed.set(name, index);
    const found = index.get(row);
    return found?.cells.find((each) => each.column === column)?.values[found.at] ?? null;
  };
}

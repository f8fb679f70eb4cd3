/**
 * Lays sheets out: every block gets its rows and columns, references in formulas and links become addresses, words the
 * language asked for, contents widths and heights.
 */
import type { Lang, Text } from '../model/text.ts';
import { rangeAddress } from './address.ts';
import { breaksOf } from './breaks.ts';
import { type Canvas, canvasOf } from './canvas.ts';
import { clean } from './clean.ts';
import { type ChartRow, drawn, type Lookup } from './drawn.ts';
import { fitting } from './fitting.ts';
import type { PlacedBook, PlacedRow, PlacedSheet } from './placed.ts';
import { listOf, type Register, register, rowsOf } from './references.ts';
import type { Block, Book, Cell, List, Sheet } from './sheet.ts';
import { chartRow, chartRows, rowHeight, smallGap } from './style.ts';
import { namingColumns, spreadOf } from './widths.ts';

const headerSlack = 6;

const plain = (value: Text, look: Cell['look'], tone?: Cell['tone']): Cell => ({
  value,
  format: 'text',
  look,
  tone,
});

/** How each kind of block is put on a sheet, from a row down. */
const placers: {
  [K in Block['kind']]: (block: Extract<Block, { kind: K }>, top: number, canvas: Canvas) => void;
} = {
  title: ({ text, lines }, top, { line, put }) => {
    put(plain(text, 'title'), line(top), 1);
    lines.forEach((each, index) => {
      put(plain(each, 'line'), line(top + 1 + index), 1);
    });
  },
  way: ({ to, text }, top, { line, put }) =>
    put({ value: text, format: 'text', look: 'line', link: { sheet: to } }, line(top), 1),
  heading: ({ text }, top, { line, put, widths }) => {
    const only = line(top);
    widths.forEach((_, index) => {
      put(plain(index === 0 ? text : { zh: '', en: '' }, 'heading'), only, index + 1);
    });
  },
  text: ({ text, tone }, top, { line, put, widths }) =>
    put(plain(text, 'paragraph', tone), line(top), 1, widths.length),
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
      for (const cell of cells) {
        put(cell, next, column, cell.span);
        column += cell.span;
      }
      if (height !== undefined) next.height = height;
    });
  },
  list: (list, top, canvas) => {
    placeHeader(list, top, canvas);
    const { line, put } = canvas;
    const own = { list: listOf(list.id, canvas.register) };
    list.rows.forEach((cells, index) => {
      const next = line(top + 1 + index, own);
      cells.forEach((cell, column) => {
        put(cell, next, column + 1);
      });
    });
    const fillIn = list.rows.length === 0 && enter(list, top + 1, canvas);
    if (list.rows.length === 0 && !fillIn)
      put(plain(list.empty, 'paragraph', 'muted'), line(top + 1), 1, list.columns.length);
    if (list.totals !== null) {
      const under = line(top + 1 + Math.max(1, list.rows.length), own);
      list.totals.forEach((cell, column) => {
        put({ look: 'total', ...cell }, under, column + 1);
      });
    }
    if (list.rows.length > 0) declare(list, top, canvas);
  },
};

function placeHeader({ columns, rows }: List, row: number, { line, put }: Canvas): void {
  const head = line(row, { height: rowHeight(1) + headerSlack });
  columns.forEach(({ header }, index) => {
    const numbers = rows.some((cells) => typeof cells[index]?.value === 'number');
    put(plain(header, numbers ? 'headerNumber' : 'header'), head, index + 1);
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
function declare({ id, columns, rows }: List, row: number, { lang, tables, marks }: Canvas): void {
  const headers = columns.map(({ header }) => clean(header[lang]));
  if (new Set(headers.map((header) => header.toLowerCase())).size < headers.length)
    throw new Error(`two columns of ${id} have one header`);
  tables.push({ name: tableName(id), row, rows: rows.length, headers });
  columns.forEach((column, index) => {
    if (column.marks !== undefined)
      marks.push({
        range: rangeAddress(row + 1, index + 1, row + rows.length, index + 1),
        marks: column.marks.map((mark) => ({ word: clean(mark.text[lang]), mark })),
      });
  });
}

/** Excel's name for a list's table: letters and underscores, never something that reads like a cell. */
const tableName = (id: string): string => `tbl_${id.replaceAll(/[^A-Za-z0-9]/g, '_')}`;

/** Places one sheet whose lists and anchors are registered. */
function placeSheet(
  sheet: Sheet,
  name: string,
  starts: readonly number[],
  lang: Lang,
  at: Register,
): PlacedSheet & { readonly pending: readonly ChartRow[] } {
  const lists = sheet.blocks.filter((block): block is List => block.kind === 'list');
  const { widths, pagesWide } = spreadOf(sheet, lists, lang);
  const canvas = canvasOf(name, widths, lang, at);
  let lastRow = 0;
  sheet.blocks.forEach((block, index) => {
    const row = starts[index] ?? 1;
    for (let gap = lastRow + 1; gap < row; gap += 1) canvas.line(gap, { height: smallGap });
    (placers[block.kind] as (block: Block, row: number, canvas: Canvas) => void)(block, row, canvas);
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
    pagesWide,
    breaks: pagesWide > 1 ? [] : breaksOf(sheet, starts, rows, widths),
    merges,
    links,
    dropDowns,
    tables,
    marks,
    entries,
    charts: [],
    headerRow,
    frozen: { rows: headerRow ?? ways, columns: namingColumns(lists) },
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
      charts: pending.flatMap((row) => drawn(row, sheet.widths, lang, at, lookup)),
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
    return index.get(row)?.cells.find((cell) => cell.column === column)?.value ?? null;
  };
}

/**
 * Where lists, anchors and sheets stand, once every block has its rows; and what formulas and links that name them come
 * to. A reference to what is not there is a fault of the tool.
 */
import type { Lang } from '../model/text.ts';
import { columnLetters, fixedCell, fixedColumn, type Place } from './address.ts';
import { fitsExcel } from './formula-limits.ts';
import type { PlacedFormula } from './placed.ts';
import type { Block, Cell, ChartCells, Formula, Link, Reference, Sheet } from './sheet.ts';
import { chartRows } from './style.ts';
import { escaped } from './xml.ts';

export interface PlacedList {
  readonly sheet: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: ReadonlyMap<string, number>;
  /** The formulas of its rows, each worked out once: most columns have one for all of their cells. */
  readonly formulas: Map<Formula, PlacedFormula>;
}

/** Where everything that can be referred to stands. */
export interface Register {
  readonly sheets: Map<string, string>;
  readonly lists: Map<string, PlacedList>;
  readonly anchors: Map<string, Place>;
}

/** How many rows a block takes. */
export const rowsOf = (block: Block): number => {
  switch (block.kind) {
    case 'title':
      return 1 + block.lines.length;
    case 'list':
      return 1 + Math.max(1, block.rows) + (block.totals === null ? 0 : 1);
    case 'form':
      return block.rows.length;
    case 'charts':
      return block.rows ?? chartRows;
    default:
      return 1;
  }
};

/** The space a block wants above it. */
export const gapBefore = (block: Block, previous: Block | undefined): number =>
  previous === undefined || block.kind === 'space' || previous.kind === 'heading' || previous.kind === 'space'
    ? 0
    : block.kind === 'heading' || block.kind === 'list' || block.kind === 'charts'
      ? 1
      : 0;

/** Notes where every list and anchor of a sheet stands, and gives each block its first row. */
export function register(sheet: Sheet, name: string, into: Register): number[] {
  const starts: number[] = [];
  let next = 1;
  sheet.blocks.forEach((block, index) => {
    next += gapBefore(block, sheet.blocks[index - 1]);
    starts.push(next);
    if (block.kind === 'list') {
      if (into.lists.has(block.id)) throw new Error(`two lists are called ${block.id}`);
      into.lists.set(block.id, {
        sheet: name,
        firstRow: next + 1,
        lastRow: next + Math.max(1, block.rows),
        columns: new Map(block.columns.map((column, at) => [column.key, at + 1])),
        formulas: new Map(),
      });
      block.columns.forEach(({ cells }, column) => {
        if ('like' in cells) return;
        cells.forEach((cell, at) => {
          anchor(cell, next + 1 + at, column + 1, name, into);
        });
      });
      block.totals?.forEach((cell, column) => {
        anchor(cell, next + 1 + block.rows, column + 1, name, into);
      });
    }
    if (block.kind === 'form')
      block.rows.forEach(({ cells }, at) => {
        let column = 1;
        for (const cell of cells) {
          anchor(cell, next + at, column, name, into);
          column += cell.span;
        }
      });
    next += rowsOf(block);
  });
  return starts;
}

function anchor(cell: Cell, row: number, column: number, sheet: string, into: Register): void {
  if (cell.anchor === undefined) return;
  if (into.anchors.has(cell.anchor)) throw new Error(`two cells are called ${cell.anchor}`);
  into.anchors.set(cell.anchor, { sheet, row, column });
}

export function listOf(id: string, at: Register): PlacedList {
  const list = at.lists.get(id);
  if (list === undefined) throw new Error(`no list is called ${id}`);
  return list;
}

function columnOf(list: PlacedList, key: string): number {
  const column = list.columns.get(key);
  if (column === undefined) throw new Error(`a list has no column ${key}`);
  return column;
}

function anchorOf(id: string, at: Register): Place {
  const place = at.anchors.get(id);
  if (place === undefined) throw new Error(`no cell is called ${id}`);
  return place;
}

/** A block of cells. */
export interface Area {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The cells that a chart reads. */
export function areaOf(cells: ChartCells, at: Register): Area {
  if ('list' in cells) {
    const list = listOf(cells.list, at);
    const column = columnOf(list, cells.column);
    return { sheet: list.sheet, top: list.firstRow, left: column, bottom: list.lastRow, right: column };
  }
  const [from, to] = [anchorOf(cells.from, at), anchorOf(cells.to, at)];
  return { sheet: from.sheet, top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** The header cell of a list's column. */
export function headerOf({ list, column }: { list: string; column: string }, at: Register): Place {
  const found = listOf(list, at);
  return { sheet: found.sheet, row: found.firstRow - 1, column: columnOf(found, column) };
}

/** Where a formula stands; `list`: the list whose row it is in. */
export interface Here {
  readonly sheet: string;
  readonly row: number;
  readonly list: PlacedList | null;
}

const ownList = ({ list }: Here): PlacedList => {
  if (list === null) throw new Error('only the cells of a list have a row and a header of their own');
  return list;
};

/** A reference to anything but the formula's own row. */
function addressOf(reference: Exclude<Reference, { here: string }>, here: Here, at: Register): string {
  const { sheet } = here;
  if ('header' in reference) {
    const own = ownList(here);
    return fixedCell({ sheet, row: own.firstRow - 1, column: columnOf(own, reference.header) }, sheet);
  }
  if ('anchor' in reference) return fixedCell(anchorOf(reference.anchor, at), sheet);
  const list = listOf(reference.list, at);
  const place = { sheet: list.sheet, row: list.firstRow, column: columnOf(list, reference.column) };
  return fixedColumn(place, list.lastRow, sheet);
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** What stands before, between and after the places where a formula names its own row. */
function piecesOf(parts: Formula, here: Here, lang: Lang, at: Register): string[] {
  const pieces: string[] = [];
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else if ('zh' in part) text += quoted(part[lang]);
    else if ('here' in part) {
      pieces.push(text + columnLetters(columnOf(ownList(here), part.here)));
      text = '';
    } else text += addressOf(part, here, at);
  }
  return [...pieces, text];
}

/** A formula as its cell holds it; null: Excel cannot. */
export function resolve(parts: Formula, here: Here, lang: Lang, at: Register): PlacedFormula {
  const known = here.list?.formulas.get(parts);
  if (known !== undefined) return known;
  const pieces = piecesOf(parts, here, lang, at);
  const lowest = Math.max(here.row, here.list?.lastRow ?? 0);
  const resolved = fitsExcel(pieces.join(String(lowest))) ? pieces.map(escaped) : null;
  here.list?.formulas.set(parts, resolved);
  return resolved;
}

const cellOn = (sheet: string, cell = 'A1'): string =>
  fixedCell({ sheet, row: 1, column: 1 }, '').replace('$A$1', cell);

/** The target of a link: `#'sheet'!A1`, or a file's relative address. */
export function targetOf(link: Link, lang: Lang, at: Register): string {
  if ('file' in link) {
    const file = link.file.split('/').map(encodeURIComponent).join('/');
    return link.sheet === undefined ? file : `${file}#${cellOn(link.sheet[lang], link.cell)}`;
  }
  if ('anchor' in link) return `#${fixedCell(anchorOf(link.anchor, at), '').replaceAll('$', '')}`;
  const name = at.sheets.get(link.sheet);
  if (name === undefined) throw new Error(`no sheet is called ${link.sheet}`);
  return `#${cellOn(name)}`;
}

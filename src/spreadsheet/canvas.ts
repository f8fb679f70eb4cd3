/** One sheet while it is being laid out: cells are put on its rows, and the rows grow with them. */
import type { Lang } from '../model/text.ts';
import { rangeAddress } from './address.ts';
import { clean } from './clean.ts';
import { contentOf } from './content.ts';
import type { ChartRow } from './drawn.ts';
import { boldness, type MeasuredList, padding } from './extent.ts';
import { linesOf } from './measure.ts';
import type {
  PlacedCell,
  PlacedDropDown,
  PlacedEntry,
  PlacedLink,
  PlacedSheet,
  PlacedTable,
} from './placed.ts';
import { type Here, type PlacedList, type Register, resolve, targetOf } from './references.ts';
import type { Cell } from './sheet.ts';
import { bodySize, rowHeight, styleOf, traitsOf } from './style.ts';
import { total } from './widths.ts';

/** A row that cells are being put on, from left to right. */
interface LaidRow extends Here {
  height: number;
  readonly cells: PlacedCell[];
}

export interface Canvas {
  readonly lang: Lang;
  readonly register: Register;
  readonly lists: readonly MeasuredList[];
  readonly widths: readonly number[];
  readonly rows: readonly LaidRow[];
  readonly merges: string[];
  readonly links: PlacedLink[];
  readonly dropDowns: PlacedDropDown[];
  readonly tables: PlacedTable[];
  readonly marks: PlacedSheet['marks'][number][];
  readonly entries: PlacedEntry[];
  readonly charts: ChartRow[];
  /** Begins a row below all that there are; `list`: the list that it is a row of. */
  line(row: number, options?: { readonly height?: number; readonly list?: PlacedList }): LaidRow;
  /** `value`: what the cell holds, where that is known. */
  put(cell: Cell, line: LaidRow, column: number, span?: number, value?: PlacedCell['value']): void;
}

/** The height that a cell of such a width needs. */
export function cellHeight(cell: Cell, value: PlacedCell['value'], width: number): number {
  const { size, bold, wraps } = traitsOf(cell.look);
  if (typeof value !== 'string' || !wraps) return rowHeight(1, size);
  const scale = (size / bodySize) * (bold ? boldness : 1);
  return rowHeight(linesOf(value, (width - 2 * (cell.indent ?? 0)) / scale - padding / 2), size);
}

export function canvasOf(
  sheet: string,
  lists: readonly MeasuredList[],
  widths: readonly number[],
  lang: Lang,
  register: Register,
): Canvas {
  const rows: LaidRow[] = [];
  const merges: string[] = [];
  const links: PlacedLink[] = [];
  const dropDowns: PlacedDropDown[] = [];

  const line: Canvas['line'] = (row, { height = 0, list = null } = {}) => {
    const begun = { sheet, row, list, height, cells: [] };
    rows.push(begun);
    return begun;
  };

  const put: Canvas['put'] = (cell, on, column, span = 1, value = contentOf(cell, lang)) => {
    const { row } = on;
    const { formula, link, choices, look = 'body', format, tone, indent = 0 } = cell;
    const style = styleOf(look, format, tone, indent, link !== undefined, cell.open === true);
    const resolved = formula === undefined ? null : resolve(formula, on, lang, register);
    on.cells.push({ column, value, formula: resolved, style });
    for (let next = column + 1; next < column + span; next += 1)
      on.cells.push({ column: next, value: null, formula: null, style });
    if (span > 1) merges.push(rangeAddress(row, column, row, column + span - 1));
    if (link !== undefined) links.push({ row, column, target: targetOf(link, lang, register) });
    if (choices !== undefined)
      dropDowns.push({ row, column, choices: choices.map((choice) => clean(choice[lang])) });
    const width = span === 1 ? widths[column - 1] : total(widths.slice(column - 1, column - 1 + span));
    on.height = Math.max(on.height, cellHeight(cell, value, width ?? 0));
  };

  const more = { tables: [], marks: [], entries: [], charts: [] };
  return { lang, register, lists, widths, rows, merges, links, dropDowns, ...more, line, put };
}

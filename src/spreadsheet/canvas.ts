/** One sheet while it is being laid out: cells are put on its rows, and the rows grow with them. */
import type { Lang } from '../model/text.ts';
import { rangeAddress } from './address.ts';
import { blank } from './cells.ts';
import { clean } from './clean.ts';
import { contentOf } from './content.ts';
import type { ChartRow } from './drawn.ts';
import { boldness, type MeasuredColumn, type MeasuredList, padding } from './extent.ts';
import { kindAt } from './list.ts';
import { linesOf } from './measure.ts';
import type {
  Held,
  PlacedCells,
  PlacedDropDown,
  PlacedEntry,
  PlacedFormula,
  PlacedLink,
  PlacedSheet,
  PlacedTable,
} from './placed.ts';
import { type Here, listOf, type PlacedList, type Register, resolve, targetOf } from './references.ts';
import type { Cell, CellKind } from './sheet.ts';
import { bodySize, rowHeight, type Style, styleOf, traitsOf } from './style.ts';
import { total } from './widths.ts';

/** A row that cells are being put on, from left to right. */
interface LaidRow extends Here {
  height: number;
  readonly cells: PlacedCells[];
  readonly at: number;
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
  put(cell: Cell, line: LaidRow, column: number, span?: number): void;
  /** Places the rows of a list below all that there are, from this row down. */
  fill(list: MeasuredList, row: number): void;
}

const styleOfKind = ({ look = 'body', format, tone, indent = 0, link, open }: CellKind): Style =>
  styleOf(look, format, tone, indent, link !== undefined, open === true);

/** The height that a cell of such a width needs. */
export function cellHeight({ look, indent = 0 }: CellKind, value: Held, width: number): number {
  const { size, bold, wraps } = traitsOf(look);
  if (typeof value !== 'string' || !wraps) return rowHeight(1, size);
  const scale = (size / bodySize) * (bold ? boldness : 1);
  return rowHeight(linesOf(value, (width - 2 * indent) / scale - padding / 2), size);
}

/** What follows from each cell of a column, row by row; where they are alike, it is worked out once. */
const kindsOf = <T>({ column: { cells }, values }: MeasuredColumn, of: (kind: CellKind) => T): T[] =>
  'like' in cells ? new Array<T>(values.length).fill(of(cells.like)) : cells.map(of);

/** Makes rows as high as the cells of a column need them. */
function raise(heights: number[], { column, values }: MeasuredColumn, width: number): void {
  for (let row = 0; row < values.length; row += 1) {
    const needed = cellHeight(kindAt(column.cells, row), values[row] ?? null, width);
    if (needed > (heights[row] ?? 0)) heights[row] = needed;
  }
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
    const begun = { sheet, row, list, height, cells: [], at: 0 };
    rows.push(begun);
    return begun;
  };

  const formulaOf = ({ formula }: CellKind, here: Here): PlacedFormula =>
    formula === undefined ? null : resolve(formula, here, lang, register);

  /** What a cell has beside its content: a link, a drop-down. */
  const equip = ({ link, choices }: CellKind, row: number, column: number): void => {
    if (link !== undefined) links.push({ row, column, target: targetOf(link, lang, register) });
    if (choices !== undefined)
      dropDowns.push({ row, column, choices: choices.map((choice) => clean(choice[lang])) });
  };

  const put: Canvas['put'] = (cell, on, column, span = 1) => {
    const { row } = on;
    const value = contentOf(cell.value, cell.format, lang);
    const styles = [styleOfKind(cell)];
    on.cells.push({ column, values: [value], formulas: [formulaOf(cell, on)], styles });
    for (let next = column + 1; next < column + span; next += 1)
      on.cells.push({ column: next, values: [null], formulas: [null], styles });
    if (span > 1) merges.push(rangeAddress(row, column, row, column + span - 1));
    equip(cell, row, column);
    const width = span === 1 ? widths[column - 1] : total(widths.slice(column - 1, column - 1 + span));
    on.height = Math.max(on.height, cellHeight(cell, value, width ?? 0));
  };

  const fill: Canvas['fill'] = ({ list, columns }, top) => {
    const here: Here = { sheet, row: top, list: listOf(list.id, register) };
    const heights = new Array<number>(list.rows).fill(0);
    const cells = columns.map((column, index): PlacedCells => {
      raise(heights, column, widths[index] ?? 0);
      return {
        column: index + 1,
        values: column.values,
        formulas: kindsOf(column, (kind) => formulaOf(kind, here)),
        styles: kindsOf(column, styleOfKind),
      };
    });
    heights.forEach((height, at) => {
      rows.push({ sheet, row: top + at, list: null, height, cells, at });
    });
    const equipped = list.columns.flatMap(({ cells }, index) =>
      'like' in cells || !cells.some(({ link, choices }) => link ?? choices)
        ? []
        : [{ cells, column: index + 1 }],
    );
    for (let row = 0; row < list.rows; row += 1)
      for (const { cells, column } of equipped) equip(cells[row] ?? blank, top + row, column);
  };

  const more = { tables: [], marks: [], entries: [], charts: [] };
  return { lang, register, lists, widths, rows, merges, links, dropDowns, ...more, line, put, fill };
}

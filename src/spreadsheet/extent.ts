/** How wide the columns of a list want to be, and may be: every cell is measured once. */
import type { Lang } from '../model/text.ts';
import { contentOf } from './content.ts';
import { fixedHeaders } from './fixed-headers.ts';
import { kindAt, valueAt } from './list.ts';
import { fixedHeaderWidth, headerWidth, shownWidth } from './measure.ts';
import type { Held } from './placed.ts';
import type { Cell, CellKind, FilledColumn, List } from './sheet.ts';
import { traitsOf } from './style.ts';

const defaultWidth = [6, 36] as const;
/** The room that a header leaves to the button of its filter. */
export const filterButton = 3;
/** The distance of a text from its cell's edges; of a figure where there is little room. */
export const padding = 4;
export const tightPadding = 2;
/** How much wider bold letters are. */
export const boldness = 1.06;

/** Below this a column of texts is not made narrower to fit the paper: it would be read letter by letter. */
const leastText = 14;
/** Up to here a text is one that is read at a glance, as a grade's or a unit's: in one line, where that takes no further page. */
const shortText = 18;
/** The least of a link, which LibreOffice does not break into lines but cuts off; where that takes no further page. */
const leastLink = 30;
/** Into so many lines a header is broken to fit the paper. */
const mostHeaderLines = 3;
/** Else into so many. */
const headerLines = 2;

/** Widths of a column, in digits. */
export interface Extent {
  /** As its header and its contents want it, within its bounds. */
  readonly wanted: number;
  /** Under which it cannot go: figures are never cut, texts are broken into more lines. */
  readonly least: number;
  /** The same where links are hardly broken; where texts read at a glance are not broken, either. */
  readonly leastOfLinks: number;
  readonly leastOfShort: number;
}

export interface MeasuredColumn extends Extent {
  readonly column: FilledColumn;
  /** Its header has no line breaks. */
  readonly fixed: boolean;
  /** What its cells hold, from the first row on. */
  readonly values: readonly Held[];
  /** How wide those of them are that may be broken into lines; 0: a figure, or nothing. */
  readonly texts: readonly number[];
}

export interface MeasuredList {
  readonly list: List;
  readonly columns: readonly MeasuredColumn[];
}

/** Measures a list: its headers, its cells, the sums under it. */
export function measured(list: List, lang: Lang): MeasuredList {
  const { columns, rows, totals } = list;
  const fixed = fixedHeaders(list);
  return {
    list,
    columns: columns.map((column, index) =>
      measuredColumn(column, fixed.has(column.key), rows, totals?.[index] ?? null, lang),
    ),
  };
}

function measuredColumn(
  column: FilledColumn,
  fixed: boolean,
  rows: number,
  sum: Cell | null,
  lang: Lang,
): MeasuredColumn {
  const { header, cells, width: [narrowest, widest] = defaultWidth } = column;
  const headerIn = (lines: number): number =>
    (fixed ? fixedHeaderWidth(header[lang], lines) : headerWidth(header[lang], lines)) + filterButton;
  const extent = new Measuring(narrowest, headerIn(mostHeaderLines));
  const values = new Array<Held>(rows).fill(null);
  const texts = new Array<number>(rows).fill(0);
  for (let row = 0; row < rows; row += 1) {
    const kind = kindAt(cells, row);
    const value = contentOf(valueAt(cells, row), kind.format, lang);
    values[row] = value;
    texts[row] = extent.take(kind, value);
  }
  if (sum !== null) extent.take(sum, contentOf(sum.value, sum.format, lang));
  const wanted = Math.max(headerIn(headerLines), Math.min(widest, extent.wanted));
  const { least, leastOfLinks, leastOfShort } = extent;
  return { column, fixed, wanted, least, leastOfLinks, leastOfShort, values, texts };
}

/** A column's widths while its cells are measured. */
class Measuring implements Extent {
  wanted: number;
  least: number;
  leastOfLinks: number;
  leastOfShort: number;

  constructor(narrowest: number, header: number) {
    this.wanted = narrowest;
    this.least = header;
    this.leastOfLinks = header;
    this.leastOfShort = header;
  }

  /** Takes a cell in; returns how wide its text is, if that may be broken into lines, else 0. */
  take({ format, look, link: target, indent = 0 }: CellKind, value: Held): number {
    const { bold, wraps } = traitsOf(look);
    const shown = shownWidth(value, format) * (bold ? boldness : 1);
    const whole = Math.ceil(shown + tightPadding);
    const breaks = wraps && format === 'text';
    const linked = target !== undefined;
    const broken = breaks ? Math.min(whole, leastText) : whole;
    const link = breaks && linked ? Math.min(whole, leastLink) : broken;
    const short = breaks && !linked && whole <= shortText ? whole : link;
    this.wanted = Math.max(this.wanted, Math.ceil(shown + 2 * indent) + padding);
    this.least = Math.max(this.least, broken);
    this.leastOfLinks = Math.max(this.leastOfLinks, link);
    this.leastOfShort = Math.max(this.leastOfShort, short);
    return wraps && typeof value === 'string' ? shown + tightPadding : 0;
  }
}

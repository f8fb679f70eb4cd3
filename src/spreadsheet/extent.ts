/** How wide the columns of a list want to be, and may be: every cell is measured once. */
import type { Lang } from '../model/text.ts';
import { blank } from './cells.ts';
import { contentOf } from './content.ts';
import { headerWidth, shownWidth } from './measure.ts';
import type { PlacedCell } from './placed.ts';
import type { Cell, List, ListColumn } from './sheet.ts';
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

interface MeasuredColumn extends Extent {
  /** What its cells hold, from the first row on. */
  readonly values: readonly PlacedCell['value'][];
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
  const all = totals === null ? rows : [...rows, totals];
  return { list, columns: columns.map((column, index) => measuredColumn(column, all, index, lang)) };
}

function measuredColumn(
  { header, width: [narrowest, widest] = defaultWidth }: ListColumn,
  rows: readonly (readonly Cell[])[],
  index: number,
  lang: Lang,
): MeasuredColumn {
  let wanted = narrowest;
  let least = headerWidth(header[lang], mostHeaderLines) + filterButton;
  let [leastOfLinks, leastOfShort] = [least, least];
  const values: PlacedCell['value'][] = [];
  const texts: number[] = [];
  for (const row of rows) {
    const cell = row[index] ?? blank;
    const { bold, wraps } = traitsOf(cell.look);
    const value = contentOf(cell, lang);
    const shown = shownWidth(value, cell.format) * (bold ? boldness : 1);
    const whole = Math.ceil(shown + tightPadding);
    const breaks = wraps && cell.format === 'text';
    const linked = cell.link !== undefined;
    const broken = breaks ? Math.min(whole, leastText) : whole;
    const link = breaks && linked ? Math.min(whole, leastLink) : broken;
    const short = breaks && !linked && whole <= shortText ? whole : link;
    wanted = Math.max(wanted, Math.ceil(shown + 2 * (cell.indent ?? 0)) + padding);
    least = Math.max(least, broken);
    leastOfLinks = Math.max(leastOfLinks, link);
    leastOfShort = Math.max(leastOfShort, short);
    values.push(value);
    texts.push(wraps && typeof value === 'string' ? shown + tightPadding : 0);
  }
  wanted = Math.max(headerWidth(header[lang]) + filterButton, Math.min(widest, wanted));
  return { wanted, least, leastOfLinks, leastOfShort, values, texts };
}

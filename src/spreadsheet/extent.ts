/** How wide the columns of a list want to be, and may be: every cell is measured once. */
import type { Lang } from '../model/text.ts';
import { contentOf } from './content.ts';
import { headerWidth, shownWidth } from './measure.ts';
import type { Cell, List } from './sheet.ts';
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

export interface Measured {
  readonly columns: readonly Extent[];
  /** How wide the texts of each row are that may be broken into lines, column by column; 0: a figure, or nothing. */
  readonly texts: readonly (readonly number[])[];
}

/** Measures a list: its headers, its cells, the sums under it. */
export function measured({ columns, rows, totals }: List, lang: Lang): Measured {
  const extents = columns.map(({ header, width: [narrowest, widest] = defaultWidth }) => {
    const least = headerWidth(header[lang], mostHeaderLines) + filterButton;
    const wanted = Math.max(headerWidth(header[lang]) + filterButton, Math.min(widest, narrowest));
    return { widest, wanted, least, leastOfLinks: least, leastOfShort: least };
  });
  const measure = (cells: readonly Cell[]): number[] =>
    extents.map((extent, index) => {
      const cell = cells[index];
      if (cell === undefined) return 0;
      const { bold, wraps } = traitsOf(cell.look);
      const value = contentOf(cell, lang);
      const shown = shownWidth(value, cell.format) * (bold ? boldness : 1);
      const whole = Math.ceil(shown + tightPadding);
      const breaks = wraps && cell.format === 'text';
      const linked = cell.link !== undefined;
      const least = breaks ? Math.min(whole, leastText) : whole;
      const ofLinks = breaks && linked ? Math.min(whole, leastLink) : least;
      const ofShort = breaks && !linked && whole <= shortText ? whole : ofLinks;
      const wanted = Math.ceil(shown + 2 * (cell.indent ?? 0)) + padding;
      extent.wanted = Math.max(extent.wanted, Math.min(extent.widest, wanted));
      extent.least = Math.max(extent.least, least);
      extent.leastOfLinks = Math.max(extent.leastOfLinks, ofLinks);
      extent.leastOfShort = Math.max(extent.leastOfShort, ofShort);
      return wraps && typeof value === 'string' ? shown + tightPadding : 0;
    });
  const texts = rows.map(measure);
  if (totals !== null) measure(totals);
  return { columns: extents, texts };
}

/** What a cell shows in a language, and how wide a sheet's columns are for it. */
import type { Lang, Text } from '../model/text.ts';
import { clean } from './clean.ts';
import { headerWidth, shownWidth, textWidth } from './measure.ts';
import type { Block, Cell, List, Sheet } from './sheet.ts';
import { bodySize, type PageKind, pages, roomOn, traitsOf } from './style.ts';

const defaultWidth = [6, 36] as const;
/** The room that a header leaves to the button of its filter. */
export const filterButton = 3;
const emptyColumn = 12;
/** The distance of a text from its cell's edges. */
export const padding = 4;
/** How much wider bold letters are. */
export const boldness = 1.06;

/** Excel counts days from the last of 1899; the calendar arithmetic is in UTC, so no time zone has a say. */
const serialOfDay = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569;

const isText = (value: Cell['value']): value is Text => typeof value === 'object' && value !== null;

/** The number or text that a cell holds; null for nothing. */
export function contentOf({ value, format }: Cell, lang: Lang): string | number | null {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`a cell holds ${value}`);
    return value;
  }
  if (value === null) return null;
  const text = clean(isText(value) ? value[lang] : value) || null;
  return format === 'date' && text !== null ? serialOfDay(text) : text;
}

function widthOf(list: List, index: number, lang: Lang): number {
  const column = list.columns[index];
  if (column === undefined) return 0;
  const [least, most] = column.width ?? defaultWidth;
  let content = 0;
  for (const row of list.totals === null ? list.rows : [...list.rows, list.totals]) {
    // Once the column is as wide as it may become, the other rows change nothing.
    if (content + padding >= most) break;
    const cell = row[index];
    if (cell === undefined) continue;
    const bold = traitsOf(cell.look).bold ? boldness : 1;
    content = Math.max(
      content,
      shownWidth(contentOf(cell, lang), cell.format) * bold + 2 * (cell.indent ?? 0),
    );
  }
  const header = headerWidth(column.header[lang]) + filterButton;
  return Math.max(header, Math.min(most, Math.max(least, Math.ceil(content) + padding)));
}

/** Below this a column of texts is not made narrower to fit the paper: it would be read letter by letter. */
const leastText = 14;
/** Up to here a text is one that is read at a glance, as a grade's or a unit's: in one line, where that takes no further page. */
const shortText = 18;
/** The same of a link, which LibreOffice does not break into lines but cuts off; where that takes no further page. */
const leastLink = 30;
/** Into so many lines a header is broken to fit the paper. */
const mostHeaderLines = 3;
/** The distance of a figure from its cell's edges where there is little room. */
const tightPadding = 2;

/** The width under which a list's column cannot go: figures are never cut, texts are broken into more lines. */
function leastWidth(
  list: List,
  index: number,
  wanted: number,
  ofTexts: number,
  ofLinks: number,
  lang: Lang,
): number {
  const column = list.columns[index];
  if (column === undefined) return 0;
  let least = headerWidth(column.header[lang], mostHeaderLines) + filterButton;
  for (const row of list.totals === null ? list.rows : [...list.rows, list.totals]) {
    if (least >= wanted) break;
    const cell = row[index];
    if (cell === undefined) continue;
    const { bold, wraps } = traitsOf(cell.look);
    const shown = shownWidth(contentOf(cell, lang), cell.format) * (bold ? boldness : 1) + tightPadding;
    const breaks = wraps && cell.format === 'text';
    const most = cell.link === undefined ? (shown <= ofTexts ? ofTexts : leastText) : ofLinks;
    least = Math.max(least, breaks ? Math.min(Math.ceil(shown), most) : Math.ceil(shown));
  }
  return Math.min(wanted, least);
}

/** So many rows tell how long the texts of a column are. */
const mostRows = 400;

/** How wide the texts of each row are that may be broken into lines, column by column; 0: a figure, or nothing. */
function textsOf(lists: readonly List[], columns: readonly number[], lang: Lang): number[][] {
  const rows = lists.flatMap((list) => list.rows);
  const step = Math.ceil(rows.length / mostRows);
  return rows
    .filter((_, index) => index % step === 0)
    .map((row) =>
      columns.map((index) => {
        const cell = row[index];
        const { bold, wraps } = traitsOf(cell?.look);
        if (cell === undefined || typeof cell.value === 'number' || !wraps) return 0;
        const value = contentOf(cell, lang);
        return typeof value === 'string'
          ? shownWidth(value, cell.format) * (bold ? boldness : 1) + tightPadding
          : 0;
      }),
    );
}

/** A text that does not fit into the least width of its column. */
interface LongText {
  readonly index: number;
  readonly width: number;
}

/** By how many lines the rows would be shorter, were each column a digit wider. */
function gainsOf(widths: readonly number[], rows: readonly (readonly LongText[])[]): number[] {
  const gains = widths.map(() => 0);
  for (const texts of rows) {
    let tallest: LongText | null = null;
    let [lines, next] = [1, 1];
    for (const text of texts) {
      const own = text.width / (widths[text.index] ?? 1);
      if (own > lines) [tallest, next, lines] = [text, lines, own];
      else if (own > next) next = own;
    }
    if (tallest === null) continue;
    const { index, width } = tallest;
    const wider = width / ((widths[index] ?? 0) + 1);
    gains[index] = (gains[index] ?? 0) + lines - Math.max(wider, next);
  }
  return gains;
}

/**
 * Widths from their least up to the wanted ones, as far as they fit: every digit goes to the column by which the rows
 * grow shortest; what is left, to the narrowest that wants more. Null: not even the least fit.
 */
export function fitted(
  wanted: readonly number[],
  least: readonly number[],
  texts: readonly (readonly number[])[],
  fits: (widths: readonly number[]) => boolean,
): number[] | null {
  if (!fits(least)) return null;
  const widths = [...least];
  const rows = texts
    .map((row) =>
      row.flatMap((width, index): LongText[] => (width > (least[index] ?? 0) ? [{ index, width }] : [])),
    )
    .filter((row) => row.length > 0);
  for (;;) {
    const gains = gainsOf(widths, rows);
    const open = widths
      .map((width, index) => ({ index, width, gain: gains[index] ?? 0 }))
      .filter(({ index, width }) => width + 1 <= (wanted[index] ?? 0))
      .sort((a, b) => b.gain - a.gain || a.width - b.width || a.index - b.index);
    const wider = open.find(({ index }) =>
      fits(widths.map((width, at) => (at === index ? width + 1 : width))),
    );
    if (wider === undefined) return widths;
    widths[wider.index] = wider.width + 1;
  }
}

export const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** A sheet's columns, and over how many pages side by side they are printed. */
export interface Spread {
  readonly widths: readonly number[];
  /** How many of them, from the first, are printed; and how many of these on the first page. */
  readonly printed: number;
  readonly onFirstPage: number;
  readonly pagesWide: number;
}

/** In digits: programs shrink a sheet by whole percents, so that a page filled to its edge would fall below what is legible. */
const slack = 3;

/** How many columns a form takes. */
const spanOf = (block: Block): number =>
  block.kind === 'form'
    ? Math.max(0, ...block.rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)))
    : 0;

/** The width of each column under which a form's figures would not be shown. */
function figureWidths({ blocks }: Sheet, lang: Lang): number[] {
  const widths: number[] = [];
  const forms = blocks.flatMap((block) => (block.kind === 'form' ? block.rows : []));
  for (const { cells } of forms) {
    let at = 0;
    for (const cell of cells) {
      if (typeof cell.value === 'number') {
        const { size, bold } = traitsOf(cell.look);
        const scale = (size / bodySize) * (bold ? boldness : 1);
        const needed = (shownWidth(contentOf(cell, lang), cell.format) * scale + tightPadding) / cell.span;
        for (let index = at; index < at + cell.span; index += 1)
          widths[index] = Math.max(widths[index] ?? 0, Math.ceil(needed));
      }
      at += cell.span;
    }
  }
  return widths;
}

/** The first columns that say whose row it is. */
export const namingColumns = (lists: readonly List[]): number =>
  Math.max(
    0,
    ...lists.map(({ columns }) => {
      const after = columns.findIndex(({ names }) => names !== true);
      return after < 0 ? 0 : after;
    }),
  );

/** How many columns each page ends after, each beginning with the repeated ones: a page ends between two columns. */
function pagesFor(widths: readonly number[], repeated: number, room: number): number[] {
  const again = total(widths.slice(0, repeated));
  const ends: number[] = [];
  let used = 0;
  widths.forEach((width, index) => {
    if (used > 0 && used + width > room) {
      ends.push(index);
      used = again;
    }
    used += width;
  });
  return [...ends, widths.length];
}

/** How many columns of a list are printed. */
export const printedOf = ({ columns }: List): number => {
  const rest = columns.findIndex(({ onScreen }) => onScreen === true);
  return rest < 0 ? columns.length : rest;
};

/** The columns of a kind of page that has its own; none where the contents decide. */
export function equalWidths(kind: PageKind): number[] {
  const { columns = 0 } = pages[kind];
  return Array.from({ length: columns }, () => Math.floor((roomOn(kind) / columns) * 100) / 100);
}

/** How much wider than its digits a Latin text may come out. */
const lineSlack = 1.08;

/** In digits: how wide a line is set. */
export const lineWidth = (text: string): number => Math.ceil(textWidth(text) * lineSlack);

const longestLine = ({ blocks }: Sheet, lang: Lang): number =>
  Math.max(
    0,
    ...blocks.flatMap((block) =>
      block.kind === 'title' ? block.lines.map((line) => lineWidth(line[lang])) : [],
    ),
  );

/**
 * Equal columns where the kind of page has them, else as wide as headers and contents, within each column's bounds: narrowed for the
 * paper, or spread over pages side by side, so that what is printed stays legible.
 */
export function spreadOf(sheet: Sheet, lists: readonly List[], lang: Lang): Spread {
  const room = roomOn(sheet.kind) - slack;
  const equal = equalWidths(sheet.kind);
  const onePage = (widths: readonly number[], printed = widths.length): Spread => ({
    widths,
    printed,
    onFirstPage: printed,
    pagesWide: 1,
  });
  if (equal.length > 0) return onePage(equal);
  const listed = Math.max(1, ...lists.map(printedOf), ...sheet.blocks.map(spanOf));
  const count = Math.max(listed, ...lists.map((list) => list.columns.length));
  const ofForms = figureWidths(sheet, lang);
  const all = Array.from({ length: count }, (_, index) => {
    const ofLists = Math.max(0, ...lists.map((list) => widthOf(list, index, lang))) || emptyColumn;
    return Math.max(ofLists, ofForms[index] ?? 0);
  });
  const [widths, onScreen] = [all.slice(0, listed), all.slice(listed)];
  const used = total(widths);
  if (used <= room) {
    // Beside narrow tables, so that the lines under the title stand as they are.
    const beside = onScreen.length > 0 ? 0 : Math.min(room, longestLine(sheet, lang)) - used;
    return beside > 0 ? onePage([...all, beside]) : onePage(all, listed);
  }
  const columns = widths.map((_, index) => index);
  const leastWith = (ofTexts: number, ofLinks: number): number[] =>
    columns.map((index) =>
      Math.max(
        ofForms[index] ?? 0,
        ...lists.map((list) => leastWidth(list, index, widths[index] ?? 0, ofTexts, ofLinks, lang)),
      ),
    );
  const repeated = namingColumns(lists);
  const pagesWide = (each: readonly number[]): number => pagesFor(each, repeated, room).length;
  const leastOf = (): number[] => {
    const widest = leastWith(shortText, leastLink);
    if (pagesWide(widest) === 1) return widest;
    const narrowest = leastWith(leastText, leastText);
    const fewest = pagesWide(narrowest);
    if (pagesWide(widest) <= fewest) return widest;
    const between = leastWith(leastText, leastLink);
    return pagesWide(between) <= fewest ? between : narrowest;
  };
  const least = leastOf();
  const pages = pagesWide(least);
  const fit =
    fitted(widths, least, textsOf(lists, columns, lang), (each) => pagesWide(each) <= pages) ?? least;
  return {
    widths: [...fit, ...onScreen],
    printed: listed,
    onFirstPage: pagesFor(fit, repeated, room)[0] ?? listed,
    pagesWide: pages,
  };
}

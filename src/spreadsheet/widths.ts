/** How wide a sheet's columns are. */
import type { Lang } from '../model/text.ts';
import { contentOf } from './content.ts';
import { boldness, type Extent, type MeasuredList, tightPadding } from './extent.ts';
import { shownWidth, textWidth } from './measure.ts';
import type { Block, List, Sheet } from './sheet.ts';
import { bodySize, type PageKind, pages, roomOn, traitsOf } from './style.ts';
import { fitted } from './widening.ts';

const emptyColumn = 12;

/** So many rows tell how long the texts of a column are. */
const mostRows = 400;

/** How wide the texts of a column are in some rows, evenly taken from all. */
function textsOf(column: number, lists: readonly MeasuredList[]): number[] {
  const all = lists.reduce((sum, { list }) => sum + list.rows, 0);
  const step = Math.ceil(all / mostRows);
  const taken: number[] = [];
  let next = 0;
  for (const { list, columns } of lists) {
    const texts = columns[column]?.texts ?? [];
    for (; next < list.rows; next += step) taken.push(texts[next] ?? 0);
    next -= list.rows;
  }
  return taken;
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
        const needed =
          (shownWidth(contentOf(cell.value, cell.format, lang), cell.format) * scale + tightPadding) /
          cell.span;
        for (let index = at; index < at + cell.span; index += 1)
          widths[index] = Math.max(widths[index] ?? 0, Math.ceil(needed));
      }
      at += cell.span;
    }
  }
  return widths;
}

/** The first columns that say whose row it is. */
export const namingColumns = (lists: readonly MeasuredList[]): number =>
  Math.max(
    0,
    ...lists.map(({ list: { columns } }) => {
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
  ends.push(widths.length);
  return ends;
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
export function spreadOf(sheet: Sheet, lists: readonly MeasuredList[], lang: Lang): Spread {
  const room = roomOn(sheet.kind) - slack;
  const equal = equalWidths(sheet.kind);
  const onePage = (widths: readonly number[], printed = widths.length): Spread => ({
    widths,
    printed,
    onFirstPage: printed,
    pagesWide: 1,
  });
  if (equal.length > 0) return onePage(equal);
  const listed = Math.max(1, ...lists.map(({ list }) => printedOf(list)), ...sheet.blocks.map(spanOf));
  const count = Math.max(listed, ...lists.map(({ columns }) => columns.length));
  const ofForms = figureWidths(sheet, lang);
  const widest = (which: keyof Extent, index: number): number =>
    Math.max(0, ...lists.map(({ columns }) => columns[index]?.[which] ?? 0));
  const all = Array.from({ length: count }, (_, index) =>
    Math.max(widest('wanted', index) || emptyColumn, ofForms[index] ?? 0),
  );
  const [widths, onScreen] = [all.slice(0, listed), all.slice(listed)];
  const used = total(widths);
  if (used <= room) {
    // Beside narrow tables, so that the lines under the title stand as they are.
    const beside = onScreen.length > 0 ? 0 : Math.min(room, longestLine(sheet, lang)) - used;
    return beside > 0 ? onePage([...all, beside]) : onePage(all, listed);
  }
  const leastWith = (which: keyof Extent): number[] =>
    widths.map((wanted, index) => Math.max(ofForms[index] ?? 0, Math.min(wanted, widest(which, index))));
  const repeated = namingColumns(lists);
  const pagesWide = (each: readonly number[]): number => pagesFor(each, repeated, room).length;
  // Texts read at a glance are broken where that saves a page; links where that saves one more.
  const narrowest = leastWith('least');
  const pages = pagesWide(narrowest);
  const wider = [leastWith('leastOfShort'), leastWith('leastOfLinks')];
  const least = wider.find((each) => pagesWide(each) <= pages) ?? narrowest;
  const texts = widths.map((_, column) => textsOf(column, lists));
  const fit = fitted(widths, least, texts, (each) => pagesWide(each) <= pages) ?? least;
  return {
    widths: [...fit, ...onScreen],
    printed: listed,
    onFirstPage: pagesFor(fit, repeated, room)[0] ?? listed,
    pagesWide: pages,
  };
}

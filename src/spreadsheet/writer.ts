/** Placed sheets → the bytes of an .xlsx file: the library's frame, filled with cells, merged ranges, links and charts. */
import type { Lang } from '../model/text.ts';
import { cellAddress } from './address.ts';
import { chartXml, contentTypes, type DrawnChart, drawingXml } from './charts.ts';
import { frameOf } from './frame.ts';
import { Ink } from './ink.ts';
import { outlineOf } from './outline.ts';
import { insert, type Parts, partOf, relate, sheetPart } from './parts.ts';
import type { PlacedBook, PlacedLink, PlacedSheet } from './placed.ts';
import { Recent } from './recent.ts';
import { rangeOf, type Shared, SharedTexts, writeRows } from './rows.ts';
import { entryStyle, type Style } from './style.ts';
import { stylesheet } from './stylesheet.ts';
import { escaped } from './xml.ts';
import { type Content, pack } from './zip.ts';

/** The parts that a reader wants first, then the others by name; entries for folders are no parts. */
const first = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];

/** The parts in a fixed order, so that the same book is always the same bytes. */
function inOrder<C>(parts: ReadonlyMap<string, C>): Map<string, C> {
  const rank = (name: string): number => (first.includes(name) ? first.indexOf(name) : first.length);
  const files = [...parts].filter(([name]) => !name.endsWith('/'));
  return new Map(files.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)));
}

/** Adds the charts of every sheet: chart and drawing parts, their relationships and content types. */
function addCharts(parts: Parts, bySheet: readonly (readonly DrawnChart[])[]): void {
  const overrides: string[] = [];
  let charts = 0;
  const add = (path: string, xml: string, kind: keyof typeof contentTypes): void => {
    parts.set(path, xml);
    overrides.push(`<Override PartName="/${path}" ContentType="${contentTypes[kind]}"/>`);
  };
  for (const [index, drawnHere] of bySheet.entries()) {
    if (drawnHere.length === 0) continue;
    const targets = drawnHere.map((chart) => {
      charts += 1;
      add(`xl/charts/chart${charts}.xml`, chartXml(chart), 'chart');
      return { kind: 'chart', target: `../charts/chart${charts}.xml` } as const;
    });
    const drawing = `drawing${index + 1}.xml`;
    add(`xl/drawings/${drawing}`, drawingXml(drawnHere), 'drawing');
    relate(parts, `xl/drawings/${drawing}`, targets);

    const sheet = sheetPart(index);
    const [id] = relate(parts, sheet, [{ kind: 'drawing', target: `../drawings/${drawing}` }]);
    parts.set(sheet, insert(partOf(parts, sheet), 'drawing', `<drawing r:id="${id}"/>`));
  }
  if (overrides.length === 0) return;
  const types = '[Content_Types].xml';
  parts.set(types, partOf(parts, types).replace('</Types>', `${overrides.join('')}</Types>`));
}

/** One for all workbooks, as each part is written without a pause. */
const ink = new Ink();

/** The links of a sheet: to a place in this workbook, to a file, or to a place in that. */
function linksXml(links: readonly PlacedLink[], parts: Parts, part: string): string {
  const linked = links.map(({ row, column, target }) => {
    const [, file = '', place = ''] = /^([^#]*)#?(.*)$/s.exec(target) ?? [];
    return { cell: cellAddress(row, column), file, place };
  });
  const files = [...new Set(linked.map(({ file }) => file).filter((file) => file !== ''))];
  const ids = new Map(
    relate(
      parts,
      part,
      files.map((target) => ({ kind: 'hyperlink', target })),
    ).map((id, index) => [files[index], id]),
  );
  return linked
    .map(({ cell, file, place }) => {
      const relation = file === '' ? '' : ` r:id="${ids.get(file)}"`;
      const location = place === '' ? '' : ` location="${escaped(place)}"`;
      return `<hyperlink ref="${cell}"${relation}${location}/>`;
    })
    .join('');
}

/** The columns of a sheet, neighbours of one kind together. Those that a reader fills in keep their format to the end. */
function columnsXml({ widths, entries }: PlacedSheet, styles: Shared['styles']): string {
  const formats = new Map(entries.map(({ column, format }) => [column, styles[entryStyle(format)]]));
  const columns: { readonly from: number; to: number; readonly kind: string }[] = [];
  widths.forEach((width, index) => {
    const style = formats.get(index + 1);
    const kind = `width="${width}"${style === undefined ? '' : ` style="${style}"`}`;
    const last = columns.at(-1);
    if (last?.kind === kind) last.to = index + 1;
    else columns.push({ from: index + 1, to: index + 1, kind });
  });
  const each = columns.map(
    ({ from, to, kind }) => `<col min="${from}" max="${to}" ${kind} customWidth="1"/>`,
  );
  return `<cols>${each.join('')}</cols>`;
}

/** Fills the frame of a sheet with all but its columns and rows. */
function fill(sheet: PlacedSheet, parts: Parts, part: string): void {
  const range = rangeOf(sheet.rows);
  let xml = partOf(parts, part).replace(/<dimension ref="[^"]*"/, `<dimension ref="${range}"`);
  if (sheet.merges.length > 0) {
    const merges = sheet.merges.map((merged) => `<mergeCell ref="${merged}"/>`).join('');
    xml = insert(xml, 'mergeCells', `<mergeCells count="${sheet.merges.length}">${merges}</mergeCells>`);
  }
  const links = linksXml(sheet.links, parts, part);
  if (links !== '') xml = insert(xml, 'hyperlinks', `<hyperlinks>${links}</hyperlinks>`);
  if (sheet.breaks.length > 0) {
    const each = sheet.breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('');
    const count = sheet.breaks.length;
    xml = insert(
      xml,
      'rowBreaks',
      `<rowBreaks count="${count}" manualBreakCount="${count}">${each}</rowBreaks>`,
    );
  }
  // Ids are texts that look like numbers, and they are to stay so: Excel need not mark each with a green corner.
  const ignored = `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>`;
  parts.set(part, insert(xml, 'ignoredErrors', ignored));
}

const emptyRows = /<sheetData(?:\/>|>.*<\/sheetData>)/s;

/** A filled frame with its columns and rows. */
function sheetBytes(sheet: PlacedSheet, frame: string, shared: Shared): Uint8Array {
  const [before = '', after = ''] = frame.split(emptyRows);
  ink.markup(before);
  ink.markup(columnsXml(sheet, shared.styles));
  writeRows(sheet.rows, shared, ink);
  ink.markup(after);
  return ink.take();
}

/** Frames by their outlines. */
const frames = new Recent<Promise<Parts>>(200);

/** The frame of a book, made once for all that differ in their blanks only. */
async function framed(book: PlacedBook, stamp: Date, lang: Lang): Promise<Parts> {
  const { outline, blanks } = outlineOf(book);
  const key = JSON.stringify([outline, stamp, lang]);
  const frame = await frames.of(key, () => frameOf(outline, stamp, lang));
  return new Map([...frame].map(([path, xml]) => [path, blanks.fill(xml)]));
}

/** Every style of a book, in the order of its use. */
function stylesOf({ sheets }: PlacedBook): Style[] {
  const styles: Style[] = [];
  const used: boolean[] = [];
  const use = (style: Style): void => {
    if (used[style]) return;
    used[style] = true;
    styles.push(style);
  };
  for (const { rows, entries } of sheets) {
    for (const { format } of entries) use(entryStyle(format));
    for (const { cells, at } of rows) for (const { styles: own } of cells) use(own[at] as Style);
  }
  return styles;
}

const stylesPart = 'xl/styles.xml';

/** The bytes of a workbook: the same for the same book, whenever and wherever they are made. */
export async function write(book: PlacedBook, stamp: Date, lang: Lang): Promise<Uint8Array> {
  const parts = await framed(book, stamp, lang);
  const { xml: styles, numbers } = await stylesheet(partOf(parts, stylesPart), stylesOf(book));
  parts.set(stylesPart, styles);
  book.sheets.forEach((sheet, index) => {
    fill(sheet, parts, sheetPart(index));
  });
  addCharts(
    parts,
    book.sheets.map(({ charts }) => charts),
  );
  const shared: Shared = { texts: new SharedTexts(), styles: numbers };
  const contents = new Map<string, Content>(parts);
  book.sheets.forEach((sheet, index) => {
    const part = sheetPart(index);
    contents.set(part, sheetBytes(sheet, partOf(parts, part), shared));
  });
  shared.texts.write(ink);
  contents.set('xl/sharedStrings.xml', ink.take());
  return pack(inOrder(contents));
}

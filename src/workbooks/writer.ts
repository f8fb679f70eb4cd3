/** Placed sheets → the bytes of an .xlsx file: the library's frame, filled with cells, merged ranges, links and charts. */
import type { Lang } from '../model/text.ts';
import { cellAddress } from './address.ts';
import { addCharts, inOrder } from './finish.ts';
import { frameOf } from './frame.ts';
import { insert, type Parts, partOf, relate, sheetPart } from './parts.ts';
import type { PlacedBook, PlacedCell, PlacedSheet } from './placed.ts';
import { rowsXml, type Shared, SharedTexts } from './rows.ts';
import { escaped } from './xml.ts';
import { pack } from './zip.ts';

/** The links of a sheet: to a place in this workbook, to a file, or to a place in that. */
function linksXml(cells: readonly PlacedCell[], parts: Parts, part: string): string {
  const linked = cells.flatMap(({ row, column, link }) => {
    if (link === null) return [];
    const [, file = '', place = ''] = /^([^#]*)#?(.*)$/s.exec(link) ?? [];
    return [{ cell: cellAddress(row, column), file, place }];
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

/** Fills the frame of a sheet. */
function fill(sheet: PlacedSheet, parts: Parts, part: string, shared: Shared): void {
  const { xml: rows, range } = rowsXml(sheet.cells, sheet.heights, shared);
  let xml = partOf(parts, part).replace(/<dimension ref="[^"]*"/, `<dimension ref="${range}"`);
  if (sheet.merges.length > 0) {
    const merges = sheet.merges.map((merged) => `<mergeCell ref="${merged}"/>`).join('');
    xml = insert(xml, 'mergeCells', `<mergeCells count="${sheet.merges.length}">${merges}</mergeCells>`);
  }
  const links = linksXml(sheet.cells, parts, part);
  if (links !== '') xml = insert(xml, 'hyperlinks', `<hyperlinks>${links}</hyperlinks>`);
  // Ids are texts that look like numbers, and they are to stay so: Excel need not mark each with a green corner.
  const ignored = `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>`;
  xml = insert(xml, 'ignoredErrors', ignored);
  const [start, end] = [xml.indexOf('<sheetData>'), xml.indexOf('</sheetData>')];
  if (start < 0 || end < 0) throw new Error(`${part} has no place for cells`);
  parts.set(part, xml.slice(0, start) + rows + xml.slice(end + '</sheetData>'.length));
}

/** The bytes of a workbook: the same for the same book, whenever and wherever they are made. */
export async function write(book: PlacedBook, stamp: Date, lang: Lang): Promise<Uint8Array> {
  const { parts, styles } = await frameOf(book, stamp, lang);
  const shared: Shared = { texts: new SharedTexts(), styles };
  book.sheets.forEach((sheet, index) => {
    fill(sheet, parts, sheetPart(index), shared);
  });
  parts.set('xl/sharedStrings.xml', shared.texts.xml());
  addCharts(
    parts,
    book.sheets.map(({ charts }) => charts),
  );
  return pack(inOrder(parts));
}

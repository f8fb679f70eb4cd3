/**
 * The finishing pass over a package: mends what the workbook library writes amiss, puts the parts into a fixed order
 * and packs them, so that the same book is always the same bytes.
 */
import { chartXml, contentTypes, type DrawnChart, drawingXml, relationsXml, relationXml } from './charts.ts';
import { type Parts, pack, readStored } from './zip.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The parts that a reader wants first, then the others by name; entries for folders are no parts. */
const first = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];

function inOrder(parts: Parts): Parts {
  const rank = (name: string): number => (first.includes(name) ? first.indexOf(name) : first.length);
  const files = [...parts].filter(([name]) => !name.endsWith('/'));
  return new Map(files.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)));
}

/**
 * Links into a workbook: the library makes a place in this one an external relationship whose target starts with `#`, and
 * leaves a place in another one behind the file's name. Here both become locations, and relationships name files only.
 */
function mendLinks(parts: Parts): void {
  for (const [name, content] of parts) {
    const sheet = /^xl\/worksheets\/(sheet\d+\.xml)$/.exec(name)?.[1];
    const relations = `xl/worksheets/_rels/${sheet}.rels`;
    const bytes = sheet === undefined ? undefined : parts.get(relations);
    if (bytes === undefined) continue;
    const places = new Map<string, { readonly location: string; readonly inFile: boolean }>();
    const kept = decoder.decode(bytes).replaceAll(/<Relationship [^>]*\/>/g, (relation) => {
      const id = /\bId="([^"]*)"/.exec(relation)?.[1];
      const [target, file, location] = /\bTarget="([^"#]*)#([^"]*)"/.exec(relation) ?? [];
      if (id === undefined || target === undefined || location === undefined) return relation;
      places.set(id, { location, inFile: file !== '' });
      return file === '' ? '' : relation.replace(target, `Target="${file}"`);
    });
    if (places.size === 0) continue;
    const mended = decoder.decode(content).replaceAll(/<hyperlink [^>]*\/>/g, (link) => {
      const cell = /\bref="([^"]*)"/.exec(link)?.[1];
      const [relation, id = ''] = /\br:id="([^"]*)"/.exec(link) ?? [];
      const place = places.get(id);
      if (place === undefined) return link;
      return `<hyperlink ref="${cell}"${place.inFile ? ` ${relation}` : ''} location="${place.location}"/>`;
    });
    parts.set(name, encoder.encode(mended));
    if (kept.includes('<Relationship ')) parts.set(relations, encoder.encode(kept));
    else parts.delete(relations);
  }
}

/** Ids are texts that look like numbers, and they are to stay so: Excel need not mark each with a green corner. */
function keepIdsAsText(parts: Parts): void {
  for (const [name, content] of parts) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) continue;
    const xml = decoder.decode(content);
    const cells = /<dimension ref="([^"]*)"/.exec(xml)?.[1];
    if (cells === undefined || !xml.includes('</headerFooter>')) continue;
    const ignored = `<ignoredErrors><ignoredError sqref="${cells}" numberStoredAsText="1"/></ignoredErrors>`;
    parts.set(name, encoder.encode(xml.replace('</headerFooter>', `</headerFooter>${ignored}`)));
  }
}

/** `<drawing>` has its place in a sheet: before the tables and before the sheet's own extensions, which come last. */
function placeOfDrawing(xml: string): number {
  for (const after of ['<legacyDrawing ', '<tableParts ']) {
    const at = xml.indexOf(after);
    if (at >= 0) return at;
  }
  return xml.endsWith('</extLst></worksheet>')
    ? xml.lastIndexOf('<extLst>')
    : xml.lastIndexOf('</worksheet>');
}

const freeId = (relations: string): string => {
  const taken = [...relations.matchAll(/\bId="rId(\d+)"/g)].map(([, number]) => Number(number));
  return `rId${Math.max(0, ...taken) + 1}`;
};

/** Adds the charts of every sheet: chart and drawing parts, their relationships and content types. */
function addCharts(parts: Parts, bySheet: readonly (readonly DrawnChart[])[]): void {
  const overrides: string[] = [];
  let charts = 0;
  const add = (path: string, xml: string, kind: keyof typeof contentTypes | null): void => {
    parts.set(path, encoder.encode(xml));
    if (kind !== null) overrides.push(`<Override PartName="/${path}" ContentType="${contentTypes[kind]}"/>`);
  };
  for (const [index, drawnHere] of bySheet.entries()) {
    if (drawnHere.length === 0) continue;
    const [sheet, drawing] = [`sheet${index + 1}.xml`, `drawing${index + 1}.xml`];
    const targets = drawnHere.map((chart, at) => {
      charts += 1;
      add(`xl/charts/chart${charts}.xml`, chartXml(chart), 'chart');
      return { id: `rId${at + 1}`, kind: 'chart', target: `../charts/chart${charts}.xml` } as const;
    });
    add(`xl/drawings/${drawing}`, drawingXml(drawnHere), 'drawing');
    add(`xl/drawings/_rels/${drawing}.rels`, relationsXml(targets), null);

    const path = `xl/worksheets/_rels/${sheet}.rels`;
    const known = decoder.decode(parts.get(path) ?? encoder.encode(relationsXml([])));
    const id = freeId(known);
    const own = relationXml({ id, kind: 'drawing', target: `../drawings/${drawing}` });
    add(path, known.replace('</Relationships>', `${own}</Relationships>`), null);
    const xml = decoder.decode(parts.get(`xl/worksheets/${sheet}`));
    const at = placeOfDrawing(xml);
    add(`xl/worksheets/${sheet}`, `${xml.slice(0, at)}<drawing r:id="${id}"/>${xml.slice(at)}`, null);
  }
  if (overrides.length === 0) return;
  const types = decoder.decode(parts.get('[Content_Types].xml'));
  add('[Content_Types].xml', types.replace('</Types>', `${overrides.join('')}</Types>`), null);
}

/** `charts`: those of each sheet, in the order of the sheets. */
export function finish(stored: Uint8Array, charts: readonly (readonly DrawnChart[])[]): Uint8Array {
  const parts = readStored(stored);
  mendLinks(parts);
  keepIdsAsText(parts);
  addCharts(parts, charts);
  return pack(inOrder(parts));
}

/**
 * The finishing pass over a package: mends what the workbook library writes amiss, puts the parts into a fixed order
 * and packs them, so that the same book is always the same bytes.
 */
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
 * Links within the workbook: the library makes each an external relationship whose target starts with `#`. Here they
 * become plain locations, and the relationships go.
 */
function mendLinks(parts: Parts): void {
  for (const [name, content] of parts) {
    const sheet = /^xl\/worksheets\/(sheet\d+\.xml)$/.exec(name)?.[1];
    const relations = `xl/worksheets/_rels/${sheet}.rels`;
    const bytes = sheet === undefined ? undefined : parts.get(relations);
    if (bytes === undefined) continue;
    const inside = new Map<string, string>();
    const kept = decoder.decode(bytes).replaceAll(/<Relationship [^>]*\/>/g, (relation) => {
      const id = /\bId="([^"]*)"/.exec(relation)?.[1];
      const target = /\bTarget="#([^"]*)"/.exec(relation)?.[1];
      if (id === undefined || target === undefined) return relation;
      inside.set(id, target);
      return '';
    });
    if (inside.size === 0) continue;
    const mended = decoder.decode(content).replaceAll(/<hyperlink [^>]*\/>/g, (link) => {
      const cell = /\bref="([^"]*)"/.exec(link)?.[1];
      const location = inside.get(/\br:id="([^"]*)"/.exec(link)?.[1] ?? '');
      return location === undefined ? link : `<hyperlink ref="${cell}" location="${location}"/>`;
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

export function finish(stored: Uint8Array): Uint8Array {
  const parts = readStored(stored);
  mendLinks(parts);
  keepIdsAsText(parts);
  return pack(inOrder(parts));
}

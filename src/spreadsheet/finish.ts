/** What the workbook library cannot write: charts; and the order in which the parts of a package are packed. */
import { chartXml, contentTypes, type DrawnChart, drawingXml } from './charts.ts';
import { insert, type Parts, partOf, relate, sheetPart } from './parts.ts';

/** The parts that a reader wants first, then the others by name; entries for folders are no parts. */
const first = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];

/** The parts in a fixed order, so that the same book is always the same bytes. */
export function inOrder<C>(parts: ReadonlyMap<string, C>): Map<string, C> {
  const rank = (name: string): number => (first.includes(name) ? first.indexOf(name) : first.length);
  const files = [...parts].filter(([name]) => !name.endsWith('/'));
  return new Map(files.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)));
}

/** Adds the charts of every sheet: chart and drawing parts, their relationships and content types. */
export function addCharts(parts: Parts, bySheet: readonly (readonly DrawnChart[])[]): void {
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

/** The parts of an .xlsx package by their paths, and what XML the sheets' parts are made of. */
import { escaped, xmlHead } from './xml.ts';

/** A package: the XML of each part. */
export type Parts = Map<string, string>;

/** The part of a sheet, counted from 0. */
export const sheetPart = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

export function partOf(parts: Parts, path: string): string {
  const xml = parts.get(path);
  if (xml === undefined) throw new Error(`the package has no part ${path}`);
  return xml;
}

/** What follows a sheet's cells, in the order of the schema: Excel repairs a file that has another. */
const order = [
  'sheetProtection',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'ignoredErrors',
  'drawing',
  'tableParts',
] as const;

/** Puts an element where a sheet's schema wants it. */
export function insert(xml: string, element: (typeof order)[number], content: string): string {
  const later = [...order.slice(order.indexOf(element) + 1).map((name) => `<${name}`), '</worksheet>'];
  const at = later.map((tag) => xml.indexOf(tag)).find((found) => found >= 0) ?? -1;
  if (at < 0) throw new Error('a sheet without an end');
  return xml.slice(0, at) + content + xml.slice(at);
}

const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Target {
  readonly kind: 'chart' | 'drawing' | 'hyperlink';
  /** A part, relative to the one that names it; of a link a file beside the workbook. */
  readonly target: string;
}

const relationXml = ({ kind, target }: Target, id: string): string =>
  `<Relationship Id="${id}" Type="${officeRelations}/${kind}" Target="${escaped(target)}"${kind === 'hyperlink' ? ' TargetMode="External"' : ''}/>`;

/** Adds relationships to a part; answers their ids. */
export function relate(parts: Parts, part: string, targets: readonly Target[]): string[] {
  if (targets.length === 0) return [];
  const at = part.lastIndexOf('/');
  const path = `${part.slice(0, at)}/_rels${part.slice(at)}.rels`;
  const known =
    parts.get(path) ??
    `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
  const taken = [...known.matchAll(/\bId="rId(\d+)"/g)].map(([, number]) => Number(number));
  const first = taken.reduce((most, each) => Math.max(most, each), 0) + 1;
  const ids = targets.map((_, index) => `rId${first + index}`);
  const added = targets.map((target, index) => relationXml(target, ids[index] ?? '')).join('');
  parts.set(
    path,
    known.replace('</Relationships>', () => `${added}</Relationships>`),
  );
  return ids;
}

/** A strict look at an .xlsx package: what makes Excel ask to repair a file. Answers a list of faults. */
import { inflateRawSync } from 'node:zlib';
import { type Range, utils } from '@e965/xlsx';

const decoder = new TextDecoder();

/** The parts of a package, unpacked. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const parts = new Map<string, string>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const size = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    parts.set(name, decoder.decode(inflateRawSync(bytes.subarray(start, start + size))));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

const tags = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}[\\s/>][^>]*>?`, 'g'))].map(([tag]) => tag);

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** Tags that do not close, stray ampersands, characters that XML forbids. */
function malformed(xml: string): string | null {
  const open: string[] = [];
  if (/(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/u.test(xml)) return 'a forbidden character';
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(xml)) return 'a stray ampersand';
  for (const [, closing, name = '', selfClosing] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(\/?)>/g,
  )) {
    if (selfClosing) continue;
    if (!closing) open.push(name);
    else if (open.pop() !== name) return `</${name}> closes nothing`;
  }
  return open.length === 0 ? null : `<${open.at(-1)}> is not closed`;
}

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

function resolve(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = folderOf(base).split('/').filter(Boolean);
  for (const part of target.split('/')) {
    if (part === '..') path.pop();
    else path.push(part);
  }
  return path.join('/');
}

/** The children of a worksheet in the order of the schema (CT_Worksheet): Excel repairs a file that has another. */
const sheetOrder = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** The children of a part's element, in order. */
function childrenOf(xml: string, parent: string): string[] {
  const children: string[] = [];
  let depth = 0;
  let inside = false;
  for (const [, closing, name = '', selfClosing] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(\/?)>/g,
  )) {
    if (closing) {
      if (inside && depth === 0) return children;
      depth -= inside ? 1 : 0;
    } else if (inside) {
      if (depth === 0) children.push(name);
      if (!selfClosing) depth += 1;
    } else if (name === parent) {
      if (selfClosing) return children;
      inside = true;
    }
  }
  return children;
}

const inOrder = (children: readonly string[], order: readonly string[]): boolean => {
  const places = children.map((child) => order.indexOf(child));
  return places.every((place, at) => place >= 0 && (at === 0 || place >= (places[at - 1] ?? 0)));
};

function outOfOrder(name: string, xml: string): string[] {
  const children = childrenOf(xml, 'worksheet');
  return inOrder(children, sheetOrder) ? [] : [`${name}: elements in the order ${children.join(' ')}`];
}

/** Excel takes one rule of what may be entered for a cell; other readers refuse a file that has two. */
function rulesOverOneCell(name: string, xml: string): string[] {
  const ranges = tags(xml, 'dataValidation').flatMap((tag) =>
    (attribute(tag, 'sqref') ?? '').split(' ').map((text) => ({ text, ...utils.decode_range(text) })),
  );
  const overlap = (a: Range, b: Range): boolean =>
    a.s.r <= b.e.r && b.s.r <= a.e.r && a.s.c <= b.e.c && b.s.c <= a.e.c;
  return ranges.flatMap((one, at) =>
    ranges
      .slice(at + 1)
      .flatMap((other) =>
        overlap(one, other) ? [`${name}: two rules of entry over ${one.text} and ${other.text}`] : [],
      ),
  );
}

function drawingFaults(name: string, xml: string): string[] {
  const ids = tags(xml, 'xdr:cNvPr').map((tag) => attribute(tag, 'id'));
  const frames = [...xml.matchAll(/<c:chart [^>]*r:id="([^"]*)"/g)].map(([, id]) => id);
  return [
    ...(new Set(ids).size < ids.length ? [`${name}: an id twice`] : []),
    ...(new Set(frames).size < frames.length ? [`${name}: one chart twice`] : []),
    ...(ids.length === frames.length ? [] : [`${name}: a frame without a chart`]),
  ];
}

const seriesOrder = {
  lineChart: ['c:idx', 'c:order', 'c:tx', 'c:spPr', 'c:marker', 'c:dLbls', 'c:cat', 'c:val', 'c:smooth'],
  barChart: ['c:idx', 'c:order', 'c:tx', 'c:spPr', 'c:invertIfNegative', 'c:dLbls', 'c:cat', 'c:val'],
} as const;
const chartOrder = {
  lineChart: ['c:grouping', 'c:varyColors', 'c:ser', 'c:dLbls', 'c:marker', 'c:axId'],
  barChart: [
    'c:barDir',
    'c:grouping',
    'c:varyColors',
    'c:ser',
    'c:dLbls',
    'c:gapWidth',
    'c:overlap',
    'c:axId',
  ],
} as const;
const axisOrder = [
  'c:axId',
  'c:scaling',
  'c:delete',
  'c:axPos',
  'c:majorGridlines',
  'c:title',
  'c:numFmt',
  'c:majorTickMark',
  'c:minorTickMark',
  'c:tickLblPos',
  'c:spPr',
  'c:txPr',
  'c:crossAx',
  'c:crosses',
  'c:auto',
  'c:lblAlgn',
  'c:lblOffset',
  'c:noMultiLvlLbl',
  'c:crossBetween',
];
const chartChildren = [
  'c:title',
  'c:autoTitleDeleted',
  'c:plotArea',
  'c:legend',
  'c:plotVisOnly',
  'c:dispBlanksAs',
];
const spaceChildren = ['c:date1904', 'c:roundedCorners', 'c:chart', 'c:spPr', 'c:txPr', 'c:printSettings'];

function chartFaults(name: string, xml: string, sheets: readonly string[]): string[] {
  const faults: string[] = [];
  const check = (parent: string, part: string, order: readonly string[]): void => {
    const children = childrenOf(part, parent);
    if (!inOrder(children, order)) faults.push(`${name}: ${parent} holds ${children.join(' ')}`);
  };
  check('c:chartSpace', xml, spaceChildren);
  check('c:chart', xml, chartChildren);
  for (const kind of ['lineChart', 'barChart'] as const)
    for (const [chart] of xml.matchAll(new RegExp(`<c:${kind}>[\\s\\S]*?</c:${kind}>`, 'g'))) {
      check(`c:${kind}`, chart, chartOrder[kind]);
      for (const [series] of chart.matchAll(/<c:ser>[\s\S]*?<\/c:ser>/g)) {
        check('c:ser', series, seriesOrder[kind]);
        if (kind === 'lineChart' && !series.includes('<c:smooth val="0"/>'))
          faults.push(`${name}: a line that Excel would bend`);
      }
    }
  for (const axis of ['c:catAx', 'c:valAx'])
    for (const [part] of xml.matchAll(new RegExp(`<${axis}>[\\s\\S]*?</${axis}>`, 'g')))
      check(axis, part, axisOrder);
  const of = (tag: string) => tags(xml, tag).map((each) => attribute(each, 'val'));
  const [axes, crossed] = [of('c:axId'), of('c:crossAx')];
  if (axes.length !== 4 || crossed.some((id) => !axes.includes(id)))
    faults.push(`${name}: axes that do not meet`);
  for (const what of ['c:idx', 'c:order']) {
    const ids = [...xml.matchAll(/<c:ser>[\s\S]*?<\/c:ser>/g)].flatMap(([series]) =>
      tags(series, what)
        .slice(0, 1)
        .map((tag) => attribute(tag, 'val')),
    );
    if (new Set(ids).size < ids.length) faults.push(`${name}: ${what} twice`);
  }
  for (const [, formula = ''] of xml.matchAll(/<c:f>([^<]*)<\/c:f>/g)) {
    const sheet = /^'((?:[^']|'')*)'!\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?$/.exec(unescaped(formula))?.[1];
    if (sheet === undefined || !sheets.includes(sheet.replaceAll("''", "'")))
      faults.push(`${name}: reads ${formula}`);
  }
  return faults;
}

/** Everything wrong with the package; empty when it is sound. */
export function faultsOf(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes);
  const faults: string[] = [];
  const types = parts.get('[Content_Types].xml') ?? '';
  const overrides = new Set(tags(types, 'Override').map((tag) => attribute(tag, 'PartName')?.slice(1)));
  const defaults = new Set(tags(types, 'Default').map((tag) => attribute(tag, 'Extension')));
  for (const [name, xml] of parts) {
    const wrong = malformed(xml);
    if (wrong !== null) faults.push(`${name}: ${wrong}`);
    if (/<v>(?:NaN|-?Infinity|undefined|null)<\/v>/.test(xml))
      faults.push(`${name}: a value that is no number`);
    if (name !== '[Content_Types].xml' && !overrides.has(name) && !defaults.has(name.split('.').at(-1) ?? ''))
      faults.push(`${name}: no content type`);
  }
  for (const name of overrides)
    if (name === undefined || !parts.has(name)) faults.push(`a content type for ${name}, which is not there`);

  for (const [name, xml] of parts) {
    if (!name.endsWith('.rels')) continue;
    const owner = name === '_rels/.rels' ? '' : name.replace('_rels/', '').replace(/\.rels$/, '');
    const ids = new Set<string>();
    for (const tag of tags(xml, 'Relationship')) {
      const id = attribute(tag, 'Id') ?? '';
      if (ids.has(id)) faults.push(`${name}: ${id} twice`);
      ids.add(id);
      const target = attribute(tag, 'Target') ?? '';
      if (attribute(tag, 'TargetMode') === 'External') {
        if (target.startsWith('#')) faults.push(`${name}: an internal link as an external one`);
      } else if (!parts.has(resolve(owner, target))) faults.push(`${name}: ${target} is not there`);
    }
    const used = [...(parts.get(owner) ?? '').matchAll(/\sr:id="([^"]*)"/g)].map((match) => match[1] ?? '');
    for (const id of used) if (!ids.has(id)) faults.push(`${owner}: relationship ${id} is not there`);
  }

  const workbook = parts.get('xl/workbook.xml') ?? '';
  const names = tags(workbook, 'sheet').map((tag) => unescaped(attribute(tag, 'name') ?? ''));
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length)
    faults.push('two sheets have one name');
  for (const name of names)
    if (name.length > 31 || /[[\]:*?/\\]/.test(name) || name === '') faults.push(`sheet name ${name}`);
  for (const [, content = ''] of workbook.matchAll(/<definedName\s[^>]*>([^<]*)</g)) {
    const sheet = /^'((?:[^']|'')*)'!/.exec(unescaped(content))?.[1]?.replaceAll("''", "'");
    if (sheet === undefined || !names.includes(sheet)) faults.push(`a defined name for ${content}`);
  }

  for (const [name, xml] of parts) {
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name))
      faults.push(...outOfOrder(name, xml), ...rulesOverOneCell(name, xml));
    if (name.startsWith('xl/drawings/drawing')) faults.push(...drawingFaults(name, xml));
    if (name.startsWith('xl/charts/chart')) faults.push(...chartFaults(name, xml, names));
  }

  const styles = parts.get('xl/styles.xml') ?? '';
  const styleCount = tags(/<cellXfs[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? '', 'xf').length;
  const strings = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(
    ([, text = '']) => unescaped(text.replaceAll(/<[^>]*>/g, '')),
  );
  const tableIds = new Set<string>();
  const tableNames = new Set<string>();
  for (const [name, xml] of parts) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) continue;
    for (const cell of tags(xml, 'c'))
      if (Number(attribute(cell, 's') ?? 0) >= styleCount)
        faults.push(`${name}: style ${attribute(cell, 's')}`);
    const relations = parts.get(name.replace('worksheets/', 'worksheets/_rels/').concat('.rels')) ?? '';
    for (const tag of tags(relations, 'Relationship')) {
      const target = resolve(name, attribute(tag, 'Target') ?? '');
      if (!target.startsWith('xl/tables/')) continue;
      const table = parts.get(target) ?? '';
      const head = tags(table, 'table')[0] ?? '';
      const id = attribute(head, 'id') ?? '';
      const tableName = (attribute(head, 'displayName') ?? '').toLowerCase();
      if (tableIds.has(id) || tableNames.has(tableName)) faults.push(`${target}: id or name twice`);
      tableIds.add(id);
      tableNames.add(tableName);
      if (!/^[a-z_][\w.]*$/.test(tableName) || /^[a-z]{1,3}\d+$/.test(tableName))
        faults.push(`${target}: name ${tableName}`);
      const ref = attribute(head, 'ref') ?? '';
      const [, left = '', top = '', right = '', bottom = ''] =
        /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? [];
      if (Number(bottom) <= Number(top)) faults.push(`${target}: no data row`);
      const columns = tags(table, 'tableColumn').map((each) =>
        unescaped(attribute(each, 'name') ?? '').replaceAll('_x000a_', '\n'),
      );
      if (new Set(columns.map((column) => column.toLowerCase())).size < columns.length)
        faults.push(`${target}: a column twice`);
      if (columnNumber(right) - columnNumber(left) + 1 !== columns.length)
        faults.push(`${target}: ${columns.length} columns in ${ref}`);
      const header = [
        ...xml.matchAll(new RegExp(`<c r="[A-Z]+${top}"[^>]*t="s"[^>]*><v>(\\d+)</v>`, 'g')),
      ].map(([, index]) => strings[Number(index)]);
      columns.forEach((column, index) => {
        if (header[index] !== column)
          faults.push(`${target}: column ${column} has the header ${header[index]}`);
      });
      for (const merged of tags(xml, 'mergeCell')) {
        const [, mergedTop = '', mergedBottom = ''] =
          /[A-Z]+(\d+):[A-Z]+(\d+)/.exec(attribute(merged, 'ref') ?? '') ?? [];
        if (Number(mergedBottom) >= Number(top) && Number(mergedTop) <= Number(bottom))
          faults.push(`${target}: merged cells within`);
      }
    }
  }
  return faults;
}

export const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

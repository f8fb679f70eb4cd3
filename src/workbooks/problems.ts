/** The lists of problems and of how each file was read: in the branch workbook, and in what `check` writes. */
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Reading } from '../model/package.ts';
import { columnsOfFiles } from '../model/table.ts';
import { tables } from '../model/tables/index.ts';
import { same, type Text } from '../model/text.ts';
import { code, marked, whole, words } from '../spreadsheet/cells.ts';
import { type Column, list } from '../spreadsheet/list.ts';
import type { Block, Link, List, Mark, Sheet } from '../spreadsheet/sheet.ts';

const severities: Readonly<Record<Severity, Mark>> = {
  error: { text: { zh: '错误', en: 'error' }, tone: 'bad' },
  warning: { text: { zh: '警告', en: 'warning' }, tone: 'warn' },
  note: { text: { zh: '提示', en: 'note' }, tone: 'muted' },
};

/** Where a problem can be put right, if anywhere: a link to its file and cell. */
export type LinkOf = (problem: Diagnostic) => Link | undefined;

const problemColumns = (linkOf: LinkOf): Column<Diagnostic>[] => [
  { key: 'number', header: { zh: '序号', en: 'No.' }, of: (_, index) => whole(index + 1) },
  {
    key: 'severity',
    header: { zh: '程度', en: 'Severity' },
    marks: Object.values(severities),
    of: ({ severity }) => marked(severities[severity]),
  },
  {
    key: 'message',
    header: { zh: '问题', en: 'Problem' },
    width: [24, 50],
    of: ({ message }) => words(message),
  },
  {
    key: 'hint',
    header: { zh: '如何处理', en: 'What to do' },
    width: [24, 50],
    of: ({ hint }) => words(hint),
  },
  {
    key: 'file',
    header: { zh: '文件', en: 'File' },
    width: [12, 26],
    of: (problem) => words(problem.at.file ?? null, { link: linkOf(problem) }),
  },
  {
    key: 'sheet',
    header: { zh: '工作表', en: 'Sheet' },
    width: [8, 16],
    of: ({ at }) => words(at.sheet ?? null),
  },
  { key: 'row', header: { zh: '行号', en: 'Row' }, of: ({ at }) => whole(at.row ?? null) },
  {
    key: 'column',
    header: { zh: '列', en: 'Column' },
    width: [8, 20],
    of: ({ at }) => words(at.column ?? null),
  },
  { key: 'value', header: { zh: '所见内容', en: 'Seen' }, width: [10, 24], of: ({ value }) => words(value) },
  {
    key: 'managers',
    header: { zh: '涉及客户经理', en: 'Managers' },
    width: [10, 24],
    of: ({ managers }) => words(same(managers.join(', '))),
  },
  { key: 'code', header: { zh: '代码', en: 'Code' }, width: [12, 26], of: ({ code: id }) => code(id) },
];

export const problemList = (
  problems: readonly Diagnostic[],
  linkOf: LinkOf = () => undefined,
  id = 'problems',
): List =>
  list(id, problemColumns(linkOf), problems, {
    empty: { zh: '没有问题，也没有提示', en: 'No problems and no notes' },
  });

const fileOf = ({ source }: Reading): string => source.file;

const readingColumns: Column<Reading>[] = [
  { key: 'file', header: { zh: '文件', en: 'File' }, width: [16, 30], of: (each) => words(fileOf(each)) },
  {
    key: 'sheet',
    header: { zh: '工作表', en: 'Sheet' },
    width: [8, 16],
    of: ({ source }) => words(source.sheet),
  },
  {
    key: 'table',
    header: { zh: '读作数据表', en: 'Table' },
    width: [12, 20],
    of: ({ table }) => words(tables[table].title),
  },
  {
    key: 'encoding',
    header: { zh: '编码', en: 'Encoding' },
    width: [10, 14],
    of: ({ encoding }) => words(encoding),
  },
  {
    key: 'headerRows',
    header: { zh: '表头行', en: 'Header rows' },
    of: ({ headerRows }) => code(headerRows.join(', ')),
  },
  { key: 'read', header: { zh: '读入行', en: 'Rows read' }, of: ({ rowsRead }) => whole(rowsRead) },
  { key: 'kept', header: { zh: '采用行', en: 'Kept' }, of: ({ rowsKept }) => whole(rowsKept) },
  { key: 'dropped', header: { zh: '剔除行', en: 'Dropped' }, of: ({ rowsDropped }) => whole(rowsDropped) },
  { key: 'inError', header: { zh: '错误行', en: 'In error' }, of: ({ rowsInError }) => whole(rowsInError) },
  {
    key: 'totals',
    header: { zh: '核对合计行', en: 'Totals checked' },
    of: ({ totalsChecked }) => whole(totalsChecked),
  },
];

const readingList = (readings: readonly Reading[]): List => list('readings', readingColumns, readings);

interface Mapped {
  readonly reading: Reading;
  readonly column: Reading['columns'][number];
}

const ignored: Mark = { text: { zh: '未使用', en: 'ignored' }, tone: 'warn' };

const unitFrom: Readonly<Record<'header' | 'title' | 'bank' | 'default', Text>> = {
  header: { zh: '表头', en: 'header' },
  title: { zh: '标题行', en: 'title row' },
  bank: { zh: '银行对照表', en: 'bank profile' },
  default: { zh: '默认', en: 'default' },
};

const byProfile: Mark = { text: { zh: '银行对照表', en: 'bank profile' }, tone: 'muted' };

const mappingColumns: Column<Mapped>[] = [
  {
    key: 'file',
    header: { zh: '文件', en: 'File' },
    width: [16, 30],
    of: ({ reading }) => words(fileOf(reading)),
  },
  {
    key: 'sheet',
    header: { zh: '工作表', en: 'Sheet' },
    width: [8, 16],
    of: ({ reading }) => words(reading.source.sheet),
  },
  { key: 'position', header: { zh: '第几列', en: 'Position' }, of: ({ column }) => whole(column.position) },
  {
    key: 'header',
    header: { zh: '文件中的列名', en: 'Header in the file' },
    width: [14, 30],
    of: ({ column }) => words(column.header),
  },
  {
    key: 'column',
    header: { zh: '读作', en: 'Read as' },
    width: [12, 24],
    marks: [ignored],
    of: ({ reading, column }) =>
      column.column === null ? marked(ignored) : words(columnTitle(reading, column.column)),
  },
  {
    key: 'by',
    header: { zh: '依据', en: 'Said by' },
    marks: [byProfile],
    of: ({ column }) => (column.byProfile ? marked(byProfile) : words(null)),
  },
  { key: 'unit', header: { zh: '单位', en: 'Unit' }, of: ({ column }) => words(column.unit) },
  {
    key: 'unitFrom',
    header: { zh: '单位出自', en: 'Unit from' },
    of: ({ column }) => words(column.unitFrom === null ? null : unitFrom[column.unitFrom]),
  },
];

/** A column's Chinese header; in English its canonical name. */
function columnTitle({ table }: Reading, column: string): Text {
  const declared = columnsOfFiles(tables[table]);
  return { zh: declared[column]?.headers[0] ?? column, en: column };
}

const mappingList = (readings: readonly Reading[]): List =>
  list(
    'mapping',
    mappingColumns,
    readings.flatMap((reading) => reading.columns.map((column) => ({ reading, column }))),
  );

const w = {
  readings: { zh: '读入情况', en: 'Readings' },
  readingsTitle: { zh: '文件读入情况', en: 'How each file was read' },
  mapping: { zh: '表头对照', en: 'Headers' },
  mappingTitle: { zh: '表头对照与单位', en: 'Headers and units, as they were read' },
};

/** Two sheets on what was understood of the files; `opening` makes the lines over each. */
export const readingSheets = (readings: readonly Reading[], opening: (title: Text) => Block): Sheet[] => [
  {
    id: 'readings',
    name: w.readings,
    kind: 'proof',
    blocks: [opening(w.readingsTitle), readingList(readings)],
  },
  {
    id: 'mapping',
    name: w.mapping,
    kind: 'proof',
    blocks: [opening(w.mappingTitle), mappingList(readings)],
  },
];

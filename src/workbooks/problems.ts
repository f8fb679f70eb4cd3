/** The lists of problems and of how each file was read: in the branch workbook, and in what `check` writes. */
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Reading } from '../model/package.ts';
import { columnsOfFiles } from '../model/table.ts';
import { tables } from '../model/tables/index.ts';
import { same, type Text } from '../model/text.ts';
import { code, marked, whole, words } from '../spreadsheet/cells.ts';
import { type Column, column, list } from '../spreadsheet/list.ts';
import type { Block, Link, List, Mark, Sheet } from '../spreadsheet/sheet.ts';

const severities: Readonly<Record<Severity, Mark>> = {
  error: { text: { zh: '错误', en: 'error' }, tone: 'bad' },
  warning: { text: { zh: '警告', en: 'warning' }, tone: 'warn' },
  note: { text: { zh: '提示', en: 'note' }, tone: 'muted' },
};

/** Where a problem can be put right, if anywhere: a link to its file and cell. */
export type LinkOf = (problem: Diagnostic) => Link | undefined;

const problemColumns = (linkOf: LinkOf): Column<Diagnostic>[] => [
  column('number', { zh: '序号', en: 'No.' }, (_, index) => whole(index + 1)),
  column('severity', { zh: '程度', en: 'Severity' }, { marks: Object.values(severities) }, ({ severity }) =>
    marked(severities[severity]),
  ),
  column('message', { zh: '问题', en: 'Problem' }, [24, 50], ({ message }) => words(message)),
  column('hint', { zh: '如何处理', en: 'What to do' }, [24, 50], ({ hint }) => words(hint)),
  column('file', { zh: '文件', en: 'File' }, [12, 26], (problem) =>
    words(problem.at.file ?? null, { link: linkOf(problem) }),
  ),
  column('sheet', { zh: '工作表', en: 'Sheet' }, [8, 16], ({ at }) => words(at.sheet ?? null)),
  column('row', { zh: '行号', en: 'Row' }, ({ at }) => whole(at.row ?? null)),
  column('column', { zh: '列', en: 'Column' }, [8, 20], ({ at }) => words(at.column ?? null)),
  column('value', { zh: '所见内容', en: 'Seen' }, [10, 24], ({ value }) => words(value)),
  column('managers', { zh: '涉及客户经理', en: 'Managers' }, [10, 24], ({ managers }) =>
    words(same(managers.join(', '))),
  ),
  column('code', { zh: '代码', en: 'Code' }, { width: [12, 26], onScreen: true }, ({ code: id }) => code(id)),
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
  column('file', { zh: '文件', en: 'File' }, [16, 30], (each) => words(fileOf(each))),
  column('sheet', { zh: '工作表', en: 'Sheet' }, [8, 16], ({ source }) => words(source.sheet)),
  column('table', { zh: '读作数据表', en: 'Table' }, [12, 20], ({ table }) => words(tables[table].title)),
  column('encoding', { zh: '编码', en: 'Encoding' }, [10, 14], ({ encoding }) => words(encoding)),
  column('headerRows', { zh: '表头行', en: 'Header rows' }, ({ headerRows }) => code(headerRows.join(', '))),
  column('read', { zh: '读入行', en: 'Rows read' }, ({ rowsRead }) => whole(rowsRead)),
  column('kept', { zh: '采用行', en: 'Kept' }, ({ rowsKept }) => whole(rowsKept)),
  column('dropped', { zh: '剔除行', en: 'Dropped' }, ({ rowsDropped }) => whole(rowsDropped)),
  column('inError', { zh: '错误行', en: 'In error' }, ({ rowsInError }) => whole(rowsInError)),
  column('totals', { zh: '核对合计行', en: 'Totals checked' }, ({ totalsChecked }) => whole(totalsChecked)),
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
  column('file', { zh: '文件', en: 'File' }, [16, 30], ({ reading }) => words(fileOf(reading))),
  column('sheet', { zh: '工作表', en: 'Sheet' }, [8, 16], ({ reading }) => words(reading.source.sheet)),
  column('position', { zh: '第几列', en: 'Position' }, ({ column }) => whole(column.position)),
  column('header', { zh: '文件中的列名', en: 'Header in the file' }, [14, 30], ({ column }) =>
    words(column.header),
  ),
  column(
    'column',
    { zh: '读作', en: 'Read as' },
    { width: [12, 24], marks: [ignored] },
    ({ reading, column }) =>
      column.column === null ? marked(ignored) : words(columnTitle(reading, column.column)),
  ),
  column('by', { zh: '依据', en: 'Said by' }, { marks: [byProfile] }, ({ column }) =>
    column.byProfile ? marked(byProfile) : words(null),
  ),
  column('unit', { zh: '单位', en: 'Unit' }, ({ column }) => words(column.unit)),
  column('unitFrom', { zh: '单位出自', en: 'Unit from' }, ({ column }) =>
    words(column.unitFrom === null ? null : unitFrom[column.unitFrom]),
  ),
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

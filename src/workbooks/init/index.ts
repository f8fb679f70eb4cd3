/** The workbook of an empty package: a sheet for each table to fill in, and notes that hold the examples. */
import type { Quarter } from '../../model/calendar.ts';
import { packageExtras } from '../../model/package.ts';
import type { DeclaredWords } from '../../model/table.ts';
import { requiredTables, type TableId, tables } from '../../model/tables/index.ts';
import { inBoth, join, type Lang, same, type Text } from '../../model/text.ts';
import { marked, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import type { Book, Mark, Sheet } from '../../spreadsheet/sheet.ts';
import { bytesOf } from '../bytes.ts';
import { quarterWords } from '../words.ts';
import {
  blankMeans,
  columnsOf,
  type DeclaredColumn,
  exampleOf,
  hasDropDown,
  headerOf,
  howOf,
  kinds,
  mustBeFilled,
} from './columns.ts';

const w = {
  title: { zh: '考核数据填报', en: 'Package to fill in' },
  notesTitle: { zh: '填写说明与示例', en: 'Notes and examples' },
  how: [
    {
      zh: '每个工作表填一类数据，一行一条。列名不要改；带 * 的列必须有。',
      en: 'One sheet for each kind of data, one row for each record. Keep the headers; those with * must be there.',
    },
    {
      zh: '示例只写在本工作表的“示例”列，不会被当成数据；其他工作表里填的每一行都会参加考核。',
      en: 'Examples stand on this sheet only and are never read; every row of the other sheets is appraised.',
    },
    {
      zh: '没有某类数据：选填表留空或删去均可；必填表请删去工作表，并在 package.yaml 的 absent 中写明。',
      en: 'No data of a kind: leave an optional sheet empty, or remove it; remove a required one and name it under absent in package.yaml.',
    },
  ],
  below: {
    zh: '从列名下面一行起填写，只填真实数据；示例和填法见“填写说明”。',
    en: 'Fill in from the row below the headers, real data only; examples are on the sheet “Notes”.',
  },
  required: { text: { zh: '必填', en: 'required' }, tone: 'warn' },
  optional: { text: { zh: '选填', en: 'optional' }, tone: 'muted' },
  empty: { zh: '', en: '' },
} as const satisfies Record<string, Text | Mark | readonly Text[]>;

/** A sheet is recognised by its name: the table's title, in English its id. */
const sheetName = (table: TableId): Text => ({ zh: tables[table].title.zh, en: tables[table].names[0] });

const mustBeThere = (table: TableId): boolean => requiredTables.some((required) => required === table);

/** The order in which a person fills them in: those that must be there first. */
const inOrder = (tables: readonly TableId[]): TableId[] =>
  [...tables].sort((a, b) => Number(mustBeThere(b)) - Number(mustBeThere(a)));

const entryColumn = (declared: DeclaredColumn): Column<never> =>
  column(
    declared.name,
    headerOf(declared),
    {
      width: [12, 26],
      entry: {
        format: kinds[declared.column.kind].format,
        ...(declared.column.kind === 'choice' && hasDropDown(declared.column)
          ? { choices: declared.column.choices.map(({ text }) => text), open: declared.column.open !== false }
          : {}),
      },
    },
    () => words(null),
  );

const tableSheet = (table: TableId, declared: DeclaredWords): Sheet => ({
  id: table,
  name: sheetName(table),
  kind: 'list',
  blocks: [
    { kind: 'title', text: sheetName(table), lines: [w.below] },
    list<never>(table, columnsOf(table, declared).map(entryColumn), [], { empty: w.empty }),
  ],
});

const noteColumns: Column<DeclaredColumn>[] = [
  column('sheet', { zh: '工作表', en: 'Sheet' }, [12, 16], ({ table }) =>
    words(sheetName(table), { look: 'strong' }),
  ),
  column('kind', { zh: '该表', en: 'The sheet' }, { marks: [w.required, w.optional] }, ({ table }) =>
    marked(mustBeThere(table) ? w.required : w.optional),
  ),
  column('column', { zh: '列名', en: 'Column' }, [16, 26], (declared) =>
    words(headerOf(declared), { look: 'strong' }),
  ),
  column('required', { zh: '该列', en: 'The column' }, { marks: [w.required, w.optional] }, (declared) =>
    marked(mustBeFilled(declared) ? w.required : w.optional),
  ),
  column('example', { zh: '示例', en: 'Example' }, [16, 26], (declared) =>
    words(exampleOf(declared), { tone: 'muted' }),
  ),
  column('how', { zh: '填法', en: 'How' }, [20, 40], ({ column }) => words(howOf(column))),
  column('choices', { zh: '可选内容', en: 'Choices' }, [16, 40], ({ column }) =>
    words(
      column.kind === 'choice'
        ? inBoth((lang) => column.choices.map(({ text }) => text[lang]).join(lang === 'zh' ? '、' : ', '))
        : null,
    ),
  ),
  column('blank', { zh: '空白表示', en: 'A blank is' }, (declared) => words(blankMeans(declared))),
  column('aliases', { zh: '也认得的列名', en: 'Other headers it knows' }, [16, 40], ({ column }) =>
    words(same(column.headers.slice(1).join('、')), { tone: 'muted' }),
  ),
];

const notesSheet = (tables: readonly TableId[], declared: DeclaredWords): Sheet => ({
  id: 'notes',
  name: packageExtras.notes,
  kind: 'list',
  blocks: [
    { kind: 'title', text: w.notesTitle, lines: w.how },
    list(
      'notes',
      noteColumns,
      inOrder(tables).flatMap((table) => columnsOf(table, declared)),
    ),
  ],
});

const emptyPackageBook = (period: Text, tables: readonly TableId[], declared: DeclaredWords): Book => ({
  title: join([w.title, period], ' '),
  foot: [w.title, period],
  sheets: [notesSheet(tables, declared), ...inOrder(tables).map((table) => tableSheet(table, declared))],
});

/**
 * An empty package: a sheet for each of these tables, which are those that the policies make use of, and notes; the
 * drop-down of grades holds the policy's own.
 */
export const emptyPackageWorkbook = (
  period: Quarter,
  tables: readonly TableId[],
  declared: DeclaredWords,
  lang: Lang,
): Promise<Uint8Array> => bytesOf(emptyPackageBook(quarterWords(period), tables, declared), { period }, lang);

/** What was understood of each file: how it was read, which column is which, and what became of its rows. */
import { columnLetter } from '../intake/files/sheet.ts';
import { describePlace } from '../model/describe.ts';
import type { Reading } from '../model/package.ts';
import { columnsOfFiles } from '../model/table.ts';
import { tables } from '../model/tables/index.ts';
import type { Lang, Text } from '../model/text.ts';
import { printable } from './printable.ts';

const unitFrom: Readonly<Record<'header' | 'title' | 'bank' | 'default', Text>> = {
  header: { zh: '见表头', en: 'from the header' },
  title: { zh: '见标题行', en: 'from a title line' },
  bank: { zh: '见银行对照表', en: 'from the bank profile' },
  default: { zh: '未注明', en: 'not stated' },
};

export function readingLines(reading: Reading, lang: Lang): string[] {
  const { source, table, encoding, headerRows } = reading;
  const place = printable(describePlace(source, lang));
  const rows = headerRows.join('–');
  const how = {
    zh: `  表头第 ${rows} 行${encoding === null ? '' : `；编码 ${encoding}`}`,
    en: `  header in row ${rows}${encoding === null ? '' : `; encoding ${encoding}`}`,
  };
  const used = reading.columns.filter(({ column }) => column !== null);
  const ignored = reading.columns.filter(({ column }) => column === null);
  const letters = ({ position, header }: Reading['columns'][number]): string =>
    `${columnLetter(position - 1)} “${printable(header)}”`;
  return [
    `${place} → ${tables[table].title[lang]}`,
    how[lang],
    ...used.map(
      (column) =>
        `  ${letters(column)} → ${titleOf(reading, column.column ?? '')[lang]}${unitOf(column, lang)}${byProfile(column)[lang]}`,
    ),
    ...(ignored.length === 0
      ? []
      : [
          `  ${{ zh: '不采用：', en: 'ignored: ' }[lang]}${ignored.map(letters).join({ zh: '、', en: ', ' }[lang])}`,
        ]),
    `  ${countsOf(reading)[lang]}`,
  ];
}

function unitOf({ unit, unitFrom: from }: Reading['columns'][number], lang: Lang): string {
  if (unit === null || from === null) return '';
  return {
    zh: `，单位 ${printable(unit)}（${unitFrom[from].zh}）`,
    en: `, in ${printable(unit)} (${unitFrom[from].en})`,
  }[lang];
}

const byProfile = ({ byProfile: said }: Reading['columns'][number]): Text =>
  said ? { zh: '（按银行对照表）', en: ' (by the bank profile)' } : { zh: '', en: '' };

function titleOf({ table }: Reading, column: string): Text {
  const declared = columnsOfFiles(tables[table]);
  return { zh: declared[column]?.headers[0] ?? column, en: column };
}

const countsOf = ({ rowsRead, rowsKept, rowsDropped, rowsInError, totalsChecked }: Reading): Text => ({
  zh: `读入 ${rowsRead} 行：采用 ${rowsKept}，剔除（合计、空白、注释等）${rowsDropped}，有错 ${rowsInError}；核对合计 ${totalsChecked} 行`,
  en: `rows read: ${rowsRead}; kept ${rowsKept}, dropped (totals, blanks, notes) ${rowsDropped}, in error ${rowsInError}; totals checked: ${totalsChecked}`,
});

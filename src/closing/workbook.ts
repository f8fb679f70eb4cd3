/** `decisions.xlsx`: what waits for a person, to be filled in. All but the cells for answers is locked, without a password. */
import { lastDay } from '../model/calendar.ts';
import type { ClosingBasis } from '../model/closing.ts';
import { join, type Lang, type Text } from '../model/text.ts';
import { words } from '../spreadsheet/cells.ts';
import { type Column, column, list } from '../spreadsheet/list.ts';
import { placeBook } from '../spreadsheet/place.ts';
import type { Book, Cell, Sheet } from '../spreadsheet/sheet.ts';
import { tabName } from '../spreadsheet/tabs.ts';
import { write } from '../spreadsheet/writer.ts';
import { policyName, quarterWords } from '../workbooks/words.ts';
import { type AnswerColumn, type AskedRow, type AskedSheet, askedSheets, idCells, w } from './sheets.ts';

const v = {
  book: { zh: '决定表', en: 'Decisions' },
  how: {
    zh: '请把本文件复制到结果文件夹之外再填写。只填黄色单元格；每行第一个黄色单元格空着，表示尚未决定。列可以移动，行和编号不要删改。',
    en: 'Copy this file out of the result before filling it in. Only the yellow cells; where the first of a row is blank nothing is decided yet. Columns may be moved; leave rows and numbers as they are.',
  },
  off: {
    zh: '本次运行没有列出的人：写明工号、处理和说明。',
    en: 'Whoever the run did not name: give the id, the decision and a note.',
  },
} as const satisfies Record<string, Text>;

/** Before the twelve digits: what is filled in is read with its own run only. */
export const fingerprintWord: Text = { zh: '运行指纹', en: 'run' };

const formats: Readonly<Record<AnswerColumn['kind'], Cell['format']>> = {
  choice: 'text',
  date: 'date',
  text: 'code',
  id: 'code',
};

const answerCell = (row: AskedRow, { key, kind, choices }: AnswerColumn): Cell => ({
  value: row.proposed[key] ?? null,
  format: formats[kind],
  look: 'answer',
  open: true,
  choices: choices.length === 0 ? undefined : choices.map(({ text }) => text),
});

function sheetOf(asked: AskedSheet, basis: ClosingBasis): Sheet {
  const people = new Map(basis.people.map((each) => [each.id, each]));
  const personOf = ({ managerId }: AskedRow) => (managerId === null ? null : (people.get(managerId) ?? null));
  const ids = [w.id, w.managerId, w.name].map(
    (header, index): Column<AskedRow> =>
      column(
        `id${index}`,
        header,
        { names: true, width: [8, 30] },
        (row) => idCells(row, personOf(row))[index] ?? words(null),
      ),
  );
  const columns: Column<AskedRow>[] = [
    ...(asked.kind === 'others' ? ids.slice(0, 1) : ids),
    ...asked.known.map(
      (header, index): Column<AskedRow> =>
        column(`known${index}`, header, [8, 32], ({ known }) => known[index] ?? words(null)),
    ),
    ...asked.answers.map(
      (each): Column<AskedRow> => column(each.key, each.header, [14, 26], (row) => answerCell(row, each)),
    ),
  ];
  const { period, policy, fingerprint } = basis;
  const what = join(
    [quarterWords(period), policyName(policy), join([fingerprintWord, fingerprint], ' ')],
    ' · ',
  );
  return {
    id: asked.kind,
    name: tabName(asked.name),
    given: true,
    kind: 'answers',
    blocks: [
      { kind: 'title', text: asked.name, lines: [what, v.how, ...(asked.kind === 'others' ? [v.off] : [])] },
      list(asked.kind, columns, asked.rows),
    ],
  };
}

const decisionsBook = (basis: ClosingBasis): Book => ({
  title: join([v.book, quarterWords(basis.period)], ' '),
  foot: [join([policyName(basis.policy), basis.fingerprint], ' · '), quarterWords(basis.period)],
  sheets: askedSheets(basis).map((each) => sheetOf(each, basis)),
});

/** Its bytes, dated with the last day of the period. */
export const decisionsWorkbook = (basis: ClosingBasis, lang: Lang): Promise<Uint8Array> =>
  write(placeBook(decisionsBook(basis), lang), new Date(`${lastDay(basis.period)}T00:00:00Z`), lang);

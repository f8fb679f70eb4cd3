/** `units/<sub-branch>.xlsx`: what concerns a sub-branch's own people, and nobody else. */
import type { WarnedQuestion } from '../model/closing.ts';
import { type Lang, same, type Text } from '../model/text.ts';
import { articleWords } from '../model/words.ts';
import { managerFileName } from '../workbooks/file-name.ts';
import type { Appointed, Handled, HeldToAccount } from './decisions.ts';
import { w } from './sheets.ts';
import { bookOf, type Closed, type Field, gradeWord, listSheet, roleWord } from './view.ts';

const v = {
  appointed: { zh: '聘任名单', en: 'Appointments' },
  warnings: { zh: '预警实施情况', en: 'Warnings and what was done' },
  filed: { zh: '备案表', en: 'To be filed' },
  standby: { zh: '待岗培训名单', en: 'Standby and training' },
  watched: { zh: '监察名单', en: 'Watch list' },
  open: { zh: '未决', en: 'open' },
  day: { zh: '日期', en: 'Date' },
  reference: { zh: '文号', en: 'Document number' },
  filedOn: { zh: '报备日期', en: 'Filed on' },
  note: { zh: '说明', en: 'Note' },
  loan: { zh: '借据号', en: 'Loan' },
  customer: { zh: '客户名称', en: 'Customer' },
} as const satisfies Record<string, Text>;

/** One workbook for each unit that something concerns, by its file's name. */
export async function* unitWorkbooks(
  closed: Closed,
  lang: Lang,
): AsyncGenerator<{ readonly name: string; readonly bytes: Uint8Array }> {
  const units = [...new Set(closed.basis.people.map(({ unit }) => unit))].sort();
  for (const unit of units) {
    const bytes = await unitWorkbook(closed, unit, lang);
    if (bytes !== null) yield { name: `units/${managerFileName(unit, '')}`, bytes };
  }
}

function unitWorkbook(closed: Closed, unit: string, lang: Lang): Promise<Uint8Array | null> {
  const { basis, decisions } = closed;
  const own = new Set(basis.people.filter((each) => each.unit === unit).map(({ id }) => id));
  const ofOwn = <R extends Concerning>(rows: readonly R[]): R[] =>
    rows.filter(({ managerId }) => own.has(managerId));
  const { measures, lists } = basis.rules.warnings;
  const actions = basis.rules.appointments?.actions ?? {};
  const measureWord = ({ measure }: Handled): Text => measures[measure]?.title ?? same(measure);
  const actionWord = ({ action }: Appointed): Text =>
    basis.actions.find(({ id }) => id === action)?.title ?? same(action);
  const answerTo = ({ id }: WarnedQuestion) => decisions.handled.find(({ warned }) => warned?.id === id);
  const appointed = ofOwn(decisions.appointed);
  const warned = ofOwn(basis.warnings);
  const dated: readonly Field<Handled | HeldToAccount | Appointed>[] = [
    ['date', v.day, ({ date }) => date],
    ['text', v.reference, ({ reference }) => reference],
  ];
  const answered: readonly Field<WarnedQuestion>[] = [
    ['text', w.basis, (row) => row.basis],
    [
      'text',
      w.measure,
      (row) => {
        const answer = answerTo(row);
        return answer === undefined ? v.open : measureWord(answer);
      },
    ],
    ['date', v.day, (row) => answerTo(row)?.date ?? null],
    ['text', v.reference, (row) => answerTo(row)?.reference ?? ''],
  ];
  const held: Field<Appointed> = ['text', w.held, ({ proposal }) => gradeWord(basis, proposal.held)];
  const filed: readonly (Handled | HeldToAccount | Appointed)[] = [
    ...ofOwn(decisions.handled),
    ...ofOwn(decisions.liable),
    ...appointed,
  ].filter(({ date }) => date !== null);
  const sheets = [
    listSheet(
      basis,
      'appointed',
      v.appointed,
      appointed.filter(({ grade }) => grade !== null),
      idOf,
      [
        held,
        ['text', w.action, actionWord],
        ['text', w.grade, ({ grade }) => gradeWord(basis, grade)],
        ['text', w.body, ({ body }) => body],
        ...dated,
      ],
    ),
    listSheet(basis, 'warnings', v.warnings, warned, idOf, [
      ['text', w.level, ({ level }) => level],
      ['text', w.reason, ({ title }) => title],
      ['text', w.article, ({ article }) => articleWords(article)],
      ...answered,
    ]),
    listSheet(basis, 'filed', v.filed, filed, idOf, [
      [
        'text',
        w.measure,
        (row) => ('measure' in row ? measureWord(row) : 'action' in row ? actionWord(row) : row.decision),
      ],
      ...dated,
      ['text', v.note, ({ note }) => note],
      ['text', v.filedOn, () => ''],
    ]),
    listSheet(
      basis,
      'explanations',
      roleWord(basis, 'explanation'),
      warned.filter(({ list }) => lists.includes(list)),
      idOf,
      answered,
    ),
    listSheet(
      basis,
      'training',
      v.standby,
      appointed.filter(({ action }) => actions[action]?.standby === true),
      idOf,
      [held, ...dated],
    ),
    listSheet(basis, 'watched', v.watched, ofOwn(basis.watched), idOf, [
      ['text', v.loan, ({ loanId }) => loanId],
      ['text', v.customer, ({ customerName }) => customerName],
      ['text', w.reason, ({ reasons }) => reasons],
    ]),
  ];
  return bookOf(basis, same(unit), sheets, lang);
}

interface Concerning {
  readonly managerId: string;
}

const idOf = ({ managerId }: Concerning): string => managerId;

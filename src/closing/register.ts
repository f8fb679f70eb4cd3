/** `register.xlsx`: who stands under what, what falls due next quarter, and what is not decided yet. */
import { inForceOn } from '../model/admonitions.ts';
import { lastDay, shiftQuarter, yearOf } from '../model/calendar.ts';
import type { Due } from '../model/closing.ts';
import { join, type Lang, type Text } from '../model/text.ts';
import type { Sheet } from '../spreadsheet/sheet.ts';
import { admonitionsOn } from './ledger.ts';
import { examWord } from './roster.ts';
import { w } from './sheets.ts';
import { bookOf, type Closed, listSheet, owedIn, roleWord } from './view.ts';

const v = {
  book: { zh: '登记簿', en: 'Register' },
  under: { zh: '在册', en: 'In force: ' },
  records: { zh: '记录', en: ' on record' },
  trainees: { zh: '见习人员', en: 'Trainees' },
  due: { zh: '下季到期事项', en: 'Due next quarter' },
  undecided: { zh: '未决事项', en: 'Not decided' },
  reference: { zh: '文号', en: 'Document number' },
  note: { zh: '说明', en: 'Note' },
  day: { zh: '日期', en: 'Date' },
  halved: { zh: '费用减半至', en: 'Fees halved until' },
  again: { zh: '再次受到时', en: 'Another one' },
  what: { zh: '事项', en: 'What' },
  sheet: { zh: '所在表', en: 'Sheet' },
  exam: { zh: '期满考试', en: 'Exam' },
  over: { zh: '期满', en: ' ends' },
  traineeOver: { zh: '见习期满', en: 'The traineeship ends' },
  examMissing: { zh: '见习期满考试尚无结果', en: 'The exam has no result yet' },
  owed: { zh: '待收', en: 'owed: ' },
} as const satisfies Record<string, Text>;

/** What falls due by the end of the next quarter. */
function dueIn(closed: Closed): Due[] {
  const { basis, decisions, ledger } = closed;
  const last = lastDay(shiftQuarter(basis.period, 1));
  const answered = new Map(decisions.trainees.map((each) => [each.managerId, each]));
  return [
    ...admonitionsOn(ledger, basis)
      .filter(({ until }) => until > lastDay(basis.period) && until <= last)
      .map(({ event, until }) => ({
        managerId: event.managerId,
        what: join([roleWord(basis, 'admonition'), v.over]),
        on: until,
      })),
    ...basis.traineeship.flatMap(({ managerId, until }): Due[] => {
      const answer = answered.get(managerId);
      const over = { managerId, what: v.traineeOver, on: answer?.until ?? until };
      return answer?.exam ? [over] : [over, { managerId, what: v.examMissing, on: null }];
    }),
    ...basis.due,
    ...owedIn(closed).map(({ managerId }) => ({
      managerId,
      what: join([v.owed, roleWord(basis, 'explanation')]),
      on: null,
    })),
  ];
}

export function registerWorkbook(closed: Closed, lang: Lang): Promise<Uint8Array | null> {
  const { basis } = closed;
  const sheets = [
    underAdmonition(closed),
    ...records(closed),
    trainees(closed),
    listSheet(basis, 'due', v.due, dueIn(closed), ({ managerId }) => managerId, [
      ['text', v.what, ({ what }) => what],
      ['date', v.day, ({ on }) => on],
    ]),
    listSheet(basis, 'undecided', v.undecided, closed.decisions.undecided, ({ row }) => row.managerId ?? '', [
      ['text', v.sheet, ({ sheet }) => sheet.name],
      ['text', w.id, ({ row }) => row.number],
    ]),
  ];
  return bookOf(basis, v.book, sheets, lang);
}

/** In force when the quarter ended, or begun by a decision since. */
function underAdmonition({ basis, ledger }: Closed): Sheet | null {
  const today = lastDay(basis.period);
  return listSheet(
    basis,
    'under',
    join([v.under, roleWord(basis, 'admonition')]),
    admonitionsOn(ledger, basis).filter((each) => inForceOn(each, today) || each.event.date > today),
    ({ event }) => event.managerId,
    [
      ['date', w.since, ({ event }) => event.date],
      ['date', w.until, ({ until }) => until],
      ['text', v.reference, ({ event }) => event.reference],
      ['date', v.halved, ({ until }) => until],
    ],
  );
}

/** What was recorded this year and last, of the kinds of which another one means something. */
function records({ basis, ledger }: Closed): (Sheet | null)[] {
  const year = yearOf(basis.period);
  return Object.entries(basis.rules.warnings.measures).flatMap(([id, { records: kind, again }]) => {
    if (again === undefined) return [];
    const title = basis.events.find((each) => each.id === kind)?.title ?? '';
    const rows = ledger.filter((each) => each.kind === kind && yearOf(each.date) >= year - 1);
    return listSheet(basis, `records-${id}`, join([title, v.records]), rows, ({ managerId }) => managerId, [
      ['date', v.day, ({ date }) => date],
      ['text', v.reference, ({ reference }) => reference],
      ['text', v.note, ({ note }) => note],
      ['text', v.again, () => again],
    ]);
  });
}

function trainees({ basis, decisions }: Closed): Sheet | null {
  const { columns, rows } = basis.roster;
  const on = new Map(rows.map((cells) => [cells[columns.indexOf('manager_id')] ?? '', cells]));
  const cell = (id: string, column: string): string => on.get(id)?.[columns.indexOf(column)] ?? '';
  const grades = new Set(basis.ladder.filter(({ trainee }) => trainee).map(({ id }) => id));
  const answer = (id: string) => decisions.trainees.find(({ managerId }) => managerId === id);
  const asked = (id: string) => basis.traineeship.find(({ managerId }) => managerId === id);
  return listSheet(
    basis,
    'trainees',
    v.trainees,
    basis.people.filter(({ grade }) => grades.has(grade)),
    ({ id }) => id,
    [
      ['date', w.since, ({ id }) => cell(id, 'trainee_since') || null],
      [
        'date',
        w.until,
        ({ id }) => answer(id)?.until ?? asked(id)?.until ?? (cell(id, 'trainee_until') || null),
      ],
      ['text', v.exam, ({ id }) => examWord(answer(id)?.exam ?? null) ?? cell(id, 'trainee_exam')],
    ],
  );
}

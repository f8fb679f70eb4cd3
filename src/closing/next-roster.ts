/** The next quarter's roster, for a person to correct: grades that were approved, who left, what was said of trainees. */
import type { ClosingBasis, Consequence, Decided } from '../model/closing.ts';
import { join, type Lang, same, type Text } from '../model/text.ts';
import type { Decisions } from './decisions.ts';
import { examWord, rosterColumns } from './roster.ts';
import { gradeWord } from './view.ts';

const remark: Text = { zh: '备注', en: 'remark' };

/** Who leaves by which decision: the status, and the words for it. */
function leavingIn(basis: ClosingBasis, { handled, appointed }: Decisions) {
  const leaving = new Map<string, { readonly status: string; readonly says: Text }>();
  const add = (managerId: string, spec: Consequence | undefined, title: Text, rest: readonly string[]) => {
    if (spec?.leaves !== undefined)
      leaving.set(managerId, { status: spec.leaves, says: join([title, ...rest], ' ') });
  };
  const { measures } = basis.rules.warnings;
  for (const { managerId, measure, date, reference } of handled)
    add(managerId, measures[measure], measures[measure]?.title ?? same(''), [date ?? '', reference]);
  for (const { managerId, action, date, reference } of appointed) {
    const title = basis.actions.find(({ id }) => id === action)?.title ?? same('');
    add(managerId, basis.rules.appointments?.actions[action], title, [date ?? '', reference]);
  }
  return leaving;
}

/**
 * Null: several of the roster's words stand for the title, so that a person chooses. A roster that says nothing but the
 * titles themselves goes on with them.
 */
function wordOnRoster({ ladder, roster: { columns, rows } }: ClosingBasis, grade: string): string | null {
  const found = ladder.find(({ id }) => id === grade);
  const titles = new Set(ladder.map(({ title }) => title.zh));
  const at = columns.indexOf('grade');
  const saysTitles = rows.every((cells) => titles.has(cells[at] ?? ''));
  return found === undefined ? null : saysTitles ? found.title.zh : found.roster;
}

/** The cells of the roster that the decisions change, person by person. */
export function rosterChanges(basis: ClosingBasis, decisions: Decisions): Decided['roster'] {
  const { columns, rows } = basis.roster;
  const leaving = leavingIn(basis, decisions);
  const appointed = new Map(decisions.appointed.map((each) => [each.managerId, each]));
  const trainees = new Map(decisions.trainees.map((each) => [each.managerId, each]));
  const word = (words: readonly { readonly id: string; readonly title: Text }[], id: string): string =>
    words.find((each) => each.id === id)?.title.zh ?? id;
  return rows.flatMap((cells) => {
    const cell = (column: string): string => cells[columns.indexOf(column)] ?? '';
    const managerId = cell('manager_id');
    const { grade = null, date = null, proposal } = appointed.get(managerId) ?? {};
    const { until = null, exam = null } = trainees.get(managerId) ?? {};
    const left = leaving.get(managerId)?.status;
    const news: readonly (readonly [column: string, after: string | null])[] = [
      ...(grade === null || proposal === undefined || grade === proposal.held
        ? []
        : ([
            ['grade', wordOnRoster(basis, grade)],
            ['former_grade', cell('grade')],
            ['grade_since', date],
          ] as const)),
      ['trainee_until', until],
      ['trainee_exam', examWord(exam)],
      ['status', left === undefined ? null : word(basis.statuses, left)],
    ];
    return news.flatMap(([column, after]) =>
      after === null || after === cell(column) ? [] : [{ managerId, column, before: cell(column), after }],
    );
  });
}

/** The roster with what the decisions change; a remark says by which decision somebody left. */
export function rosterAfter(basis: ClosingBasis, decisions: Decisions, lang: Lang): string[][] {
  const { columns, rows } = basis.roster;
  const leaving = leavingIn(basis, decisions);
  const changes = new Map<string, Map<string, string>>();
  for (const { managerId, column, after } of rosterChanges(basis, decisions))
    changes.set(managerId, new Map([...(changes.get(managerId) ?? []), [column, after]]));
  const chosen = new Map(
    decisions.appointed.flatMap(({ managerId, grade, date, proposal }) =>
      grade === null || grade === proposal.held || wordOnRoster(basis, grade) !== null
        ? []
        : [[managerId, join([gradeWord(basis, grade), date ?? ''], ' ')]],
    ),
  );
  const people = rows.map((cells) => {
    const id = cells[columns.indexOf('manager_id')] ?? '';
    const person = new Map(columns.map((column, index) => [column, cells[index] ?? '']));
    for (const [column, after] of changes.get(id) ?? []) person.set(column, after);
    const left = leaving.get(id);
    const open = chosen.get(id);
    if (left !== undefined) person.set('remark', left.says[lang]);
    else if (open !== undefined) {
      // What stood there is no longer so: the next run asks for it rather than take it.
      person.set('grade', '');
      person.set('remark', open[lang]);
    }
    return person;
  });
  const names = [...Object.keys(rosterColumns), 'remark'].filter((name) =>
    people.some((person) => person.has(name)),
  );
  const headerOf = (name: string): string =>
    lang === 'zh' ? (rosterColumns[name]?.headers[0] ?? remark.zh) : name;
  return [names.map(headerOf), ...people.map((person) => names.map((name) => person.get(name) ?? ''))];
}

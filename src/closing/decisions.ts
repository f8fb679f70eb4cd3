/** What was decided: the answers, each checked against what it answers; and what is not decided yet. */
import { nearest } from '../intake/nearest.ts';
import { addMonths, type Day, firstDay, lastDay } from '../model/calendar.ts';
import type { ClosingBasis, Consequence, Reach, WarnedQuestion } from '../model/closing.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { same, type Text } from '../model/text.ts';
import { decisionProblems } from './problems.ts';
import type { AnsweredRow } from './read.ts';
import type { AskedSheet } from './sheets.ts';

/** What every decision has: who is concerned, from when on, by which document. */
interface Decided {
  readonly managerId: string;
  readonly date: Day | null;
  readonly reference: string;
  readonly note: string;
}

export interface Handled extends Decided {
  /** Null: the run did not name the person. */
  readonly warned: WarnedQuestion | null;
  readonly measure: string;
}

interface Lifted extends Decided {
  readonly since: Day;
}

export interface Appointed extends Decided {
  readonly proposal: ClosingBasis['appointments'][number];
  readonly action: string;
  /** Null: the action leads to no grade. */
  readonly grade: string | null;
  readonly body: string;
}

export interface HeldToAccount extends Decided {
  readonly warned: WarnedQuestion;
  readonly decision: string;
  readonly loss: boolean | null;
  readonly main: boolean | null;
}

interface TraineeAnswer {
  readonly managerId: string;
  readonly until: Day | null;
  readonly exam: string | null;
}

export interface Decisions {
  readonly handled: readonly Handled[];
  readonly lifted: readonly Lifted[];
  readonly appointed: readonly Appointed[];
  readonly liable: readonly HeldToAccount[];
  readonly trainees: readonly TraineeAnswer[];
  /** The rows without a decision. */
  readonly undecided: readonly AnsweredRow[];
}

/** The decisions in the answers, or why there are none: an answer that cannot be. */
export function decisionsIn(
  rows: readonly AnsweredRow[],
  basis: ClosingBasis,
): { readonly decisions: Decisions; readonly problems: readonly Diagnostic[] } {
  const checks = new Checks(basis);
  const ofKind = (kind: AskedSheet['kind']) =>
    rows.filter((row) => row.sheet.kind === kind && checks.isDecided(row));
  const handled = [...ofKind('warnings'), ...ofKind('others')].map((row) => checks.handled(row));
  const decisions: Decisions = {
    handled,
    lifted: ofKind('lifting').flatMap((row) => checks.lifted(row)),
    appointed: ofKind('appointments').map((row) => checks.appointed(row)),
    liable: ofKind('liability').map((row) => checks.liable(row)),
    trainees: ofKind('traineeship').map((row) => checks.trainee(row)),
    undecided: rows.filter((row) => row.row.managerId !== null && !checks.isDecided(row)),
  };
  for (const row of rows) checks.blank(row);
  checks.contradictions(decisions.appointed);
  return { decisions, problems: [...checks.problems, ...undecidedNotes(decisions.undecided)] };
}

/** The answer that decides a row. */
const first = ({ sheet }: AnsweredRow) => sheet.answers[0] ?? { key: '', header: same('') };

class Checks {
  readonly problems: Diagnostic[] = [];
  readonly #basis: ClosingBasis;
  readonly #from: Day;
  readonly #to: Day;
  /** Who leaves, by which row. */
  readonly #leaving = new Map<string, AnsweredRow>();

  constructor(basis: ClosingBasis) {
    this.#basis = basis;
    this.#from = firstDay(basis.period);
    this.#to = addMonths(lastDay(basis.period), 12);
  }

  /** Of a traineeship each of the two answers says something by itself. */
  isDecided(row: AnsweredRow): boolean {
    const { key } = first(row);
    return row.answers[key] !== null || (row.sheet.kind === 'traineeship' && row.answers.until !== null);
  }

  /** Of a row that is not decided nothing else is filled in, but for what stood there before. */
  blank(row: AnsweredRow): void {
    if (this.isDecided(row)) return;
    const decision = first(row).header.zh;
    for (const { key } of row.sheet.answers) {
      const value = row.answers[key] ?? null;
      if (value === null || row.row.proposed[key] !== undefined) continue;
      this.problems.push(decisionProblems.notDecided(row.at(key), { decision }, { value }));
    }
  }

  handled(row: AnsweredRow): Handled {
    const { rules, warnings, people } = this.#basis;
    const measure = row.answers.measure ?? '';
    const spec = rules.warnings.measures[measure];
    const warned = warnings.find(({ id }) => id === row.row.id) ?? null;
    const managerId = row.row.managerId ?? row.answers.manager ?? '';
    const title = spec?.title ?? same(measure);
    if (row.row.managerId === null) {
      this.#need(row, 'manager', title);
      this.#need(row, 'note', title);
      const isKnown = people.some(({ id }) => id === managerId);
      const suggestion = nearest(
        managerId,
        people.map(({ id }) => id),
      );
      if (managerId !== '' && !isKnown)
        this.problems.push(decisionProblems.nobody(row.at('manager'), { suggestion }, { value: managerId }));
    }
    if (spec?.undated !== true) this.#need(row, 'date', title);
    this.#leaves(row, managerId, spec);
    return { warned, measure, ...this.#decided(row, managerId) };
  }

  lifted(row: AnsweredRow): Lifted[] {
    const question = this.#basis.lifting.find(({ id }) => id === row.row.id);
    if (row.answers.lifted !== 'yes' || question === undefined) return [];
    const { managerId, since } = question;
    this.#need(row, 'date', first(row).header);
    const { date } = row.answers;
    if (date && date < since)
      this.problems.push(decisionProblems.liftedBefore(row.at('date'), { since }, { value: date }));
    return [{ since, ...this.#decided(row, managerId) }];
  }

  appointed(row: AnsweredRow): Appointed {
    const { rules, appointments, actions, ladder } = this.#basis;
    const proposal = appointments.find(({ id }) => id === row.row.id);
    if (proposal === undefined) throw new Error(`nothing was asked by ${row.row.id}`);
    const action = row.answers.action ?? '';
    const spec = rules.appointments?.actions[action];
    const title = actions.find(({ id }) => id === action)?.title ?? same(action);
    const grade = spec?.grade === undefined ? null : (row.answers.grade ?? null);
    if (spec?.grade !== undefined) {
      this.#need(row, 'grade', title);
      this.#need(row, 'date', title);
      if (grade !== null && !fits(spec.grade, proposal.held, grade, ladder)) {
        const held = ladder.find(({ id }) => id === proposal.held)?.title ?? same(proposal.held);
        const args = { action: title, held, reach: reachWords[spec.grade] };
        const value = ladder.find(({ id }) => id === grade)?.title.zh ?? grade;
        this.problems.push(decisionProblems.gradeUnfit(row.at('grade'), args, { value }));
      }
    }
    if (spec?.grade === undefined && row.answers.grade && row.answers.grade !== proposal.toGrade) {
      const { column = '' } = row.at('grade');
      const value = ladder.find(({ id }) => id === row.answers.grade)?.title.zh ?? row.answers.grade;
      this.problems.push(decisionProblems.needless(row.at('grade'), { answer: title, column }, { value }));
    }
    if (spec?.leaves !== undefined) this.#need(row, 'date', title);
    this.#leaves(row, proposal.managerId, spec);
    const body = row.answers.body ?? '';
    return { proposal, action, grade, body, ...this.#decided(row, proposal.managerId) };
  }

  liable(row: AnsweredRow): HeldToAccount {
    const warned = this.#basis.liability.find(({ id }) => id === row.row.id);
    if (warned === undefined) throw new Error(`nothing was asked by ${row.row.id}`);
    this.#need(row, 'date', first(row).header);
    const said = (key: string) => (row.answers[key] == null ? null : row.answers[key] === 'yes');
    const decision = row.answers.liability ?? '';
    return {
      warned,
      decision,
      loss: said('loss'),
      main: said('main'),
      ...this.#decided(row, warned.managerId),
    };
  }

  trainee(row: AnsweredRow): TraineeAnswer {
    const { until = null, exam = null } = row.answers;
    const since = this.#basis.traineeship.find(({ id }) => id === row.row.id)?.since ?? this.#from;
    const [from, to] = [since, addMonths(since, 60)];
    if (until !== null && (until < from || until > to)) {
      const args = { from, to };
      this.problems.push(decisionProblems.outOfTime(row.at('until'), args, { value: until }));
    }
    return { managerId: row.row.managerId ?? '', until, exam };
  }

  /** Nobody who leaves is appointed as well. */
  contradictions(appointed: readonly Appointed[]): void {
    for (const { managerId, grade, at } of appointed.map((each) => ({ ...each, at: this.#placeOf(each) }))) {
      const by = this.#leaving.get(managerId);
      if (grade === null || by === undefined || at === undefined) continue;
      const { row = 0, sheet } = by.at(first(by).key);
      this.problems.push(decisionProblems.contradiction(at, { leaves: sheet ?? '', row }));
    }
  }

  readonly #places = new Map<string, AnsweredRow>();
  #placeOf({ managerId }: Appointed) {
    const row = this.#places.get(managerId);
    return row?.at(first(row).key);
  }

  #leaves(row: AnsweredRow, managerId: string, spec: Consequence | undefined): void {
    if (row.sheet.kind === 'appointments') this.#places.set(managerId, row);
    if (spec?.leaves !== undefined) this.#leaving.set(managerId, row);
  }

  #need(row: AnsweredRow, key: string, answer: Text): void {
    if ((row.answers[key] ?? null) !== null) return;
    const column = row.at(key).column ?? '';
    this.problems.push(decisionProblems.missingAnswer(row.at(key), { column, answer: answer.zh }));
  }

  #decided(row: AnsweredRow, managerId: string): Decided {
    const { date = null, reference, note } = row.answers;
    const [from, to] = [this.#from, this.#to];
    if (date !== null && (date < from || date > to))
      this.problems.push(decisionProblems.outOfTime(row.at('date'), { from, to }, { value: date }));
    return { managerId, date, reference: reference ?? '', note: note ?? '' };
  }
}

const reachWords: Readonly<Record<Reach, Text>> = {
  held: { zh: '只能是现聘等级', en: 'it may be that one only' },
  'one-up': { zh: '只能高一级', en: 'it may be one step above only' },
  above: { zh: '应高于现聘等级', en: 'it should be above that' },
  below: { zh: '应低于现聘等级', en: 'it should be below that' },
  any: { zh: '应是正式等级', en: 'it should be no trainee’s' },
};

/** Whether an action may lead from one grade of the ladder, which goes from high to low, to another. */
function fits(reach: Reach, held: string, grade: string, ladder: ClosingBasis['ladder']): boolean {
  const place = (id: string) => ladder.findIndex((each) => each.id === id);
  const steps = place(held) - place(grade);
  const isFull = ladder[place(grade)]?.trainee === false;
  // Of a grade that is none of the policy's nobody can say what is above it.
  if (place(held) < 0) return isFull;
  if (reach === 'held') return steps === 0;
  if (!isFull) return false;
  switch (reach) {
    case 'one-up':
      return steps === 1;
    case 'above':
      return steps > 0;
    case 'below':
      return steps < 0;
    case 'any':
      return true;
  }
}

const fewRows = 5;

/** What is left open, sheet by sheet. */
function undecidedNotes(undecided: readonly AnsweredRow[]): Diagnostic[] {
  const sheets = [...new Set(undecided.map(({ sheet }) => sheet))];
  return sheets.flatMap((sheet) => {
    const rows = undecided.filter((row) => row.sheet === sheet);
    const places = rows.map((row) => row.at(first(row).key));
    const [at] = places;
    if (at === undefined) return [];
    const numbers = places.slice(0, fewRows).flatMap(({ row }) => row ?? []);
    return [decisionProblems.undecided(at, { count: rows.length, rows: numbers })];
  });
}

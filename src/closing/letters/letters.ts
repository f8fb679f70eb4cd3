/**
 * `letters/`: one document for whoever is concerned. What leads to a grade is written to the unit, as a list; everything
 * else to the person, with all that was decided on the same day by the same document in one letter.
 */
import type { Day } from '../../model/calendar.ts';
import type { Consequence, WarnedQuestion } from '../../model/closing.ts';
import { comma, join, type Text } from '../../model/text.ts';
import { articleWords } from '../../model/words.ts';
import { managerFileName } from '../../workbooks/file-name.ts';
import { quarterWords } from '../../workbooks/words.ts';
import type { Appointed, Handled } from '../decisions.ts';
import { admonitionsOn } from '../ledger.ts';
import { w } from '../sheets.ts';
import { type Closed, gradeWord, owedIn } from '../view.ts';
import { type Figure, type LetterValues, ofDecision, type Row } from './placeholders.ts';
import { letterFrom } from './template.ts';
import type { Templates } from './templates.ts';

/** Decisions that make one letter. */
interface Letter {
  readonly id: string;
  /** Of a list the unit and the approving body, else the person. */
  readonly to: readonly [string, string];
  readonly rows: Row[];
  readonly figures: readonly Figure[];
}

/** Every letter by its file's name, in the order of the decisions. */
export function* lettersOf(
  closed: Closed,
  { byLetter }: Templates,
): Generator<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { bank, period, policy } = closed.basis;
  const run = { 银行: bank ?? '', 季度: quarterWords(period).zh, 制度: policy.title.zh };
  const numbers = new Map<string, number>();
  for (const { id, to, rows, figures } of lettersIn(closed)) {
    const template = byLetter.get(id);
    // The policy names a letter that it does not have.
    if (template === undefined) continue;
    const stem = `letters/${template.file.replace(/\.docx$/, '')}/${managerFileName(...to, '')}`;
    const number = (numbers.get(stem) ?? 0) + 1;
    numbers.set(stem, number);
    const values: LetterValues = { run, rows, figures };
    yield { name: `${stem}${number === 1 ? '' : `-${number}`}.docx`, bytes: letterFrom(template, values) };
  }
}

function lettersIn(closed: Closed): Iterable<Letter> {
  const { warnings, appointments } = closed.basis.rules;
  const letters = new Map<string, Letter>();
  const add = ({ letter, grade }: Consequence & { readonly grade?: unknown }, row: Row): void => {
    if (letter === undefined) return;
    const to =
      grade === undefined
        ? ([row[w.managerId.zh], row[w.name.zh]] as const)
        : ([row[w.unit.zh], row[w.body.zh]] as const);
    const key = JSON.stringify([letter, to, row.日期, row.文号]);
    const rows = letters.get(key)?.rows ?? [];
    letters.set(key, { id: letter, to, rows, figures: [] });
    rows.push(row);
  };
  const rows = new Rows(closed);
  for (const each of closed.decisions.handled)
    add(warnings.measures[each.measure] ?? {}, rows.ofHandled(each));
  for (const each of owedIn(closed)) add({ letter: warnings.letter }, rows.ofOwed(each));
  for (const each of closed.decisions.appointed)
    add(appointments?.actions[each.action] ?? {}, rows.ofAppointed(each));
  return [...letters.values(), ...reviewForms(closed, rows)];
}

/** One for each proposal, whatever is decided about it. */
function reviewForms({ basis, decisions }: Closed, rows: Rows): Letter[] {
  const { appointments } = basis.rules;
  const id = appointments?.letter;
  if (id === undefined) return [];
  const appointed = new Map(decisions.appointed.map((each) => [each.proposal.id, each]));
  return basis.appointments.map((proposal) => {
    const row = rows.ofProposal(proposal, appointed.get(proposal.id));
    const figures = proposal.review.map(({ title, seen, bound, outcome, article }) => ({
      ...{ 项目: title.zh, 实绩: seen.zh, 标准: bound.zh, 结论: outcome.zh, [w.article.zh]: article.zh },
    }));
    return { id, to: [row[w.managerId.zh], row[w.name.zh]], rows: [row], figures };
  });
}

const dayWords = (day: Day | null): string => {
  if (day === null) return '';
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

const blank = Object.fromEntries(Object.keys(ofDecision).map((key) => [key, ''])) as Row;

/** What a letter says of each decision. */
class Rows {
  readonly #closed: Closed;
  readonly #people: ReadonlyMap<string, Closed['basis']['people'][number]>;
  /** By person and first day, when an admonition is over. */
  readonly #untils: ReadonlyMap<string, Day>;

  constructor(closed: Closed) {
    this.#closed = closed;
    this.#people = new Map(closed.basis.people.map((each) => [each.id, each]));
    this.#untils = new Map(
      admonitionsOn(closed.ledger, closed.basis).map(({ event, until }) => [
        `${event.managerId}/${event.date}`,
        until,
      ]),
    );
  }

  ofHandled(handled: Handled): Row {
    const { warned, measure, managerId, date, note } = handled;
    const { title, again, records } = this.#closed.basis.rules.warnings.measures[measure] ?? {};
    const begins = this.#closed.basis.events.some(({ id, role }) => id === records && role === 'admonition');
    return {
      ...this.#decided(handled, title),
      ...(warned === null ? { [w.reason.zh]: note } : ofWarned(warned)),
      [w.until.zh]: dayWords((begins && this.#untils.get(`${managerId}/${date}`)) || null),
      再次受到时: again?.zh ?? '',
    };
  }

  ofOwed(warned: WarnedQuestion): Row {
    return { ...this.#person(warned.managerId), ...ofWarned(warned) };
  }

  ofAppointed(appointed: Appointed): Row {
    const { basis } = this.#closed;
    const { action, grade, body, proposal } = appointed;
    return {
      ...this.#decided(appointed, basis.actions.find(({ id }) => id === action)?.title),
      [w.reason.zh]: proposal.title.zh,
      [w.article.zh]: join(proposal.articles.map(articleWords), comma).zh,
      [w.basis.zh]: proposal.toDecide.zh,
      [w.grade.zh]: gradeWord(basis, grade).zh,
      [w.body.zh]: body,
    };
  }

  ofProposal(proposal: Appointed['proposal'], decided: Appointed | undefined): Row {
    return {
      ...(decided === undefined ? this.#person(proposal.managerId) : this.ofAppointed(decided)),
      [w.proposal.zh]: proposal.title.zh,
      [w.toGrade.zh]: gradeWord(this.#closed.basis, proposal.toGrade).zh,
      [w.toDecide.zh]: proposal.toDecide.zh,
      [w.article.zh]: join(proposal.articles.map(articleWords), comma).zh,
      [w.body.zh]: decided?.body ?? proposal.approval?.zh ?? '',
    };
  }

  #person(managerId: string): Row {
    const { id, name, unit, grade } = this.#people.get(managerId) ?? { id: managerId };
    return {
      ...blank,
      [w.managerId.zh]: id,
      [w.name.zh]: name ?? '',
      [w.unit.zh]: unit ?? '',
      [w.held.zh]: gradeWord(this.#closed.basis, grade ?? null).zh,
    };
  }

  #decided({ managerId, date, reference, note }: Handled | Appointed, title: Text | undefined): Row {
    return {
      ...this.#person(managerId),
      [w.measure.zh]: title?.zh ?? '',
      日期: dayWords(date),
      文号: reference,
      说明: note,
    };
  }
}

const ofWarned = ({ level, title, article, basis }: WarnedQuestion) => ({
  [w.level.zh]: level.zh,
  [w.reason.zh]: title.zh,
  [w.article.zh]: articleWords(article).zh,
  [w.basis.zh]: basis.zh,
});

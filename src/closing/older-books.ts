/**
 * Whether a package has what was decided after the quarters before: its ledger or its roster may be older, or still have
 * what was decided before a quarter was corrected.
 */
import type { DecidedAfter } from '../archive/index.ts';
import type { Appraisal } from '../model/appraisal.ts';
import type { Quarter } from '../model/calendar.ts';
import type { Decided, LedgerEvent } from '../model/closing.ts';
import { type Diagnostic, noteOf } from '../model/diagnostic.ts';
import { same, type Text } from '../model/text.ts';
import { eventKey } from './ledger.ts';
import { headerOf, rosterIn } from './roster.ts';

interface OfDecision {
  readonly period: Quarter;
  readonly who: string;
}

export const olderBooksProblems = {
  ledger: noteOf<OfDecision & { event: Text; date: string }>(
    'archive.older-ledger',
    ({ period, who, event, date }) => ({
      message: {
        zh: `${period} 已决定 ${who} ${event.zh}（${date}），这次的台账里没有`,
        en: `after ${period} it was decided: ${who}, ${event.en} (${date}); the ledger of this package lacks it`,
      },
      hint: {
        zh: '台账比决定旧：请用这份 events.csv 作事件台账，或把这一件补进去，再运行',
        en: 'the ledger is older than the decisions: take this events.csv for it, or enter the event, and run again',
      },
    }),
  ),
  roster: noteOf<OfDecision & { column: Text; before: string; after: string }>(
    'archive.older-roster',
    ({ period, who, column, before, after }) => ({
      message: {
        zh: `${period} 已决定 ${who} 的“${column.zh}”为“${after}”，这次的名册仍是“${before || '空'}”`,
        en: `after ${period} it was decided: “${column.en}” of ${who} is “${after}”; the roster of this package has “${before || 'nothing'}”`,
      },
      hint: {
        zh: '名册比决定旧：请用核对过的这份 roster.csv 作名册，或改正这一格，再运行',
        en: 'the roster is older than the decisions: take this roster.csv for it once you have checked it, or correct the cell, and run again',
      },
    }),
  ),
  supersededEvent: noteOf<OfDecision & { event: Text; date: string }>(
    'archive.superseded-event',
    ({ period, who, event, date }) => ({
      message: {
        zh: `${period} 更正前曾决定 ${who} ${event.zh}（${date}），更正后的决定里没有，这次的台账里仍有`,
        en: `before ${period} was corrected it was decided: ${who}, ${event.en} (${date}); the decisions after the correction lack it, and the ledger of this package still has it`,
      },
      hint: {
        zh: '若这一件已不作数，请从事件台账里删去，再运行；仍作数的无需处理',
        en: 'if it does not hold any more, take it out of the ledger and run again; if it does, there is nothing to do',
      },
    }),
  ),
  supersededCell: noteOf<OfDecision & { column: Text; after: string }>(
    'archive.superseded-roster',
    ({ period, who, column, after }) => ({
      message: {
        zh: `${period} 更正前曾决定 ${who} 的“${column.zh}”为“${after}”，更正后的决定里没有，这次的名册仍是它`,
        en: `before ${period} was corrected it was decided: “${column.en}” of ${who} is “${after}”; the decisions after the correction lack it, and the roster of this package still has it`,
      },
      hint: {
        zh: '若这一项已不作数，请改正名册的这一格，再运行；仍作数的无需处理',
        en: 'if it does not hold any more, correct the cell and run again; if it does, there is nothing to do',
      },
    }),
  ),
};

/** Each decision that a package does not have, and each that it still has although the quarter's correction does not. */
export function olderBooks(decided: readonly DecidedAfter[], appraisal: Appraisal): Diagnostic[] {
  const books = booksOf(appraisal);
  return [...new Set(decided.map(({ run }) => run))].flatMap((run) => {
    const own = decided.filter((each) => each.run === run);
    const standing = own.filter(({ superseded }) => !superseded);
    // A quarter may have been closed more than once: the package follows the closing of which it lacks least.
    const [least] = standing.map((each) => lackingOf(each, books)).sort((a, b) => a.length - b.length);
    // A correction that nobody has closed supersedes nothing.
    if (least === undefined) return [];
    return [
      ...least,
      ...own.filter(({ superseded }) => superseded).flatMap((each) => leftOf(each, standing, books)),
    ];
  });
}

type RosterCell = Decided['roster'][number];

/** What a package says of the decisions of earlier quarters. */
interface Books {
  has(event: LedgerEvent): boolean;
  /** Null: the roster does not name the manager. */
  cell(of: RosterCell): string | null;
  who(managerId: string): string;
  kind(id: string): Text;
}

function booksOf({ policy, package: { tables, lateEvents } }: Appraisal): Books {
  const names = new Map(tables.roster.map((each) => [each.manager_id, each.name]));
  const events = new Set(
    [...tables.events, ...lateEvents].map(({ manager_id: managerId, ...each }) =>
      eventKey({ ...each, managerId }),
    ),
  );
  const { columns, rows } = rosterIn(tables.roster, policy);
  const people = new Map(rows.map((cells) => [cells[columns.indexOf('manager_id')], cells]));
  return {
    has: (event) => events.has(eventKey(event)),
    cell: ({ managerId, column }) => {
      const cells = people.get(managerId);
      return cells === undefined ? null : (cells[columns.indexOf(column)] ?? '');
    },
    who: (id) => `${id} ${names.get(id) ?? ''}`.trim(),
    kind: (id) => policy.eventKinds.find((kind) => kind.id === id)?.text ?? same(id),
  };
}

const eventSaid = (
  { name, decided: { period } }: DecidedAfter,
  { managerId, kind, date }: LedgerEvent,
  books: Books,
) =>
  [
    { file: `${name}/events.csv` },
    { period, who: books.who(managerId), event: books.kind(kind), date },
  ] as const;

const cellSaid = (
  { name, decided: { period } }: DecidedAfter,
  { managerId, column, before, after }: RosterCell,
  books: Books,
) =>
  [
    { file: `${name}/roster.csv` },
    { period, who: books.who(managerId), column: headerOf(column), before, after },
  ] as const;

const lackingOf = (closing: DecidedAfter, books: Books): Diagnostic[] => [
  ...closing.decided.events
    .filter((event) => !books.has(event))
    .map((event) => olderBooksProblems.ledger(...eventSaid(closing, event, books))),
  ...closing.decided.roster
    .filter((cell) => books.cell(cell) === cell.before)
    .map((cell) => olderBooksProblems.roster(...cellSaid(closing, cell, books))),
];

/** What was decided before a correction and not after it, and still stands in the package. */
function leftOf(closing: DecidedAfter, standing: readonly DecidedAfter[], books: Books): Diagnostic[] {
  const after = standing.map(({ decided }) => decided);
  const events = new Set(after.flatMap((each) => each.events.map(eventKey)));
  const cellKey = ({ managerId, column, after: value }: RosterCell): string =>
    JSON.stringify([managerId, column, value]);
  const cells = new Set(after.flatMap(({ roster }) => roster.map(cellKey)));
  return [
    ...closing.decided.events
      .filter((event) => books.has(event) && !events.has(eventKey(event)))
      .map((event) => olderBooksProblems.supersededEvent(...eventSaid(closing, event, books))),
    ...closing.decided.roster
      .filter((cell) => books.cell(cell) === cell.after && !cells.has(cellKey(cell)))
      .map((cell) => olderBooksProblems.supersededCell(...cellSaid(closing, cell, books))),
  ];
}

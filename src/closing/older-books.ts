/** Whether a package has what was decided after the quarters before: its ledger or its roster may be older. */
import type { DecidedAfter } from '../archive/index.ts';
import type { Appraisal } from '../model/appraisal.ts';
import type { Quarter } from '../model/calendar.ts';
import type { Decided } from '../model/closing.ts';
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
};

/** Each decision that a package does not have. */
export function olderBooks(decided: readonly DecidedAfter[], appraisal: Appraisal): Diagnostic[] {
  const lacking = decided.map((each) => ({ run: each.run, problems: lackingOf(each, appraisal) }));
  const runs = [...new Set(lacking.map(({ run }) => run))];
  return runs.flatMap((run) => {
    // A quarter may have been closed more than once: the package follows the closing of which it lacks least.
    const [least] = lacking
      .filter((each) => each.run === run)
      .sort((a, b) => a.problems.length - b.problems.length);
    return least?.problems ?? [];
  });
}

function lackingOf({ name, decided }: DecidedAfter, { policy, package: read }: Appraisal): Diagnostic[] {
  const { period } = decided;
  const { tables, lateEvents } = read;
  const names = new Map(tables.roster.map((each) => [each.manager_id, each.name]));
  const who = (id: string): string => `${id} ${names.get(id) ?? ''}`.trim();
  const events = new Set(
    [...tables.events, ...lateEvents].map(({ manager_id: managerId, ...each }) =>
      eventKey({ ...each, managerId }),
    ),
  );
  const { columns, rows } = rosterIn(tables.roster, policy);
  const people = new Map(rows.map((cells) => [cells[columns.indexOf('manager_id')], cells]));
  const stillStands = ({ managerId, column, before }: Decided['roster'][number]): boolean => {
    const cells = people.get(managerId);
    return cells !== undefined && (cells[columns.indexOf(column)] ?? '') === before;
  };
  return [
    ...decided.events
      .filter((event) => !events.has(eventKey(event)))
      .map(({ managerId, kind, date }) => {
        const event = policy.eventKinds.find(({ id }) => id === kind)?.text ?? same(kind);
        const at = { file: `${name}/events.csv` };
        return olderBooksProblems.ledger(at, { period, who: who(managerId), event, date });
      }),
    ...decided.roster.filter(stillStands).map(({ managerId, column, before, after }) => {
      const at = { file: `${name}/roster.csv` };
      return olderBooksProblems.roster(at, {
        period,
        who: who(managerId),
        column: headerOf(column),
        before,
        after,
      });
    }),
  ];
}

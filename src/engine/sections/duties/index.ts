/** Whether what must be done and recorded was done: by each manager, or by everybody of a unit together. */
import { firstDay, quarterOf, workingDaysIn } from '../../../model/calendar.ts';
import type { Outcome } from '../../../model/outcome.ts';
import type { Row } from '../../../model/package.ts';
import type { SectionEntry } from '../../../model/section-result.ts';
import type { DutiesSpec, DutyOf, DutySpec } from '../../../model/sections/duties.ts';
import { verdicts } from '../../../model/sections/verdicts.ts';
import { same, type Text } from '../../../model/text.ts';
import type { Branch, Context } from '../../context.ts';
import { missingIn } from '../../finding.ts';
import { compareRows } from '../../order.ts';
import { entryAbout, entryOf, hasTable, type SectionEvaluator } from '../evaluator.ts';
import { counted, everyCustomerMonth, everyNeed } from './customers.ts';
import { type Account, byKind, type Doer, type Judge, type Records } from './duty.ts';
import { judgedOf, told } from './findings.ts';
import { countsTheUnit, everyStretch, everyWorkingDay, everyYear, onceForAll } from './regular.ts';

const judges: { readonly [Every in DutySpec['every']]: Judge<DutyOf<Every>> } = {
  'working-day': everyWorkingDay,
  week: everyStretch,
  fortnight: everyStretch,
  month: everyStretch,
  quarter: everyStretch,
  'half-year': everyStretch,
  year: everyYear,
  'customer-month': everyCustomerMonth,
  need: everyNeed,
  once: onceForAll,
  none: counted,
};

function accountOf<Every extends DutySpec['every']>(every: Every, spec: DutySpec, doer: Doer): Account {
  const judge: Judge<DutyOf<Every>> = judges[every];
  return judge(spec as DutyOf<Every>, doer);
}

export const duties: SectionEvaluator<DutiesSpec> = (spec, { branch, contexts }) => {
  const shared = sharedBy(spec, branch);
  const units = [...new Set(contexts.map(({ manager }) => manager.unit))].sort();
  return {
    subjects: spec.of,
    verdictTitle: spec.title,
    entries:
      spec.of === 'managers'
        ? contexts.map((context) =>
            entryOf(context.manager, entryFor(spec, managerIn(context, spec, shared))),
          )
        : units.map((unit) => {
            const there = contexts.filter(({ manager }) => manager.unit === unit);
            return entryAbout(unit, same(unit), entryFor(spec, unitIn(unit, there, shared)));
          }),
  };
};

/** What all who are looked at have in common. */
type Shared = Pick<Doer, 'branch' | 'workingDays' | 'owesBegun' | 'ledgerFrom' | 'allRecords'> & {
  readonly byUnit: ReadonlyMap<string, Records>;
};

function sharedBy({ begun }: DutiesSpec, branch: Branch): Shared {
  const { activities, roster } = branch.package.tables;
  const unitOf = new Map(roster.map(({ manager_id, unit }) => [manager_id, unit]));
  const recorded = activities
    .filter(({ date }) => date <= branch.lastDay)
    .toSorted(compareRows('activities'));
  const first = recorded.reduce((day, { date }) => (date < day ? date : day), branch.lastDay);
  const byUnit = new Map<string, Row<'activities'>[]>();
  for (const row of recorded) {
    const unit = unitOf.get(row.manager_id) ?? '';
    const there = byUnit.get(unit) ?? [];
    byUnit.set(unit, there);
    there.push(row);
  }
  return {
    branch,
    workingDays: workingDaysIn(firstDay(branch.period), branch.lastDay, branch.package.settings),
    owesBegun: begun !== undefined && branch.parameters.choice(begun) === 'owed',
    ledgerFrom: recorded.length === 0 ? null : quarterOf(first),
    allRecords: byKind(recorded, branch.lastDay),
    byUnit: new Map([...byUnit].map(([unit, rows]) => [unit, byKind(rows, branch.lastDay)])),
  };
}

function managerIn(context: Context, spec: DutiesSpec, { byUnit, ...shared }: Shared): Doer {
  const { manager, measured, branch } = context;
  return {
    ...shared,
    contexts: [context],
    records: byKind(measured.portfolio.activities, branch.lastDay),
    unitRecords: byUnit.get(manager.unit) ?? new Map(),
    since: spec.since.map((column) => manager[column]).find((day) => day !== null) ?? null,
  };
}

function unitIn(unit: string, contexts: readonly Context[], { byUnit, ...shared }: Shared): Doer {
  const records = byUnit.get(unit) ?? new Map();
  return { ...shared, contexts, records, unitRecords: records, since: null };
}

/** False where rows were left out for errors: what they said is not known. */
const isWhole = ({ package: { readings } }: Branch): boolean =>
  readings.every(
    ({ table, rowsInError }) => (table !== 'activities' && table !== 'roster') || rowsInError === 0,
  );

type DutyEntry = Pick<
  SectionEntry,
  'outcome' | 'verdict' | 'verdictSteps' | 'figures' | 'findings' | 'lines' | 'missing' | 'notes'
>;

/** Of what nobody ever recorded anything, where that is not asked for. */
const leavesOut = ({ unrecorded }: DutiesSpec, { branch, allRecords }: Doer) => {
  const isOwed = unrecorded === undefined || branch.parameters.choice(unrecorded) === 'owed';
  return ({ record }: DutySpec): boolean => !isOwed && record.every((kind) => !allRecords.has(kind));
};

/** Whether the section speaks of them at all. */
const isAbout = ({ 'held-in': held }: DutiesSpec, { branch: { parameters }, contexts }: Doer): boolean =>
  held === undefined || contexts.some(({ manager }) => parameters.words(held).includes(manager.grade));

const nothingOwed: Account = { required: 0, done: 0, lines: [], looked: [] };

const notRecorded = (specs: readonly DutySpec[]): Text => ({
  zh: `没有任何人的记录，未作要求：${specs.map(({ title }) => title.zh).join('、')}`,
  en: `on record of nobody, and not asked for: ${specs.map(({ title }) => title.en).join(', ')}`,
});

function entryFor(section: DutiesSpec, doer: Doer): DutyEntry {
  const { of, duties: declared } = section;
  const { branch } = doer;
  const isTheirs = isAbout(section, doer);
  const isLeftOut = leavesOut(section, doer);
  const isRecorded = hasTable('activities', branch);
  const isAllRead = isWhole(branch);
  const judged = Object.entries(declared).map(([id, spec]) => {
    // A manager's own records are all there: whose are not is left out whole.
    const isOwn = of === 'managers' && !countsTheUnit(spec, branch);
    const account =
      !isTheirs || isLeftOut(spec)
        ? nothingOwed
        : told(accountOf(spec.every, spec, doer), isOwn || isAllRead);
    return judgedOf(id, spec, account, { recorded: isRecorded, branch });
  });
  const leftOut = isTheirs ? Object.values(declared).filter(isLeftOut) : [];
  const findings = judged.map(({ finding }) => finding);
  const outcomes = findings.map(({ outcome }) => outcome);
  const is = (outcome: Outcome) => outcomes.includes(outcome);
  const verdict = is('unmet')
    ? verdicts.duties.incomplete
    : is('unknown') || !is('met')
      ? null
      : verdicts.duties.fulfilled;
  return {
    outcome: verdict !== null ? 'met' : is('unknown') ? 'unknown' : 'not-applicable',
    verdict,
    verdictSteps: { met: verdicts.duties.fulfilled, unmet: verdicts.duties.incomplete },
    figures: judged.flatMap(({ figures }) => figures),
    findings,
    lines: judged.flatMap(({ lines }) => lines),
    missing: verdict === null ? missingIn(findings) : [],
    notes: [
      ...new Set(judged.flatMap(({ notes }) => notes)),
      ...(isRecorded && leftOut.length > 0 ? [notRecorded(leftOut)] : []),
    ],
  };
}

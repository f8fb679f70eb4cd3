/**
 * Deferred pay: what is held of the quarter's pay, what is charged, stopped and paid of the tranches before it, and what
 * the next quarter goes on from. For who is not on duty everything is carried on as it is.
 */
import type { Quarter } from '../../model/calendar.ts';
import { amountOf, type Calculation, type Fact, madeFrom, readOff, theseRows } from '../../model/fact.ts';
import { type Finding, type Missing, numberIn } from '../../model/judgement.ts';
import type { Hundredths } from '../../model/money.ts';
import type { Row } from '../../model/package.ts';
import { compare } from '../../model/ratio.ts';
import type { Carried, SectionEntry, SectionFigure } from '../../model/section-result.ts';
import type { DeferralSpec } from '../../model/sections/deferral.ts';
import type { TableColumn } from '../../model/sections/table.ts';
import { verdicts } from '../../model/sections/verdicts.ts';
import { same, type Text } from '../../model/text.ts';
import { calculated, yuan } from '../arithmetic.ts';
import { eventsWithin } from '../conditions/events.ts';
import { evaluate } from '../conditions/index.ts';
import type { Branch, Context } from '../context.ts';
import {
  balanceOf,
  type DeferralOf,
  deferralTitles,
  type Settled,
  settle,
  type Tranche,
} from '../deferral.ts';
import { figureOf as seenOf } from '../figures/index.ts';
import { asCondition, missingIn } from '../finding.ts';
import { type Before, beforeIn, byPeriod, claimBefore, trancheTitle } from './deferral-before.ts';
import { eachOnce, entryOf, figureOf, type SectionEvaluator } from './evaluator.ts';

const titles = {
  pay: { zh: '绩效工资（元）', en: 'Pay (yuan)' },
  held: { zh: '本季延期（元）', en: 'Held of the quarter (yuan)' },
  current: { zh: '当期（元）', en: 'Current (yuan)' },
  cost: { zh: '本季扣回（元）', en: 'Charged of the quarter (yuan)' },
  charge: { zh: '应扣合计（元）', en: 'Charge (yuan)' },
  stopped: { zh: '止付', en: 'Stopped' },
  toBePaid: { zh: '本季应发（元）', en: 'To be paid (yuan)' },
  balance: { zh: '延期余额（元）', en: 'Balance (yuan)' },
  parts: { zh: '分期数', en: 'Parts' },
  loan: { zh: '所涉贷款余额', en: 'Balance of the loan' },
} as const satisfies Record<string, Text>;

const yesNo = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } } as const;
const fact = (each: Fact): Calculation => ({ fact: each });
const nought: Calculation = { number: '0' };

export const deferral: SectionEvaluator<DeferralSpec> = (
  spec,
  { id, branch, contexts, leftOut: withErrors },
) => {
  const before = beforeIn(id, branch);
  const onDuty = new Map(contexts.map((context) => [context.manager.manager_id, context]));
  const roster = branch.package.tables.roster.toSorted((a, b) => (a.manager_id < b.manager_id ? -1 : 1));
  const leftOut = new Set(withErrors.map(({ managerId }) => managerId));
  const each = roster
    .filter(({ manager_id }) => !leftOut.has(manager_id))
    .map((manager) => {
      const context = onDuty.get(manager.manager_id);
      const own = before.of(manager.manager_id);
      return context ? quarterOf(spec, context, own) : carriedOn(manager, own);
    });
  // What the branch held of each for whom there is nothing new stays on the books.
  const known = new Set(roster.map(({ manager_id }) => manager_id));
  const others = before.all.filter(({ managerId }) => !known.has(managerId));
  return {
    subjects: 'managers',
    verdictTitle: { zh: '延期支付', en: 'Deferred pay' },
    entries: each.map(({ entry }) => entry),
    carried: [...each.flatMap(({ carried }) => carried ?? []), ...others],
  };
};

interface OfManager {
  readonly entry: SectionEntry;
  readonly carried: Carried | null;
}

const ids = [
  ...['pay', 'held', 'current', 'cost', 'claim-before', 'charge', 'taken', 'taken-from-current', 'claim'],
  ...['stopped', 'due', 'paid', 'to-be-paid', 'balance'],
] as const;

function quarterOf(spec: DeferralSpec, context: Context, before: Before): OfManager {
  const { branch, manager } = context;
  const { parameters, period } = branch;
  const seen = seenOf(spec.of, context);
  const pay = seen.fact;
  const held = heldOf(spec, pay, branch);
  const current = calculated(titles.current, yuan, { difference: [fact(pay), fact(held)] });
  const cost = costOf(spec, context);
  const charge = calculated(titles.charge, yuan, { sum: [fact(cost.fact), fact(before.claim)] });
  const stop = spec.stop ? asCondition(evaluate(spec.stop, context)) : null;
  const stopped = stop === null ? false : stop.outcome === 'unknown' ? null : stop.outcome === 'met';
  const parts = parameters.fact(spec.parts);
  const ordered = spec.order === 'oldest' ? before.tranches : before.tranches.toReversed();
  const settled = before.known
    ? settle({
        tranches: ordered,
        charge,
        current,
        stopped,
        fallen: (of) => fallenDue(of, period, parameters.count(spec.every), parameters.count(spec.parts)),
        parts,
        fromCurrent: spec['what-is-left'].includes('current'),
        carries: spec['what-is-left'].includes('claim'),
      })
    : unknownBefore(stopped);
  const toBePaid = calculated(titles.toBePaid, yuan, {
    sum: [{ difference: [fact(current), fact(settled.takenFromCurrent)] }, fact(settled.paid)],
  });
  const own: Settled = ownTranche(period, held);
  const isHeld = numberIn(held.quantity)?.n !== 0n;
  const tranches = [...settled.tranches.toSorted(byPeriod), ...(isHeld ? [own] : [])];
  const balance = calculated(
    titles.balance,
    yuan,
    before.known ? sumOf(tranches.map((each) => each.balance)) : null,
  );
  const facts: Readonly<Record<(typeof ids)[number], readonly [Text, Fact]>> = {
    pay: [titles.pay, pay],
    held: [titles.held, held],
    current: [titles.current, current],
    cost: [titles.cost, cost.fact],
    'claim-before': [claimBefore, before.claim],
    charge: [titles.charge, charge],
    taken: [deferralTitles.taken, settled.taken],
    'taken-from-current': [deferralTitles.takenFromCurrent, settled.takenFromCurrent],
    claim: [deferralTitles.claim, settled.claim],
    stopped: [titles.stopped, stoppedFact(stopped, stop)],
    due: [deferralTitles.due, settled.due],
    paid: [deferralTitles.paid, settled.paid],
    'to-be-paid': [titles.toBePaid, toBePaid],
    balance: [titles.balance, balance],
  };
  const isKnown = toBePaid.quantity !== null && balance.quantity !== null;
  const missing = eachOnce([
    ...seen.missing,
    ...cost.missing,
    ...before.missing,
    ...(stop ? missingIn([stop]) : []),
    ...(isKnown ? [] : [openTranche]),
  ]);
  return {
    entry: entryOf(manager, {
      outcome: isKnown ? 'met' : 'unknown',
      verdict: isKnown ? verdicts.deferral[stopped ? 'stopped' : 'paid'] : null,
      figures: [...ids.map((id) => figureOf(id, ...facts[id])), ...tranches.flatMap(trancheFigures)],
      findings: stop ? [stop] : [],
      missing: isKnown ? [] : missing,
    }),
    carried: before.known ? carriedFrom(manager.manager_id, tranches, settled.claim) : null,
  };
}

const openTranche: Missing = {
  key: 'deferral:tranche',
  text: { zh: '有的延期金额不明', en: 'a tranche is not known' },
};

const sumOf = (facts: readonly Fact[]): Calculation =>
  facts.length === 0 ? nought : { sum: facts.map(fact) };

/** How many parts of a tranche have fallen due by a quarter. */
function fallenDue(period: Quarter, now: Quarter, every: number, parts: number): number {
  const index = (quarter: Quarter): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter[5]);
  return Math.min(parts, Math.max(0, Math.floor((index(now) - index(period)) / every)));
}

/** Of pay above the line so much; of none that is not above it nothing. */
function heldOf(spec: DeferralSpec, pay: Fact, { parameters }: Branch): Fact {
  const value = numberIn(pay.quantity);
  const line = spec['more-than'] === undefined ? null : numberIn(parameters.fact(spec['more-than']).quantity);
  const isBelow = value !== null && line !== null && compare(value, line) <= 0;
  return calculated(
    titles.held,
    yuan,
    value === null
      ? null
      : isBelow
        ? nought
        : { cents: { product: [fact(pay), fact(parameters.fact(spec.held))] } },
  );
}

/** Each event's loan at its rate, each rounded for itself. */
function costOf({ charge }: DeferralSpec, context: Context): { fact: Fact; missing: readonly Missing[] } {
  const { branch } = context;
  if (charge === undefined) return { fact: calculated(titles.cost, yuan, nought), missing: [] };
  const rate = fact(branch.parameters.fact(charge.rate));
  const { found } = eventsWithin(charge.events, 'quarter', context);
  const loans = found.map((event) => {
    const loan = branch.package.tables.classification.find(({ loan_id }) => loan_id === event.reference);
    const balance: Fact = readOff(
      titles.loan,
      loan ? amountOf('CNY', loan.balance) : null,
      theseRows(
        { table: 'events', rows: [event] },
        ...(loan ? [{ table: 'classification' as const, rows: [loan] }] : []),
      ),
    );
    const missing = loan ? [] : [notClassified(event.reference ?? '')];
    return { how: { cents: { product: [fact(balance), rate] } } as Calculation, missing };
  });
  const how: Calculation = loans.length === 0 ? nought : { sum: loans.map((loan) => loan.how) };
  return { fact: calculated(titles.cost, yuan, how), missing: loans.flatMap(({ missing }) => missing) };
}

const notClassified = (loan: string): Missing => ({
  key: `classification:${loan}`,
  text: { zh: `五级分类中没有贷款 ${loan}`, en: `the classification does not list the loan ${loan}` },
});

/** Without the archive only the quarter's own is known, and that nothing is paid where that is stopped. */
function unknownBefore(stopped: boolean | null): DeferralOf {
  const unknown = (title: Text): Fact => calculated(title, yuan, null);
  const { taken, takenFromCurrent, claim, due, paid } = deferralTitles;
  return {
    tranches: [],
    taken: unknown(taken),
    takenFromCurrent: unknown(takenFromCurrent),
    claim: unknown(claim),
    due: unknown(due),
    paid: stopped ? calculated(paid, yuan, nought) : unknown(paid),
  };
}

const stoppedFact = (stopped: boolean | null, stop: Finding | null): Fact =>
  madeFrom(
    titles.stopped,
    stopped === null ? null : { kind: 'words', value: yesNo[stopped ? 'yes' : 'no'] },
    stop?.observed ? [stop.observed] : [],
  );

function ownTranche(period: Quarter, held: Fact): Settled {
  const none = calculated(same(period), yuan, nought);
  const own = { period, held, paid: none, forfeited: none };
  return { ...own, taken: none, due: none, balance: balanceOf(own) };
}

const trancheFigures = ({
  period,
  held,
  paid,
  forfeited,
  balance,
}: Tranche & { balance: Fact }): SectionFigure[] =>
  Object.entries({ held, paid, forfeited, balance }).map(([key, each]) => {
    const column = key as TableColumn;
    const place = { line: period, row: period, title: same(period), depth: 0, column };
    return figureOf(`${period}.${column}`, trancheTitle(period, column), each, { place });
  });

const hundredths = ({ quantity }: Fact): Hundredths | null =>
  quantity?.kind === 'amount' ? quantity.value : null;

const carriedFrom = (managerId: string, tranches: readonly Tranche[], claim: Fact): Carried => ({
  managerId,
  claim: hundredths(claim),
  tranches: tranches.map(({ period, held, paid, forfeited }) => ({
    period,
    held: hundredths(held),
    paid: hundredths(paid),
    forfeited: hundredths(forfeited),
  })),
});

/** Nothing is held, charged or paid. */
function carriedOn(manager: Row<'roster'>, { tranches, claim, known }: Before): OfManager {
  const settled = tranches.map((each) => ({ ...each, balance: balanceOf(each) }));
  const balance = calculated(titles.balance, yuan, known ? sumOf(settled.map((each) => each.balance)) : null);
  const shown: Readonly<Record<string, readonly [Text, Fact]>> = {
    claim: [deferralTitles.claim, claim],
    balance: [titles.balance, balance],
  };
  return {
    entry: entryOf(manager, {
      outcome: 'not-applicable',
      figures: [
        ...ids.flatMap((id) => {
          const own = shown[id];
          return own ? [figureOf(id, ...own)] : [];
        }),
        ...settled.flatMap(trancheFigures),
      ],
      notes: [notOnDuty],
    }),
    carried: known ? carriedFrom(manager.manager_id, tranches, claim) : null,
  };
}

const notOnDuty: Text = {
  zh: '不在岗：延期照转，不计提、不支付、不扣',
  en: 'not on duty: carried on; nothing is held, paid or charged',
};

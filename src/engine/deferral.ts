/**
 * A manager's deferred pay in one quarter. First the charge is taken from the balances, tranche by tranche, then what is
 * due is paid or stopped. Every figure says how it follows from others; a tranche that is not known leaves open what
 * rests on it, and no more.
 */
import type { Quarter } from '../model/calendar.ts';
import type { Calculation, Fact } from '../model/fact.ts';
import { numberIn } from '../model/judgement.ts';
import type { Text } from '../model/text.ts';
import { calculated, yuan } from './arithmetic.ts';

/** What was held in a quarter, and what has become of it up to now. */
export interface Tranche {
  readonly period: Quarter;
  readonly held: Fact;
  readonly paid: Fact;
  readonly forfeited: Fact;
}

/** A tranche after the quarter, with what happened to it. */
export interface Settled extends Tranche {
  readonly taken: Fact;
  readonly due: Fact;
  readonly balance: Fact;
}

interface Quarterly {
  /** In the order in which the charge is taken from them. */
  readonly tranches: readonly Tranche[];
  readonly charge: Fact;
  /** What is paid of the quarter's own pay, before anything is taken from it. */
  readonly current: Fact;
  /** Whether nothing is paid of the tranches; null: not known. */
  readonly stopped: boolean | null;
  /** How many of a tranche's parts have fallen due, and of how many. */
  readonly fallen: (period: Quarter) => number;
  readonly parts: Fact;
  readonly fromCurrent: boolean;
  readonly carries: boolean;
}

export interface DeferralOf {
  readonly tranches: readonly Settled[];
  readonly taken: Fact;
  readonly takenFromCurrent: Fact;
  readonly claim: Fact;
  readonly due: Fact;
  readonly paid: Fact;
}

export const deferralTitles = {
  taken: { zh: '从延期中扣（元）', en: 'Taken from the tranches (yuan)' },
  takenFromCurrent: { zh: '从当期中扣（元）', en: 'Taken from the current pay (yuan)' },
  claim: { zh: '待追索（元）', en: 'Open claim (yuan)' },
  due: { zh: '应付延期（元）', en: 'Due of the tranches (yuan)' },
  paid: { zh: '支付延期（元）', en: 'Paid of the tranches (yuan)' },
} as const satisfies Record<string, Text>;

const of = (period: Quarter, { zh, en }: Text): Text => ({ zh: `${period} ${zh}`, en: `${period} ${en}` });
const ofTranche = {
  taken: { zh: '本季扣（元）', en: 'taken now (yuan)' },
  forfeited: { zh: '累计已扣（元）', en: 'forfeited (yuan)' },
  due: { zh: '本季应付（元）', en: 'due now (yuan)' },
  paid: { zh: '累计已付（元）', en: 'paid (yuan)' },
  balance: { zh: '余额（元）', en: 'balance (yuan)' },
} as const satisfies Record<string, Text>;

const nought: Calculation = { number: '0' };
const isNought = ({ quantity }: Fact): boolean => numberIn(quantity)?.n === 0n;
const fact = (each: Fact): Calculation => ({ fact: each });
const sumOf = (facts: readonly Fact[]): Calculation =>
  facts.length === 0 ? nought : { sum: facts.map(fact) };
const made = (title: Text, how: Calculation): Fact => calculated(title, yuan, how);

export function settle(quarter: Quarterly): DeferralOf {
  const { charge, current, stopped, carries } = quarter;
  const forfeits = forfeited(quarter);
  const left: Calculation = { difference: [fact(charge), sumOf(forfeits.map(({ taken }) => taken))] };
  const covered = isNought(made(deferralTitles.taken, left));
  const taken = made(deferralTitles.taken, { difference: [fact(charge), covered ? nought : left] });
  const fromCurrent: Calculation = quarter.fromCurrent ? { smallest: [fact(current), left] } : nought;
  const takenFromCurrent = made(deferralTitles.takenFromCurrent, covered ? nought : fromCurrent);
  const rest: Calculation = { difference: [left, fact(takenFromCurrent)] };
  const tranches = forfeits.map((each) => paidOf(each, quarter));
  const due = made(deferralTitles.due, sumOf(tranches.map((each) => each.due)));
  return {
    tranches,
    taken,
    takenFromCurrent,
    claim: made(deferralTitles.claim, covered || !carries ? nought : rest),
    due,
    paid: made(
      deferralTitles.paid,
      stopped === true ? nought : stopped === null && !isNought(due) ? { from: [due] } : fact(due),
    ),
  };
}

type Forfeited = Tranche & Pick<Settled, 'taken'>;

/** The charge taken from each balance, down to 0, while something is left of it. */
function forfeited({ tranches, charge }: Quarterly): Forfeited[] {
  const done: Forfeited[] = [];
  for (const tranche of tranches) {
    const { period, held, paid } = tranche;
    const before = sumOf(done.map(({ taken }) => taken));
    const left: Calculation = done.length === 0 ? fact(charge) : { difference: [fact(charge), before] };
    const balance: Calculation = { difference: [fact(held), { sum: [fact(paid), fact(tranche.forfeited)] }] };
    const nothingLeft = isNought(made(ofTranche.taken, left));
    const taken = made(of(period, ofTranche.taken), nothingLeft ? nought : { smallest: [balance, left] });
    done.push({
      ...tranche,
      taken,
      forfeited: made(of(period, ofTranche.forfeited), { sum: [fact(tranche.forfeited), fact(taken)] }),
    });
  }
  return done;
}

/** What has fallen due and was neither paid nor forfeited; what was stopped before is among it. */
function paidOf(tranche: Forfeited, { stopped, fallen, parts }: Quarterly): Settled {
  const { period, held, paid, forfeited } = tranche;
  const number = fallen(period);
  const soFar: Calculation = {
    cents: { product: [fact(held), { quotient: [{ number: String(number) }, fact(parts)] }] },
  };
  const open: Calculation = { difference: [soFar, { sum: [fact(paid), fact(forfeited)] }] };
  const due = made(of(period, ofTranche.due), number === 0 ? nought : { largest: [nought, open] });
  const now: Calculation =
    stopped === true ? nought : stopped === null && !isNought(due) ? { from: [due] } : fact(due);
  const after = made(of(period, ofTranche.paid), { sum: [fact(paid), now] });
  return { ...tranche, due, paid: after, balance: balanceOf({ ...tranche, paid: after }) };
}

export const balanceOf = ({ period, held, paid, forfeited }: Tranche): Fact =>
  made(of(period, ofTranche.balance), { difference: [fact(held), { sum: [fact(paid), fact(forfeited)] }] });

/**
 * A pool parted in proportion to weights, in ascending manager id: a share is the rounded running total less the one
 * before, so that the shares add up to the pool. Of others a manager sees the running totals only.
 */
import { type Calculation, countOf, type Fact, madeFrom } from '../../model/fact.ts';
import type { Missing } from '../../model/judgement.ts';
import { type Hundredths, sum } from '../../model/money.ts';
import { over, plus, type Ratio, ratioNumber, total, zero } from '../../model/ratio.ts';
import type { SectionEntry, SectionFigure } from '../../model/section-result.ts';
import { paid } from '../../model/sections/paid.ts';
import type { PoolSpec } from '../../model/sections/pool.ts';
import { verdicts } from '../../model/sections/verdicts.ts';
import { same, type Text } from '../../model/text.ts';
import { calculated, points, worth, yuan } from '../arithmetic.ts';
import type { Context } from '../context.ts';
import { figureOf as seenOf } from '../figures/index.ts';
import { missingOfManager } from '../finding.ts';
import { partOf } from '../parting.ts';
import { eachOnce, entryAbout, entryOf, figureOf, type SectionEvaluator } from './evaluator.ts';
import { exactly, priced } from './lines/priced.ts';
import { figureIn, lineRow } from './lines/row.ts';

const titles = {
  pool: { zh: '绩效池（元）', en: 'Pool (yuan)' },
  running: { zh: '按工号累计权重', en: 'Running weight, by id' },
  weights: { zh: '权重合计', en: 'Sum of the weights' },
  undivided: { zh: '未分配（元）', en: 'Undivided (yuan)' },
} as const satisfies Record<string, Text>;

const ofOthers = { shared: true } as const;

/** A manager with what he weighs. */
interface Sharer {
  readonly context: Context;
  /** Exact; null: not known. */
  readonly weight: Ratio | null;
  readonly figure: SectionFigure;
  readonly parts: readonly SectionFigure[];
  readonly missing: readonly Missing[];
}

export const pool: SectionEvaluator<PoolSpec> = (spec, { contexts, leftOut }) => {
  const unitOf = ({ manager }: Context): string => (spec.among === 'branch' ? manager.unit : '');
  const pools = [...new Set(contexts.map(unitOf))].map((unit) =>
    poolOf(
      spec,
      unit,
      contexts.filter((context) => unitOf(context) === unit).map((context) => sharerOf(spec, context)),
      leftOut.some((each) => spec.among === 'all' || each.unit === unit),
    ),
  );
  const ofManagers = pools.flatMap(({ managers }) => managers);
  return {
    subjects: 'managers',
    verdictTitle: spec.title,
    entries: [
      ...ofManagers.sort((a, b) => (a.subject < b.subject ? -1 : 1)),
      ...pools.map(({ whole }) => whole),
    ],
  };
};

function sharerOf({ weight: spec }: PoolSpec, context: Context): Sharer {
  const row = lineRow('weight', spec.title);
  const { how, figures, missing } = priced(spec, row, points, context);
  const exact = how === null ? zero : worth(how);
  const fact: Fact = {
    quantity: exact && countOf('number', ratioNumber(exact)),
    origin: { kind: 'calculation', title: spec.title, how: how ?? { number: '0' } },
  };
  const figure = figureIn(row, 'weight', '', null, fact);
  return { context, weight: exact, figure, parts: figures, missing };
}

function poolOf(spec: PoolSpec, unit: string, sharers: readonly Sharer[], someLeftOut: boolean) {
  const [first] = sharers;
  const seen = first ? seenOf(spec.amount, first.context) : null;
  const amount = calculated(titles.pool, yuan, seen && { cents: exactly(seen.fact) });
  const known = sharers.flatMap(({ weight }) => weight ?? []);
  const weights = known.length < sharers.length || someLeftOut ? null : total(known);
  const hundredths = amount.quantity?.kind === 'amount' ? amount.quantity.value : null;
  const parts: (Hundredths | null)[] = [];
  let running = zero;
  const managers = sharers.map((sharer): SectionEntry => {
    const before = running;
    running = plus(running, sharer.weight ?? zero);
    const part = partBetween(hundredths, before, running, weights);
    parts.push(part);
    return entryFor(sharer, { amount, weights, running, part, missing: seen?.missing ?? [] });
  });
  const divided = parts.includes(null) ? null : sum(parts.flatMap((part) => part ?? []));
  const left = divided === null || hundredths === null ? null : hundredths - divided;
  const lacking = eachOnce([
    ...(seen?.missing ?? []),
    ...sharers.flatMap(ofManager),
    ...(someLeftOut ? [withErrors] : []),
  ]);
  const whole = entryAbout(unit, unit === '' ? spec.title : same(unit), {
    outcome: divided === null ? 'unknown' : 'met',
    verdict: divided === null ? null : verdicts.pool[weights?.n === 0n ? 'undivided' : 'divided'],
    figures: [
      figureOf('weights', titles.weights, numberFact(titles.weights, weights)),
      figureOf('pool', titles.pool, amount),
      figureOf(paid.pool.id, paid.pool.title, yuanFact(paid.pool.title, divided), ofOthers),
      figureOf('undivided', titles.undivided, yuanFact(titles.undivided, left)),
    ],
    missing: divided === null ? lacking : [],
  });
  return { managers, whole };
}

/** Where all weights are 0 nothing is parted. */
function partBetween(pool: Hundredths | null, before: Ratio, after: Ratio, weights: Ratio | null) {
  if (pool === null || weights === null) return null;
  if (weights.n === 0n) return 0n;
  return partOf({ before: over(before, weights), after: over(after, weights) }, pool);
}

interface Parted {
  readonly amount: Fact;
  readonly weights: Ratio | null;
  readonly running: Ratio;
  readonly part: Hundredths | null;
  readonly missing: readonly Missing[];
}

function entryFor(sharer: Sharer, { amount, weights, running, part, missing }: Parted): SectionEntry {
  const { context, figure, parts } = sharer;
  const all = numberFact(titles.weights, weights);
  const upToHere = numberFact(titles.running, weights && running);
  const share: Fact = {
    quantity: part === null ? null : { kind: 'amount', unit: 'CNY', value: part },
    origin: {
      kind: 'calculation',
      title: paid.pool.title,
      how:
        part === null || weights?.n === 0n
          ? { from: [amount, figure.fact, all] }
          : betweenTotals(amount, upToHere, figure.fact, all),
    },
  };
  return entryOf(context.manager, {
    outcome: part === null ? 'unknown' : 'met',
    verdict: part === null ? null : verdicts.pool[weights?.n === 0n ? 'undivided' : 'divided'],
    figures: [
      ...parts,
      figure,
      figureOf('running', titles.running, upToHere),
      figureOf('weights', titles.weights, all),
      figureOf('pool', titles.pool, amount, ofOthers),
      figureOf(paid.pool.id, paid.pool.title, share),
    ],
    missing: part === null ? eachOnce([...missing, ...sharer.missing, othersOpen]) : [],
  });
}

/** The pool up to and with this weight, less the pool up to it, each rounded. */
function betweenTotals(amount: Fact, running: Fact, weight: Fact, weights: Fact): Calculation {
  const upTo = (weighed: Calculation): Calculation => ({
    cents: { quotient: [{ product: [{ fact: amount }, weighed] }, { fact: weights }] },
  });
  return {
    difference: [upTo({ fact: running }), upTo({ difference: [{ fact: running }, { fact: weight }] })],
  };
}

const numberFact = (title: Text, value: Ratio | null): Fact =>
  madeFrom(title, value && countOf('number', ratioNumber(value)));

const yuanFact = (title: Text, value: Hundredths | null): Fact =>
  madeFrom(title, value === null ? null : { kind: 'amount', unit: 'CNY', value });

/** For the branch alone: whose weight is not known, and why. */
const ofManager = ({ context: { manager }, weight, missing }: Sharer): Missing[] =>
  weight !== null ? [] : missingOfManager(manager, missing);

const othersOpen: Missing = {
  key: 'pool:weights',
  text: { zh: '池内有人的权重不明', en: 'a weight of this pool is not known' },
};
const withErrors: Missing = {
  key: 'pool:left-out',
  text: { zh: '池内有人因数据错误未参加考核', en: 'errors keep somebody of this pool out' },
};

/** A figure at its price: by units, tiers or bands, times further factors, within bounds; exact until its line is rounded. */
import { type Calculation, type Fact, partsOf } from '../../../model/fact.ts';
import { type Missing, numberIn } from '../../../model/judgement.ts';
import { isEqual } from '../../../model/ratio.ts';
import type { SectionFigure } from '../../../model/section-result.ts';
import type { AmountSpec, PricedSpec, StepSpec } from '../../../model/sections/lines.ts';
import { type TableColumn, tableColumns } from '../../../model/sections/table.ts';
import { join, type Text } from '../../../model/text.ts';
import { type ComputedAs, calculated, howOf, ofKind, worth } from '../../arithmetic.ts';
import { type Context, gradeOf } from '../../context.ts';
import { figureOf as seenOf } from '../../figures/index.ts';
import { eachOnce } from '../../finding.ts';
import { withoutFigure } from '../../without-figure.ts';
import { amountColumn, amountTitle, figureIn, type Row, rowBelow } from './row.ts';
import { boundOf, chosen, type Step, tiersOf } from './steps.ts';

export interface Priced {
  /** Not rounded; null: it does not apply. */
  readonly how: Calculation | null;
  readonly missing: readonly Missing[];
  /** What it rests on: the figure, the price, the parts in the tiers, the factors. */
  readonly figures: readonly SectionFigure[];
}

const words = {
  per: { zh: '计价单位（元）', en: 'per (yuan)' },
  perUnits: tableColumns.per,
  price: { zh: '单价', en: 'price' },
  band: { zh: '档次得分', en: 'by its band' },
  tier: (at: number) => ({ zh: `第${at}档内`, en: `in tier ${at}` }),
  amount: { zh: '金额', en: 'amount' },
  least: { zh: '不低于', en: 'at least' },
  most: { zh: '不超过', en: 'at most' },
} as const;

/** A figure as a part of a calculation: as it stands where that is exact, else as it is worked out. */
export function exactly(fact: Fact): Calculation {
  const how = howOf(fact);
  const [shown, exact] = [numberIn(fact.quantity), worth(how)];
  return shown && exact && isEqual(shown, exact) ? { fact } : how;
}

export function priced(spec: PricedSpec, row: Row, as: ComputedAs, context: Context): Priced {
  const at = (parameter: string): Fact => context.branch.parameters.fact(parameter, gradeOf(context));
  const seen = seenOf(spec.of, context);
  const shown = seen.nothingDue ? withoutFigure(seen.fact.origin.title) : seen.fact;
  const figure = figureIn(row, 'figure', 'figure', tableColumns.figure, shown);
  const figures = [figure];
  if (seen.nothingDue) {
    const stated = spec['nothing-due'];
    return { how: stated === undefined ? null : { fact: at(stated) }, missing: [], figures };
  }
  const missing: Missing[] = [...seen.missing];
  /** A value of the policy, or a figure: what is missing of it is missing here. */
  const amountOf = (amount: AmountSpec): Fact => {
    if (typeof amount === 'string') return at(amount);
    const found = seenOf(amount, context);
    missing.push(...found.missing);
    return found.fact;
  };
  const stepsOf = <S extends Omit<StepSpec, 'gives'>>(
    steps: readonly S[],
    gives: (step: S) => AmountSpec,
  ): Step[] => steps.map((step) => ({ bound: boundOf(step, at), gives: exactly(amountOf(gives(step))) }));
  const add: Tools['add'] = (below, column, id, what, fact) => {
    const own = figureIn(below, column, id, what, fact);
    figures.push(own);
    return exactly(own.fact);
  };

  const base = baseOf(spec, row, figure.fact, { amountOf, stepsOf, add, at, as });
  const factors = (spec.times ?? []).map((factor, index): Calculation | null => {
    const below = rowBelow(row, `times-${index + 1}`, factor.title, join([row.called, ' · ', factor.title]));
    const found = seenOf(factor.of, context);
    missing.push(...found.missing);
    const stated = factor['nothing-due'];
    if (found.nothingDue) return stated === undefined ? null : add(below, 'factor', '', null, at(stated));
    const { bands, least, most } = factor;
    if ([bands, least, most].every((each) => each === undefined))
      return add(below, 'factor', '', null, found.fact);
    const of = add(below, 'figure', 'figure', tableColumns.figure, found.fact);
    const by = bands
      ? chosen(
          of,
          stepsOf(bands, ({ gives }) => gives),
        )
      : of;
    const within = boundsOf(factor, by, below, amountOf);
    figures.push(...within.bounds);
    return add(below, 'factor', '', null, chosenFact(factor.title, within.how));
  });
  if (factors.includes(null)) return { how: null, missing: [], figures };
  const all = factors.flatMap((factor) => factor ?? []);
  const whole: Calculation = all.length === 0 ? base : { product: [base, ...all] };
  const { bounds, how } = boundsOf(spec, whole, row, amountOf);
  return { how, missing: eachOnce(missing), figures: [...figures, ...bounds] };
}

/** Within the bounds that a line, or a part of one, may have. */
export function boundsOf(
  { least, most }: Pick<PricedSpec, 'least' | 'most'>,
  how: Calculation,
  row: Row,
  amountOf: (amount: AmountSpec) => Fact,
): { how: Calculation; bounds: SectionFigure[] } {
  const bounds = Object.entries({ least, most }).flatMap(([key, amount]): SectionFigure[] => {
    if (amount === undefined) return [];
    const title = words[key as 'least' | 'most'];
    const below = rowBelow(row, key, title, join([row.called, ' · ', title]));
    return [{ ...figureIn(below, 'figure', '', null, amountOf(amount)), shared: true }];
  });
  const bound = (key: string): Calculation | null => {
    const found = bounds.find(({ id }) => id === `${row.row}.${key}`);
    return found === undefined ? null : exactly(found.fact);
  };
  return { how: bounded(how, bound('least'), bound('most')), bounds };
}

/** At least one, at most the other; the upper bound goes before the lower one. */
export function bounded(how: Calculation, least: Calculation | null, most: Calculation | null): Calculation {
  const above: Calculation = least === null ? how : { largest: [least, how] };
  return most === null ? above : { smallest: [most, above] };
}

interface Tools {
  readonly amountOf: (amount: AmountSpec) => Fact;
  readonly stepsOf: <S extends Omit<StepSpec, 'gives'>>(
    steps: readonly S[],
    gives: (step: S) => AmountSpec,
  ) => Step[];
  /** Shows a figure of the row, and gives it as a part of the calculation. */
  readonly add: (row: Row, column: TableColumn, id: string, what: Text | null, fact: Fact) => Calculation;
  readonly at: (parameter: string) => Fact;
  readonly as: ComputedAs;
}

/** The amount before further factors and bounds. */
function baseOf(spec: PricedSpec, row: Row, figure: Fact, tools: Tools): Calculation {
  const { amountOf, stepsOf, add, at, as } = tools;
  const x = exactly(figure);
  const per = spec.per === undefined ? null : at(spec.per);
  const unit = per && add(row, 'per', 'per', words[isAmount(per) ? 'per' : 'perUnits'], per);
  const units = (of: Calculation): Calculation => {
    const each: Calculation = unit === null ? of : { quotient: [of, unit] };
    return spec['whole-units'] ? towardZero(each, neverBelow0(spec)) : each;
  };
  if (spec.price !== undefined)
    return { product: [units(x), add(row, 'price', 'price', words.price, amountOf(spec.price))] };
  if (spec.bands !== undefined) {
    const how = chosen(
      x,
      stepsOf(spec.bands, ({ gives }) => gives),
    );
    return add(row, 'price', 'band', words.band, calculated(words.band, as, how));
  }
  if (spec.tiers === undefined) return x;
  const steps = stepsOf(spec.tiers.steps, ({ price }) => price);
  if (spec.tiers.kind === 'whole') {
    const price = chosenFact(words.price, chosen(x, steps));
    return { product: [units(x), add(row, 'price', 'price', words.price, price)] };
  }
  return {
    sum: tiersOf(x, steps).map(({ part, price }, index) => {
      const title = words.tier(index + 1);
      const below = rowBelow(row, `tier-${index + 1}`, title, join([row.called, ' · ', title]));
      const value = figure.quantity && worth(part);
      const lies: Fact = {
        quantity: value && figure.quantity && ofKind(value, figure.quantity),
        origin: { kind: 'calculation', title, how: part },
      };
      const how: Calculation = {
        product: [
          units(add(below, 'figure', '', null, lies)),
          add(below, 'price', 'price', words.price, chosenFact(words.price, price)),
        ],
      };
      const amount = calculated(title, as, how);
      return add(below, amountColumn(as), 'amount', amountTitle(words.amount, as), amount);
    }),
  };
}

const isAmount = ({ quantity }: Fact): boolean => quantity?.kind === 'amount';

/** The price or factor of a step, counted as the one that is chosen. */
function chosenFact(title: Text, how: Calculation): Fact {
  if ('fact' in how) return how.fact;
  const value = worth(how);
  const like = value && likeOf(how);
  return {
    quantity: value && like && ofKind(value, like),
    origin: { kind: 'calculation', title, how },
  };
}

/** What the value that a choice comes to is counted in. */
function likeOf(how: Calculation): Fact['quantity'] {
  if ('fact' in how) return how.fact.quantity;
  if ('largest' in how || 'smallest' in how) return firstLike(partsOf(how));
  if (!('when' in how)) return { kind: 'count', unit: 'number', value: 0 };
  return likeOf(how.met) ?? likeOf(how.otherwise);
}

const firstLike = (parts: readonly Calculation[]): Fact['quantity'] => likeOf(parts.at(-1) ?? nought);

/** Events are counted, and what exceeds or falls short is 0 at least. */
const neverBelow0 = ({ of }: PricedSpec): boolean =>
  typeof of === 'object' &&
  (of.events !== undefined || (of.between !== undefined && of.between.part !== 'common'));

const nought: Calculation = { number: '0' };

/** Without its fraction. */
const towardZero = (of: Calculation, isPositive: boolean): Calculation =>
  isPositive
    ? { whole: of }
    : {
        when: of,
        atLeast: nought,
        met: { whole: of },
        otherwise: { difference: [nought, { whole: { difference: [nought, of] } }] },
      };

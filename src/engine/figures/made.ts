/** Figures that are made of others, exactly: added, multiplied, divided, set off against each other. */
import { type Calculation, type Fact, isInUnit, type Quantity } from '../../model/fact.ts';
import type { FigurePart, MadeKey, WrittenFigure } from '../../model/figures/index.ts';
import { isEqual, zero } from '../../model/ratio.ts';
import { join, type Text } from '../../model/text.ts';
import { howOf, ofKind, worth } from '../arithmetic.ts';
import { eachOnce } from '../finding.ts';
import type { FigureValue } from './value.ts';

type Between = NonNullable<WrittenFigure['between']>;

const nought: Calculation = { number: '0' };
const above = (a: Calculation, b: Calculation): Calculation => ({
  largest: [nought, { difference: [a, b] }],
});

const parts: Readonly<
  Record<Between['part'], { readonly title: Text; how(a: Calculation, b: Calculation): Calculation }>
> = {
  common: { title: { zh: '取小', en: 'the smaller of' }, how: (a, b) => ({ smallest: [a, b] }) },
  excess: { title: { zh: '超出', en: 'above' }, how: above },
  shortfall: { title: { zh: '不足', en: 'below' }, how: (a, b) => above(b, a) },
};

interface Made {
  readonly of: readonly Fact[];
  readonly title: Text;
  readonly how: Calculation;
  readonly kind: Quantity | null;
}

/** The parts of a made figure, in order. */
export function partsOf(form: MadeKey, figure: WrittenFigure): readonly FigurePart[] {
  if (form === 'between') return figure.between ? [figure.between.a, figure.between.b] : [];
  return figure[form] ?? [];
}

/** What is made of figures that are all known. */
export function made(form: MadeKey, figure: WrittenFigure, of: readonly FigureValue[]): FigureValue {
  const facts = of.map(({ fact }) => fact);
  const hows = facts.map(howOf);
  const [a = nought, b = nought] = hows;
  const first = facts[0]?.quantity ?? null;
  switch (form) {
    case 'sum':
      return together(of, { of: facts, title: named(facts, '＋', ' + '), how: { sum: hows }, kind: first });
    case 'difference':
      return together(of, {
        of: facts,
        title: named(facts, '－', ' − '),
        how: { difference: [a, b] },
        kind: first,
      });
    case 'product':
      return together(of, {
        of: facts,
        title: named(facts, '×', ' × '),
        how: { product: hows },
        kind: productKind(facts),
      });
    case 'between': {
      const part = parts[figure.between?.part ?? 'common'];
      const title = named(facts, `${part.title.zh}`, ` ${part.title.en} `);
      return together(of, { of: facts, title, how: part.how(a, b), kind: first });
    }
  }
}

/** One figure by another. Where the divisor is 0 there is nothing to say, whatever is known of the dividend. */
export function divided(dividend: FigureValue, divisor: FigureValue): FigureValue {
  const facts = [dividend.fact, divisor.fact];
  const title = named(facts, '÷', ' ÷ ');
  const below = worth(howOf(divisor.fact));
  const how: Calculation = { quotient: [howOf(dividend.fact), howOf(divisor.fact)] };
  if (below !== null && isEqual(below, zero))
    return {
      fact: { quantity: null, origin: { kind: 'calculation', title, how } },
      missing: [],
      nothingDue: true,
    };
  return together([dividend, divisor], { of: facts, title, how, kind: quotientKind(facts) });
}

/** Not known where one of them is not, and no figure where one of them does not apply. */
function together(of: readonly FigureValue[], { of: facts, title, how, kind }: Made): FigureValue {
  const nothingDue = of.some((each) => each.nothingDue);
  const known = facts.every(({ quantity }) => quantity !== null);
  const value = known && kind !== null ? worth(how) : null;
  return {
    fact: {
      quantity: value && kind && ofKind(value, kind),
      origin: { kind: 'calculation', title, how: known ? how : { from: facts } },
    },
    missing: nothingDue ? [] : eachOnce(of.flatMap(({ missing }) => missing)),
    nothingDue,
  };
}

const share: Quantity = { kind: 'ratio', value: zero };
const plain: Quantity = { kind: 'count', unit: 'number', value: 0 };

/** Money stays money, times whatever else; so does what is counted. */
function productKind(facts: readonly Fact[]): Quantity | null {
  const quantities = facts.flatMap(({ quantity }) => quantity ?? []);
  const counted = quantities.find(isMoney) ?? quantities.find(isInUnit);
  return counted ?? (quantities.every(({ kind }) => kind === 'ratio') ? share : plain);
}

/** Money by whatever else is money, by money a share; whatever else is a share too. */
function quotientKind([above, below]: readonly Fact[]): Quantity | null {
  const [a, b] = [above?.quantity ?? null, below?.quantity ?? null];
  return a && b && isMoney(a) && !isMoney(b) ? a : share;
}

const isMoney = (quantity: Quantity): boolean =>
  quantity.kind === 'amount' && ['CNY', 'USD'].includes(quantity.unit);

const titleOf = ({ origin }: Fact): Text => origin.title;
const named = (facts: readonly Fact[], zh: string, en: string): Text => join(facts.map(titleOf), { zh, en });

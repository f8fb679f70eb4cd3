/** What a figure that is made of others is counted in. */
import { expect, test } from 'vitest';
import { divided, made } from '../../src/engine/figures/made.ts';
import { figureValue } from '../../src/engine/figures/value.ts';
import { amountOf, countOf, type Quantity } from '../../src/model/fact.ts';
import { parseRatio } from '../../src/model/ratio.ts';
import { same } from '../../src/model/text.ts';

const of = (quantity: Quantity) =>
  figureValue({ quantity, origin: { kind: 'calculation', title: same('x'), how: { from: [] } } });

const yuan = of(amountOf('CNY', 900_00n));
const dollars = of(amountOf('USD', 100_00n));
const customers = of(amountOf('户', 4_00n));
const events = of(countOf('number', 3));
const half = of({ kind: 'ratio', value: parseRatio('0.5') });

test.each([
  ['yuan by an indicator of customers', yuan, customers, amountOf('CNY', 225_00n)],
  ['yuan by events', yuan, events, amountOf('CNY', 300_00n)],
  ['yuan by a share', yuan, half, amountOf('CNY', 1800_00n)],
  ['yuan by yuan', yuan, of(amountOf('CNY', 1800_00n)), { kind: 'ratio', value: parseRatio('0.5') }],
] as const)('%s', (_, above, below, quantity) => {
  expect(divided(above, below).fact.quantity).toEqual(quantity);
});

test('whatever stands first, a product with money is money', () => {
  const product = { product: [{ metric: '户数', basis: 'year' }, { value: 'price' }] } as const;
  expect(made('product', { product: [...product.product] }, [customers, dollars]).fact.quantity).toEqual(
    amountOf('USD', 400_00n),
  );
});

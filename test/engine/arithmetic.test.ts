/** Every way in which a figure follows from others, and that what is not known stays unknown. */
import { describe, expect, test } from 'vitest';
import { type ComputedAs, computed, points, worth, yuan } from '../../src/engine/arithmetic.ts';
import { amountOf, type Calculation, countOf, operandsOf, type Quantity } from '../../src/model/fact.ts';
import { parseRatio } from '../../src/model/ratio.ts';
import { same } from '../../src/model/text.ts';

const figure = (quantity: Quantity | null): Calculation => ({
  fact: { quantity, origin: { kind: 'calculation', title: same(''), how: { from: [] } } },
});
const ratioOf = (text: string) => figure({ kind: 'ratio', value: parseRatio(text) });
const [a, b, c, unknown] = [ratioOf('3'), ratioOf('-1.5'), ratioOf('0.1'), figure(null)];
const number = (text: string): Calculation => ({ number: text });

describe('the value of', () => {
  test.each<[string, Calculation, string]>([
    ['a figure', a, '3'],
    ['a number', number('0.0001'), '0.0001'],
    ['a sum', { sum: [a, b, c] }, '1.6'],
    ['an empty sum', { sum: [] }, '0'],
    ['a difference', { difference: [b, a] }, '-4.5'],
    ['a product', { product: [a, b, c] }, '-0.45'],
    ['a mean', { mean: [a, b, number('3')] }, '1.5'],
    ['a quotient', { quotient: [a, number('7')] }, '3/7'],
    ['the largest', { largest: [b, a, c] }, '3'],
    ['the smallest', { smallest: [a, b, c] }, '-1.5'],
    ['the second largest', { nth: 2, of: [a, b, c] }, '0.1'],
    ['the whole of 3.9', { whole: number('3.9') }, '3'],
    ['the whole of -1.5', { whole: b }, '-2'],
    ['cents, half-up', { cents: number('0.125') }, '0.13'],
    ['cents, half-up below 0', { cents: number('-0.125') }, '-0.13'],
    ['a condition at its line', { when: a, atLeast: number('3'), met: b, otherwise: c }, '-1.5'],
    ['a condition under its line', { when: a, atLeast: number('3.01'), met: b, otherwise: c }, '0.1'],
  ])('%s', (_, by, expected) => {
    expect(worth(by)).toEqual(parseRatio(expected));
  });

  test('is not known where a figure is not', () => {
    for (const how of [unknown, { sum: [a, unknown] }, { cents: { product: [unknown, a] } }])
      expect(worth(how)).toBeNull();
  });
});

describe('a computed figure', () => {
  const pay = figure(amountOf('CNY', 1050n));
  const share = figure({ kind: 'ratio', value: parseRatio('1/3') });
  const times = figure(countOf('events', 2));
  const quantity = (how: Calculation | null, as: ComputedAs = yuan) =>
    computed('sum', same('sum'), as, how).fact.quantity;

  test('takes money in yuan, shares as fractions and counts as they are', () => {
    const how = { product: [pay, share, times] };
    expect(quantity(how)).toEqual(amountOf('CNY', 700n));
    expect(quantity(how, points)).toEqual(amountOf('', 700n));
    expect(quantity(how, 'share')).toMatchObject({ kind: 'ratio' });
  });

  test('is not known where one of them is not, and names what it rests on', () => {
    expect(quantity({ sum: [pay, unknown] })).toBeNull();
    expect(quantity(null)).toBeNull();
    const how = { sum: [pay, share] };
    const { origin } = computed('sum', same('sum'), yuan, how).fact;
    expect(origin).toMatchObject({ kind: 'calculation', how });
    expect(operandsOf(how)).toHaveLength(2);
  });
});

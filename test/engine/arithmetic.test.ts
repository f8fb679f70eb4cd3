/** Every way in which a figure follows from others, and that what is not known stays unknown. */
import { describe, expect, test } from 'vitest';
import { computed, points, worth, yuan } from '../../src/engine/arithmetic.ts';
import { amountOf, countOf, type Quantity } from '../../src/model/fact.ts';
import { parseRatio } from '../../src/model/ratio.ts';
import type { Arithmetic, SectionFigure } from '../../src/model/section-result.ts';
import { same } from '../../src/model/text.ts';

const figures: Readonly<Record<string, string>> = { a: '3', b: '-1.5', c: '0.1' };
const known = (id: string) => (figures[id] === undefined ? null : parseRatio(figures[id]));
const [a, b, c, unknown] = ['a', 'b', 'c', 'unknown'].map((figure): Arithmetic => ({ figure })) as [
  Arithmetic,
  Arithmetic,
  Arithmetic,
  Arithmetic,
];
const number = (text: string): Arithmetic => ({ number: text });

describe('the value of', () => {
  test.each<[string, Arithmetic, string]>([
    ['a figure', a, '3'],
    ['a number', number('0.0001'), '0.0001'],
    ['a sum', { sum: [a, b, c] }, '1.6'],
    ['an empty sum', { sum: [] }, '0'],
    ['a difference', { difference: [b, a] }, '-4.5'],
    ['a product', { product: [a, b, c] }, '-0.45'],
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
    expect(worth(by, known)).toEqual(parseRatio(expected));
  });

  test.each<[Arithmetic]>([[unknown], [{ sum: [a, unknown] }], [{ cents: { product: [unknown, a] } }]])(
    'what is not known: %j',
    (by) => {
      expect(worth(by, known)).toBeNull();
    },
  );
});

describe('a computed figure', () => {
  const read = (id: string, quantity: Quantity | null): SectionFigure => ({
    id,
    title: same(id),
    fact: { quantity, origin: { kind: 'calculation', title: same(id), of: [] } },
    by: null,
  });
  const before = [
    read('pay', amountOf('CNY', 1050n)),
    read('share', { kind: 'ratio', value: parseRatio('1/3') }),
    read('times', countOf('events', 2)),
    read('open', null),
  ];
  const quantity = (by: Arithmetic | null, as = yuan) =>
    computed(before, 'sum', same('sum'), as, by).fact.quantity;

  test('takes money in yuan, shares as fractions and counts as they are', () => {
    const by = { product: [{ figure: 'pay' }, { figure: 'share' }, { figure: 'times' }] };
    expect(quantity(by)).toEqual(amountOf('CNY', 700n));
    expect(quantity(by, points)).toEqual(amountOf('', 700n));
    expect(quantity(by, 'share')).toMatchObject({ kind: 'ratio' });
  });

  test('is not known where one of them is not, and names what it rests on', () => {
    expect(quantity({ sum: [{ figure: 'pay' }, { figure: 'open' }] })).toBeNull();
    expect(quantity(null)).toBeNull();
    const { origin } = computed(before, 'sum', same('sum'), yuan, { sum: [{ figure: 'pay' }] }).fact;
    expect(origin).toMatchObject({ kind: 'calculation', of: [before[0]?.fact] });
  });
});

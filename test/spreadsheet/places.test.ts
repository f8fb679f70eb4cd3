/** A figure that two places would show as what it is not is shown in full; any other is not, and no change is. */
import { expect, test } from 'vitest';
import { countOf } from '../../src/model/fact.ts';
import { parseRatio } from '../../src/model/ratio.ts';
import { figure, inTwoPlaces, percentage, wan } from '../../src/spreadsheet/cells.ts';

const lines = [parseRatio('1'), parseRatio('0.85')];

test.each([
  ['0.99996', 'percentFull'],
  ['1.00004', 'percentFull'],
  ['1', 'percent'],
  ['0.9999', 'percent'],
  ['0.84996', 'percentFull'],
  ['0.85', 'percent'],
  // Near a whole per cent that is no line.
  ['1.09001105', 'percent'],
  ['0.80004', 'percent'],
])('%s beside the lines 100 %% and 85 %%', (written, format) => {
  expect(percentage(parseRatio(written), {}, lines).format).toBe(format);
});

test('four cents are told of what somebody has, and hidden in what it has changed by', () => {
  expect(wan(4n)).toEqual({ value: 0.000004, format: 'wanFull' });
  expect(inTwoPlaces(wan(4n))).toEqual({ value: 0.000004, format: 'wan' });
  expect(inTwoPlaces(wan(5_000n))).toEqual({ value: 0.005, format: 'wan' });
});

test('a number with a fraction shows it: a coefficient of 1.5 is not 2', () => {
  const formatOf = (value: number) => figure(countOf('number', value)).format;
  expect([formatOf(2), formatOf(1.5), formatOf(756.25)]).toEqual(['whole', 'decimal', 'decimal']);
});

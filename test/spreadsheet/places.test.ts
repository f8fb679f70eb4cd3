/** A figure that two places would show as what it is not is shown in full; any other is not, and no change is. */
import { expect, test } from 'vitest';
import { countOf, inUnit } from '../../src/model/fact.ts';
import { parseRatio, percent } from '../../src/model/ratio.ts';
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

test.each([
  ['0.00004', 'percentFull'],
  ['-0.00004', 'percentFull'],
  ['0', 'percent'],
  ['0.0001', 'percent'],
  ['0.99996', 'percentFull'],
  ['1', 'percent'],
])('%s beside no line: neither nothing nor the whole, unless it is', (written, format) => {
  expect(percentage(parseRatio(written)).format).toBe(format);
});

test('four cents are told of what somebody has, and hidden in what it has changed by', () => {
  expect(wan(4n)).toEqual({ value: 0.000004, format: 'wanFull' });
  expect(inTwoPlaces(wan(4n))).toEqual({ value: 0.000004, format: 'wan' });
  expect(inTwoPlaces(wan(5_000n))).toEqual({ value: 0.005, format: 'wan' });
});

test.each([
  ['99.996', 'decimalFull'],
  ['39.9999', 'decimalFull'],
  ['0.000000001', 'decimalFull'],
  ['100', 'decimal'],
  ['99.99', 'decimal'],
])('%s of what is no money stands with all its places', (written, format) => {
  const cell = figure(inUnit('%', parseRatio(written)));
  expect(cell).toEqual({ value: Number(written), format });
});

test('in words a percentage has the places that tell it from the line beside it', () => {
  const said = (value: string, line?: string) =>
    percent(parseRatio(value), line === undefined ? undefined : parseRatio(line));
  expect([said('0.99996'), said('0.99996', '1'), said('0.99996', '0.8'), said('1', '1')]).toEqual([
    '100.00 %',
    '99.996 %',
    '100.00 %',
    '100.00 %',
  ]);
  expect(said('0.999999999999', '1')).toBe('99.9999999999 %');
  expect(said('-0.00004', '0')).toBe('-0.004 %');
});

test('a number with a fraction shows it: a coefficient of 1.5 is not 2', () => {
  const formatOf = (value: number) => figure(countOf('number', value)).format;
  expect([formatOf(2), formatOf(1.5), formatOf(756.25)]).toEqual(['whole', 'decimal', 'decimal']);
});

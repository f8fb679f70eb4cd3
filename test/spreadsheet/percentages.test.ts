/** A percentage that two places would show as a line that it is not on is shown in full; any other is not. */
import { expect, test } from 'vitest';
import { parseRatio } from '../../src/model/ratio.ts';
import { percentage } from '../../src/spreadsheet/cells.ts';

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

/** Where a header is broken into lines. */
import { expect, test } from 'vitest';
import { brokenHeader, fixedHeaderWidth, headerWidth, unbroken } from '../../src/spreadsheet/measure.ts';

test.each([
  ['one that fits is left alone', '应发（元）', 10, '应发（元）'],
  ['before a bracket, not within it', '应发（元）', 9, '应发\n（元）'],
  [
    'before as few brackets as need be',
    '日均存款（不含协议存款）（万元）',
    24,
    '日均存款（不含协议存款）\n（万元）',
  ],
  ['before each of them', '日均存款（不含协议存款）（万元）', 16, '日均存款\n（不含协议存款）\n（万元）'],
  ['in parts of one length', '高级客户经理', 10, '高级客\n户经理'],
  ['of which none is longer than they must be', '定期类存款年日均增量', 8, '定期类存\n款年日均\n增量'],
  ['numbers stay whole', '10月减半天数', 8, '10月减\n半天数'],
  ['English words stay whole', 'Average of main', 11, 'Average of main'],
  ['an English bracket loses its space', 'Allowance (CNY)', 12, 'Allowance\n(CNY)'],
])('%s', (_, header, width, expected) => {
  expect(brokenHeader(header, width)).toBe(expected);
  expect(unbroken(expected)).toBe(header);
});

test.each([
  ['应发（元）', 2, 6],
  ['主要指标本季平均', 2, 8],
  ['主要指标本季平均完成率', 2, 12],
  ['主要指标本季平均完成率', 3, 8],
  ['日均存款（不含协议存款）（万元）', 3, 16],
])('%s in %i lines is at least %i wide', (header, lines, width) => {
  expect(headerWidth(header, lines)).toBe(width);
});

test.each([
  ['解聘（建议）', 13],
  ['解聘', 4],
  ['高级客户经理', 8],
  ['Dismissal (proposed)', 25],
])('%s without a line break is %d wide at least', (header, width) => {
  expect([2, 3].map((lines) => fixedHeaderWidth(header, lines))[0]).toBe(width);
});

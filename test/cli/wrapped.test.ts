/** On a terminal of 60 columns tables and trees go on below with their indent, and lose nothing. */
import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { leaf, table, tree, widthOf } from '../../src/cli/table.ts';
import { wrapped, wrappedText } from '../../src/cli/wrapped.ts';

const narrow = 60;
const bare = (lines: readonly string[]): string => lines.join('').replaceAll(/[│├└─\s]/gu, '');

describe('in a narrow terminal', () => {
  test('what fits stays as it is', () => {
    const lines = ['a  b', '', '└─ 一'];
    expect(wrapped(lines, narrow)).toEqual(lines);
  });

  test('a tree goes on under its branch', () => {
    const lines = tree([
      { text: '存款', below: [leaf('日均存款不低于一千五百万元，'.repeat(4)), leaf('贷款')] },
      leaf('预警 '.repeat(20).trim()),
    ]);
    const shown = wrapped(lines, narrow);
    expect(Math.max(...shown.map(widthOf))).toBeLessThanOrEqual(narrow);
    // 112 columns of text in rooms of 54.
    expect(shown.map((line) => line.slice(0, 6))).toEqual([
      '├─ 存款',
      '│  ├─ ',
      '│  │  ',
      '│  │  ',
      '│  └─ ',
      '└─ 预警 ',
      '   预警 ',
    ]);
    expect(bare(shown)).toBe(bare(lines));
  });

  test('a message goes on under what it tells to do; where nobody knows how wide, it stays as it is', () => {
    const message = `错误 deposits.csv：空\n     → ${'请核对导出，'.repeat(6)}\n`;
    const shown = wrappedText(message, narrow).split('\n');
    // 72 columns of advice in rooms of 53.
    expect(shown.map((line) => line.slice(0, 7))).toEqual(['错误 depo', '     → ', '       ', '']);
    expect(wrappedText(message, null)).toBe(message);
  });

  test('a table goes on under its last column, in colours too', () => {
    const { red } = new Chalk({ level: 1 });
    const lines = table(
      [
        ['code', '名称', 'source'],
        ['plan', '工作计划', red('银行客户经理工作计划；'.repeat(5))],
        ['duties', '履职', 'short'],
      ],
      ['left'],
    );
    const shown = wrapped([...lines, '', 'word '.repeat(15).trim()], narrow);
    expect(Math.max(...shown.map(widthOf))).toBeLessThanOrEqual(narrow);
    // `duties`, two columns apart, `工作计划`, two columns apart.
    expect(shown[3]).toMatch(/^ {18}\S/);
    expect(bare(shown)).toBe(bare([...lines, 'word '.repeat(15)]));
    expect(shown.at(-1)).toBe('word word word');
  });
});

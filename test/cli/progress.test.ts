/** How far work has come: what the line says, in both languages, and that it fits the terminal. */
import { describe, expect, test } from 'vitest';
import { progressLine } from '../../src/cli/progress.ts';
import { widthOf } from '../../src/cli/table.ts';
import { phases } from '../../src/run/phases.ts';

const writing = { phase: phases.workbooks, done: 300, of: 1200, counted: undefined, seconds: 60 };
const reading = { phase: phases.reading, done: 750, of: 1000, counted: 90_000, seconds: 30 };

describe('the line of a progress display', () => {
  test('phase, share, count, rate and time left', () => {
    expect(progressLine(writing, 100, 'en')).toBe(
      'Workbooks  [=====---------------]  25%  300/1,200 managers  5.0/s  3 min 0 s left',
    );
    expect(progressLine(writing, 100, 'zh')).toBe(
      '个人工作簿  [=====---------------]  25%  300/1,200 人  每秒 5.0  剩余 3 分 0 秒',
    );
  });

  test('what is counted may be another thing than what is measured', () => {
    expect(progressLine(reading, 100, 'en')).toBe(
      'Reading  [===============-----]  75%  90,000 rows  3,000/s  10 s left',
    );
  });

  test('hours', () => {
    expect(progressLine({ ...writing, seconds: 3600 }, 100, 'en')).toContain('3 h 0 min left');
    expect(progressLine({ ...writing, seconds: 3600 }, 100, 'zh')).toContain('剩余 3 小时 0 分');
  });

  test('no rate before there is one', () => {
    expect(progressLine({ ...writing, seconds: 0.2 }, 100, 'en')).toMatch(/managers$/);
    expect(progressLine({ ...writing, done: 0 }, 100, 'en')).toMatch(/ 0% {2}0\/1,200 managers$/);
  });

  test('a phase of nothing countable is its title', () => {
    expect(progressLine({ ...writing, phase: phases.workbook, done: 0, of: 0 }, 100, 'en')).toBe('Workbook…');
  });

  test.each([100, 80, 60, 40, 20, 10, 3])('on %i columns it takes one line', (width) => {
    for (const lang of ['zh', 'en'] as const)
      for (const state of [writing, reading])
        expect(widthOf(progressLine(state, width, lang))).toBeLessThan(width);
  });
});

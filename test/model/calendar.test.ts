/** Quarters, month ends and leap years. */
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  earlierThisYear,
  firstDay,
  halfYearOf,
  isDay,
  isQuarter,
  lastDay,
  lastOfMonth,
  monthsOf,
  quarterOf,
  shiftQuarter,
  stageOf,
  workingDaysIn,
  yearOf,
  yearsBetween,
} from '../../src/model/calendar.ts';

describe('days', () => {
  test.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2100-02-29', false],
    ['2000-02-29', true],
    ['2026-13-01', false],
    ['2026-04-31', false],
    ['2026-4-1', false],
    ['0000-01-01', false],
    ['0999-12-31', false],
    ['20260401', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  test.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-08-28', 6, '2027-02-28'],
    ['2026-03-31', 6, '2026-09-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-15', 6, '2026-07-15'],
    ['2026-10-31', 1, '2026-11-30'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  test.each([
    ['2025-09-30', '2026-09-30', 1],
    ['2025-10-01', '2026-09-30', 0],
    ['2025-09-29', '2026-09-30', 1],
    ['2024-02-29', '2025-02-27', 0],
    ['2024-02-29', '2025-03-01', 1],
    ['2024-02-29', '2028-02-28', 3],
    ['2024-02-29', '2028-02-29', 4],
    ['2026-12-31', '2026-09-30', 0],
  ])('from %s to %s are %i years', (from, to, years) => {
    expect(yearsBetween(from, to) + 0).toBe(years);
  });

  test('counting days over a leap day', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2028-02-01', '2028-03-01')).toBe(29);
    expect(daysBetween('2026-03-01', '2026-02-01')).toBe(-28);
    expect([daysInMonth('2026-02-10'), daysInMonth('2028-02-10'), daysInMonth('2026-07-01')]).toEqual([
      28, 29, 31,
    ]);
  });
});

describe('quarters', () => {
  test.each([
    ['2026Q1', '2026-01-01', '2026-03-31', 'interim'],
    ['2026Q2', '2026-04-01', '2026-06-30', 'interim'],
    ['2026Q3', '2026-07-01', '2026-09-30', 'interim'],
    ['2026Q4', '2026-10-01', '2026-12-31', 'annual'],
  ])('%s is from %s to %s, %s', (quarter, first, last, stage) => {
    expect([firstDay(quarter), lastDay(quarter), stageOf(quarter)]).toEqual([first, last, stage]);
    expect([quarterOf(first), quarterOf(last)]).toEqual([quarter, quarter]);
  });

  test.each([
    ['2026Q1', -1, '2025Q4'],
    ['2026Q4', 1, '2027Q1'],
    ['2026Q2', -6, '2024Q4'],
    ['2026Q3', 0, '2026Q3'],
  ])('%s and %i is %s', (quarter, steps, expected) => {
    expect(shiftQuarter(quarter, steps)).toBe(expected);
  });

  test('the year so far', () => {
    expect(earlierThisYear('2026Q1')).toEqual([]);
    expect(earlierThisYear('2026Q4')).toEqual(['2026Q1', '2026Q2', '2026Q3']);
    expect(monthsOf('2026Q4')).toEqual(['2026-10-01', '2026-11-01', '2026-12-01']);
    expect([yearOf('2026Q1'), yearOf('2025-12-31')]).toEqual([2026, 2025]);
  });

  test.each([
    ['2026Q4', true],
    ['2026Q0', false],
    ['2026Q5', false],
    ['2026q1', false],
    ['26Q1', false],
    ['2026Q11', false],
    ['1900Q1', true],
    ['2099Q4', true],
    ['1899Q4', false],
    ['2100Q1', false],
    ['0000Q1', false],
    ['9999Q4', false],
  ])('%s is a quarter: %s', (text, expected) => {
    expect(isQuarter(text)).toBe(expected);
  });
});

describe('working days', () => {
  const none = { holidays: [], workingDays: [] };

  test('are Monday to Friday, both ends included', () => {
    expect(workingDaysIn('2026-10-09', '2026-10-12', none)).toEqual(['2026-10-09', '2026-10-12']);
    expect(workingDaysIn('2026-10-10', '2026-10-11', none)).toEqual([]);
    expect(workingDaysIn('2026-10-12', '2026-10-12', none)).toEqual(['2026-10-12']);
    expect(workingDaysIn('2026-10-13', '2026-10-12', none)).toEqual([]);
    expect(workingDaysIn('2026-10-01', '2026-12-31', none)).toHaveLength(66);
  });

  test('less the holidays, and with the weekend days that are worked', () => {
    const off = { holidays: ['2026-10-01', '2026-10-02', '2026-10-03'], workingDays: ['2026-10-10'] };
    expect(workingDaysIn('2026-09-30', '2026-10-12', off)).toEqual([
      '2026-09-30',
      ...['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08', '2026-10-09', '2026-10-10'],
      '2026-10-12',
    ]);
  });

  test('over a leap day and a turn of the year', () => {
    expect(workingDaysIn('2028-02-28', '2028-03-01', none)).toHaveLength(3);
    expect(workingDaysIn('2026-12-31', '2027-01-04', none)).toEqual([
      '2026-12-31',
      '2027-01-01',
      '2027-01-04',
    ]);
  });
});

test('months end and halves of a year', () => {
  expect(['2026-02-01', '2028-02-15', '2026-12-01'].map(lastOfMonth)).toEqual([
    '2026-02-28',
    '2028-02-29',
    '2026-12-31',
  ]);
  expect(halfYearOf('2026Q1')).toEqual({ first: '2026-01-01', last: '2026-06-30' });
  expect(halfYearOf('2026Q2')).toEqual(halfYearOf('2026Q1'));
  expect(halfYearOf('2026Q4')).toEqual({ first: '2026-07-01', last: '2026-12-31' });
});

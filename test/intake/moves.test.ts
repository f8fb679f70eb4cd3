/** Several rows of one manager in the roster: the unit on the period's last day. */
import { expect, test } from 'vitest';
import { codes, readOne } from './package.ts';

const roster = (...rows: string[]) =>
  readOne('roster', `${['工号,姓名,所属机构,现聘等级,调入日期', ...rows].join('\n')}\n`);
const unitsOf = ({ tables }: Awaited<ReturnType<typeof roster>>) => tables.roster.map(({ unit }) => unit);

const east = '0012,周砚秋,东城支行,四级,2025-01-01';
const north = '0012,周砚秋,北城支行,四级,';
const west = (day: string) => `0012,周砚秋,西城支行,四级,${day}`;

test.each([
  ['on the last day', '2026-09-30', '西城支行'],
  ['a day later', '2026-10-01', '东城支行'],
])('moved %s', async (_, day, unit) => {
  for (const rows of [
    [east, west(day)],
    [west(day), east],
  ]) {
    const found = await roster(...rows);
    expect(unitsOf(found)).toEqual([unit]);
    expect(found.problems.map(({ code }) => code)).toEqual(['roster.moved']);
    expect(found.readings[0]).toMatchObject({ rowsRead: 2, rowsKept: 1, rowsDropped: 1, rowsInError: 0 });
  }
});

test('a row without a day stands for the time before', async () => {
  expect(unitsOf(await roster(north, east, west('2026-08-01')))).toEqual(['西城支行']);
  expect(unitsOf(await roster(north, west('2026-11-01')))).toEqual(['北城支行']);
});

test('what names no one row is a duplicate', async () => {
  expect(codes(await roster(east, west('2025-01-01')))).toEqual(['row.duplicate']);
  expect(codes(await roster(north, north))).toEqual(['row.duplicate']);
  expect(codes(await roster(west('2026-10-01'), west('2026-11-01')))).toEqual(['row.duplicate']);
});

test('whoever is to move later is there now', async () => {
  const found = await roster(west('2026-11-01'));
  expect([found.problems, unitsOf(found)]).toEqual([[], ['西城支行']]);
});

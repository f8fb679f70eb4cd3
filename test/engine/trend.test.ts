/** Completions beside those of the quarter before, and the quarters in a row. */
import { expect, test } from 'vitest';
import { one, sixPlaces } from '../../src/model/ratio.ts';
import { appraised, managerIn } from './support/appraised.ts';
import { recordOf } from './support/history.ts';
import { type Given, packageOf } from './support/package.ts';

const target = (indicator: string, actual: string | null, of: string, main = true) => ({
  indicator,
  main,
  unit: 'CNY',
  quarter: { actual, target: of },
  year: { actual, target: of },
});
const planned = (targets: readonly Given<'targets'>[], history: Parameters<typeof recordOf>[1]) =>
  managerIn(
    appraised(packageOf({ roster: [{}], deposits: [{ quarter_avg: 90n }], targets }), {
      history: [recordOf('2026Q2', history)],
    }),
  );

test('each target with the completion of the same indicator in the quarter before', () => {
  const { targets } = planned(
    [
      { indicator: 'deposits', quarter_target: one },
      { indicator: 'loans', quarter_target: one },
      { indicator: 'new_deposits', quarter_target: one },
      { indicator: 'settlement', quarter_target: one },
    ],
    [
      {
        targets: [
          target('loans', '0.50', '1.00'),
          target('deposits', '0.75', '1.00'),
          target('settlement', null, '1.00'),
          target('new_deposits', '1.00', '0.00'),
        ],
      },
    ],
  );
  expect(
    targets.map(({ indicator, title, unit, quarter, previous }) => [
      indicator,
      title.zh,
      unit,
      quarter.ratio && sixPlaces(quarter.ratio),
      previous && sixPlaces(previous),
    ]),
  ).toEqual([
    ['deposits', '存款日均', 'CNY', '0.900000', '0.750000'],
    ['loans', '贷款日均', 'CNY', '0.000000', '0.500000'],
    ['new_deposits', '新增存款日均', 'CNY', '0.900000', null],
    ['settlement', '国际结算额', 'USD', '0.000000', null],
  ]);
});

test.each([
  ['the average of the main targets', [target('a', '0.50', '1.00'), target('b', '1.00', '1.00')], '0.750000'],
  ['not of the others', [target('a', '0.50', '1.00'), target('b', '1.00', '1.00', false)], '0.500000'],
  ['not of those that set no task', [target('a', '0.50', '1.00'), target('b', '1.00', '0.00')], '0.500000'],
  ['unknown where one is', [target('a', '0.50', '1.00'), target('b', null, '1.00')], null],
  ['unknown without any', [], null],
])('the trend: %s', (_, targets, expected) => {
  const { trend } = planned([{ indicator: 'deposits', quarter_target: one }], [{ targets, grade: 'third' }]);
  expect(
    trend.map(({ period, grade, completion }) => [period, grade, completion && sixPlaces(completion)]),
  ).toEqual([
    ['2026Q2', 'third', expected],
    ['2026Q3', 'second', '0.900000'],
  ]);
});

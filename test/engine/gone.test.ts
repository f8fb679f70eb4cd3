/** What the year's latest archived quarter exported and this package lacks is noted, once each. */
import { describe, expect, test } from 'vitest';
import { noLongerExported } from '../../src/engine/gone.ts';
import type { QuarterRecord } from '../../src/model/history.ts';
import { recordOf } from './support/history.ts';
import { packageOf } from './support/package.ts';

const exported = (period: string, of: Partial<QuarterRecord['exported']>): QuarterRecord => ({
  ...recordOf(period, []),
  exported: { accounts: [], loans: [], classified: [], customers: [], ...of },
});
const pkg = packageOf({
  deposits: [{ account: 'A1', customer_id: 'C1' }],
  loans: [{ loan_id: 'L1', customer_id: 'C2', manager_id: '' }],
  settlement: [{ customer_id: 'C3' }],
  classification: [{ loan_id: 'L2' }],
});
const gone = (history: readonly QuarterRecord[], period = '2026Q3') =>
  noLongerExported({ ...pkg, period }, history).map(({ severity, at, value }) => [severity, at.file, value]);

test.each<[string, Partial<QuarterRecord['exported']>, unknown[]]>([
  ['accounts', { accounts: ['A1', 'A2'] }, [['note', 'deposits.csv', 'A2']]],
  ['loans, unassigned ones too', { loans: ['L1', 'L2'] }, [['note', 'loans.csv', 'L2']]],
  ['classified loans', { classified: ['L1', 'L2'] }, [['note', 'classification.csv', 'L1']]],
  [
    'customers of any table',
    { customers: [['C1'], ['C2'], ['C3', '0001'], ['C4', '0001']] },
    [['note', 'deposits.csv', 'C4']],
  ],
  ['nothing', {}, []],
])('%s', (_, of, expected) => {
  expect(gone([exported('2026Q2', of)])).toEqual(expected);
});

describe('which quarter it is compared with', () => {
  const lost = { accounts: ['A9'] };
  test('the latest of this year', () => {
    expect(gone([exported('2026Q1', lost), exported('2026Q2', {})])).toEqual([]);
    expect(gone([exported('2026Q1', lost)])).toHaveLength(1);
  });
  test('none of another year: what was closed last year need not be exported', () => {
    expect(gone([exported('2025Q4', lost)], '2026Q1')).toEqual([]);
    expect(gone([], '2026Q1')).toEqual([]);
  });
});

test('what may stand in a row in error is not said to be gone', () => {
  const readings = pkg.readings.map((reading) => ({
    ...reading,
    rowsInError: reading.table === 'loans' ? 2 : 0,
  }));
  const history = [exported('2026Q2', { accounts: ['A9'], loans: ['L9'], customers: [['C9', '0001']] })];
  expect(
    noLongerExported({ ...pkg, period: '2026Q3', readings }, history).map(({ message }) => message.zh),
  ).toEqual([
    '存款账户 A9 在 2026Q2 有，本季没有',
    '授信业务 L9 在 2026Q2 有，本季未见；有 2 行有误，未读入，可能在其中',
    '客户 C9 在 2026Q2 有，本季未见；有 2 行有误，未读入，可能在其中',
  ]);
});

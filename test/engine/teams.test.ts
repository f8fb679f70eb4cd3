/** Customers credited by the day to whom the assignments name: shares of the quarter's 92 days, parts to the cent. */
import { describe, expect, test } from 'vitest';
import { creditRows } from '../../src/engine/credit.ts';
import { teamsOf } from '../../src/engine/teams.ts';
import { fraction, minus, one, parseRatio, zero } from '../../src/model/ratio.ts';
import { type Given, packageOf } from './support/package.ts';

const quarter = { first: '2026-07-01', last: '2026-09-30' };
type Assigned = Given<'assignments'>;
const lead = (manager_id: string, from: string, to: string | null = null): Assigned => ({
  manager_id,
  role: 'lead',
  from,
  to,
});
const assistant = (manager_id: string, from: string, to: string | null = null): Assigned => ({
  ...lead(manager_id, from, to),
  role: 'assistant',
});

function teamOf(...assignments: Assigned[]) {
  const pkg = packageOf({ assignments });
  const { teams } = teamsOf(pkg, creditRows(pkg)).over(quarter, parseRatio('0.7'));
  const [team] = teams;
  if (team === undefined) throw new Error('no team');
  const shares = Object.fromEntries(team.members.map(({ managerId, share }) => [managerId, fraction(share)]));
  return { shares, nobodys: fraction(minus(one, team.members.at(-1)?.after ?? zero)), nobody: team.nobody };
}
const all = '2025-01-01';

describe('a share is the mean of the days', () => {
  test('the lead beside assistants, who share the rest; alone the lead has all of it', () => {
    expect(teamOf(lead('1', all), assistant('2', all), assistant('3', all)).shares).toEqual({
      '1': '7/10',
      '2': '3/20',
      '3': '3/20',
    });
    expect(teamOf(lead('1', all)).shares).toEqual({ '1': '1' });
  });

  test('handed over: the last day is the former one’s, the first day the next one’s', () => {
    expect(teamOf(lead('1', all, '2026-08-15'), lead('2', '2026-08-16')).shares).toEqual({
      '1': '1/2',
      '2': '1/2',
    });
    expect(teamOf(lead('1', all, '2026-07-31'), lead('2', '2026-08-01')).shares).toEqual({
      '1': '31/92',
      '2': '61/92',
    });
  });

  test('an assistant who joins: 62 days alone, then 30 at 70 %', () => {
    expect(teamOf(lead('1', all), assistant('2', '2026-09-01')).shares).toEqual({
      '1': '83/92',
      '2': '9/92',
    });
  });

  test('days without a lead are nobody’s, assistants or not', () => {
    const found = teamOf(
      lead('7', all, '2026-07-31'),
      assistant('8', '2026-07-01', '2026-08-31'),
      lead('7', '2026-09-01'),
    );
    // (21.7 + 30) ÷ 92 and 9.3 ÷ 92.
    expect(found.shares).toEqual({ '7': '517/920', '8': '93/920' });
    expect(found.nobodys).toBe('31/92');
    expect(found.nobody).toEqual([{ from: '2026-08-01', to: '2026-08-31' }]);
  });

  test('stated shares go before roles; what they leave is nobody’s', () => {
    const share = (text: string) => ({ share: parseRatio(text) });
    expect(
      teamOf({ ...lead('1', all), ...share('0.6') }, { ...assistant('2', all), ...share('0.4') }).shares,
    ).toEqual({ '1': '3/5', '2': '2/5' });
    const short = teamOf({ ...lead('1', all), ...share('0.6') });
    expect([short.shares, short.nobodys]).toEqual([{ '1': '3/5' }, '2/5']);
  });

  test('assignments of other times leave the whole quarter to nobody', () => {
    const found = teamOf(lead('1', all, '2026-06-30'), lead('2', '2026-10-01'));
    expect([found.shares, found.nobodys, found.nobody]).toEqual([
      {},
      '1',
      [{ from: '2026-07-01', to: '2026-09-30' }],
    ]);
  });
});

test('without the table nobody can say; a branch that has none says so', () => {
  const known = (...without: string[]) => {
    const pkg = packageOf({}, { without });
    return teamsOf(pkg, creditRows(pkg)).known;
  };
  expect([known(), known('assignments')]).toEqual([true, false]);
});

/**
 * The averages of samples/whole-bank/averages.sql, worked out by DuckDB over made-up daily balances, are those of adding
 * up every day, and the package that is made of them holds the same to the cent.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { random } from '../../samples/make/random.ts';
import { addDays, type Day, firstDay, lastDay, type Quarter } from '../../src/model/calendar.ts';
import { temporaryFolder } from '../archive/temporary.ts';
import { readPackage } from '../intake/read.ts';
import { samples } from '../runs/sample.ts';

const sql = readFileSync(`${samples}whole-bank/averages.sql`, 'utf8');

interface Account {
  readonly account: string;
  /** By day, in cents: the rows that the warehouse has. */
  readonly rows: ReadonlyMap<Day, bigint>;
}

const daysFrom = (first: Day, last: Day): Day[] => {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};

/** Accounts that move on some days, from either year; some overdrawn, some closed, one that only last year knew. */
function madeUp(): Account[] {
  const some = random(2026);
  const days = daysFrom('2024-12-01', '2026-12-31');
  const accounts = Array.from({ length: 40 }, (_, index) => {
    const first = Math.floor(some() * 600);
    const often = index % 3 === 0 ? 1 : some() / 10;
    const rows = new Map<Day, bigint>();
    for (const [at, day] of days.entries())
      if (at === first || (at > first && some() < often))
        rows.set(day, BigInt(Math.floor((some() - (index % 7 === 0 ? 0.5 : 0)) * 1e12)));
    if (index % 5 === 4) rows.set(addDays('2026-05-31', index), 0n);
    return { account: `62${String(index).padStart(3, '0')}`, rows };
  });
  return [
    ...accounts,
    { account: '7001', rows: new Map([['2025-03-01', 1_00n]]) },
    {
      account: '7002',
      rows: new Map<Day, bigint>([
        ['2025-03-01', 9_99n],
        ['2025-12-31', 0n],
      ]),
    },
    // The last day of a span and the first of the next belong to one of them each.
    {
      account: '7003',
      rows: new Map<Day, bigint>([
        ['2025-12-31', 365_00n],
        ['2026-01-01', 0n],
        ['2026-03-31', 90_00n],
      ]),
    },
    // Half a cent: 1.825 yuan over 365 days.
    {
      account: '7004',
      rows: new Map<Day, bigint>([
        ['2025-01-01', 1_83n],
        ['2025-01-02', 0n],
        ['2026-01-01', 5n],
      ]),
    },
    // Closed before the year began: not in the table.
    {
      account: '7005',
      rows: new Map<Day, bigint>([
        ['2024-06-01', 1_00n],
        ['2024-12-31', 0n],
      ]),
    },
  ];
}

const accounts = madeUp();

/** Every day by itself. */
function sumOf({ rows }: Account, first: Day, last: Day): bigint {
  const before = [...rows.keys()]
    .filter((day) => day < first)
    .sort()
    .at(-1);
  let balance = before === undefined ? 0n : (rows.get(before) ?? 0n);
  let sum = 0n;
  for (const day of daysFrom(first, last)) {
    balance = rows.get(day) ?? balance;
    sum += balance;
  }
  return sum;
}

/** Half a cent away from nought. */
function averageOf(account: Account, first: Day, last: Day): bigint {
  const sum = sumOf(account, first, last);
  const days = BigInt(daysFrom(first, last).length);
  const size = ((sum < 0n ? -sum : sum) * 2n + days) / (2n * days);
  return sum < 0n ? -size : size;
}

const yuan = (cents: bigint): string => {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const yearOf = (quarter: Quarter): Day => `${quarter.slice(0, 4)}-01-01`;

async function table(
  quarter: Quarter,
): Promise<{ columns: readonly string[]; rows: readonly (readonly string[])[] }> {
  const bank = await DuckDBConnection.create();
  await bank.run('CREATE TABLE daily_balance (account VARCHAR, day DATE, balance DECIMAL(18, 2))');
  await bank.run(
    'CREATE TABLE accounts (account VARCHAR, manager_id VARCHAR, customer_id VARCHAR, customer_name VARCHAR, currency VARCHAR, kind VARCHAR)',
  );
  const balances = accounts.flatMap(({ account, rows }) =>
    [...rows].map(([day, cents]) => `('${account}', DATE '${day}', ${yuan(cents)})`),
  );
  await bank.run(`INSERT INTO daily_balance VALUES ${balances.join(',')}`);
  const own = accounts.map(
    ({ account }) => `('${account}', '0001', 'C${account}', '客户${account}', 'CNY', '单位活期存款')`,
  );
  await bank.run(`INSERT INTO accounts VALUES ${own.join(',')}`);
  const dates = [
    addDays(yearOf(quarter), -365),
    yearOf(quarter),
    firstDay(quarter),
    addDays(lastDay(quarter), 1),
  ];
  await bank.run(
    `CREATE TABLE period AS SELECT ${dates.map((day, index) => `DATE '${day}' AS ${['prior_year_begins', 'year_begins', 'quarter_begins', 'day_after'][index]}`).join(', ')}`,
  );
  const read = await bank.runAndReadAll(sql);
  bank.closeSync();
  return { columns: read.columnNames(), rows: read.getRows().map((row) => row.map(String)) };
}

describe.each(['2026Q1', '2026Q3', '2026Q4'] as const)('%s', (quarter) => {
  let made: Awaited<ReturnType<typeof table>>;
  beforeAll(async () => {
    made = await table(quarter);
  });

  test('are those of adding up every day', () => {
    const first = yearOf(quarter);
    const expected = accounts
      .filter(
        ({ account, rows }) => account !== '7005' && [...rows.keys()].some((day) => day <= lastDay(quarter)),
      )
      .map((account) => [
        account.account,
        yuan(sumOf(account, first, lastDay(quarter))),
        yuan(sumOf(account, firstDay(quarter), lastDay(quarter))),
        yuan(averageOf(account, '2025-01-01', '2025-12-31')),
        yuan(sumOf(account, lastDay(quarter), lastDay(quarter))),
      ]);
    expect(made.rows.map((row) => [row[3], ...row.slice(6)])).toEqual(expected);
  });

  test('make a package of the same averages', async () => {
    const folder = join(temporaryFolder(), quarter);
    mkdirSync(folder);
    writeFileSync(
      join(folder, '存款明细.csv'),
      [made.columns, ...made.rows].map((row) => `${row.join(',')}\n`).join(''),
    );
    const { tables, problems } = await readPackage(folder);
    expect(problems.filter(({ code }) => /^(?!table\.missing)/.test(code)).map(({ code }) => code)).toEqual(
      [],
    );
    const of = new Map(accounts.map((each) => [each.account, each]));
    expect(tables.deposits.length).toBe(made.rows.length);
    for (const { account, year_avg, quarter_avg, prior_year_avg, end_balance } of tables.deposits) {
      const own = of.get(account ?? '');
      if (own === undefined) throw new Error(`no account ${account}`);
      expect([year_avg, quarter_avg, prior_year_avg, end_balance], own.account).toEqual([
        averageOf(own, yearOf(quarter), lastDay(quarter)),
        averageOf(own, firstDay(quarter), lastDay(quarter)),
        averageOf(own, '2025-01-01', '2025-12-31'),
        sumOf(own, lastDay(quarter), lastDay(quarter)),
      ]);
    }
  });
});

test('worked by hand', async () => {
  const { rows } = await table('2026Q1');
  const of = (account: string) => rows.find((row) => row[3] === account)?.slice(6);
  // 1.00 from 1 March 2025 on: 90 days of 2026 and 306 of 2025's 365, 0.838 a day.
  expect(of('7001')).toEqual(['90.00', '90.00', '0.84', '1.00']);
  // 365.00 on one day of 2025, nothing for 89 days, 90.00 on the last.
  expect(of('7003')).toEqual(['90.00', '90.00', '1.00', '90.00']);
  // 1.83 on one day of 365: half a cent and more; then 0.05 on each of 90 days.
  expect(of('7004')).toEqual(['4.50', '4.50', '0.01', '0.05']);
  expect(of('7005')).toBeUndefined();
});

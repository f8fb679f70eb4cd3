// The rows of the account tables: every told customer becomes deposit, loan and settlement rows with ids and names.

import { at, quarterFromYear, yearFromQuarter } from './averages.ts';
import { pick, QUARTERS, type Quarter } from './calendar.ts';
import { CAST } from './cast/index.ts';
import { SHARED } from './cast/shared.ts';
import { UNASSIGNED } from './cast/unassigned.ts';
import { companies } from './companies.ts';
import { filler } from './filler.ts';
import type { Customer, Deposit, Loan, Settlement, Span, Unit } from './model.ts';
import { type Cents, cents } from './money.ts';
import { random } from './random.ts';

export interface Owner {
  readonly manager: string;
  readonly unit: Unit;
  /** 1 = alone. */
  readonly share: number;
}

interface Row {
  readonly owner: Owner;
  readonly customer: string;
  readonly customerName: string;
  readonly id: string;
}

export interface DepositRow extends Row {
  readonly told: Deposit;
  readonly year: Cents;
  readonly prior: Cents | null;
  readonly quarter: Cents;
  readonly end: Cents;
}

export interface LoanRow extends Row {
  readonly told: Loan;
  readonly balance: Cents;
  /** Whether this row's manager answers for the loan's class. */
  readonly leads: boolean;
}

export interface SettlementRow extends Row {
  readonly told: Settlement;
  readonly quarter: Cents;
  readonly year: Cents;
}

interface Holding {
  readonly owners: readonly Owner[];
  readonly customer: string;
  readonly customerName: string;
  readonly holds: Customer;
  readonly joins: Quarter;
}

const unitOf = new Map(CAST.map((manager) => [manager.id, manager.unit]));

function holdings(): Holding[] {
  const name = companies(2026);
  const all: Holding[] = [];
  const add = (owners: readonly Owner[], joins: Quarter, prefix: string, told: readonly Customer[]): void => {
    told.forEach((holds, index) => {
      const customer = `${prefix}${String(index + 1).padStart(2, '0')}`;
      all.push({ owners, customer, customerName: name(), holds, joins });
    });
  };
  for (const manager of CAST) {
    const owner = { manager: manager.id, unit: manager.unit, share: 1 };
    const told = [...manager.customers, ...filler(manager.id, manager.filler ?? 0)];
    add([owner], manager.joins ?? 1, `60${manager.id}`, told);
  }
  SHARED.forEach((shared, index) => {
    const owners = shared.owners.map(([manager, share]) => ({ manager, unit: mustHave(manager), share }));
    add(owners, 1, `68${String(index + 1).padStart(4, '0')}`, [shared.holds]);
  });
  UNASSIGNED.forEach(({ unit, holds }, index) => {
    add([{ manager: '', unit, share: 1 }], 1, `69${String(index + 1).padStart(4, '0')}`, [holds]);
  });
  return all;
}

function mustHave(manager: string): Unit {
  const unit = unitOf.get(manager);
  if (unit === undefined) throw new Error(`No manager ${manager} in the cast`);
  return unit;
}

const inExport = (told: Span, joins: Quarter, quarter: Quarter): boolean =>
  quarter >= (told.from ?? joins) && quarter < (told.goneFrom ?? 5);

/** Every account's rows, one for each owner, in the order of owner, customer and id. */
function expand<T extends Span, R extends Row>(
  quarter: Quarter,
  accounts: (holds: Customer) => readonly T[] | undefined,
  idOf: (customer: string, number: string) => string,
  make: (told: T, row: Row, first: boolean) => R,
): R[] {
  const rows = holdings().flatMap((holding) =>
    (accounts(holding.holds) ?? []).flatMap((told, index) =>
      inExport(told, holding.joins, quarter)
        ? holding.owners.map((owner, place) =>
            make(
              told,
              {
                owner,
                customer: holding.customer,
                customerName: holding.customerName,
                id: idOf(holding.customer, String(index + 1).padStart(2, '0')),
              },
              place === 0,
            ),
          )
        : [],
    ),
  );
  const key = (row: R): string => `${row.owner.manager || '~'} ${row.customer} ${row.id}`;
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function averages(told: Deposit, quarter: Quarter): { year: Cents; quarter: Cents } {
  const year = told.year ?? null;
  const inQuarter = told.quarter ?? null;
  if (year !== null) {
    return {
      year: at(year, quarter),
      quarter: inQuarter === null ? quarterFromYear(year, quarter) : at(inQuarter, quarter),
    };
  }
  if (inQuarter === null) throw new Error('A deposit needs the averages of the year or of the quarters');
  return { year: yearFromQuarter(inQuarter, quarter), quarter: at(inQuarter, quarter) };
}

/** A balance a little above the average: the same little all year, so that a steady account does not fall. */
function usualEnd(account: string, average: Cents): Cents {
  const perMille = Math.floor(random(Number(account.slice(-10)))() * 10);
  return Math.floor((average * (1000 + perMille)) / 100_000_000) * 100_000;
}

export function depositRows(quarter: Quarter): DepositRow[] {
  return expand(
    quarter,
    (holds) => holds.deposits,
    (customer, number) => `8001${customer}${number}`,
    (told, row) => {
      const average = averages(told, quarter);
      return {
        ...row,
        ...average,
        told,
        prior: told.prior === null ? null : cents(told.prior),
        end: told.end === undefined ? usualEnd(row.id, average.quarter) : at(told.end, quarter),
      };
    },
  );
}

export function loanRows(quarter: Quarter): LoanRow[] {
  return expand(
    quarter,
    (holds) => holds.loans,
    (customer, number) => `JK${customer}${number}`,
    (told, row, leads) => ({ ...row, told, leads, balance: at(told.balance, quarter) }),
  );
}

export function settlementRows(quarter: Quarter): SettlementRow[] {
  return expand(
    quarter,
    (holds) => holds.settlement,
    (customer, number) => `GJ${customer}${number}`,
    (told, row) => ({
      ...row,
      told,
      quarter: cents(pick(told.quarter, quarter)),
      year: QUARTERS.filter((each) => each <= quarter).reduce(
        (sum, each) => sum + cents(pick(told.quarter, each)),
        0,
      ),
    }),
  );
}

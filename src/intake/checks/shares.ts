/**
 * Shared accounts: every row repeats the whole, one row a manager, and the shares make 100 %. Rows belong together by
 * account (one passbook may hold several currencies), loan or settlement reference. Where that is blank, only rows that state a share below 100 % can belong
 * together, by customer, currency and kind: two accounts of a customer need not be one shared account.
 */
import { accountKey } from '../../model/account.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { Decimal } from '../../model/money.ts';
import type { Tables } from '../../model/package.ts';
import { compare, decimalText, isEqual, one, type Ratio, times, total } from '../../model/ratio.ts';
import type { RowOrigin } from '../../model/table.ts';
import { tables } from '../../model/tables/index.ts';
import { groupsOf } from './groups.ts';
import { checkProblems } from './problems.ts';

interface SharedRow extends RowOrigin {
  readonly manager_id: string;
  readonly customer_id: string;
  readonly currency: string;
  readonly share: Ratio;
}

type Report = (problem: Diagnostic) => void;

/** Returned are the rows of accounts that are wrong: what each manager's part is, nobody knows. */
export const checkShares = (rows: Tables, report: Report): ReadonlySet<RowOrigin> =>
  new Set([
    ...inError('deposits', rows.deposits, accountKey.deposits, (row) => row.account, report),
    ...inError('loans', rows.loans, accountKey.loans, (row) => row.loan_id, report),
    ...inError('settlement', rows.settlement, accountKey.settlement, (row) => row.reference, report),
  ]);

function inError<Row extends SharedRow>(
  table: 'deposits' | 'loans' | 'settlement',
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  accountOf: (row: Row) => string | null,
  report: Report,
): RowOrigin[] {
  const groups = groupsOf(
    rows,
    (row) => (accountOf(row) || row.share !== one ? keyOf(row) : null),
    ({ share }) => share !== one,
  );
  return groups.flatMap((members): readonly RowOrigin[] => {
    const [first] = members;
    if (first === undefined) return [];
    const account = accountOf(first) || keyOf(first).split('\n').filter(Boolean).join(' ');
    const found = groupProblems(table, account, members);
    found.forEach(report);
    return found.length === 0 ? [] : members;
  });
}

/** At most one problem of each kind: an account of a thousand rows is one account. */
function groupProblems(
  table: 'deposits' | 'loans' | 'settlement',
  account: string,
  members: readonly SharedRow[],
): Diagnostic[] {
  const [first] = members;
  if (first === undefined) return [];
  const managers = [...new Set(members.map(({ manager_id }) => manager_id))].filter((id) => id !== '').sort();
  const about = { value: account, managers };
  const problems: Diagnostic[] = [];

  // A loan twice in one manager's rows is reported as a duplicate already.
  const repeated = table === 'loans' ? null : repeatedManager(members);
  if (repeated !== null) {
    const args = { account, where: nameOf(repeated.earlier), rows: repeated.count };
    problems.push(checkProblems.shareTwice(placeOf(repeated.row), args, about));
  }
  const differing = members.flatMap((row) => {
    const column = differingAmount(table, first, row);
    return column === null ? [] : [{ row, column }];
  });
  const [other] = differing;
  if (other !== undefined) {
    const { header: column, other: amount } = other.column;
    const args = { account, column, other: amount, where: nameOf(first), rows: differing.length };
    problems.push(checkProblems.shareWhole({ ...placeOf(other.row), column }, args, about));
  }
  const whole = total(members.map(({ share }) => share));
  if (!isEqual(whole, one) && problems.length === 0) {
    const args = {
      account,
      total: `${decimalText(times(whole, 100))}%`,
      isOver: compare(whole, one) > 0,
      shown: members.slice(0, 10).map(nameOf),
      rows: members.length,
    };
    problems.push(checkProblems.shareTotal(placeOf(first), args, about));
  }
  return problems;
}

/** The first row of a manager who has an earlier one, and how many rows are such; null: none. */
function repeatedManager(
  members: readonly SharedRow[],
): { readonly row: SharedRow; readonly earlier: SharedRow; readonly count: number } | null {
  const firsts = new Map<string, SharedRow>();
  for (const row of members) if (!firsts.has(row.manager_id)) firsts.set(row.manager_id, row);
  const repeats = members.filter((row) => firsts.get(row.manager_id) !== row);
  const [row] = repeats;
  const earlier = row && firsts.get(row.manager_id);
  return row === undefined || earlier === undefined ? null : { row, earlier, count: repeats.length };
}

const placeOf = ({ source, row }: RowOrigin) => ({ file: source.file, sheet: source.sheet, row });
const nameOf = ({ source, row }: RowOrigin): string =>
  `${source.file}${source.sheet === null ? '' : `#${source.sheet}`}:${row}`;

/** The first column in which two rows of one account do not show the same whole. */
function differingAmount(
  table: 'deposits' | 'loans' | 'settlement',
  a: SharedRow,
  b: SharedRow,
): { header: string; other: string } | null {
  if (a.currency !== b.currency) return { header: '币种', other: a.currency };
  const left = a as unknown as Readonly<Record<string, unknown>>;
  const right = b as unknown as Readonly<Record<string, unknown>>;
  for (const [name, column] of Object.entries(tables[table].columns)) {
    if (column.kind !== 'amount' || left[name] === right[name]) continue;
    const value = left[name];
    const yuan = typeof value === 'bigint' ? new Decimal(value.toString()).div('100').toFixed(2) : '';
    return { header: column.headers[0], other: yuan };
  }
  return null;
}

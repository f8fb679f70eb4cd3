/** Customers on rows without a manager; those above the line should have one. */
import type { Portfolio, UnassignedCustomer } from '../../model/appraisal.ts';
import { takes } from '../../model/measure.ts';
import type { Hundredths } from '../../model/money.ts';
import type { Branch } from '../context.ts';
import type { CreditedRows } from '../credit.ts';
import { choiceOf } from '../customer-sums.ts';
import { evidence } from '../finding.ts';

/** `portfolio`: the rows without a manager; what their customers hold is summed over all rows of the package. */
export function unassignedIn(
  rows: CreditedRows,
  portfolio: Portfolio,
  { parameters, policy }: Branch,
): UnassignedCustomer[] {
  if (!policy.unassigned) return [];
  const { value: line } = parameters.amount(policy.unassigned['at-least']);
  const open = new Map<string, { name: string; evidence: UnassignedCustomer['rows'][number][] }>();
  for (const table of ['deposits', 'loans', 'settlement'] as const)
    for (const { row } of portfolio[table]) {
      const known = open.get(row.customer_id) ?? { name: row.customer_name ?? '', evidence: [] };
      known.evidence.push(evidence(table, row, { zh: '管户人空缺', en: 'no manager' }));
      open.set(row.customer_id, known);
    }
  const { loans: measure } = policy.unassigned;
  const spec = measure === undefined ? undefined : policy.measures[measure];
  const choice = spec && choiceOf(spec, parameters);
  const total = (table: 'deposits' | 'loans'): Map<string, Hundredths> => {
    const totals = new Map<string, Hundredths>();
    for (const { row, yuan } of rows[table])
      if (open.has(row.customer_id) && (table !== 'loans' || !choice || takes(choice, row) !== false))
        totals.set(row.customer_id, (totals.get(row.customer_id) ?? 0n) + (yuan.year_avg ?? 0n));
    return totals;
  };
  const deposits = total('deposits');
  const loans = total('loans');
  return [...open]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([customerId, { name, evidence }]) => {
      const figures = { deposits: deposits.get(customerId) ?? 0n, loans: loans.get(customerId) ?? 0n };
      return {
        customerId,
        name,
        ...figures,
        forHr: figures.deposits >= line || figures.loans >= line,
        rows: evidence,
      };
    });
}

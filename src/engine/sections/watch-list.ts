/** The credit items to be monitored, of managers who are not appraised too. */
import type { Portfolio, WatchItem } from '../../model/appraisal.ts';
import type { Branch } from '../context.ts';
import { lookFor } from '../signs.ts';

export function watchListOf(
  portfolios: ReadonlyMap<string, Portfolio>,
  names: ReadonlyMap<string, string>,
  branch: Branch,
): WatchItem[] {
  const items: WatchItem[] = [];
  for (const [managerId, portfolio] of [...portfolios].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const seen = Object.entries(branch.policy['watch-list']).flatMap(([reason, sign]) =>
      sign ? lookFor(sign, portfolio, branch).shown.map((shown) => ({ reason, ...shown })) : [],
    );
    const customers = new Map(portfolio.loans.map(({ row }) => [row.customer_id, row.customer_name ?? '']));
    for (const loanId of [...new Set(seen.map((each) => each.loanId))].sort()) {
      const own = seen.filter((each) => each.loanId === loanId);
      const classified = portfolio.classification.find(({ row }) => row.loan_id === loanId)?.row;
      const loan = portfolio.loans.find(({ row }) => row.loan_id === loanId)?.row;
      const customerId = loan?.customer_id ?? classified?.customer_id ?? '';
      items.push({
        loanId,
        managerId,
        managerName: names.get(managerId) ?? '',
        customerId,
        customerName: customers.get(customerId) ?? '',
        reasons: own.map(({ reason }) => reason),
        class: classified?.class ?? null,
        evidence: own.map(({ evidence }) => evidence),
      });
    }
  }
  return items;
}

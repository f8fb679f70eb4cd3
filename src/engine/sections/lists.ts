/** The lists of the branch as sections: the credit items to be monitored, and the customers without a manager. */
import type { Appraisal, Portfolio, UnassignedCustomer, WatchItem } from '../../model/appraisal.ts';
import { rowOf, rowsIn, yuanOf } from '../../model/credited.ts';
import { amountOf, type Fact, readOff, theseRows } from '../../model/fact.ts';
import type { Evidence } from '../../model/judgement.ts';
import { takes } from '../../model/measure.ts';
import type { Hundredths } from '../../model/money.ts';
import type { PolicySection, SectionEntry, SectionLine } from '../../model/section-result.ts';
import { tables } from '../../model/tables/index.ts';
import { same, type Text } from '../../model/text.ts';
import type { Branch } from '../context.ts';
import type { CreditedRows } from '../credit.ts';
import { choiceOf } from '../customer-sums.ts';
import { evidence } from '../finding.ts';
import { lookFor } from '../signs.ts';
import { entryAbout, figureOf } from './evaluator.ts';

/** The credit items to be monitored, of managers who are not appraised too. */
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
    const loans = rowsIn(portfolio.loans);
    const customers = new Map(loans.map((row) => [row.customer_id, row.customer_name ?? '']));
    for (const loanId of [...new Set(seen.map((each) => each.loanId))].sort()) {
      const own = seen.filter((each) => each.loanId === loanId);
      const classified = portfolio.classification.find((row) => row.loan_id === loanId);
      const loan = loans.find((row) => row.loan_id === loanId);
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

/**
 * Customers on rows without a manager; those above the line should have one. `portfolio`: the rows without a manager; what
 * their customers hold is summed over all rows of the package.
 */
export function unassignedIn(
  rows: CreditedRows,
  portfolio: Portfolio,
  { parameters, policy }: Branch,
): UnassignedCustomer[] {
  if (!policy.unassigned) return [];
  const { value: line } = parameters.amount(policy.unassigned['at-least']);
  const open = new Map<string, { name: string; evidence: UnassignedCustomer['rows'][number][] }>();
  for (const table of ['deposits', 'loans', 'settlement'] as const)
    for (const row of rowsIn(portfolio[table])) {
      const known = open.get(row.customer_id) ?? { name: row.customer_name ?? '', evidence: [] };
      known.evidence.push(evidence(table, row, { zh: '管户人空缺', en: 'no manager' }));
      open.set(row.customer_id, known);
    }
  const { loans: measure } = policy.unassigned;
  const spec = measure === undefined ? undefined : policy.measures[measure];
  const choice = spec && choiceOf(spec, parameters);
  const total = (table: 'deposits' | 'loans'): Map<string, Hundredths> => {
    const totals = new Map<string, Hundredths>();
    for (const each of rows[table]) {
      const row = rowOf(each);
      if (open.has(row.customer_id) && (table !== 'loans' || !choice || takes(choice, row) !== false))
        totals.set(row.customer_id, (totals.get(row.customer_id) ?? 0n) + (yuanOf(each).year_avg ?? 0n));
    }
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

const linesOf = (evidence: readonly Evidence[]): SectionLine[] =>
  evidence.map(({ table, origin, says }) => ({
    title: tables[table].title,
    says,
    outcome: null,
    table,
    origin,
  }));

const watched = { zh: '监察名单', en: 'Watch list' };

export const watchListSection = ({
  policy,
  watchList,
}: Pick<Appraisal, 'policy' | 'watchList'>): PolicySection => ({
  id: 'watch-list',
  policy: policy.id,
  kind: 'watch-list',
  title: watched,
  article: '',
  subjects: 'loans',
  verdictTitle: watched,
  verdicts: [],
  entries: watchList.map(watchEntry),
});

const watchEntry = ({ loanId, managerId, customerId, reasons, evidence }: WatchItem): SectionEntry => ({
  ...entryAbout(loanId, same(loanId), {
    outcome: 'met',
    verdict: { id: reasons.join('、'), title: watched },
    lines: linesOf(evidence),
    notes: [{ zh: `客户 ${customerId}`, en: `customer ${customerId}` }],
  }),
  managerId,
});

const open = { zh: '无人管户', en: 'Without a manager' };
const assign = { id: 'assign', title: { zh: '应配备客户经理', en: 'should have a manager' } };
const small = { id: 'small', title: { zh: '可不配备', en: 'need not have one' } };

export const unassignedSection = (
  { policy, unassigned }: Pick<Appraisal, 'policy' | 'unassigned'>,
  article: string,
): PolicySection => ({
  id: 'unassigned',
  policy: policy.id,
  kind: 'unassigned',
  title: open,
  article,
  subjects: 'customers',
  verdictTitle: open,
  verdicts: [assign, small],
  entries: unassigned.map(unassignedEntry),
});

function unassignedEntry({
  customerId,
  name,
  deposits,
  loans,
  forHr,
  rows,
}: UnassignedCustomer): SectionEntry {
  const figure = (id: 'deposits' | 'loans', title: Text, value: bigint) =>
    figureOf(
      id,
      title,
      readOff(
        title,
        amountOf('CNY', value),
        theseRows({ table: id, rows: rows.flatMap((row) => (row.table === id ? [row.origin] : [])) }),
      ) satisfies Fact,
    );
  return entryAbout(customerId, same(`${customerId} ${name}`.trim()), {
    outcome: 'met',
    verdict: forHr ? assign : small,
    figures: [
      figure('deposits', { zh: '存款日均', en: 'Average deposits' }, deposits),
      figure('loans', { zh: '贷款日均', en: 'Average loans' }, loans),
    ],
    lines: linesOf(rows),
  });
}

/** Customers too small to be on a manager's books (Art. 9.1), listed together. */
import { countOf, rowsBehind } from '../../model/fact.ts';
import { inWan } from '../../model/money.ts';
import { allOf, anyOf, metIf } from '../../model/outcome.ts';
import { evidence } from '../finding.ts';
import { lackingFor } from './compare.ts';
import type { Evaluator } from './evaluator.ts';

/** Some customer on the books is below the line in both deposits and loans. */
export const customerBelow: Evaluator<'customer-below'> = (spec, context) => {
  const { branch, book } = context;
  const { value: line } = branch.parameters.amount(spec.line);
  const measures = (['deposits', 'loans'] as const).map(
    (indicator) => branch.policy.targets[indicator] ?? indicator,
  );
  const figures = measures.map((measure) => book.customersBy(measure, 'year'));
  const below = (value: bigint | null) => (value === null ? 'unknown' : metIf(value < line));
  const judged = [...book.customers.keys()].map((id) => ({
    id,
    outcome: allOf(figures.map((of) => below(of(id)))),
  }));
  const outcome = judged.length === 0 ? 'unmet' : anyOf(judged.map((each) => each.outcome));
  const small = new Set(judged.filter(({ outcome }) => outcome === 'met').map(({ id }) => id));
  const { deposits, loans, settlement } = book.portfolio;
  const firstRows = new Map(
    [
      ...settlement.map(({ row }) => ['settlement', row] as const),
      ...loans.map(({ row }) => ['loans', row] as const),
      ...deposits.map(({ row }) => ['deposits', row] as const),
    ].map((each) => [each[1].customer_id, each]),
  );
  return {
    outcome,
    missing: outcome === 'unknown' ? lackingFor(measures, context) : [],
    observed: {
      quantity: countOf('customers', small.size),
      origin: {
        kind: 'rows',
        title: { zh: '存款贷款均不足的客户', en: 'Customers below the line in both' },
        rows: rowsBehind(() => [
          {
            table: 'deposits',
            rows: deposits.map(({ row }) => row).filter((row) => small.has(row.customer_id)),
          },
        ]),
      },
    },
    evidence: [...small].flatMap((id) => {
      const first = firstRows.get(id);
      const held = (indicator: string) =>
        inWan(book.customer(branch.policy.targets[indicator] ?? indicator, 'year', id) ?? 0n);
      return first
        ? [
            evidence(first[0], first[1], {
              zh: `${id} ${book.customers.get(id)}：存款 ${held('deposits')} 万元，贷款 ${held('loans')} 万元`,
              en: `${id} ${book.customers.get(id)}: deposits ${held('deposits')}, loans ${held('loans')} (10,000 yuan)`,
            }),
          ]
        : [];
    }),
  };
};

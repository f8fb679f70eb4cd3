/** Customers too small to be on a manager's books, listed together. */
import type { Portfolio } from '../../model/appraisal.ts';
import { rowsIn } from '../../model/credited.ts';
import { countOf, type RowsBehind, readOff, rowsFound } from '../../model/fact.ts';
import type { Evidence } from '../../model/judgement.ts';
import { inWan } from '../../model/money.ts';
import { allOf, anyOf, metIf } from '../../model/outcome.ts';
import type { RowOrigin } from '../../model/table.ts';
import type { TableId } from '../../model/tables/index.ts';
import { flat } from '../../model/text.ts';
import type { Context } from '../context.ts';
import { evidence } from '../finding.ts';
import { lackingFor } from './compare.ts';
import type { Evaluator } from './evaluator.ts';

/** Some customer on the books is below the line in both deposits and loans. */
export const customerBelow: Evaluator<'customer-below'> = (spec, context) => {
  const { branch, measured } = context;
  const { value: line } = branch.parameters.amount(spec['less-than']);
  const measures = (['deposits', 'loans'] as const).map(
    (indicator) => branch.policy.targets[indicator] ?? indicator,
  );
  const figures = measures.map((measure) => measured.customersBy(measure, 'year'));
  const below = (value: bigint | null) => (value === null ? 'unknown' : metIf(value < line));
  const judged = [...measured.customers.keys()].map((id) => ({
    id,
    outcome: allOf(figures.map((of) => below(of(id)))),
  }));
  const outcome = judged.length === 0 ? 'unmet' : anyOf(judged.map((each) => each.outcome));
  const small = new Set(judged.filter(({ outcome }) => outcome === 'met').map(({ id }) => id));
  return {
    by: { kind: 'record', table: 'deposits', column: null },
    outcome,
    missing: outcome === 'unknown' ? lackingFor(measures, context) : [],
    observed: readOff(
      { zh: '存款贷款均不足的客户', en: 'Customers below the line in both' },
      countOf('customers', small.size),
      depositsOf(small, measured.portfolio),
    ),
    evidence: evidenceOf(small, context),
  };
};

const depositsOf = (customers: ReadonlySet<string>, { deposits }: Portfolio): RowsBehind =>
  rowsFound(() => [
    {
      table: 'deposits',
      rows: rowsIn(deposits).filter((row) => customers.has(row.customer_id)),
    },
  ]);

/** What each of these customers holds, at one of its rows: of its deposits, else of its loans or settlement. */
function evidenceOf(customers: ReadonlySet<string>, { measured, branch }: Context): Evidence[] {
  const rows = new Map<string, readonly [TableId, RowOrigin]>();
  for (const table of ['settlement', 'loans', 'deposits'] as const)
    for (const row of rowsIn(measured.portfolio[table]))
      if (customers.has(row.customer_id)) rows.set(row.customer_id, [table, row]);
  return [...customers].flatMap((id) => {
    const found = rows.get(id);
    if (found === undefined) return [];
    const held = (indicator: string) =>
      inWan(measured.customer(branch.policy.targets[indicator] ?? indicator, 'year', id) ?? 0n);
    const name = measured.customers.get(id) ?? '';
    const [deposits, loans] = [held('deposits'), held('loans')];
    return [
      evidence(...found, {
        zh: flat`${id} ${name}：存款 ${deposits} 万元，贷款 ${loans} 万元`,
        en: flat`${id} ${name}: deposits ${deposits}, loans ${loans} (10,000 yuan)`,
      }),
    ];
  });
}

/** A measure against its line, and the largest single customer against its own. */
import type { Finding } from '../../model/appraisal.ts';
import { amountOf, type Fact } from '../../model/fact.ts';
import { allOf, metIf } from '../../model/outcome.ts';
import { type Context, gradeOf } from '../context.ts';
import { findingOf, type Judgement } from '../finding.ts';
import type { Evaluator } from './index.ts';

/** At least the parameter; the threshold's currency says what is measured. Both bounds are included. */
export const compare: Evaluator<'compare'> = (spec, context) => {
  const { policy, parameters } = context.branch;
  const grade = gradeOf(context);
  const measure = policy.measures[spec.measure];
  if (!measure) throw new Error(`no measure ${spec.measure}`);
  const { unit } = parameters.amount(spec['at-least'], grade);
  const counting = countedCustomers(spec.customers, spec.measure, context);
  const figure = context.book.figure(spec.measure, 'year', unit, counting.counts);

  const measured = (value: bigint | null, customerId: string | null): Fact => ({
    quantity: value === null ? null : amountOf(unit, value),
    origin: {
      kind: 'measure',
      measure: spec.measure,
      title: measure.title,
      basis: 'year',
      customersFrom: counting.from,
      customerId,
      rows: figure.rows,
    },
  });
  const total = against(measured(figure.total, null), parameters.fact(spec['at-least'], grade));
  const missing = figure.total === null ? [missingMeasure(spec.measure, measure.title)] : [];
  const largestLine = spec['largest-at-least'];
  if (largestLine === undefined || !parameters.has(largestLine, grade)) return { ...total, missing };

  // Over no counted customer a measure is 0.
  const largestValue = figure.total === null ? null : (figure.largest?.value ?? 0n);
  const largest: Finding = findingOf(
    { rule: null, title: { zh: '其中最大单户', en: 'Largest single customer' }, article: '' },
    {
      ...against(
        measured(largestValue, figure.largest?.customerId ?? null),
        parameters.fact(largestLine, grade),
      ),
      missing,
    },
  );
  return { ...total, missing, parts: [largest], outcome: allOf([total.outcome, largest.outcome]) };
};

function against(observed: Fact, threshold: Fact): Judgement {
  if (observed.quantity?.kind !== 'amount' || threshold.quantity?.kind !== 'amount')
    return { outcome: 'unknown', observed, threshold };
  const { value, unit } = observed.quantity;
  const short = threshold.quantity.value - value;
  return {
    outcome: metIf(short <= 0n),
    observed,
    threshold,
    gap: amountOf(unit, short > 0n ? short : 0n),
  };
}

/** Which customers count: the grade's counted customers (Art. 11.2, item (3)), or those from a bound of the rule's own. */
export function countedCustomers(
  customers: string,
  measure: string,
  context: Context,
): { counts: (customerId: string) => boolean; from: bigint | null } {
  const { policy, parameters } = context.branch;
  const { book } = context;
  const counting = policy['counted-customers'];
  if (customers !== 'counted') {
    const from = parameters.amount(customers, gradeOf(context)).value;
    return { from, counts: (id) => (book.customer(counting.measure, 'year', id) ?? 0n) >= from };
  }
  const onlyDeposits = parameters.choice(counting.scope) === 'deposits';
  if (onlyDeposits && policy.measures[measure]?.table !== 'deposits')
    return { from: null, counts: () => true };
  const basis =
    parameters.choice(counting.basis) === 'without-agreement'
      ? counting['measure-without-agreement']
      : counting.measure;
  const from = parameters.amount(counting['at-least'], gradeOf(context)).value;
  return { from, counts: (id) => (book.customer(basis, 'year', id) ?? 0n) >= from };
}

const missingMeasure = (measure: string, title: { zh: string; en: string }) => ({
  key: `measure:${measure}`,
  text: {
    zh: `“${title.zh}”所需的列在导出文件中缺失`,
    en: `the export lacks a column that "${title.en}" needs`,
  },
});

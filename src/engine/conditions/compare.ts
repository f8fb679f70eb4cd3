/** A measure against its line, and the largest single customer against its own. */

import { rowOf } from '../../model/credited.ts';
import { amountOf, type Fact } from '../../model/fact.ts';
import type { Finding, Missing } from '../../model/judgement.ts';
import type { Basis } from '../../model/measure.ts';
import { allOf } from '../../model/outcome.ts';
import { ownValue } from '../../model/own-value.ts';
import type { AnyColumn } from '../../model/table.ts';
import { type TableId, tables } from '../../model/tables/index.ts';
import { type Context, gradeOf } from '../context.ts';
import { comparedBy, eachOnce, findingOf, missingColumn, missingTable } from '../finding.ts';
import { type Counts, everyone, only, reaching } from '../measured-portfolio.ts';
import type { Evaluator } from './evaluator.ts';
import { flowJudged } from './flows.ts';

/** At least the parameter; the threshold's currency says what is measured. Both bounds are included. */
export const compare: Evaluator<'compare'> = (spec, context) => {
  const { policy, parameters } = context.branch;
  const grade = gradeOf(context);
  const measure = policy.measures[spec.measure];
  if (!measure) throw new Error(`no measure ${spec.measure}`);
  const { unit } = parameters.amount(spec['at-least'], grade);
  const counting = countedCustomers(spec['customers-at-least'], spec.measure, context);
  const figure = context.measured.figure(spec.measure, 'year', unit, counting.counts);

  const measured = (over: 'all' | 'largest', value: bigint | null, customerId: string | null): Fact => ({
    quantity: value === null ? null : amountOf(unit, value),
    origin: {
      kind: 'measure',
      measure: spec.measure,
      title: measure.title,
      basis: 'year',
      customersFrom: counting.from,
      customersBy: counting.from === null ? null : counting.by,
      over,
      customerId,
      rows: context.measured.rows(
        spec.measure,
        'year',
        customerId === null ? counting.counts : only(customerId),
      ),
    },
  });
  const whole = parameters.fact(spec['at-least'], grade);
  const total = comparedBy('at-least', measured('all', figure.total, null), whole);
  if (spec.flows !== undefined && context.branch.stage === 'interim')
    return flowJudged(
      parameters.choice(spec.flows),
      total,
      { measure: spec.measure, unit, counts: counting.counts },
      context,
    );
  const missing = figure.total === null ? lackingFor([spec.measure, counting.by], context) : [];
  const largestLine = spec['largest-at-least'];
  if (largestLine === undefined || !parameters.has(largestLine, grade)) return { ...total, missing };

  // Over no counted customer a measure is 0.
  const largestValue = figure.total === null ? null : (figure.largest?.value ?? 0n);
  const largest: Finding = findingOf(
    { rule: null, title: { zh: '其中最大单户', en: 'Largest single customer' }, article: '' },
    {
      ...comparedBy(
        'at-least',
        measured('largest', largestValue, figure.largest?.customerId ?? null),
        parameters.fact(largestLine, grade),
      ),
      missing,
    },
  );
  return { ...total, missing, parts: [largest], outcome: allOf([total.outcome, largest.outcome]) };
};

/** Which customers count: the grade's counted customers, or those from a bound of the rule's own. */
export function countedCustomers(
  line: string | undefined,
  measure: string,
  context: Context,
): { counts: Counts; from: bigint | null; by: string } {
  const { policy, parameters } = context.branch;
  const { measured } = context;
  const counting = policy['counted-customers'];
  const bound = (line: string, by: string) => {
    const { value } = parameters.amount(line, gradeOf(context));
    return { counts: reaching(value, measured.customersBy(by, 'year')), from: value, by };
  };
  if (!counting) return { from: null, counts: everyone, by: measure };
  if (line !== undefined) return bound(line, counting.measure);
  const onlyDeposits = parameters.choice(counting.scope) === 'deposits';
  if (onlyDeposits && policy.measures[measure]?.table !== 'deposits')
    return { from: null, counts: everyone, by: measure };
  const withoutAgreement = parameters.choice(counting.basis) === 'without-agreement';
  return bound(
    counting['at-least'],
    withoutAgreement ? counting['measure-without-agreement'] : counting.measure,
  );
}

/** The columns that these measures need, of the year or the quarter, and some of the manager's rows do not have. */
export function lackingFor(
  measures: readonly string[],
  { branch, measured }: Context,
  basis: Basis = 'year',
): Missing[] {
  const lacking = measures.flatMap((id) => {
    const spec = branch.policy.measures[id];
    if (!spec) return [];
    const unassigned = spec.assigned && !branch.teams.known ? [missingTable('assignments')] : [];
    const { add, subtract } = spec[basis];
    const columns = [
      optional(spec.table, add),
      subtract,
      spec.without?.column,
      spec.only?.words && spec.only.column,
      spec.weighted?.column,
    ]
      .filter((column) => column !== undefined)
      .filter((column) =>
        measured.portfolio[spec.table].some((each) => !branch.hasColumn(spec.table, rowOf(each), column)),
      )
      .map((column) => missingColumn(spec.table, column));
    return [...unassigned, ...columns];
  });
  return eachOnce(lacking);
}

/** A column that the table may lack; one that it must have may have been made from another. */
function optional(table: TableId, column: string): string | undefined {
  const spec = ownValue<AnyColumn>(tables[table].columns, column);
  return spec?.required === false ? column : undefined;
}

/** A manager's plan against what was reached: the whole portfolio's figures, agreement deposits included. */
import type { Completion, TargetResult } from '../../model/appraisal.ts';
import { amountOf, type Fact, type InUnit, inUnit, theseRows, valueIn } from '../../model/fact.ts';
import { numberIn } from '../../model/judgement.ts';
import type { Basis } from '../../model/measure.ts';
import { ownValue } from '../../model/own-value.ts';
import type { Row } from '../../model/package.ts';
import type { MeasureSpec } from '../../model/policy/measures.ts';
import { over, parseRatio, plus, type Ratio } from '../../model/ratio.ts';
import { metrics } from '../../model/tables/targets.ts';
import { same } from '../../model/text.ts';
import { completedThen, indicatorTitle, wasTask, weightTitle } from '../completions.ts';
import type { Branch } from '../context.ts';
import { type MeasuredPortfolio, measureUnit } from '../measured-portfolio.ts';
import { byAssignments } from '../team-facts.ts';

/** All targets of a manager, in the order of the rows, each against its actual figure in the target's own unit. */
export function targetsOf(
  measured: MeasuredPortfolio,
  manager: Row<'roster'>,
  branch: Branch,
): TargetResult[] {
  return measured.portfolio.targets.map((row) => {
    const indicator: string = row.indicator;
    const measure = ownValue(branch.policy.targets, indicator);
    const unit = measure ? plannedIn(branch.policy.measures[measure], row.unit) : (row.unit ?? '');
    const actual = (basis: Basis): Fact =>
      measure
        ? measureFact(measured, branch, measure, basis, unit)
        : metricFact(measured, indicator, basis, unit);
    return {
      indicator,
      title: indicatorTitle(indicator),
      unit,
      main: row.main === 'yes',
      quarter: completionOf(actual('quarter'), inUnit(unit, row.quarter_target)),
      year: completionOf(actual('year'), inUnit(unit, row.year_target)),
      origin: row,
      weight: weightFact(row),
      previous: previousOf(branch, manager.manager_id, indicator),
    };
  });
}

const weightFact = (row: Row<'targets'>): Fact => ({
  quantity: inUnit('', parseRatio(row.weight)),
  origin: {
    kind: 'rows',
    title: weightTitle,
    rows: theseRows({ table: 'targets', rows: [row] }),
  },
});

/** A plan of settlement may be in yuan, and is then compared with what was settled in yuan. */
const plannedIn = (spec: MeasureSpec | undefined, unit: string | null): string =>
  unit === 'CNY' ? unit : measureUnit(spec);

function completionOf(actual: Fact, target: InUnit): Completion {
  const [reached, planned] = [numberIn(actual.quantity), valueIn(target)];
  const done = reached && planned.n > 0n ? over(reached, planned) : null;
  return { actual, target, ratio: done };
}

/** The whole portfolio by a measure. */
export function measureFact(
  measured: MeasuredPortfolio,
  branch: Branch,
  measure: string,
  basis: Basis,
  unit: string,
): Fact {
  const { total } = measured.figure(measure, basis, unit);
  const whole: Fact = {
    quantity: total === null ? null : amountOf(unit, total),
    origin: {
      kind: 'measure',
      measure,
      title: branch.policy.measures[measure]?.title ?? same(measure),
      basis,
      customersFrom: null,
      customersBy: null,
      over: 'all',
      customerId: null,
      rows: measured.rows(measure, basis),
    },
  };
  const assigned = branch.policy.measures[measure]?.assigned !== undefined;
  if (!assigned) return whole;
  const rows = measured.rows(measure, basis, (customer) => !branch.teams.isAssigned(customer));
  return byAssignments(whole, rows, measured.assigned(measure, basis, unit), unit);
}

/** A metric's figure with its corrections, in the unit. */
export function metricFact(measured: MeasuredPortfolio, indicator: string, basis: Basis, unit: string): Fact {
  const row = measured.portfolio.metrics.find((each) => each.indicator === indicator);
  const corrections = measured.portfolio.adjustments.filter(
    (each) => each.indicator === indicator && (each.basis === null || each.basis === basis),
  );
  const value = row && (basis === 'quarter' ? row.quarter_actual : row.year_actual);
  return {
    quantity:
      value === undefined
        ? null
        : inUnit(
            unit,
            corrections.reduce((sum, each) => plus(sum, each.amount), value),
          ),
    origin: {
      kind: 'rows',
      title: metrics.title,
      rows: theseRows(
        { table: 'metrics', rows: row ? [row] : [] },
        ...(corrections.length > 0 ? [{ table: 'adjustments' as const, rows: corrections }] : []),
      ),
    },
  };
}

function previousOf(branch: Branch, managerId: string, indicator: string): Ratio | null {
  const then = branch.past.previous
    ?.manager(managerId)
    ?.targets.find((target) => target.indicator === indicator)?.quarter;
  return then && wasTask(then) ? completedThen(then) : null;
}

/** A manager's last quarters beside this one: the totals of the whole portfolio, and the grade it was worth. */
import type { TargetResult, TrendPoint } from '../../model/appraisal.ts';
import type { Basis } from '../../model/measure.ts';
import { fromPlain, type Hundredths } from '../../model/money.ts';
import { average, type Ratio, ratio } from '../../model/ratio.ts';
import type { Graded } from '../../model/statements/grade.ts';
import { same } from '../../model/text.ts';
import type { Context } from '../context.ts';
import { measureUnit } from '../measured-portfolio.ts';

/** The archived quarters in order, then this one. */
export function trendOf(context: Context, graded: Graded): TrendPoint[] {
  const { branch, manager, measured, targets } = context;
  const { measures } = branch.policy;
  const now = (measure: string, basis: Basis): Hundredths | null =>
    measured.figure(measure, basis, measureUnit(measures[measure])).total;
  return [
    ...branch.past.archived.flatMap((quarter): TrendPoint[] => {
      const record = quarter.manager(manager.manager_id);
      if (!record) return [];
      return [
        {
          period: quarter.period,
          grade: record.grade,
          qualifiedGrade: record.qualifiedGrade,
          possibleGrade: record.possibleGrade ?? record.qualifiedGrade,
          measures: record.measures.map(({ measure, unit, quarter, year }) => ({
            measure,
            title: measures[measure]?.title ?? same(measure),
            unit,
            quarter: quarter === null ? null : fromPlain(quarter),
            year: year === null ? null : fromPlain(year),
          })),
          completion: averageOf(
            record.targets
              .filter(({ main, quarter }) => main && fromPlain(quarter.target) > 0n)
              .map(({ quarter: { actual, target } }) =>
                actual === null ? null : ratio(fromPlain(actual), fromPlain(target)),
              ),
          ),
        },
      ];
    }),
    {
      period: branch.period,
      grade: manager.grade,
      qualifiedGrade: graded.qualifiedGrade,
      possibleGrade: graded.possibleGrade,
      measures: Object.entries(measures).map(([measure, spec]) => ({
        measure,
        title: spec.title,
        unit: measureUnit(spec),
        quarter: now(measure, 'quarter'),
        year: now(measure, 'year'),
      })),
      completion: averageOf(mainRatios(targets)),
    },
  ];
}

const mainRatios = (targets: readonly TargetResult[]): (Ratio | null)[] =>
  targets.filter(({ main, quarter }) => main && quarter.target > 0n).map(({ quarter }) => quarter.ratio);

const averageOf = (ratios: readonly (Ratio | null)[]): Ratio | null => {
  const known = ratios.filter((each) => each !== null);
  return known.length === 0 || known.length < ratios.length ? null : average(known);
};

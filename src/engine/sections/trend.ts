/** A manager's last quarters beside this one: the totals of the whole portfolio, and the grade it was worth. */
import type { TargetResult, TrendPoint } from '../../model/appraisal.ts';
import type { Basis } from '../../model/measure.ts';
import { fromPlain, type Hundredths } from '../../model/money.ts';
import { average, type Ratio } from '../../model/ratio.ts';
import type { SchemeAppraisal } from '../../model/section-result.ts';
import type { SectionVerdict } from '../../model/section-verdict.ts';
import type { Graded } from '../../model/statements/grade.ts';
import { same } from '../../model/text.ts';
import { completedThen, isTask, wasTask } from '../completions.ts';
import type { Context } from '../context.ts';
import { measureUnit } from '../measured-portfolio.ts';

/** The archived quarters in order, then this one. */
export function trendOf(context: Context, graded: Graded, verdicts: readonly SectionVerdict[]): TrendPoint[] {
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
              .filter(({ main, quarter }) => main && wasTask(quarter))
              .map(({ quarter }) => completedThen(quarter)),
          ),
          verdicts: record.verdicts ?? [],
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
      verdicts,
    },
  ];
}

/** What the sections came to, keyed by the manager that they are about. */
export function verdictsOf(schemes: readonly SchemeAppraisal[]): ReadonlyMap<string, SectionVerdict[]> {
  const verdicts = new Map<string, SectionVerdict[]>();
  for (const { policy, sections } of schemes)
    for (const { id, title, entries, subjects } of sections)
      for (const { subject, verdict, outcome } of subjects === 'managers' ? entries : []) {
        const own = verdicts.get(subject) ?? [];
        verdicts.set(subject, own);
        own.push({ policy: policy.id, section: id, title, verdict: verdict?.title ?? null, outcome });
      }
  return verdicts;
}

const mainRatios = (targets: readonly TargetResult[]): (Ratio | null)[] =>
  targets.filter((target) => target.main && isTask(target, 'quarter')).map(({ quarter }) => quarter.ratio);

const averageOf = (ratios: readonly (Ratio | null)[]): Ratio | null => {
  const known = ratios.filter((each) => each !== null);
  return known.length === 0 || known.length < ratios.length ? null : average(known);
};

/** A manager's last quarters beside this one: the totals of the whole portfolio, and the grade it was worth. */
import type { TrendPoint } from '../../model/appraisal.ts';
import type { Fact } from '../../model/fact.ts';
import { numberIn } from '../../model/judgement.ts';
import type { Basis } from '../../model/measure.ts';
import { fromPlain, type Hundredths } from '../../model/money.ts';
import type { SchemeAppraisal } from '../../model/section-result.ts';
import type { SectionVerdict } from '../../model/section-verdict.ts';
import type { Graded } from '../../model/statements/grade.ts';
import { same } from '../../model/text.ts';
import { worth } from '../arithmetic.ts';
import { averaged } from '../averaging.ts';
import { tasksThen } from '../completions.ts';
import type { Context } from '../context.ts';
import { measureUnit } from '../measured-portfolio.ts';

/** The archived quarters in order, then this one. */
export function trendOf(
  { branch, manager, measured }: Context,
  graded: Graded,
  completion: Fact,
  verdicts: readonly SectionVerdict[],
): TrendPoint[] {
  const { measures } = branch.policy;
  const now = (measure: string, basis: Basis): Hundredths | null =>
    measured.figure(measure, basis, measureUnit(measures[measure])).total;
  return [
    ...branch.past.archived.flatMap((quarter): TrendPoint[] => {
      const record = quarter.manager(manager.manager_id);
      if (!record) return [];
      const tasks = tasksThen(record, quarter.period);
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
          completion: tasks.length === 0 ? null : worth(averaged(tasks, branch.averaging)),
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
      completion: numberIn(completion.quantity),
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

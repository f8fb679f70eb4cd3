/** A quarter's figures against the start of the year and against the same quarter of last year, as the archive has them. */
import { type Quarter, shiftQuarter, yearOf } from '../../model/calendar.ts';
import { amountOf, type Fact, fromArchive } from '../../model/fact.ts';
import { fromPlain } from '../../model/money.ts';
import type { SectionFigure } from '../../model/section-result.ts';
import type { Text } from '../../model/text.ts';
import { computed } from '../arithmetic.ts';
import type { Context } from '../context.ts';
import { measureUnit } from '../measured-portfolio.ts';
import { measureFact } from './targets.ts';

/** Of each measure both differences; unknown where the manager or the measure is not in that quarter's archive. */
export function growthOf(measures: readonly string[], context: Context): SectionFigure[] {
  const { period, policy } = context.branch;
  const against: readonly (readonly [id: string, words: Text, then: Quarter])[] = [
    [
      'from-year-start',
      { zh: '较年初', en: 'against the start of the year' },
      `${yearOf(period) - 1}Q4` as Quarter,
    ],
    [
      'from-last-year',
      { zh: '较上年同期', en: 'against the same quarter of last year' },
      shiftQuarter(period, -4),
    ],
  ];
  return measures.flatMap((measure) => {
    const spec = policy.measures[measure];
    const unit = measureUnit(spec);
    const now = measureFact(context.measured, context.branch, measure, 'quarter', unit);
    return against.map(([id, words, then]) =>
      computed(
        `${measure}-${id}`,
        { zh: `${spec?.title.zh}${words.zh}`, en: `${spec?.title.en} ${words.en}` },
        { unit },
        { difference: [{ fact: now }, { fact: archived(measure, unit, then, context) }] },
      ),
    );
  });
}

function archived(
  measure: string,
  unit: string,
  period: Quarter,
  { branch: { past }, manager }: Context,
): Fact {
  const then = past.archived
    .find((quarter) => quarter.period === period)
    ?.manager(manager.manager_id)
    ?.measures.find((each) => each.measure === measure && each.unit === unit);
  return fromArchive(
    { zh: period, en: period },
    then?.quarter == null ? null : amountOf(unit, fromPlain(then.quarter)),
    period,
  );
}

/** Each manager's level of the quarter, in force in the next one, beside the levels of the year's other quarters. */
import { shiftQuarter } from '../../model/calendar.ts';
import type { SectionLine } from '../../model/section-result.ts';
import type { LevelSpec } from '../../model/sections/level.ts';
import { same, type Text } from '../../model/text.ts';
import { levelsOf, type QuarterLevel, quartersOf } from '../levels.ts';
import { entryOf, figureOf, type SectionEvaluator } from './evaluator.ts';

export const level: SectionEvaluator<LevelSpec> = (spec, { branch, contexts }) => {
  const { period } = branch;
  const next = shiftQuarter(period, 1);
  return {
    subjects: 'managers',
    verdictTitle: { zh: `${period} 等级`, en: `Level of ${period}` },
    entries: contexts.map((context) => {
      const levels = levelsOf(spec, context);
      const now = levels.at(-1);
      const [id, named] = Object.entries(spec.levels)[(now?.level ?? 0) - 1] ?? [];
      return entryOf(context.manager, {
        outcome: id ? 'met' : 'unknown',
        verdict: id && named ? { id, title: named.title } : null,
        figures: quartersOf(period).map((quarter) => {
          const found = levels.find((each) => each.quarter === quarter);
          return figureOf(`q${quarter.at(-1)}`, titleOf(quarter), found?.fact ?? toCome(quarter));
        }),
        lines: levels.map((each) => lineFor(each, spec)),
        missing: now?.missing ?? [],
        notes: id ? [{ zh: `自 ${next} 起执行`, en: `in force in ${next}` }] : [],
      });
    }),
  };
};

/** A quarter's level, with the score that gave it. */
function lineFor({ quarter, level: found, rows, missing }: QuarterLevel, { levels }: LevelSpec): SectionLine {
  const named = found === null ? undefined : Object.values(levels)[found - 1];
  return {
    title: same(quarter),
    says: named?.title ?? missing[0]?.text ?? same(''),
    outcome: named ? 'met' : 'unknown',
    table: rows.length > 0 ? 'scores' : null,
    origin: rows[0] ?? null,
  };
}

const titleOf = (quarter: string): Text => ({ zh: `${quarter} 等级`, en: `Level of ${quarter}` });
const toCome = (quarter: string) => ({
  quantity: null,
  origin: { kind: 'calculation' as const, title: titleOf(quarter), how: { from: [] } },
});

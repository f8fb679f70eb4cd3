/** The levels of the year's quarters against one of them. A quarter that is not known matters only where it could decide. */

import { countOf, type Fact, madeFrom } from '../../model/fact.ts';
import type { Finding } from '../../model/judgement.ts';
import { allOf, anyOf, atLeast, type Outcome } from '../../model/outcome.ts';
import type { LevelSpec } from '../../model/sections/level.ts';
import { same } from '../../model/text.ts';
import type { Context } from '../context.ts';
import { comparedBy, findingOf, missingIn } from '../finding.ts';
import { levelsOf, quartersOf } from '../levels.ts';
import type { Evaluator } from './evaluator.ts';

/** At the level or a better one: in so many of the four quarters, or in the best, the worst or the latest. */
export const levelHeld: Evaluator<'level-held'> = (spec, context) => {
  const { parameters } = context.branch;
  const section = levelSection(spec.section, context);
  const parts = quarterFindings(section, spec['at-least'], context);
  const outcomes = parts.map(({ outcome }) => outcome);
  const title = section.levels[spec['at-least']]?.title ?? same(spec['at-least']);
  if (spec.quarters !== undefined) {
    const needed = parameters.count(spec.quarters);
    const held = { zh: `${title.zh}及以上的季度数`, en: `Quarters at ${title.en} or better` };
    return {
      title: held,
      by: { kind: 'at-least-n-of', needed },
      outcome: atLeast(needed, outcomes),
      observed: madeFrom(
        held,
        countOf('number', outcomes.filter((outcome) => outcome === 'met').length),
        parts.flatMap(({ observed }) => observed ?? []),
      ),
      threshold: parameters.fact(spec.quarters),
      parts,
      missing: missingIn(parts),
    };
  }
  const reading = parameters.choice(spec.reading ?? '');
  const { outcome, decides } = read(reading, parts, levelsOf(section, context).length);
  return {
    title: { zh: `达到${title.zh}（${reading}）`, en: `${title.en} or better (${reading})` },
    by: { kind: reading === 'best' ? 'any' : 'all' },
    outcome,
    observed: decides.length === 1 ? (decides[0]?.observed ?? null) : null,
    parts: parts.map((part) => ({ ...part, aside: !decides.includes(part) })),
    missing: missingIn(decides),
  };
};

/** By the reading, over the quarters that decide it. */
function read(
  reading: string,
  parts: readonly Finding[],
  past: number,
): { outcome: Outcome; decides: readonly Finding[] } {
  const outcomes = parts.map(({ outcome }) => outcome);
  if (reading === 'best') return { outcome: anyOf(outcomes), decides: parts };
  if (reading === 'worst') return { outcome: allOf(outcomes), decides: parts };
  const latest = parts.slice(past - 1, past);
  return { outcome: latest[0]?.outcome ?? 'unknown', decides: latest };
}

/** One finding for each of the year's four quarters. */
function quarterFindings(section: LevelSpec, orBetter: string, context: Context): Finding[] {
  const levels = levelsOf(section, context);
  const line = Object.keys(section.levels).indexOf(orBetter) + 1;
  const threshold: Fact = madeFrom(
    section.levels[orBetter]?.title ?? same(orBetter),
    countOf('number', line),
  );
  return quartersOf(context.branch.period).map((quarter) => {
    const found = levels.find((each) => each.quarter === quarter);
    return findingOf(
      { rule: null, title: same(quarter), article: '' },
      {
        ...comparedBy('at-most', found?.fact ?? null, threshold),
        missing: found?.missing ?? [
          { key: `level:${quarter}`, text: { zh: `${quarter} 尚未结束`, en: `${quarter} is not over yet` } },
        ],
      },
    );
  });
}

function levelSection(id: string, { branch }: Context): LevelSpec {
  const section = branch.policy.sections[id];
  if (section?.kind !== 'level') throw new Error(`section ${id} gives no levels`);
  return section;
}

/** In words: what a card scores, how much each part weighs, and what the total is called. */
import { conditionWords } from '../../model/conditions/index.ts';
import type { Wording } from '../../model/conditions/node.ts';
import type { DimensionSpec, IndicatorSpec, ScorecardSpec } from '../../model/sections/scorecard.ts';
import { articleWords } from '../../model/words.ts';
import { resultsWords } from './results.ts';

export const scorecardWords = ({ dimensions, bands }: ScorecardSpec, names: Wording): string[] => [
  ...Object.values(dimensions).map((each) => dimensionWords(each, names)),
  resultsWords(bands, names),
];

function dimensionWords(
  { title, article, weight, applies, indicators }: DimensionSpec,
  names: Wording,
): string {
  const { say, list, value } = names;
  const scored = list(Object.values(indicators).map((each) => indicatorWords(each, names)));
  const whom = applies ? conditionWords(applies, names) : null;
  const of = articleWords(article);
  return say({
    zh: `${title.zh}（${of.zh}）占 ${value(weight)}${whom ? `（只对：${whom}；对其余的人，其他部分按比例分担）` : ''}：${scored}`,
    en: `${title.en} (${of.en}), ${value(weight)}${whom ? ` (only where: ${whom}; for the others the rest share the whole)` : ''}: ${scored}`,
  });
}

function indicatorWords(
  { title, weight, least, most, ...how }: IndicatorSpec,
  { say, list, value }: Wording,
): string {
  const aside = [
    ...('reached' in how ? [say({ zh: '100 × 计划完成率', en: '100 × completion of the plan' })] : []),
    ...(weight === undefined ? [] : [value(weight)]),
    ...(least === undefined ? [] : [say({ zh: `最少 ${value(least)}`, en: `at least ${value(least)}` })]),
    ...(most === undefined ? [] : [say({ zh: `最多 ${value(most)}`, en: `at most ${value(most)}` })]),
  ];
  const said = list(aside);
  return say(title) + (said === '' ? '' : say({ zh: `（${said}）`, en: ` (${said})` }));
}

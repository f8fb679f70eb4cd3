/** In words: the lines of a section, and what becomes of their total. */

import { conditionWords, type Rule } from '../../model/conditions/index.ts';
import type { Wording } from '../../model/conditions/node.ts';
import { amongWords } from '../../model/figures/among.ts';
import type { LineSpec, LinesSpec } from '../../model/sections/lines.ts';
import { semicolon } from '../../model/text.ts';
import { articleWords } from '../../model/words.ts';
import { boundsWords, pricedWords } from './priced.ts';
import { resultsWords } from './results.ts';

export function linesWords(spec: LinesSpec, names: Wording): string[] {
  const { say } = names;
  const { total, results, veto, rank, among, 'takes-part': takesPart } = spec;
  const bounds = boundsWords(total ?? {}, names).join('');
  return [
    ...(takesPart
      ? [
          say({
            zh: `满足“${takesPart.title.zh}”的参加。`,
            en: `Who meets “${takesPart.title.en}” takes part.`,
          }),
        ]
      : []),
    ...Object.values(spec.lines).map((line) => lineWords(line, names)),
    say({
      zh: `合计为以上各项（各保留两位小数）之和${bounds}。`,
      en: `The total is the sum of these lines, each rounded to 0.01${bounds}.`,
    }),
    ...(veto ? [vetoWords(veto, spec, names)] : []),
    ...(results ? [resultsWords(results, names)] : []),
    ...(rank
      ? [
          say({
            zh: `${amongWords[among].zh}按合计由${rank === 'highest' ? '高到低' : '低到高'}排名，相同的名次相同。`,
            en: `Ranked by the total${amongWords[among].en}, the ${rank} first; equal ones share the rank.`,
          }),
        ]
      : []),
  ];
}

function lineWords(line: LineSpec, names: Wording): string {
  const { say } = names;
  const article = line.article
    ? say({ zh: `（${articleWords(line.article).zh}）`, en: ` (${articleWords(line.article).en})` })
    : '';
  const applies = line.applies
    ? say({
        zh: `满足“${lineRule(line.applies, names)}”时，`,
        en: `where ${lineRule(line.applies, names)}: `,
      })
    : '';
  const start = line.start === undefined ? '' : `${names.value(line.start)} + `;
  const parts = Object.values(line.parts ?? {}).map(
    (part) => `${say(part.title)}${say({ zh: '＝', en: ' = ' })}${pricedWords(part, names)}`,
  );
  const of =
    parts.length === 0
      ? pricedWords(line, names)
      : `${say({ zh: '各项相加', en: 'these added up' })} (${parts.join(say(semicolon))})${pricedWords(line, names)}`;
  return `${say(line.title)}${article}${say({ zh: '：', en: ': ' })}${applies}${start}${of}`;
}

/** A rule by its title, or by what it asks. */
const lineRule = (rule: Rule, names: Wording): string =>
  rule.title ? names.say(rule.title) : conditionWords(rule, names);

function vetoWords(
  { title, gives, result }: NonNullable<LinesSpec['veto']>,
  { results }: LinesSpec,
  { say, value }: Wording,
): string {
  const total = gives === undefined ? '0' : value(gives);
  const called = result === undefined ? undefined : results?.[result]?.title;
  return say({
    zh: `满足“${title.zh}”时，合计为 ${total}${called ? `，结果为${called.zh}` : ''}。`,
    en: `Where “${title.en}” is met, the total is ${total}${called ? ` and the result is “${called.en}”` : ''}.`,
  });
}

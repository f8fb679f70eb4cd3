/** A rule that comes out differently under another policy, in a line. */
import { show } from '../model/fact.ts';
import type { RuleMove, RuleSide } from '../model/simulation.ts';
import type { Lang } from '../model/text.ts';
import { articleWords, conditionWords, outcomeWords } from '../model/words.ts';

/** `日均存款 [deposits] 第 11.2(1)① 条：7,600.00 万元，标准 7,500.00 → 8,000.00 万元：符合 → 不符合`. */
export function ruleWords(
  { rule, title, article, condition, observed, before, after }: RuleMove,
  lang: Lang,
): string {
  const missing = { zh: '（无此规则）', en: '(no such rule)' }[lang];
  const words = condition ? conditionWords : outcomeWords;
  const of = (judged: RuleSide | null): string => (judged ? words[judged.outcome][lang] : missing);
  const bound = (judged: RuleSide | null): string => (judged?.threshold ? show(judged.threshold, lang) : '–');
  const figure = observed ? show(observed, lang) : '–';
  const same = bound(before) === bound(after);
  const bounds = same ? bound(after) : `${bound(before)} → ${bound(after)}`;
  const outcomes = `${of(before)} → ${of(after)}`;
  const where = article === '' ? '' : ` ${articleWords(article)[lang]}`;
  return {
    zh: `${title.zh} [${rule}]${where}：${figure}，标准 ${bounds}：${outcomes}`,
    en: `${title.en} [${rule}]${where}: ${figure} against ${bounds}: ${outcomes}`,
  }[lang];
}

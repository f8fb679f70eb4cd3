/** Words for outcomes, levels and severities, wherever people read them: on sheets, in lists, on the command line. */

import type { Severity } from './diagnostic.ts';
import type { Outcome, WarningOutcome } from './outcome.ts';
import { same, type Text } from './text.ts';

export const outcomeWords: Readonly<Record<Outcome, Text>> = {
  met: { zh: '符合', en: 'met' },
  unmet: { zh: '不符合', en: 'not met' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  unknown: { zh: '无法判断', en: 'unknown' },
};

/** Of what would be a warning or decide an appointment: a condition that holds is no rule met. */
export const conditionWords: Readonly<Record<Outcome, Text>> = {
  met: { zh: '成立', en: 'holds' },
  unmet: { zh: '不成立', en: 'does not hold' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  unknown: { zh: '无法判断', en: 'unknown' },
};

export const warningWords: Readonly<Record<WarningOutcome, Text>> = {
  triggered: { zh: '已触发', en: 'triggered' },
  review: { zh: '待认定', en: 'for review' },
  unknown: { zh: '无法判断', en: 'unknown' },
  clear: { zh: '未触发', en: 'clear' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
};

/** A group that the regulation gives no name. */
export const groupWords: Readonly<Record<string, Text>> = {
  all: { zh: '以下各项都成立', en: 'all of these' },
  any: { zh: '以下至少一项成立', en: 'any of these' },
  not: { zh: '以下不成立', en: 'not this' },
  'at-least-n-of': { zh: '以下若干项成立', en: 'some of these' },
};

/** Of an allowance whose rate is both fees. */
export const bothFees: Text = { zh: '含在每月标准内', en: 'in the monthly rate' };

/** A level's title in the policy; the id where the policy has none. */
export const levelTitle = (
  levels: readonly { readonly id: string; readonly title: Text }[],
  level: string,
): Text => levels.find(({ id }) => id === level)?.title ?? same(level);

export const severityWords: Readonly<Record<Severity, Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  note: { zh: '提示', en: 'note' },
};

/** Some texts number their articles, others have headings such as 一(二). */
export const articleWords = (article: string): Text => ({
  zh: /^\d/.test(article) ? `第 ${article} 条` : article,
  en: `Art. ${article}`,
});

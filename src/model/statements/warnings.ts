/** How the warnings stand, in numbers and words: no warning only where every rule is known to be clear. */

import type { WarningLevel } from '../in-force.ts';
import type { WarningOutcome } from '../outcome.ts';
import { comma, join, semicolon, type Text } from '../text.ts';

export interface Warned {
  readonly level: WarningLevel;
  readonly outcome: WarningOutcome;
}

interface WarningTally {
  readonly triggered: number;
  readonly review: number;
  readonly unknown: number;
}

export function warningTally(warnings: readonly Warned[]): WarningTally {
  const count = (outcome: WarningOutcome) => warnings.filter((each) => each.outcome === outcome).length;
  return { triggered: count('triggered'), review: count('review'), unknown: count('unknown') };
}

/** The colour of the whole: the gravest that is known, then what is not. */
export const warningTone = ({
  triggered,
  review,
  unknown,
}: WarningTally): 'bad' | 'warn' | 'open' | 'good' =>
  triggered > 0 ? 'bad' : review > 0 ? 'warn' : unknown > 0 ? 'open' : 'good';

const rules = (count: number): Text => ({
  zh: `${count} 条预警规则无法判断`,
  en: `${count} warning rule${count === 1 ? '' : 's'} cannot be judged`,
});

/** What stands in the place of a list of warnings, or below it; null where the list says all. */
export function warningRemark(
  tally: WarningTally,
): { readonly text: Text; readonly tone: 'open' | 'good' } | null {
  const { triggered, review, unknown } = tally;
  const stop: Text = { zh: '。', en: '.' };
  if (triggered + review > 0)
    return unknown === 0
      ? null
      : { text: join([{ zh: '另有 ', en: 'Besides, ' }, rules(unknown), stop]), tone: 'open' };
  if (unknown > 0)
    return {
      text: join([
        { zh: '没有触发或待认定的预警，但有 ', en: 'No warning is triggered or waits for a person, but ' },
        rules(unknown),
        stop,
      ]),
      tone: 'open',
    };
  return {
    text: {
      zh: '无预警，也没有待认定的事项。',
      en: 'No warning, and nothing waits for a person’s judgement.',
    },
    tone: 'good',
  };
}

/** A title with a count for each level that has warnings of the outcome, the gravest first. */
function byLevel(warnings: readonly Warned[], outcome: WarningOutcome, levels: Levels): Text {
  return join(
    levels.toReversed().flatMap(({ id, title }): Text[] => {
      const count = warnings.filter((each) => each.level === id && each.outcome === outcome).length;
      return count === 0 ? [] : [{ zh: `${title.zh} ${count} 项`, en: `${title.en} ${count}` }];
    }),
    comma,
  );
}

type Levels = readonly { readonly id: WarningLevel; readonly title: Text }[];

/** The warnings in one sentence, without its stop; `levels` from the lightest to the gravest. */
export function warningSentence(warnings: readonly Warned[], levels: Levels): Text {
  const { triggered, review, unknown } = warningTally(warnings);
  const parts: Text[] = [
    ...(triggered > 0
      ? [join([{ zh: '已触发', en: 'Triggered: ' }, byLevel(warnings, 'triggered', levels)])]
      : []),
    ...(review > 0
      ? [join([{ zh: '待认定', en: 'for review: ' }, byLevel(warnings, 'review', levels)])]
      : []),
    ...(unknown > 0 ? [rules(unknown)] : []),
  ];
  return parts.length === 0 ? { zh: '无预警', en: 'No warning' } : join(parts, semicolon);
}

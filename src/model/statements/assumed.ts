/** What no source gives and judgements rest on: said wherever they are. */
import type { Assumed, Finding } from '../judgement.ts';
import { comma, join, joined, type Text } from '../text.ts';
import { within } from '../walk.ts';

/** In the findings and all their parts, each once. */
export const assumedIn = (findings: readonly Finding[]): Assumed[] => [
  ...new Map(
    findings
      .flatMap(within)
      .flatMap(({ assumed }) => assumed)
      .map((each) => [each.parameter, each]),
  ).values(),
];

/** `假设（条文未给出）：主要客户占比下限 10.00 %`; nothing where nothing is assumed. */
export const assumedWords = (assumed: readonly Pick<Assumed, 'text'>[]): Text[] =>
  assumed.length === 0
    ? []
    : [join([{ zh: '假设（条文未给出）：', en: 'assumed, not in the text: ' }, joined(assumed, comma)])];

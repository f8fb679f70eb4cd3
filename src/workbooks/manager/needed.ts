/** Of how many parts how many are needed, after a rule's title. */
import { type Finding, neededOf } from '../../model/judgement.ts';
import type { Text } from '../../model/text.ts';

export const neededWords = (finding: Finding): Text | '' => {
  const needed = neededOf(finding);
  const { parts } = finding;
  return needed === null
    ? ''
    : { zh: `（${parts.length} 项中至少 ${needed} 项）`, en: ` (at least ${needed} of ${parts.length})` };
};

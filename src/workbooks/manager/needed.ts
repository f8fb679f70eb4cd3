/** Of how many parts how many are needed, after a rule's title. */
import type { Finding } from '../../model/judgement.ts';
import type { Text } from '../../model/text.ts';

export const neededWords = ({ needed, parts }: Finding): Text | '' =>
  needed === null
    ? ''
    : { zh: `（${parts.length} 项中至少 ${needed} 项）`, en: ` (at least ${needed} of ${parts.length})` };

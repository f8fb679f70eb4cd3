/** Whom somebody is ranked or counted among. */
import { z } from 'zod';
import type { Text } from '../text.ts';

export const among = z
  .enum(['all', 'branch', 'grade'])
  .default('all')
  .describe('All whom the policy appraises, those of the same branch, or those who hold the same grade.');
export type Among = z.infer<typeof among>;

export const amongWords = {
  all: { zh: '', en: '' },
  branch: { zh: '在本机构内', en: ' in the branch' },
  grade: { zh: '在同一等级内', en: ' within the grade' },
} as const satisfies Record<Among, Text>;

/** What a kind of section pays its subjects, in yuan: the figure's id and title. */
import type { Text } from '../text.ts';
import type { SectionKind } from './index.ts';

export const paid = {
  ranks: { id: 'reward', title: { zh: '奖励（元）', en: 'Reward (yuan)' } },
  lines: { id: 'pay', title: { zh: '应发（元）', en: 'Pay (yuan)' } },
  pool: { id: 'share', title: { zh: '分得（元）', en: 'Share (yuan)' } },
  pay: { id: 'pay', title: { zh: '应发（元）', en: 'Pay (yuan)' } },
} as const satisfies Partial<Record<SectionKind, { readonly id: string; readonly title: Text }>>;

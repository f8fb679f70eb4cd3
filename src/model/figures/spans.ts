/** The spans within which events are looked for, and what they are called. */
import type { Text } from '../text.ts';

export const spans = ['quarter', 'period', 'year', 'last-year'] as const;
export type Span = (typeof spans)[number];

export const spanWords: Readonly<Record<Span, Text>> = {
  quarter: { zh: '本季', en: 'this quarter' },
  period: { zh: '考核期内', en: 'in the period' },
  year: { zh: '本年', en: 'this year' },
  'last-year': { zh: '上年', en: 'last year' },
};

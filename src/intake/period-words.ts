/**
 * A header that names a period, in the words of a package of that period: 三季度计划 is 本季计划 in the third quarter, and
 * 2025年日均 is 上年日均 in 2026. So a header that changes every quarter is known in each of them.
 */
import type { Quarter } from '../model/calendar.ts';
import { unknownPeriod } from './period.ts';

/** Not of `前三季度` and `1-3季度`, which are more than a quarter. */
const quarters =
  /(?<![前至到~\-–—\d一二三四])(?:(\d{4})年?[-_ ]?)?(?:第?([一二三四1-4])季度?|Q([1-4])(?!\d))/gi;
const years = /(?<!\d)(\d{4})年度?(?![初]|第?[一二三四1-4]季|\d{1,2}月|Q\d|[上下]半年|末)/g;
const endOfYear = /(?<!\d)(\d{4})年(?=末)/g;

const numberOf = (word: string): number => '一二三四'.indexOf(word) + 1 || Number(word);

/** `header` is half width. */
export function inWordsOf(period: Quarter, header: string): string {
  if (period === unknownPeriod || !/\d{4}|季|Q[1-4]/i.test(header)) return header;
  const year = Number(period.slice(0, 4));
  const quarter = Number(period.slice(5));
  const yearWord = (whole: string, stated: string): string =>
    Number(stated) === year ? '本年' : Number(stated) === year - 1 ? '上年' : whole;
  return header
    .replace(quarters, (whole: string, stated: string | undefined, word?: string, digit?: string) =>
      numberOf(word ?? digit ?? '') === quarter && (stated === undefined || Number(stated) === year)
        ? '本季'
        : whole,
    )
    .replace(years, yearWord)
    .replace(endOfYear, (whole: string, stated: string) => (Number(stated) === year - 1 ? '上年' : whole));
}

/** Whether a header, in the words of its package's period, still names a quarter: it is another one. */
export const namesQuarter = (header: string): boolean => /[一二三四1-4]季|Q[1-4](?!\d)/i.test(header);

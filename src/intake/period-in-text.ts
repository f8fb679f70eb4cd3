/** Which quarter a title line or a cell speaks of: `统计日期:2026-06-30`, `2026年二季度`, `202606`, `2026年6月`. */
import { isDay, type Quarter, quarterOf } from '../model/calendar.ts';
import { dayInNumber, dayInText } from './cells/dates.ts';
import { type Cell, isDate, textOf } from './files/sheet.ts';
import { quarterInName } from './period.ts';
import { headerKey } from './words.ts';

/** A month by itself: `2026年9月`, `2026-09`, `202609`; not a part of a day or of a longer number. */
const month =
  /(?<![\d.])((?:19|20)\d{2})(?:\s*年\s*|[-/.]?)(1[0-2]|0?[1-9])(?:\s*月份?(?!\s*\d{1,2}\s*日)|(?![\d\-/.年月]))/g;

/** The one quarter whose month a text names; null: none, or several. */
export function quarterOfMonths(text: string): Quarter | null {
  const found = new Set<Quarter>();
  for (const [, year = '', number = ''] of text.normalize('NFKC').matchAll(month)) {
    const day = `${year}-${number.padStart(2, '0')}-01`;
    if (isDay(day)) found.add(quarterOf(day));
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

/** A day that figures are as of; a day of printing is none. */
const asOf =
  /(?:(?:统计|数据|截止|截至|报告|会计|业务|账务|余额|时点|取数)\s*(?:日期|时间|日|期|时点)?|(?<!导出|打印|制表|报送|填报|生成)日期)\s*[:为至]?\s*((?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}|(?:19|20)\d{6}(?!\d))/g;

/** The quarters that a title line speaks of. */
export function quartersInTitle(title: string): ReadonlySet<Quarter> {
  const words = title.normalize('NFKC');
  const found = new Set<Quarter>();
  const named = quarterInName(words) ?? quarterOfMonths(words);
  if (named !== null) found.add(named);
  for (const [, text = ''] of words.matchAll(asOf)) {
    const day = dayInText(text);
    if (day !== null) found.add(quarterOf(day));
  }
  return found;
}

/** Headers over the period that a row belongs to, not over a day in the life of an account or a person. */
const periodHeaders: ReadonlySet<string> = new Set(
  [
    ...[
      '统计',
      '数据',
      '截止',
      '截至',
      '报告',
      '会计',
      '账务',
      '报表',
      '批量',
      '取数',
      '时点',
      '快照',
    ].flatMap((what) => ['日期', '日', '时间', '时点', '月份', '期'].map((when) => `${what}${when}`)),
    ...[
      '日期',
      '月份',
      '年月',
      '账期',
      '期间',
      '期次',
      '季度',
      '数据年月',
      '会计期间',
      '所属期间',
      '考核期',
      '考核季度',
    ],
  ].map(headerKey),
);

export const isPeriodHeader = (header: string): boolean => periodHeaders.has(headerKey(header));

/** The quarter that a cell below such a header names. */
export function quarterInCell(
  cell: Cell,
  dayOfSerial: ((serial: number) => string | null) | null,
): Quarter | null {
  if (isDate(cell)) return quarterOf(cell.date);
  const text = textOf(cell);
  const day = typeof cell === 'number' ? dayInNumber(cell, dayOfSerial) : dayInText(text);
  // 202609 is a month, and as a serial number a day of the year 2454.
  const isMonth = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$/.test(text);
  if (day !== null && !isMonth) return quarterOf(day);
  return quarterInName(text) ?? quarterOfMonths(text);
}

/** Which quarter a title line or a cell speaks of: `统计日期:2026-06-30`, `2026年二季度`, `202606`, `2026年6月`. */
import { type Quarter, quarterOf } from '../model/calendar.ts';
import { dayInNumber, dayInText } from './cells/dates.ts';
import { type Cell, isDate, textOf } from './files/sheet.ts';
import { quarterInName, quarterOfMonths } from './period.ts';
import { headerKey } from './words.ts';

/** A day that figures are as of; a day of printing is none. */
const asOf =
  /(?:(?:统计|数据|截止|截至|报告|会计|业务|账务|余额|时点|取数)\s*(?:日期|时间|日|期|时点)?|(?<!导出|打印|制表|报送|填报|生成)日期)\s*[:为至]?\s*((?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}|(?:19|20)\d{6}(?!\d))/g;

const dayOrMonth = String.raw`(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{8}(?!\d))`;
/** `2026-07-01至2026-09-30`, `2026年1-9月`: the figures are as of its end. */
const spans: readonly (readonly [RegExp, string])[] = [
  [new RegExp(String.raw`(?<!\d)${dayOrMonth}\s*(?:至|到|[-~–—]+)\s*(${dayOrMonth})`, 'g'), '截至$1'],
  [/(?<!\d)(\d{4}年)\s*\d{1,2}月?\s*(?:至|到|[-~–—]+)\s*(\d{1,2}月)/g, '$1$2'],
];

/** The quarters that a title line speaks of. */
export function quartersInTitle(title: string): ReadonlySet<Quarter> {
  const words = spans.reduce((text, [span, end]) => text.replace(span, end), title.normalize('NFKC'));
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

// The personnel department's workbook: roster, events ledger and yearly reviews, one sheet each.

import { exportDay, type Four, pick, type Quarter } from '../calendar.ts';
import { CAST } from '../cast/index.ts';
import { LEDGER } from '../ledger.ts';
import { GRADES, type Manager } from '../model.ts';
import { reviewsOf } from '../review.ts';
import { type Cell, DATE, day, header, line, title, widths } from '../write/sheet.ts';
import { type ExcelJS, workbook } from '../write/workbook.ts';
import { inChinese, slashed } from './words.ts';

const ROSTER =
  '客户经理编号,姓名,所属支行,现任等级,条线,从事客户经理时间,见习起始日,见习类别,学历,职称,上岗考试,升级考试,见习期满考试,原行员等级,状态,联系电话,原职位费用标准,现聘起始日,原聘等级'.split(
    ',',
  );

const told = (value: string | Four<string> | undefined, usual: string, quarter: Quarter): string =>
  value === undefined ? usual : typeof value === 'string' ? value : pick(value, quarter);

/** One sub-branch keeps its dates as text, the others as dates. */
function since(manager: Manager): Cell {
  if (manager.since === '') return null;
  return manager.unit === '江北支行' ? slashed(manager.since) : day(manager.since);
}

const person = (manager: Manager, quarter: Quarter): Cell[] => [
  manager.id,
  manager.name,
  manager.unit,
  GRADES[manager.grade],
  manager.series ?? '公司',
  since(manager),
  manager.trainee === undefined ? null : inChinese(manager.trainee.since),
  manager.trainee?.type ?? null,
  (manager.education ?? '本科') || null,
  (manager.title ?? (manager.trainee ? '无' : '中级')) || null,
  told(manager.entryExam, '合格', quarter) || null,
  (quarter === 4 ? manager.promotionExam : undefined) ?? null,
  (quarter === 4 ? manager.trainee?.exam : undefined) ?? null,
  manager.trainee?.level ?? null,
  told(manager.status, '在岗', quarter),
  `000-0000${manager.id}`,
  manager.trainee?.fees ?? null,
  manager.appointed === undefined ? null : day(manager.appointed.since),
  manager.appointed?.from === undefined ? null : GRADES[manager.appointed.from],
];

const byId = (a: Manager, b: Manager): number => (a.id < b.id ? -1 : 1);

function roster(book: ExcelJS.Workbook, quarter: Quarter): void {
  const sheet = book.addWorksheet('客户经理名册');
  title(sheet, 1, '示例银行云州分行客户经理名册', ROSTER.length);
  header(sheet, 2, ROSTER);
  const people = CAST.filter(({ joins }) => quarter >= (joins ?? 1)).sort(byId);
  people.forEach((manager, index) => {
    line(sheet, index + 3, person(manager, quarter), { 5: DATE, 17: DATE });
  });
  sheet.getCell(people.length + 4, 1).value = '制表人:周人事';
  widths(sheet, [14, 12, 14, 16, 10, 18, 18, 12, 12, 10, 10, 10, 14, 12, 8, 16, 14, 12, 14]);
}

function events(book: ExcelJS.Workbook, quarter: Quarter): void {
  const sheet = book.addWorksheet('奖惩台账');
  header(sheet, 1, ['工号', '日期', '事件类型', '文号', '说明']);
  LEDGER.filter(({ date }) => date <= exportDay(quarter)).forEach((event, index) => {
    const date = event.date < '2026' ? inChinese(event.date) : day(event.date);
    line(sheet, index + 2, [event.manager, date, event.kind, event.reference, event.note || null], {
      1: DATE,
    });
  });
  widths(sheet, [9, 16, 14, 24, 36]);
}

function reviews(book: ExcelJS.Workbook, quarter: Quarter): void {
  const sheet = book.addWorksheet('年度考核');
  header(sheet, 1, ['工号', '年度', '考核结果', '得分']);
  const all = [...reviewsOf(2025), ...(quarter === 4 ? reviewsOf(2026) : [])];
  all.forEach(({ manager, year, rating, score }, index) => {
    line(sheet, index + 2, [manager, year, rating, score]);
  });
  widths(sheet, [9, 8, 12, 8]);
}

export function personnel(quarter: Quarter): Promise<Buffer> {
  return workbook((book) => {
    roster(book, quarter);
    events(book, quarter);
    reviews(book, quarter);
  });
}

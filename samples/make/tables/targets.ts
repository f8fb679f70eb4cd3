// The plans: one row for each manager and indicator, each with its own unit.

import { period, pick, type Quarter } from '../calendar.ts';
import { CAST } from '../cast/index.ts';
import { type Cell, header, line, title, widths } from '../write/sheet.ts';
import { workbook } from '../write/workbook.ts';

const HEADER = ['工号', '姓名', '指标名称', '单位', '季度计划', '年度计划', '主要业务指标'];
const COUNT = '#,##0';

function rows(quarter: Quarter): Cell[][] {
  return CAST.filter(({ joins }) => quarter >= (joins ?? 1)).flatMap((manager) =>
    manager.plans.map((plan) => [
      manager.id,
      manager.name,
      plan.indicator,
      plan.unit,
      typeof plan.quarter === 'number' ? plan.quarter : pick(plan.quarter, quarter),
      plan.year,
      plan.main ? '是' : '否',
    ]),
  );
}

export function targets(quarter: Quarter): Promise<Buffer> {
  return workbook((book) => {
    const sheet = book.addWorksheet('业务计划');
    title(sheet, 1, `示例银行云州分行${period(quarter)}客户经理业务计划`, HEADER.length);
    header(sheet, 2, HEADER);
    const all = rows(quarter).sort((a, b) => String(a[0]).localeCompare(String(b[0]), 'en'));
    all.forEach((cells, index) => {
      line(sheet, index + 3, cells, { 4: COUNT, 5: COUNT });
    });
    widths(sheet, [9, 12, 16, 10, 14, 14, 14]);
  });
}

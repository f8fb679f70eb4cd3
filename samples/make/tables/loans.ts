// Loans and other credit items: a CSV in GBK that opens with the line of the person who drew it. Due dates come in
// two spellings, nothing advanced is a dash.

import { exportDay, pick, type Quarter } from '../calendar.ts';
import { cents, plain } from '../money.ts';
import { type LoanRow, loanRows } from '../rows.ts';
import { csv, gbk } from '../write/csv.ts';
import { compact, currencyName, percent, slashed } from './words.ts';

const HEADER =
  '管户人,客户编号,客户名称,借据号,业务品种,币种,年日均余额,季日均余额,期末余额,到期日,逾期天数,逾期金额,欠息天数,欠息金额,垫款金额,分户比例'.split(
    ',',
  );

function fields(row: LoanRow, quarter: Quarter): string[] {
  const overdue = pick(row.told.overdue, quarter);
  const arrears = pick(row.told.arrears, quarter);
  const advance = pick(row.told.advance, quarter);
  const balance = plain(row.balance);
  return [
    row.owner.manager,
    row.customer,
    row.customerName,
    row.id,
    row.told.product,
    currencyName(row.told.currency),
    balance,
    balance,
    balance,
    row.customer.endsWith('02') ? compact(row.told.due) : slashed(row.told.due),
    String(overdue.days),
    plain(cents(overdue.amount)),
    String(arrears.days),
    plain(cents(arrears.amount)),
    advance === 0 ? '-' : plain(cents(advance)),
    percent(row.owner.share),
  ];
}

export function loans(quarter: Quarter): Buffer {
  const rows = loanRows(quarter).map((row) => fields(row, quarter));
  const drawn = [`导出人:王小娟  导出时间:${exportDay(quarter)} 09:15`];
  return gbk(csv([drawn, HEADER, ...rows], '\r\n'));
}

// Deposits of the other two sub-branches as another system exports them: CSV in UTF-8 with a byte order mark, yuan
// (or the account's currency) with thousands separators, 日平 and 帐号 for 日均 and 账号, shares in percent.

import type { Quarter } from '../calendar.ts';
import type { Unit } from '../model.ts';
import { grouped } from '../money.ts';
import { depositRows } from '../rows.ts';
import { csv, utf8WithMark } from '../write/csv.ts';
import { currencyName, percent } from './words.ts';

const IN_CSV: readonly Unit[] = ['港区支行', '江北支行'];

const HEADER =
  '机构名称,管户人,核心客户号,户名,帐号,币种,产品,存款年日平余额,上年日平余额,季日平余额,存款余额,分成比例'.split(
    ',',
  );

export function depositsCsv(quarter: Quarter): Buffer {
  const rows = depositRows(quarter)
    .filter((row) => IN_CSV.includes(row.owner.unit))
    .map((row) => [
      row.owner.unit,
      row.owner.manager,
      row.customer,
      row.customerName,
      row.id,
      currencyName(row.told.currency),
      row.told.kind,
      grouped(row.year),
      row.prior === null ? '' : grouped(row.prior),
      grouped(row.quarter),
      grouped(row.end),
      percent(row.owner.share),
    ]);
  return utf8WithMark(csv([HEADER, ...rows], '\r\n'));
}

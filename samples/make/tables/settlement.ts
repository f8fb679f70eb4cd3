// Settlement as the international department's system exports it: English headers, each row in its own currency.

import type { Quarter } from '../calendar.ts';
import { grouped } from '../money.ts';
import { settlementRows } from '../rows.ts';
import { csv, utf8 } from '../write/csv.ts';
import { percent } from './words.ts';

const HEADER =
  'manager_id,customer_id,customer_name,reference,kind,currency,quarter_amount,year_amount,share'.split(',');

export function settlement(quarter: Quarter): Buffer {
  const rows = settlementRows(quarter).map((row) => [
    row.owner.manager,
    row.customer,
    row.customerName,
    row.id,
    row.told.kind,
    row.told.currency,
    row.quarter === 0 ? '-' : grouped(row.quarter),
    grouped(row.year),
    percent(row.owner.share),
  ]);
  return utf8(csv([HEADER, ...rows], '\n'));
}

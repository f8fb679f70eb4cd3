// The approved corrections of the quarter.

import type { Quarter } from '../calendar.ts';
import { CORRECTIONS } from '../corrections.ts';
import { cents, plain } from '../money.ts';
import { csv, utf8 } from '../write/csv.ts';

const HEADER = ['工号', '客户号', '指标', '口径', '调整额', '文号', '事由', '批准人'];

export function corrections(quarter: Quarter): Buffer {
  const rows = CORRECTIONS.filter(({ quarters }) => quarters.includes(quarter)).map((correction) => [
    correction.manager,
    correction.customer,
    correction.indicator,
    correction.basis,
    plain(cents(correction.amount)),
    correction.reference,
    correction.reason,
    correction.approvedBy,
  ]);
  return utf8(csv([HEADER, ...rows], '\n'));
}

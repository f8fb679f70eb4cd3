// The exchange rates of the quarter's last day, per 100 units of the currency.

import { pick, type Quarter } from '../calendar.ts';
import { RATES } from '../rates.ts';
import { csv, utf8WithMark } from '../write/csv.ts';

export function rates(quarter: Quarter): Buffer {
  const rows = RATES.map(([currency, of]) => [currency, pick(of, quarter), '100']);
  return utf8WithMark(csv([['币种', '汇率', '单位'], ...rows], '\r\n'));
}

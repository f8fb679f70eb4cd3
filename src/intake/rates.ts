/** Yuan per one unit of each currency, from the table of exchange rates. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { Decimal } from '../model/money.ts';
import type { FxRow } from '../model/tables/rates.ts';
import { rateProblems } from './cells/problems.ts';
import { checkProblems } from './checks/problems.ts';

export type Rates = ReadonlyMap<string, Decimal>;

export function ratesOf(rows: readonly FxRow[]): { rates: Rates; problems: Diagnostic[] } {
  const rates = new Map([['CNY', new Decimal('1')]]);
  const first = new Map<string, FxRow>();
  const problems: Diagnostic[] = [];
  for (const row of rows) {
    const at = { file: row.source.file, sheet: row.source.sheet, row: row.row };
    const [whole, per] = [new Decimal(row.rate), new Decimal(row.per)];
    const rate = whole.div(per);
    const earlier = first.get(row.currency);
    if (!rate.times(per).eq(whole)) {
      const value = `${row.rate} / ${row.per}`;
      problems.push(rateProblems.notExact({ ...at, column: '汇率' }, {}, { value }));
    } else if (row.currency === 'CNY' && !rate.eq('1')) {
      problems.push(rateProblems.notYuan(at, {}, { value: rate.toFixed() }));
    } else if (earlier !== undefined && !rates.get(row.currency)?.eq(rate)) {
      const args = { key: row.currency, file: earlier.source.file, row: earlier.row };
      problems.push(checkProblems.duplicate(at, args, { value: rate.toFixed() }));
    } else {
      rates.set(row.currency, rate);
      first.set(row.currency, row);
    }
  }
  return { rates, problems };
}

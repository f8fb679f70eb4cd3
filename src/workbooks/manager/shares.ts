/** The share of normal loans, now and at the start of the year, as formulas over 五级分类. */
import { sum } from '../../model/money.ts';
import { isEqual, type Ratio, ratio } from '../../model/ratio.ts';
import { loanClasses } from '../../model/tables/classification.ts';
import { type Formula, formula } from '../../spreadsheet/sheet.ts';
import { choiceWord } from '../words.ts';
import type { ManagerView } from './view.ts';

const columns = {
  now: { amount: 'balance', class: 'class' },
  start: { amount: 'prior_balance', class: 'priorClass' },
} as const;

const normal = 'normal';

/** The formula of such a share, where the sheet's own rows come to it. */
export function shareFormula(
  { appraised }: Pick<ManagerView, 'appraised'>,
  when: keyof typeof columns,
  value: Ratio,
): Formula | undefined {
  const rows = appraised.portfolio.classification.map(({ row, yuan }) => ({
    class: when === 'now' ? row.class : row.prior_class,
    amount: yuan[columns[when].amount] ?? 0n,
  }));
  const all = sum(rows.map(({ amount }) => amount));
  const part = sum(rows.filter((row) => row.class === normal).map(({ amount }) => amount));
  if (all === 0n || !isEqual(ratio(part, all), value)) return undefined;
  const amounts = { list: 'classification', column: columns[when].amount } as const;
  const classes = { list: 'classification', column: columns[when].class } as const;
  return formula`SUMIFS(${amounts},${classes},${choiceWord(loanClasses, normal)})/SUM(${amounts})`;
}

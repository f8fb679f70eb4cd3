/** The share of loans of given classes, now against the start of the year, over all of the manager's loans. */
import { amountOf, type Fact, type RowSum, theseRows } from '../../model/fact.ts';
import { sum } from '../../model/money.ts';
import type { Row } from '../../model/package.ts';
import { loanClasses } from '../../model/tables/classification.ts';
import type { Text } from '../../model/text.ts';
import { calculated } from '../arithmetic.ts';
import { comparedBy, missingColumn, outOfScope } from '../finding.ts';
import type { Evaluator } from './evaluator.ts';

type Item = Row<'classification'>;

/** Where the class and the balance of a loan stand: now, and at the start of the year. */
const now = {
  title: { zh: '目前正常类占比', en: 'Share of normal loans now' },
  class: 'class',
  balance: 'balance',
} as const;
const before = {
  title: { zh: '年初正常类占比', en: 'Share of normal loans at the start of the year' },
  class: 'prior_class',
  balance: 'prior_balance',
} as const;

/** Met when the share has risen or is the whole; nothing on the books at the start of the year asks for the whole. */
export const shareRose: Evaluator<'share-rose'> = (spec, { branch, measured }) => {
  const classes = branch.parameters.words(spec.classes);
  const items = measured.portfolio.classification.map(({ row }) => row);
  if (sum(items.map(({ balance }) => balance)) === 0n) return outOfScope;
  const observed = shareOf(now, items, classes);
  const lacking = [before.class, before.balance].filter((column) =>
    items.some((row) => !branch.hasColumn('classification', row, column)),
  );
  if (lacking.length > 0)
    return {
      ...comparedBy('risen', observed, null),
      missing: lacking.map((column) => missingColumn('classification', column)),
    };
  return comparedBy('risen', observed, shareOf(before, items, classes));
};

/** The balance of the classes divided by that of all; the whole where there is none. */
function shareOf(when: typeof now | typeof before, items: readonly Item[], classes: readonly string[]): Fact {
  const rows = items.filter((row) => row[when.class] !== null);
  const balances = (title: Text, of: readonly Item[], only: RowSum['only']): Fact => ({
    quantity: amountOf('CNY', sum(of.map((row) => row[when.balance] ?? 0n))),
    origin: {
      kind: 'rows',
      title,
      rows: theseRows({ table: 'classification', rows: of }),
      sum: { column: when.balance, only },
    },
  });
  const good = rows.filter((row) => classes.includes(row[when.class] ?? ''));
  const stated = loanClasses.map(({ id }) => id);
  const whole = balances(allLoans, rows, when === now ? null : { column: when.class, is: stated });
  if (whole.quantity?.kind === 'amount' && whole.quantity.value === 0n)
    return calculated(when.title, 'share', { number: '1' });
  const part = balances(classesTitle(classes), good, { column: when.class, is: classes });
  return calculated(when.title, 'share', { quotient: [{ fact: part }, { fact: whole }] });
}

export const allLoans: Text = { zh: '全部贷款余额', en: 'all loans' };

/** `正常类贷款余额` */
export function classesTitle(classes: readonly string[]): Text {
  const named = classes.map((id) => loanClasses.find((each) => each.id === id)?.text ?? { zh: id, en: id });
  return {
    zh: `${named.map(({ zh }) => zh).join('、')}类贷款余额`,
    en: `${named.map(({ en }) => en).join(', ')} loans`,
  };
}

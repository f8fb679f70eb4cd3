/** The share of loans of given classes, now against the start of the year, over all of the manager's loans. */
import type { ConditionSpecs } from '../../model/conditions/index.ts';
import { amountOf, type Fact, type RowSum, type RowsBehind, rowsFound } from '../../model/fact.ts';
import { sum } from '../../model/money.ts';
import type { Row } from '../../model/package.ts';
import { loanClasses } from '../../model/tables/classification.ts';
import { comma, join, joined, same, type Text } from '../../model/text.ts';
import { calculated } from '../arithmetic.ts';
import { comparedBy, missingColumn, outOfScope } from '../finding.ts';
import type { Evaluator } from './evaluator.ts';

type Item = Row<'classification'>;

/** Where the class and the balance of a loan stand: now, and at the start of the year. */
const now = {
  title: ({ zh, en }: Text): Text => ({ zh: `目前${zh}类占比`, en: `Share of ${en} loans now` }),
  class: 'class',
  balance: 'balance',
} as const;
const before = {
  title: ({ zh, en }: Text): Text => ({
    zh: `年初${zh}类占比`,
    en: `Share of ${en} loans at the start of the year`,
  }),
  class: 'prior_class',
  balance: 'prior_balance',
} as const;

/** Of classes that are not to grow the whole is no reason to be met, and no loans are no share of them: the policy says. */
export const shareRose: Evaluator<'share-rose'> = (spec, { branch, measured }) => {
  const { whole = 'met', 'no-loans-before': noLoansBefore = 'whole' } = spec;
  const comparison = whole === 'met' ? 'risen' : 'more-than';
  const classes = branch.parameters.words(spec.classes);
  const items = measured.portfolio.classification;
  const observed = shareOf(now, items, classes, 'not-applicable');
  if (observed === null) return outOfScope;
  const lacking = [before.class, before.balance].filter((column) =>
    items.some((row) => !branch.hasColumn('classification', row, column)),
  );
  if (lacking.length > 0)
    return {
      ...comparedBy(comparison, observed, null),
      missing: lacking.map((column) => missingColumn('classification', column)),
    };
  const threshold = shareOf(before, items, classes, noLoansBefore);
  return threshold === null
    ? { ...outOfScope, notes: [noLoansThen] }
    : comparedBy(comparison, observed, threshold);
};

const noLoansThen: Text = { zh: '年初没有贷款', en: 'no loans at the start of the year' };

type WithoutLoans = NonNullable<ConditionSpecs['share-rose']['no-loans-before']>;

/** The balance of the classes divided by that of all, or the share that there is without loans; null: none. */
function shareOf(
  when: typeof now | typeof before,
  items: readonly Item[],
  classes: readonly string[],
  withoutLoans: WithoutLoans,
): Fact | null {
  const balances = (title: Text, of: readonly string[], only: RowSum['only']): Fact => ({
    quantity: amountOf('CNY', sum(rowsOf(items, when.class, of).map((row) => row[when.balance] ?? 0n))),
    origin: {
      kind: 'rows',
      title,
      rows: rowsBehind(items, when.class, of),
      sum: { column: when.balance, only },
    },
  });
  const stated = loanClasses.map(({ id }) => id);
  const title = when.title(classesNamed(classes));
  const whole = balances(allLoans, stated, when === now ? null : { column: when.class, is: stated });
  if (whole.quantity?.kind === 'amount' && whole.quantity.value === 0n)
    return withoutLoans === 'not-applicable'
      ? null
      : calculated(join([title, { zh: `（${noLoansThen.zh}）`, en: ' (no loans then)' }]), 'share', {
          number: withoutLoans === 'whole' ? '1' : '0',
        });
  const part = balances(classesTitle(classes), classes, { column: when.class, is: classes });
  return calculated(title, 'share', { quotient: [{ fact: part }, { fact: whole }] });
}

type ClassColumn = (typeof now | typeof before)['class'];

const rowsOf = (items: readonly Item[], column: ClassColumn, classes: readonly string[]) =>
  items.filter((row) => classes.includes(row[column] ?? ''));

const rowsBehind = (items: readonly Item[], column: ClassColumn, classes: readonly string[]): RowsBehind =>
  rowsFound(() => [{ table: 'classification', rows: rowsOf(items, column, classes) }]);

export const allLoans: Text = { zh: '全部贷款余额', en: 'all loans' };

const classesNamed = (classes: readonly string[]): Text =>
  joined(classes, comma, (id) => loanClasses.find((each) => each.id === id)?.text ?? same(id));

/** `正常类贷款余额` */
export function classesTitle(classes: readonly string[]): Text {
  const { zh, en } = classesNamed(classes);
  return { zh: `${zh}类贷款余额`, en: `${en} loans` };
}

/** The share of loans of given classes, now against the start of the year, over all of the manager's loans (Art. 11.2(2)). */
import { type Fact, theseRows } from '../../model/fact.ts';
import { sum } from '../../model/money.ts';
import { metIf } from '../../model/outcome.ts';
import { isAtLeast, type Ratio, ratio } from '../../model/ratio.ts';
import type { LoanClass } from '../../model/tables/classification.ts';
import type { Text } from '../../model/text.ts';
import { missingColumn } from '../finding.ts';
import type { Evaluator } from './evaluator.ts';

/** Met when the share has risen or is the whole; nothing on the books at the start of the year asks for the whole. */
export const shareRose: Evaluator<'share-rose'> = (spec, { branch, book }) => {
  const classes = branch.parameters.words(spec.classes);
  const items = book.portfolio.classification;
  const rows = theseRows({ table: 'classification', rows: items.map(({ row }) => row) });
  const fact = (title: Text, value: Ratio | null): Fact => ({
    quantity: value === null ? null : { kind: 'ratio', value },
    origin: { kind: 'rows', title, rows },
  });
  const nowTitle = { zh: '目前正常类占比', en: 'Share of normal loans now' };
  const beforeTitle = { zh: '年初正常类占比', en: 'Share of normal loans at the start of the year' };

  const total = sum(items.map(({ row }) => row.balance));
  if (total === 0n) return { outcome: 'not-applicable' };
  const good = (of: LoanClass | null): boolean => of !== null && classes.includes(of);
  const now = ratio(sum(items.filter(({ row }) => good(row.class)).map(({ row }) => row.balance)), total);
  const observed = fact(nowTitle, now);

  const lacking = ['prior_class', 'prior_balance'].filter((column) =>
    items.some(({ row }) => !branch.hasColumn('classification', row, column)),
  );
  if (lacking.length > 0) {
    const missing = lacking.map((column) => missingColumn('classification', column));
    return { outcome: isAtLeast(now, 1) ? 'met' : 'unknown', observed, missing };
  }
  const before = items.filter(({ row }) => row.prior_class !== null);
  const balance = (of: typeof before) => sum(of.map(({ row }) => row.prior_balance ?? 0n));
  const totalBefore = balance(before);
  const whole = ratio(1n, 1n);
  const needed =
    totalBefore === 0n
      ? whole
      : ratio(balance(before.filter(({ row }) => good(row.prior_class))), totalBefore);
  return {
    outcome: metIf(isAtLeast(now, 1) || !isAtLeast(needed, now)),
    observed,
    threshold: fact(beforeTitle, needed),
  };
};

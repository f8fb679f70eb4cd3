/** The share of loans of given classes, now against the start of the year, over all of the manager's loans (Art. 11.2(2)). */

import type { Fact } from '../../model/fact.ts';
import { sum } from '../../model/money.ts';
import { metIf } from '../../model/outcome.ts';
import { type Ratio, ratio } from '../../model/ratio.ts';
import type { Text } from '../../model/text.ts';
import { missingColumn } from '../finding.ts';
import type { Evaluator } from './index.ts';

/** Met when the share has risen or is the whole; nothing on the books at the start of the year asks for the whole. */
export const shareRose: Evaluator<'share-rose'> = (spec, { branch, book }) => {
  const classes = branch.parameters.words(spec.classes);
  const items = book.portfolio.classification;
  const rows = () => [{ table: 'classification' as const, rows: items.map(({ row }) => row) }];
  const fact = (title: Text, value: Ratio | null): Fact => ({
    quantity: value === null ? null : { kind: 'ratio', value },
    origin: { kind: 'rows', title, rows },
  });
  const nowTitle = { zh: '目前正常类占比', en: 'Share of normal loans now' };
  const beforeTitle = { zh: '年初正常类占比', en: 'Share of normal loans at the start of the year' };

  const total = sum(items.map(({ row }) => row.balance));
  if (total === 0n) return { outcome: 'not-applicable' };
  const now = ratio(
    sum(items.filter(({ row }) => classes.includes(row.class)).map(({ row }) => row.balance)),
    total,
  );
  const observed = fact(nowTitle, now);
  if (now.gte(1)) return { outcome: 'met', observed };

  const blind = items.find(
    ({ row }) => !branch.hasColumn('classification', row, 'prior_class') || row.prior_balance === null,
  );
  if (blind)
    return {
      outcome: 'unknown',
      observed,
      missing: ['prior_class', 'prior_balance']
        .filter((column) => !branch.hasColumn('classification', blind.row, column))
        .map((column) => missingColumn('classification', column)),
    };
  const before = items.filter(({ row }) => row.prior_class !== null);
  const totalBefore = sum(before.map(({ row }) => row.prior_balance ?? 0n));
  if (totalBefore === 0n) return { outcome: 'unmet', observed, threshold: fact(beforeTitle, ratio(1n, 1n)) };
  const share = ratio(
    sum(
      before
        .filter(({ row }) => row.prior_class !== null && classes.includes(row.prior_class))
        .map(({ row }) => row.prior_balance ?? 0n),
    ),
    totalBefore,
  );
  return { outcome: metIf(now.gt(share)), observed, threshold: fact(beforeTitle, share) };
};

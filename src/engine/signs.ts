/** What one credit item shows: overdue, in arrears, an advance, a bad class. Whole amounts decide, also of a shared item. */
import type { Portfolio } from '../model/appraisal.ts';
import { rowsIn } from '../model/credited.ts';
import type { Evidence, Missing } from '../model/judgement.ts';
import { grouped } from '../model/money.ts';
import { allOf, anyOf, metIf, type Outcome } from '../model/outcome.ts';
import type { Row } from '../model/package.ts';
import type { SignSpec } from '../model/policy/signs.ts';
import { loanClasses } from '../model/tables/classification.ts';
import type { Text } from '../model/text.ts';
import type { Branch } from './context.ts';
import { evidence, missingColumn } from './finding.ts';

type Item = Row<'loans'> | Row<'classification'>;

interface SignFound {
  /** Met: one of the items shows the sign; unknown: one may. */
  readonly outcome: Outcome;
  /** The items that show it. */
  readonly shown: readonly { readonly loanId: string; readonly evidence: Evidence }[];
  readonly missing: readonly Missing[];
  /** Loans that show it, but did so at the start of the year already, and are therefore left out. */
  readonly before: readonly string[];
}

/** Keyed by run and manager, because rule after rule and grade after grade ask for the same signs. */
const known = new WeakMap<Branch, WeakMap<Portfolio, Map<string, SignFound>>>();

/** Looks for one sign over a manager's credit items. */
export function lookFor(sign: string, portfolio: Portfolio, branch: Branch): SignFound {
  const ofBranch = known.get(branch) ?? new WeakMap<Portfolio, Map<string, SignFound>>();
  const ofManager = ofBranch.get(portfolio) ?? new Map<string, SignFound>();
  const seen = ofManager.get(sign) ?? look(sign, portfolio, branch);
  known.set(branch, ofBranch.set(portfolio, ofManager.set(sign, seen)));
  return seen;
}

function look(sign: string, portfolio: Portfolio, branch: Branch): SignFound {
  const spec = branch.policy.signs[sign];
  if (!spec) throw new Error(`no sign ${sign}`);
  const items: readonly Item[] = rowsIn(portfolio[spec.table]);
  const { 'classes-before': _, ...regardless } = spec;
  const [shows, showsRegardless] = [shownBy(spec, branch), shownBy(regardless, branch)];
  const judged = items.map((item) => ({ item, outcome: shows(item) }));
  return {
    outcome: judged.length === 0 ? 'unmet' : anyOf(judged.map(({ outcome }) => outcome)),
    shown: judged
      .filter(({ outcome }) => outcome === 'met')
      .map(({ item }) => ({ loanId: item.loan_id, evidence: evidence(spec.table, item, says(item, spec)) })),
    missing: judged.some(({ outcome }) => outcome === 'unknown')
      ? columnsOf(spec)
          .filter((column) => items.some((item) => !branch.hasColumn(spec.table, item, column)))
          .map((column) => missingColumn(spec.table, column))
      : [],
    before: spec['classes-before']
      ? judged
          .filter(({ item, outcome }) => outcome === 'unmet' && showsRegardless(item) === 'met')
          .map(({ item }) => item.loan_id)
      : [],
  };
}

const columnsOf = (spec: SignSpec): string[] => [
  ...(spec['above-zero'] ?? []),
  ...(spec.days ? [spec.days.column, spec.days['without-days']] : []),
  ...(spec.product ? ['product'] : []),
  ...(spec['classes-before'] ? ['prior_class'] : []),
];

/** Whether an item shows the sign: every part that the policy asks for holds. */
function shownBy(spec: SignSpec, { parameters, hasColumn }: Branch): (item: Item) => Outcome {
  const { 'above-zero': aboveZero, days, outstanding } = spec;
  const products = spec.product && parameters.words(spec.product);
  const classes = spec.classes && parameters.words(spec.classes);
  const leastDays = days ? parameters.count(days['at-least']) : 0;
  const isNewOnly = spec['classes-before'] && parameters.choice(spec['classes-before']) === 'leave-out';
  return (item) => {
    const parts: Outcome[] = [];
    if (aboveZero) {
      const known = aboveZero.map((column) => numberIn(item, column)).filter((value) => value !== null);
      parts.push(known.length === 0 ? 'unknown' : metIf(known.some((value) => value > 0n)));
    }
    if (days) {
      const counted = numberIn(item, days.column);
      if (counted !== null) parts.push(metIf(counted >= leastDays));
      else parts.push(numberIn(item, days['without-days']) === 0n ? 'unmet' : 'unknown');
    }
    if (products) {
      const product = cellIn(item, 'product');
      parts.push(
        typeof product === 'string' ? metIf(products.some((word) => product.includes(word))) : 'unknown',
      );
    }
    if (classes && 'class' in item) {
      parts.push(metIf(classes.includes(item.class)));
      if (isNewOnly) {
        if (!hasColumn('classification', item, 'prior_class')) parts.push('unknown');
        else parts.push(metIf(item.prior_class === null || !classes.includes(item.prior_class)));
      }
    }
    if (outstanding)
      parts.push(metIf((numberIn(item, 'balance') ?? numberIn(item, 'end_balance') ?? 0n) > 0n));
    return allOf(parts);
  };
}

const cellIn = (item: Item, column: string): unknown =>
  (item as unknown as Readonly<Record<string, unknown>>)[column];

function numberIn(item: Item, column: string): bigint | null {
  const cell = cellIn(item, column);
  return typeof cell === 'bigint' ? cell : typeof cell === 'number' ? BigInt(cell) : null;
}

/** `L-17 逾期：90 天，1,234.00 元` */
function says(item: Item, spec: SignSpec): Text {
  const shown = [...(spec['above-zero'] ?? []), ...(spec.days ? [spec.days.column] : [])].flatMap(
    (column) => {
      const cell = cellIn(item, column);
      if (typeof cell === 'bigint' && cell > 0n)
        return [{ zh: `${grouped(cell)} 元`, en: `CNY ${grouped(cell)}` }];
      if (typeof cell === 'number' && cell > 0) return [{ zh: `${cell} 天`, en: `${cell} days` }];
      return [];
    },
  );
  if ('class' in item) {
    const now = loanClasses.find(({ id }) => id === item.class)?.text;
    if (now) shown.push(now);
  }
  return {
    zh: `${item.loan_id} ${spec.title.zh}：${shown.map(({ zh }) => zh).join('，')}`,
    en: `${item.loan_id} ${spec.title.en}: ${shown.map(({ en }) => en).join(', ')}`,
  };
}

/** A manager's whole figure against a line: a measure, a column of a table with one row a manager, or one divided by another. */
import type { Finding } from '../../model/appraisal.ts';
import type { Operand } from '../../model/condition.ts';
import { amountOf, type Fact, type Quantity } from '../../model/fact.ts';
import type { Hundredths } from '../../model/money.ts';
import { metIf } from '../../model/outcome.ts';
import { ratio } from '../../model/ratio.ts';
import type { AnyColumn } from '../../model/table.ts';
import { tables } from '../../model/tables/index.ts';
import { type Context, gradeOf } from '../context.ts';
import { lackingFor } from './compare.ts';
import type { Evaluator } from './evaluator.ts';

/**
 * `at-least` includes the line, `less-than` does not. Where a divisor is 0 there was nothing to reach: the rule does not
 * apply. What the manager has no row of is unknown.
 */
export const figure: Evaluator<'figure'> = (spec, context) => {
  const line = spec['at-least'] ?? spec['less-than'] ?? '';
  const threshold = context.branch.parameters.fact(line, gradeOf(context));
  const facts = [spec.of, ...(spec.to ? [spec.to] : [])].map((operand) => operandFact(operand, context));
  const values = facts.map(yuanOf);
  const missing = [spec.of, ...(spec.to ? [spec.to] : [])].flatMap((operand) => lackingOf(operand, context));
  const [of, to] = values;
  if (spec.to && to === 0n) return { outcome: 'not-applicable', threshold };
  const observed: Fact = spec.to
    ? {
        quantity: of == null || to == null ? null : { kind: 'ratio', value: ratio(of, to) },
        origin: { kind: 'calculation', title: titleOf(facts), of: facts },
      }
    : (facts[0] as Fact);
  if (observed.quantity === null) return { outcome: 'unknown', observed, threshold, missing };
  const short = shortOf(threshold.quantity, observed.quantity);
  const outcome = metIf(spec['less-than'] === undefined ? short.isNotAbove : short.isAbove);
  return { outcome, observed, threshold, gap: spec['less-than'] === undefined ? short.gap : null };
};

/** How far a quantity stays under its line. */
function shortOf(
  line: Quantity,
  seen: Quantity,
): { isNotAbove: boolean; isAbove: boolean; gap: Finding['gap'] } {
  if (line.kind === 'amount' && seen.kind === 'amount') {
    const short = line.value - seen.value;
    return {
      isNotAbove: short <= 0n,
      isAbove: short > 0n,
      gap: amountOf(line.unit, short > 0n ? short : 0n),
    };
  }
  if (line.kind === 'ratio' && seen.kind === 'ratio') {
    const short = line.value.sub(seen.value);
    const none = short.compare(0) <= 0;
    return { isNotAbove: none, isAbove: !none, gap: { kind: 'ratio', value: none ? short.mul(0) : short } };
  }
  throw new Error(`a line of kind ${line.kind} for a figure of kind ${seen.kind}`);
}

const yuanOf = ({ quantity }: Fact): Hundredths | null =>
  quantity?.kind === 'amount' ? quantity.value : null;

const titleOf = ([of, to]: readonly Fact[]) => ({
  zh: `${wordsOf(of).zh}÷${wordsOf(to).zh}`,
  en: `${wordsOf(of).en} ÷ ${wordsOf(to).en}`,
});
const wordsOf = (fact: Fact | undefined) =>
  fact && 'title' in fact.origin ? fact.origin.title : { zh: '', en: '' };

/** A manager's whole figure in yuan; its quantity is null where it is not known. */
export function operandFact(operand: Operand, context: Context): Fact {
  if ('measure' in operand) {
    const { measures } = context.branch.policy;
    const found = context.book.figure(operand.measure, 'year', 'CNY');
    return {
      quantity: found.total === null ? null : amountOf('CNY', found.total),
      origin: {
        kind: 'measure',
        measure: operand.measure,
        title: measures[operand.measure]?.title ?? { zh: operand.measure, en: operand.measure },
        basis: 'year',
        customersFrom: null,
        customersBy: null,
        customerId: null,
        rows: found.rows,
      },
    };
  }
  const rows = context.book.portfolio.collections;
  const columns: Readonly<Record<string, AnyColumn>> = tables.collections.columns;
  const header = columns[operand.collected]?.headers[0] ?? operand.collected;
  return {
    quantity: rows.length === 0 ? null : amountOf('CNY', collected(rows, operand.collected)),
    origin: {
      kind: 'rows',
      title: { zh: header, en: operand.collected.replaceAll('_', ' ') },
      rows: () => [{ table: 'collections', rows }],
    },
  };
}

const collected = (rows: readonly object[], column: string): Hundredths =>
  rows.reduce((sum, row) => sum + ((row as Readonly<Record<string, Hundredths>>)[column] ?? 0n), 0n);

export const lackingOf = (operand: Operand, context: Context): Finding['missing'] => {
  if ('measure' in operand) return lackingFor([operand.measure], context);
  if (context.book.portfolio.collections.length > 0) return [];
  const { title } = tables.collections;
  return [
    {
      key: 'row:collections',
      text: { zh: `“${title.zh}”中没有本人的记录`, en: `the table ${title.en} has no row of this manager` },
    },
  ];
};

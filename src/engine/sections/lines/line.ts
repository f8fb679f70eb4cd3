/** One line: its figure at its price, or its parts added up; rounded once. */

import type { Rule } from '../../../model/conditions/index.ts';
import type { Calculation, Fact } from '../../../model/fact.ts';
import type { Finding, Missing } from '../../../model/judgement.ts';
import type { SectionFigure } from '../../../model/section-result.ts';
import type { LineSpec, PricedSpec } from '../../../model/sections/lines.ts';
import { join } from '../../../model/text.ts';
import { type ComputedAs, calculated } from '../../arithmetic.ts';
import { evaluate } from '../../conditions/index.ts';
import { type Context, gradeOf } from '../../context.ts';
import { figureOf as seenOf } from '../../figures/index.ts';
import { eachOnce, missingIn } from '../../finding.ts';
import { isWithoutFigure, withoutFigure } from '../../without-figure.ts';
import { boundsOf, exactly, type Priced, priced } from './priced.ts';
import { amountColumn, amountTitle, figureIn, lineRow, type Row, rowBelow } from './row.ts';

export interface Line {
  readonly row: Row;
  /** What the line comes to, rounded; not known, or words where it does not apply. */
  readonly amount: SectionFigure;
  /** What it rests on, and itself at the end. */
  readonly figures: readonly SectionFigure[];
  readonly missing: readonly Missing[];
  /** Whom it speaks of; null: everybody. */
  readonly applies: Finding | null;
}

export const isApplicable = ({ amount }: Line): boolean => !isWithoutFigure(amount.fact);

export function lineOf(id: string, spec: LineSpec, as: ComputedAs, context: Context): Line {
  const row = lineRow(id, spec.title);
  const applies = spec.applies ? evaluate(titled(id, spec, spec.applies), context) : null;
  if (applies?.outcome === 'unmet' || applies?.outcome === 'not-applicable') {
    const amount = amountOf(row, null, as);
    return { row, amount, figures: [amount], missing: [], applies };
  }
  const { how, missing, figures } = withParts(spec, row, as, context);
  const isOpen = applies?.outcome === 'unknown';
  const amount = amountOf(row, isOpen ? open : how, as, (of) => ({ cents: of }));
  return {
    row,
    amount,
    figures: [...figures, amount],
    missing: amount.fact.quantity === null ? [...(isOpen ? missingIn([applies]) : []), ...missing] : [],
    applies,
  };
}

const open: Calculation = { from: [] };

/** A rule without words of its own goes by its line. */
const titled = (id: string, { title, article }: LineSpec, rule: Rule): Rule => ({
  ...{ rule: id, title, article },
  ...rule,
});

/** What a row comes to, in the words that go for it where it does not apply. */
function amountOf(
  row: Row,
  how: Calculation | null,
  as: ComputedAs,
  rounded: (of: Calculation) => Calculation = (of) => of,
): SectionFigure {
  const title = amountTitle(row.called, as);
  const fact = how === null ? withoutFigure(title) : calculated(title, as, rounded(how));
  return figureIn({ ...row, called: title }, amountColumn(as), '', null, fact);
}

function withParts(spec: LineSpec, row: Row, as: ComputedAs, context: Context): Priced {
  const at = (parameter: string): Fact => context.branch.parameters.fact(parameter, gradeOf(context));
  const start = spec.start === undefined ? [] : [startOf(row, as, at(spec.start))];
  const starts = start.map(({ fact }): Calculation => ({ fact }));
  if (isWhole(spec)) {
    const whole = priced(spec, row, as, context);
    if (start.length === 0 || whole.how === null) return whole;
    return {
      ...whole,
      how: { sum: [...starts, whole.how] },
      figures: [...start, ...whole.figures],
    };
  }
  const parts = Object.entries(spec.parts ?? {}).map(([id, each]) => {
    const below = rowBelow(row, id, each.title, join([spec.title, '：', each.title]));
    const of = priced(each, below, as, context);
    const own = amountOf(below, of.how, as);
    return { ...of, fact: own.fact, figures: [...of.figures, own] };
  });
  const figures = [...start, ...parts.flatMap((part) => part.figures)];
  const applicable = parts.filter(({ how }) => how !== null).map(({ fact }) => exactly(fact));
  if (applicable.length + start.length === 0) return { how: null, missing: [], figures };
  const missing = parts.flatMap((part) => part.missing);
  const { how, bounds } = boundsOf(spec, { sum: [...starts, ...applicable] }, row, (amount) => {
    if (typeof amount === 'string') return at(amount);
    const seen = seenOf(amount, context);
    missing.push(...seen.missing);
    return seen.fact;
  });
  return { how, missing: eachOnce(missing), figures: [...figures, ...bounds] };
}

const isWhole = (spec: LineSpec): spec is LineSpec & PricedSpec => spec.of !== undefined;

function startOf(row: Row, as: ComputedAs, fact: Fact): SectionFigure {
  const title = { zh: '起点', en: 'start' };
  const below = rowBelow(row, 'start', title, amountTitle(join([row.called, ' · ', title]), as));
  return { ...figureIn(below, amountColumn(as), '', null, fact), shared: true };
}

/** One line: its figure at its price, or its parts added up; rounded once. */
import type { Calculation } from '../../../model/fact.ts';
import type { Missing } from '../../../model/judgement.ts';
import type { SectionFigure } from '../../../model/section-result.ts';
import type { LineSpec, PricedSpec } from '../../../model/sections/lines.ts';
import { join, type Text } from '../../../model/text.ts';
import { type ComputedAs, calculated } from '../../arithmetic.ts';
import { type Context, gradeOf } from '../../context.ts';
import { figureOf as seenOf } from '../../figures/index.ts';
import { eachOnce } from '../../finding.ts';
import { figureOf } from '../evaluator.ts';
import { bounded, exactly, type Priced, priced, withoutFigure } from './priced.ts';

export interface Line {
  /** What the line comes to, rounded; not known, or words where it does not apply. */
  readonly amount: SectionFigure;
  /** What it rests on, and itself at the end. */
  readonly figures: readonly SectionFigure[];
  readonly missing: readonly Missing[];
}

export const isApplicable = ({ amount }: Line): boolean => amount.fact.quantity?.kind !== 'words';

/** Yuan that are paid are named as such, so that they stand in full. */
const amountTitle = (title: Text, as: ComputedAs): Text =>
  as !== 'share' && as.unit === 'CNY' ? join([title, { zh: '（元）', en: ' (yuan)' }]) : title;

export function lineOf(id: string, spec: LineSpec, as: ComputedAs, context: Context): Line {
  const title = amountTitle(spec.title, as);
  const { how, missing, figures } = withParts(id, spec, as, context);
  const fact = how === null ? withoutFigure(title) : calculated(title, as, { cents: how });
  const amount = figureOf(id, title, fact);
  return { amount, figures: [...figures, amount], missing: fact.quantity === null ? missing : [] };
}

function withParts(id: string, spec: LineSpec, as: ComputedAs, context: Context): Priced {
  if (isWhole(spec)) {
    const whole = priced(spec, { id, title: spec.title }, as, context);
    if (spec.start === undefined || whole.how === null) return whole;
    return { ...whole, how: { sum: [startOf(spec.start, context), whole.how] } };
  }
  const parts = Object.entries(spec.parts ?? {}).map(([part, each]) => {
    const title = join([spec.title, '：', each.title]);
    const of = priced(each, { id: `${id}.${part}`, title }, as, context);
    const fact = of.how === null ? withoutFigure(title) : calculated(title, as, of.how);
    const own = figureOf(`${id}.${part}`, title, fact);
    return { ...of, fact, figures: [...of.figures, own] };
  });
  const figures = parts.flatMap((part) => part.figures);
  const applicable = parts.filter(({ how }) => how !== null).map(({ fact }) => exactly(fact));
  const start = spec.start === undefined ? [] : [startOf(spec.start, context)];
  if (applicable.length + start.length === 0) return { how: null, missing: [], figures };
  const missing = parts.flatMap((part) => part.missing);
  const bound = (amount: LineSpec['least']): Calculation | null => {
    if (amount === undefined) return null;
    if (typeof amount === 'string') return startOf(amount, context);
    const seen = seenOf(amount, context);
    missing.push(...seen.missing);
    return exactly(seen.fact);
  };
  const how = bounded({ sum: [...start, ...applicable] }, bound(spec.least), bound(spec.most));
  return { how, missing: eachOnce(missing), figures };
}

const isWhole = (spec: LineSpec): spec is LineSpec & PricedSpec => spec.of !== undefined;

const startOf = (parameter: string, context: Context): Calculation => ({
  fact: context.branch.parameters.fact(parameter, gradeOf(context)),
});

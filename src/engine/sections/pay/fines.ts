/** Fines of so many times an amount that people record: what is not on record did not happen. */
import { amountOf, type Calculation, readOff, theseRows } from '../../../model/fact.ts';
import type { Missing } from '../../../model/judgement.ts';
import type { SectionFigure } from '../../../model/section-result.ts';
import type { PaySpec } from '../../../model/sections/pay.ts';
import type { Context } from '../../context.ts';
import { figureOf } from '../evaluator.ts';
import { yuanOnRecord } from './sales.ts';

interface Fine {
  /** The amount on record. */
  readonly figure: SectionFigure;
  /** What is paid for it. */
  readonly paid: Calculation;
  readonly missing: Missing | null;
}

export function finesOf({ fines = {} }: PaySpec, context: Context): Fine[] {
  const { parameters } = context.branch;
  return Object.entries(fines).map(([id, { title, indicator, times }]) => {
    const found = yuanOnRecord(parameters.words(indicator)[0] ?? '', context);
    const figure = figureOf(
      id,
      title,
      found?.fact ?? readOff(title, amountOf('CNY', 0n), theseRows({ table: 'metrics', rows: [] })),
    );
    return {
      figure,
      paid: { product: [{ fact: figure.fact }, { fact: parameters.fact(times) }] },
      missing: found?.missing ?? null,
    };
  });
}

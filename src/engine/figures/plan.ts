/** Figures of the plan and of the indicators that no other table yields: metrics, targets, completions. */
import { type Fact, theseRows } from '../../model/fact.ts';
import type { WrittenFigure } from '../../model/figures/index.ts';
import type { Missing } from '../../model/judgement.ts';
import type { Basis } from '../../model/measure.ts';
import { over } from '../../model/ratio.ts';
import { metrics, targets as targetTable } from '../../model/tables/targets.ts';
import { completionFact, indicatorTitle, isTask, missingActual, noPlan } from '../completions.ts';
import type { Context } from '../context.ts';
import { metricFact } from '../sections/targets.ts';
import { figureValue, type Reader } from './value.ts';

/** The schema asks for the basis of these. */
const basisOf = ({ basis = 'quarter' }: WrittenFigure): Basis => basis;

/** In its own unit; one in % is a share. */
export const metric: Reader<'metric'> = (indicator, figure, { measured }) => {
  const unit = measured.portfolio.metrics.find((row) => row.indicator === indicator)?.unit ?? '';
  const { quantity, origin } = metricFact(measured, indicator, basisOf(figure), unit);
  const fact: Fact = {
    quantity:
      unit === '%' && quantity?.kind === 'decimal'
        ? { kind: 'ratio', value: over(quantity.value, 100) }
        : quantity,
    origin: { ...origin, title: indicatorTitle(indicator) } as Fact['origin'],
  };
  return figureValue(fact, [noMetric(indicator)]);
};

const noMetric = (indicator: string): Missing => ({
  key: `metric:${indicator}`,
  text: {
    zh: `“${metrics.title.zh}”中没有本人的“${indicatorTitle(indicator).zh}”`,
    en: `the table ${metrics.title.en} has no "${indicatorTitle(indicator).en}" of this manager`,
  },
});

export const target: Reader<'target'> = (indicator, figure, { targets }) => {
  const found = targetOf(indicator, targets);
  const basis = basisOf(figure);
  const fact: Fact = {
    quantity: found?.[basis].target ?? null,
    origin: {
      kind: 'rows',
      title: { zh: `${indicatorTitle(indicator).zh}计划`, en: `Target of ${indicatorTitle(indicator).en}` },
      rows: theseRows({ table: targetTable.id, rows: found ? [found.origin] : [] }),
    },
  };
  return figureValue(fact, [noPlan([indicator])]);
};

/** A target of 0 sets no task. */
export const completion: Reader<'completion'> = (indicator, figure, { targets }) => {
  const basis = basisOf(figure);
  const found = targetOf(indicator, targets);
  if (found === undefined) {
    const title = indicatorTitle(indicator);
    return figureValue({ quantity: null, origin: { kind: 'calculation', title, how: { from: [] } } }, [
      noPlan([indicator]),
    ]);
  }
  const fact = completionFact(found, basis);
  if (!isTask(found, basis)) return { fact, missing: [], nothingDue: true };
  return figureValue(fact, [missingActual(found)]);
};

const targetOf = (indicator: string, targets: Context['targets']) =>
  targets.find((each) => each.indicator === indicator);

/** How several completions are made one: plainly or by the targets' weights, each as it is or up to 100 % at most. */
import type { ConditionSpecs } from '../model/conditions/index.ts';
import type { Calculation, Fact } from '../model/fact.ts';
import type { Averaging } from '../model/in-force.ts';
import { isEqual } from '../model/ratio.ts';
import { comma, join, type Text } from '../model/text.ts';
import type { Parameters } from '../policy/parameters.ts';
import { howOf, mean, worth } from './arithmetic.ts';

/** One indicator's task in one quarter. */
export interface Task {
  readonly indicator: string;
  /** Its completion; the figure is null where it is not known. */
  readonly done: Fact;
  readonly weight: Fact;
}

export const plainly: Averaging = { weighted: false, capped: false, told: null };

const words = {
  plain: { zh: '简单平均', en: 'the plain average' },
  weighted: { zh: '按权重', en: 'by weight' },
  capped: { zh: '单项封顶100%', en: 'each up to 100 %' },
} as const satisfies Record<string, Text>;

type CompletionSpec = ConditionSpecs['completion'];

/** How the indicators of a rule decide together. */
export const togetherBy = (spec: CompletionSpec, parameters: Parameters): string =>
  spec.missed ?? parameters.choice(spec['missed-reading'] ?? '');

/** How a rule averages; null: it does not. */
export function averagingBy(spec: CompletionSpec, parameters: Parameters): Averaging | null {
  if (togetherBy(spec, parameters) !== 'average') return null;
  const chosen = (reading: string | undefined) => reading !== undefined && parameters.choice(reading);
  const weighted = chosen(spec['average-reading']) === 'weighted';
  const capped = chosen(spec['cap-reading']) === 'capped';
  const told = [...(weighted ? [words.weighted] : []), ...(capped ? [words.capped] : [])];
  return { weighted, capped, told: told.length === 0 ? null : join(told, comma) };
}

/** How the rules of a policy average; plainly, and said to be so, where they do not all do it in one way. */
export function averagingOf(specs: readonly CompletionSpec[], parameters: Parameters): Averaging {
  const ways = specs.flatMap((spec) => averagingBy(spec, parameters) ?? []);
  const [first = plainly] = ways;
  const isOneWay = ways.every(
    ({ weighted, capped }) => weighted === first.weighted && capped === first.capped,
  );
  return isOneWay ? first : { ...plainly, told: words.plain };
}

const whole: Calculation = { number: '1' };

/** The average of one or more tasks' completions; weights that are all the same weigh nothing. */
export function averaged(tasks: readonly Task[], { weighted, capped }: Averaging): Calculation {
  const parts = tasks.map(({ done }): Calculation => {
    const how = howOf(done);
    return capped ? { smallest: [whole, how] } : how;
  });
  const weights = tasks.map(({ weight }): Calculation => ({ fact: weight }));
  const [first] = weights.map(worth);
  const isEven = weights.map(worth).every((each) => each && first && isEqual(each, first));
  if (!weighted || isEven) return mean(parts);
  const products = parts.map((part, index): Calculation => ({ product: [weights[index] ?? whole, part] }));
  return { quotient: [{ sum: products }, { sum: weights }] };
}

/** Whether the weights of a policy's cards make a whole, on every day on which one of them changes. */
import type { Day } from '../calendar.ts';
import { type Series, seriesOfParameter } from '../policy/series.ts';
import { isAtLeast, isEqual, parseRatio, percent, percentage, plus, type Ratio, zero } from '../ratio.ts';
import type { Text } from '../text.ts';
import type { SectionSpec } from './index.ts';
import type { ScorecardSpec } from './scorecard.ts';

type PolicyWithCards = Parameters<typeof seriesOfParameter>[0] & {
  readonly sections: Readonly<Record<string, SectionSpec>>;
};

interface WeightProblem {
  /** Where in the policy file. */
  readonly path: readonly string[];
  readonly says: Text;
}

/** What is wrong with the weights of the cards; a weight that cannot be read is reported where parameters are read. */
export const weightProblems = (file: PolicyWithCards): WeightProblem[] =>
  Object.entries(file.sections).flatMap(([id, spec]) =>
    spec.kind === 'scorecard' ? inCard(spec, ['sections', id], file) : [],
  );

function inCard(spec: ScorecardSpec, path: readonly string[], file: PolicyWithCards): WeightProblem[] {
  const dimensions = Object.entries(spec.dimensions);
  const weights = dimensions.map(([, { weight }]) => weight);
  return [
    ...notWhole(weights, [...path, 'dimensions'], file),
    ...dimensions.flatMap(([id, { indicators }]) => {
      const own = Object.values(indicators).flatMap(({ weight }) => weight ?? []);
      const at = [...path, 'dimensions', id, 'indicators'];
      if (own.length === 0) return [];
      return own.length < Object.keys(indicators).length
        ? [{ path: at, says: mixed }]
        : notWhole(own, at, file);
    }),
    ...notHeaviest(spec, [...path, 'heaviest'], file),
  ];
}

const one = parseRatio('1');
const mixed: Text = {
  zh: '同一维度的指标要么都有权重，要么都没有（取平均）',
  en: 'of the indicators of a dimension either each has a weight, or none has (the plain mean)',
};

/** The weights on each day on which one of them changes and all are in force. */
function weightsByDay(ids: readonly string[], file: PolicyWithCards) {
  const lines = ids.map((id) => forEveryone(file, id));
  const days = [...new Set(lines.flatMap((dated) => dated.map(({ day }) => day)))].sort();
  return days.flatMap((day) => {
    const weights = lines.flatMap((dated) => inForce(dated, day) ?? []);
    return weights.length < ids.length ? [] : [{ day, weights }];
  });
}

const forEveryone = (file: PolicyWithCards, id: string): Series['lines'] =>
  seriesOfParameter(file, id).find(({ grade }) => grade === null)?.lines ?? [];

function inForce(lines: Series['lines'], on: Day): Ratio | null {
  const written = lines.findLast(({ day }) => day <= on)?.value;
  return typeof written === 'string' ? percentage(written) : null;
}

function notWhole(ids: readonly string[], path: readonly string[], file: PolicyWithCards): WeightProblem[] {
  const without = ids.find((id) => forEveryone(file, id).length === 0);
  if (without !== undefined)
    return [
      {
        path,
        says: {
          zh: `权重“${without}”没有对所有人的取值（value）`,
          en: `the weight "${without}" has no value for everyone (value)`,
        },
      },
    ];
  return weightsByDay(ids, file).flatMap(({ day, weights }) => {
    const total = weights.reduce(plus, zero);
    if (isEqual(total, one)) return [];
    const says = {
      zh: `自 ${day} 起权重合计 ${percent(total)}，应为 100 %`,
      en: `from ${day} on the weights total ${percent(total)} instead of 100 %`,
    };
    return [{ path, says }];
  });
}

function notHeaviest(
  { dimensions, heaviest }: ScorecardSpec,
  path: readonly string[],
  file: PolicyWithCards,
): WeightProblem[] {
  if (heaviest === undefined) return [];
  const ids = Object.keys(dimensions);
  const at = ids.indexOf(heaviest);
  if (at < 0)
    return [{ path, says: { zh: `没有名为“${heaviest}”的维度`, en: `there is no dimension "${heaviest}"` } }];
  const weightsOf = Object.values(dimensions).map(({ weight }) => weight);
  return weightsByDay(weightsOf, file).flatMap(({ day, weights }) => {
    const own = weights[at] ?? zero;
    const rival = weights.findIndex((each, index) => index !== at && isAtLeast(each, own));
    if (rival < 0) return [];
    const says = {
      zh: `自 ${day} 起“${ids[rival]}”的权重不低于“${heaviest}”，而后者应占最大权重`,
      en: `from ${day} on "${ids[rival]}" weighs as much as "${heaviest}" or more, which must weigh most`,
    };
    return [{ path, says }];
  });
}

/** Works every figure of a section out again from the figures beside it, as a workbook's formula does. */

import type { Appraisal } from '../../src/model/appraisal.ts';
import { decisionOf, floorOf, gradesOf, warningsOf } from '../../src/model/entries.ts';
import {
  type Calculation,
  type Fact,
  isInUnit,
  isNought,
  machineText,
  operandsOf,
} from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/judgement.ts';
import { plain } from '../../src/model/money.ts';
import {
  compare,
  isAtLeast,
  isEqual,
  minus,
  over,
  parseRatio,
  plus,
  type Ratio,
  ratio,
  sixPlaces,
  times,
  toWhole,
  wholePart,
  zero,
} from '../../src/model/ratio.ts';

/** Money in yuan, a share as a fraction; what is not known cannot be reckoned with. */
function numberIn({ quantity }: Pick<Fact, 'quantity'>): Ratio {
  switch (quantity?.kind) {
    case 'amount':
      return parseRatio(plain(quantity.value));
    case 'decimal':
    case 'ratio':
      return quantity.value;
    case 'count':
      return parseRatio(String(quantity.value));
    default:
      throw new Error(`nothing to reckon with: ${quantity?.kind}`);
  }
}

const descending = (values: readonly Ratio[]): Ratio[] => values.toSorted((a, b) => compare(b, a));
const at = (values: readonly Ratio[], index: number): Ratio => {
  const value = values.at(index);
  if (value === undefined) throw new Error(`no value ${index} of ${values.length}`);
  return value;
};

function worth(how: Calculation): Ratio {
  if ('from' in how) throw new Error('no arithmetic');
  if ('fact' in how) return numberIn(how.fact);
  if ('number' in how) return parseRatio(how.number);
  if ('sum' in how) return how.sum.map(worth).reduce(plus, zero);
  if ('difference' in how) return minus(worth(how.difference[0]), worth(how.difference[1]));
  if ('product' in how) return how.product.map(worth).reduce(times);
  if ('quotient' in how) return over(worth(how.quotient[0]), worth(how.quotient[1]));
  if ('mean' in how) return over(how.mean.map(worth).reduce(plus, zero), how.mean.length);
  if ('largest' in how) return at(descending(how.largest.map(worth)), 0);
  if ('smallest' in how) return at(descending(how.smallest.map(worth)), -1);
  if ('nth' in how) return at(descending(how.of.map(worth)), how.nth - 1);
  if ('whole' in how) return wholePart(worth(how.whole));
  if ('cents' in how) return ratio(toWhole(times(worth(how.cents), 100)), 100n);
  return isAtLeast(worth(how.when), worth(how.atLeast)) ? worth(how.met) : worth(how.otherwise);
}

const isNothing = ({ quantity }: Fact): boolean => isInUnit(quantity) && isNought(quantity);

/** What is worked out from something unknown is unknown, and so is a share of nothing. */
const isUnknown = (how: Calculation): boolean =>
  operandsOf(how).some(({ quantity }) => quantity === null) ||
  ('quotient' in how && 'fact' in how.quotient[1] && isNothing(how.quotient[1].fact));

/** Points are shown half-up to two places. */
const asShown = (value: Ratio, { quantity }: Pick<Fact, 'quantity'>): Ratio =>
  quantity?.kind === 'amount' ? ratio(toWhole(times(value, 100)), 100n) : value;

/** Every figure that a manager's results and the sections rest on. */
const factsIn = (finding: Finding): Fact[] => [
  ...[finding.observed, finding.threshold].flatMap((fact) => fact ?? []),
  ...finding.parts.flatMap(factsIn),
];

/** The figures that do not come to what they are said to be. */
export function disagreeing({ schemes, managers }: Appraisal): string[] {
  const entries = schemes.flatMap(({ sections }) => sections.flatMap((each) => each.entries));
  const facts = [
    ...entries.flatMap(({ figures }) => figures.map(({ fact }) => fact)),
    ...[
      ...entries.flatMap(({ findings }) => findings),
      ...managers.flatMap((each) =>
        [
          floorOf(each) ?? [],
          gradesOf(each).flatMap(({ rules }) => rules),
          warningsOf(each).map(({ finding }) => finding),
          decisionOf(each)?.considered ?? [],
        ].flat(),
      ),
    ].flatMap(factsIn),
  ];
  return facts.flatMap(({ quantity, origin }) => {
    if (origin.kind !== 'calculation' || 'from' in origin.how) return [];
    const again = isUnknown(origin.how) ? null : worth(origin.how);
    const same =
      quantity === null
        ? again === null
        : again !== null && isEqual(asShown(again, { quantity }), numberIn({ quantity }));
    const said = quantity === null ? 'unknown' : machineText(quantity);
    return same ? [] : [`${origin.title.en}: ${said}, but ${again ? sixPlaces(again) : 'unknown'}`];
  });
}

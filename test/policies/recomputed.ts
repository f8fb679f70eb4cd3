/** Works every figure of a section out again from the figures beside it, as a workbook's formula does. */
import type { Appraisal } from '../../src/model/appraisal.ts';
import { type Fact, machineText } from '../../src/model/fact.ts';
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
import type { Arithmetic, SectionEntry } from '../../src/model/section-result.ts';

/** Money in yuan, a share as a fraction; what is not known cannot be reckoned with. */
function numberIn({ quantity }: Fact): Ratio {
  switch (quantity?.kind) {
    case 'amount':
      return parseRatio(plain(quantity.value));
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

function worth(by: Arithmetic, entry: SectionEntry): Ratio {
  const value = (part: Arithmetic) => worth(part, entry);
  if ('figure' in by) {
    const figure = entry.figures.find(({ id }) => id === by.figure);
    if (!figure) throw new Error(`${entry.subject} has no figure ${by.figure}`);
    return numberIn(figure.fact);
  }
  if ('number' in by) return parseRatio(by.number);
  if ('sum' in by) return by.sum.map(value).reduce(plus, zero);
  if ('difference' in by) return minus(value(by.difference[0]), value(by.difference[1]));
  if ('product' in by) return by.product.map(value).reduce(times);
  if ('quotient' in by) return over(value(by.quotient[0]), value(by.quotient[1]));
  if ('largest' in by) return at(descending(by.largest.map(value)), 0);
  if ('smallest' in by) return at(descending(by.smallest.map(value)), -1);
  if ('nth' in by) return at(descending(by.of.map(value)), by.nth - 1);
  if ('whole' in by) return wholePart(value(by.whole));
  if ('cents' in by) return ratio(toWhole(times(value(by.cents), 100)), 100n);
  return isAtLeast(value(by.when), value(by.atLeast)) ? value(by.met) : value(by.otherwise);
}

/** The ids of the figures that an arithmetic takes. */
const takenBy = (by: unknown): string[] =>
  typeof by !== 'object' || by === null
    ? []
    : Object.entries(by).flatMap(([key, part]) => (key === 'figure' ? [String(part)] : takenBy(part)));

/** What is worked out from something unknown is unknown. */
const isUnknown = (by: Arithmetic, { figures }: SectionEntry): boolean =>
  takenBy(by).some((id) => figures.find((each) => each.id === id)?.fact.quantity === null);

/** The figures that do not come to what they are said to be. */
export const disagreeing = ({ schemes }: Appraisal): string[] =>
  schemes
    .flatMap(({ sections }) => sections.flatMap(({ entries }) => entries))
    .flatMap((entry) =>
      entry.figures.flatMap(({ id, fact, by }) => {
        if (by === null) return [];
        const again = isUnknown(by, entry) ? null : worth(by, entry);
        const same =
          fact.quantity === null ? again === null : again !== null && isEqual(again, numberIn(fact));
        const said = fact.quantity === null ? 'unknown' : machineText(fact.quantity);
        return same ? [] : [`${entry.subject} ${id}: ${said}, but ${again ? sixPlaces(again) : 'unknown'}`];
      }),
    );

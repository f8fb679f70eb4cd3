/** What is compared, added up and priced goes together: yuan with yuan, a share with a percentage, a count with a number. */
import type { FigureSpec, NamedFigure, WrittenFigure } from '../../model/figures/index.ts';
import type { PolicyFile } from '../../model/policy.ts';
import { isFigure } from '../../model/reference.ts';
import {
  type AmountSpec,
  boundKeys,
  type LinesSpec,
  type PricedSpec,
  type StepSpec,
} from '../../model/sections/lines.ts';
import type { Text } from '../../model/text.ts';
import type { Path } from '../place.ts';
import { lintProblems } from '../problems.ts';
import { goTogether, isMoney, productOf, type Unit, type Units, unitsIn, unitWords } from '../units.ts';
import type { Check } from './looking.ts';

/** What stands in a place, and what should. */
interface Clash {
  readonly path: Path;
  readonly seen: Text;
  readonly asked: Text;
}

export const units: Check = ({ file, placeOf, rules, visits }) => {
  const of = unitsIn(file);
  const written = visits.flatMap(({ schema, value, path }) =>
    isFigure(schema) ? [{ figure: value as WrittenFigure, path }] : [],
  );
  const named = Object.entries(file.figures).map(([id, figure]) => ({ figure, path: ['figures', id] }));
  const clashes = [
    ...[...named, ...written].flatMap(({ figure, path }) => inFigure(figure, path, of)),
    ...rules.flatMap(({ rule, path }) =>
      rule.figure ? inCondition(rule.figure, [...path, 'figure'], of) : [],
    ),
    ...Object.entries(file.sections).flatMap(([id, spec]) => inSection(spec, ['sections', id], of)),
  ];
  return clashes.map(({ path, seen, asked }) => lintProblems.unitsDiffer(placeOf(path), { seen, asked }));
};

const clash = (path: Path, seen: Unit | null, asked: Unit | null): Clash[] =>
  seen === null || asked === null || goTogether(seen, asked)
    ? []
    : [{ path, seen: unitWords[seen], asked: unitWords[asked] }];

const factor: Text = { zh: '数字或百分比', en: 'a number or a percentage' };

/** What a figure is made of. */
function inFigure(figure: WrittenFigure | NamedFigure, path: Path, of: Units): Clash[] {
  const { between, sum = [], difference = [], product = [] } = figure;
  const alike = (key: string, parts: readonly FigureSpec[]): Clash[] => {
    const [first, ...others] = parts;
    return others.flatMap((part, index) =>
      clash([...path, key, index + 1], of.of(part), first === undefined ? null : of.of(first)),
    );
  };
  const money = product.findIndex((part) => isMoney(of.of(part)));
  return [
    ...(between ? clash([...path, 'between', 'b'], of.of(between.b), of.of(between.a)) : []),
    ...alike('sum', sum),
    ...alike('difference', difference),
    ...product.flatMap((part, index): Clash[] => {
      const unit = of.of(part);
      return unit !== null && isMoney(unit) && index > money
        ? [{ path: [...path, 'product', index], seen: unitWords[unit], asked: factor }]
        : [];
    }),
    ...(figure.over === undefined ? [] : inQuotient({ ...figure, over: undefined }, figure.over, path, of)),
  ];
}

/** Amounts of two currencies are not set against each other. */
function inQuotient(above: FigureSpec | NamedFigure, over: FigureSpec, path: Path, of: Units): Clash[] {
  const [a, b] = [of.of(above), of.of(over)];
  return isMoney(a) && isMoney(b) ? clash([...path, 'over'], b, a) : [];
}

type Bounded = { readonly [K in (typeof boundKeys)[number]]?: string | undefined };
interface Condition extends Bounded {
  readonly of: FigureSpec;
  readonly over?: FigureSpec | undefined;
}

function inCondition(spec: Condition, path: Path, of: Units): Clash[] {
  return [
    ...(spec.over === undefined ? [] : inQuotient(spec.of, spec.over, path, of)),
    ...inBounds(spec, path, of.ofQuotient(spec.of, spec.over), of),
  ];
}

/** The bounds of a figure are counted in what it is. */
const inBounds = (spec: Bounded, path: Path, unit: Unit | null, of: Units): Clash[] =>
  boundKeys.flatMap((key) => inValue(spec[key], [...path, key], unit, of));

/** Each value of a parameter is counted in this. */
const inValue = (id: string | undefined, path: Path, unit: Unit | null, of: Units): Clash[] =>
  (id === undefined ? [] : of.ofParameter(id)).flatMap((seen) => clash(path, seen, unit)).slice(0, 1);

function inSection(spec: PolicyFile['sections'][string], path: Path, of: Units): Clash[] {
  switch (spec.kind) {
    case 'lines':
      return inLines(spec, path, of);
    case 'pool':
      return [
        ...clash([...path, 'amount'], of.of(spec.amount), 'CNY'),
        ...inPriced(spec.weight, [...path, 'weight'], null, of),
      ];
    case 'deferral':
      return clash([...path, 'of'], of.of(spec.of), 'CNY');
    case 'champions':
      return Object.entries(spec.figures).flatMap(([id, { of: above, over }]) =>
        over === undefined ? [] : inQuotient(above, over, [...path, 'figures', id], of),
      );
    default:
      return [];
  }
}

/** What lines come to: yuan, or points, of which a share may be made but no money. */
type Due = LinesSpec['unit'];
const dueWords: Readonly<Record<Due, Text>> = { CNY: unitWords.CNY, points: { zh: '分数', en: 'points' } };

const inDue = (path: Path, unit: Unit | null, due: Due | null): Clash[] =>
  unit === null || due === null || (due === 'CNY' ? unit === 'CNY' : !isMoney(unit))
    ? []
    : [{ path, seen: unitWords[unit], asked: dueWords[due] }];

function inLines({ unit, lines, total, veto, results = {} }: LinesSpec, path: Path, of: Units): Clash[] {
  const amounts = (spec: object, at: Path, ...keys: string[]): Clash[] =>
    keys.flatMap((key) => {
      const amount = (spec as Readonly<Record<string, AmountSpec | undefined>>)[key];
      return amount === undefined ? [] : inDue([...at, key], of.ofAmount(amount), unit);
    });
  return [
    ...Object.entries(lines).flatMap(([id, line]) => {
      const at = [...path, 'lines', id];
      const parts = Object.entries(line.parts ?? {});
      return [
        ...amounts(line, at, 'start', 'least', 'most', 'nothing-due'),
        ...(line.of === undefined ? [] : inPriced({ ...line, of: line.of }, at, unit, of)),
        ...parts.flatMap(([part, each]) => [
          ...amounts(each, [...at, 'parts', part], 'least', 'most', 'nothing-due'),
          ...inPriced(each, [...at, 'parts', part], unit, of),
        ]),
      ];
    }),
    ...(total ? amounts(total, [...path, 'total'], 'least', 'most') : []),
    ...(veto ? amounts(veto, [...path, 'veto'], 'gives') : []),
    ...Object.entries(results).flatMap(([id, each]) => amounts(each, [...path, 'results', id], 'at-least')),
  ];
}

/** The unit of a price, the bounds of its steps, and what figure, price and factors come to together. */
function inPriced(spec: Omit<PricedSpec, 'title'>, path: Path, due: Due | null, of: Units): Clash[] {
  const figure = of.of(spec.of);
  const steps = (list: readonly Bounded[] = [], at: Path, unit: Unit | null): Clash[] =>
    list.flatMap((step, index) => inBounds(step, [...at, index], unit, of));
  const times = spec.times ?? [];
  const factors = times.map(({ of: by, bands }) => (bands ? givenBy(bands, of) : of.of(by)));
  const priced = spec.per === undefined ? figure : 'number';
  const comesTo = (amount: AmountSpec, at: Path): Clash[] =>
    product({ figure: priced, price: of.ofAmount(amount), factors }, at, due);
  return [
    ...inValue(spec.per, [...path, 'per'], figure, of),
    ...(spec.price === undefined ? [] : comesTo(spec.price, [...path, 'price'])),
    ...steps(spec.tiers?.steps, [...path, 'tiers', 'steps'], figure),
    ...(spec.tiers?.steps ?? []).flatMap(({ price }, index) =>
      comesTo(price, [...path, 'tiers', 'steps', index, 'price']),
    ),
    ...steps(spec.bands, [...path, 'bands'], figure),
    ...(spec.bands ?? []).flatMap(({ gives }, index) =>
      inDue([...path, 'bands', index, 'gives'], productOf([of.ofAmount(gives), ...factors]), due),
    ),
    ...times.flatMap(({ of: by, bands }, index) =>
      steps(bands, [...path, 'times', index, 'bands'], of.of(by)),
    ),
    ...times.flatMap(({ least, most }, index) =>
      Object.entries({ least, most }).flatMap(([key, amount]): Clash[] => {
        const [seen, unit] = [amount === undefined ? null : of.ofAmount(amount), factors[index] ?? null];
        return seen !== null && unit !== null && isMoney(seen) && !isMoney(unit)
          ? [{ path: [...path, 'times', index, key], seen: unitWords[seen], asked: factor }]
          : [];
      }),
    ),
    ...((spec.price ?? spec.tiers ?? spec.bands)
      ? []
      : inDue([...path, 'of'], productOf([figure, ...factors]), due)),
  ];
}

/** What every step gives, where it is one thing. */
function givenBy(bands: readonly StepSpec[], of: Units): Unit | null {
  const given = bands.map(({ gives }) => of.ofAmount(gives)).filter((unit) => unit !== null);
  return given.every((unit) => unit === given[0]) ? (given[0] ?? null) : null;
}

interface Multiplied {
  /** The figure, in units of the price where the price is of a unit. */
  readonly figure: Unit | null;
  readonly price: Unit | null;
  readonly factors: readonly (Unit | null)[];
}

/** Yuan come from one amount times whatever else; points from no amount, but where the price is points for each yuan. */
function product({ figure, price, factors }: Multiplied, path: Path, due: Due | null): Clash[] {
  const money = [figure, ...factors].find(isMoney);
  if (price !== null && isMoney(price) && money) return [{ path, seen: unitWords[price], asked: factor }];
  if (figure === 'count' && price === 'ratio' && !factors.some((unit) => unit === null || isMoney(unit)))
    return [{ path, seen: unitWords.ratio, asked: due === 'CNY' ? unitWords.CNY : unitWords.number }];
  if (due === 'points' && isMoney(figure) && price === 'number') return [];
  if (price === null) return [];
  return inDue(path, productOf([figure, price, ...factors]), due);
}

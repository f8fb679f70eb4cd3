/** Everybody's rank by a figure, worked out once for all whom the policy appraises. */

import type { NotAppraised } from '../model/appraisal.ts';
import { type Calculation, countOf, type Fact } from '../model/fact.ts';
import type { Among } from '../model/figures/among.ts';
import type { FigureSpec } from '../model/figures/index.ts';
import type { GradeId } from '../model/in-force.ts';
import { type Missing, numberIn } from '../model/judgement.ts';
import type { Text } from '../model/text.ts';
import type { Parameters } from '../policy/parameters.ts';
import { worth } from './arithmetic.ts';
import type { Branch, Context, Field } from './context.ts';
import type { FigureValue } from './figures/value.ts';
import { anything, exactly, type Ranks, ranksOf } from './ranges.ts';

type Best = 'highest' | 'lowest';

/** Of those whom errors keep out: what is known of where they stand. */
export const leftOutOf = (
  leftOut: readonly NotAppraised[],
  { package: { tables } }: Branch,
): Field['leftOut'] =>
  leftOut.map(({ managerId, unit }) => ({
    unit,
    grade: tables.roster.find(({ manager_id }) => manager_id === managerId)?.grade ?? null,
  }));

/** Whether two stand in the same group. Of whom errors keep out, what is not known may be of any. */
export const sameGroup = (
  among: Among,
  own: { readonly unit: string; readonly grade: string },
  other: { readonly unit: string | null; readonly grade: string | null },
): boolean =>
  among === 'all' ||
  (among === 'branch'
    ? other.unit === null || other.unit === own.unit
    : other.grade === null || other.grade === own.grade);

/** Those among whom the manager stands. */
export function fieldAmong(among: Among, { field, manager }: Context): Field {
  const { contexts, leftOut } = field();
  return {
    contexts: contexts.filter((other) => sameGroup(among, manager, other.manager)),
    leftOut: leftOut.filter((other) => sameGroup(among, manager, other)),
  };
}

/** By manager; whom the figure does not apply to has no rank. */
type Ranking = ReadonlyMap<string, Ranks>;
const known = new WeakMap<Field, Map<string, Ranking>>();

/** What a figure is for one manager. */
type FigureOf = (figure: FigureSpec, context: Context) => Pick<FigureValue, 'fact' | 'nothingDue'>;

export function rankBy(
  figure: FigureSpec,
  best: Best,
  among: Among,
  context: Context,
  figureOf: FigureOf,
): Ranks | null {
  const { field, manager } = context;
  const all = field();
  const group = among === 'all' ? '' : manager[among === 'branch' ? 'unit' : 'grade'];
  const key = JSON.stringify([best, figure, among, group]);
  const rankings = known.get(all) ?? new Map<string, Ranking>();
  known.set(all, rankings);
  const ranking = rankings.get(key) ?? rankingBy(figure, best, fieldAmong(among, context), figureOf);
  rankings.set(key, ranking);
  return ranking.get(manager.manager_id) ?? null;
}

/** Who is left out for errors could stand anywhere. */
function rankingBy(
  figure: FigureSpec,
  best: Best,
  { contexts, leftOut }: Field,
  figureOf: FigureOf,
): Ranking {
  const ranked = contexts.flatMap((context) => {
    const { fact, nothingDue } = figureOf(figure, context);
    const value = numberIn(fact.quantity);
    return nothingDue ? [] : [{ context, between: value === null ? anything : exactly(value) }];
  });
  const others = leftOut.map(() => anything);
  const ranks = ranksOf([...ranked.map(({ between }) => between), ...others], best);
  return new Map(
    ranked.flatMap(({ context }, index) => {
      const own = ranks[index];
      return own ? [[context.manager.manager_id, own] as const] : [];
    }),
  );
}

/** How many all are: those with missing figures and those left out for errors included. */
export const countOfAll = ({ contexts, leftOut }: Record<keyof Field, readonly unknown[]>): number =>
  contexts.length + leftOut.length;

/** So many of all: a number as it is, a percentage of them rounded down, at least 1; and at most so many. */
export function linePlaces(
  line: string,
  grade: GradeId | null,
  all: number,
  parameters: Parameters,
  most?: string,
): { readonly places: number; readonly fact: Fact } {
  const stated = parameters.fact(line, grade);
  const limit = most === undefined ? null : parameters.fact(most, grade);
  if (stated.quantity.kind !== 'ratio' && limit === null)
    return { places: Number(numberIn(stated.quantity)?.n), fact: stated };
  const everybody: Fact = {
    quantity: countOf('number', all),
    origin: { kind: 'calculation', title: titles.all, how: { from: [] } },
  };
  const part: Calculation =
    stated.quantity.kind === 'ratio'
      ? { largest: [{ number: '1' }, { whole: { product: [{ fact: everybody }, { fact: stated }] } }] }
      : { fact: stated };
  const how: Calculation = limit === null ? part : { smallest: [part, { fact: limit }] };
  const places = Number(worth(how)?.n ?? 1n);
  return {
    places,
    fact: {
      quantity: countOf('number', places),
      origin: { kind: 'calculation', title: titles.places, how },
    },
  };
}

/** Whose figures leave a rank open. */
export const othersUnknown: Missing = {
  key: 'rank:others',
  text: {
    zh: '其他人的数值不明，名次未定',
    en: "other people's figures are not known, which leaves the rank open",
  },
};

/** How many they are, as a figure. */
export const everybody = (field: Field): Fact => ({
  quantity: countOf('number', countOfAll(field)),
  origin: { kind: 'calculation', title: titles.all, how: { from: [] } },
});

const titles = {
  all: { zh: '参评人数', en: 'Appraised' },
  places: { zh: '名额', en: 'Places' },
} as const satisfies Record<string, Text>;

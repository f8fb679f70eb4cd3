/** A manager's levels in the year's quarters: what stood in the scores, or follows from a total; never a guess. */

import { earlierThisYear, type Quarter, yearOf } from '../model/calendar.ts';
import { countOf, type Fact, isInUnit, theseRows, valueIn } from '../model/fact.ts';
import type { Missing } from '../model/judgement.ts';
import type { Row } from '../model/package.ts';
import { fraction, isAtLeast, type Ratio } from '../model/ratio.ts';
import type { LevelSpec } from '../model/sections/level.ts';
import { scores } from '../model/tables/scores.ts';
import type { Context } from './context.ts';

export interface QuarterLevel {
  readonly quarter: Quarter;
  /** From 1, the best; null: not known, or the quarter is still to come. */
  readonly level: number | null;
  readonly fact: Fact;
  /** The scores that say so; none where it follows from a total. */
  readonly rows: readonly Row<'scores'>[];
  readonly missing: readonly Missing[];
}

/** The year's quarters up to this one, in order. */
export const levelsOf = (spec: LevelSpec, context: Context): QuarterLevel[] => [
  ...earlierThisYear(context.branch.period).map((quarter) => scoredLevel(spec, quarter, context)),
  fromTotal(spec, context) ?? scoredLevel(spec, context.branch.period, context),
];

/** All four quarters of the year. */
export const quartersOf = (period: Quarter): Quarter[] =>
  [1, 2, 3, 4].map((each) => `${yearOf(period)}Q${each}`);

/** The score that names the quarter; two that differ, or a number that is no level, are not known. */
function scoredLevel(spec: LevelSpec, quarter: Quarter, { measured }: Context): QuarterLevel {
  const rows = measured.portfolio.scores.filter(
    (row) => row.indicator === spec.indicator && row.quarter === quarter,
  );
  const values = new Set(rows.map(({ value }) => fraction(value)));
  const [row] = rows;
  const level = row === undefined || values.size > 1 ? null : levelIn(spec, row.value);
  return {
    quarter,
    level,
    rows,
    fact: {
      quantity: level === null ? null : countOf('number', level),
      origin: { kind: 'rows', title: scores.title, rows: theseRows({ table: 'scores', rows }) },
    },
    missing: level === null ? [lacking(spec, quarter, values.size)] : [],
  };
}

/** A whole number from 1 to the last level. */
function levelIn({ levels }: LevelSpec, { n, d }: Ratio): number | null {
  const level = Number(n);
  return d === 1n && level >= 1 && level <= Object.keys(levels).length ? level : null;
}

function lacking(spec: LevelSpec, quarter: Quarter, seen: number): Missing {
  const key = `level:${quarter}`;
  const { zh, en } = spec.title;
  if (seen > 1)
    return {
      key,
      text: { zh: `${quarter} 的${zh}等级有两个不同的值`, en: `${quarter}: two different levels (${en})` },
    };
  if (seen === 1)
    return {
      key,
      text: { zh: `${quarter} 的${zh}等级不在规定的等级之内`, en: `${quarter}: no such level (${en})` },
    };
  return {
    key,
    text: {
      zh: `缺 ${quarter} 的${zh}等级（“${scores.title.zh}”中注明该季度的一行）`,
      en: `no level of ${quarter} (a row of ${scores.title.en} that names the quarter)`,
    },
  };
}

/** This quarter's level by the bands over a total; null where the reading takes the scores. */
function fromTotal(spec: LevelSpec, { branch, manager, sections }: Context): QuarterLevel | null {
  const { period: quarter, parameters } = branch;
  const { total } = spec;
  if (!total || parameters.choice(total.reading) !== 'total') return null;
  const entry = sections
    .get(total.section)
    ?.entries.find(({ managerId }) => managerId === manager.manager_id);
  const figure = entry?.figures.find(({ id }) => id === total.figure);
  const quantity = figure?.fact.quantity ?? null;
  const title = { zh: '按总分分档', en: 'By bands over the total' };
  const origin = { kind: 'calculation', title, how: { from: figure ? [figure.fact] : [] } } as const;
  if (!isInUnit(quantity))
    return {
      quarter,
      level: null,
      rows: [],
      fact: { quantity: null, origin },
      missing: [
        ...(entry?.missing ?? []),
        { key: `total:${total.section}`, text: { zh: '总分不明', en: 'the total is not known' } },
      ],
    };
  const ids = Object.keys(spec.levels);
  const reached = ids.findIndex(
    (id) =>
      parameters.has(total.bands, id) && isAtLeast(valueIn(quantity), parameters.count(total.bands, id)),
  );
  const level = reached === -1 ? ids.length : reached + 1;
  return { quarter, level, rows: [], fact: { quantity: countOf('number', level), origin }, missing: [] };
}

/**
 * A score that people gave, for a quarter or a year. A quarter's score is its own row, else the year's; a year's is its
 * own row, else the plain mean of its quarters so far, each of which is then needed.
 */

import { earlierThisYear, type Quarter, yearOf } from '../model/calendar.ts';
import type { Calculation } from '../model/fact.ts';
import type { Missing } from '../model/judgement.ts';
import type { Basis } from '../model/measure.ts';
import type { Row } from '../model/package.ts';
import { compare, exactPlaces, type Ratio } from '../model/ratio.ts';
import type { Text } from '../model/text.ts';
import { mean } from './arithmetic.ts';
import type { Context } from './context.ts';

type Score = Row<'scores'>;

interface ScoreRequest {
  readonly indicator: string;
  readonly basis: Basis;
  /** Whether several scores of one indicator and period count as their plain mean; else none of them does. */
  readonly several: boolean;
  /** Between which points a score must lie; null: any counts. */
  readonly from: number | null;
  readonly to: number | null;
}

interface GivenScore {
  /** Points; null: not known. */
  readonly by: Calculation | null;
  readonly rows: readonly Score[];
  readonly missing: readonly Missing[];
  readonly notes: readonly Text[];
}

export function givenScore(asked: ScoreRequest, { measured, branch }: Context): GivenScore {
  const { period } = branch;
  const own = measured.portfolio.scores.filter(({ indicator }) => indicator === asked.indicator);
  const ofQuarter = (quarter: Quarter) => own.filter((row) => row.quarter === quarter);
  // A row that names neither quarter nor year is of the package's year.
  const ofYear = own.filter(
    (row) => row.quarter === null && (row.year === null || row.year === yearOf(period)),
  );
  const [first, second] =
    asked.basis === 'quarter' ? [ofQuarter(period), ofYear] : [ofYear, [] as readonly Score[]];
  if (first.length > 0) return scored([first], asked, []);
  if (second.length > 0) return scored([second], asked, [fromYear]);
  const quarters = [...earlierThisYear(period), period];
  const each = quarters.map((quarter) => ({ quarter, rows: ofQuarter(quarter) }));
  if (asked.basis === 'quarter' || each.every(({ rows }) => rows.length === 0))
    return unknown([missingScore(asked.indicator, null)], own);
  const lacking = each.filter(({ rows }) => rows.length === 0);
  if (lacking.length > 0)
    return unknown(
      lacking.map(({ quarter }) => missingScore(asked.indicator, quarter)),
      own,
    );
  return scored(
    each.map(({ rows }) => rows),
    asked,
    [fromQuarters],
  );
}

const unknown = (missing: readonly Missing[], rows: readonly Score[]): GivenScore => ({
  by: null,
  rows,
  missing,
  notes: [],
});

/** The plain mean over the periods of the plain means over each period's raters. */
function scored(
  periods: readonly (readonly Score[])[],
  asked: ScoreRequest,
  notes: readonly Text[],
): GivenScore {
  const rows = periods.flat();
  const beyond = rows.find(
    ({ value }) =>
      (asked.from !== null && compare(value, asked.from) < 0) ||
      (asked.to !== null && compare(value, asked.to) > 0),
  );
  if (beyond) return unknown([offScale(asked.indicator, beyond.value)], rows);
  if (!asked.several && periods.some(({ length }) => length > 1))
    return unknown([severalScores(asked.indicator)], rows);
  const means = periods.map((each) => mean(each.map(({ value }) => ({ number: exactPlaces(value) }))));
  return { by: mean(means), rows, missing: [], notes };
}

const fromYear: Text = { zh: '本季没有评分，取年度评分', en: "not scored in the quarter: the year's score" };
const fromQuarters: Text = {
  zh: '没有年度评分，取各季评分的平均',
  en: "not scored for the year: the mean of the quarters' scores",
};

const missingScore = (indicator: string, quarter: Quarter | null): Missing => ({
  key: quarter === null ? `score:${indicator}` : `score:${indicator}:${quarter}`,
  text: {
    zh: `缺“${indicator}”${quarter === null ? '' : ` ${quarter} `}的评分`,
    en: `the score of "${indicator}"${quarter === null ? '' : ` in ${quarter}`} is missing`,
  },
});

const offScale = (indicator: string, value: Ratio): Missing => ({
  key: `scale:${indicator}`,
  text: {
    zh: `“${indicator}”的评分 ${exactPlaces(value)} 超出评分范围`,
    en: `the score ${exactPlaces(value)} of "${indicator}" is off the scale`,
  },
});

const severalScores = (indicator: string): Missing => ({
  key: `raters:${indicator}`,
  text: {
    zh: `“${indicator}”有多个评分，应只有一个`,
    en: `"${indicator}" is scored more than once, and once only is allowed`,
  },
});

/** The branch in total: against its plan over 计划明细, and against earlier quarters over 业务明细. */

import type { Quarter } from '../../../model/calendar.ts';
import { amountOf } from '../../../model/fact.ts';
import type { CompletionLine, MeasureInForce } from '../../../model/in-force.ts';
import type { Hundredths } from '../../../model/money.ts';
import { summed } from '../../../model/statements/sums.ts';
import { join, type Text } from '../../../model/text.ts';
import { blank, cell, figure, inTwoPlaces, whole, words } from '../../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../../spreadsheet/list.ts';
import { type Block, type Cell, formula } from '../../../spreadsheet/sheet.ts';
import { quarterWords, unitWord } from '../../words.ts';
import { type Comparison, comparisonsOf, isArchived, measureLines } from '../measures.ts';
import { type PlanTotal, planTotals, totalColumns } from '../plan-lines.ts';
import { sumCell, unknownColumn } from '../sum-cell.ts';
import { countWhere, knownWhere, type Where } from '../tally.ts';
import type { BranchView } from '../view.ts';

const ofIndicator: Where = [
  ['indicator', { here: 'indicator' }],
  ['counted', { here: 'counted' }],
];

const planColumns = (lines: readonly CompletionLine[]): Column<PlanTotal>[] => [
  column('indicator', { zh: '指标', en: 'Indicator' }, [16, 24], ({ title }) =>
    words(title, { look: 'strong' }),
  ),
  column('managers', { zh: '人数', en: 'Managers' }, ({ lines }) =>
    whole(lines.length, { formula: countWhere('plan', ofIndicator) }),
  ),
  column('counted', { zh: '单位', en: 'Counted in' }, ({ unit }) => words(unitWord(unit))),
  ...totalColumns<PlanTotal>('quarter', { zh: '本季', en: 'Quarter' }, (total) => total, ofIndicator, lines),
  ...totalColumns<PlanTotal>('year', { zh: '全年', en: 'Year' }, (total) => total, ofIndicator, lines),
];

export const planInTotal = ({ appraisal }: BranchView): Block =>
  list('plan-totals', planColumns(appraisal.policy.completionLines), planTotals(appraisal.managers), {
    empty: { zh: '没有下达计划', en: 'No target is set' },
  });

interface MeasureTotal {
  readonly measure: MeasureInForce;
  /** By manager; null: not known. */
  readonly now: readonly (Hundredths | null)[];
  readonly year: readonly (Hundredths | null)[];
  at(quarter: Quarter): readonly (Hundredths | null)[];
}

function measureTotals(view: BranchView): MeasureTotal[] {
  const lines = view.appraisal.managers.flatMap((each) => measureLines(view, each));
  return view.appraisal.policy.measures.map((measure) => {
    const own = lines.filter(({ now }) => now.measure === measure.id);
    return {
      measure,
      now: own.map(({ now }) => now.quarter),
      year: own.map(({ now }) => now.year),
      at: (quarter) => own.map(({ earlier }) => earlier.get(quarter)?.quarter ?? null),
    };
  });
}

const ofMeasure: Where = [['measure', { here: 'measure' }]];
const ofMeasures = { list: 'measures', where: ofMeasure };

const measured = { zh: '业务指标', en: 'Measure' };
const counted = { zh: '单位', en: 'Counted in' };
const noFigures = { empty: { zh: '没有业务数据', en: 'No figures' } };

/** What is known of the figures in a column of 业务明细. */
const added = (
  { measure: { unit } }: MeasureTotal,
  figures: readonly (Hundredths | null)[],
  of: string,
): Cell =>
  sumCell(summed(figures), (value, extra) => figure(amountOf(unit, value), extra), {
    ...ofMeasures,
    column: of,
  });

const totalsColumns: readonly Column<MeasureTotal>[] = [
  column('measure', measured, [16, 28], ({ measure }) => words(measure.title, { look: 'strong' })),
  column('managers', { zh: '人数', en: 'Managers' }, ({ now }) =>
    whole(now.length, { formula: countWhere('measures', ofMeasure) }),
  ),
  column('counted', counted, ({ measure }) => words(unitWord(measure.unit))),
  column('now', { zh: '本季', en: 'Quarter' }, [11, 18], (total) => added(total, total.now, 'quarter')),
  unknownColumn('nowUnknown', { zh: '本季未知人数', en: 'Quarter unknown' }, (total) => total.now, {
    ...ofMeasures,
    column: 'quarter',
  }),
  column('year', { zh: '本年', en: 'Year' }, [11, 18], (total) => added(total, total.year, 'year')),
  unknownColumn('yearUnknown', { zh: '本年未知人数', en: 'Year unknown' }, (total) => total.year, {
    ...ofMeasures,
    column: 'year',
  }),
];

export const measuresInTotal = (view: BranchView): Block =>
  list('measure-totals', totalsColumns, measureTotals(view), noFigures);

/** A measure beside the same in an earlier quarter; null: that is not archived, and said once. */
interface Compared {
  readonly with: Comparison;
  readonly total: MeasureTotal | null;
}

/** Managers without a figure then are new ones, and counted beside it; one without a figure now leaves no change. */
function changeOf(total: MeasureTotal, { quarter }: Comparison): Hundredths | null {
  const [is, was] = [summed(total.now), summed(total.at(quarter))];
  return is.unknown > 0 || was.state === 'unknown' ? null : is.known - was.known;
}

const notArchived = { zh: '没有存档', en: 'not archived' };

/** A column that has nothing to say of a quarter that is not archived. */
const ofTotal = (
  key: string,
  header: Text,
  more: readonly [number, number],
  of: (total: MeasureTotal, compared: Comparison) => Cell,
): Column<Compared> =>
  column(key, header, more, ({ with: compared, total }) => (total === null ? blank : of(total, compared)));

const comparedColumns: readonly Column<Compared>[] = [
  column('with', { zh: '对比', en: 'Against' }, [20, 34], ({ with: { title, quarter } }) =>
    words(join([title, { zh: `（${quarterWords(quarter).zh}）`, en: ` (${quarterWords(quarter).en})` }])),
  ),
  column('measure', measured, [16, 28], ({ total }) =>
    total === null ? words(notArchived, { tone: 'muted' }) : words(total.measure.title, { look: 'strong' }),
  ),
  ofTotal('counted', counted, [8, 12], ({ measure }) => words(unitWord(measure.unit))),
  ofTotal('now', { zh: '本季', en: 'Quarter' }, [11, 18], (total) => added(total, total.now, 'quarter')),
  ofTotal('before', { zh: '对比期', en: 'Then' }, [11, 18], (total, compared) =>
    added(total, total.at(compared.quarter), compared.column),
  ),
  ofTotal('change', { zh: '变动', en: 'Change' }, [11, 18], (total, compared) => {
    const change = changeOf(total, compared);
    return change === null
      ? blank
      : inTwoPlaces(
          figure(amountOf(total.measure.unit, change), {
            formula: formula`ROUND(${{ here: 'now' }}-${{ here: 'before' }},6)`,
          }),
        );
  }),
  ofTotal('share', { zh: '变动率', en: 'Change in %' }, [10, 14], (total, compared) => {
    const [change, then] = [changeOf(total, compared), summed(total.at(compared.quarter)).known];
    return change === null || then <= 0n
      ? blank
      : cell(Number(change) / Number(then), 'points', {
          formula: formula`${{ here: 'change' }}/${{ here: 'before' }}`,
        });
  }),
  ofTotal('without', { zh: '对比期无数据人数', en: 'Without a figure then' }, [10, 14], (total, compared) =>
    whole(summed(total.at(compared.quarter)).unknown, {
      formula: [
        ...countWhere('measures', ofMeasure),
        '-',
        ...knownWhere('measures', compared.column, ofMeasure),
      ],
    }),
  ),
];

/** Each measure against the quarter before, the year's start and the same quarter of last year. */
export function againstBefore(view: BranchView): Block {
  const totals = measureTotals(view);
  const rows = comparisonsOf(view.appraisal.period).flatMap((each): Compared[] =>
    isArchived(view, each) ? totals.map((total) => ({ with: each, total })) : [{ with: each, total: null }],
  );
  return list('measure-changes', comparedColumns, totals.length === 0 ? [] : rows, noFigures);
}

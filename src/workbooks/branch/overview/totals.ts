/** The branch in total: against its plan over 计划明细, and against the quarter before over 业务明细. */

import { amountOf } from '../../../model/fact.ts';
import type { CompletionLine, MeasureInForce } from '../../../model/in-force.ts';
import type { Basis } from '../../../model/measure.ts';
import type { Hundredths } from '../../../model/money.ts';
import { summed } from '../../../model/statements/sums.ts';
import type { Text } from '../../../model/text.ts';
import { blank, figure, inTwoPlaces, whole, words } from '../../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../../spreadsheet/list.ts';
import { type Block, type Cell, formula } from '../../../spreadsheet/sheet.ts';
import { unitWord } from '../../words.ts';
import { measureLines, quarterBefore } from '../measures.ts';
import { type PlanTotal, planTotals, totalColumns } from '../plan-lines.ts';
import { sumCell, unknownColumn } from '../sum-cell.ts';
import { countWhere, type Where } from '../tally.ts';
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
  readonly before: readonly (Hundredths | null)[];
  readonly year: readonly (Hundredths | null)[];
  readonly managers: number;
  /** Managers with a figure now and none in the quarter before: new ones, or before the first archive. */
  readonly without: number;
}

function measureTotals(view: BranchView): MeasureTotal[] {
  const lines = view.appraisal.managers.flatMap((each) => measureLines(view, each));
  return view.appraisal.policy.measures.map((measure) => {
    const own = lines.filter(({ now }) => now.measure === measure.id);
    const added = (side: 'now' | 'before', basis: Basis) => own.map((line) => line[side]?.[basis] ?? null);
    return {
      measure,
      managers: own.length,
      now: added('now', 'quarter'),
      before: added('before', 'quarter'),
      year: added('now', 'year'),
      without: own.filter(({ before }) => (before?.quarter ?? null) === null).length,
    };
  });
}

const ofMeasure: Where = [['measure', { here: 'measure' }]];
const ofMeasures = { list: 'measures', where: ofMeasure };

/** Managers without a figure before are new ones, and counted beside it; one without a figure now leaves no change. */
function changeOf({ now, before }: MeasureTotal): Hundredths | null {
  const [is, was] = [summed(now), summed(before)];
  return is.unknown > 0 || was.state === 'unknown' ? null : is.known - was.known;
}

const knownBefore = formula`SUMPRODUCT((${{ list: 'measures', column: 'measure' }}=${{ here: 'measure' }})*ISNUMBER(${{ list: 'measures', column: 'quarterBefore' }}))`;

function beforeColumns(before: Text | null): Column<MeasureTotal>[] {
  const added = (
    key: string,
    header: Text,
    sums: string,
    of: (total: MeasureTotal) => readonly (Hundredths | null)[],
  ) =>
    column(
      key,
      header,
      [11, 18] as const,
      (total: MeasureTotal): Cell =>
        sumCell(of(total), (value, extra) => figure(amountOf(total.measure.unit, value), extra), {
          ...ofMeasures,
          column: sums,
        }),
    );
  const compared: Column<MeasureTotal>[] = [
    added('before', { zh: '上季', en: 'Quarter before' }, 'quarterBefore', (total) => total.before),
    column('change', { zh: '变动', en: 'Change' }, [11, 18], (total) => {
      const change = changeOf(total);
      return change === null
        ? blank
        : inTwoPlaces(
            figure(amountOf(total.measure.unit, change), {
              formula: formula`ROUND(${{ here: 'now' }}-${{ here: 'before' }},6)`,
            }),
          );
    }),
    column('share', { zh: '变动率', en: 'Change in %' }, [10, 14], (total) => {
      const [change, then] = [changeOf(total), summed(total.before).known];
      return change === null || then <= 0n
        ? blank
        : {
            value: Number(change) / Number(then),
            format: 'points',
            formula: formula`${{ here: 'change' }}/${{ here: 'before' }}`,
          };
    }),
    column('without', { zh: '上季无数据人数', en: 'Without a figure before' }, ({ without }) =>
      whole(without, {
        formula: [...countWhere('measures', ofMeasure), '-', ...knownBefore],
      }),
    ),
  ];
  return [
    column('measure', { zh: '业务指标', en: 'Measure' }, [16, 28], ({ measure }) =>
      words(measure.title, { look: 'strong' }),
    ),
    column('managers', { zh: '人数', en: 'Managers' }, ({ managers }) =>
      whole(managers, { formula: countWhere('measures', ofMeasure) }),
    ),
    column('counted', { zh: '单位', en: 'Counted in' }, ({ measure }) => words(unitWord(measure.unit))),
    added('now', { zh: '本季', en: 'Quarter' }, 'quarter', (total) => total.now),
    unknownColumn('nowUnknown', { zh: '本季未知人数', en: 'Quarter unknown' }, (total) => total.now, {
      ...ofMeasures,
      column: 'quarter',
    }),
    ...(before === null ? [] : compared),
    added('year', { zh: '本年', en: 'Year' }, 'year', (total) => total.year),
    unknownColumn('yearUnknown', { zh: '本年未知人数', en: 'Year unknown' }, (total) => total.year, {
      ...ofMeasures,
      column: 'year',
    }),
  ];
}

export const againstBefore = (view: BranchView): Block =>
  list('measure-totals', beforeColumns(quarterBefore(view)), measureTotals(view), {
    empty: { zh: '没有业务数据', en: 'No figures' },
  });

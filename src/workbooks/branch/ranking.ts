/** 排名: everyone's place by every measure and by completion. Equal figures share a place, and the next one is left out. */
import type { ManagerAppraisal } from '../../model/appraisal.ts';
import { amountOf } from '../../model/fact.ts';
import type { MeasureInForce, PolicyInForce } from '../../model/in-force.ts';
import type { Basis } from '../../model/measure.ts';
import { ratioNumber } from '../../model/ratio.ts';
import { averageTitled } from '../../model/statements/averaged.ts';
import type { Text } from '../../model/text.ts';
import { blank, cell, figure, whole } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { type Cell, type Formula, formula } from '../../spreadsheet/sheet.ts';
import { completionCell } from '../completion.ts';
import { measureAnchor, measureHeader, measureLines } from './measures.ts';
import { mainAverage, mainAverageFormula } from './plan-lines.ts';
import {
  type BranchSheet,
  type BranchView,
  distinctHeaders,
  heldColumn,
  managerColumns,
  opening,
} from './view.ts';

const w = {
  sheet: { zh: '排名', en: 'Ranking' },
  title: { zh: '客户经理排名：按业务量与计划完成', en: 'Ranking by measure and by completion' },
  how: {
    zh: '由高到低；数值相同名次相同，其后名次顺延（1、2、2、4）。点列标题的筛选按钮可按任一名次排序。',
    en: 'From the highest; equal figures share a place and the next is left out (1, 2, 2, 4). Sort by any place with the filter buttons.',
  },
};

/** A figure that people are ranked by. */
interface Ranked {
  readonly key: string;
  readonly title: Text;
  /** The title, with the unit where there is one. */
  readonly header: Text;
  /** The figure's cell, by formula over the detail; its number decides the place. */
  readonly cell: (appraised: ManagerAppraisal) => Cell;
}

const byMeasure = (view: BranchView, measure: MeasureInForce): Ranked => ({
  key: measure.id,
  title: measure.title,
  header: measureHeader(measure),
  cell: (appraised) => {
    const line = measureLines(view, appraised).find(({ now }) => now.measure === measure.id);
    if (line === undefined || line.now.year === null) return blank;
    const anchor = measureAnchor(appraised.manager.manager_id, measure.id, 'year');
    return figure(amountOf(measure.unit, line.now.year), { formula: formula`${{ anchor }}` });
  },
});

// Two ways of adding up fractions differ in the last bits of a double; places must not.
const places = 10;
const byCompletion = (
  { completionLines: lines, averaging }: PolicyInForce,
  basis: Basis,
  title: Text,
): Ranked => ({
  key: `completion-${basis}`,
  title,
  header: averageTitled(title, averaging),
  cell: (appraised) => {
    const average = mainAverage(appraised, basis);
    const exact = mainAverageFormula(appraised, basis);
    if (average === null || exact === undefined) return blank;
    const formula: Formula = ['ROUND(', ...exact, `,${places})`];
    const value = Number(ratioNumber(average).toFixed(places));
    return cell(value, completionCell(lines, average).format, { formula });
  },
});

/** By number: 1 for the highest, equal numbers the same. */
function placesOf(numbers: readonly number[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  numbers
    .toSorted((a, b) => b - a)
    .forEach((number, index) => {
      if (!found.has(number)) found.set(number, index + 1);
    });
  return found;
}

const listId = 'ranking';

function rankedColumns(
  { key, title, header, cell }: Ranked,
  managers: readonly ManagerAppraisal[],
): Column<ManagerAppraisal>[] {
  const cells = new Map(managers.map((each) => [each, cell(each)] as const));
  const numberOf = (each: ManagerAppraisal): number | null => {
    const value = cells.get(each)?.value ?? null;
    return typeof value === 'number' ? value : null;
  };
  const found = placesOf(managers.flatMap((each) => numberOf(each) ?? []));
  const ranked: Formula = formula`RANK(${{ here: key }},${{ list: listId, column: key }})`;
  return [
    column(key, header, [10, 18], (each) => cells.get(each) ?? blank),
    column(`${key}-place`, { zh: `${title.zh}名次`, en: `${title.en}: place` }, (each) => {
      const number = numberOf(each);
      return number === null ? blank : whole(found.get(number) ?? null, { look: 'strong', formula: ranked });
    }),
  ];
}

export const rankingSheet: BranchSheet = (view) => {
  const { managers, stage, policy } = view.appraisal;
  const planned = view.about.has('targets');
  const ranked: Ranked[] = [
    ...policy.measures.map((measure) => byMeasure(view, measure)),
    ...(planned
      ? [byCompletion(policy, 'quarter', { zh: '本季平均完成率', en: 'Completion, quarter' })]
      : []),
    ...(planned && stage === 'annual'
      ? [byCompletion(policy, 'year', { zh: '全年平均完成率', en: 'Completion, year' })]
      : []),
  ];
  const [first] = ranked;
  const number = (each: ManagerAppraisal): number =>
    Number(first?.cell(each).value ?? Number.NEGATIVE_INFINITY);
  return {
    id: 'ranking',
    name: w.sheet,
    kind: 'list',
    blocks: [
      opening(w.title, view, w.how),
      list(
        listId,
        distinctHeaders([
          ...managerColumns<ManagerAppraisal>((each) => each),
          heldColumn<ManagerAppraisal>(view, (each) => each),
          ...ranked.flatMap((each) => rankedColumns(each, managers)),
        ]),
        managers.toSorted((a, b) => number(b) - number(a)),
      ),
    ],
  };
};

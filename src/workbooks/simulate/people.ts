/** 人员对比: every manager under both policies, in one line. */
import {
  paysAllowance,
  type SimulatedManager,
  type Simulation,
  type Standing,
} from '../../model/simulation.ts';
import type { Text } from '../../model/text.ts';
import { code, marked, whole, words, yuan } from '../../spreadsheet/cells.ts';
import { type Column, column } from '../../spreadsheet/list.ts';
import { directions, listSheet, standingWord, titleOf } from './view.ts';

const w = {
  sheet: { zh: '人员对比', en: 'Managers' },
  title: { zh: '全部人员：两种制度下的测算', en: 'All managers under both policies' },
};

type Side = 'before' | 'after';
const sides: Readonly<Record<Side, Text>> = {
  before: { zh: '原制度', en: 'before' },
  after: { zh: '新制度', en: 'after' },
};
const both = <T>(make: (side: Side) => T): T[] => [make('before'), make('after')];

const amount = (key: 'allowance' | 'appointed', title: Text): Column<SimulatedManager>[] =>
  both((side) =>
    column(
      `${key}-${side}`,
      { zh: `${title.zh}（${sides[side].zh}）`, en: `${title.en}, ${sides[side].en}` },
      { width: [12, 18], total: true },
      ({ [side]: standing }: SimulatedManager) => yuan(standing?.[key] ?? null),
    ),
  );

/** Who is named, for every list of managers. */
export const whoColumns = <R>(simulation: Simulation, of: (row: R) => SimulatedManager): Column<R>[] => [
  column('id', { zh: '工号', en: 'Id' }, { names: true, width: [8, 16] }, (row) => code(of(row).managerId)),
  column('name', { zh: '姓名', en: 'Name' }, { names: true, width: [8, 16] }, (row) =>
    words(of(row).name, { look: 'strong' }),
  ),
  column('unit', { zh: '所属机构', en: 'Unit' }, [10, 22], (row) => words(of(row).unit)),
  column('held', { zh: '现聘等级', en: 'Grade held' }, [14, 18], (row) =>
    words(titleOf(simulation, of(row).held)),
  ),
];

export const standingColumns = <R>(simulation: Simulation, of: (row: R) => SimulatedManager): Column<R>[] => [
  ...both((side) =>
    column(
      side,
      { zh: `测算等级（${sides[side].zh}）`, en: `Qualified, ${sides[side].en}` },
      [14, 18] as const,
      (row: R) => words(standingWord(simulation, of(row)[side]), { look: 'strong' }),
    ),
  ),
  column(
    'direction',
    { zh: '变动', en: 'Move' },
    { width: [8, 14], marks: Object.values(directions) },
    (row) => marked(directions[of(row).direction]),
  ),
];

function decisionWord(simulation: Simulation, standing: Standing | null): Text | null {
  const decision = standing?.decision ?? null;
  if (decision === null) return null;
  const to = decision.toGrade === null ? null : titleOf(simulation, decision.toGrade);
  return to === null
    ? decision.title
    : { zh: `${decision.title.zh}（${to.zh}）`, en: `${decision.title.en} (${to.en})` };
}

const columns = (simulation: Simulation): Column<SimulatedManager>[] => [
  ...whoColumns<SimulatedManager>(simulation, (each) => each),
  ...standingColumns<SimulatedManager>(simulation, (each) => each),
  ...both(
    (side): Column<SimulatedManager> =>
      column(
        `decision-${side}`,
        { zh: `聘任建议（${sides[side].zh}）`, en: `Proposal, ${sides[side].en}` },
        { width: [12, 22], when: () => simulation.stage === 'annual' },
        ({ [side]: standing }) => words(decisionWord(simulation, standing)),
      ),
  ),
  column('warnings', { zh: '预警变化（项）', en: 'Warnings changed' }, { total: true }, ({ warnings }) =>
    whole(warnings.length),
  ),
  ...(paysAllowance(simulation)
    ? [
        ...amount('allowance', { zh: '现聘补贴', en: 'Allowance as held' }),
        ...amount('appointed', { zh: '按测算等级补贴', en: 'Allowance if appointed' }),
      ]
    : []),
];

export const peopleSheet = listSheet('people', w, columns, ({ managers }) => managers);

/** 等级变动 and 预警变化: who moves, and the rule that makes the difference. */
import type { RuleMove, SimulatedManager, Simulation, WarningMove } from '../../model/simulation.ts';
import type { Text } from '../../model/text.ts';
import { code, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { warningMarks } from '../words.ts';
import { standingColumns, whoColumns } from './people.ts';
import { outcomeCell, outcomesWithGone, ruleColumns } from './rule-columns.ts';
import { listSheet, opening, type SimulationSheet, titleOf } from './view.ts';

const moved = {
  sheet: { zh: '等级变动', en: 'Moves' },
  title: { zh: '测算等级变动的人员及起决定作用的规则', en: 'Who moves, and by which rule' },
  none: { zh: '没有人的测算等级发生变动', en: 'Nobody moves' },
};
const warned = {
  sheet: { zh: '预警变化', en: 'Warnings' },
  title: { zh: '结果不同的预警', en: 'Warnings that come out differently' },
  none: { zh: '预警结果全部相同', en: 'All warnings come out the same' },
};

interface Move {
  readonly manager: SimulatedManager;
  /** Null: the move has no single rule to name. */
  readonly rule: RuleMove | null;
}

const moveColumns = (simulation: Simulation): Column<Move>[] => [
  ...whoColumns<Move>(simulation, ({ manager }) => manager),
  ...standingColumns<Move>(simulation, ({ manager }) => manager),
  ...ruleColumns<Move>({ zh: '所属等级', en: 'Of grade' }, (_, grade) => titleOf(simulation, grade)),
];

const movesOf = ({ managers }: Simulation): Move[] =>
  managers
    .filter(({ direction }) => direction !== 'same')
    .flatMap((manager): Move[] =>
      manager.rules.length > 0 ? manager.rules.map((rule) => ({ manager, rule })) : [{ manager, rule: null }],
    );

export const movesSheet = listSheet('moves', moved, moveColumns, movesOf);

interface Warned {
  readonly manager: SimulatedManager;
  readonly warning: WarningMove;
}

const warningOutcome = (side: 'before' | 'after', header: Text): Column<Warned> =>
  column(
    side,
    header,
    { width: [10, 14], marks: outcomesWithGone(warningMarks) },
    ({ warning: { [side]: outcome } }) => outcomeCell(outcome === null ? undefined : warningMarks[outcome]),
  );

const warningColumns = (simulation: Simulation): Column<Warned>[] => [
  ...whoColumns<Warned>(simulation, ({ manager }) => manager),
  column('level', { zh: '级别', en: 'Level' }, ({ warning }) => words(warning.levelTitle)),
  column('rule', { zh: '规则', en: 'Rule' }, [20, 36], ({ warning }) => words(warning.title)),
  column('article', { zh: '条款', en: 'Article' }, ({ warning }) => code(warning.article)),
  warningOutcome('before', { zh: '原制度', en: 'Before' }),
  warningOutcome('after', { zh: '新制度', en: 'After' }),
];

export const warningsSheet: SimulationSheet = (simulation) => ({
  id: 'warnings',
  name: warned.sheet,
  kind: 'list',
  blocks: [
    opening(warned.title, simulation),
    list(
      'warning-moves',
      warningColumns(simulation),
      simulation.managers.flatMap((manager) => manager.warnings.map((warning) => ({ manager, warning }))),
      { empty: warned.none },
    ),
  ],
});

/** 等级变动 and 预警变化: who moves, and the rule that makes the difference. */
import type { Quantity } from '../../model/fact.ts';
import type { RuleMove, SimulatedManager, Simulation, WarningMove } from '../../model/simulation.ts';
import type { Text } from '../../model/text.ts';
import { blank, code, figure, marked, words } from '../../spreadsheet/cells.ts';
import { type Column, list } from '../../spreadsheet/list.ts';
import type { Cell, Mark } from '../../spreadsheet/sheet.ts';
import { outcomeMarks, unitOf, warningMarks } from '../words.ts';
import { standingColumns, whoColumns } from './people.ts';
import { opening, type SimulationSheet, titleOf } from './view.ts';

const w = {
  moves: { zh: '等级变动', en: 'Moves' },
  movesTitle: { zh: '测算等级变动的人员及起决定作用的规则', en: 'Who moves, and by which rule' },
  stays: { zh: '没有人的测算等级发生变动', en: 'Nobody moves' },
  warnings: { zh: '预警变化', en: 'Warnings' },
  warningsTitle: { zh: '结果不同的预警', en: 'Warnings that come out differently' },
  same: { zh: '预警结果全部相同', en: 'All warnings come out the same' },
  noRule: { zh: '（无此规则）', en: '(no such rule)' },
};

const gone: Mark = { text: w.noRule, tone: 'muted' };
const mark = (found: Mark | undefined): Cell => marked(found ?? gone);

interface Move {
  readonly manager: SimulatedManager;
  /** Null: the move has no single rule to name. */
  readonly rule: RuleMove | null;
}

const ofRule = (
  key: string,
  header: Text,
  width: readonly [number, number],
  of: (rule: RuleMove) => Cell,
): Column<Move> => ({ key, header, width, of: ({ rule }) => (rule ? of(rule) : blank) });

const figured = (quantity: Quantity | null | undefined, bound?: Quantity | null): Cell =>
  figure(quantity ?? null, undefined, bound);

const outcomeColumn = (side: 'before' | 'after', header: Text): Column<Move> => ({
  ...ofRule(`outcome-${side}`, header, [10, 14], ({ [side]: judged }) =>
    mark(judged ? outcomeMarks[judged.outcome] : undefined),
  ),
  marks: [...Object.values(outcomeMarks), gone],
});

const moveColumns = (simulation: Simulation): Column<Move>[] => [
  ...whoColumns<Move>(simulation, ({ manager }) => manager),
  ...standingColumns<Move>(simulation, ({ manager }) => manager),
  ofRule('rule', { zh: '起决定作用的规则', en: 'Rule' }, [16, 30], ({ title }) => words(title)),
  ofRule('article', { zh: '条款', en: 'Article' }, [8, 14], ({ article }) => code(article)),
  ofRule('grade', { zh: '所属等级', en: 'Of grade' }, [12, 16], ({ grade }) =>
    words(titleOf(simulation, grade)),
  ),
  ofRule('observed', { zh: '实际', en: 'Figure' }, [10, 18], ({ observed, after }) =>
    figured(observed, after?.threshold),
  ),
  ofRule('threshold-before', { zh: '标准（原制度）', en: 'Threshold, before' }, [10, 18], ({ before }) =>
    figured(before?.threshold),
  ),
  ofRule('threshold-after', { zh: '标准（新制度）', en: 'Threshold, after' }, [10, 18], ({ after }) =>
    figured(after?.threshold),
  ),
  ofRule('unit', { zh: '单位', en: 'Measured in' }, [8, 12], ({ observed, after }) =>
    words(unitOf(observed ?? after?.threshold ?? null)),
  ),
  outcomeColumn('before', { zh: '原制度结果', en: 'Outcome, before' }),
  outcomeColumn('after', { zh: '新制度结果', en: 'Outcome, after' }),
];

const movesOf = ({ managers }: Simulation): Move[] =>
  managers
    .filter(({ direction }) => direction !== 'same')
    .flatMap((manager): Move[] =>
      manager.rules.length > 0 ? manager.rules.map((rule) => ({ manager, rule })) : [{ manager, rule: null }],
    );

export const movesSheet: SimulationSheet = (simulation) => ({
  id: 'moves',
  name: w.moves,
  purpose: 'result',
  paper: 'landscape',
  frozenColumns: 2,
  blocks: [
    opening(w.movesTitle, simulation),
    list('moves', moveColumns(simulation), movesOf(simulation), { empty: w.stays }),
  ],
});

interface Warned {
  readonly manager: SimulatedManager;
  readonly warning: WarningMove;
}

const warningOutcome = (side: 'before' | 'after', header: Text): Column<Warned> => ({
  key: side,
  header,
  width: [10, 14],
  marks: [...Object.values(warningMarks), gone],
  of: ({ warning: { [side]: outcome } }) => mark(outcome === null ? undefined : warningMarks[outcome]),
});

const warningColumns = (simulation: Simulation): Column<Warned>[] => [
  ...whoColumns<Warned>(simulation, ({ manager }) => manager),
  {
    key: 'level',
    header: { zh: '级别', en: 'Level' },
    of: ({ warning }) => words(warning.levelTitle),
  },
  {
    key: 'rule',
    header: { zh: '规则', en: 'Rule' },
    width: [20, 36],
    of: ({ warning }) => words(warning.title),
  },
  { key: 'article', header: { zh: '条款', en: 'Article' }, of: ({ warning }) => code(warning.article) },
  warningOutcome('before', { zh: '原制度', en: 'Before' }),
  warningOutcome('after', { zh: '新制度', en: 'After' }),
];

export const warningsSheet: SimulationSheet = (simulation) => ({
  id: 'warnings',
  name: w.warnings,
  purpose: 'list',
  paper: 'landscape',
  frozenColumns: 2,
  blocks: [
    opening(w.warningsTitle, simulation),
    list(
      'warning-moves',
      warningColumns(simulation),
      simulation.managers.flatMap((manager) => manager.warnings.map((warning) => ({ manager, warning }))),
      { empty: w.same },
    ),
  ],
});

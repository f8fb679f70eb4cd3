/** 对比总览: the transition matrix, warnings by level, and what it would cost; counted over 人员对比 by formula. */
import { type Hundredths, sum } from '../../model/money.ts';
import {
  countedOutcomes,
  type LevelCounts,
  paysAllowance,
  type Simulation,
  type Standing,
} from '../../model/simulation.ts';
import { cannotBeJudged, gradeCounted } from '../../model/statements/grade.ts';
import { none, type Text } from '../../model/text.ts';
import { whole, words, yuan } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { type Block, formula } from '../../spreadsheet/sheet.ts';
import { warningMarks } from '../words.ts';
import { notAppraised, opening, type SimulationSheet, standingWord } from './view.ts';

const w = {
  sheet: { zh: '对比总览', en: 'Overview' },
  title: { zh: '制度测算对比', en: 'Two policies on the same figures' },
  matrix: {
    zh: '测算等级变动矩阵（行：原制度；列：新制度）',
    en: 'Qualified grades (rows: before; columns: after)',
  },
  levels: { zh: '预警，按级别', en: 'Warnings by level' },
  cost: { zh: '本季补贴（元）', en: 'The quarter’s allowances (CNY)' },
  how: {
    zh: '补贴按现聘等级发放，不随测算等级变化；“按测算等级聘任”是假定全部按测算等级聘任时的金额：无符合等级者不发，见习保持见习标准。',
    en: 'Allowances follow the grade held. “If appointed” is what everyone would be paid in the qualified grade: who qualifies for none is paid nothing, a trainee stays one.',
  },
};

/** The words that a standing may come to, as far as they occur. */
export function standings(simulation: Simulation): Text[] {
  const outside = simulation.managers.some(({ before, after }) => before === null || after === null);
  const unknown = simulation.managers.some(({ before, after }) =>
    [before, after].some((side) => side !== null && gradeCounted(side) === 'unknown'),
  );
  return [
    ...simulation.grades.map(({ title }) => title),
    none,
    ...(unknown ? [cannotBeJudged] : []),
    ...(outside ? [notAppraised] : []),
  ];
}

function matrix(simulation: Simulation): Block {
  const { managers } = simulation;
  const words_ = standings(simulation);
  const is = (standing: Standing | null, word: Text): boolean =>
    standingWord(simulation, standing).en === word.en;
  const rowOf = formula`(${{ list: 'people', column: 'before' }}=${{ here: 'grade' }})`;
  const columns: Column<Text>[] = [
    column('grade', { zh: '原制度 ＼ 新制度', en: 'Before \\ after' }, [18, 22], (word) =>
      words(word, { look: 'strong' }),
    ),
    ...words_.map((after, index): Column<Text> => {
      const key = `after${index}`;
      return column(key, after, { width: [12, 16], total: true }, (before) => {
        const count = managers.filter((each) => is(each.before, before) && is(each.after, after)).length;
        return whole(count, {
          formula: [
            'SUMPRODUCT(',
            ...rowOf,
            ...formula`*(${{ list: 'people', column: 'after' }}=${{ header: key }}))`,
          ],
          look: before === after ? 'strong' : 'body',
          tone: before === after ? 'muted' : count > 0 ? 'warn' : undefined,
        });
      });
    }),
    column('all', { zh: '合计', en: 'All' }, { total: true }, (before) =>
      whole(managers.filter((each) => is(each.before, before)).length, {
        look: 'strong',
        formula: ['SUMPRODUCT(', ...rowOf, '*1)'],
      }),
    ),
  ];
  return list('matrix', columns, words_);
}

const levelColumns: Column<LevelCounts>[] = [
  column('level', { zh: '级别', en: 'Level' }, ({ title }) => words(title)),
  ...countedOutcomes.flatMap((outcome): Column<LevelCounts>[] => {
    const { zh, en } = warningMarks[outcome].text;
    return [
      column(`${outcome}Before`, { zh: `${zh}（原）`, en: `${en}, before` }, { total: true }, ({ before }) =>
        whole(before[outcome]),
      ),
      column(`${outcome}After`, { zh: `${zh}（新）`, en: `${en}, after` }, { total: true }, ({ after }) =>
        whole(after[outcome]),
      ),
      column(`${outcome}Change`, { zh: `${zh}增减`, en: `${en}, change` }, ({ before, after }) =>
        whole(after[outcome] - before[outcome], {
          look: 'strong',
          formula: formula`${{ here: `${outcome}After` }}-${{ here: `${outcome}Before` }}`,
        }),
      ),
    ];
  }),
];

interface Cost {
  readonly title: Text;
  readonly of: (standing: Standing) => Hundredths;
  readonly key: 'allowance' | 'appointed';
}
const costs: readonly Cost[] = [
  {
    title: { zh: '按现聘等级（实际发放）', en: 'In the grade held (as paid)' },
    key: 'allowance',
    of: ({ allowance }) => allowance,
  },
  {
    title: { zh: '按测算等级聘任', en: 'If appointed to the qualified grade' },
    key: 'appointed',
    of: ({ appointed }) => appointed,
  },
];

/** The quarter's allowances in total under each policy. */
export const costOf = ({ managers }: Simulation, key: Cost['key'], side: 'before' | 'after'): Hundredths =>
  sum(managers.map(({ [side]: standing }) => standing?.[key] ?? 0n));

const costColumns = (simulation: Simulation): Column<Cost>[] => [
  column('what', { zh: '口径', en: 'Basis' }, [18, 26], ({ title }) => words(title)),
  ...(['before', 'after'] as const).map(
    (side): Column<Cost> =>
      column(
        side,
        { before: { zh: '原制度', en: 'Before' }, after: { zh: '新制度', en: 'After' } }[side],
        [12, 16],
        ({ key }) =>
          yuan(costOf(simulation, key, side), {
            formula: formula`SUM(${{ list: 'people', column: `${key}-${side}` }})`,
          }),
      ),
  ),
  column('change', { zh: '增减', en: 'Change' }, [12, 16], ({ key }) =>
    yuan(costOf(simulation, key, 'after') - costOf(simulation, key, 'before'), {
      look: 'strong',
      formula: formula`${{ here: 'after' }}-${{ here: 'before' }}`,
    }),
  ),
];

export const overviewSheet: SimulationSheet = (simulation) => ({
  id: 'overview',
  name: w.sheet,
  kind: 'matrix',
  blocks: [
    opening(w.title, simulation),
    { kind: 'heading', text: w.matrix },
    matrix(simulation),
    { kind: 'heading', text: w.levels },
    list('levels', levelColumns, simulation.levels),
    ...(paysAllowance(simulation)
      ? [
          { kind: 'heading', text: w.cost } as const,
          { kind: 'text', text: w.how } as const,
          list('cost', costColumns(simulation), costs),
        ]
      : []),
  ],
});

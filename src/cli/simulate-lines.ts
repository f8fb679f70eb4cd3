/** A simulation on the screen: the matrix, warnings by level, the cost, and who moves by which rule. */
import { grouped } from '../model/money.ts';
import {
  countedOutcomes,
  paysAllowance,
  type SimulatedManager,
  type Simulation,
  sectionsToTell,
} from '../model/simulation.ts';
import type { Lang } from '../model/text.ts';
import { warningWords } from '../model/words.ts';
import { costOf, policyName, standings, standingWord } from '../workbooks/simulate/index.ts';
import { ruleWords } from './rule-words.ts';
import { sectionLines } from './simulate-sections.ts';
import { leaf, type TreeNode, table, tree } from './table.ts';

export function simulationLines(simulation: Simulation, lang: Lang): string[] {
  const { grades, period, before, after } = simulation;
  const policies = `${policyName(before)} → ${policyName(after)}`;
  return [
    `${period}${{ zh: '：', en: ': ' }[lang]}${policies}`,
    ...(grades.length > 0 ? ladderLines(simulation, lang) : []),
    ...sectionsToTell(simulation).flatMap((section) => ['', ...sectionLines(section, lang)]),
  ];
}

/** What a policy with grades comes to: the matrix, warnings by level, the cost, and who moves. */
function ladderLines(simulation: Simulation, lang: Lang): string[] {
  const { managers } = simulation;
  const count = (direction: string): number =>
    managers.filter((manager) => manager.direction === direction).length;
  const moves = managers.filter(({ direction }) => direction !== 'same');
  return [
    {
      zh: `${managers.length} 人，上升 ${count('up')}，下降 ${count('down')}`,
      en: `${managers.length} managers, ${count('up')} up, ${count('down')} down`,
    }[lang],
    '',
    ...matrix(simulation, lang),
    '',
    ...levels(simulation, lang),
    '',
    ...(paysAllowance(simulation) ? cost(simulation, lang) : []),
    ...(moves.length > 0
      ? [
          '',
          { zh: '变动', en: 'Moves' }[lang],
          ...tree(moves.map((each) => moveNode(simulation, each, lang))),
        ]
      : []),
  ];
}

const blankZero = (number: number): string => (number === 0 ? '·' : String(number));

function matrix(simulation: Simulation, lang: Lang): string[] {
  const words = standings(simulation).map((word) => word[lang]);
  const moves = simulation.managers.map(({ before, after }) =>
    [before, after].map((standing) => standingWord(simulation, standing)[lang]),
  );
  const rows = words.map((was) => [
    was,
    ...words.map((is) => blankZero(moves.filter(([from, to]) => from === was && to === is).length)),
  ]);
  return table([[{ zh: '原 ＼ 新', en: 'before \\ after' }[lang], ...words], ...rows], ['left', 'right']);
}

function levels(simulation: Simulation, lang: Lang): string[] {
  const header = [
    { zh: '预警（原 → 新）', en: 'warnings (before → after)' }[lang],
    ...countedOutcomes.map((outcome) => warningWords[outcome][lang]),
  ];
  const rows = simulation.levels.map(({ title, before, after }) => [
    title[lang],
    ...countedOutcomes.map((outcome) =>
      before[outcome] === after[outcome]
        ? blankZero(before[outcome])
        : `${before[outcome]} → ${after[outcome]}`,
    ),
  ]);
  return table([header, ...rows], ['left', 'right']);
}

function cost(simulation: Simulation, lang: Lang): string[] {
  const header = {
    zh: ['本季补贴（元）', '原制度', '新制度', '增减'],
    en: ['allowances of the quarter (CNY)', 'before', 'after', 'change'],
  }[lang];
  const rows = (['allowance', 'appointed'] as const).map((key) => {
    const [was, is] = [costOf(simulation, key, 'before'), costOf(simulation, key, 'after')];
    const what = {
      allowance: { zh: '按现聘等级', en: 'in the grade held' },
      appointed: { zh: '按测算等级聘任', en: 'if appointed to the qualified grade' },
    }[key];
    return [what[lang], grouped(was), grouped(is), grouped(is - was)];
  });
  return table([header, ...rows], ['left', 'right']);
}

function moveNode(simulation: Simulation, manager: SimulatedManager, lang: Lang): TreeNode {
  const { managerId, name, unit, before, after, rules } = manager;
  const arrow = `${standingWord(simulation, before)[lang]} → ${standingWord(simulation, after)[lang]}`;
  return {
    text: `${managerId} ${name} (${unit}) ${arrow}`,
    below: rules.map((rule) => leaf(ruleWords(rule, lang))),
  };
}

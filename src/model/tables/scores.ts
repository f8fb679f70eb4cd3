/** Scores that a person gave, or a system outside exported: one row per manager, indicator, and quarter or year. */
import { type Choice, choice, figure, quarter, text, year } from '../table.ts';
import { managerId } from './shared.ts';

/** The one indicator that a rule asks for by name; every other is whatever the policy's card calls it. */
const indicators: readonly Choice[] = [
  { id: 'management_level', text: { zh: '管理等级', en: 'management level' }, also: ['管理序列等级'] },
];

export const scores = {
  id: 'scores',
  names: ['scores', '考核评分', '评分表', '评分', '打分'],
  title: { zh: '评分', en: 'Scores' },
  columns: {
    manager_id: managerId,
    indicator: choice(['指标', '指标名称', '考核项目', '评分项目'], indicators, {
      required: true,
      open: true,
    }),
    value: figure(['得分', '分值', '评分', '分数'], { required: true, points: true }),
    /** Without a quarter the score is the whole year's. */
    quarter: quarter(['季度', '考核季度']),
    year: year(['年度', '年份']),
    note: text(['说明', '评分人']),
  },
} as const;

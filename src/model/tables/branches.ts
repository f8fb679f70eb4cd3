/** Figures of a branch rather than of a person: its pool, its own score. One row per branch and indicator. */
import { figure, name, required, text } from '../table.ts';

export const branches = {
  id: 'branches',
  names: ['branches', '机构指标'],
  title: { zh: '机构指标', en: 'Branch figures' },
  columns: {
    /** As the roster names it. */
    branch: name(['所属机构', '机构', '机构名称', '支行'], required),
    indicator: name(['指标', '指标名称', '考核项目'], required),
    quarter_actual: figure(['本季实绩', '本季数'], required),
    year_actual: figure(['本年实绩', '本年数'], required),
    unit: text(['单位']),
  },
} as const;

/** Targets: one row per manager and indicator; `metrics` carries the actual figures that no other table yields. */
import { choice, decimal, figure, required, text } from '../table.ts';
import { managerId } from './shared.ts';

export const indicators = [
  { id: 'deposits', text: { zh: '存款日均', en: 'deposits' }, also: ['日均存款', '存款'] },
  { id: 'loans', text: { zh: '贷款日均', en: 'loans' }, also: ['日均贷款', '贷款'] },
  { id: 'settlement', text: { zh: '国际结算额', en: 'settlement' }, also: ['国际结算', '国际结算量'] },
  {
    id: 'new_deposits',
    text: { zh: '新增存款日均', en: 'new deposits' },
    also: ['新增日均存款', '新增存款', '日均存款新增'],
  },
] as const;

const indicator = choice(['指标', '指标名称', '考核项目'], indicators, { required: true, open: true });

const yesNo = [
  { id: 'yes', text: { zh: '是', en: 'yes' }, also: ['y', 'true', '√'] },
  { id: 'no', text: { zh: '否', en: 'no' }, also: ['n', 'false', '×'] },
] as const;

const task = { ...required, mayBeNegative: false } as const;

export const targets = {
  id: 'targets',
  names: ['targets', '计划', '任务', '目标'],
  title: { zh: '计划', en: 'Targets' },
  columns: {
    manager_id: managerId,
    indicator,
    quarter_target: figure(['本季计划', '任务值', '目标值', '季度计划'], task),
    year_target: figure(['年度计划'], task),
    main: choice(['主要业务指标'], yesNo, { default: 'yes' }),
    unit: text(['单位']),
    /** Beside those of the manager's other targets, where a policy weighs their completions. */
    weight: decimal(['权重'], { default: '1', orPercent: true }),
  },
} as const;

export const metrics = {
  id: 'metrics',
  names: ['metrics', '其他指标', '实绩'],
  title: { zh: '其他指标', en: 'Metrics' },
  columns: {
    manager_id: managerId,
    indicator,
    quarter_actual: figure(['本季实绩'], required),
    year_actual: figure(['本年实绩'], required),
    unit: text(['单位']),
  },
} as const;

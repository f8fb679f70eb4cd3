/** 参数差异: the parameters that differ between the policies on the period's last day. */
import type { Quantity } from '../../model/fact.ts';
import type { ParameterMove, Simulation } from '../../model/simulation.ts';
import { code, day, decimal, figure, words } from '../../spreadsheet/cells.ts';
import { type Column, column } from '../../spreadsheet/list.ts';
import type { Cell } from '../../spreadsheet/sheet.ts';
import { isSmall, smallUnit } from '../branch/parameters.ts';
import { unitOf } from '../words.ts';
import { listSheet, titleOf } from './view.ts';

const w = {
  sheet: { zh: '参数差异', en: 'Parameters' },
  title: { zh: '期末有效而不相同的参数', en: 'Parameters that differ at the end of the period' },
  all: { zh: '全部', en: 'all' },
  none: {
    zh: '有效参数全部相同：差异在规则，或在以后生效的取值',
    en: 'None: the policies differ in rules, or on later days',
  },
};

/** Both values stand in one unit: in yuan where neither is worth showing in units of 10,000. */
const inYuan = (...values: readonly (Quantity | null)[]): boolean =>
  values.every((each) => each === null || isSmall(each));
const value = (shown: Quantity | null, other: Quantity | null): Cell =>
  shown?.kind === 'amount' && inYuan(shown, other) ? decimal(shown.value) : figure(shown, undefined, other);

const columns = (simulation: Simulation): Column<ParameterMove>[] => [
  column('title', { zh: '参数', en: 'Parameter' }, [24, 40], ({ title }) => words(title, { look: 'strong' })),
  column('grade', { zh: '等级', en: 'Grade' }, [12, 18], ({ grade }) =>
    words(grade === null ? w.all : titleOf(simulation, grade)),
  ),
  column('before', { zh: '原制度', en: 'Before' }, [14, 30], ({ before, after }) => value(before, after)),
  column('after', { zh: '新制度', en: 'After' }, [14, 30], ({ before, after }) => value(after, before)),
  column('unit', { zh: '单位', en: 'Unit' }, ({ before, after }) =>
    words(inYuan(before, after) ? smallUnit : unitOf(after ?? before)),
  ),
  column('article', { zh: '条款', en: 'Article' }, ({ article }) => code(article)),
  column('since', { zh: '生效日', en: 'Since' }, [12, 12], ({ since }) => day(since)),
  column('id', { zh: '参数代码', en: 'Id' }, [14, 30], ({ id }) => code(id)),
];

export const parametersSheet = listSheet('parameters', w, columns, ({ parameters }) => parameters, 'proof');

/** 政策参数: every parameter in force on the period's last day, with its article and since when; open readings marked. */
import type { ParameterInForce } from '../../model/appraisal.ts';
import type { Quantity } from '../../model/fact.ts';
import type { Text } from '../../model/text.ts';
import { code, day, decimal, figure, marked, words } from '../cells.ts';
import { type Column, list } from '../list.ts';
import type { Mark } from '../sheet.ts';
import { gradeTitle, join, unitOf } from '../words.ts';
import { type BranchSheet, type BranchView, opening } from './view.ts';

const w = {
  sheet: { zh: '政策参数', en: 'Parameters' },
  title: { zh: '政策参数：期末有效值', en: 'Parameters in force at the end of the period' },
  all: { zh: '全部', en: 'all' },
};

const reading: Mark = { text: { zh: '可选读法', en: 'open reading' }, tone: 'warn' };
const fixed: Mark = { text: { zh: '条文明定', en: 'as written' }, tone: 'muted' };

/** Allowances of some hundred yuan a month are no figures in units of 10,000. */
export const isSmall = (value: Quantity): value is Extract<Quantity, { kind: 'amount' }> =>
  value.kind === 'amount' && value.unit === 'CNY' && value.value < 1_000_000n;
export const smallUnit: Text = { zh: '元', en: 'CNY' };

interface Line {
  readonly parameter: ParameterInForce;
  readonly value: ParameterInForce['values'][number];
}

const columns = ({ appraisal }: BranchView): Column<Line>[] => [
  {
    key: 'title',
    header: { zh: '参数', en: 'Parameter' },
    width: [24, 40],
    of: ({ parameter }) => words(parameter.title, { look: 'strong' }),
  },
  {
    key: 'grade',
    header: { zh: '等级', en: 'Grade' },
    width: [12, 18],
    of: ({ value }) => words(value.grade === null ? w.all : gradeTitle(appraisal, value.grade)),
  },
  {
    key: 'value',
    header: { zh: '取值', en: 'Value' },
    width: [14, 36],
    of: ({ value: { value } }) => (isSmall(value) ? decimal(value.value) : figure(value)),
  },
  {
    key: 'unit',
    header: { zh: '单位', en: 'Unit' },
    of: ({ value: { value } }) => words(isSmall(value) ? smallUnit : unitOf(value)),
  },
  {
    key: 'article',
    header: { zh: '条款', en: 'Article' },
    width: [8, 14],
    of: ({ parameter }) => code(parameter.article),
  },
  {
    key: 'since',
    header: { zh: '生效日', en: 'Since' },
    width: [12, 12],
    of: ({ value }) => day(value.since),
  },
  {
    key: 'reading',
    header: { zh: '性质', en: 'Kind' },
    width: [10, 14],
    marks: [reading, fixed],
    of: ({ parameter }) => marked(parameter.reading ? reading : fixed),
  },
  {
    key: 'note',
    header: { zh: '说明', en: 'Note' },
    width: [20, 50],
    of: ({ parameter }) => words(parameter.note),
  },
  { key: 'edition', header: { zh: '版本', en: 'Edition' }, of: () => code(appraisal.policy.edition) },
  {
    key: 'id',
    header: { zh: '参数代码', en: 'Id' },
    width: [14, 30],
    of: ({ parameter }) => code(parameter.id),
  },
];

export const parametersSheet: BranchSheet = (view) => ({
  id: 'parameters',
  name: w.sheet,
  purpose: 'books',
  paper: 'landscape',
  blocks: [
    opening(w.title, view, join([view.appraisal.policy.title, ` ${view.appraisal.policy.edition}`])),
    list(
      'parameters',
      columns(view),
      view.appraisal.policy.parameters.flatMap((parameter) =>
        parameter.values.map((value) => ({ parameter, value })),
      ),
    ),
  ],
});

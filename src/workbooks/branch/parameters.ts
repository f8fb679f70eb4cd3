/** 政策参数: every parameter in force on the period's last day, with its article and since when; open readings marked. */

import type { Quantity } from '../../model/fact.ts';
import { type ParameterInForce, type ShownValue, shownValues } from '../../model/in-force.ts';
import type { SchemeAppraisal } from '../../model/section-result.ts';
import { comma, joined, type Text } from '../../model/text.ts';
import { code, day, decimal, figure, marked, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import type { Mark } from '../../spreadsheet/sheet.ts';
import { assumptionMark, rankTitle } from '../sections/words.ts';
import { policyName, unitOf } from '../words.ts';
import { type BranchSheet, openingUnder } from './view.ts';

const w = {
  sheet: { zh: '政策参数', en: 'Parameters' },
  title: { zh: '政策参数：期末有效值', en: 'Parameters in force at the end of the period' },
  all: { zh: '全部', en: 'all' },
  how: {
    zh: '“假设”为来源未给出、由本工具设定的数值，须由本行核定；“可选读法”为条文可作多种理解之处。',
    en: 'An assumption is a value that the source does not give, to be settled by the bank; an open reading is one that the text leaves open.',
  },
};

const reading: Mark = { text: { zh: '可选读法', en: 'open reading' }, tone: 'warn' };
const fixed: Mark = { text: { zh: '条文明定', en: 'as written' }, tone: 'muted' };

/** What is both is not the source's in the first place. */
const markOf = ({ reading: open, assumption }: ParameterInForce): Mark =>
  assumption ? assumptionMark : open ? reading : fixed;

/** Allowances of some hundred yuan a month are no figures in units of 10,000. */
export const isSmall = (value: Quantity): value is Extract<Quantity, { kind: 'amount' }> =>
  value.kind === 'amount' && value.unit === 'CNY' && value.value < 1_000_000n;
export const smallUnit: Text = { zh: '元', en: 'CNY' };

interface ParameterLine {
  readonly scheme: SchemeAppraisal;
  readonly parameter: ParameterInForce;
  readonly value: ShownValue;
}

const columns: Column<ParameterLine>[] = [
  column(
    'policy',
    { zh: '制度', en: 'Policy' },
    { width: [14, 26], when: (rows) => new Set(rows.map(({ scheme }) => scheme)).size > 1 },
    ({ scheme }) => words(scheme.policy.title),
  ),
  column('title', { zh: '参数', en: 'Parameter' }, [24, 40], ({ parameter }) =>
    words(parameter.title, { look: 'strong' }),
  ),
  column('grade', { zh: '适用于', en: 'For' }, [12, 18], ({ scheme, value }) =>
    words(value.grade === null ? w.all : rankTitle(scheme, value.grade)),
  ),
  column('value', { zh: '取值', en: 'Value' }, [14, 36], ({ value: { value } }) =>
    isSmall(value) ? decimal(value.value) : figure(value),
  ),
  column('unit', { zh: '单位', en: 'Unit' }, ({ value: { value } }) =>
    words(isSmall(value) ? smallUnit : unitOf(value)),
  ),
  column('article', { zh: '条款', en: 'Article' }, [8, 14], ({ parameter }) => code(parameter.article)),
  column('since', { zh: '生效日', en: 'Since' }, [12, 12], ({ value }) => day(value.since)),
  column(
    'reading',
    { zh: '性质', en: 'Kind' },
    { width: [10, 14], marks: [assumptionMark, reading, fixed] },
    ({ parameter }) => marked(markOf(parameter)),
  ),
  column('note', { zh: '说明', en: 'Note' }, [20, 50], ({ parameter }) => words(parameter.note)),
  column('edition', { zh: '版本', en: 'Edition' }, ({ scheme }) => code(scheme.policy.edition)),
  column('id', { zh: '参数代码', en: 'Id' }, [14, 30], ({ parameter }) => code(parameter.id)),
];

export const parametersSheet: BranchSheet = (view) => ({
  id: 'parameters',
  name: w.sheet,
  kind: 'proof',
  blocks: [
    openingUnder(
      joined(view.appraisal.schemes, comma, ({ policy }) => policyName(policy)),
      w.title,
      view,
      w.how,
    ),
    list(
      'parameters',
      columns,
      view.appraisal.schemes.flatMap((scheme) =>
        scheme.policy.parameters.flatMap((parameter) =>
          shownValues(parameter).map((value) => ({ scheme, parameter, value })),
        ),
      ),
    ),
  ],
});

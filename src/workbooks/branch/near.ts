/** 临界名单: who stands near a threshold, up or down, with the distance by formula. */
import { join, type Text } from '../../model/text.ts';
import { cell, code, figure, marked, words } from '../../spreadsheet/cells.ts';
import { label, over } from '../../spreadsheet/form.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { type Formula, formula, type Mark } from '../../spreadsheet/sheet.ts';
import { above, cellNumber } from '../findings.ts';
import { comparisonFormula } from '../manager/finding-lines.ts';
import { unitOf } from '../words.ts';
import { type Near, type NearKind, nearLines, nearShares } from './near-lines.ts';
import { type BranchSheet, type BranchView, managerColumns, opening } from './view.ts';

const w = {
  sheet: { zh: '临界名单', en: 'Near a line' },
  title: { zh: '临界名单：距标准最近的人员', en: 'Who stands near a threshold' },
  how: {
    zh: '距离 = |实际 − 标准| ÷ 标准，不超过下列值的列入；“可上”为差一点达到，“可下”为刚刚达到、略降即失。',
    en: 'Distance = |figure − line| ÷ line, listed up to the share below; “may rise” is short of the line, “may fall” has just reached it.',
  },
  note: { zh: '列入距离由工具设定，非条文规定', en: 'distances set by the tool, not by the regulation' },
  none: { zh: '没有人处在临界位置', en: 'Nobody is near a line' },
};

/** The kinds of line that the policy draws. */
const kindsIn = ({ appraisal: { policy } }: BranchView): ReadonlyMap<NearKind, Text> =>
  new Map<NearKind, Text>([
    ['next-grade', { zh: '上一等级', en: 'Next grade' }],
    ['held-grade', { zh: '现聘等级', en: 'Grade held' }],
    ...(policy.floor === null ? [] : [['floor', policy.floor] as const]),
    ...(policy.completionLines.length === 0
      ? []
      : [['completion', { zh: '计划完成', en: 'Completion' }] as const]),
  ]);

const rising: Mark = { text: { zh: '可上', en: 'may rise' }, tone: 'good' };
const falling: Mark = { text: { zh: '可下', en: 'may fall' }, tone: 'warn' };

/** By the side of the line that the figure is on. */
function directionOf({ comparison, observed, threshold }: Near): Formula | undefined {
  const figures = { observed: { quantity: observed }, threshold: { quantity: threshold } };
  const holds = comparisonFormula(comparison, figures, { here: 'observed' }, { here: 'threshold' });
  return holds && ['IF(', ...holds, ',', falling.text, ',', rising.text, ')'];
}

const columns = (view: BranchView): Column<Near>[] => [
  ...managerColumns<Near>(({ appraised }) => appraised),
  column('kind', { zh: '类别', en: 'Kind' }, [8, 12], ({ kind }) => words(kindsIn(view).get(kind) ?? null)),
  column('direction', { zh: '方向', en: 'Direction' }, { marks: [rising, falling] }, (near) =>
    marked(near.short ? rising : falling, { formula: directionOf(near) }),
  ),
  column('line', { zh: '标准', en: 'Line' }, [10, 14], ({ line }) => words(line, { look: 'strong' })),
  column('condition', { zh: '条件', en: 'Condition' }, [14, 24], ({ condition, observed }) => {
    const { zh, en } = unitOf(observed);
    return words(zh === '' ? condition : join([condition, { zh: `（${zh}）`, en: ` (${en})` }]));
  }),
  column('observed', { zh: '实际', en: 'Figure' }, [10, 18], ({ observed, threshold }) =>
    figure(observed, {}, threshold),
  ),
  column('threshold', { zh: '标准值', en: 'Threshold' }, [10, 18], ({ threshold }) => figure(threshold)),
  column('difference', { zh: '差额', en: 'Difference' }, [10, 18], ({ observed, threshold }) =>
    figure(above(observed, threshold), {
      formula:
        observed.kind === 'ratio'
          ? formula`${{ here: 'observed' }}-${{ here: 'threshold' }}`
          : formula`ROUND(${{ here: 'observed' }}-${{ here: 'threshold' }},6)`,
    }),
  ),
  column('distance', { zh: '距离', en: 'Distance' }, [9, 13], ({ observed, threshold }) => {
    const line = cellNumber(threshold) ?? 1;
    const value = Math.abs((cellNumber(observed) ?? 0) - line) / line;
    return cell(value, 'percent', {
      look: 'strong',
      formula: formula`ABS(${{ here: 'observed' }}-${{ here: 'threshold' }})/${{ here: 'threshold' }}`,
    });
  }),
  column('article', { zh: '条款', en: 'Article' }, ({ article }) => code(article)),
  column('note', { zh: '还须', en: 'Also needed' }, [8, 8], ({ note }) => words(note)),
];

export const nearSheet: BranchSheet = (view) => ({
  id: 'near',
  name: w.sheet,
  kind: 'list',
  blocks: [
    opening(w.title, view, w.how),
    {
      kind: 'form',
      rows: [
        {
          cells: [
            ...[...kindsIn(view)].flatMap(([kind, title]) => [
              label(title, 1),
              over(1, cell(nearShares[kind], 'percent', { look: 'value' })),
            ]),
            over(1, words(w.note, { look: 'line' })),
          ],
        },
      ],
    },
    list('near', columns(view), nearLines(view), { empty: w.none }),
  ],
});

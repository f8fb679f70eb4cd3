/** 汇总总览: the bank in a few numbers and one matrix, and whether the branches compare at all. */
import { sum } from '../../model/money.ts';
import { paysAllowance, type Rollup, unusual } from '../../model/rollup.ts';
import type { Text } from '../../model/text.ts';
import { whole, words, yuan } from '../../spreadsheet/cells.ts';
import { form, label, over } from '../../spreadsheet/form.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { type Block, type Cell, formula } from '../../spreadsheet/sheet.ts';
import { at, gradesIn, hasGrades, opening, type RollupSheet } from './view.ts';

const w = {
  sheet: { zh: '汇总总览', en: 'Overview' },
  title: { zh: '全行客户经理考核汇总', en: 'Customer managers of all branches' },
  matrix: { zh: '等级变动矩阵（行：现聘；列：测算）', en: 'Grades (rows: held; columns: qualified)' },
  comparable: {
    zh: '各机构使用相同的制度和工具版本。',
    en: 'All branches used the same policy and the same tool.',
  },
} as const satisfies Record<string, Text>;

type Counted = 'appraised' | 'notAppraised' | 'warned' | 'watchItems';
type Card = readonly [caption: Text, cell: Cell];

const summed = (listId: string, column: string) => formula`SUM(${{ list: listId, column }})`;

/** Key figures, each the sum of a column of the sheets that follow. */
function figures(rollup: Rollup): Block {
  const { branches } = rollup;
  const counted = (caption: Text, key: Counted, listId: string, column: string = key): Card => [
    caption,
    whole(
      branches.reduce((total, branch) => total + branch[key], 0),
      { look: 'big', formula: summed(listId, column) },
    ),
  ];
  const allowances = yuan(sum(branches.map(({ allowance }) => allowance)), {
    look: 'big',
    formula: summed('allowance', 'amount'),
  });
  const cards: readonly Card[] = [
    [{ zh: '机构', en: 'Branches' }, whole(branches.length, { look: 'big' })],
    counted({ zh: '考核人数', en: 'Appraised' }, 'appraised', 'grades'),
    counted({ zh: '未考核', en: 'Not appraised' }, 'notAppraised', 'grades'),
    ...(hasGrades(rollup)
      ? [
          counted({ zh: '有预警人数', en: 'Managers warned' }, 'warned', 'warnings'),
          counted({ zh: '监察授信业务', en: 'Items watched' }, 'watchItems', 'watch', 'items'),
        ]
      : []),
    ...(hasGrades(rollup) && paysAllowance(rollup)
      ? [[{ zh: '本季补贴（元）', en: 'Allowances (CNY)' }, allowances] as const]
      : []),
  ];
  return form([
    { cells: cards.map(([caption]) => label(caption, 1)) },
    { cells: cards.map(([, cell]) => over(1, cell)), height: 30 },
  ]);
}

function matrix(rollup: Rollup): Block {
  const held = gradesIn(rollup, 'held');
  const columns: Column<[string, Text]>[] = [
    column('held', { zh: '现聘 ＼ 测算', en: 'Held \\ qualified' }, ([, title]) =>
      words(title, { look: 'strong' }),
    ),
    ...gradesIn(rollup, 'qualified').map(
      ([grade, title]): Column<[string, Text]> =>
        column(`to-${grade}`, title, { total: true }, ([from]) =>
          whole(at(rollup.matrix, `${from} ${grade}`)),
        ),
    ),
  ];
  return list('matrix', columns, held);
}

function comparable({ branches }: Rollup): Block {
  const others = [...unusual(branches)].filter(([, parts]) => parts.length > 0).map(([{ name }]) => name);
  if (others.length === 0) return { kind: 'text', text: w.comparable };
  return {
    kind: 'text',
    tone: 'warn',
    text: {
      zh: `注意：${others.length} 个机构的制度、工具版本或选项与多数不同，数字不可直接比较，见“运行依据”。`,
      en: `Take care: ${others.length} branches used another policy, tool or option than most; see “Basis”.`,
    },
  };
}

export const overviewSheet: RollupSheet = (rollup) => ({
  id: 'overview',
  name: w.sheet,
  kind: 'matrix',
  blocks: [
    opening(w.title, rollup),
    figures(rollup),
    comparable(rollup),
    ...(hasGrades(rollup) ? [{ kind: 'heading', text: w.matrix } as const, matrix(rollup)] : []),
  ],
});

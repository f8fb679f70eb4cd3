/** 重点名单: warnings of grave levels by name. 运行依据: what each branch's run rests on. */
import {
  type BasisPart,
  graveWords,
  type NamedWarning,
  type RolledBranch,
  type Rollup,
  rolledOutcomes,
  unusual,
} from '../../model/rollup.ts';
import { gradeWord } from '../../model/statements/grade.ts';
import { comma, join, joined, same, type Text } from '../../model/text.ts';
import { code, marked, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import type { Mark } from '../../spreadsheet/sheet.ts';
import { quarterWords, warningMarks } from '../words.ts';
import { branchColumn, gradeTitle, opening, type RollupSheet } from './view.ts';

const w = {
  named: { zh: '重点名单', en: 'Grave warnings' },
  nobody: (grave: Text): Text => ({ zh: `没有${grave.zh}的预警`, en: 'Nobody' }),
  basis: { zh: '运行依据', en: 'Basis' },
  basisTitle: { zh: '各机构的制度、工具版本与选项', en: 'What each branch’s run rests on' },
  how: {
    zh: '与多数机构不同之处逐项标出；取值不同的机构，数字不可直接比较。',
    en: 'What is not as in most branches is named; such figures do not compare.',
  },
} as const;

const namedColumns = (rollup: Rollup): Column<NamedWarning>[] => [
  column('level', { zh: '级别', en: 'Level' }, [10, 16], ({ level }) =>
    words(rollup.titles.levels.get(level)?.title ?? same(level), { look: 'strong' }),
  ),
  column('branch', { zh: '机构', en: 'Branch' }, [12, 26], ({ branch }) => words(branch)),
  column('id', { zh: '工号', en: 'Id' }, [8, 18], ({ managerId }) => code(managerId)),
  column('name', { zh: '姓名', en: 'Name' }, [8, 16], ({ name }) => words(name, { look: 'strong' })),
  column('unit', { zh: '所属机构', en: 'Unit' }, [10, 22], ({ unit }) => words(unit)),
  column('held', { zh: '现聘等级', en: 'Grade held' }, [12, 18], ({ held }) =>
    words(gradeTitle(rollup, held)),
  ),
  column('qualified', { zh: '测算等级', en: 'Qualified' }, [12, 18], (each) =>
    words(gradeWord(each, (grade) => gradeTitle(rollup, grade))),
  ),
  column('rule', { zh: '规则', en: 'Rule' }, [20, 36], ({ rule }) =>
    words(rollup.titles.rules.get(rule) ?? same(rule)),
  ),
  column('article', { zh: '条款', en: 'Article' }, ({ article }) => code(article)),
  column(
    'outcome',
    { zh: '状态', en: 'Outcome' },
    { width: [10, 14], marks: rolledOutcomes.map((outcome) => warningMarks[outcome]) },
    ({ outcome }) => marked(warningMarks[outcome]),
  ),
];

export const namedSheet: RollupSheet = (rollup) => ({
  id: 'named',
  name: w.named,
  kind: 'list',
  blocks: [
    opening(graveWords(rollup), rollup),
    list('named', namedColumns(rollup), rollup.named, { empty: w.nobody(graveWords(rollup)) }),
  ],
});

const partWords: Readonly<Record<BasisPart, Text>> = {
  policies: { zh: '制度版本', en: 'policy edition' },
  policyHashes: { zh: '制度文件', en: 'policy file' },
  tool: { zh: '工具版本', en: 'tool version' },
  lenient: { zh: '运行选项', en: 'option' },
  takenAsClean: { zh: '首次运行', en: 'first run' },
};
const alike: Mark = { text: { zh: '与多数一致', en: 'as most' }, tone: 'muted' };

function basisColumns({ branches }: Rollup): Column<RolledBranch>[] {
  const differing = unusual(branches);
  return [
    branchColumn,
    column('alike', { zh: '是否一致', en: 'Alike' }, { width: [12, 24], marks: [alike] }, (branch) => {
      const parts = differing.get(branch) ?? [];
      if (parts.length === 0) return marked(alike);
      const named = joined(parts, comma, (part) => partWords[part]);
      return words({ zh: `不同：${named.zh}`, en: `not: ${named.en}` }, { tone: 'warn' });
    }),
    column('policies', { zh: '制度与版本', en: 'Policy and edition' }, [18, 32], ({ basis }) =>
      code(basis.policies),
    ),
    column('hash', { zh: '制度文件 SHA-256', en: 'Policy SHA-256' }, [16, 20], ({ basis }) =>
      code(basis.policyHashes.slice(0, 16)),
    ),
    column('tool', { zh: '工具版本', en: 'Tool' }, [14, 24], ({ basis }) => code(basis.tool)),
    column('lenient', { zh: '选项', en: 'Option' }, ({ basis }) => code(basis.lenient ? '--lenient' : null)),
    column('clean', { zh: '按无不良记录处理的往季', en: 'Taken as clean' }, [14, 30], ({ basis }) =>
      words(join(basis.takenAsClean.map(quarterWords), comma)),
    ),
    column('manifest', { zh: '归档清单 SHA-256', en: 'Manifest SHA-256' }, [16, 20], ({ basis }) =>
      code(basis.manifest.slice(0, 16)),
    ),
  ];
}

export const basisSheet: RollupSheet = (rollup) => ({
  id: 'basis',
  name: w.basis,
  kind: 'list',
  blocks: [opening(w.basisTitle, rollup, w.how), list('basis', basisColumns(rollup), rollup.branches)],
});

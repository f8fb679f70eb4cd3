/** 目录: the sheets in the order of the work, what each answers, how many rows it has and who should look at it. */
import { none, type Text } from '../../model/text.ts';
import { blank, marked, whole, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import type { List, Sheet } from '../../spreadsheet/sheet.ts';
import type { SubjectTab } from '../subjects.ts';
import { type BranchView, opening } from './view.ts';

/** A step of the work, and whose it is. */
interface Step {
  readonly step: Text;
  readonly readers: Text;
}

export const decide: Step = {
  step: { zh: '一、决定', en: '1. Decide' },
  readers: { zh: '审批机构、人力资源部', en: 'Approving body, HR' },
};
export const warn: Step = {
  step: { zh: '二、预警', en: '2. Warn' },
  readers: { zh: '人力资源部、机构负责人', en: 'HR, heads of units' },
};
export const people: Step = {
  step: { zh: '三、人员', en: '3. People' },
  readers: { zh: '机构负责人', en: 'Heads of units' },
};
export const figures: Step = {
  step: { zh: '四、数据', en: '4. Figures' },
  readers: { zh: '业务管理部门', en: 'Business departments' },
};
export const proof: Step = {
  step: { zh: '五、依据', en: '5. Proof' },
  readers: { zh: '数据经办、稽核', en: 'Data clerk, audit' },
};

export const lineAnswer: Text = { zh: '上列各表逐人逐项的明细', en: 'The lines behind the sheets above' };

/** A sheet of the branch summary, and what the contents say of it. */
export interface BranchTab extends SubjectTab<BranchView>, Step {
  readonly answers: Text;
}

export const contentsName: Text = { zh: '目录', en: 'Contents' };

const w = {
  title: { zh: '目录：按办理顺序', en: 'Contents, in the order of the work' },
  how: {
    zh: '点击工作表名进入；每张表左上角“← 目录”返回。“无”：本期没有。',
    en: 'A name leads to its sheet, “← Contents” at its top left leads back. “none”: nothing this quarter.',
  },
};

interface Line {
  readonly sheet: Sheet;
  readonly tab: BranchTab;
}

/** The rows of a sheet's first list, with those of its parts; null for a sheet of many small tables. */
function rowsOf({ kind, blocks }: Sheet): number | null {
  const [first, ...others] = blocks.filter((block): block is List => block.kind === 'list');
  if (kind === 'matrix' || first === undefined) return null;
  const parts = others.filter(({ columns }) => keysOf(columns) === keysOf(first.columns));
  return [first, ...parts].reduce((sum, { rows }) => sum + rows, 0);
}
const keysOf = (of: List['columns']): string => of.map(({ key }) => key).join(' ');

const columns: readonly Column<Line>[] = [
  column('step', { zh: '步骤', en: 'Step' }, [12, 16], ({ tab }) => words(tab.step)),
  column('sheet', { zh: '工作表', en: 'Sheet' }, [22, 34], ({ sheet }) =>
    words(sheet.name, { link: { sheet: sheet.id } }),
  ),
  column('answers', { zh: '回答什么', en: 'What it answers' }, [34, 60], ({ tab }) => words(tab.answers)),
  column('rows', { zh: '行数', en: 'Rows' }, ({ sheet }) => {
    const rows = rowsOf(sheet);
    if (rows === null) return blank;
    return rows === 0 ? marked({ text: none, tone: 'muted' }, { tone: 'muted' }) : whole(rows);
  }),
  column('readers', { zh: '请谁看', en: 'For' }, [16, 30], ({ tab }) => words(tab.readers)),
];

/** The sheets, with their contents before them. */
export const withContents = (lines: readonly Line[], view: BranchView): Sheet[] => [
  {
    id: 'contents',
    name: contentsName,
    kind: 'contents',
    blocks: [opening(w.title, view, w.how), list('contents', columns, lines)],
  },
  ...lines.map(({ sheet }) => sheet),
];

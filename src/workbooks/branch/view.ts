/** What every sheet of the branch workbook is made from, how each opens, and the columns that name a manager. */
import type { Appraisal, ManagerAppraisal } from '../../model/appraisal.ts';
import type { Text } from '../../model/text.ts';
import { code, words } from '../cells.ts';
import type { RunContext } from '../context.ts';
import { managerFileName } from '../file-name.ts';
import type { Column } from '../list.ts';
import type { Block, Sheet } from '../sheet.ts';
import { cleanNote, gradeTitle, join, quarterWords, stageWords } from '../words.ts';

export interface BranchView {
  readonly appraisal: Appraisal;
  readonly context: RunContext;
}

export type BranchSheet = (view: BranchView) => Sheet;

/** `2026年第三季度 · 季度考核 · 客户经理等级管理办法 2026.1`. */
export function opening(title: Text, { appraisal }: BranchView, ...more: readonly Text[]): Block {
  const clean = cleanNote(appraisal);
  const { title: policy, edition } = appraisal.policy;
  const what = join(
    [quarterWords(appraisal.period), stageWords[appraisal.stage], join([policy, ` ${edition}`])],
    ' · ',
  );
  return { kind: 'title', text: title, lines: [what, ...(clean === null ? [] : [clean]), ...more] };
}

/** Id (a link to the manager's own workbook), name and unit. */
export const managerColumns = <R>(of: (row: R) => ManagerAppraisal): Column<R>[] => [
  {
    key: 'id',
    header: { zh: '工号', en: 'Id' },
    width: [8, 16],
    of: (row) => {
      const { manager_id: id, name } = of(row).manager;
      return code(id, { link: { file: `managers/${managerFileName(id, name)}` } });
    },
  },
  {
    key: 'name',
    header: { zh: '姓名', en: 'Name' },
    width: [8, 16],
    of: (row) => words(of(row).manager.name, { look: 'strong' }),
  },
  {
    key: 'unit',
    header: { zh: '所属机构', en: 'Unit' },
    width: [10, 22],
    of: (row) => words(of(row).manager.unit),
  },
];

export const heldColumn = <R>(view: BranchView, of: (row: R) => ManagerAppraisal): Column<R> => ({
  key: 'held',
  header: { zh: '现聘等级', en: 'Grade held' },
  width: [14, 18],
  of: (row) => words(gradeTitle(view.appraisal, of(row).manager.grade)),
});

/** 未考核: who is on the roster and was not appraised, and why. */
import type { NotAppraised } from '../../model/appraisal.ts';
import { join, semicolon } from '../../model/text.ts';
import { code, words } from '../../spreadsheet/cells.ts';
import { type Column, list } from '../../spreadsheet/list.ts';
import { type BranchSheet, opening } from './view.ts';

const w = {
  sheet: { zh: '未考核', en: 'Not appraised' },
  title: { zh: '未参加考核的人员', en: 'Not appraised' },
};

const columns: Column<NotAppraised>[] = [
  {
    key: 'id',
    names: true,
    header: { zh: '工号', en: 'Id' },
    width: [8, 16],
    of: (each) => code(each.managerId),
  },
  {
    key: 'name',
    names: true,
    header: { zh: '姓名', en: 'Name' },
    width: [10, 16],
    of: (each) => words(each.name),
  },
  { key: 'unit', header: { zh: '所属机构', en: 'Unit' }, width: [12, 24], of: (each) => words(each.unit) },
  {
    key: 'why',
    header: { zh: '原因', en: 'Why' },
    width: [30, 80],
    of: (each) => words(join(each.problems, semicolon)),
  },
];

export const notAppraisedSheet: BranchSheet = (view) => ({
  id: 'not-appraised',
  name: w.sheet,
  kind: 'list',
  blocks: [opening(w.title, view), list('not-appraised', columns, view.appraisal.notAppraised)],
});

/** 未考核: who is on the roster and was not appraised, and why. */
import type { NotAppraised } from '../../model/appraisal.ts';
import { join, semicolon } from '../../model/text.ts';
import { code, words } from '../../spreadsheet/cells.ts';
import { type Column, column } from '../../spreadsheet/list.ts';
import { listSheet } from './view.ts';

const w = {
  sheet: { zh: '未考核', en: 'Not appraised' },
  title: { zh: '未参加考核的人员', en: 'Not appraised' },
};

const columns: Column<NotAppraised>[] = [
  column('id', { zh: '工号', en: 'Id' }, { names: true, width: [8, 16] }, (each) => code(each.managerId)),
  column('name', { zh: '姓名', en: 'Name' }, { names: true, width: [10, 16] }, (each) => words(each.name)),
  column('unit', { zh: '所属机构', en: 'Unit' }, [12, 24], (each) => words(each.unit)),
  column('why', { zh: '原因', en: 'Why' }, [30, 80], (each) => words(join(each.problems, semicolon))),
];

export const notAppraisedSheet = listSheet(
  'not-appraised',
  w,
  () => columns,
  ({ appraisal }) => appraisal.notAppraised,
);

/** 监察名单: every credit item that is overdue, in arrears, advanced on or in one of the last three classes. */
import type { Appraisal, WatchItem } from '../../model/appraisal.ts';
import { loanClasses } from '../../model/tables/classification.ts';
import { comma, join, same, semicolon } from '../../model/text.ts';
import { code, marked, words } from '../../spreadsheet/cells.ts';
import { type Column, list } from '../../spreadsheet/list.ts';
import { classificationName, classMarks } from '../manager/classification.ts';
import { sourceColumns } from '../source.ts';
import { choiceWord } from '../words.ts';
import { type BranchSheet, type BranchView, managerLink, opening } from './view.ts';

const w = {
  sheet: { zh: '监察名单', en: 'Watch list' },
  title: { zh: '授信业务监察名单', en: 'Credit items to be monitored' },
};

const unitOf = (managerId: string, { managers, notAppraised }: Appraisal): string | null =>
  managers.find(({ manager }) => manager.manager_id === managerId)?.manager.unit ??
  notAppraised.find((each) => each.managerId === managerId)?.unit ??
  null;

const columns = ({ appraisal }: BranchView): Column<WatchItem>[] => {
  const managers = new Map(appraisal.managers.map((each) => [each.manager.manager_id, each]));
  // Items of someone who is not appraised are watched as well, but there is no workbook to open.
  const link = ({ managerId }: WatchItem) => {
    const appraised = managers.get(managerId);
    return appraised === undefined ? {} : { link: managerLink(appraised, classificationName) };
  };
  return [
    {
      key: 'id',
      names: true,
      header: { zh: '工号', en: 'Id' },
      width: [8, 16],
      of: (item) => code(item.managerId, link(item)),
    },
    {
      key: 'name',
      names: true,
      header: { zh: '姓名', en: 'Name' },
      width: [8, 16],
      of: (item) => words(item.managerName, { look: 'strong', ...link(item) }),
    },
    {
      key: 'unit',
      header: { zh: '所属机构', en: 'Unit' },
      width: [10, 22],
      of: ({ managerId }) => words(unitOf(managerId, appraisal)),
    },
    { key: 'loan', header: { zh: '借据号', en: 'Loan' }, width: [10, 24], of: (item) => code(item.loanId) },
    {
      key: 'customer',
      header: { zh: '客户号', en: 'Customer' },
      width: [10, 20],
      of: (item) => code(item.customerId),
    },
    {
      key: 'customerName',
      header: { zh: '客户名称', en: 'Customer name' },
      width: [14, 28],
      of: (item) => words(item.customerName),
    },
    {
      key: 'reasons',
      header: { zh: '原因', en: 'Reasons' },
      width: [10, 24],
      of: (item) =>
        words(
          join(
            item.reasons.map((reason) => choiceWord(appraisal.policy.watchReasons, reason) ?? same(reason)),
            comma,
          ),
        ),
    },
    {
      key: 'class',
      header: { zh: '分类结果', en: 'Class' },
      marks: classMarks,
      of: (item) => marked({ text: choiceWord(loanClasses, item.class), tone: 'muted' }),
    },
    {
      key: 'says',
      header: { zh: '情况', en: 'What is seen' },
      width: [16, 40],
      of: (item) =>
        words(join([...new Map(item.evidence.map(({ says }) => [says.zh, says])).values()], semicolon)),
    },
    ...sourceColumns<WatchItem>((item) => item.evidence[0]?.origin ?? null),
  ];
};

export const watchSheet: BranchSheet = (view) => ({
  id: 'watch',
  name: w.sheet,
  kind: 'list',
  blocks: [opening(w.title, view), list('watch', columns(view), view.appraisal.watchList)],
});

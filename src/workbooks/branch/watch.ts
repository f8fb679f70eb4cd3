/** 监察名单: every credit item that is overdue, in arrears, advanced on or in one of the last three classes. */
import type { Appraisal, WatchItem } from '../../model/appraisal.ts';
import { loanClasses } from '../../model/tables/classification.ts';
import { comma, join, joined, same, semicolon } from '../../model/text.ts';
import { code, marked, words } from '../../spreadsheet/cells.ts';
import { type Column, column } from '../../spreadsheet/list.ts';
import { classificationName, classMarks } from '../manager/classification.ts';
import { sourceColumns } from '../source.ts';
import { choiceWord } from '../words.ts';
import { type BranchView, listSheet, managerLink } from './view.ts';

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
    column('id', { zh: '工号', en: 'Id' }, { names: true, width: [8, 16] }, (item) =>
      code(item.managerId, link(item)),
    ),
    column('name', { zh: '姓名', en: 'Name' }, { names: true, width: [8, 16] }, (item) =>
      words(item.managerName, { look: 'strong', ...link(item) }),
    ),
    column('unit', { zh: '所属机构', en: 'Unit' }, [10, 22], ({ managerId }) =>
      words(unitOf(managerId, appraisal)),
    ),
    column('loan', { zh: '借据号', en: 'Loan' }, [10, 24], (item) => code(item.loanId)),
    column('customer', { zh: '客户号', en: 'Customer' }, [10, 20], (item) => code(item.customerId)),
    column('customerName', { zh: '客户名称', en: 'Customer name' }, [14, 28], (item) =>
      words(item.customerName),
    ),
    column('reasons', { zh: '原因', en: 'Reasons' }, [10, 24], (item) =>
      words(
        joined(
          item.reasons,
          comma,
          (reason) => choiceWord(appraisal.policy.watchReasons, reason) ?? same(reason),
        ),
      ),
    ),
    column('class', { zh: '分类结果', en: 'Class' }, { marks: classMarks }, (item) =>
      marked({ text: choiceWord(loanClasses, item.class), tone: 'muted' }),
    ),
    column('says', { zh: '情况', en: 'What is seen' }, [16, 40], (item) =>
      words(join([...new Map(item.evidence.map(({ says }) => [says.zh, says])).values()], semicolon)),
    ),
    ...sourceColumns<WatchItem>((item) => item.evidence[0]?.origin ?? null),
  ];
};

export const watchSheet = listSheet('watch', w, columns, ({ appraisal }) => appraisal.watchList);

/** 待分配客户: customers whose rows name no manager, the ones that should have one first. */
import type { UnassignedCustomer } from '../../model/appraisal.ts';
import { inBoth, joined, semicolon } from '../../model/text.ts';
import { code, marked, words, yuan } from '../../spreadsheet/cells.ts';
import { type Column, column } from '../../spreadsheet/list.ts';
import type { Mark } from '../../spreadsheet/sheet.ts';
import { sourceName } from '../source.ts';
import { no } from '../words.ts';
import { listSheet } from './view.ts';

const w = {
  sheet: { zh: '待分配客户', en: 'Unassigned customers' },
  title: { zh: '没有客户经理的客户', en: 'Customers without a manager' },
  how: {
    zh: '存款或贷款年日均达到标准的客户应配备客户经理，报人力资源部。',
    en: 'A customer whose deposits or loans reach the line should have a manager and is named to HR.',
  },
};

const forHr: Mark = { text: { zh: '是', en: 'yes' }, tone: 'warn' };

const columns: Column<UnassignedCustomer>[] = [
  column('customer', { zh: '客户号', en: 'Customer' }, [10, 22], (each) => code(each.customerId)),
  column('name', { zh: '客户名称', en: 'Name' }, [16, 32], (each) => words(each.name)),
  column(
    'deposits',
    { zh: '存款年日均（元）', en: 'Deposits (CNY)' },
    { width: [14, 20], total: true },
    (each) => yuan(each.deposits),
  ),
  column('loans', { zh: '贷款年日均（元）', en: 'Loans (CNY)' }, { width: [14, 20], total: true }, (each) =>
    yuan(each.loans),
  ),
  column('forHr', { zh: '应配备客户经理', en: 'Needs a manager' }, { marks: [forHr, no] }, (each) =>
    marked(each.forHr ? forHr : no),
  ),
  column('source', { zh: '来源', en: 'Source' }, [20, 50], (each) =>
    words(
      joined(each.rows, semicolon, ({ origin }) =>
        inBoth(
          (lang) => `${sourceName(origin)} ${lang === 'zh' ? `第 ${origin.row} 行` : `row ${origin.row}`}`,
        ),
      ),
    ),
  ),
];

export const unassignedSheet = listSheet(
  'unassigned',
  w,
  () => columns,
  ({ appraisal }) => appraisal.unassigned.toSorted((a, b) => Number(b.forHr) - Number(a.forHr)),
);

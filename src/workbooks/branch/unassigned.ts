/** 待分配客户: customers whose rows name no manager, the ones that should have one first. */
import type { UnassignedCustomer } from '../../model/appraisal.ts';
import { inBoth, join, semicolon } from '../../model/text.ts';
import { code, marked, words, yuan } from '../../spreadsheet/cells.ts';
import { type Column, list } from '../../spreadsheet/list.ts';
import type { Mark } from '../../spreadsheet/sheet.ts';
import { sourceName } from '../source.ts';
import { no } from '../words.ts';
import { type BranchSheet, opening } from './view.ts';

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
  {
    key: 'customer',
    header: { zh: '客户号', en: 'Customer' },
    width: [10, 22],
    of: (each) => code(each.customerId),
  },
  { key: 'name', header: { zh: '客户名称', en: 'Name' }, width: [16, 32], of: (each) => words(each.name) },
  {
    key: 'deposits',
    header: { zh: '存款年日均（元）', en: 'Deposits (CNY)' },
    width: [14, 20],
    total: true,
    of: (each) => yuan(each.deposits),
  },
  {
    key: 'loans',
    header: { zh: '贷款年日均（元）', en: 'Loans (CNY)' },
    width: [14, 20],
    total: true,
    of: (each) => yuan(each.loans),
  },
  {
    key: 'forHr',
    header: { zh: '应配备客户经理', en: 'Needs a manager' },
    marks: [forHr, no],
    of: (each) => marked(each.forHr ? forHr : no),
  },
  {
    key: 'source',
    header: { zh: '来源', en: 'Source' },
    width: [20, 50],
    of: (each) =>
      words(
        join(
          each.rows.map(({ origin }) =>
            inBoth(
              (lang) =>
                `${sourceName(origin)} ${lang === 'zh' ? `第 ${origin.row} 行` : `row ${origin.row}`}`,
            ),
          ),
          semicolon,
        ),
      ),
  },
];

export const unassignedSheet: BranchSheet = (view) => ({
  id: 'unassigned',
  name: w.sheet,
  kind: 'list',
  blocks: [
    opening(w.title, view, w.how),
    list(
      'unassigned',
      columns,
      view.appraisal.unassigned.toSorted((a, b) => Number(b.forHr) - Number(a.forHr)),
    ),
  ],
});

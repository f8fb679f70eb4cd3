/** 客户: each customer's total by every measure, summed from the detail sheets; the grades are summed from here. */
import type { Customer, CustomerFigures } from '../../model/appraisal.ts';
import type { Hundredths } from '../../model/money.ts';
import { same, type Text } from '../../model/text.ts';
import { blank, yuan } from '../../spreadsheet/cells.ts';
import { alike, type Column, column, list } from '../../spreadsheet/list.ts';
import { countedWords } from './counted.ts';
import { type MeasuredIn, sumKey } from './ledger.ts';
import { type ManagerSheet, opening } from './view.ts';

const w = {
  sheet: { zh: '客户', en: 'Customers' },
  title: { zh: '客户汇总：各项指标逐户合计', en: 'Customers: every measure, customer by customer' },
  how: {
    zh: '每户金额由明细表合计（含指明该户的调整），为本人部分；等级测算按“客户计入线”从本表汇总。',
    en: 'Each customer is summed from the detail sheets, adjustments that name it included; the grades are summed from here.',
  },
  howAll: {
    zh: '每户金额由明细表合计（含指明该户的调整），为本人部分；等级测算从本表汇总。',
    en: 'Each customer is summed from the detail sheets, adjustments that name it included; the grades are summed from here.',
  },
  howUngraded: {
    zh: '每户金额由明细表合计（含指明该户的调整），为本人部分。',
    en: 'Each customer is summed from the detail sheets, adjustments that name it included.',
  },
  none: { zh: '本期没有归属本人的客户', en: 'No customer is credited to the manager' },
};

const units: Readonly<Record<string, Text>> = {
  CNY: { zh: '元', en: 'CNY' },
  USD: { zh: '美元', en: 'USD' },
};

interface CustomerLine {
  readonly id: string;
  readonly name: string;
  /** As the columns of the appraisal's figures stand. */
  readonly figures: readonly (Hundredths | null)[];
}

const linesOf = ({ customers, columns }: CustomerFigures): CustomerLine[] =>
  customers.map(({ id, name }, at) => ({
    id,
    name,
    figures: columns.map(({ figures }) => figures[at] ?? null),
  }));

export const customersSheet: ManagerSheet = (view) => {
  const { ledger, appraised, appraisal } = view;
  const titles = new Map(appraisal.policy.measures.map(({ id, title }) => [id, title]));
  const known = new Map(appraised.customers.map((customer): [string, Customer] => [customer.id, customer]));
  const counted = countedWords(view);
  const sumColumn = (measured: MeasuredIn, place: number): Column<CustomerLine> => {
    const extra = { formula: ledger.ofCustomer(measured) };
    const unit = units[measured.unit] ?? same(measured.unit);
    const title = titles.get(measured.measure) ?? same(measured.measure);
    return column(
      sumKey(measured),
      { zh: `${title.zh}（${unit.zh}）`, en: `${title.en} (${unit.en})` },
      { width: [13, 20], total: true },
      (line) => {
        const value = line.figures[place] ?? null;
        return value === null ? blank : yuan(value, extra);
      },
    );
  };
  const columns: Column<CustomerLine>[] = [
    column(
      'customer',
      { zh: '客户号', en: 'Customer' },
      { names: true, width: [10, 20] },
      alike('code', ({ id }) => id),
    ),
    column(
      'name',
      { zh: '客户名称', en: 'Name' },
      { names: true, width: [14, 30] },
      alike('text', ({ name }) => name),
    ),
    column(
      'counted',
      { zh: '计入等级', en: 'Counts for' },
      { width: [12, 18], when: () => view.about.has('grades') },
      alike('text', ({ id }) => counted(known.get(id) ?? null)),
    ),
    ...appraised.customerFigures.columns.map(sumColumn),
  ];
  const rows = linesOf(appraised.customerFigures).sort((a, b) => {
    const [left, right] = [a.figures[0] ?? 0n, b.figures[0] ?? 0n];
    return right > left ? 1 : right < left ? -1 : 0;
  });
  const how = view.about.has('uncounted-customers')
    ? w.how
    : view.about.has('grades')
      ? w.howAll
      : w.howUngraded;
  return {
    id: 'customers',
    name: w.sheet,
    kind: 'list',
    blocks: [opening(w.title, view, how), list('customers', columns, rows, { empty: w.none })],
  };
};

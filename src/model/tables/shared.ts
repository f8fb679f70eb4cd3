/** Columns that several tables have, and the spellings of their headers met in the field. */
import { currency, id, name, product, share } from '../table.ts';

const managerHeaders = [
  '工号',
  '员工工号',
  '客户经理号',
  '客户经理编号',
  '客户经理标识',
  '员工号',
  '柜员号',
] as const;

export const managerId = id(['客户经理工号', ...managerHeaders], { required: true });

/** In the data tables the manager also goes by his role, and a blank id means an unassigned row. */
export const creditedManager = id(
  ['客户经理工号', ...managerHeaders, '管户人', '主客户经理', '所属客户经理'],
  {
    required: true,
    mayBeBlank: true,
  },
);

export const customerId = id(['客户号', '客户编号', '核心客户号'], { required: true });
export const customerName = name(['客户名称', '户名']);
export const rowCurrency = currency(['币种'], { default: 'CNY' });
export const rowShare = share(['分成比例', '管户比例', '分户比例', '分成比率']);

/** From which the averages of the year and of the quarter are made. */
export const products = {
  year_product: product(['年积数', '本年积数', '年累计积数', '本年累计积数'], 'year_avg', 'year'),
  quarter_product: product(['季积数', '本季积数', '季累计积数'], 'quarter_avg', 'quarter'),
} as const;

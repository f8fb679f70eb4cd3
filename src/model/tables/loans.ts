/** Loans: one row per loan or other credit item and manager. */
import { amount, date, days, id, required, text } from '../table.ts';
import { creditedManager, customerId, customerName, products, rowCurrency, rowShare } from './shared.ts';

export const loanId = id(['借据号', '贷款账号', '合同号', '业务编号'], required);

const average = { ...required, average: true } as const;

export const loans = {
  id: 'loans',
  names: ['loans', '贷款', '授信'],
  title: { zh: '贷款', en: 'Loans' },
  columns: {
    manager_id: creditedManager,
    customer_id: customerId,
    customer_name: customerName,
    loan_id: loanId,
    product: text(['业务品种']),
    currency: rowCurrency,
    year_avg: amount(['年日均余额', '本年日均', '年日均', '贷款年日平余额', '本年日均余额'], average),
    quarter_avg: amount(['季日均余额', '本季日均', '季日均', '本季日均余额'], average),
    end_balance: amount(['期末余额', '时点余额', '季末余额', '贷款余额'], required),
    due_date: date(['到期日']),
    overdue_days: days(['逾期天数']),
    overdue_amount: amount(['逾期金额']),
    arrears_days: days(['欠息天数']),
    arrears_amount: amount(['欠息金额']),
    advance_amount: amount(['垫款金额']),
    share: rowShare,
  },
  products,
} as const;

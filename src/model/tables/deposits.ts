/** Deposits: one row per account (or customer) and manager. */
import { amount, id, required, text } from '../table.ts';
import { creditedManager, customerId, customerName, products, rowCurrency, rowShare } from './shared.ts';

const average = { ...required, average: true } as const;

export const deposits = {
  id: 'deposits',
  names: ['deposits', '存款'],
  title: { zh: '存款', en: 'Deposits' },
  columns: {
    manager_id: creditedManager,
    customer_id: customerId,
    customer_name: customerName,
    account: id(['账号', '存款账号'], { mayBeBlank: true }),
    currency: rowCurrency,
    kind: text(['存款种类', '产品', '储种']),
    year_avg: amount(['年日均余额', '本年日均', '年日均', '存款年日平余额', '本年日均余额'], average),
    prior_year_avg: amount(['上年日均余额', '上年日均'], { average: true }),
    quarter_avg: amount(['季日均余额', '本季日均', '季日均', '本季日均余额'], average),
    end_balance: amount(['期末余额', '时点余额', '季末余额', '存款余额'], required),
    share: rowShare,
  },
  products,
} as const;

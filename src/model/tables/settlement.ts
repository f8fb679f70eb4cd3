/** Settlement: one row per customer (or transaction) and manager. */
import { amount, choice, currency, id, required } from '../table.ts';
import { creditedManager, customerId, customerName, rowShare } from './shared.ts';

export const settlement = {
  id: 'settlement',
  names: ['settlement', '国际结算', '结算', '国结'],
  title: { zh: '国际结算', en: 'Settlement' },
  columns: {
    manager_id: creditedManager,
    customer_id: customerId,
    customer_name: customerName,
    reference: id(['业务编号'], { mayBeBlank: true }),
    kind: choice(
      ['结算类型'],
      [
        { id: 'international', text: { zh: '国际结算', en: 'international' }, also: ['国际'] },
        { id: 'domestic', text: { zh: '国内结算', en: 'domestic' }, also: ['国内'] },
      ],
      { default: 'international' },
    ),
    currency: currency(['币种'], { default: 'USD' }),
    quarter_amount: amount(['本季结算额'], required),
    year_amount: amount(['本年累计结算额'], required),
    share: rowShare,
  },
} as const;

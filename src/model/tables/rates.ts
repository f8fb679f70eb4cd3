/** Exchange rates and approved corrections. */
import { choice, currency, decimal, figure, id, name, type RowOf, required, text } from '../table.ts';
import { customerId, managerId } from './shared.ts';
import { indicators } from './targets.ts';

export const fx = {
  id: 'fx',
  names: ['fx', '汇率', '牌价'],
  title: { zh: '汇率', en: 'Exchange rates' },
  columns: {
    currency: currency(['币种'], { required: true, default: 'CNY' }),
    rate: decimal(['汇率'], required),
    per: decimal(['单位'], { default: '1' }),
  },
} as const;

export const adjustments = {
  id: 'adjustments',
  names: ['adjustments', '调整', '申诉'],
  title: { zh: '调整', en: 'Adjustments' },
  columns: {
    manager_id: managerId,
    customer_id: id(customerId.headers, { mayBeBlank: true }),
    indicator: choice(['指标', '指标名称', '考核项目'], indicators, { required: true, open: true }),
    basis: choice(
      ['口径'],
      [
        { id: 'quarter', text: { zh: '季', en: 'quarter' }, also: ['季度', '本季'] },
        { id: 'year', text: { zh: '年', en: 'year' }, also: ['年度', '本年'] },
      ],
    ),
    amount: figure(['调整额'], required),
    reference: text(['文号'], required),
    reason: text(['事由'], required),
    approved_by: name(['批准人'], required),
  },
} as const;

export type FxRow = RowOf<typeof fx>;

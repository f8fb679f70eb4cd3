/** Pay that was held back before the tool was used: one row per manager and quarter. Read in the chain's first quarter. */
import { amount, quarter, required } from '../table.ts';
import { managerId } from './shared.ts';

/** A blank would hide what is owed: a zero is written. */
const written = { required: true, mayBeBlank: false } as const;

export const deferrals = {
  id: 'deferrals',
  names: ['deferrals', '延期支付台账', '延期支付'],
  title: { zh: '延期支付台账', en: 'Deferred pay' },
  columns: {
    manager_id: managerId,
    period: quarter(['计提季度', '所属季度'], required),
    held: amount(['计提额', '延期额'], written),
    paid: amount(['已付额', '已支付额'], written),
    forfeited: amount(['已扣额', '已扣回额'], written),
  },
} as const;

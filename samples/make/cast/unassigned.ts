// Customers without a manager: rows whose manager cell is blank. One of them is large enough for HR to hear of; a
// guarantee is no loan, however large.

import type { Customer, Unit } from '../model.ts';
import { customer, deposit, loan, settled } from '../say.ts';

export const UNASSIGNED: readonly { readonly unit: Unit; readonly holds: Customer }[] = [
  { unit: '江北支行', holds: customer({ deposits: [deposit(820_000)] }) },
  { unit: '云溪支行', holds: customer({ deposits: [deposit(130_000)] }) },
  { unit: '港区支行', holds: customer({ settlement: [settled('USD', [18_000, 18_000, 21_000, 21_000])] }) },
  { unit: '江北支行', holds: customer({ loans: [loan(900_000, { product: '非融资性保函' })] }) },
];

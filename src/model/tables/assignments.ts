/** Who managed a customer from when to when: the lead, the assistants, and the shares where they are agreed. */
import { choice, date, required, share } from '../table.ts';
import { customerId, managerId } from './shared.ts';

const roles = [
  { id: 'lead', text: { zh: '主办', en: 'lead' }, also: ['主办客户经理', '主管', 'A角'] },
  { id: 'assistant', text: { zh: '协办', en: 'assistant' }, also: ['协办客户经理', '协管', 'B角'] },
] as const;

export const assignments = {
  id: 'assignments',
  names: ['assignments', '管户分配', '管户关系'],
  title: { zh: '管户分配', en: 'Assignments' },
  columns: {
    manager_id: managerId,
    customer_id: customerId,
    role: choice(['角色', '管户角色'], roles, required),
    from: date(['起始日', '管户起始日'], required),
    /** The day itself is included; blank: still. */
    to: date(['截止日', '管户截止日']),
    /** Agreed for all rows of a customer or for none. */
    share: share(['分成比例', '管户比例'], { blank: 'none' }),
  },
} as const;

/** How `appraise policy list` is typed. What it does is loaded when it is called. */
import type { AddCommand } from '../command.ts';
import { withMessageOptions } from '../options.ts';

export const addPolicyList: AddCommand = (policy, { say, action }) => {
  const command = policy
    .command('list')
    .description(say({ zh: '列出自带的制度', en: 'list the policies in the box' }));
  withMessageOptions(command, say).action(action(async () => (await import('../policy-list.ts')).list));
};

/** How `appraise policy diff` is typed. What it does is loaded when it is called. */
import type { AddCommand } from '../command.ts';
import { withMessageOptions } from '../options.ts';

export const addPolicyDiff: AddCommand = (policy, { say, action }) => {
  const command = policy
    .command('diff')
    .description(say({ zh: '两个制度之间改了什么', en: 'what changed between two policies' }))
    .argument('<a>', say({ zh: '原制度：代码或文件', en: 'the one: an id or a file' }))
    .argument('<b>', say({ zh: '新制度：代码或文件', en: 'the other' }));
  withMessageOptions(command, say).action(action(async () => (await import('../policy-diff.ts')).diff));
};

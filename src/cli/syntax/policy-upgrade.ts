/** How `appraise policy upgrade` is typed. What it does is loaded when it is called. */
import type { AddCommand } from '../command.ts';
import { withMessageOptions } from '../options.ts';

export const addPolicyUpgrade: AddCommand = (policy, { say, action }) => {
  const command = policy
    .command('upgrade')
    .description(
      say({
        zh: '把制度文件改写成现在的语言（language: 2），注释照留',
        en: 'a policy file in the language of today (language: 2), with its comments',
      }),
    )
    .argument('<file>', say({ zh: '制度文件', en: 'a policy file' }));
  withMessageOptions(command, say).action(action(async () => (await import('../policy-upgrade.ts')).upgrade));
};

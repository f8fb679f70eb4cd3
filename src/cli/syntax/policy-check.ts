/** How `appraise policy check` is typed. What it does is loaded when it is called. */
import type { AddCommand } from '../command.ts';
import { withMessageOptions } from '../options.ts';

export const addPolicyCheck: AddCommand = (policy, { say, action }) => {
  const command = policy
    .command('check')
    .description(
      say({
        zh: '检查制度文件，列出全部问题及行列',
        en: 'check a policy file; every problem with line and column',
      }),
    )
    .argument('<file>', say({ zh: '制度文件，或自带制度的代码', en: 'a policy file, or one in the box' }));
  withMessageOptions(command, say).action(action(async () => (await import('../policy-check.ts')).check));
};

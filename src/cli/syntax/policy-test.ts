/** How `appraise policy test` is typed. What it does is loaded when it is called. */
import type { AddCommand } from '../command.ts';
import { withMessageOptions } from '../options.ts';

export const addPolicyTest: AddCommand = (policy, { say, action }) => {
  const command = policy
    .command('test')
    .description(
      say({
        zh: '核对制度的案例：给了什么，应当得出什么',
        en: 'run the worked cases of a policy: what is given, and what must come out',
      }),
    )
    .argument('<file>', say({ zh: '制度文件，或自带制度的代码', en: 'a policy file, or one in the box' }))
    .argument(
      '[cases]',
      say({
        zh: '案例文件或其文件夹；默认为制度旁边的 ….cases.yaml',
        en: "the file of cases, or a folder of such; default: the policy's ….cases.yaml beside it",
      }),
    );
  withMessageOptions(command, say).action(action(async () => (await import('../policy-test.ts')).test));
};

/** `appraise policy`: the policies in the box and one's own — which there are, what they say, whether they are sound. */
import type { AddCommand } from '../command.ts';
import { addPolicyCheck } from './policy-check.ts';
import { addPolicyDiff } from './policy-diff.ts';
import { addPolicyList } from './policy-list.ts';
import { addPolicyShow } from './policy-show.ts';
import { addPolicyTest } from './policy-test.ts';
import { addPolicyUpgrade } from './policy-upgrade.ts';

export const addPolicy: AddCommand = (program, cli) => {
  const policy = program
    .command('policy')
    .helpCommand(false)
    .description(
      cli.say({
        zh: '制度：列出、查看、检查、核对案例、对比',
        en: 'policies: list, show, check, test, compare',
      }),
    );
  for (const add of [
    ...[addPolicyList, addPolicyShow, addPolicyCheck, addPolicyTest, addPolicyDiff],
    addPolicyUpgrade,
  ])
    add(policy, cli);
};

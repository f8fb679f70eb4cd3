/** How `appraise policy show` is typed. What it does is loaded when it is called. */
import type { AddCommand } from '../command.ts';
import { withMessageOptions } from '../options.ts';

export const addPolicyShow: AddCommand = (policy, { say, action }) => {
  const command = policy
    .command('show')
    .description(
      say({ zh: '某日有效的全部参数，及规则提纲', en: 'every parameter in force on a day, and the rules' }),
    )
    .argument('<id|file>', say({ zh: '自带制度的代码，或制度文件', en: 'a policy in the box, or a file' }))
    .option('--on <date>', say({ zh: '哪一天，如 2026-12-31；默认今天', en: 'the day; default today' }))
    .option(
      '--book',
      say({
        zh: '印成可以通读的文件（Markdown）：条款、原文、规则、有效的数值',
        en: 'as a document to read (Markdown): article, text, rule, values in force',
      }),
    );
  withMessageOptions(command, say).action(action(async () => (await import('../policy-show.ts')).show));
};

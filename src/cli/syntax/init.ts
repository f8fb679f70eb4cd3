/** How `appraise init` is typed. What it does is loaded when it is called. */
import type { AddCommand } from '../command.ts';
import { withMessageOptions, withSharedOption } from '../options.ts';

export const addInit: AddCommand = (program, { say, action }) => {
  const command = program
    .command('init')
    .description(
      say({ zh: '新建一个待填写的数据文件夹', en: 'a new package to fill in, with a policy to adjust' }),
    )
    .argument(
      '<dir>',
      say({ zh: '新文件夹，名称最好含季度', en: 'the new folder, best named by its quarter' }),
    )
    .option('--period <quarter>', say({ zh: '季度，如 2026Q3', en: 'the quarter, such as 2026Q3' }))
    .option('--policy <id|file>', say({ zh: '复制哪个制度', en: 'the policy to copy' }), 'grade-regulation');
  withMessageOptions(withSharedOption(command, say), say).action(
    action(async () => (await import('../init.ts')).init),
  );
};

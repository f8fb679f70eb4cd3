/** How `appraise diff` is typed. What it does is loaded when it is called. */
import type { AddCommand } from '../command.ts';
import { withMessageOptions } from '../options.ts';

export const addDiff: AddCommand = (program, { say, action }) => {
  const command = program
    .command('diff')
    .description(
      say({
        zh: '两次运行对比：谁变了，原因在数据、制度还是工具',
        en: 'two runs side by side: who changed, and whether input, policy or tool is the cause',
      }),
    )
    .argument('<dir1>', say({ zh: '一次运行的结果文件夹', en: "one run's output folder" }))
    .argument('<dir2>', say({ zh: '另一次的', en: "the other's" }));
  withMessageOptions(command, say).action(action(async () => (await import('../diff.ts')).diff));
};

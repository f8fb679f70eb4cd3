/** How `appraise explain` is typed. What it does is loaded when it is called. */
import type { AddCommand } from '../command.ts';
import { withMessageOptions } from '../options.ts';

export const addExplain: AddCommand = (program, { say, action }) => {
  const command = program
    .command('explain')
    .description(
      say({ zh: '一位客户经理的结果是怎么来的', en: "the reasoning behind a manager's result, as a tree" }),
    )
    .argument('<dir>', say({ zh: '结果文件夹', en: "a run's output folder" }))
    .argument('<manager>', say({ zh: '工号或姓名', en: "the manager's id or name" }))
    .argument(
      '[words...]',
      say({
        zh: '只看一项：标题、条款、表上的名称或编号',
        en: 'one thing only: a title, an article, a name on the sheets or an id',
      }),
    );
  withMessageOptions(command, say).action(action(async () => (await import('../explain.ts')).explain));
};

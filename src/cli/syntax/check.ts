/** How `appraise check` is typed. What it does is loaded when it is called. */
import type { AddCommand } from '../command.ts';
import { withRequestOptions } from '../options.ts';

export const addCheck: AddCommand = (program, { say, action }) => {
  const command = program
    .command('check')
    .description(
      say({ zh: '只检查数据，列出要改的地方', en: 'check a package only, and list what is to be put right' }),
    )
    .argument('<package>', say({ zh: '一个季度的数据文件夹', en: "the folder with a quarter's exports" }))
    .option(
      '--out <dir>',
      say({ zh: '把清单写成 problems.xlsx', en: 'where to write the list as problems.xlsx' }),
    );
  withRequestOptions(command, say).action(action(async () => (await import('../check.ts')).check));
};

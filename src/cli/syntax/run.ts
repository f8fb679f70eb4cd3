/** How `appraise run` is typed. What it does is loaded when it is called. */
import type { AddCommand } from '../command.ts';
import { withRequestOptions, withSharedOption } from '../options.ts';

export const addRun: AddCommand = (program, { say, action }) => {
  const command = program
    .command('run')
    .description(
      say({ zh: '检查并考核一个季度的数据，写出结果', en: 'check and appraise a package, write the result' }),
    )
    .argument('<package>', say({ zh: '一个季度的数据文件夹', en: "the folder with a quarter's exports" }))
    .requiredOption('--out <dir>', say({ zh: '结果写到哪里', en: 'where the result goes' }))
    .option('--force', say({ zh: '替换同一季度已有的结果', en: "replace the same quarter's result" }));
  withRequestOptions(withSharedOption(command, say), say).action(
    action(async () => (await import('../run.ts')).run),
  );
};

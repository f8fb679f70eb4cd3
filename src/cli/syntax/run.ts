/** How `appraise run` is typed. What it does is loaded when it is called. */
import { UsageError } from '../../run/usage-error.ts';
import type { AddCommand } from '../command.ts';
import { withRequestOptions, withSharedOption } from '../options.ts';

function threadsOf(given: string): number {
  if (!/^[1-9]\d{0,2}$/.test(given))
    throw new UsageError({
      zh: `--threads 后面是“${given}”；应是 1 到 999 的整数`,
      en: `--threads is "${given}"; write a whole number from 1 to 999`,
    });
  return Number(given);
}

export const addRun: AddCommand = (program, { say, action }) => {
  const command = program
    .command('run')
    .description(
      say({ zh: '检查并考核一个季度的数据，写出结果', en: 'check and appraise a package, write the result' }),
    )
    .argument('<package>', say({ zh: '一个季度的数据文件夹', en: "the folder with a quarter's exports" }))
    .requiredOption('--out <dir>', say({ zh: '结果写到哪里', en: 'where the result goes' }))
    .option('--force', say({ zh: '替换同一季度已有的结果', en: "replace the same quarter's result" }))
    .option(
      '--threads <count>',
      say({
        zh: '最多用几个线程制作表格；默认按可用的处理器核数',
        en: 'how many threads make workbooks at most; else one for each core that may be used',
      }),
      threadsOf,
    );
  withRequestOptions(withSharedOption(command, say), say).action(
    action(async () => (await import('../run.ts')).run),
  );
};

/** How `appraise rollup` is typed. What it does is loaded when it is called. */
import type { AddCommand } from '../command.ts';
import { withMessageOptions, withSharedOption } from '../options.ts';

export const addRollup: AddCommand = (program, { say, action }) => {
  const command = program
    .command('rollup')
    .description(
      say({
        zh: '把各机构同一季度的结果汇总成一个总行工作簿',
        en: "branches' results of one quarter in one head-office workbook",
      }),
    )
    .argument(
      '<dir...>',
      say({
        zh: '各机构的结果文件夹，或存放它们的上级文件夹',
        en: 'branch output folders, or folders that hold them',
      }),
    )
    .requiredOption('--out <file>', say({ zh: '写到哪个 .xlsx', en: 'the workbook to write, .xlsx' }))
    .option(
      '--period <quarter>',
      say({ zh: '汇总哪个季度；文件夹里有几个季度时用', en: 'which quarter, where folders hold several' }),
    )
    .option(
      '--expect <file>',
      say({
        zh: '应有机构的清单，一行一个名称；缺一个就是错误',
        en: 'a list of the branches that must be there, a name a line; one that is not there is an error',
      }),
    )
    .option('--force', say({ zh: '替换已有的文件', en: 'replace a file that is there' }));
  withMessageOptions(withSharedOption(command, say), say).action(
    action(async () => (await import('../rollup.ts')).rollup),
  );
};

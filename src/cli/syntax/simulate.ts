/** How `appraise simulate` is typed. What it does is loaded when it is called. */
import type { AddCommand } from '../command.ts';
import { withPackageOptions, withSharedOption } from '../options.ts';

export const addSimulate: AddCommand = (program, { say, action }) => {
  const command = program
    .command('simulate')
    .description(
      say({
        zh: '换一个制度测算同一份数据：谁变了，因为哪条规则',
        en: 'another policy on the same figures: who moves, and by which rule',
      }),
    )
    .argument('<package>', say({ zh: '一个季度的数据文件夹', en: "the folder with a quarter's exports" }))
    .requiredOption('--policy <id|file>', say({ zh: '新制度', en: 'the policy to try' }))
    .option(
      '--against <id|file>',
      say({
        zh: '与哪个制度比；默认随工具提供的同名制度，没有则 grade-regulation',
        en: "the policy to compare with; default the tool's own of that id, or grade-regulation",
      }),
    )
    .option('--out <file>', say({ zh: '写成一个 .xlsx', en: 'also write it as a workbook, .xlsx' }))
    .option('--force', say({ zh: '替换已有的文件', en: 'replace a file that is there' }));
  withPackageOptions(withSharedOption(command, say), say).action(
    action(async () => (await import('../simulate.ts')).simulate),
  );
};

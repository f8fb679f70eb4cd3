/** How `appraise close` is typed. What it does is loaded when it is called. */
import type { AddCommand } from '../command.ts';
import { withMessageOptions, withSharedOption } from '../options.ts';

export const addClose: AddCommand = (program, { say, action }) => {
  const command = program
    .command('close')
    .description(
      say({
        zh: '把填好的决定表落实成台账、名册、函件、名单和登记簿',
        en: 'what people decided in; ledger, next roster, letters, lists and register out',
      }),
    )
    .argument('<dir>', say({ zh: '考核结果文件夹', en: 'the output folder of a run' }))
    .requiredOption(
      '--decisions <file>',
      say({ zh: '填好的 decisions.xlsx', en: 'the decisions.xlsx that was filled in' }),
    )
    .requiredOption('--out <dir>', say({ zh: '写到哪里', en: 'where it goes' }))
    .option(
      '--templates <dir>',
      say({
        zh: '本行自己的函件模板所在文件夹；不给时用结果旁边的 templates 或 函件模板',
        en: "the folder of the bank's own templates of letters; without it, templates beside the result",
      }),
    )
    .option('--force', say({ zh: '替换同一季度已有的', en: 'replace what is there of the same quarter' }));
  withMessageOptions(withSharedOption(command, say), say).action(
    action(async () => (await import('../close.ts')).close),
  );
};

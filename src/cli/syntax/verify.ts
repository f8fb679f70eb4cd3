/** How `appraise verify` is typed. What it does is loaded when it is called. */
import type { AddCommand } from '../command.ts';
import { withArchiveOption, withMessageOptions } from '../options.ts';

export const addVerify: AddCommand = (program, { say, action }) => {
  const command = program
    .command('verify')
    .description(
      say({
        zh: '用当时的数据重新运行已归档的季度，逐项核对',
        en: 'rerun an archived quarter on its inputs and compare',
      }),
    )
    .argument('<dir>', say({ zh: '要核对的结果文件夹', en: "the run's output folder" }))
    .option(
      '--package <package>',
      say({
        zh: '当时的数据文件夹；close 的结果不需要',
        en: 'the package it was made from; a closed quarter needs none',
      }),
    );
  withMessageOptions(withArchiveOption(command, say), say).action(
    action(async () => (await import('../verify.ts')).verify),
  );
};

/** How `appraise check` is typed. What it does is loaded when it is called. */
import type { AddCommand } from '../command.ts';
import { withRequestOptions, withSharedOption } from '../options.ts';

export const addCheck: AddCommand = (program, { say, action }) => {
  const command = program
    .command('check')
    .description(
      say({ zh: '只检查数据，列出要改的地方', en: 'check a package only, and list what is to be put right' }),
    )
    .argument('<package>', say({ zh: '一个季度的数据文件夹', en: "the folder with a quarter's exports" }))
    .option(
      '--out <dir|file>',
      say({
        zh: '把清单写成工作簿：.xlsx 文件，或在文件夹里写 problems.xlsx',
        en: 'write the list as a workbook: a .xlsx file, or problems.xlsx in a folder',
      }),
    )
    .option(
      '--suggest <file>',
      say({
        zh: '把能读懂本资料包的银行对照表写到该文件；已有的内容不改，只添加',
        en: 'write the bank profile that makes the package readable; what the file has already stays',
      }),
    );
  withRequestOptions(withSharedOption(command, say), say).action(
    action(async () => (await import('../check.ts')).check),
  );
};

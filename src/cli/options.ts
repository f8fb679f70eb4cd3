/** Options that several commands share. */
import { type Command, Option } from 'commander';
import { type Lang, languages, type Text } from '../model/text.ts';

/** What a command needs of its surroundings, beside its own arguments. */
export interface MessageOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly progress: boolean;
  readonly lang?: Lang;
}

export interface OutOptions {
  readonly shared?: boolean;
}

export interface RequestOptions extends MessageOptions {
  readonly period?: string;
  readonly policy?: readonly string[];
  readonly archive?: readonly string[];
  readonly lenient?: boolean;
  readonly bank?: string;
}

const gather = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Adds `--json`, `--quiet`, `--no-progress` and `--lang`. */
export const withMessageOptions = (command: Command, say: (text: Text) => string): Command =>
  command
    .option('--json', say({ zh: '结果以 JSON 写到标准输出', en: 'the result as JSON on stdout' }))
    .option('--quiet', say({ zh: '只显示错误', en: 'show errors only' }))
    .option('--no-progress', say({ zh: '不显示进度', en: 'no progress display' }))
    .addOption(
      new Option(
        '--lang <zh|en>',
        say({ zh: '语言；表格默认中文', en: 'language; of the workbooks too, else they are Chinese' }),
      ).choices(languages),
    );

/** Adds `--archive`. */
export const withArchiveOption = (command: Command, say: (text: Text) => string): Command =>
  command.option(
    '--archive <dir>',
    say({
      zh: '以前季度的输出文件夹，或存放它们的上级文件夹；可多次给出',
      en: "earlier quarters' output folders, or a folder that holds them; repeatable",
    }),
    gather,
  );

/** Adds `--shared`: results are personnel data, and their owner's alone. */
export const withSharedOption = (command: Command, say: (text: Text) => string): Command =>
  command.option(
    '--shared',
    say({
      zh: '写出的文件按系统默认权限，供他人读取；默认只有本人可读',
      en: "files get the system's usual permissions, for others to read; by default only their owner may",
    }),
  );

/** Adds `--policy` and everything else that decides what is appraised, and how. */
export const withRequestOptions = (command: Command, say: (text: Text) => string): Command =>
  withPackageOptions(
    command.option(
      '--policy <id|file>',
      say({ zh: '制度；默认 grade-regulation', en: 'the policy; default grade-regulation' }),
      gather,
    ),
    say,
  );

/** Adds what decides which figures are appraised. */
export const withPackageOptions = (command: Command, say: (text: Text) => string): Command =>
  withMessageOptions(
    withArchiveOption(
      command.option(
        '--period <quarter>',
        say({
          zh: '季度，如 2026Q3；默认取 package.yaml 或文件夹名',
          en: 'the quarter, such as 2026Q3; else from package.yaml or the folder name',
        }),
      ),
      say,
    )
      .option(
        '--bank <file>',
        say({
          zh: '银行对照表；默认取 package.yaml 所写的，或资料包内、旁边的 bank.yaml',
          en: 'the bank profile; else the one that package.yaml names, or bank.yaml in the package or beside it',
        }),
      )
      .option(
        '--lenient',
        say({
          zh: '有错误的客户经理整个不考核，其余照常',
          en: 'leave out managers whose data has errors, whole, and go on',
        }),
      ),
    say,
  );

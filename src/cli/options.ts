/** Options that several commands share. */
import { type Lang, languages } from '../model/text.ts';
import type { TypedOption } from './syntax.ts';

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

const gather = (given: string, before?: unknown): unknown => [...((before as string[]) ?? []), given];

export const messageOptions: readonly TypedOption[] = [
  { typed: '--json', says: { zh: '结果以 JSON 写到标准输出', en: 'the result as JSON on stdout' } },
  { typed: '--quiet', says: { zh: '只显示错误', en: 'show errors only' } },
  { typed: '--no-progress', says: { zh: '不显示进度', en: 'no progress display' } },
  {
    typed: '--lang <zh|en>',
    says: { zh: '语言；表格默认中文', en: 'language; of the workbooks too, else they are Chinese' },
    choices: languages,
  },
];

export const archiveOption: TypedOption = {
  typed: '--archive <dir>',
  says: {
    zh: '以前季度的输出文件夹，或存放它们的上级文件夹；可多次给出',
    en: "earlier quarters' output folders, or a folder that holds them; repeatable",
  },
  read: gather,
};

/** Results are personnel data, and their owner's alone. */
export const sharedOption: TypedOption = {
  typed: '--shared',
  says: {
    zh: '写出的文件按系统默认权限，供他人读取；默认只有本人可读',
    en: "files get the system's usual permissions, for others to read; by default only their owner may",
  },
};

/** What decides which figures are appraised. */
export const packageOptions: readonly TypedOption[] = [
  {
    typed: '--period <quarter>',
    says: {
      zh: '季度，如 2026Q3；默认取 package.yaml 或文件夹名',
      en: 'the quarter, such as 2026Q3; else from package.yaml or the folder name',
    },
  },
  archiveOption,
  {
    typed: '--bank <file>',
    says: {
      zh: '银行对照表；默认取 package.yaml 所写的，或资料包内、旁边的 bank.yaml',
      en: 'the bank profile; else the one that package.yaml names, or bank.yaml in the package or beside it',
    },
  },
  {
    typed: '--lenient',
    says: {
      zh: '有错误的客户经理整个不考核，其余照常',
      en: 'leave out managers whose data has errors, whole, and go on',
    },
  },
  ...messageOptions,
];

/** These, and how they are appraised. */
export const requestOptions: readonly TypedOption[] = [
  {
    typed: '--policy <id|file>',
    says: { zh: '制度；默认 grade-regulation', en: 'the policy; default grade-regulation' },
    read: gather,
  },
  ...packageOptions,
];

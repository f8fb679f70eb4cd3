/** Every command: how it is typed, and where what it does is loaded from when it is called. */
import { UsageError } from '../run/usage-error.ts';
import type { Terminal } from './command.ts';
import { archiveOption, messageOptions, packageOptions, requestOptions, sharedOption } from './options.ts';
import { policyCommand } from './policy-commands.ts';
import { type Shell, shells } from './shells.ts';
import type { CommandSyntax, Typed, TypedOption } from './syntax.ts';

const quarterFolder: Typed = {
  typed: '<package>',
  says: { zh: '一个季度的数据文件夹', en: "the folder with a quarter's exports" },
};

const replaceFile: TypedOption = {
  typed: '--force',
  says: { zh: '替换已有的文件', en: 'replace a file that is there' },
};

function threadsOf(given: string): number {
  if (!/^[1-9]\d{0,2}$/.test(given))
    throw new UsageError({
      zh: `--threads 后面是“${given}”；应是 1 到 999 的整数`,
      en: `--threads is "${given}"; write a whole number from 1 to 999`,
    });
  return Number(given);
}

export const commands: readonly CommandSyntax[] = [
  {
    name: 'run',
    says: { zh: '检查并考核一个季度的数据，写出结果', en: 'check and appraise a package, write the result' },
    takes: [quarterFolder],
    options: [
      { typed: '--out <dir>', says: { zh: '结果写到哪里', en: 'where the result goes' }, required: true },
      { typed: '--force', says: { zh: '替换同一季度已有的结果', en: "replace the same quarter's result" } },
      {
        typed: '--threads <count>',
        says: {
          zh: '最多用几个线程制作表格；默认按可用的处理器核数',
          en: 'how many threads make workbooks at most; else one for each core that may be used',
        },
        read: threadsOf,
      },
      sharedOption,
      ...requestOptions,
    ],
    examples: [
      {
        line: 'appraise run 2026Q3 --out results/2026Q3 --archive results',
        does: { zh: '考核一个季度，接续以前的季度', en: 'a quarter, on those before it' },
      },
      {
        line: 'appraise run 2026Q3 --out results/2026Q3 --policy my-policy.yaml --lenient',
        does: {
          zh: '用本行制度；有错误的人员整个不考核',
          en: "one's own policy; leave out whom an error touches",
        },
      },
    ],
    load: async () => (await import('./run.ts')).run,
  },
  {
    name: 'close',
    says: {
      zh: '把填好的决定表落实成台账、名册、函件、名单和登记簿',
      en: 'what people decided in; ledger, next roster, letters, lists and register out',
    },
    takes: [{ typed: '<dir>', says: { zh: '考核结果文件夹', en: 'the output folder of a run' } }],
    options: [
      {
        typed: '--decisions <file>',
        says: { zh: '填好的 decisions.xlsx', en: 'the decisions.xlsx that was filled in' },
        required: true,
      },
      { typed: '--out <dir>', says: { zh: '写到哪里', en: 'where it goes' }, required: true },
      {
        typed: '--templates <dir>',
        says: {
          zh: '本行自己的函件模板所在文件夹；不给时用结果旁边的 templates 或 函件模板',
          en: "the folder of the bank's own templates of letters; without it, templates beside the result",
        },
      },
      {
        typed: '--force',
        says: { zh: '替换同一季度已有的', en: 'replace what is there of the same quarter' },
      },
      sharedOption,
      ...messageOptions,
    ],
    examples: [
      {
        line: 'appraise close results/2026Q3 --decisions decisions-2026Q3.xlsx --out closed/2026Q3',
        does: {
          zh: '决定表填好以后：台账、名册、函件、名单、登记簿',
          en: 'once the decisions are filled in',
        },
      },
    ],
    load: async () => (await import('./close.ts')).close,
  },
  {
    name: 'check',
    says: { zh: '只检查数据，列出要改的地方', en: 'check a package only, and list what is to be put right' },
    takes: [quarterFolder],
    options: [
      {
        typed: '--out <dir|file>',
        says: {
          zh: '把清单写成工作簿：.xlsx 文件，或在文件夹里写 problems.xlsx',
          en: 'write the list as a workbook: a .xlsx file, or problems.xlsx in a folder',
        },
      },
      {
        typed: '--suggest <file>',
        says: {
          zh: '把能读懂本资料包的银行对照表写到该文件；已有的内容不改，只添加',
          en: 'write the bank profile that makes the package readable; what the file has already stays',
        },
      },
      sharedOption,
      ...requestOptions,
    ],
    examples: [
      { line: 'appraise check 2026Q3', does: { zh: '列出要改的地方', en: 'what is to be put right' } },
      {
        line: 'appraise check 2026Q3 --out fixes',
        does: { zh: '同时写成 fixes/problems.xlsx', en: 'also as fixes/problems.xlsx' },
      },
    ],
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'explain',
    says: { zh: '一位客户经理的结果是怎么来的', en: "the reasoning behind a manager's result, as a tree" },
    takes: [
      { typed: '<dir>', says: { zh: '结果文件夹', en: "a run's output folder" } },
      { typed: '<manager>', says: { zh: '工号或姓名', en: "the manager's id or name" } },
      {
        typed: '[words...]',
        says: {
          zh: '只看一项：标题、条款、表上的名称或编号',
          en: 'one thing only: a title, an article, a name on the sheets or an id',
        },
      },
    ],
    options: messageOptions,
    examples: [
      {
        line: 'appraise explain results/2026Q3 0012',
        does: { zh: '0012 的全部结论及依据', en: 'everything about 0012, and why' },
      },
      {
        line: 'appraise explain results/2026Q3 0012 deposits',
        does: { zh: '只看存款这一条', en: 'one rule only' },
      },
    ],
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'verify',
    says: {
      zh: '用当时的数据重新运行已归档的季度，逐项核对',
      en: 'rerun an archived quarter on its inputs and compare',
    },
    takes: [{ typed: '<dir>', says: { zh: '要核对的结果文件夹', en: "the run's output folder" } }],
    options: [
      {
        typed: '--package <package>',
        says: {
          zh: '当时的数据文件夹；close 的结果不需要',
          en: 'the package it was made from; a closed quarter needs none',
        },
      },
      archiveOption,
      ...messageOptions,
    ],
    examples: [
      {
        line: 'appraise verify results/2026Q3 --package 2026Q3',
        does: { zh: '重新运行并逐项核对', en: 'rerun it and compare' },
      },
    ],
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'diff',
    says: {
      zh: '两次运行对比：谁变了，原因在数据、制度还是工具',
      en: 'two runs side by side: who changed, and whether input, policy or tool is the cause',
    },
    takes: [
      { typed: '<dir1>', says: { zh: '一次运行的结果文件夹', en: "one run's output folder" } },
      { typed: '<dir2>', says: { zh: '另一次的', en: "the other's" } },
    ],
    options: messageOptions,
    examples: [
      {
        line: 'appraise diff results/2026Q3 results/2026Q3-corrected',
        does: { zh: '更正前后谁变了', en: 'whom a correction changed' },
      },
    ],
    load: async () => (await import('./diff.ts')).diff,
  },
  policyCommand,
  {
    name: 'init',
    says: { zh: '新建一个待填写的数据文件夹', en: 'a new package to fill in, with a policy to adjust' },
    takes: [
      {
        typed: '<dir>',
        says: { zh: '新文件夹，名称最好含季度', en: 'the new folder, best named by its quarter' },
      },
    ],
    options: [
      {
        typed: '--period <quarter>',
        says: { zh: '季度，如 2026Q3', en: 'the quarter, such as 2026Q3' },
      },
      {
        typed: '--policy <id|file>',
        says: { zh: '复制哪个制度', en: 'the policy to copy' },
        default: 'grade-regulation',
      },
      sharedOption,
      ...messageOptions,
    ],
    examples: [
      { line: 'appraise init 2026Q4', does: { zh: '季度取自文件夹名', en: 'the quarter is in the name' } },
      {
        line: 'appraise init new --period 2026Q4 --policy my-policy.yaml',
        does: { zh: '另给季度；复制本行制度', en: "another name, and one's own policy" },
      },
    ],
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'simulate',
    says: {
      zh: '换一个制度测算同一份数据：谁变了，因为哪条规则',
      en: 'another policy on the same figures: who moves, and by which rule',
    },
    takes: [quarterFolder],
    options: [
      { typed: '--policy <id|file>', says: { zh: '新制度', en: 'the policy to try' }, required: true },
      {
        typed: '--against <id|file>',
        says: {
          zh: '与哪个制度比；默认随工具提供的同名制度，没有则 grade-regulation',
          en: "the policy to compare with; default the tool's own of that id, or grade-regulation",
        },
      },
      { typed: '--out <file>', says: { zh: '写成一个 .xlsx', en: 'also write it as a workbook, .xlsx' } },
      replaceFile,
      sharedOption,
      ...packageOptions,
    ],
    examples: [
      {
        line: 'appraise simulate 2026Q4 --policy policy-2027.yaml --archive results',
        does: { zh: '明年的标准用在今年的数据上', en: "next year's thresholds on this year's figures" },
      },
      {
        line: 'appraise simulate 2026Q4 --policy b.yaml --against a.yaml --out simulation.xlsx',
        does: { zh: '两个方案对比，写成工作簿', en: 'two drafts compared, as a workbook' },
      },
    ],
    load: async () => (await import('./simulate.ts')).simulate,
  },
  {
    name: 'rollup',
    says: {
      zh: '把各机构同一季度的结果汇总成一个总行工作簿',
      en: "branches' results of one quarter in one head-office workbook",
    },
    takes: [
      {
        typed: '<dir...>',
        says: {
          zh: '各机构的结果文件夹，或存放它们的上级文件夹',
          en: 'branch output folders, or folders that hold them',
        },
      },
    ],
    options: [
      {
        typed: '--out <file>',
        says: { zh: '写到哪个 .xlsx', en: 'the workbook to write, .xlsx' },
        required: true,
      },
      {
        typed: '--period <quarter>',
        says: { zh: '汇总哪个季度；文件夹里有几个季度时用', en: 'which quarter, where folders hold several' },
      },
      {
        typed: '--expect <file>',
        says: {
          zh: '应有机构的清单，一行一个名称；缺一个就是错误',
          en: 'a list of the branches that must be there, a name a line; one that is not there is an error',
        },
      },
      replaceFile,
      sharedOption,
      ...messageOptions,
    ],
    examples: [
      {
        line: 'appraise rollup branches --out head-office.xlsx',
        does: { zh: '汇总 branches 里的全部机构', en: 'all branches in a folder' },
      },
      {
        line: 'appraise rollup east/2026Q3 west/2026Q3 --out head-office.xlsx',
        does: { zh: '逐个写出机构', en: 'branches by name' },
      },
    ],
    load: async () => (await import('./rollup.ts')).rollup,
  },
  {
    name: 'completion',
    says: { zh: '输出 Tab 键补全脚本', en: 'print a script that completes command lines on Tab' },
    takes: [{ typed: '<shell>', says: { zh: '哪种 shell', en: 'the shell' }, choices: shells }],
    examples: [
      {
        line: 'appraise completion bash > ~/.appraise-completion',
        does: { zh: '然后在 ~/.bashrc 里 source 这个文件', en: 'then source that file in ~/.bashrc' },
      },
    ],
    load: async (program) => {
      const { complete } = await import('./completion.ts');
      return (terminal: Terminal, asked: Shell) => complete(terminal, program, asked);
    },
  },
];

/** `appraise policy`: the policies in the box and one's own — which there are, what they say, whether they are sound. */
import { messageOptions } from './options.ts';
import type { CommandSyntax, Typed } from './syntax.ts';

const fileOrBoxed: Typed = {
  typed: '<file>',
  says: { zh: '制度文件，或自带制度的代码', en: 'a policy file, or one in the box' },
};

const commands: readonly CommandSyntax[] = [
  {
    name: 'list',
    says: { zh: '列出自带的制度', en: 'list the policies in the box' },
    options: messageOptions,
    examples: [{ line: 'appraise policy list', does: { zh: '自带的制度', en: 'the policies in the box' } }],
    load: async () => (await import('./policy-list.ts')).list,
  },
  {
    name: 'show',
    says: { zh: '某日有效的全部参数，及规则提纲', en: 'every parameter in force on a day, and the rules' },
    takes: [
      {
        typed: '<id|file>',
        says: { zh: '自带制度的代码，或制度文件', en: 'a policy in the box, or a file' },
      },
    ],
    options: [
      {
        typed: '--on <date>',
        says: { zh: '哪一天，如 2026-12-31；默认今天', en: 'the day; default today' },
      },
      {
        typed: '--book',
        says: {
          zh: '印成可以通读的文件（Markdown）：条款、原文、规则、有效的数值',
          en: 'as a document to read (Markdown): article, text, rule, values in force',
        },
      },
      ...messageOptions,
    ],
    examples: [
      {
        line: 'appraise policy show my-policy.yaml --on 2027-01-01',
        does: { zh: '明年元旦起有效的参数', en: 'what will be in force next year' },
      },
    ],
    load: async () => (await import('./policy-show.ts')).show,
  },
  {
    name: 'check',
    says: {
      zh: '检查制度文件，列出全部问题及行列',
      en: 'check a policy file; every problem with line and column',
    },
    takes: [fileOrBoxed],
    options: messageOptions,
    examples: [
      {
        line: 'appraise policy check my-policy.yaml',
        does: { zh: '改完制度先检查', en: 'after every change of the file' },
      },
    ],
    load: async () => (await import('./policy-check.ts')).check,
  },
  {
    name: 'test',
    says: {
      zh: '核对制度的案例：给了什么，应当得出什么',
      en: 'run the worked cases of a policy: what is given, and what must come out',
    },
    takes: [
      fileOrBoxed,
      {
        typed: '[cases]',
        says: {
          zh: '案例文件或其文件夹；默认为制度旁边的 ….cases.yaml',
          en: "the file of cases, or a folder of such; default: the policy's ….cases.yaml beside it",
        },
      },
    ],
    options: messageOptions,
    examples: [
      {
        line: 'appraise policy test my-policy.yaml',
        does: { zh: '本行的案例得出的还是应当得出的', en: "whether the bank's own cases still come out" },
      },
    ],
    load: async () => (await import('./policy-test.ts')).test,
  },
  {
    name: 'diff',
    says: { zh: '两个制度之间改了什么', en: 'what changed between two policies' },
    takes: [
      { typed: '<a>', says: { zh: '原制度：代码或文件', en: 'the one: an id or a file' } },
      { typed: '<b>', says: { zh: '新制度：代码或文件', en: 'the other' } },
    ],
    options: messageOptions,
    examples: [
      {
        line: 'appraise policy diff grade-regulation my-policy.yaml',
        does: { zh: '本行改了自带制度的哪些地方', en: "what one's own policy changes" },
      },
    ],
    load: async () => (await import('./policy-diff.ts')).diff,
  },
  {
    name: 'upgrade',
    says: {
      zh: '把制度文件改写成现在的语言（language: 2），注释照留',
      en: 'a policy file in the language of today (language: 2), with its comments',
    },
    takes: [{ typed: '<file>', says: { zh: '制度文件', en: 'a policy file' } }],
    options: messageOptions,
    examples: [
      {
        line: 'appraise policy upgrade my-policy.yaml > my-policy-2.yaml',
        does: { zh: '旧写法的制度改成新写法', en: 'a file of the language before in the words of today' },
      },
    ],
    load: async () => (await import('./policy-upgrade.ts')).upgrade,
  },
];

export const policyCommand: CommandSyntax = {
  name: 'policy',
  says: { zh: '制度：列出、查看、检查、核对案例、对比', en: 'policies: list, show, check, test, compare' },
  examples: [
    {
      line: 'appraise policy show grade-regulation',
      does: { zh: '今天有效的参数和规则', en: 'what is in force today' },
    },
  ],
  heads: commands,
};

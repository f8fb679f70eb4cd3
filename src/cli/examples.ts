/** What `--help` shows below the options: each command as it is typed, and what that does. */
import type { Command } from 'commander';
import type { Text } from '../model/text.ts';

interface Example {
  readonly line: string;
  readonly does: Text;
}

const examples: Readonly<Record<string, readonly Example[]>> = {
  run: [
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
  close: [
    {
      line: 'appraise close results/2026Q3 --decisions decisions-2026Q3.xlsx --out closed/2026Q3',
      does: { zh: '决定表填好以后：台账、名册、函件、名单、登记簿', en: 'once the decisions are filled in' },
    },
  ],
  check: [
    {
      line: 'appraise check 2026Q3',
      does: { zh: '列出要改的地方', en: 'what is to be put right' },
    },
    {
      line: 'appraise check 2026Q3 --out fixes',
      does: { zh: '同时写成 fixes/problems.xlsx', en: 'also as fixes/problems.xlsx' },
    },
  ],
  explain: [
    {
      line: 'appraise explain results/2026Q3 0012',
      does: { zh: '0012 的全部结论及依据', en: 'everything about 0012, and why' },
    },
    {
      line: 'appraise explain results/2026Q3 0012 deposits',
      does: { zh: '只看存款这一条', en: 'one rule only' },
    },
  ],
  verify: [
    {
      line: 'appraise verify results/2026Q3 --package 2026Q3',
      does: { zh: '重新运行并逐项核对', en: 'rerun it and compare' },
    },
  ],
  diff: [
    {
      line: 'appraise diff results/2026Q3 results/2026Q3-corrected',
      does: { zh: '更正前后谁变了', en: 'whom a correction changed' },
    },
  ],
  simulate: [
    {
      line: 'appraise simulate 2026Q4 --policy policy-2027.yaml --archive results',
      does: { zh: '明年的标准用在今年的数据上', en: "next year's thresholds on this year's figures" },
    },
    {
      line: 'appraise simulate 2026Q4 --policy b.yaml --against a.yaml --out simulation.xlsx',
      does: { zh: '两个方案对比，写成工作簿', en: 'two drafts compared, as a workbook' },
    },
  ],
  rollup: [
    {
      line: 'appraise rollup branches --out head-office.xlsx',
      does: { zh: '汇总 branches 里的全部机构', en: 'all branches in a folder' },
    },
    {
      line: 'appraise rollup east/2026Q3 west/2026Q3 --out head-office.xlsx',
      does: { zh: '逐个写出机构', en: 'branches by name' },
    },
  ],
  init: [
    {
      line: 'appraise init 2026Q4',
      does: { zh: '季度取自文件夹名', en: 'the quarter is in the name' },
    },
    {
      line: 'appraise init new --period 2026Q4 --policy my-policy.yaml',
      does: { zh: '另给季度；复制本行制度', en: "another name, and one's own policy" },
    },
  ],
  completion: [
    {
      line: 'appraise completion bash > ~/.appraise-completion',
      does: { zh: '然后在 ~/.bashrc 里 source 这个文件', en: 'then source that file in ~/.bashrc' },
    },
  ],
  policy: [
    {
      line: 'appraise policy show grade-regulation',
      does: { zh: '今天有效的参数和规则', en: 'what is in force today' },
    },
  ],
  'policy list': [
    { line: 'appraise policy list', does: { zh: '自带的制度', en: 'the policies in the box' } },
  ],
  'policy show': [
    {
      line: 'appraise policy show my-policy.yaml --on 2027-01-01',
      does: { zh: '明年元旦起有效的参数', en: 'what will be in force next year' },
    },
  ],
  'policy check': [
    {
      line: 'appraise policy check my-policy.yaml',
      does: { zh: '改完制度先检查', en: 'after every change of the file' },
    },
  ],
  'policy test': [
    {
      line: 'appraise policy test my-policy.yaml',
      does: { zh: '本行的案例得出的还是应当得出的', en: "whether the bank's own cases still come out" },
    },
  ],
  'policy upgrade': [
    {
      line: 'appraise policy upgrade my-policy.yaml > my-policy-2.yaml',
      does: { zh: '旧写法的制度改成新写法', en: 'a file of the language before in the words of today' },
    },
  ],
  'policy diff': [
    {
      line: 'appraise policy diff grade-regulation my-policy.yaml',
      does: { zh: '本行改了自带制度的哪些地方', en: "what one's own policy changes" },
    },
  ],
};

/** Every command with its full name: `policy show`. */
export const commandsIn = (command: Command, path: readonly string[] = []): (readonly [string, Command])[] =>
  command.commands.flatMap((each) => {
    const own = [...path, each.name()];
    return [[own.join(' '), each] as const, ...commandsIn(each, own)];
  });

/** Adds the examples to the commands' help. */
export function addExamples(program: Command, say: (text: Text) => string): void {
  for (const [name, command] of commandsIn(program)) {
    const lines = (examples[name] ?? []).map(({ line, does }) => `  ${line}\n      ${say(does)}`);
    if (lines.length === 0) continue;
    command.addHelpText('after', ['', say({ zh: '示例：', en: 'Examples:' }), ...lines].join('\n'));
  }
}

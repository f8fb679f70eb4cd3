/** The page of the problems: each with its code, an example and what to do, from the gallery that the tests keep. */
import type { Text } from '../../src/model/text.ts';
import { page } from './markdown.ts';

const intro = `检查数据时可能说的每一句话：代码、一个例子、怎么处理。由测试中的样例生成，不要手工修改：\`npm run docs\`。
错误必须改正（或用 --lenient 把涉及的人整个排除）；警告要看；提示是说明。

Everything that the tool may say about data, policies, archives and places: the code, an example, and what to do. Made from
the tests' examples by \`npm run docs\`; not to be edited. An error must be put right, or \`--lenient\` leaves out whom it
touches; a warning wants a look; a note explains.`;

/** What the codes are about, by their first word. */
const about: Readonly<Record<string, Text>> = {
  amount: { zh: '金额', en: 'amounts' },
  archive: { zh: '以前季度的存档', en: 'archived quarters' },
  assignment: { zh: '管户分配', en: 'who managed a customer' },
  average: { zh: '日均与积数', en: 'averages and 积数' },
  bank: { zh: '银行对照表 bank.yaml', en: 'the bank profile, bank.yaml' },
  cell: { zh: '单元格', en: 'cells' },
  chain: { zh: '季度链', en: 'the chain of quarters' },
  column: { zh: '没有的列', en: 'columns left out' },
  csv: { zh: 'CSV 文件', en: 'CSV files' },
  currency: { zh: '币种', en: 'currencies' },
  decisions: { zh: '决定表 decisions.xlsx', en: 'decisions, decisions.xlsx' },
  events: { zh: '事件', en: 'events' },
  export: { zh: '不再导出的客户', en: 'what is no longer exported' },
  file: { zh: '文件', en: 'files' },
  folder: { zh: '子文件夹', en: 'folders in a package' },
  fx: { zh: '汇率', en: 'exchange rates' },
  header: { zh: '表头', en: 'headers' },
  id: { zh: '编号', en: 'ids' },
  indicator: { zh: '指标', en: 'indicators' },
  letters: { zh: '函件的模板', en: 'templates of letters' },
  manager: { zh: '客户经理', en: 'managers' },
  period: { zh: '季度', en: 'the period' },
  place: { zh: '结果的位置', en: 'where results go' },
  case: { zh: '制度的案例', en: 'Cases of a policy' },
  policy: { zh: '制度文件', en: 'policy files' },
  rollup: { zh: '各机构的汇总', en: 'rolling up branches' },
  roster: { zh: '名册', en: 'the roster' },
  row: { zh: '行', en: 'rows' },
  rows: { zh: '同类问题过多', en: 'many of a kind' },
  settings: { zh: '设置 package.yaml', en: 'settings, package.yaml' },
  share: { zh: '分成比例', en: 'shares' },
  sheet: { zh: '工作表', en: 'sheets' },
  system: { zh: '系统', en: 'the system' },
  table: { zh: '数据表', en: 'tables' },
  text: { zh: '文字编码', en: 'the encoding of texts' },
  total: { zh: '合计', en: 'totals' },
  unit: { zh: '单位', en: 'units' },
};

/** The first problem of a text that may hold several: its lines but the first are indented. */
const first = (text: string): string => /^.*(?:\n .*)*/.exec(text)?.[0] ?? '';

/** `text`: all that is said in Chinese, a blank line, the same in English. */
function entry(code: string, text: string): string {
  const [zh = '', en = ''] = text.split('\n\n');
  return `### ${code}\n\n\`\`\`\n${first(zh)}\n\n${first(en)}\n\`\`\``;
}

/** The page of the problems whose texts are given, by code. */
export function problemsPage(texts: ReadonlyMap<string, string>): string {
  const entries = [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
  const groupOf = (code: string): string => code.split('.')[0] ?? '';
  const groups = [...new Set(entries.map(([code]) => groupOf(code)))];
  const parts = groups.flatMap((group) => {
    const title = about[group];
    if (title === undefined)
      throw new Error(`what “${group}.…” is about is not said in docs/make/problems.ts`);
    const own = entries.filter(([code]) => groupOf(code) === group);
    return [`## ${title.zh} · ${title.en}`, ...own.map(([code, text]) => entry(code, text))];
  });
  return page('检查结果 · Problems', intro, parts);
}

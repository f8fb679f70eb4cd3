/** `appraise policy diff`: what changed between two policies. */
import { gradeTitles } from '../model/policy/declared-words.ts';
import type { PolicyFile } from '../model/policy.ts';
import type { Lang, Text } from '../model/text.ts';
import {
  changesBetween,
  type ParameterChange,
  type PartChange,
  type PolicyChanges,
  type RuleChange,
} from '../policy/changes.ts';
import { type ExitStatus, exitStatus, type Terminal } from './command.ts';
import type { MessageOptions } from './options.ts';
import { openPolicy } from './policy-open.ts';
import { leaf, type TreeNode, table, tree } from './table.ts';

export async function diff(
  terminal: Terminal,
  a: string,
  b: string,
  _options: MessageOptions,
): Promise<ExitStatus> {
  const { lang } = terminal;
  const [before, after] = [await openPolicy(terminal, a), await openPolicy(terminal, b)];
  if (before === null || after === null) return exitStatus.inputErrors;
  const changes = changesBetween(before.file, after.file);
  const count = changes.parameters.length + changes.rules.length + changes.others.length;
  if (terminal.json) terminal.io.out(`${JSON.stringify(changes, null, 2)}\n`);
  else if (count === 0) terminal.print([{ zh: '两个制度相同', en: 'the policies are the same' }[lang]]);
  else
    terminal.print(
      linesOf(
        changes,
        {
          ...after.file,
          ...before.file,
          parameters: { ...before.file.parameters, ...after.file.parameters },
        },
        lang,
      ),
    );
  return count === 0 ? exitStatus.done : exitStatus.different;
}

const sectionWords: Record<Exclude<RuleChange['section'], 'floor'>, Text> = {
  grades: { zh: '等级条件', en: 'grades' },
  warnings: { zh: '预警', en: 'warnings' },
  decisions: { zh: '建议', en: 'decisions' },
};
const kindWords: Record<RuleChange['kind'], Text> = {
  added: { zh: '新增', en: 'added' },
  removed: { zh: '删除', en: 'removed' },
  changed: { zh: '修改', en: 'changed' },
};
const nothing: Text = { zh: '（无）', en: '(none)' };

function linesOf({ parameters, rules, others }: PolicyChanges, file: PolicyFile, lang: Lang): string[] {
  const under = (title: Text, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [title[lang], ...lines, ''];
  return [
    ...under({ zh: '参数', en: 'Parameters' }, parameterLines(parameters, file, lang)),
    ...under({ zh: '规则', en: 'Rules' }, tree(rules.map((rule) => ruleNode(rule, file, lang)))),
    ...under({ zh: '其他', en: 'Other' }, tree(others.map((part) => partLeaf(part, lang)))),
  ].slice(0, -1);
}

function parameterLines(changes: readonly ParameterChange[], file: PolicyFile, lang: Lang): string[] {
  if (changes.length === 0) return [];
  const header = {
    zh: ['参数', '等级', '自', '原值', '新值', '代码'],
    en: ['parameter', 'grade', 'since', 'before', 'after', 'id'],
  }[lang];
  const all = { zh: '全部', en: 'all' }[lang];
  const rows = changes.map(({ id, grade, since, before, after }) => [
    file.parameters[id]?.title[lang] ?? id,
    grade === null ? all : (gradeTitles(file).get(grade)?.[lang] ?? grade),
    since,
    before ?? nothing[lang],
    after ?? nothing[lang],
    id,
  ]);
  return table([header, ...rows], ['left', 'left', 'left', 'right', 'right', 'left']);
}

const ruleNode = ({ section, rule, kind, parts }: RuleChange, file: PolicyFile, lang: Lang): TreeNode => ({
  text: [
    kindWords[kind][lang],
    (section === 'floor' ? (file.floor?.title ?? nothing) : sectionWords[section])[lang],
    rule,
  ].join(' '),
  below: parts.map((part) => partLeaf(part, lang)),
});

const partLeaf = ({ path, before, after }: PartChange, lang: Lang): TreeNode =>
  leaf(`${path}${{ zh: '：', en: ': ' }[lang]}${before ?? nothing[lang]} → ${after ?? nothing[lang]}`);

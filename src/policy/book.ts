/** A policy as a document to read: the articles with their text, the rules in words, the values in force; no ids. */
import type { Rule } from '../model/conditions/index.ts';
import type { Wording } from '../model/conditions/node.ts';
import type { ParameterInForce } from '../model/in-force.ts';
import type { PolicyFile } from '../model/policy.ts';
import { type Lang, same } from '../model/text.ts';
import { articleWords } from '../model/words.ts';
import { type Values, valuesOf } from './book-values.ts';
import { visitsOf } from './declared.ts';
import { lineOf, type PolicyPart, partsOfPolicy } from './outline.ts';
import type { Path } from './place.ts';
import { type Use, usesOf } from './references.ts';
import { partsOf, rulesOf, startsWith } from './rules.ts';
import { wordingOf } from './wording.ts';

/** The lines of the document, in Markdown; `list` are the policy's parameters in force on the day. */
export function bookOf(
  file: PolicyFile,
  list: readonly ParameterInForce[],
  on: string,
  lang: Lang,
): string[] {
  const values = valuesOf(file, list, lang);
  const visits = visitsOf(file);
  const rules = rulesOf(file, visits);
  const uses = usesOf(file, visits, rules).filter(({ to }) => to === 'parameters');
  const titles = new Map(
    rules.flatMap(({ rule }) => (rule.rule && rule.title ? [[rule.rule, rule.title]] : [])),
  );
  const names = wordingOf(file, lang, {
    parameter: values.inline,
    rule: (id) => names.say(titles.get(id) ?? same(id)),
    section: (id) => names.say(file.sections[id]?.title ?? same(id)),
    tag: () => '',
  });
  const within = (path: Path): Use[] => uses.filter((use) => startsWith(use.path, path));
  const parts = partsOfPolicy(file, names).flatMap((part) => partLines(part, file, names, values, within));
  return [
    `# ${names.say(file.title)}`,
    '',
    names.say({
      zh: `来源：${file.source.zh}。版本 ${file.edition}，${on} 有效。`,
      en: `Source: ${file.source.en}. Edition ${file.edition}, in force on ${on}.`,
    }),
    ...under(names.say({ zh: '等级', en: 'Grades' }), ladderLines(file, names)),
    ...parts,
    ...under(names.say({ zh: '其他数值', en: 'Other values' }), values.others()),
  ];
}

const under = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];

const ladderLines = (file: PolicyFile, { say }: Wording): string[] =>
  Object.values(file.ladder).map(({ title, approval }) =>
    say({ zh: `- ${title.zh}（审批：${approval.zh}）`, en: `- ${title.en} (approved by: ${approval.en})` }),
  );

const quoted = (text: string | undefined, indent = ''): string[] =>
  text === undefined
    ? []
    : text
        .trim()
        .split('\n')
        .map((line) => `${indent}> ${line}`);

function partLines(
  part: PolicyPart,
  file: PolicyFile,
  names: Wording,
  values: Values,
  within: (path: Path) => Use[],
): string[] {
  const spec = part.section === null ? undefined : file.sections[part.section];
  const ofRules = part.rules.flatMap(({ rule, path, more }) => {
    const { title, article, text, ...asked } = rule;
    const heading = title ? [headed(`### ${names.say(title)}`, article, names), ''] : [];
    const quote = quoted(text);
    const stated = [...bullets(asked, names, more), ...values.beside(within(path))];
    return ['', ...heading, ...quote, ...(quote.length > 0 ? [''] : []), ...stated];
  });
  const own = within(['sections', part.section ?? '']).filter(
    ({ path }) => !part.rules.some((each) => startsWith(path, each.path)),
  );
  // What the sentences say of the values they have in them.
  const stated =
    part.says.length > 0
      ? [...part.says.map((says) => `- ${says}`), ...values.beside(own)]
      : values.whole(own);
  const quote = quoted(spec?.text);
  return [
    '',
    headed(`## ${part.title}`, spec?.article, names),
    ...(quote.length > 0 ? ['', ...quote] : []),
    ...(stated.length > 0 ? ['', ...stated] : []),
    ...ofRules,
  ];
}

const headed = (title: string, article: string | undefined, { say }: Wording): string =>
  article === undefined
    ? title
    : `${title}${say({ zh: `（${articleWords(article).zh}）`, en: ` (${articleWords(article).en})` })}`;

/** What a rule asks, and below it what the rules inside it ask. */
function bullets(rule: Rule, names: Wording, more: readonly string[], indent = ''): string[] {
  return [
    `${indent}- ${lineOf(rule, names, more).text}`,
    ...quoted(rule.text, `${indent}  `),
    ...partsOf(rule).flatMap((part) => bullets(part.rule, names, [], `${indent}  `)),
  ];
}

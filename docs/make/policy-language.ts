/** The page of the policy language: every key from the schema itself, every condition and section with an example in use. */
import { readdirSync, readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { type ConditionKey, conditionKeys, type Rule } from '../../src/model/conditions/index.ts';
import { formOf, type WrittenFigure } from '../../src/model/figures/index.ts';
import type { PolicyFile } from '../../src/model/policy.ts';
import { isFigure } from '../../src/model/reference.ts';
import { visitsOf } from '../../src/policy/declared.ts';
import { parsePolicy } from '../../src/policy/file.ts';
import { type Key, languageKeys } from '../../src/policy/language.ts';
import { type Renamed, renamed } from '../../src/policy/language-one.ts';
import { ruleAround, rulesOf } from '../../src/policy/rules.ts';
import { code, page, table } from './markdown.ts';

const intro = `政策文件的每一个键：意思、可写的内容、是否必写；每种条件和专项各有一个正在使用的例子。由程序中的声明生成，不要手工修改：\`npm run docs\`。

Every key of a policy file: what it means, what may stand there, whether it must. Each condition and each kind of section has
an example from a policy whose cases the tests run. \`*\` stands for an id of one's own; what stands in brackets is the
kind that has the key. An editor that knows the YAML Language Server completes and checks all of this
by the line that \`init\` writes at a policy's head; the schema it names is [policy.schema.json](../schemas/policy.schema.json). [How a policy is written](policy.md) has the steps.

A rule is met, unmet, not applicable or unknown. What it needs and nobody knows makes it unknown, never unmet, and is named.`;

const head = ['key', 'meaning', 'what stands there', 'required'];
const rows = (keys: readonly Key[], from: string): string[][] =>
  keys.map(({ path, says, form, required }) => [
    code(path.slice(from.length)),
    says,
    form === '' ? 'the keys below' : form,
    required ? 'yes' : '',
  ]);

const under = (keys: readonly Key[], start: string): Key[] =>
  keys.filter(({ path }) => path.startsWith(start));

interface Example {
  readonly yaml: string;
  readonly policy: string;
  readonly article: string;
}
const shown = ({ yaml, policy, article }: Example): string =>
  `${code(policy)}, Art. ${article}:\n\n\`\`\`yaml\n${yaml}\`\`\``;

const written = (value: unknown): string => stringify(value, { flowCollectionPadding: true, lineWidth: 110 });

/** The first use of each condition, each kind of section and each form of a figure. */
export function examplesIn(files: readonly PolicyFile[]): {
  conditions: ReadonlyMap<ConditionKey, Example>;
  sections: ReadonlyMap<string, Example>;
  figures: ReadonlyMap<string, Example>;
} {
  const conditions = new Map<ConditionKey, Example>();
  const sections = new Map<string, Example>();
  const figures = new Map<string, Example>();
  for (const file of files) {
    const rules = rulesOf(file, visitsOf(file));
    for (const { rule, path } of rules) {
      const key = conditionKeys.find((each) => rule[each] !== undefined);
      if (key === undefined || conditions.has(key)) continue;
      const named = ruleAround(
        rules.filter((each) => each.rule.article !== undefined),
        path,
      );
      const { article = '' } = named?.rule ?? {};
      conditions.set(key, { policy: file.policy, article, yaml: written(shortened(rule, key)) });
    }
    for (const { title: _, article, ...spec } of Object.values(file.sections))
      if (!sections.has(spec.kind))
        sections.set(spec.kind, { policy: file.policy, article, yaml: written(spec) });
    for (const { figure, article } of figuresIn(file)) {
      const form = formOf(figure);
      if (!figures.has(form)) figures.set(form, { policy: file.policy, article, yaml: written(figure) });
    }
  }
  return { conditions, sections, figures };
}

/** The figures of a policy with the article that they serve: those with a name, those in rules, those in sections. */
function figuresIn(file: PolicyFile): { figure: WrittenFigure; article: string }[] {
  const rules = rulesOf(file, visitsOf(file)).filter(({ rule }) => rule.article !== undefined);
  const named = Object.values(file.figures).map(({ title: _, article = '', ...figure }) => ({
    figure,
    article,
  }));
  const inPlace = visitsOf(file).flatMap(({ schema, value, path }) =>
    isFigure(schema)
      ? [
          {
            figure: value as WrittenFigure,
            article: ruleAround(rules, path)?.rule.article ?? file.sections[String(path[1])]?.article ?? '',
          },
        ]
      : [],
  );
  return [...named, ...inPlace].filter(({ article }) => article !== '');
}

/** A condition without the titles of the rules inside it. */
const shortened = (rule: Rule, key: ConditionKey): unknown =>
  JSON.parse(
    JSON.stringify({ [key]: rule[key] }, (each, value: unknown) =>
      ['title', 'article'].includes(each) ? undefined : value,
    ),
  );

const schemes = readdirSync(new URL('../../test/policies/schemes', import.meta.url)).sort();

/** The policies whose uses are shown. */
export const policiesShown = (ids: readonly string[]): PolicyFile[] =>
  [
    ...ids.map((id) => `src/policies/${id}/policy.yaml`),
    'samples/another-bank/policy.yaml',
    ...schemes.map((scheme) => `test/policies/schemes/${scheme}/policy.yaml`),
    'test/policies/team-pay/policy.yaml',
  ].map((path) => {
    const { policy } = parsePolicy(readFileSync(new URL(`../../${path}`, import.meta.url)), path);
    if (policy === null) throw new Error(`${path} has errors`);
    return policy.file;
  });

const said = ({ now, words }: Renamed): string =>
  words === undefined
    ? code(now)
    : `${code(now)} a parameter; ${words.now === null ? `left out for ${words.of.map(code).join(', ')}` : `${code(words.now)} a word: ${words.of.map(code).join(', ')}`}`;

/** What the language was before it had a number, and is still read. */
const formerLanguage = [
  '## 语言 1 · Language 1',
  `没有写 \`language: 2\` 的文件是语言 1，照样读：存档可以重算，行里自己的旧制度可以照用，有错时按文件自己的行列和用词说明。

A file without \`language: 2\` is in language 1 and still read: archives rerun, a bank's own policy stays as it is, and what
is wrong with it is told in its own lines and words. What is called otherwise since:`,
  table(
    ['where', 'language 1', 'language 2'],
    [
      ...renamed.map((each) => [code(each.where), code(each.before), said(each)]),
      [
        code('parameters.*'),
        code('values: { 2000-01-01: 6, 2027-01-01: 7 }'),
        `${code('value: 6')} with ${code('since: 2000-01-01')} at the head of the file, and ${code('changed: { 2027-01-01: 7 }')}`,
      ],
      [
        code('parameters.*'),
        code('by-grade: { high: { 2000-01-01: 6, 2027-01-01: 7 } }'),
        `${code('by-grade: { high: 6 }')} and ${code('changed-by-grade: { 2027-01-01: { high: 7 } }')}`,
      ],
      [
        `${code('floor')} and ${code('grades')}`,
        'the floor stands among the conditions of the grades again',
        `once: ${code('for-grades')} beside it names the grades whose condition it is too, ${code('[]')} none`,
      ],
      [code('sections.*(staffing)'), code('needed: { other: none }'), code('none-needed: [other]')],
    ],
  ),
].join('\n\n');

export function policyLanguagePage(ids: readonly string[]): string {
  const keys = languageKeys();
  const { conditions, sections, figures } = examplesIn(policiesShown(ids));
  const ofFile = keys.filter(({ path }) => !/^(?:rule|sections)\./.test(path));
  const scope = ['stage', 'for-grades', 'held', 'series', 'rule', 'title', 'article', 'text'];
  const conditionParts = conditionKeys.map((key) => {
    const start = `rule.${key}`;
    const own = keys.find(({ path }) => path === start);
    const below = under(keys, `${start}.`);
    return [
      `### ${key}`,
      own?.says ?? '',
      below.length > 0 ? table(head, rows(below, `${start}.`)) : `What stands there: ${own?.form}.`,
      ...[conditions.get(key)].flatMap((example) => (example ? shown(example) : [])),
    ].join('\n\n');
  });
  const kinds = [...new Set(keys.flatMap(({ path }) => /^sections\.\*\(([^)]*)\)/.exec(path)?.[1] ?? []))];
  const sectionParts = kinds.map((kind) => {
    const start = `sections.*(${kind}).`;
    return [
      `### ${kind}`,
      table(head, rows(under(keys, start), start)),
      ...[sections.get(kind)].flatMap((example) => (example ? shown(example) : [])),
    ].join('\n\n');
  });
  return page('政策文件 · The policy language', intro, [
    `## 文件 · The file\n\n${table(head, rows(ofFile, ''))}`,
    [
      '## 数值 · Figures',
      'Each form of a figure as a policy uses it, in place or under `figures`.',
      ...[...figures].map(([form, example]) => `${code(form)}, ${shown(example)}`),
    ].join('\n\n'),
    `## 规则 · Rules\n\nA rule has exactly one of the conditions below, and may say when it speaks.\n\n${table(
      head,
      rows(
        scope.flatMap((key) => keys.filter(({ path }) => path === `rule.${key}`)),
        'rule.',
      ),
    )}`,
    ...conditionParts,
    '## 专项 · Sections\n\nFurther ways of appraising; one may rest on those before it.',
    ...sectionParts,
    formerLanguage,
  ]);
}

/** A policy's rules in words: what each asks, in a line, with its parts below it. */
import type { Rule } from '../model/conditions/index.ts';
import { conditionWords } from '../model/conditions/index.ts';
import type { Refer, Wording } from '../model/conditions/node.ts';
import { ofWhoeverHolds } from '../model/policy/floor.ts';
import type { PolicyFile } from '../model/policy.ts';
import type { Lang, Text } from '../model/text.ts';
import { articleWords } from '../model/words.ts';
import { visitsOf } from './declared.ts';
import type { Path } from './place.ts';
import { partsOf, rulesOf } from './rules.ts';
import { sectionSays } from './section-words/index.ts';
import { wordingOf } from './wording.ts';

const stages: Readonly<Record<string, Text>> = {
  interim: { zh: '仅一至三季度', en: 'Q1–Q3 only' },
  annual: { zh: '仅四季度', en: 'Q4 only' },
};

/** When the rule speaks at all. */
function limits({ stage, 'for-grades': grades, held, series }: Rule, names: Wording): string[] {
  const lines = names.list((series ?? []).map(names.series));
  return [
    ...(stage ? [names.say(stages[stage] ?? { zh: stage, en: stage })] : []),
    ...(grades
      ? [names.say({ zh: `适用：${names.grades(grades)}`, en: `for ${names.grades(grades)}` })]
      : []),
    ...(held ? [names.say({ zh: `现聘：${names.grades(held)}`, en: `holding ${names.grades(held)}` })] : []),
    ...(series ? [names.say({ zh: `条线：${lines}`, en: `series ${lines}` })] : []),
  ];
}

/** A rule in words, with its parts below it. */
interface OutlineLine {
  readonly text: string;
  readonly below: readonly OutlineLine[];
}

/** A rule in a line; `more` is what else is to be said of it. */
export function lineOf(rule: Rule, names: Wording, more: readonly string[] = []): OutlineLine {
  const condition = conditionWords(rule, names);
  const title = rule.title ? names.say(rule.title) : '';
  const id = rule.rule ? names.refer.tag(rule.rule) : '';
  const article = rule.article
    ? names.say({ zh: `（${articleWords(rule.article).zh}）`, en: ` (${articleWords(rule.article).en})` })
    : '';
  const head =
    title === '' ? condition : `${title}${id}${article}${names.say({ zh: '：', en: ': ' })}${condition}`;
  const aside = [...more, ...limits(rule, names)].join(names.say({ zh: '；', en: '; ' }));
  return {
    text: aside === '' ? head : `${head}${names.say({ zh: `〔${aside}〕`, en: ` — ${aside}` })}`,
    below: partsOf(rule).map((part) => lineOf(part.rule, names)),
  };
}

/** A rule with its place in the file, and what else is to be said of it. */
interface SaidRule {
  readonly rule: Rule;
  readonly path: Path;
  readonly more: readonly string[];
}

/** A part of the policy with the rules that stand in it. */
export interface PolicyPart {
  readonly title: string;
  /** Of a section: where it stands; null: the part belongs to the ladder. */
  readonly section: string | null;
  /** What it comes to, in sentences. */
  readonly says: readonly string[];
  readonly rules: readonly SaidRule[];
}

/** The parts of a policy, in the order in which they are read. */
export function partsOfPolicy(file: PolicyFile, names: Wording): PolicyPart[] {
  const confirm = names.say({ zh: '须人工认定', en: 'for a person to confirm' });
  const { floor } = file;
  const ofLadder: PolicyPart[] = (
    [
      {
        title: floor ? names.say(floor.title) : '',
        section: null,
        rules: floor ? [{ rule: ofWhoeverHolds(floor), path: ['floor'], more: ofGrades(floor, names) }] : [],
      },
      {
        title: names.say({ zh: '等级条件（全部满足）', en: 'Conditions of a grade (all of them)' }),
        section: null,
        rules: file.grades.map((rule, index) => ({ rule, path: ['grades', index], more: [] })),
      },
      {
        title: names.say({ zh: '预警', en: 'Warnings' }),
        section: null,
        rules: file.warnings.flatMap(({ 'level-reading': reading, foreseen, ...rule }, index): SaidRule[] => {
          const level = reading === undefined ? names.level(rule.level) : names.value(reading);
          const path = ['warnings', index];
          return [
            { rule, path, more: [level, ...(rule.review ? [confirm] : [])] },
            ...(foreseen
              ? [{ rule: { ...foreseen, rule: rule.rule }, path: [...path, 'foreseen'], more: [confirm] }]
              : []),
          ];
        }),
      },
      {
        title: names.say({ zh: '聘任建议（取最先成立的一行）', en: 'Proposals (the first that holds)' }),
        section: null,
        rules: file.decisions.map((decision, index) => ({
          rule: { ...decision, rule: decision.action },
          path: ['decisions', index],
          more: [
            `→ ${names.value(decision.to ?? decision['to-reading'] ?? '')}`,
            ...(decision['needs-person'] ? [confirm] : []),
          ],
        })),
      },
      {
        title: names.say({ zh: '须人工认定的聘任建议', en: 'Proposals for a person to confirm' }),
        section: null,
        rules: file['person-decides'].map((rule, index) => ({
          rule,
          path: ['person-decides', index],
          more: (rule.actions ?? []).map(names.action),
        })),
      },
    ] satisfies Omit<PolicyPart, 'says'>[]
  )
    .filter(({ rules }) => rules.length > 0)
    .map((part) => ({ ...part, says: [] }));
  const rules = rulesOf(file, visitsOf(file)).filter(({ whole }) => whole);
  const sections = Object.entries(file.sections).map(([id, spec]) => ({
    title: names.say(spec.title),
    section: id,
    says: sectionSays(spec, file, names),
    rules: rules
      .filter(({ path: [first, section] }) => first === 'sections' && section === id)
      // One without a title is told in the sentences.
      .filter(({ rule }) => rule.title !== undefined || spec.kind !== 'scorecard')
      .map(({ rule, path }) => ({ rule, path, more: [] })),
  }));
  return [...ofLadder, ...sections];
}

/** Of which grades the floor is a condition too. */
function ofGrades({ 'for-grades': grades }: Rule, names: Wording): string[] {
  if (grades?.length === 0) return [];
  const of = grades === undefined ? names.say({ zh: '各等级', en: 'every grade' }) : names.grades(grades);
  return [names.say({ zh: `也是${of}的条件`, en: `a condition of ${of} as well` })];
}

interface OutlineSection {
  readonly title: string;
  readonly says: readonly string[];
  readonly rules: readonly OutlineLine[];
}

/** Parameters, rules and sections by their ids, which the table of parameters and the file have. */
export const byId: Refer = {
  parameter: (id) => id,
  rule: (id) => id,
  section: (id) => id,
  tag: (id) => ` [${id}]`,
};

export function outlineOf(file: PolicyFile, lang: Lang): OutlineSection[] {
  const names = wordingOf(file, lang, byId);
  return partsOfPolicy(file, names).map(({ title, section, says, rules }) => ({
    says,
    title: section === null ? title : `${title} [${section}]${sectionWords(file, section, names)}`,
    rules: rules.map(({ rule, more }) => lineOf(rule, names, more)),
  }));
}

function sectionWords(file: PolicyFile, section: string, names: Wording): string {
  const { article = '', kind = '' } = file.sections[section] ?? {};
  const { zh, en } = articleWords(article);
  return names.say({ zh: `（${zh}；${kind}）`, en: ` (${en}; ${kind})` });
}

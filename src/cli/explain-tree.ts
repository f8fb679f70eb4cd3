/** An explanation in sections: each grade, the floor line, the targets, the warnings, the allowance, the proposal. */
import type { ChalkInstance } from 'chalk';
import type { OpenExplanation } from '../archive/index.ts';
import { fromPlain, grouped } from '../model/money.ts';
import type { Lang, Text } from '../model/text.ts';
import { articleWords, warningWords } from '../model/words.ts';
import { defaultLevelTitle } from '../policy/file.ts';
import {
  bracket,
  figures,
  findingPart,
  outcomeWord,
  type Part,
  plainPart,
  type Section,
  targetPart,
  type Voice,
} from './explain-parts.ts';
import { schemeSections } from './explain-sections.ts';

/** The sections with only what is asked for: a section by its id, or the parts that carry the id wherever they are. */
export function about(sections: readonly Section[], id: string): Section[] {
  const inside = (part: Part): Part[] => (part.id === id ? [part] : part.below.flatMap(inside));
  const found = sections
    .map((section) => ({ ...section, parts: section.parts.flatMap(inside) }))
    .filter(({ parts }) => parts.length > 0);
  return found.length > 0 ? found : sections.filter((section) => section.id === id || section.policy === id);
}

/** Everything that can be asked for. */
export function idsIn(sections: readonly Section[]): string[] {
  const inside = ({ id, below }: Part): string[] => [...(id === null ? [] : [id]), ...below.flatMap(inside)];
  return [...new Set(sections.flatMap(({ id, parts }) => [id, ...parts.flatMap(inside)]))];
}

export function headingOf(explanation: OpenExplanation, lang: Lang): string {
  const { managerId, name, unit, period, grades, grade, qualifiedGrade, possibleGrade } = explanation;
  if (grades.length === 0) return `${period}  ${managerId} ${name}${bracket(unit, lang)}`;
  const title = (id: string | null, in_: Lang): string =>
    id === null
      ? { zh: '无', en: 'none' }[in_]
      : (grades.find((each) => each.grade === id)?.title[in_] ?? id);
  const words: Text = {
    zh: `${period}  ${managerId} ${name}（${unit}）：现聘 ${title(grade, 'zh')}，测算 ${title(qualifiedGrade, 'zh')}`,
    en: `${period}  ${managerId} ${name} (${unit}): holds ${title(grade, 'en')}, qualifies for ${title(qualifiedGrade, 'en')}`,
  };
  const atBest: Text = {
    zh: `（待定事项均有利时：${title(possibleGrade, 'zh')}）`,
    en: ` (${title(possibleGrade, 'en')}, if every unknown turned out well)`,
  };
  return words[lang] + (possibleGrade === qualifiedGrade ? '' : atBest[lang]);
}

export function sectionsOf(explanation: OpenExplanation, lang: Lang, chalk: ChalkInstance): Section[] {
  const { grades, floor, targets, warnings, allowance, decision } = explanation;
  const rules: Voice = { lang, chalk, of: 'rules' };
  const conditions: Voice = { lang, chalk, of: 'conditions' };
  const section = (id: string, title: Text, parts: readonly Part[], aside = ''): Section => ({
    id,
    title: `${chalk.bold(title[lang])}${aside}`,
    parts,
  });
  return [
    ...grades.map((each) =>
      section(
        each.grade,
        each.title,
        each.rules.map((rule) => findingPart(rule, rules)),
        ` ${outcomeWord(each.outcome, rules)}`,
      ),
    ),
    section(
      'floor',
      { zh: '在岗最低及格线', en: 'Floor line' },
      floor.outcome === 'not-applicable' && floor.article === '' ? [] : [findingPart(floor, rules)],
    ),
    section(
      'targets',
      { zh: '计划完成', en: 'Targets' },
      targets
        // Where nobody is graded, only what the policy's own measures know.
        .filter(({ quarter: { actual } }) => grades.length > 0 || actual.origin.kind === 'measure')
        .map((target) => targetPart(target, lang)),
    ),
    section(
      'warnings',
      { zh: '预警', en: 'Warnings' },
      warnings.map((warning) => warningPart(warning, conditions)),
    ),
    section(
      'allowance',
      { zh: '津贴', en: 'Allowance' },
      grades.length === 0 && fromPlain(allowance.rate) === 0n
        ? []
        : [plainPart(allowanceWords(allowance)[lang], allowance)],
    ),
    ...(decision === null
      ? []
      : [
          section(
            'decision',
            { zh: '聘任建议', en: 'Proposal' },
            [
              ...decision.notes.map((note) => plainPart(note[lang], note)),
              ...decision.considered.map((row) => findingPart(row, conditions)),
            ],
            `${{ zh: '：', en: ': ' }[lang]}${decisionWords(decision)[lang]}`,
          ),
        ]),
    ...schemeSections(explanation, rules),
  ].filter(({ parts }) => parts.length > 0);
}

function warningPart(warning: OpenExplanation['warnings'][number], voice: Voice): Part {
  const { lang, chalk } = voice;
  const { rule, title, article, outcome, finding } = warning;
  const level = warning.levelTitle ?? defaultLevelTitle(warning.level);
  const place = bracket(
    [level, articleWords(article)].map((each) => each[lang]).join({ zh: '，', en: ', ' }[lang]),
    lang,
  );
  const word = chalk[warningPaint[outcome]](warningWords[outcome][lang]);
  return {
    ...findingPart(finding, voice),
    id: rule,
    text: `${word} ${title[lang]} ${chalk.dim(`[${rule}]`)} ${place}${figures(finding, voice)}`,
    data: warning,
  };
}

const warningPaint = {
  triggered: 'red',
  review: 'magenta',
  unknown: 'yellow',
  clear: 'green',
  'not-applicable': 'dim',
} as const;

const allowanceWords = ({ rate, amount, halvedDays }: OpenExplanation['allowance']): Text => ({
  zh: `每月 ${grouped(fromPlain(rate))} 元，本季 ${grouped(fromPlain(amount))} 元，减半 ${halvedDays} 天`,
  en: `${grouped(fromPlain(rate))} yuan a month, ${grouped(fromPlain(amount))} this quarter, ${halvedDays} days at half`,
});

function decisionWords({ title, approval, articles }: NonNullable<OpenExplanation['decision']>): Text {
  const cited = articles.map(articleWords);
  return {
    zh: `${title.zh}（${cited.map(({ zh }) => zh).join('、')}${approval ? `，审批：${approval.zh}` : ''}）`,
    en: `${title.en} (${cited.map(({ en }) => en).join(', ')}${approval ? `; approval: ${approval.en}` : ''})`,
  };
}

/** An explanation in sections: each grade, the floor line, the targets, the warnings, the allowance, the proposal. */
import type { ChalkInstance } from 'chalk';
import type { OpenExplanation } from '../archive/index.ts';
import { fromPlain, grouped } from '../model/money.ts';
import { gradeWord } from '../model/statements/grade.ts';
import { type Lang, same, type Text } from '../model/text.ts';
import { articleWords, warningWords } from '../model/words.ts';
import { defaultLevelTitle } from '../policy/file.ts';
import {
  bracket,
  callsFor,
  figures,
  findingPart,
  originBranches,
  outcomeWord,
  type Part,
  placeWords,
  plainPart,
  type Section,
  said,
  targetPart,
  type Voice,
} from './explain-parts.ts';
import { schemeSections } from './explain-sections.ts';
import { leaf } from './table.ts';

/** The names of sheets and of their parts that speak of a section. */
const sheetWords: Readonly<Record<string, readonly string[]>> = {
  grades: ['等级测算', '等级', 'Grades'],
  floor: ['及格线'],
  targets: ['计划', 'Plan'],
  allowance: ['补贴', '费用补贴', '费用津贴'],
  decision: ['建议', '聘任', 'Decision'],
};

export function headingOf(explanation: OpenExplanation, lang: Lang): string {
  const { managerId, name, unit, period, grades, grade, qualifiedGrade, possibleGrade } = explanation;
  if (grades.length === 0) return `${period}  ${managerId} ${name}${bracket(unit, lang)}`;
  const titleOf = (id: string): Text => grades.find((each) => each.grade === id)?.title ?? same(id);
  const qualified = gradeWord(explanation, titleOf);
  const words: Text = {
    zh: `${period}  ${managerId} ${name}（${unit}）：现聘 ${titleOf(grade).zh}，测算 ${qualified.zh}`,
    en: `${period}  ${managerId} ${name} (${unit}): holds ${titleOf(grade).en}, qualifies for ${qualified.en}`,
  };
  const atBest: Text = {
    zh: `（待定事项均有利时：${titleOf(possibleGrade ?? '').zh}）`,
    en: ` (${titleOf(possibleGrade ?? '').en}, if every unknown turned out well)`,
  };
  return words[lang] + (possibleGrade === qualifiedGrade ? '' : atBest[lang]);
}

export function sectionsOf(explanation: OpenExplanation, lang: Lang, chalk: ChalkInstance): Section[] {
  const { grades, floor, targets, warnings, allowance, decision } = explanation;
  const rules: Voice = { lang, chalk, of: 'rules' };
  const conditions: Voice = { lang, chalk, of: 'conditions' };
  const section = (
    id: string,
    title: Text,
    parts: readonly Part[],
    aside = '',
    words = sheetWords[id],
  ): Section => ({
    id,
    called: [...callsFor(title), ...(words ?? [])],
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
        sheetWords.grades,
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
      grades.length === 0 && fromPlain(allowance.rate) === 0n ? [] : [allowancePart(allowance, lang)],
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
            [...(sheetWords.decision ?? []), ...callsFor(decision.title), decision.action],
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
    called: [...callsFor(title, article), warning.level, ...callsFor(level)],
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

/** The allowance, with the parameters, the months and the events that it follows from. */
const allowancePart = (allowance: OpenExplanation['allowance'], lang: Lang): Part => ({
  ...plainPart(allowanceWords(allowance)[lang], allowance),
  details: [
    ...allowance.from.flatMap((fact) => originBranches(fact, lang)),
    ...allowance.months.map(({ month, days, halvedDays }) =>
      leaf(
        {
          zh: `${month.slice(0, 7)}：${days} 天，其中减半 ${halvedDays} 天`,
          en: `${month.slice(0, 7)}: ${days} days, ${halvedDays} of them at half`,
        }[lang],
      ),
    ),
    ...allowance.halvedBy.map(({ file, sheet, row, says }) =>
      leaf(said(placeWords(file, sheet, String(row)), says, lang)),
    ),
  ],
});

const allowanceWords = ({ rate, amount, halvedDays, article }: OpenExplanation['allowance']): Text => ({
  zh: `每月 ${grouped(fromPlain(rate))} 元，本季 ${grouped(fromPlain(amount))} 元，减半 ${halvedDays} 天${article ? `（${articleWords(article).zh}）` : ''}`,
  en: `${grouped(fromPlain(rate))} yuan a month, ${grouped(fromPlain(amount))} this quarter, ${halvedDays} days at half${article ? ` (${articleWords(article).en})` : ''}`,
});

function decisionWords({ title, approval, articles }: NonNullable<OpenExplanation['decision']>): Text {
  const cited = articles.map(articleWords);
  return {
    zh: `${title.zh}（${cited.map(({ zh }) => zh).join('、')}${approval ? `，审批：${approval.zh}` : ''}）`,
    en: `${title.en} (${cited.map(({ en }) => en).join(', ')}${approval ? `; approval: ${approval.en}` : ''})`,
  };
}

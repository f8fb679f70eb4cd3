/** The short tables a run ends with: managers by grade and qualified grade, warnings by level, verdicts by section. */

import type { Appraisal } from '../model/appraisal.ts';
import { gradedOf, warningsOf } from '../model/entries.ts';
import type { SectionResult } from '../model/section-result.ts';
import { cannotBeJudged, countedByLeast, gradeCounted } from '../model/statements/grade.ts';
import { type Lang, none } from '../model/text.ts';
import { outcomeWords, warningWords } from '../model/words.ts';
import { table } from './table.ts';

const shownOutcomes = ['triggered', 'review', 'unknown'] as const;

export function summaryLines(appraisal: Appraisal, lang: Lang): string[] {
  const { managers, notAppraised, period } = appraisal;
  const people = {
    zh: `${period}：考核 ${managers.length} 人，未考核 ${notAppraised.length} 人`,
    en: `${period}: ${managers.length} managers appraised, ${notAppraised.length} not`,
  }[lang];
  const parts = [gradeLines, warningLines, sectionLines].map((lines) => lines(appraisal, lang));
  return [people, ...parts.flatMap((lines) => (lines.length === 0 ? [] : ['', ...lines]))];
}

/** Nothing where nobody is graded. */
function gradeLines({ managers, policy: { ladder } }: Appraisal, lang: Lang): string[] {
  if (ladder.length === 0) return [];
  const count = (grade: string, counted: string): string =>
    blankZero(
      managers.filter((each) => each.manager.grade === grade && gradeCounted(gradedOf(each)) === counted)
        .length,
    );
  const reachable = [
    ...ladder.filter(({ trainee }) => !trainee),
    { id: 'none', title: none },
    ...(managers.some((each) => gradeCounted(gradedOf(each)) === 'unknown')
      ? [{ id: 'unknown', title: cannotBeJudged }]
      : []),
  ];
  const counts = table(
    [
      [{ zh: '现聘 ＼ 测算', en: 'held \\ qualified' }[lang], ...reachable.map((grade) => grade.title[lang])],
      ...ladder
        .filter(({ id }) => managers.some(({ manager }) => manager.grade === id))
        .map(({ id, title }) => [title[lang], ...reachable.map((grade) => count(id, grade.id))]),
    ],
    ['left', 'right'],
  );
  return [...counts, ...countedByLeast(managers.map(gradedOf)).map((note) => note[lang])];
}

/** Nothing where nobody is warned. */
function warningLines({ managers, policy }: Appraisal, lang: Lang): string[] {
  const warnings = managers.flatMap(warningsOf);
  if (warnings.length === 0) return [];
  return table(
    [
      [{ zh: '预警', en: 'warnings' }[lang], ...shownOutcomes.map((outcome) => warningWords[outcome][lang])],
      ...policy.warningLevels.map(({ id: level, title }) => [
        title[lang],
        ...shownOutcomes.map((outcome) =>
          blankZero(warnings.filter((each) => each.level === level && each.outcome === outcome).length),
        ),
      ]),
    ],
    ['left', 'right'],
  );
}

/** `星级：五星 2，四星 1，不适用 4`, a line for each section. */
const sectionLines = ({ schemes }: Appraisal, lang: Lang): string[] =>
  schemes.flatMap(({ sections }) => sections.map((section) => sectionLine(section, lang)));

/** Titles go to somebody each; everybody else is counted. */
function sectionLine({ title, entries, subjects }: SectionResult, lang: Lang): string {
  const counts = new Map<string, number>();
  for (const { name, verdict, outcome } of entries) {
    const word = (verdict?.title ?? outcomeWords[outcome])[lang];
    const said = subjects === 'titles' ? `${name[lang]} ${word}` : word;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const words = [...counts].map(([said, count]) => (subjects === 'titles' ? said : `${said} ${count}`));
  const [colon, comma] = { zh: ['：', '，'], en: [': ', ', '] }[lang];
  return `${title[lang]}${colon}${words.length === 0 ? '—' : words.join(comma)}`;
}

const blankZero = (count: number): string => (count === 0 ? '·' : String(count));

/** The short table a run ends with: managers by grade and qualified grade, and warnings by level. */
import { type Appraisal, warningLevels } from '../model/appraisal.ts';
import type { Lang } from '../model/text.ts';
import { levelWords, warningWords } from '../model/words.ts';
import { table } from './table.ts';

const shownOutcomes = ['triggered', 'review', 'unknown'] as const;

export function summaryLines(appraisal: Appraisal, lang: Lang): string[] {
  const { managers, policy, notAppraised } = appraisal;
  const { ladder } = policy;
  const none = { zh: '无', en: 'none' }[lang];
  const count = (grade: string, qualified: string | null): string =>
    blankZero(
      managers.filter((each) => each.manager.grade === grade && each.qualifiedGrade === qualified).length,
    );
  const reachable = [...ladder.filter(({ trainee }) => !trainee), null];
  const grades = table(
    [
      [
        { zh: '现聘 ＼ 测算', en: 'held \\ qualified' }[lang],
        ...reachable.map((grade) => grade?.title[lang] ?? none),
      ],
      ...ladder
        .filter(({ id }) => managers.some(({ manager }) => manager.grade === id))
        .map(({ id, title }) => [
          title[lang],
          ...reachable.map((grade) => count(id, grade === null ? null : grade.id)),
        ]),
    ],
    ['left', 'right'],
  );
  const warnings = managers.flatMap((manager) => manager.warnings);
  const levels = table(
    [
      [{ zh: '预警', en: 'warnings' }[lang], ...shownOutcomes.map((outcome) => warningWords[outcome][lang])],
      ...warningLevels.map((level) => [
        levelWords[level][lang],
        ...shownOutcomes.map((outcome) =>
          blankZero(warnings.filter((each) => each.level === level && each.outcome === outcome).length),
        ),
      ]),
    ],
    ['left', 'right'],
  );
  const people = {
    zh: `${appraisal.period}：考核 ${managers.length} 人，未考核 ${notAppraised.length} 人`,
    en: `${appraisal.period}: ${managers.length} managers appraised, ${notAppraised.length} not`,
  }[lang];
  return [people, '', ...grades, '', ...levels];
}

const blankZero = (count: number): string => (count === 0 ? '·' : String(count));

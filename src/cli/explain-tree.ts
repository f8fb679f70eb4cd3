/** An explanation in sections, policy by policy: what each says of the manager, and what it is also called on the sheets. */
import type { ChalkInstance } from 'chalk';
import { quantityFrom, type ResolvedExplanation, type ResolvedSection } from '../archive/index.ts';
import { show } from '../model/fact.ts';
import { gradeWord } from '../model/statements/grade.ts';
import { type Lang, none, same } from '../model/text.ts';
import { bracket, type Section } from './explain-parts.ts';
import { sectionPart } from './explain-sections.ts';

/** The names of sheets and of their parts that speak of a section, keyed by its id. */
const sheetWords: Readonly<Record<string, readonly string[]>> = {
  grades: ['等级', 'Grade'],
  floor: ['及格线'],
  targets: ['计划', 'Plan'],
  allowance: ['补贴', '费用补贴', '费用津贴'],
  decisions: ['建议', '聘任', 'decision'],
};

export const sectionsOf = ({ schemes }: ResolvedExplanation, lang: Lang, chalk: ChalkInstance): Section[] =>
  schemes
    .flatMap((scheme) =>
      scheme.sections.map((section) =>
        sectionPart(scheme, section, sheetWords[section.id] ?? [], {
          lang,
          chalk,
          of: section.of ?? 'rules',
          few: 'in-full',
        }),
      ),
    )
    .filter(({ parts }) => parts.length > 0);

/** `2026Q3  0012 张伟（城东支行）：现聘 三级客户经理，测算 无`; what nobody is graded by says nothing of grades. */
export function headingOf(
  { period, managerId, name, unit, schemes }: ResolvedExplanation,
  lang: Lang,
): string {
  const who = `${period}  ${managerId} ${name}${bracket(unit, lang)}`;
  const graded = schemes.flatMap(({ sections }) => sections).find(({ id }) => id === 'grades');
  if (graded === undefined) return who;
  const gradeIn = (id: string): string | null => {
    const word = figureIn(graded, id, lang);
    return word === none[lang] ? null : word;
  };
  const [held, qualifiedGrade, possibleGrade] = ['held', 'qualified', 'possible'].map(gradeIn);
  const certain = gradeWord(
    { qualifiedGrade: qualifiedGrade ?? null, possibleGrade: possibleGrade ?? null },
    same,
  );
  const words = {
    zh: `${who}：现聘 ${held}，测算 ${certain.zh}`,
    en: `${who}: holds ${held}, qualifies for ${certain.en}`,
  };
  const atBest = {
    zh: `（待定事项均有利时：${possibleGrade}）`,
    en: ` (${possibleGrade}, if every unknown turned out well)`,
  };
  return words[lang] + (possibleGrade === qualifiedGrade ? '' : atBest[lang]);
}

function figureIn({ figures }: ResolvedSection, id: string, lang: Lang): string {
  const quantity = figures.find((figure) => figure.id === id)?.fact.quantity;
  return quantity ? show(quantityFrom(quantity), lang) : '';
}

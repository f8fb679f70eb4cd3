/** What is known of the grade that a manager qualifies for, and how it is told: never an unknown one as none. */
import type { GradeId } from '../in-force.ts';
import { none, type Text } from '../text.ts';

/** The highest grade whose conditions are all met, and the highest if every unknown turned out well. */
export interface Graded {
  readonly qualifiedGrade: GradeId | null;
  readonly possibleGrade: GradeId | null;
}

type GradeKnown =
  | { readonly kind: 'qualified'; readonly grade: GradeId }
  | { readonly kind: 'none' }
  /** Somewhere from the least (null: none) to the most. */
  | { readonly kind: 'open'; readonly least: GradeId | null; readonly most: GradeId };

export function gradeKnown({ qualifiedGrade, possibleGrade }: Graded): GradeKnown {
  if (possibleGrade !== null && possibleGrade !== qualifiedGrade)
    return { kind: 'open', least: qualifiedGrade, most: possibleGrade };
  return qualifiedGrade === null ? { kind: 'none' } : { kind: 'qualified', grade: qualifiedGrade };
}

export type TitleOf = (grade: GradeId) => Text;

export const cannotBeJudged: Text = { zh: '无法判断', en: 'unknown' };
export const atLeast = (title: Text): Text => ({ zh: `至少${title.zh}`, en: `at least ${title.en}` });

/** The column in which a manager is counted: the grade that is certain; without one, none only where that is certain. */
export function gradeCounted(graded: Graded): GradeId | 'none' | 'unknown' {
  const known = gradeKnown(graded);
  if (known.kind === 'none') return 'none';
  return (known.kind === 'qualified' ? known.grade : known.least) ?? 'unknown';
}

/** What a table says whose counts go by the grade that is certain; nothing where that is everybody's grade. */
export function countedByLeast(all: readonly Graded[]): Text[] {
  const count = all.map(gradeKnown).filter((known) => known.kind === 'open' && known.least !== null).length;
  return count === 0
    ? []
    : [
        {
          zh: `其中 ${count} 人的等级尚不能判断，按至少符合的等级计`,
          en: `the grade of ${count} cannot be judged yet; counted by the least`,
        },
      ];
}

/** The same in a word. */
export function gradeCountedWord(graded: Graded, titleOf: TitleOf): Text {
  const counted = gradeCounted(graded);
  if (counted === 'none') return none;
  return counted === 'unknown' ? cannotBeJudged : titleOf(counted);
}

/** The grade in a word, as it stands alone: `三级客户经理`, `至少三级客户经理`, `无法判断`, `无`. */
export function gradeWord(graded: Graded, titleOf: TitleOf): Text {
  const known = gradeKnown(graded);
  return known.kind === 'open' && known.least !== null
    ? atLeast(titleOf(known.least))
    : gradeCountedWord(graded, titleOf);
}

/** The grade against the one held, both by their place on the ladder; unknown where the span leaves it open. */
export type Against = 'above' | 'same' | 'below' | 'none' | 'unknown';

export function against(graded: Graded, held: GradeId, ladder: readonly GradeId[]): Against {
  const known = gradeKnown(graded);
  if (known.kind === 'none') return 'none';
  const side = (grade: GradeId | null): Against => {
    if (grade === null) return 'below';
    const [has, is] = [ladder.indexOf(held), ladder.indexOf(grade)];
    return is === has ? 'same' : is < has ? 'above' : 'below';
  };
  if (known.kind === 'qualified') return side(known.grade);
  return side(known.least) === side(known.most) ? side(known.most) : 'unknown';
}

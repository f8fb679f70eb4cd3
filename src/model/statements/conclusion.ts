/** The conclusion in words: first what happens to the person, then the warnings, then the grade. */
import type { GradeId } from '../in-force.ts';
import type { Outcome } from '../outcome.ts';
import { join, joined, type Text } from '../text.ts';
import { outcomeWords } from '../words.ts';
import { type Against, against, type Graded, gradeKnown, type TitleOf } from './grade.ts';
import { type Warned, warningSentence } from './warnings.ts';

export interface Concluded {
  /** Null: nothing is decided now. */
  readonly proposal: {
    readonly title: Text;
    readonly toGrade: GradeId | null;
    readonly needsPerson: boolean;
  } | null;
  /** Null: the policy warns nobody. */
  readonly warnings: readonly Warned[] | null;
  readonly levels: Parameters<typeof warningSentence>[1];
  /** Null: the policy grades nobody. */
  readonly grade: (Graded & { readonly held: GradeId; readonly traineeship: Outcome | null }) | null;
  /** High to low. */
  readonly ladder: readonly GradeId[];
  readonly titleOf: TitleOf;
}

/** Sentences, one after the other; empty where there is nothing to judge. */
export function conclusion(about: Concluded): Text {
  const { proposal, warnings, levels, grade } = about;
  const sentences = [
    ...(proposal === null ? [] : [proposalSentence(proposal, about.titleOf)]),
    ...(warnings === null ? [] : [warningSentence(warnings, levels)]),
    ...(grade === null ? [] : [gradeSentence(grade, about)]),
  ];
  return joined(sentences, { zh: '', en: ' ' }, (sentence) =>
    join([capital(sentence), { zh: '。', en: '.' }]),
  );
}

const capital = ({ zh, en }: Text): Text => ({ zh, en: en.charAt(0).toUpperCase() + en.slice(1) });

const proposalSentence = (
  { title, toGrade, needsPerson }: NonNullable<Concluded['proposal']>,
  titleOf: TitleOf,
): Text =>
  join([
    { zh: `聘任建议：${title.zh}`, en: `Proposal: ${title.en}` },
    toGrade === null ? '' : { zh: `，拟聘${titleOf(toGrade).zh}`, en: `, as ${titleOf(toGrade).en}` },
    needsPerson ? { zh: '，须由有权人认定', en: ', for a person to decide' } : '',
  ]);

const sides: Readonly<Record<Exclude<Against, 'unknown'>, Text>> = {
  above: { zh: '，高于现聘等级', en: ', above the grade held' },
  same: { zh: '，与现聘等级相同', en: ', the grade held' },
  below: { zh: '，低于现聘等级', en: ', below the grade held' },
  none: { zh: '，低于现聘等级', en: ', below the grade held' },
};

function gradeSentence(
  grade: NonNullable<Concluded['grade']>,
  { ladder, titleOf }: Pick<Concluded, 'ladder' | 'titleOf'>,
): Text {
  const { held, traineeship } = grade;
  // A trainee's grade is no rank to fall short of: it has conditions of its own.
  if (traineeship !== null) {
    const { zh, en } = titleOf(held);
    const outcome = outcomeWords[traineeship];
    return join([
      standing(grade, titleOf),
      { zh: `；${zh}的条件${outcome.zh}`, en: `; the conditions of ${en}: ${outcome.en}` },
    ]);
  }
  const side = against(grade, held, ladder);
  return join([standing(grade, titleOf), side === 'unknown' ? '' : sides[side]]);
}

function standing(graded: Graded, titleOf: TitleOf): Text {
  const known = gradeKnown(graded);
  switch (known.kind) {
    case 'none':
      return { zh: '目前不符合任何正式等级的全部条件', en: 'No grade’s conditions are all met' };
    case 'qualified': {
      const { zh, en } = titleOf(known.grade);
      return { zh: `目前符合${zh}的全部条件`, en: `All conditions of ${en} are met` };
    }
    case 'open': {
      const most = titleOf(known.most);
      const least = known.least === null ? { zh: '无符合等级', en: 'none' } : titleOf(known.least);
      return {
        zh: `等级尚不能判断：至少${least.zh}，至多${most.zh}`,
        en: `The grade cannot be judged yet: at least ${least.en}, at most ${most.en}`,
      };
    }
  }
}

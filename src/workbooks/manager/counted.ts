/** For which of the assessed grades a customer's business counts, in words. */

import type { Customer } from '../../model/appraisal.ts';
import { gradesOf } from '../../model/entries.ts';
import { comma, joined, type Text } from '../../model/text.ts';
import { memoized } from '../memoized.ts';
import { gradeTitle } from '../words.ts';
import type { ManagerView } from './view.ts';

/** The grades that were assessed, high to low. */
export function assessedLadder({ appraised, appraisal }: Pick<ManagerView, 'appraised' | 'appraisal'>) {
  const assessed = new Set(gradesOf(appraised).map(({ grade }) => grade));
  return appraisal.policy.ladder.filter((grade) => assessed.has(grade.id));
}

export function countedWords(
  view: Pick<ManagerView, 'appraised' | 'appraisal'>,
): (customer: Customer | null) => Text {
  const { appraisal } = view;
  const ladder = assessedLadder(view);
  return memoized((customer) => {
    const grades = ladder.filter(({ id }) => customer?.countedFor.includes(id)).map(({ id }) => id);
    if (grades.length === ladder.length) return { zh: '全部等级', en: 'all grades' };
    const [highest] = grades;
    if (highest === undefined) return { zh: '不计入', en: 'none' };
    const from = ladder.findIndex((grade) => grade.id === highest);
    const title = gradeTitle(appraisal, highest);
    return ladder.length - from === grades.length
      ? { zh: `${title.zh}及以下`, en: `${title.en} and below` }
      : joined(grades, comma, (grade) => gradeTitle(appraisal, grade));
  });
}

/** The figures of a review form: what the grade asks for and was reached, the plan, the scorecard, the year's rating. */
import type { Appraisal, ManagerAppraisal } from '../model/appraisal.ts';
import { yearOf } from '../model/calendar.ts';
import type { ReviewLine } from '../model/closing.ts';
import { gradesOf } from '../model/entries.ts';
import { inUnit, type Quantity } from '../model/fact.ts';
import type { Finding } from '../model/judgement.ts';
import type { SectionEntry } from '../model/section-result.ts';
import { comma, join, same, type Text } from '../model/text.ts';
import { within } from '../model/walk.ts';
import { articleWords, outcomeWords } from '../model/words.ts';
import { titleOf } from '../workbooks/findings.ts';
import { verdictOf } from '../workbooks/sections/words.ts';
import { choiceWord, inWords, inWordsBeside } from '../workbooks/words.ts';

const w = {
  completed: { zh: '完成 ', en: 'completed ' },
  review: { zh: '年度考核', en: 'Annual review' },
  weight: { zh: '权重 ', en: 'weight ' },
} as const satisfies Record<string, Text>;

const blank = same('');

const line = (title: Text, seen: Text, more: Partial<ReviewLine> = {}): ReviewLine => ({
  title,
  seen,
  ...{ bound: blank, outcome: blank, article: blank },
  ...more,
});

/** `grade`: the one that is applied for. */
export const reviewOf = (appraisal: Appraisal, appraised: ManagerAppraisal, grade: string): ReviewLine[] => [
  ...conditions(appraised, grade),
  ...plan(appraised),
  ...scorecards(appraisal, appraised),
  ...rating(appraisal, appraised),
];

/** Every condition of the grade, and those of its parts that have figures. */
const conditions = (appraised: ManagerAppraisal, grade: string): ReviewLine[] =>
  (gradesOf(appraised).find((each) => each.grade === grade)?.rules ?? [])
    .filter(({ outcome }) => outcome !== 'not-applicable')
    .flatMap((rule) => [rule, ...within(rule).filter((part) => part !== rule && isMeasured(part))])
    .map((finding) => {
      const [seen, bound] = seenAndBound(finding);
      const article = finding.article === '' ? blank : articleWords(finding.article);
      return line(titleOf(finding), seen, { bound, outcome: outcomeWords[finding.outcome], article });
    });

const isMeasured = ({ observed, threshold }: Finding): boolean =>
  Boolean(observed?.quantity && threshold?.quantity);

function seenAndBound({ observed, threshold }: Finding): readonly [Text, Text] {
  const [seen, bound] = [observed?.quantity, threshold?.quantity];
  if (seen && bound) return inWordsBeside(seen, bound);
  const said = (quantity: Quantity | null | undefined) => (quantity ? inWords(quantity) : blank);
  return [said(seen), said(bound)];
}

const plan = ({ targets }: ManagerAppraisal): ReviewLine[] =>
  targets
    .filter(({ main }) => main)
    .map(({ title, year: { actual, target, ratio } }) =>
      line(title, actual.quantity ? inWords(actual.quantity) : outcomeWords.unknown, {
        bound: inWords(target),
        outcome: ratio === null ? blank : join([w.completed, inWords({ kind: 'ratio', value: ratio })]),
      }),
    );

/** Of each scorecard on which the person was scored: the score and weight of each part, the total, and what it comes to. */
const scorecards = ({ sections }: Appraisal, { manager }: ManagerAppraisal): ReviewLine[] =>
  sections
    .filter(({ kind }) => kind === 'scorecard')
    .flatMap(({ title, entries }) =>
      entries
        .filter((entry) => entry.managerId === manager.manager_id && isScored(entry))
        .flatMap((entry) => [
          ...entry.findings.flatMap((part): ReviewLine[] => {
            const weight = quantityOf(entry, `${part.rule}.weight`);
            if (weight === null || part.outcome === 'not-applicable') return [];
            return [
              line(part.title, known(part.observed?.quantity), { bound: join([w.weight, inWords(weight)]) }),
            ];
          }),
          line(title, known(quantityOf(entry, 'total')), { outcome: verdictOf(entry) }),
        ]),
    );

const isScored = ({ findings }: SectionEntry): boolean =>
  findings.flatMap(within).some(({ evidence }) => evidence.some(({ table }) => table === 'scores'));

const quantityOf = ({ figures }: SectionEntry, id: string): Quantity | null =>
  figures.find((each) => each.id === id)?.fact.quantity ?? null;

const known = (quantity: Quantity | null | undefined): Text =>
  quantity ? inWords(quantity) : outcomeWords.unknown;

const rating = ({ period, policy }: Appraisal, { portfolio }: ManagerAppraisal): ReviewLine[] =>
  portfolio.reviews
    .filter(({ year }) => year === yearOf(period))
    .map(({ rating: given, score }) => {
      const points = score === null ? [] : [inWords(inUnit('分', score))];
      return line(w.review, join([choiceWord(policy.ratings, given), ...points], comma));
    });

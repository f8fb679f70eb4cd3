/** Where a manager stands among those who hold the same grade, by the measures that the policy names. */
import type { Appraisal, ManagerAppraisal } from '../../model/appraisal.ts';
import type { Hundredths } from '../../model/money.ts';

/** The place by one measure: as many are ahead as have more, so that equal figures share a place. */
export interface Standing {
  readonly measure: string;
  readonly place: number;
  /** Those of the grade whose figure is known. */
  readonly among: number;
}

const figureOf = ({ trend }: ManagerAppraisal, measure: string): Hundredths | null =>
  trend.at(-1)?.measures.find((each) => each.measure === measure)?.year ?? null;

/** The known figures of a grade by measure, made once for a run. */
type Figures = ReadonlyMap<string, readonly Hundredths[]>;
const made = new WeakMap<Appraisal, Figures>();

const keyOf = (grade: string, measure: string): string => `${grade} ${measure}`;

function figuresIn(appraisal: Appraisal, measures: readonly string[]): Figures {
  const known = made.get(appraisal);
  if (known !== undefined) return known;
  const figures = new Map<string, Hundredths[]>();
  for (const each of appraisal.managers)
    for (const measure of measures) {
      const figure = figureOf(each, measure);
      const key = keyOf(each.manager.grade, measure);
      if (figure === null) continue;
      const all = figures.get(key) ?? [];
      all.push(figure);
      figures.set(key, all);
    }
  made.set(appraisal, figures);
  return figures;
}

/** Empty where the policy does not have managers told; a figure that is not known has no place. */
export function standingOf(appraised: ManagerAppraisal, appraisal: Appraisal): Standing[] {
  const { standing } = appraisal.policy;
  if (standing === null) return [];
  const figures = figuresIn(appraisal, standing.measures);
  return standing.measures.flatMap((measure) => {
    const own = figureOf(appraised, measure);
    const all = figures.get(keyOf(appraised.manager.grade, measure)) ?? [];
    return own === null
      ? []
      : [{ measure, place: 1 + all.filter((each) => each > own).length, among: all.length }];
  });
}

/** A section's verdict, and the figures that come with it, as formulas over the outcomes of its rules. */
import { inFull, type Quantity } from '../../../model/fact.ts';
import type { Text } from '../../../model/text.ts';
import { type Formula, formula, type Reference } from '../../../spreadsheet/sheet.ts';
import { cellNumber } from '../../findings.ts';
import type { ShownFigure } from '../../sections/figures.ts';
import { stateMarks } from '../../sections/words.ts';
import { outcomeMarks } from '../../words.ts';
import { marksOf } from '../finding-lines.ts';
import type { ManagerSection } from '../run-summary.ts';

/** What the names of the rules' cells begin with. */
export const rulesPrefix = ({ key }: ManagerSection): string => `${key}-rule`;

/** The verdict's cell: the first page links to it. */
export const verdictAnchor = ({ key }: ManagerSection): string => `${key}-verdict`;

export const figureAnchor = ({ key }: ManagerSection, id: string): string => `${key}-figure-${id}`;

const unknown = outcomeMarks.unknown.text;
const notApplicable = outcomeMarks['not-applicable'].text;

/** The first rule that is met decides, or all do; undefined where the verdict does not follow from the rules. */
export function verdictFormula(of: ManagerSection): Formula | undefined {
  const { verdictSteps: follows, findings } = of.entry;
  if (follows === null) return undefined;
  const outcome = (finding: number): Reference => ({ anchor: `${rulesPrefix(of)}-${finding}-outcome` });
  const is = (finding: number, word: 'met' | 'unmet'): Formula =>
    formula`${outcome(finding)}=${marksOf(findings[finding]?.condition ?? false)[word].text}`;
  if (!('steps' in follows)) {
    const someIs = (word: Text): Formula => [
      'OR(',
      ...findings.flatMap((_, index) => [
        ...(index === 0 ? [] : [',']),
        ...formula`${outcome(index)}=${word}`,
      ]),
      ')',
    ];
    const { met, unmet } = outcomeMarks;
    const reached = formula`IF(${someIs(met.text)},${follows.met.title},${notApplicable})`;
    return formula`IF(${someIs(unmet.text)},${follows.unmet.title},IF(${someIs(unknown)},${unknown},${reached}))`;
  }
  const { takesPart, steps, otherwise } = follows;
  // Without any rule to see on the sheet, nothing is known of who would take part.
  const decided = steps.reduceRight<Formula>(
    (rest, { finding, verdict }) =>
      formula`IF(${is(finding, 'met')},${verdict.title},IF(${is(finding, 'unmet')},${rest},${outcome(finding)}))`,
    [takesPart !== null && steps.length === 0 ? unknown : otherwise.verdict.title],
  );
  if (takesPart === null) return steps.length === 0 ? undefined : decided;
  const part = formula`${outcome(takesPart)}=${unknown}`;
  return formula`IF(${is(takesPart, 'unmet')},${notApplicable},IF(${part},${unknown},${decided}))`;
}

/** Whether the verdict could be reached, from its cell. */
export function stateFormula(of: ManagerSection): Formula | undefined {
  if (verdictFormula(of) === undefined) return undefined;
  const verdict = { anchor: verdictAnchor(of) };
  return formula`IF(${verdict}=${unknown},${unknown},IF(${verdict}=${notApplicable},${notApplicable},${stateMarks.met.text}))`;
}

/** A figure that comes with the verdict; where there is no verdict, why. */
export function figureOfVerdict({ id, inFull: full }: ShownFigure, of: ManagerSection): Formula | undefined {
  const follows = of.entry.verdictSteps;
  if (follows === null || !('steps' in follows) || follows.otherwise.figures[id] === undefined)
    return undefined;
  const verdict = { anchor: verdictAnchor(of) };
  const shown = (quantity: Quantity | undefined) =>
    String(cellNumber(quantity && (full ? inFull(quantity) : quantity)) ?? 0);
  return [...follows.steps, follows.otherwise].reduceRight<Formula>(
    (rest, { verdict: { title }, figures }) =>
      formula`IF(${verdict}=${title},${[shown(figures[id])]},${rest})`,
    [verdict],
  );
}

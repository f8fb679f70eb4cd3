/**
 * Findings as lines of a list, each with a name, so that other cells can refer to it; and their outcomes as formulas: of
 * figures against their thresholds, of groups over their parts. What a record, a rank or another rule decided stays a
 * value.
 */

import type { Fact } from '../../model/fact.ts';
import { type By, type Comparison, type Finding, isComparison } from '../../model/judgement.ts';
import type { Outcome } from '../../model/outcome.ts';
import { fold } from '../../model/walk.ts';
import { type Formula, formula, type Reference } from '../../spreadsheet/sheet.ts';
import { cellNumber } from '../findings.ts';
import { conditionMarks, outcomeMarks } from '../words.ts';

export interface FindingLine {
  /** Null for the line of a grade as a whole. */
  readonly finding: Finding | null;
  readonly by: By;
  readonly outcome: Outcome;
  readonly depth: number;
  /** Its cells are called `<name>-outcome`, `<name>-observed`, … */
  readonly name: string;
  /** It is not to hold: it speaks for nobody where it does. */
  readonly denied: boolean;
  readonly parts: readonly FindingLine[];
}

/** The findings with their parts, named by their places. */
export const treesOf = (findings: readonly Finding[], prefix: string): FindingLine[] =>
  findings.map((whole, index) =>
    fold<Finding, FindingLine>(whole, (finding, parts, { path, denied }) => ({
      ...{ finding, by: finding.by, outcome: finding.outcome, denied, parts },
      depth: path.length,
      name: [prefix, index, ...path].join('-'),
    })),
  );

/** What is not to hold is no rule to meet. */
export const marksOf = (denied: boolean) => (denied ? conditionMarks : outcomeMarks);
export const markOf = ({ denied, outcome }: FindingLine) => marksOf(denied)[outcome];

/** `E5="符合"`, of each line, with something between. */
const each = (lines: readonly FindingLine[], outcome: Outcome, between: string): Formula =>
  lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [between]),
    ...formula`${{ anchor: `${line.name}-outcome` }}=${marksOf(line.denied)[outcome].text}`,
  ]);
const count = (lines: readonly FindingLine[], outcome: Outcome): Formula => [
  '(',
  ...each(lines, outcome, ')+('),
  ')',
];
const some = (lines: readonly FindingLine[], outcome: Outcome): Formula => [
  'OR(',
  ...each(lines, outcome, ','),
  ')',
];

/** All parts hold: unmet before unknown before met. */
const allHold = (lines: readonly FindingLine[], words: typeof outcomeMarks): Formula => [
  ...['IF(', ...some(lines, 'unmet'), ',', words.unmet.text],
  ...[',IF(', ...some(lines, 'unknown'), ',', words.unknown.text, ',', words.met.text, '))'],
];

/** At least so many hold; parts that do not apply are left out. */
const someHold = (needed: number, lines: readonly FindingLine[], words: typeof outcomeMarks): Formula => [
  ...['IF(', ...count(lines, 'not-applicable'), `=${lines.length},`, words['not-applicable'].text],
  ...[',IF(', ...count(lines, 'met'), `>=${needed},`, words.met.text],
  ...[',IF(', ...count(lines, 'met'), '+', ...count(lines, 'unknown'), `<${needed},`, words.unmet.text],
  ...[',', words.unknown.text, ')))'],
];

const places = { amount: 6, decimal: 9, ratio: 12, count: 6, words: 0 } as const;

/** Whether a comparison of two cells holds; undefined where one of them holds no number. */
export function comparisonFormula(
  comparison: Comparison,
  { observed, threshold }: { readonly [K in 'observed' | 'threshold']: Pick<Fact, 'quantity'> | null },
  seen: Reference,
  line: Reference,
): Formula | undefined {
  const [has, wants] = [observed?.quantity ?? null, threshold?.quantity ?? null];
  if (has === null || cellNumber(has) === null || cellNumber(wants) === null) return undefined;
  // Doubles that should be equal differ in their last bits.
  const above = formula`ROUND(${seen}-${line},${places[has.kind]})`;
  switch (comparison) {
    case 'at-least':
      return [...above, '>=0'];
    case 'at-most':
      return [...above, '<=0'];
    case 'less-than':
      return [...above, '<0'];
    case 'more-than':
      return [...above, '>0'];
    case 'risen':
      // What is the whole already need not rise.
      return has.kind === 'ratio' ? ['OR(', seen, '>=1,', ...above, '>0)'] : [...above, '>0'];
  }
}

/** The outcome of a line from the cells around it; undefined where they do not decide it. */
export function outcomeFormula(line: FindingLine): Formula | undefined {
  const { finding, by } = line;
  const words = marksOf(line.denied);
  const parts = line.parts.filter((part) => !part.finding?.aside);
  if (finding !== null && isComparison(by)) {
    const holds = comparisonFormula(by.kind, finding, { here: 'observed' }, { here: 'threshold' });
    const rest = parts.length === 0 ? [words.met.text] : allHold(parts, words);
    return holds && ['IF(', ...holds, ',', ...rest, ',', words.unmet.text, ')'];
  }
  const [first] = parts;
  if (first === undefined) return undefined;
  switch (by.kind) {
    case 'all':
    case 'every-quarter':
      return allHold(parts, words);
    case 'any':
      return someHold(1, parts, words);
    case 'at-least-n-of':
      return someHold(by.needed, parts, words);
    case 'not':
      return [
        ...['IF(', ...each([first], 'met', ''), ',', words.unmet.text],
        ...[',IF(', ...each([first], 'unmet', ''), ',', words.met.text],
        ...[
          ',IF(',
          ...each([first], 'unknown', ''),
          ',',
          words.unknown.text,
          ',',
          words['not-applicable'].text,
          ')))',
        ],
      ];
    default:
      return undefined;
  }
}

/**
 * Findings as lines of a list, each with a name, so that other cells can refer to it; and their outcomes as formulas: of
 * figures against their thresholds, of groups over their parts. What a person, an exam or an earlier quarter decided
 * stays a value.
 */
import type { Finding } from '../../model/judgement.ts';
import { allOf, atLeast, metIf, type Outcome } from '../../model/outcome.ts';
import { type Formula, formula, type Reference } from '../../spreadsheet/sheet.ts';
import { cellNumber } from '../findings.ts';
import { outcomeMarks } from '../words.ts';
import type { Role } from './ledger.ts';

export interface Judged {
  /** Null for the line of a grade as a whole. */
  readonly finding: Finding | null;
  readonly outcome: Outcome;
  readonly depth: number;
  /** Its cells are called `<name>-outcome`, `<name>-observed`, … */
  readonly name: string;
  readonly parts: readonly Judged[];
  readonly role: Role;
}

/** A single customer's figure stands under the total's. */
const roleOf = (finding: Finding, above: Finding | null): Role =>
  above?.observed?.origin.kind === 'measure' && finding.observed?.origin.kind === 'measure'
    ? 'largest'
    : 'total';

/** The findings with their parts, named by their places. */
export function treesOf(findings: readonly Finding[], prefix: string): Judged[] {
  let count = 0;
  const lineOf = (finding: Finding, depth: number, above: Finding | null): Judged => {
    count += 1;
    const name = `${prefix}-${count}`;
    const parts = finding.parts.map((part) => lineOf(part, depth + 1, finding));
    return { finding, outcome: finding.outcome, depth, name, parts, role: roleOf(finding, above) };
  };
  return findings.map((finding) => lineOf(finding, 0, null));
}

export const withParts = (line: Judged): Judged[] => [line, ...line.parts.flatMap(withParts)];

const { met, unmet, unknown, 'not-applicable': notApplicable } = outcomeMarks;
const outcomeOf = ({ name }: Judged): Reference => ({ anchor: `${name}-outcome` });

/** `E5="符合",E7="符合"` */
const each = (lines: readonly Judged[], word: typeof met.text, between: string): Formula =>
  lines.flatMap((line, index) => [...(index === 0 ? [] : [between]), ...formula`${outcomeOf(line)}=${word}`]);
const count = (lines: readonly Judged[], word: typeof met.text): Formula =>
  lines.flatMap((line, index) => [...(index === 0 ? [] : ['+']), ...formula`(${outcomeOf(line)}=${word})`]);

/** All parts hold: unmet before unknown before met. */
const allFormula = (lines: readonly Judged[]): Formula => [
  ...['IF(OR(', ...each(lines, unmet.text, ','), '),', unmet.text],
  ...[',IF(OR(', ...each(lines, unknown.text, ','), '),', unknown.text, ',', met.text, '))'],
];

/** At least so many hold; parts that do not apply are left out. */
const atLeastFormula = (needed: number, lines: readonly Judged[]): Formula => [
  ...['IF(', ...count(lines, notApplicable.text), `=${lines.length},`, notApplicable.text],
  ...[',IF(', ...count(lines, met.text), `>=${needed},`, met.text],
  ...[',IF(', ...count(lines, met.text), '+', ...count(lines, unknown.text), `<${needed},`, unmet.text],
  ...[',', unknown.text, ')))'],
];

const outcomesOf = (lines: readonly Judged[]): Outcome[] => lines.map(({ outcome }) => outcome);

/** Whether a share is to have risen, as that of normal loans is, or to reach its line. */
export type Shares = 'rise' | 'reach';

/** A rank holds where its rules do, each of them a rule of its own. */
const isRank = ({ finding, parts }: Judged): boolean =>
  finding !== null &&
  [finding.needed, finding.observed, finding.threshold].every((each) => each === null) &&
  parts.every((part) => part.finding?.rule != null);

/** The outcome of a line from the cells around it; undefined where they do not decide it. */
export function outcomeFormula(line: Judged, shares: Shares = 'rise'): Formula | undefined {
  const { finding, outcome, parts } = line;
  if (finding === null || (shares === 'reach' && isRank(line)))
    return parts.length > 0 && allOf(outcomesOf(parts)) === outcome ? allFormula(parts) : undefined;
  if (finding.needed !== null)
    return parts.length > 0 && atLeast(finding.needed, outcomesOf(parts)) === outcome
      ? atLeastFormula(finding.needed, parts)
      : undefined;
  const [seen, bound] = [finding.observed, finding.threshold].map((fact) => fact?.quantity);
  const [has, wants] = [cellNumber(seen), cellNumber(bound)];
  if (has === null || wants === null || seen?.kind !== bound?.kind) return undefined;
  const share = seen?.kind === 'ratio';
  // What has risen may be the whole already.
  const rises = share && shares === 'rise';
  const own = metIf(rises ? has > wants || has >= 1 : has >= wants);
  if (allOf([own, ...outcomesOf(parts)]) !== outcome) return undefined;
  const places = share ? 12 : 6;
  const reached = rises
    ? formula`OR(${{ here: 'observed' }}>=1,ROUND(${{ here: 'observed' }}-${{ here: 'threshold' }},12)>0)`
    : formula`ROUND(${{ here: 'observed' }}-${{ here: 'threshold' }},${places})>=0`;
  const rest = parts.length === 0 ? [met.text] : allFormula(parts);
  return ['IF(', ...reached, ',', ...rest, ',', unmet.text, ')'];
}

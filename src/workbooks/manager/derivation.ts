/**
 * The lines of 等级测算: every grade with every rule and its parts, each with a name, so that other cells can refer to
 * it; and the outcomes as formulas: of figures against their thresholds, of groups over their parts, of a grade over its
 * rules. What a person, an exam or an earlier quarter decided stays a value.
 */
import type { Finding, GradeId, ManagerAppraisal } from '../../model/appraisal.ts';
import { allOf, atLeast, metIf, type Outcome } from '../../model/outcome.ts';
import { cellNumber } from '../findings.ts';
import { type Formula, formula, type Reference } from '../sheet.ts';
import { outcomeMarks } from '../words.ts';
import type { Role } from './ledger.ts';

export interface Line {
  readonly grade: GradeId;
  /** Null for the line of the grade as a whole. */
  readonly finding: Finding | null;
  readonly outcome: Outcome;
  readonly depth: number;
  /** Its cells are called `<name>-outcome`, `<name>-observed`, … */
  readonly name: string;
  readonly parts: readonly Line[];
  readonly role: Role;
}

export interface Derivation {
  readonly lines: readonly Line[];
  readonly ofGrade: (grade: GradeId) => Line | undefined;
  readonly ofFinding: (finding: Finding) => Line | undefined;
}

/** A single customer's figure stands under the total's. */
const roleOf = (finding: Finding, above: Finding | null): Role =>
  above?.observed?.origin.kind === 'measure' && finding.observed?.origin.kind === 'measure'
    ? 'largest'
    : 'total';

export function derivationOf({ grades }: ManagerAppraisal): Derivation {
  const lines: Line[] = [];
  const byFinding = new Map<Finding, Line>();
  const byGrade = new Map<GradeId, Line>();
  for (const { grade, outcome, rules } of grades) {
    let count = 0;
    const lineOf = (finding: Finding, depth: number, above: Finding | null): Line => {
      count += 1;
      const name = `grade-${grade}-${count}`;
      const parts = finding.parts.map((part) => lineOf(part, depth + 1, finding));
      const line: Line = {
        grade,
        finding,
        outcome: finding.outcome,
        depth,
        name,
        parts,
        role: roleOf(finding, above),
      };
      byFinding.set(finding, line);
      return line;
    };
    const parts = rules.map((rule) => lineOf(rule, 0, null));
    const top: Line = {
      grade,
      finding: null,
      outcome,
      depth: 0,
      name: `grade-${grade}`,
      parts,
      role: 'total',
    };
    byGrade.set(grade, top);
    lines.push(top, ...parts.flatMap(withParts));
  }
  return { lines, ofGrade: (grade) => byGrade.get(grade), ofFinding: (finding) => byFinding.get(finding) };
}

const withParts = (line: Line): Line[] => [line, ...line.parts.flatMap(withParts)];

const { met, unmet, unknown, 'not-applicable': notApplicable } = outcomeMarks;
const outcomeOf = ({ name }: Line): Reference => ({ anchor: `${name}-outcome` });

/** `E5="符合",E7="符合"` */
const each = (lines: readonly Line[], word: typeof met.text, between: string): Formula =>
  lines.flatMap((line, index) => [...(index === 0 ? [] : [between]), ...formula`${outcomeOf(line)}=${word}`]);
const count = (lines: readonly Line[], word: typeof met.text): Formula =>
  lines.flatMap((line, index) => [...(index === 0 ? [] : ['+']), ...formula`(${outcomeOf(line)}=${word})`]);

/** All parts hold: unmet before unknown before met. */
const allFormula = (lines: readonly Line[]): Formula => [
  ...['IF(OR(', ...each(lines, unmet.text, ','), '),', unmet.text],
  ...[',IF(OR(', ...each(lines, unknown.text, ','), '),', unknown.text, ',', met.text, '))'],
];

/** At least so many hold; parts that do not apply are left out. */
const atLeastFormula = (needed: number, lines: readonly Line[]): Formula => [
  ...['IF(', ...count(lines, notApplicable.text), `=${lines.length},`, notApplicable.text],
  ...[',IF(', ...count(lines, met.text), `>=${needed},`, met.text],
  ...[',IF(', ...count(lines, met.text), '+', ...count(lines, unknown.text), `<${needed},`, unmet.text],
  ...[',', unknown.text, ')))'],
];

const outcomesOf = (lines: readonly Line[]): Outcome[] => lines.map(({ outcome }) => outcome);

/** The outcome of a line from the cells around it; undefined where they do not decide it. */
export function outcomeFormula({ finding, outcome, parts }: Line): Formula | undefined {
  if (finding === null)
    return parts.length > 0 && allOf(outcomesOf(parts)) === outcome ? allFormula(parts) : undefined;
  if (finding.needed !== null)
    return parts.length > 0 && atLeast(finding.needed, outcomesOf(parts)) === outcome
      ? atLeastFormula(finding.needed, parts)
      : undefined;
  const [seen, bound] = [finding.observed, finding.threshold].map((fact) => fact?.quantity);
  const [has, wants] = [cellNumber(seen), cellNumber(bound)];
  if (has === null || wants === null || seen?.kind !== bound?.kind) return undefined;
  // A share is to have risen, or to be the whole; everything else is to reach its line.
  const share = seen?.kind === 'ratio';
  const own = metIf(share ? has > wants || has >= 1 : has >= wants);
  if (allOf([own, ...outcomesOf(parts)]) !== outcome) return undefined;
  const reached = share
    ? formula`OR(${{ here: 'observed' }}>=1,ROUND(${{ here: 'observed' }}-${{ here: 'threshold' }},12)>0)`
    : formula`ROUND(${{ here: 'observed' }}-${{ here: 'threshold' }},6)>=0`;
  const all = parts.length === 0 ? reached : ['AND(', ...reached, ',', ...each(parts, met.text, ','), ')'];
  return ['IF(', ...all, ',', met.text, ',', unmet.text, ')'];
}

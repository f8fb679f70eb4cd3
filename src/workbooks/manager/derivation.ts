/** The lines of 等级测算: every grade with every rule and its parts, each with a name, so that other cells can refer to it. */
import type { ManagerAppraisal } from '../../model/appraisal.ts';
import type { GradeId } from '../../model/in-force.ts';
import type { Finding } from '../../model/judgement.ts';
import { type Judged, treesOf, withParts } from './judged.ts';

export interface Line extends Judged {
  readonly grade: GradeId;
}

export interface Derivation {
  readonly lines: readonly Line[];
  readonly ofGrade: (grade: GradeId) => Line | undefined;
  readonly ofFinding: (finding: Finding) => Line | undefined;
}

export function derivationOf({ grades }: ManagerAppraisal): Derivation {
  const lines: Line[] = [];
  const byFinding = new Map<Finding, Line>();
  const byGrade = new Map<GradeId, Line>();
  for (const { grade, outcome, rules } of grades) {
    const name = `grade-${grade}`;
    const parts = treesOf(rules, name);
    const top: Line = {
      grade,
      finding: null,
      by: { kind: 'all' },
      outcome,
      depth: 0,
      name,
      denied: false,
      parts,
    };
    const own = parts.flatMap(withParts).map((line): Line => ({ ...line, grade }));
    for (const line of own) if (line.finding !== null) byFinding.set(line.finding, line);
    byGrade.set(grade, top);
    lines.push(top, ...own);
  }
  return { lines, ofGrade: (grade) => byGrade.get(grade), ofFinding: (finding) => byFinding.get(finding) };
}

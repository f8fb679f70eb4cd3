/** The lines of 等级测算: every grade with every rule and its parts, each with a name, so that other cells can refer to it. */

import type { ManagerAppraisal } from '../../model/appraisal.ts';
import { gradesOf } from '../../model/entries.ts';
import type { GradeId } from '../../model/in-force.ts';
import type { Finding } from '../../model/judgement.ts';
import { within } from '../../model/walk.ts';
import { type FindingLine, treesOf } from './finding-lines.ts';

export interface DerivationLine extends FindingLine {
  readonly grade: GradeId;
}

export interface Derivation {
  readonly lines: readonly DerivationLine[];
  readonly ofGrade: (grade: GradeId) => DerivationLine | undefined;
  readonly ofFinding: (finding: Finding) => DerivationLine | undefined;
}

export function derivationOf(appraised: ManagerAppraisal): Derivation {
  const lines: DerivationLine[] = [];
  const byFinding = new Map<Finding, DerivationLine>();
  const byGrade = new Map<GradeId, DerivationLine>();
  for (const { grade, outcome, rules } of gradesOf(appraised)) {
    const name = `grade-${grade}`;
    const parts = treesOf(rules, name);
    const top: DerivationLine = {
      grade,
      finding: null,
      by: { kind: 'all' },
      outcome,
      depth: 0,
      name,
      denied: false,
      parts,
    };
    const own = parts.flatMap(within).map((line): DerivationLine => ({ ...line, grade }));
    for (const line of own) if (line.finding !== null) byFinding.set(line.finding, line);
    byGrade.set(grade, top);
    lines.push(top, ...own);
  }
  return { lines, ofGrade: (grade) => byGrade.get(grade), ofFinding: (finding) => byFinding.get(finding) };
}

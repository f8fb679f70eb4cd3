/** Completions that other sheets show, as formulas over 计划完成. */
import type { Fact } from '../../model/fact.ts';
import type { Basis } from '../../model/measure.ts';
import type { Formula } from '../../spreadsheet/sheet.ts';
import { completionFormula as formulaOver, type PlanCells } from '../completion.ts';
import type { ManagerView } from './view.ts';

export const targetAnchor = (index: number, basis: Basis, what: string): string =>
  `target-${index}-${basis}-${what}`;

export const weightAnchor = (index: number): string => `target-${index}-weight`;

const cells: PlanCells = {
  completion: (place, basis) => ({ anchor: targetAnchor(place, basis, 'completion') }),
  weight: (place) => ({ anchor: weightAnchor(place) }),
};

/** The completion that a rule looks at, where it is that of a target on the sheet, or an average of some. */
export const completionFormula = (
  { appraised: { targets } }: Pick<ManagerView, 'appraised'>,
  fact: Fact | null,
): Formula | undefined => formulaOver(targets, cells, fact);

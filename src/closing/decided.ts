/** `decided.json`: what the decisions record in the ledger and the roster, for the next quarter's run to look for. */
import type { ClosingBasis, Decided } from '../model/closing.ts';
import type { Decisions } from './decisions.ts';
import { recordedBy } from './ledger.ts';
import { rosterChanges } from './next-roster.ts';

export const decidedOf = (basis: ClosingBasis, decisions: Decisions): Decided => ({
  schema: 'rm-appraisal/decided/1',
  period: basis.period,
  events: recordedBy(basis, decisions),
  roster: rosterChanges(basis, decisions),
});

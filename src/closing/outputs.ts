/** Every file of a closed quarter, from the run's basis, the decisions and the templates alone: the same for the same, always. */
import { csv, prettyJson, utf8 } from '../archive/index.ts';
import type { ClosingBasis } from '../model/closing.ts';
import { archiveFiles } from '../model/manifest.ts';
import type { Lang } from '../model/text.ts';
import { decidedOf } from './decided.ts';
import type { Decisions } from './decisions.ts';
import { ledgerAfter, ledgerTable } from './ledger.ts';
import { lettersOf, type Templates } from './letters/index.ts';
import { rosterAfter } from './next-roster.ts';
import { registerWorkbook } from './register.ts';
import { unitWorkbooks } from './units.ts';
import type { Closed } from './view.ts';

export async function* closingOutputs(
  basis: ClosingBasis,
  decisions: Decisions,
  templates: Templates,
  lang: Lang,
): AsyncGenerator<{ readonly name: string; readonly bytes: Uint8Array }> {
  const closed: Closed = { basis, decisions, ledger: ledgerAfter(basis, decisions) };
  yield { name: 'events.csv', bytes: utf8(csv(ledgerTable(closed.ledger, basis, lang))) };
  yield { name: 'roster.csv', bytes: utf8(csv(rosterAfter(basis, decisions, lang))) };
  yield { name: archiveFiles.decided, bytes: prettyJson(decidedOf(basis, decisions)) };
  const register = await registerWorkbook(closed, lang);
  if (register !== null) yield { name: 'register.xlsx', bytes: register };
  yield* unitWorkbooks(closed, lang);
  yield* lettersOf(closed, templates);
}

/** Are the tables there that must be, none that were declared absent, and the rate that settlement needs? */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type TableId, tables } from '../../model/tables/index.ts';
import { rateProblems } from '../cells/problems.ts';
import type { Rates } from '../rates.ts';
import { settingsFile } from '../settings.ts';
import { checkProblems } from './problems.ts';

/** Settlement is measured in US dollars: a package with settlement rows needs the rate. */
export const checkDollar = (hasSettlement: boolean, rates: Rates): Diagnostic[] =>
  hasSettlement && !rates.has('USD') ? [rateProblems.noDollar({}, {})] : [];

export function checkPresence(
  claimed: ReadonlySet<TableId>,
  absent: readonly TableId[],
  required: readonly TableId[],
): Diagnostic[] {
  const missing = required
    .filter((table) => !claimed.has(table) && !absent.includes(table))
    .map((table) => {
      const { title, names } = tables[table];
      return checkProblems.missing({}, { table, title: title.zh, names }, { value: table });
    });
  const present = absent
    .filter((table) => claimed.has(table))
    .map((table) => checkProblems.notAbsent({ file: settingsFile }, { table }, { value: table }));
  return [...missing, ...present];
}

/** What a line of a sheet is read as: one row, or, in a table laid out wide, one for each indicator. Each with its units. */
import type { Diagnostic, Location } from '../model/diagnostic.ts';
import type { TableOfFiles } from '../model/table.ts';
import type { FoundColumn, Header } from './header.ts';
import type { BankProfile, TableProfile } from './profile/profile.ts';
import { resolveUnits, type SheetUnits } from './sheet-units.ts';

/** The columns of a header that make one row; a wide table has one part for each indicator. */
export interface Part {
  readonly indicator: string | null;
  /** Of the figures, as their headers state it. */
  readonly unit: string | null;
  readonly columns: readonly FoundColumn[];
  readonly units: SheetUnits;
}

/** The words of a number of things: a title's 万元 is not meant for them. */
const isCount = /[数率次]$/;

export function partsOf(
  declaration: TableOfFiles,
  header: Header,
  at: Location,
  bank: Pick<TableProfile, 'units'> & Pick<BankProfile, 'used'>,
): { parts: readonly [Part, ...Part[]]; problems: readonly Diagnostic[] } {
  const indicators = [...new Set(header.columns.flatMap(({ indicator }) => indicator ?? []))];
  const resolve = (indicator: string | null) => {
    const columns = header.columns.filter(
      (found) => found.indicator === null || found.indicator === indicator,
    );
    const own = columns.filter((found) => indicator !== null && found.indicator === indicator);
    const stated = [...new Set(own.map(({ units: [first] }) => first?.text ?? null))];
    const unit = stated.length === 1 ? (stated[0] ?? null) : null;
    // What the headers say is the row's unit; beside it a title counts no more than beside a column of units.
    const bare =
      unit === null
        ? columns
        : columns.map((found) => (own.includes(found) ? { ...found, units: [] } : found));
    const titles = unit === null && indicator !== null && isCount.test(indicator) ? [] : header.titles;
    const { units, problems } = resolveUnits(declaration, { ...header, columns: bare, titles }, at, bank);
    return { part: { indicator, unit, columns, units }, problems };
  };
  const [first = null, ...others] = indicators;
  const resolved = [resolve(first), ...others.map(resolve)] as const;
  return {
    parts: [resolved[0].part, ...resolved.slice(1).map(({ part }) => part)],
    problems: resolved.flatMap(({ problems }) => problems),
  };
}

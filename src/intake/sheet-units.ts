/** Which unit the amounts of each column of a sheet are in, from its header, the title lines, or by default. */
import type { Diagnostic, Location } from '../model/diagnostic.ts';
import type { TableOfFiles } from '../model/table.ts';
import { unitProblems } from './cells/problems.ts';
import type { FoundColumn, Header } from './header.ts';
import type { BankProfile, TableProfile } from './profile/profile.ts';
import { mentionsLargeUnit, sameUnit, titleUnits, type Unit } from './units.ts';

export interface ColumnUnit {
  /** null: stated nowhere, so whole units of the table's currency. */
  readonly unit: Unit | null;
  readonly from: 'header' | 'title' | 'bank' | 'default';
}

export interface SheetUnits {
  /** Keyed by column of the table. */
  readonly columns: ReadonlyMap<string, ColumnUnit>;
  /** What a row's currency is where the row does not say. */
  readonly currency: string | null;
  /**
   * A plain 元 over the amounts of a table whose currency is another one: a row that states no currency may mean either.
   * null: there is no doubt.
   */
  readonly doubtful: Unit | null;
}

const unstated: ColumnUnit = { unit: null, from: 'default' };

export function resolveUnits(
  declaration: TableOfFiles,
  header: Header,
  at: Location,
  bank: Pick<TableProfile, 'units'> & Pick<BankProfile, 'used'>,
): { units: SheetUnits; problems: Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const row = header.rows[0] ?? 1;
  const title = titleUnit(header, at, problems);
  const columns = new Map<string, ColumnUnit>();
  for (const found of header.columns) {
    if (found.column === null || !isMeasured(declaration, found.column)) continue;
    const place = { ...at, row, column: found.header };
    const stated = columnUnit(declaration, found, title, place, problems);
    const said = stated.unit === null ? bank.units.get(found.column) : undefined;
    if (said !== undefined) bank.used.add(said.entry);
    columns.set(found.column, said === undefined ? stated : { unit: said.unit, from: 'bank' });
  }
  const hasCurrencyColumn = header.columns.some(({ column }) => column === 'currency');
  const currency = tableCurrency(
    declaration,
    [...columns.values()],
    hasCurrencyColumn,
    { ...at, row },
    problems,
  );
  const isUnclear =
    [...columns.values()].every(({ unit }) => unit === null) && header.titles.some(mentionsLargeUnit);
  if (columns.size > 0 && problems.length === 0 && isUnclear) {
    const mention = header.titles.find(mentionsLargeUnit) ?? null;
    problems.push(unitProblems.titleUnclear({ ...at, row }, {}, { value: mention }));
  }
  return { units: { columns, currency, doubtful: doubtfulUnit([...columns.values()], currency) }, problems };
}

/** Amounts of money, and figures of an indicator; a score has no unit. */
function isMeasured(declaration: TableOfFiles, column: string): boolean {
  const declared = declaration.columns[column];
  return (
    declared?.kind === 'amount' ||
    declared?.kind === 'product' ||
    (declared?.kind === 'figure' && !declared.points)
  );
}

/** `单位：万元、万美元` states one scale for two currencies; two scales are a contradiction. */
function titleUnit(header: Header, at: Location, problems: Diagnostic[]): Unit | null {
  const stated = header.titles.flatMap(titleUnits);
  const units = stated.filter((unit, index) => stated.findIndex((other) => sameUnit(other, unit)) === index);
  const [first] = units;
  if (first === undefined || units.length === 1) return first ?? null;
  if (units.every(({ exponent }) => exponent === first.exponent)) {
    return { ...first, text: units.map(({ text }) => text).join('、'), currency: null, mixed: true };
  }
  problems.push(
    unitProblems.disagree({ ...at, row: header.rows[0] ?? 1 }, { units: units.map(({ text }) => text) }),
  );
  return null;
}

function columnUnit(
  declaration: TableOfFiles,
  found: FoundColumn,
  title: Unit | null,
  at: Location,
  problems: Diagnostic[],
): ColumnUnit {
  const [own, ...others] = found.units;
  if (own === undefined) return title === null ? unstated : { unit: title, from: 'title' };
  const kind = declaration.columns[found.column ?? '']?.kind;
  const isAmount = kind === 'amount' || kind === 'product';
  if (isAmount && own.kind !== 'money') {
    problems.push(unitProblems.notMoney(at, { column: found.header }, { value: own.text }));
  }
  const rivals = [...others, ...(title === null || own.kind !== 'money' ? [] : [title])];
  const rival = rivals.find((other) => contradicts(own, other));
  if (rival !== undefined) {
    const problem = unitProblems.disagree(at, { units: [own.text, rival.text] });
    // The same contradiction in every column is one mistake.
    if (!problems.some(({ code, message }) => code === problem.code && message.en === problem.message.en)) {
      problems.push(problem);
    }
  }
  return { unit: own, from: 'header' };
}

/** A plain 元 in a title means yuan when a header says dollars. A title of two currencies fits either. */
const contradicts = (a: Unit, b: Unit): boolean =>
  a.kind !== b.kind ||
  a.exponent !== b.exponent ||
  (b.mixed !== true && (a.currency ?? 'CNY') !== (b.currency ?? 'CNY'));

/** The currency that the headers state for rows that state none. */
function tableCurrency(
  declaration: TableOfFiles,
  columns: readonly ColumnUnit[],
  hasCurrencyColumn: boolean,
  at: Location,
  problems: Diagnostic[],
): string | null {
  const byDefault = defaultCurrency(declaration);
  if (byDefault === null) return null;
  const units = columns.flatMap(({ unit }) => (unit === null ? [] : [unit]));
  const outright = new Set(units.flatMap(({ currency }) => (currency === null ? [] : [currency])));
  const [only] = outright;
  if (hasCurrencyColumn) return outright.size === 1 && only !== undefined ? only : byDefault;
  const plain = units.find(({ currency }) => currency === null);
  if (outright.size > 1 || (only !== undefined && only !== 'CNY' && plain !== undefined)) {
    problems.push(unitProblems.disagree(at, { units: [...new Set(units.map(({ text }) => text))] }));
  } else if (byDefault !== 'CNY' && only === undefined && plain !== undefined) {
    problems.push(unitProblems.currencyUnclear(at, { unit: plain.text, expected: byDefault }));
  }
  return only ?? byDefault;
}

function doubtfulUnit(columns: readonly ColumnUnit[], currency: string | null): Unit | null {
  if (currency === null || currency === 'CNY') return null;
  return (
    columns.find(({ unit }) => unit?.kind === 'money' && unit.currency === null && unit.mixed !== true)
      ?.unit ?? null
  );
}

/** Amounts of a table without a currency column are yuan; figures are in whatever their indicator is counted in. */
function defaultCurrency({ columns }: TableOfFiles): string | null {
  const { currency } = columns;
  if (currency?.kind === 'currency') return currency.default;
  return Object.values(columns).some(({ kind }) => kind === 'amount') ? 'CNY' : null;
}

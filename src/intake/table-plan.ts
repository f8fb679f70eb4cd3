/** What is read of a table: its columns in the order in which they depend on each other, and what a row begins as. */
import { one } from '../model/ratio.ts';
import {
  type FileColumn,
  type ProductColumn,
  type Source,
  type TableOfFiles,
  withWords,
} from '../model/table.ts';
import type { Header } from './header.ts';
import type { Part } from './parts.ts';
import { unknownPeriod } from './period.ts';
import {
  type ColumnReader,
  columnReader,
  type MadeOf,
  type ReadColumn,
  type SheetContext,
} from './readers/index.ts';
import { daysOver, type ProductBeside } from './readers/products.ts';
import type { Surroundings } from './sheet-read.ts';
import type { SheetUnits } from './sheet-units.ts';

export interface PlannedColumn {
  readonly name: string;
  readonly index: number;
  readonly reader: ColumnReader;
  readonly header: string;
  /** What every row has, of a column that the file lacks. */
  readonly constant: string | null;
  /** Its value follows from its cell, and nothing else of the row from it. */
  readonly standsAlone: boolean;
}

/** The columns of one row of a line. */
export interface PlannedPart {
  readonly columns: readonly PlannedColumn[];
  /** In a table laid out wide: a line of which all of these are blank has no such row. */
  readonly figures: readonly number[] | null;
}

/** Columns that others depend on are read first: the manager for every problem, currency and unit for the amounts. */
function phase(name: string, column: FileColumn): number {
  if (name === 'manager_id') return 0;
  return column.kind === 'amount' || column.kind === 'figure' ? 2 : 1;
}

const byCellAlone: ReadonlySet<FileColumn['kind']> = new Set([
  'id',
  'text',
  'date',
  'share',
  'choice',
  'declared',
]);
const ofTheRow: ReadonlySet<string> = new Set(['manager_id', 'indicator', 'unit']);
const standsAlone = (name: string, { kind }: FileColumn): boolean =>
  byCellAlone.has(kind) && !ofTheRow.has(name);

/**
 * The same object in one piece, and so are its copies: what JSON makes has room for all of its properties, any other
 * object keeps those after the fourth in a second one.
 */
function inOnePiece(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = Object.keys(values).map((name) => [name, null]);
  return Object.assign(JSON.parse(JSON.stringify(Object.fromEntries(names))), values);
}

export interface TablePlan {
  readonly parts: readonly PlannedPart[];
  /** Those of all parts. */
  readonly columns: readonly PlannedColumn[];
  readonly amounts: readonly PlannedColumn[];
  readonly beside: readonly ProductBeside[];
  /** What every row begins as: all of its properties at once, since objects that grow by name take five times the room. */
  readonly blank: Readonly<Record<string, unknown>>;
}

/** A table of a file, as it was recognised. */
interface TableOfFile {
  readonly source: Source;
  readonly declaration: TableOfFiles;
  readonly header: Header;
  readonly parts: readonly [Part, ...Part[]];
  readonly surroundings: Surroundings;
}

/** `contextOf`: what the readers of a part know, by the units of that part. */
export function planOf(table: TableOfFile, contextOf: (units: SheetUnits) => SheetContext): TablePlan {
  const parts = table.parts.map((part) => planPart(part, table, contextOf(part.units)));
  const columns = parts.flatMap((part) => part.columns);
  const { units } = table.parts[0];
  return {
    parts,
    columns,
    amounts: columns.filter(({ name }) => table.declaration.columns[name]?.kind === 'amount'),
    beside: productsBeside(table, units),
    blank: inOnePiece({ source: table.source, row: 0, exported: null, ...absentValues(table, units) }),
  };
}

function planPart(part: Part, table: TableOfFile, context: SheetContext): PlannedPart {
  const { columns } = table.declaration;
  const stated = part.columns.flatMap(({ index, header, column: own }) => {
    const name = columnReadAs(own, table);
    const column = name === null ? undefined : columns[name];
    if (own === null || name === null || column === undefined) return [];
    const over = columns[own]?.kind === 'product' ? columns[own].over : null;
    const madeOf: MadeOf | null =
      over === null ? null : { name: own, days: daysIn(over, table.surroundings) };
    // Beside the average that it makes it is only compared.
    return column.kind === 'product' ? [] : [{ index, header, name, column, madeOf, constant: null }];
  });
  const constants = Object.entries({ indicator: part.indicator, unit: part.unit }).flatMap(
    ([name, constant]) => {
      const column = columns[name];
      if (constant === null || column === undefined) return [];
      return [{ index: -1, header: constant, name, column, madeOf: null, constant }];
    },
  );
  const found = [...stated, ...constants];
  found.sort((a, b) => phase(a.name, a.column) - phase(b.name, b.column) || a.index - b.index);
  let amounts = 0;
  const planned = found.map(({ index, header, name, column, madeOf, constant }) => {
    const target: ReadColumn = { name, header, column };
    const amountIndex = column.kind === 'amount' ? amounts++ : 0;
    const reader = columnReader(context, target, amountIndex, madeOf);
    return { name, index, header, reader, constant, standsAlone: standsAlone(name, column) };
  });
  const figures = part.columns.filter(({ indicator }) => indicator !== null).map(({ index }) => index);
  return { columns: planned, figures: part.indicator === null ? null : figures };
}

/** The column that one of the file is read as: 积数 as the average that the file does not have. */
export function columnReadAs(
  name: string | null,
  { declaration, header }: Pick<TableOfFile, 'declaration' | 'header'>,
): string | null {
  const column = name === null ? undefined : declaration.columns[name];
  if (column?.kind !== 'product') return name;
  return header.columns.some((other) => other.column === column.of) ? name : column.of;
}

function daysIn(over: ProductColumn['over'], { period, profile }: Surroundings): number {
  // Without a period nothing is appraised, and the package says so.
  return period === unknownPeriod ? 1 : daysOver(over, period, profile.days);
}

function productsBeside(
  { declaration, header: { columns }, surroundings }: TableOfFile,
  units: SheetUnits,
): ProductBeside[] {
  return columns.flatMap(({ index, header, column: name }) => {
    const column = name === null ? undefined : declaration.columns[name];
    const average = columns.find((other) => column?.kind === 'product' && other.column === column.of);
    if (name === null || column?.kind !== 'product' || average === undefined) return [];
    const exponent = (of: string) => units.columns.get(of)?.unit?.exponent ?? 0;
    return [
      {
        product: { index, header, exponent: exponent(name) },
        average: { index: average.index, header: average.header, exponent: exponent(column.of) },
        days: daysIn(column.over, surroundings),
      },
    ];
  });
}

/** Keyed by column: what a row has where the file lacks it. */
function absentValues(
  { declaration, surroundings }: TableOfFile,
  units: SheetUnits,
): Record<string, unknown> {
  const columns = Object.entries(declaration.columns).filter(([, { kind }]) => kind !== 'product');
  return Object.fromEntries(
    columns.map(([name, column]) => [name, absentValue(column, surroundings, units)]),
  );
}

function absentValue(column: FileColumn, { declared }: Surroundings, units: SheetUnits): unknown {
  if (column.kind === 'share') return column.blank === 'whole' ? one : null;
  if (column.kind === 'currency') return units.currency;
  if (column.kind === 'decimal') return column.default;
  if (column.kind === 'declared') return withWords(column, declared).default;
  return column.kind === 'choice' ? column.default : null;
}

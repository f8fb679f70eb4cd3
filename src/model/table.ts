/**
 * How an input table is declared: its names, and its columns by kind. A declaration is data: intake reads by it,
 * and the type of the table's rows follows from it, so that a new column is one line.
 */
import type { Day, Quarter } from './calendar.ts';
import type { Hundredths } from './money.ts';
import type { Ratio } from './ratio.ts';
import type { Text } from './text.ts';

/** A word a cell may hold, its id in the tool, and the spellings met in the field. */
export interface Choice {
  readonly id: string;
  readonly text: Text;
  readonly also?: readonly string[];
}

/** Words that no table knows: the policies of a run declare them. */
export interface DeclaredWords {
  readonly grades: readonly Choice[];
  /** Nothing rests on what the grades are called, so that a roster may have others. */
  readonly anyGrade: boolean;
  /** The first is meant where a roster says nothing. */
  readonly statuses: readonly Choice[];
  readonly events: readonly Choice[];
  readonly activities: readonly Choice[];
  readonly ratings: readonly Choice[];
  /** The first is meant where a roster says nothing. */
  readonly series: readonly Choice[];
}

interface Column {
  /** The Chinese header, then the aliases met in the field. */
  readonly headers: readonly [string, ...string[]];
  /** The column must be there. */
  readonly required: boolean;
}

interface IdColumn extends Column {
  readonly kind: 'id';
  /** A cell may be blank although the column is required. */
  readonly mayBeBlank: boolean;
}
interface TextColumn extends Column {
  readonly kind: 'text';
  /** A name of somebody or something; else whatever was to be said. */
  readonly isName: boolean;
}
/**
 * An amount in the row's currency; becomes yuan, rounded once. A blank is 0 (and counted), an error where `mayBeBlank`
 * is false, and nothing known where it is `unknown`.
 */
export interface AmountColumn extends Column {
  readonly kind: 'amount';
  readonly mayBeBlank: boolean | 'unknown';
  /** The daily average of a span of time; else it adds up, or stands as it is on a day. */
  readonly average: boolean;
}
/** A sum of the balances of all days (积数), from which the average is made where the export has none. */
export interface ProductColumn extends Column {
  readonly kind: 'product';
  /** The column of the average. */
  readonly of: string;
  readonly over: 'year' | 'quarter';
}
/** A number in the unit that its row or header names (targets, metrics, scores): money to the cent, all else exactly. */
export interface FigureColumn extends Column {
  readonly kind: 'figure';
  readonly mayBeBlank: boolean;
  /** Points of a score: they have no unit. */
  readonly points: boolean;
  /** A plan asks for something, or for nothing; what is reached, corrected or scored may be below 0. */
  readonly mayBeNegative: boolean;
}
/** An exact decimal above 0 of any scale, as its shortest text: exchange rates, weights. */
export interface DecimalColumn extends Column {
  readonly kind: 'decimal';
  readonly default: string | null;
  /** It may stand in percent: `30%` is 0.3. */
  readonly orPercent: boolean;
}
interface DaysColumn extends Column {
  readonly kind: 'days';
}
/** A whole number, also below 0; a blank is nothing known. */
interface CountColumn extends Column {
  readonly kind: 'count';
}
interface YearColumn extends Column {
  readonly kind: 'year';
}
interface QuarterColumn extends Column {
  readonly kind: 'quarter';
}
interface DateColumn extends Column {
  readonly kind: 'date';
}
/** A share or percentage: `60%`, `0.6` or `60`; blank is the whole, or that none is agreed. */
export interface ShareColumn extends Column {
  readonly kind: 'share';
  readonly blank: 'whole' | 'none';
}
interface CurrencyColumn extends Column {
  readonly kind: 'currency';
  readonly default: string;
}
export interface ChoiceColumn<Id extends string = string> extends Column {
  readonly kind: 'choice';
  readonly choices: readonly (Choice & { readonly id: Id })[];
  /** What a blank cell or a missing column means; null: nothing is stated. */
  readonly default: Id | null;
  /** A word that is none of the choices is kept as it is instead of being an error (indicators that `metrics` carries), in a note too where `told`. */
  readonly open: boolean | 'told';
}
export type Declared = Exclude<keyof DeclaredWords, 'anyGrade'>;
/** A word that the policies declare. */
interface DeclaredColumn extends Column {
  readonly kind: 'declared';
  readonly words: Declared;
  /** A blank cell or a missing column means the first of the words. */
  readonly orFirst: boolean;
}

/** The column as a list of choices, once the words are known. */
export const withWords = (
  { headers, required, words, orFirst }: DeclaredColumn,
  declared: DeclaredWords,
): ChoiceColumn => ({
  kind: 'choice',
  headers,
  required,
  choices: declared[words],
  default: orFirst ? (declared[words][0]?.id ?? null) : null,
  open: words === 'grades' && declared.anyGrade ? 'told' : false,
});

export type AnyColumn =
  | IdColumn
  | TextColumn
  | AmountColumn
  | FigureColumn
  | DecimalColumn
  | DaysColumn
  | CountColumn
  | YearColumn
  | QuarterColumn
  | DateColumn
  | ShareColumn
  | CurrencyColumn
  | ChoiceColumn
  | DeclaredColumn;

export type FileColumn = AnyColumn | ProductColumn;

/**
 * What a cell becomes. `null`: the file has no such column, so that what rests on it is unknown.
 * A blank text or id is `''`, a blank amount or day count is 0; a blank date or choice without a default is null too.
 */
type ValueOf<C extends AnyColumn> = C extends DeclaredColumn
  ? string
  : C extends IdColumn | TextColumn
    ? C['required'] extends true
      ? string
      : string | null
    : C extends AmountColumn
      ? C['required'] extends true
        ? Hundredths
        : Hundredths | null
      : C extends FigureColumn
        ? C['required'] extends true
          ? Ratio
          : Ratio | null
        : C extends DaysColumn | CountColumn
          ? number | null
          : C extends YearColumn
            ? C['required'] extends true
              ? number
              : number | null
            : C extends QuarterColumn
              ? C['required'] extends true
                ? Quarter
                : Quarter | null
              : C extends DateColumn
                ? C['required'] extends true
                  ? Day
                  : Day | null
                : C extends DecimalColumn
                  ? string
                  : C extends ShareColumn
                    ? C['blank'] extends 'none'
                      ? Ratio | null
                      : Ratio
                    : C extends CurrencyColumn
                      ? string
                      : C extends ChoiceColumn<infer Id>
                        ? C['default'] extends null
                          ? C['required'] extends true
                            ? Id
                            : Id | null
                          : Id
                        : never;

/** One file, or one sheet of one: shared by all of its rows. */
export interface Source {
  readonly file: string;
  readonly sheet: string | null;
}

export interface RowOrigin {
  readonly source: Source;
  /** The row as Excel counts it, from 1; in a CSV file its first physical line. */
  readonly row: number;
  /**
   * The amounts as exported, in the row's own currency and in whole units (the header's unit applied), by column, as
   * exact decimals; null where they are yuan amounts that need no conversion.
   */
  readonly exported: Readonly<Record<string, string>> | null;
}

export interface TableDeclaration {
  readonly id: string;
  /** File or sheet names that claim the table, English first. */
  readonly names: readonly [string, ...string[]];
  readonly title: Text;
  readonly columns: Readonly<Record<string, AnyColumn>>;
  /** Columns of files, not of rows. */
  readonly products?: Readonly<Record<string, ProductColumn>>;
}

export type RowOf<T extends TableDeclaration> = RowOrigin & {
  readonly [K in keyof T['columns']]: ValueOf<T['columns'][K]>;
};

/** A table as its files have it. */
export interface TableOfFiles extends Omit<TableDeclaration, 'columns'> {
  readonly columns: Readonly<Record<string, FileColumn>>;
}

export const columnsOfFiles = ({ columns, products }: TableDeclaration): TableOfFiles['columns'] => ({
  ...columns,
  ...products,
});

/** The required columns that a file with these columns lacks: of an average its 积数 will do. */
export const lackedColumns = ({ columns }: TableOfFiles, present: ReadonlySet<string | null>): string[] => {
  const made = Object.entries(columns).flatMap(([name, column]) =>
    column.kind === 'product' && present.has(name) ? column.of : [],
  );
  return Object.entries(columns).flatMap(([name, { required: must }]) =>
    must && !present.has(name) && !made.includes(name) ? name : [],
  );
};

type Headers = readonly [string, ...string[]];
type Optional = { required?: boolean };

// The vocabulary of declarations. `required` defaults to false; the literal types decide the rows' types.
export const required = { required: true } as const;

const flag = <O extends Optional>(options?: O) =>
  ({ required: options?.required ?? false }) as { required: O['required'] extends true ? true : false };

export const id = <const O extends Optional & { mayBeBlank?: boolean }>(headers: Headers, options?: O) => ({
  kind: 'id' as const,
  headers,
  mayBeBlank: options?.mayBeBlank ?? false,
  ...flag(options),
});
export const text = <const O extends Optional>(headers: Headers, options?: O) => ({
  kind: 'text' as const,
  isName: false,
  headers,
  ...flag(options),
});
export const name = <const O extends Optional>(headers: Headers, options?: O) => ({
  ...text(headers, options),
  isName: true,
});
export const amount = <const O extends Optional & { mayBeBlank?: boolean | 'unknown'; average?: boolean }>(
  headers: Headers,
  options?: O,
) => ({
  kind: 'amount' as const,
  headers,
  mayBeBlank: options?.mayBeBlank ?? true,
  average: options?.average ?? false,
  ...flag(options),
});
export const product = (headers: Headers, of: string, over: ProductColumn['over']) => ({
  kind: 'product' as const,
  headers,
  of,
  over,
  ...flag(),
});
export const figure = <
  const O extends Optional & { mayBeBlank?: boolean; points?: boolean; mayBeNegative?: boolean },
>(
  headers: Headers,
  options?: O,
) => ({
  kind: 'figure' as const,
  headers,
  mayBeBlank: options?.mayBeBlank ?? false,
  points: options?.points ?? false,
  mayBeNegative: options?.mayBeNegative ?? true,
  ...flag(options),
});
export const decimal = <const O extends Optional & { default?: string; orPercent?: boolean }>(
  headers: Headers,
  options?: O,
) => ({
  kind: 'decimal' as const,
  headers,
  default: options?.default ?? null,
  orPercent: options?.orPercent ?? false,
  ...flag(options),
});
export const days = (headers: Headers) => ({ kind: 'days' as const, headers, ...flag() });
export const count = (headers: Headers) => ({ kind: 'count' as const, headers, ...flag() });
export const year = <const O extends Optional>(headers: Headers, options?: O) => ({
  kind: 'year' as const,
  headers,
  ...flag(options),
});
export const quarter = <const O extends Optional>(headers: Headers, options?: O) => ({
  kind: 'quarter' as const,
  headers,
  ...flag(options),
});
export const date = <const O extends Optional>(headers: Headers, options?: O) => ({
  kind: 'date' as const,
  headers,
  ...flag(options),
});
export const share = <const O extends { blank?: ShareColumn['blank'] }>(headers: Headers, options?: O) => ({
  kind: 'share' as const,
  headers,
  blank: (options?.blank ?? 'whole') as O['blank'] extends 'none' ? 'none' : 'whole',
  ...flag(),
});
export const currency = <const O extends Optional & { default: string }>(headers: Headers, options: O) => ({
  kind: 'currency' as const,
  headers,
  default: options.default,
  ...flag(options),
});
export const choice = <
  Id extends string,
  const O extends Optional & { default?: NoInfer<Id>; open?: boolean },
>(
  headers: Headers,
  choices: readonly (Choice & { readonly id: Id })[],
  options?: O,
) => ({
  kind: 'choice' as const,
  headers,
  choices,
  open: options?.open ?? false,
  default: (options?.default ?? null) as O['default'] extends Id ? Id : null,
  ...flag(options),
});
/** Words that the policies declare; `orFirst`: where nothing is said, the first of them is meant. */
export const declared = <const O extends Optional & { orFirst?: boolean }>(
  headers: Headers,
  words: Declared,
  options?: O,
) => ({ kind: 'declared' as const, headers, words, orFirst: options?.orFirst ?? false, ...flag(options) });

/**
 * How much one file may make the tool do. A file that says little and means much (a bomb, or a sheet formatted down to
 * its last row) is refused in bounded time and memory; `limits` in package.yaml raises a limit for a package that needs it.
 */
export interface Limits {
  /** Megabytes of a workbook once unpacked. A sheet of a million rows and a dozen columns has about 500. */
  readonly 'unpacked-mb': number;
  /** Megabytes of an old .xls, or of a web page of that name: they are held in memory, at many times their size. */
  readonly 'xls-mb': number;
  /** Parts of a workbook: sheets, pictures, drawings. */
  readonly entries: number;
  /** Cells of one sheet or CSV file, up to the last filled one of each row. */
  readonly cells: number;
  /** Million characters in the shared texts of a workbook: they are held in memory. */
  readonly 'texts-million': number;
  /** Kilo-characters of one cell, or of one line of a CSV file. */
  readonly 'cell-kb': number;
}

export const defaultLimits: Limits = {
  'unpacked-mb': 1024,
  'xls-mb': 64,
  entries: 2000,
  cells: 100_000_000,
  'texts-million': 100,
  'cell-kb': 1024,
};

export type Limit = keyof Limits;
export const limitNames = Object.keys(defaultLimits) as Limit[];

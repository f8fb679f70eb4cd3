/**
 * The one place for type, colour, number formats and page set-up.
 *
 * Amounts: a format that shows 万元 from a cell holding yuan does not exist for two places. A comma in a format
 * divides by 1,000 only; `0!.0,` shows one place and no separators; dividing by 10,000 takes `,,%`, whose percent sign
 * can only be hidden behind a line break that WPS, LibreOffice and the clipboard all show. So detail sheets show yuan
 * to the cent (`yuan`), and every other sheet holds 万元 to the cent: yuan ÷ 10,000, by formula where the yuan stand in
 * the same workbook, with six places in the cell and two on show (`wan`). A figure that two places would make look
 * equal to its threshold is shown in full (`wanFull`, `percentFull`).
 */

export type Format =
  | 'text'
  /** Digits that are a name (ids, article numbers): a text also after a reader edits the cell. */
  | 'code'
  | 'date'
  | 'whole'
  | 'decimal'
  | 'decimalFull'
  | 'yuan'
  | 'wan'
  | 'wanFull'
  | 'percent'
  | 'percentFull'
  /** Percentage points: a difference of two percentages. */
  | 'points'
  /** Without places, for the axes of charts. */
  | 'wanWhole'
  | 'percentWhole';

export type Tone = 'good' | 'bad' | 'warn' | 'open' | 'muted';

/** What a cell is, as opposed to what it holds. */
export type Look =
  | 'body'
  | 'strong'
  /** A coloured word. */
  | 'mark'
  | 'group'
  | 'groupMark'
  | 'total'
  | 'title'
  | 'line'
  /** A line that is longer than the sheet is wide. */
  | 'longLine'
  | 'heading'
  | 'header'
  /** Over numbers. */
  | 'headerNumber'
  | 'paragraph'
  /** Forms: a small caption, its value, a figure to be seen from afar, a line to sign on. */
  | 'label'
  | 'value'
  | 'big'
  | 'sign'
  /** A bar of block characters. */
  | 'bar'
  /** An answer that a reader writes. */
  | 'answer';

export const numberFormats: Readonly<Record<Format, string>> = {
  text: 'General',
  code: '@',
  date: 'yyyy\\-mm\\-dd',
  whole: '#,##0;[Red]\\-#,##0',
  decimal: '#,##0.00;[Red]\\-#,##0.00',
  decimalFull: '#,##0.00#######;[Red]\\-#,##0.00#######',
  yuan: '#,##0.00;[Red]\\-#,##0.00',
  wan: '#,##0.00;[Red]\\-#,##0.00',
  wanFull: '#,##0.00####;[Red]\\-#,##0.00####',
  percent: '0.00%;[Red]\\-0.00%',
  percentFull: '0.00##########%;[Red]\\-0.00##########%',
  points: '\\+0.00%;[Red]\\-0.00%;0.00%',
  wanWhole: '#,##0',
  percentWhole: '0%',
};

const rightAligned: ReadonlySet<Format> = new Set<Format>([
  'whole',
  'decimal',
  'decimalFull',
  'yuan',
  'wan',
  'wanFull',
  'percent',
  'percentFull',
  'points',
  'wanWhole',
  'percentWhole',
]);

const full: ReadonlySet<Format> = new Set<Format>(['wanFull', 'decimalFull', 'percentFull']);

/** Dark text on a light ground of the same hue: contrast of at least 7 to 1. */
const tones: Readonly<Record<Tone, { readonly ink: string; readonly ground: string | null }>> = {
  good: { ink: '0B5D2A', ground: 'E3F4E8' },
  bad: { ink: '8C1111', ground: 'FBE4E4' },
  warn: { ink: '6E4200', ground: 'FDF0D5' },
  open: { ink: '3B2A78', ground: 'ECE8F8' },
  muted: { ink: '595959', ground: null },
};

const ink = '1F2933';
const quiet = '595959';
const brand = '1F3A5F';
const hairline = { style: 'hair', color: { argb: 'FFB8C1CC' } } as const;
const line = { style: 'thin', color: { argb: 'FF7B8794' } } as const;

export const bodyFont = 'Microsoft YaHei';
export const bodySize = 10;

/** Has the block characters, all of one width. */
const barFont = 'Arial';

interface LookSpec {
  readonly font?: string;
  readonly top?: true;
  readonly size?: number;
  readonly bold?: boolean;
  readonly ink?: string;
  readonly ground?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly border?: 'row' | 'box' | 'total' | 'sign' | 'heading';
}

const looks: Readonly<Record<Look, LookSpec>> = {
  body: { wrap: true, border: 'row' },
  strong: { wrap: true, border: 'row', bold: true },
  mark: { wrap: true, border: 'row', align: 'center' },
  group: { wrap: true, border: 'row', bold: true, ground: 'E8EEF5' },
  groupMark: { wrap: true, border: 'row', bold: true, ground: 'E8EEF5', align: 'center' },
  total: { bold: true, border: 'total', ground: 'F3F5F8' },
  title: { size: 16, bold: true, ink: brand },
  line: { ink: quiet },
  longLine: { ink: quiet, wrap: true },
  heading: { size: 11, bold: true, ink: brand, border: 'heading' },
  header: { bold: true, ink: 'FFFFFF', ground: brand, align: 'center', wrap: true },
  // Clear of the filter's button.
  headerNumber: { bold: true, ink: 'FFFFFF', ground: brand, align: 'right', wrap: true, indent: 2 },
  paragraph: { wrap: true },
  label: { ink: quiet, ground: 'F3F5F8', border: 'box', align: 'center', wrap: true },
  value: { border: 'box', wrap: true },
  big: { size: 13, bold: true, border: 'box', align: 'center', wrap: true, ink: brand },
  sign: { border: 'sign' },
  bar: { font: barFont, size: 8, border: 'box', align: 'center', ink: '2F6F9F' },
  answer: { border: 'box', wrap: true, ground: 'FFFBE6', top: true },
};

/** Height in points of a row with so many lines of body text. */
export const rowHeight = (lines: number, size: number = bodySize): number =>
  Math.max(17, Math.ceil(lines * size * 1.45) + 2);

/** What decides how much room a text takes. */
interface Traits {
  readonly size: number;
  readonly bold: boolean;
  readonly wraps: boolean;
}

const traits = new Map(
  Object.entries<LookSpec>(looks).map(([look, { size = bodySize, bold = false, wrap: wraps = false }]) => [
    look,
    { size, bold, wraps },
  ]),
);
export const traitsOf = (look: Look = 'body'): Traits => traits.get(look) as Traits;

const argb = (colour: string) => ({ argb: `FF${colour}` });
const solid = (colour: string) => ({ type: 'pattern', pattern: 'solid', fgColor: argb(colour) }) as const;

const borders = {
  row: { bottom: hairline },
  box: { top: hairline, bottom: hairline, left: hairline, right: hairline },
  total: { top: line, bottom: line },
  sign: { bottom: line },
  heading: { bottom: { style: 'thin', color: argb(brand) } },
} as const;

/** A style in the words of the workbook library. */
export interface LibraryStyle {
  readonly numFmt: string;
  readonly font: object;
  readonly alignment?: object;
  readonly fill?: object;
  readonly border?: object;
  readonly protection?: object;
}

/** The place of each of these among them. */
function numbered<K extends string>(of: Readonly<Record<K, unknown>>): (key: K) => number {
  const numbers = new Map(Object.keys(of).map((key, index) => [key, index]));
  return (key) => numbers.get(key) as number;
}

const numberIn = { looks: numbered(looks), formats: numbered(numberFormats), tones: numbered(tones) };
const [formats, hues] = [Object.keys(numberFormats).length, Object.keys(tones).length + 1];

/** A style: its place among all that have been asked for. */
export type Style = number;

const made: LibraryStyle[] = [];
const keep = (style: LibraryStyle): Style => made.push(style) - 1;
export const libraryStyle = (style: Style): LibraryStyle => made[style] as LibraryStyle;

/** The style of each combination, by its key. */
const ofCells = new Map<number, Style>();

/** The style of a cell: one for each combination, made when it is first asked for. */
export function styleOf(
  look: Look,
  format: Format,
  tone: Tone | undefined,
  indent: number,
  linked: boolean,
  open = false,
): Style {
  // A number for each combination, not a text: every cell of every workbook asks.
  const hue = tone === undefined ? 0 : 1 + numberIn.tones(tone);
  const kind = (numberIn.looks(look) * formats + numberIn.formats(format)) * hues + hue;
  const key = (kind * 64 + indent) * 4 + (linked ? 2 : 0) + (open ? 1 : 0);
  const known = ofCells.get(key);
  if (known !== undefined) return known;
  const spec = looks[look];
  const colours = tone === undefined ? undefined : tones[tone];
  // The ground of a bar would be taken for the rest of it.
  const ground = look === 'bar' ? undefined : (colours?.ground ?? spec.ground);
  const horizontal =
    spec.align ?? (rightAligned.has(format) ? 'right' : format === 'date' ? 'center' : 'left');
  // A text keeps its distance from the number or the line at its left.
  const steps =
    indent +
    (spec.indent ?? 0) +
    (horizontal === 'left' && spec.border !== undefined && spec.border !== 'heading' ? 1 : 0);
  const style = keep({
    numFmt: numberFormats[format],
    font: {
      name: spec.font ?? bodyFont,
      size: spec.size ?? bodySize,
      bold: spec.bold ?? false,
      color: argb(linked ? '0B4F9E' : (colours?.ink ?? spec.ink ?? ink)),
      ...(linked ? { underline: true } : {}),
    },
    alignment: {
      vertical: spec.top === true ? 'top' : 'middle',
      horizontal,
      wrapText: spec.wrap === true && !rightAligned.has(format),
      // Four places more may not fit where two do.
      ...(full.has(format) ? { shrinkToFit: true } : {}),
      ...(steps > 0 ? { indent: steps } : {}),
    },
    ...(ground === undefined ? {} : { fill: solid(ground) }),
    ...(spec.border === undefined ? {} : { border: borders[spec.border] }),
    ...(open ? { protection: { locked: false } } : {}),
  });
  ofCells.set(key, style);
  return style;
}

const ofEntries = new Map<Format, Style>();

/** Of a column that a reader fills in: one for each format. */
export function entryStyle(format: Format): Style {
  const known = ofEntries.get(format);
  if (known !== undefined) return known;
  const style = keep({ numFmt: numberFormats[format], font: { name: bodyFont, size: bodySize } });
  ofEntries.set(format, style);
  return style;
}

/** The colours that a coloured word takes on: a difference laid over the cell's own style. */
export const markStyle = (tone: Tone): { readonly font: object; readonly fill?: object } => {
  const { ink: colour, ground } = tones[tone];
  return {
    font: { color: argb(colour) },
    ...(ground === null ? {} : { fill: { type: 'pattern', pattern: 'solid', bgColor: argb(ground) } }),
  };
};

/** Series of charts, told apart by people who see few colours, too; none is the colour of what is unknown. */
export const chartColours = ['1F4E79', 'C55A11', '2E8B57', 'B5478F', 'B8860B', '4A90A4', '8C1111'] as const;
export const chartTones: Readonly<Record<Tone, string>> = {
  good: '2E8B57',
  warn: 'E0A030',
  bad: 'B03030',
  open: '7B5EA7',
  muted: '9AA5B1',
};
/** How high a chart is, in rows of so many points. */
export const chartRows = 15;
export const chartRow = 18;
/** The height of a row between two blocks. */
export const smallGap = 9;

/** What kind of page a sheet is. */
export type PageKind =
  /** What one person is told and signs. */
  | 'statement'
  /** Rows to work through: one line for each person or thing. */
  | 'list'
  /** Small tables and charts beside and under each other. */
  | 'matrix'
  /** How a result comes about, step by step. */
  | 'derivation'
  /** To be filled in by hand or on the screen. */
  | 'form'
  /** Rows in each of which a person answers. */
  | 'answers'
  /** The sheets of a workbook, a line each. */
  | 'contents'
  /** What the figures rest on: sources, sums that must agree, parameters, the run. */
  | 'proof';

interface PageSetup {
  readonly paper: 'portrait' | 'landscape';
  readonly tab: string;
  /** All of it on one page. */
  readonly onePage?: true;
  /** Of equal width, filling the paper; without it the contents of the lists decide. */
  readonly columns?: number;
  /** The sheet's name at the head of each page; where the title says it already, not. */
  readonly headed: boolean;
  /** Protected without a password: only its `open` cells can be changed. */
  readonly locked?: true;
}

/** The page of each kind: no sheet has settings of its own. */
export const pages: Readonly<Record<PageKind, PageSetup>> = {
  statement: { paper: 'portrait', tab: '1F3A5F', columns: 24, onePage: true, headed: false },
  list: { paper: 'landscape', tab: 'B5482A', headed: true },
  matrix: { paper: 'landscape', tab: '2F6F9F', headed: true },
  derivation: { paper: 'landscape', tab: '4F7A4C', headed: true },
  form: { paper: 'portrait', tab: 'C9A227', columns: 24, onePage: true, headed: false, locked: true },
  answers: { paper: 'landscape', tab: 'A8862B', headed: true, locked: true },
  contents: { paper: 'portrait', tab: '34567A', headed: false },
  proof: { paper: 'landscape', tab: '7B8794', headed: true },
};

/** A4 in inches: room for a hole punch at the left, for the head and for the foot. */
export const margins = { left: 0.55, right: 0.4, top: 0.5, bottom: 0.6, header: 0.25, footer: 0.3 } as const;

/** Per cent, on every screen. */
export const zoom = 100;

const paperWidth = { portrait: 8.27, landscape: 11.69 } as const;
const paperHeight = { portrait: 11.69, landscape: 8.27 } as const;
/** Points that nothing on paper falls below. */
const leastPrinted = 8;
/** A digit of the body font in points, in the widest of the fonts that stand in where a computer has not got it. */
const digitWidth = 6.4;

/** How many digits of column width a page holds with its texts still legible. */
export const roomOn = (kind: PageKind): number =>
  Math.floor(
    ((paperWidth[pages[kind].paper] - margins.left - margins.right) * 72 * (bodySize / leastPrinted)) /
      digitWidth,
  );

/** How many points of rows a page holds with its texts still legible. */
export const heightOn = (kind: PageKind): number =>
  Math.floor(
    (paperHeight[pages[kind].paper] - margins.top - margins.bottom) * 72 * (bodySize / leastPrinted),
  );

/** A digit of the body font itself, the narrowest that prints: sheets shrink least with it, and pages hold least. */
const narrowDigit = 5.5;

/** How many points of rows one page holds of a sheet with columns so wide, all of them side by side on it. */
export function heightAt(kind: PageKind, widths: readonly number[]): number {
  const { paper } = pages[kind];
  const wide = widths.reduce((sum, width) => sum + width, 0) * narrowDigit;
  const scale = Math.min(1, ((paperWidth[paper] - margins.left - margins.right) * 72) / wide);
  return Math.floor(((paperHeight[paper] - margins.top - margins.bottom) * 72) / scale);
}

/**
 * The styles of a workbook as XML. The library writes each style once; a workbook's own list is put together from what
 * it wrote, since every manager's workbook uses some fifty styles, and no two the same ones.
 */
import { writtenStyles } from './frame.ts';
import { bodyFont, bodySize, libraryStyle, type Style } from './style.ts';

const format = /<numFmt numFmtId="(\d+)" (formatCode="[^"]*")\/>/g;
const font = /<font>.*?<\/font>/gs;
const fill = /<fill>.*?<\/fill>/gs;
const border = /<border>.*?<\/border>/gs;
const style =
  /<xf numFmtId="(\d+)" fontId="(\d+)" fillId="(\d+)" borderId="(\d+)"([^>]*?(?:\/>|>.*?<\/xf>))/gs;

/** What an element of the stylesheet holds. */
const matchesIn = (xml: string, element: string, each: RegExp): RegExpMatchArray[] => [
  ...(new RegExp(`<${element} .*</${element}>`, 's').exec(xml)?.[0] ?? '').matchAll(each),
];
const listed = (xml: string, element: string, each: RegExp): string[] =>
  matchesIn(xml, element, each).map(([part]) => part);

/** A style as the library writes it. */
interface Written {
  /** The format's number, or where it has none of its own what it says. */
  readonly format: { readonly number: string } | { readonly code: string };
  readonly font: string;
  readonly fill: string;
  readonly border: string;
  /** All else: the end of its element. */
  readonly rest: string;
}

/** The styles of a part, by their numbers. */
function stylesIn(xml: string): Written[] {
  const codes = new Map(matchesIn(xml, 'numFmts', format).map(([, number, code = '']) => [number, code]));
  const fonts = listed(xml, 'fonts', font);
  const fills = listed(xml, 'fills', fill);
  const borders = listed(xml, 'borders', border);
  return matchesIn(xml, 'cellXfs', style).map(([, number = '', ofFont, ofFill, ofBorder, rest = '']) => {
    const code = codes.get(number);
    return {
      format: code === undefined ? { number } : { code },
      font: fonts[Number(ofFont)] ?? '',
      fill: fills[Number(ofFill)] ?? '',
      border: borders[Number(ofBorder)] ?? '',
      rest,
    };
  });
}

const known: Written[] = [];

async function learn(wanted: readonly Style[]): Promise<void> {
  const fresh = wanted.filter((style) => known[style] === undefined);
  if (fresh.length === 0) return;
  const { xml, numbers } = await writtenStyles(fresh.map(libraryStyle));
  const written = stylesIn(xml);
  fresh.forEach((style, index) => {
    const own = written[numbers[index] ?? 0];
    if (own === undefined) throw new Error('the library has not written a style');
    known[style] = own;
  });
}

/** Parts of one kind, each once, by their places. */
class Kind {
  readonly #places: Map<string, number>;

  constructor(start: readonly string[] = []) {
    this.#places = new Map(start.map((part, index) => [part, index]));
  }

  place(part: string): number {
    const place = this.#places.get(part) ?? this.#places.size;
    this.#places.set(part, place);
    return place;
  }

  /** The element that holds them all. */
  xml(element: string, more = ''): string {
    return `<${element} count="${this.#places.size}"${more}>${[...this.#places.keys()].join('')}</${element}>`;
  }
}

/**
 * The font of the style Normal, which the widths of columns are counted in: one digit of it. The library has Calibri, and
 * a program without that font makes every column a third wider or narrower than the texts in it.
 */
const normal = `<font><sz val="${bodySize}"/><name val="${bodyFont}"/><family val="2"/></font>`;

// Below it are the formats that every program knows by their numbers.
const firstFormat = 164;

interface Stylesheet {
  readonly xml: string;
  /** By style; none of a style that is not wanted. */
  readonly numbers: readonly (number | undefined)[];
}

/** A frame's `xl/styles.xml` with these styles for its cells, in this order, and their numbers. */
export async function stylesheet(frame: string, wanted: readonly Style[]): Promise<Stylesheet> {
  await learn(wanted);
  const codes = new Map<string, string>();
  const numberOf = (code: string): string => {
    const number = codes.get(code) ?? String(firstFormat + codes.size);
    codes.set(code, number);
    return number;
  };
  const kind = (element: string, each: RegExp): Kind => new Kind(listed(frame, element, each));
  const fonts = new Kind([normal, ...listed(frame, 'fonts', font).slice(1)]);
  const fills = kind('fills', fill);
  const borders = kind('borders', border);
  const styles = kind('cellXfs', style);
  const numbers: number[] = [];
  for (const each of wanted) {
    const { format, rest, ...parts } = known[each] as Written;
    const number = 'number' in format ? format.number : numberOf(format.code);
    const ids = `numFmtId="${number}" fontId="${fonts.place(parts.font)}" fillId="${fills.place(parts.fill)}" borderId="${borders.place(parts.border)}"`;
    numbers[each] = styles.place(`<xf ${ids}${rest}`);
  }
  const formats = new Kind([...codes].map(([code, number]) => `<numFmt numFmtId="${number}" ${code}/>`));
  const written = [
    codes.size === 0 ? '' : formats.xml('numFmts'),
    fonts.xml('fonts', ' x14ac:knownFonts="1"'),
    fills.xml('fills'),
    borders.xml('borders'),
  ].join('');
  const xml = frame
    .replace(/<fonts .*<\/borders>/s, () => written)
    .replace(/<cellXfs .*<\/cellXfs>/s, () => styles.xml('cellXfs'));
  return { xml, numbers };
}

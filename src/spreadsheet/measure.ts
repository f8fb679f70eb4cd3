/** How much room a text takes: widths in digits of the body font, Chinese characters double, and lines when wrapped. */
import type { Cell } from './sheet.ts';
import type { Format } from './style.ts';

/** Ranges of code points that are two digits wide. */
const wide =
  /[\u1100-\u115f\u2018-\u201d\u2026\u2460-\u24ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

export function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // The ranges that nearly all characters fall into, before the full list is asked.
    if (code < 0x1100) width += 1;
    else if (code >= 0x2e80 && code <= 0xa4cf) width += 2;
    else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? code);
      width += wide.test(character) ? 2 : 1;
      at += character.length - 1;
    }
  }
  return width;
}

const wholeDigits = (value: number): number => {
  const digits = Math.max(1, Math.floor(Math.log10(Math.max(1, Math.abs(value)))) + 1);
  return digits + Math.floor((digits - 1) / 3) + (value < 0 ? 1 : 0);
};

/** Of nine at most, two at least. */
const decimalsOf = (value: number): number =>
  Math.max(2, (value.toFixed(9).replace(/0+$/, '').split('.')[1] ?? '').length);

const numberWidths: Readonly<Record<Format, (value: number) => number>> = {
  text: (value) => String(value).length,
  code: (value) => String(value).length,
  date: () => 10,
  whole: wholeDigits,
  decimal: (value) => wholeDigits(value) + 3,
  decimalFull: (value) => wholeDigits(value) + 1 + decimalsOf(value),
  yuan: (value) => wholeDigits(value) + 3,
  wan: (value) => wholeDigits(value) + 3,
  wanFull: (value) => wholeDigits(value) + 7,
  percent: (value) => wholeDigits(value * 100) + 4,
  percentFull: (value) => wholeDigits(value * 100) + 2 + decimalsOf(value * 100),
  points: (value) => wholeDigits(value * 100) + 5,
  wanWhole: wholeDigits,
  percentWhole: (value) => wholeDigits(value * 100) + 1,
};

/** The width of a cell's value as shown. */
export const shownWidth = (value: string | number | null, format: Cell['format']): number => {
  if (value === null) return 0;
  return typeof value === 'number' ? numberWidths[format](value) : textWidth(longestLine(value));
};

const longestLine = (text: string): string =>
  text.includes('\n')
    ? text.split('\n').reduce((longest, each) => (textWidth(each) > textWidth(longest) ? each : longest), '')
    : text;

/** How much wider than two digits a Chinese character may come out. */
const wideSlack = 1.03;
/** In digits. */
const wideCell = 40;

/** How many lines a text takes in a cell so wide. Latin words do not break, so they are given some slack. */
export function linesOf(text: string, cellWidth: number): number {
  const room = Math.max(2, cellWidth);
  if (!text.includes('\n')) return linesIn(room, text);
  return text.split('\n').reduce((lines, part) => lines + linesIn(room, part), 0);
}

function linesIn(room: number, part: string): number {
  // No character is wider than two digits: most texts are seen to fit without being measured.
  if (2 * part.length <= room) return 1;
  const width = textWidth(part);
  if (width <= room) return 1;
  // In a wide cell a Chinese text loses little by the numbers in it, which do not break either.
  const unbroken = part.includes(' ') && (room < wideCell || width < 1.4 * part.length);
  return Math.ceil((width * (unbroken ? 1.12 : wideSlack)) / room);
}

/** Bold Latin letters are wider than digits; a word that does not fit is broken within. */
const boldWidth = (text: string): number =>
  /[A-Za-z]{3}/.test(text) ? Math.ceil(textWidth(text) * 1.15) + 1 : textWidth(text);

const wordsOf = (text: string): string[] => text.split(/[ /]|(?<=[^ -~])|(?=[^ -~])/u);
const longestWord = (text: string): number => Math.max(...wordsOf(text).map(boldWidth));

/** A header before each of its brackets: "余额", "（万元）". */
const partsOf = (header: string): string[] => header.split(/(?= [（(])|(?<! )(?=[（(])/u);

/** Digits: what stands in brackets is kept in one line up to here. */
const longestBracket = 18;

/** Breaks between any two of its characters: no word is longer than a digit or two. */
const breaksAnywhere = (text: string): boolean => !/[A-Za-z]{3}|[!-~]{4}/.test(text);

/** The least width of a text in so many lines: a part of a Chinese one, the longest word of an English one. */
function broken(text: string, lines: number): number {
  const [whole, word] = [textWidth(text), longestWord(text)];
  const least = lines > 2 ? 6 : 8;
  if (whole <= least) return Math.max(whole, word);
  const part = 2 * Math.ceil(whole / 2 / lines);
  return Math.max(word, breaksAnywhere(text) ? part : part + 3, least);
}

/** The least width in which a header takes so many lines, and one more for each of its brackets. */
export function headerWidth(header: string, lines: number): number {
  const [name = '', ...brackets] = partsOf(header);
  const inBrackets = brackets.map((each) => {
    const width = boldWidth(each.trim());
    return width <= longestBracket ? width : Math.max(12, longestWord(each));
  });
  return Math.max(broken(name, lines), ...inBrackets);
}

/** The same of a header without line breaks: one with brackets takes one line, else it would be broken within them. */
export const fixedHeaderWidth = (header: string, lines: number): number =>
  partsOf(header).length > 1 ? Math.ceil(boldWidth(header) * wideSlack) : headerWidth(header, lines);

/** A Chinese text in lines of about one length. */
function balanced(text: string, width: number): string {
  if (textWidth(text) <= width || !breaksAnywhere(text)) return text;
  const count = Math.ceil(textWidth(text) / Math.max(2, width - (width % 2)));
  const most = 2 * Math.ceil(textWidth(text) / 2 / count);
  const lines: string[] = [''];
  for (const word of text.match(/[!-~]+|[^!-~]/gu) ?? []) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && textWidth(line + word) > most) lines.push(word);
    else lines[lines.length - 1] = line + word;
  }
  return lines.join('\n');
}

/** A header with its line breaks where it does not fit so wide a cell: before brackets, never within them. */
export function brokenHeader(header: string, width: number): string {
  const lines: string[] = [];
  for (const part of partsOf(header)) {
    const joined = (lines.at(-1) ?? '') + part;
    if (lines.length > 0 && boldWidth(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(part.trim());
  }
  return lines.map((line, at) => (at === 0 ? balanced(line, width) : line)).join('\n');
}

/** A header without its line breaks. */
export const unbroken = (header: string): string => header.replaceAll(/\n(?=\()/g, ' ').replaceAll('\n', '');

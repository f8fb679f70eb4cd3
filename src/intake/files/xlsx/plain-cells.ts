/**
 * A sheet's XML on its way to the parser. Plain cells, which are nearly all of it, do not go there: there are millions of
 * them, and what the parser would say of each is known. Whatever is written in any other way is the parser's.
 */
import { longestCell } from '../fault.ts';
import type { Limits } from '../limits.ts';
import type { SheetHandler } from './sheet.ts';
import { type XmlParser, xmlParser } from './xml.ts';

const dataTag = '<sheetData>';
/** A tag that ends where it seems to. */
const rowTag = /<row(?: [\w:]+="[^"<>&]*")*\/?>/y;
const rowEnd = '</row>';

export function sheetParser(handler: SheetHandler, limits: Limits): XmlParser {
  const parser = xmlParser(handler, limits);
  const longest = longestCell(limits);
  let text = '';
  /** How much of it is taken. */
  let at = 0;

  const give = (to: number): void => {
    parser.write(text.slice(at, to));
    at = to;
  };
  /** Gives what stands before a tag; false: the tag is not there yet. */
  const giveTo = (tag: string): boolean => {
    const found = text.indexOf(tag, at);
    give(found < 0 ? Math.max(at, text.length - tag.length) : found);
    return found >= 0;
  };
  const isTooLong = (): boolean => text.length - at > longest;

  /** What is done where the text stands; null: more of it is needed. Between the tags of a row or of the rows the parser is at rest. */
  type Step = () => Step | null;
  const head: Step = () => {
    if (!giveTo(dataTag)) return null;
    if (handler.inData) return others;
    give(at + dataTag.length);
    // In a comment it is none.
    return handler.inData ? rows : head;
  };
  const rows: Step = () => {
    rowTag.lastIndex = at;
    const tag = rowTag.exec(text)?.[0];
    if (tag === undefined) return text.includes('>', at) || isTooLong() ? others : null;
    give(at + tag.length);
    if (tag.endsWith('/>')) return rows;
    return handler.inRow ? cells : others;
  };
  const cells: Step = () => {
    for (let end = takenTo(text, at, handler); end > 0; end = takenTo(text, at, handler)) at = end;
    if (text.startsWith(rowEnd, at)) {
      give(at + rowEnd.length);
      return rows;
    }
    return text.includes(rowEnd, at) || isTooLong() ? oddRow : null;
  };
  const oddRow: Step = () => {
    if (!giveTo(rowEnd)) return null;
    if (!handler.inRow) return others;
    give(at + rowEnd.length);
    return handler.inRow ? oddRow : rows;
  };
  const others: Step = () => {
    give(text.length);
    return null;
  };

  let step = head;
  return {
    write(piece) {
      text = text.slice(at) + piece;
      at = 0;
      for (let next: Step | null = step; next !== null; next = step()) step = next;
    },
    end() {
      others();
      parser.end();
    },
  };
}

const space = 0x20;
const doubleQuote = 0x22;
const ampersand = 0x26;
const equals = 0x3d;
const lessThan = 0x3c;
const greaterThan = 0x3e;
const letters = { c: 0x63, r: 0x72, s: 0x73, t: 0x74 };
const surrogates = 0xd800;

/** What may stand in a cell, and what then ends it. */
const number = { before: '<v>', behind: '</v></c>' };
const inline = { before: '<is><t>', behind: '</t></is></c>' };

/** Hands the cell that begins here to the handler; where it ends, 0 where it is no plain one or not whole. */
function takenTo(text: string, start: number, handler: SheetHandler): number {
  if (text.charCodeAt(start) !== lessThan || text.charCodeAt(start + 1) !== letters.c) return 0;
  let r: string | undefined;
  let s: string | undefined;
  let t: string | undefined;
  let at = start + 2;
  while (text.charCodeAt(at) === space) {
    const name = text.charCodeAt(at + 1);
    if (text.charCodeAt(at + 2) !== equals || text.charCodeAt(at + 3) !== doubleQuote) return 0;
    const end = plainTo(text, at + 4, doubleQuote);
    if (end < 0) return 0;
    const value = text.slice(at + 4, end);
    if (name === letters.r && r === undefined) r = value;
    else if (name === letters.s && s === undefined) s = value;
    else if (name === letters.t && t === undefined) t = value;
    else return 0;
    at = end + 1;
  }
  if (text.startsWith('/>', at)) {
    handler.cell(r, t, s, null);
    return at + 2;
  }
  if (text.charCodeAt(at) !== greaterThan) return 0;
  const content = text.startsWith(number.before, at + 1) ? number : inline;
  if (!text.startsWith(content.before, at + 1)) return 0;
  const from = at + 1 + content.before.length;
  const to = plainTo(text, from, lessThan);
  if (to < 0 || !text.startsWith(content.behind, to)) return 0;
  handler.cell(r, t, s, text.slice(from, to));
  return to + content.behind.length;
}

/** Where this character ends a text of which every other stands for itself; -1: it does not. */
function plainTo(text: string, from: number, stop: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === stop) return at;
    if (code < space || code >= surrogates) return -1;
    if (code === lessThan || code === ampersand || code === greaterThan || code === doubleQuote) return -1;
  }
  return -1;
}

/** CSV files as one raw sheet: decoded, split by csv-parse wherever a quote stands, each record with its physical line. Read as a stream. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { HashedFile } from '../folder.ts';
import { decoderOf, type Encoding } from './encoding.ts';
import { longestCell, tooLarge } from './fault.ts';
import type { Limits } from './limits.ts';
import { faultProblem, fileProblems } from './problems.ts';
import type { RawFile, RawRow } from './sheet.ts';

export function openCsv({ name, path, encoding, bytes }: HashedFile, limits: Limits): RawFile {
  let read = 0;
  const onBytes = (count: number): void => {
    read += count;
  };
  return {
    problems: [],
    sheets: [
      {
        name: null,
        encoding,
        empty: bytes === 0,
        hidden: () => ({ sheet: false, rows: 0, columns: 0 }),
        merges: [],
        dayOfSerial: null,
        rows: (report) => records(name, decodedText(path, encoding, onBytes), limits, report),
        shareRead: () => read / bytes,
      },
    ],
  };
}

async function* records(
  file: string,
  texts: AsyncIterable<string>,
  limits: Limits,
  report: (problem: Diagnostic) => void,
): AsyncGenerator<readonly RawRow[]> {
  let line = 1;
  /** The line of the piece at work: the library counts from there. */
  let first = 1;
  let cells = 0;
  let held = '';
  let delimiter: string | null = null;
  const longest = longestCell(limits);
  const numbered = (found: readonly string[][]): RawRow[] => {
    first = line;
    return found.map((record) => {
      const number = line;
      line += 1 + breaksIn(record);
      cells += record.length;
      return { number, cells: record };
    });
  };
  try {
    for await (const text of texts) {
      delimiter ??= delimiterOf(text);
      const open = held + text;
      const end = endOfRecords(open);
      held = open.slice(end);
      const { found, fault } = split(open.slice(0, end), delimiter, longest);
      yield numbered(found);
      if (fault !== null) throw fault;
      if (held.length > longest) throw tooLarge('cell-kb');
      if (cells > limits.cells) throw tooLarge('cells');
    }
    const { found, fault } = split(held, delimiter ?? ',', longest);
    yield numbered(found);
    if (fault !== null) throw fault;
    if (cells > limits.cells) throw tooLarge('cells');
  } catch (error) {
    report(problemOf(error, { file, row: line }, first, limits));
  }
}

/** Where the last whole record ends: at the last line end that stands outside quotes. */
function endOfRecords(text: string): number {
  let end = text.lastIndexOf('\n') + 1;
  if (!text.includes('"')) return end;
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0 && at < end; at = text.indexOf('"', at + 1)) quotes += 1;
  // Within quotes the line goes on: back to the line end before the quote that opened them.
  while (end > 0 && quotes % 2 === 1) {
    let last = text.lastIndexOf('"', end - 1);
    end = text.lastIndexOf('\n', last) + 1;
    for (; last >= end; last = last === 0 ? -1 : text.lastIndexOf('"', last - 1)) quotes -= 1;
  }
  return end;
}

/** Line ends within a record's quotes. */
function breaksIn(record: readonly string[]): number {
  let breaks = 0;
  for (const cell of record)
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}

/**
 * The records of a piece without a quote, which needs no parser: several times as fast. Cut from bytes, so that a cell is
 * a text of its own: one cut out of a larger text would keep all of that text in memory.
 */
function unquoted(text: string, delimiter: string, longest: number): string[][] {
  const bytes = Buffer.from(text);
  const between = delimiter.charCodeAt(0);
  const found: string[][] = [];
  let record: string[] = [];
  let start = 0;
  let from = 0;
  let seen = 0;
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at] ?? newline;
    if (byte !== between && byte !== newline) {
      seen |= byte;
      continue;
    }
    if (at === bytes.length && from === at && record.length === 0) break;
    record.push(bytes.toString(seen < 0x80 ? 'latin1' : 'utf8', from, at));
    from = at + 1;
    seen = 0;
    if (byte === between) continue;
    if (at - start > longest) throw tooLarge('cell-kb');
    found.push(record);
    record = [];
    start = from;
  }
  return found;
}

const newline = 0x0a;

/** The records of a piece, and those before a fault where there is one. */
function split(
  text: string,
  delimiter: string,
  longest: number,
): { readonly found: string[][]; readonly fault: unknown } {
  if (!text.includes('"')) return { found: unquoted(text, delimiter, longest), fault: null };
  const options = {
    delimiter,
    // Line ends are made `\n` before, which keeps the count of physical lines right inside quotes too.
    record_delimiter: '\n',
    relax_column_count: true,
    max_record_size: longest,
  };
  try {
    return { found: parse(text, options), fault: null };
  } catch (fault) {
    const found: string[][] = [];
    // Slower, since it is called for every record.
    const onRecord = (record: string[]): null => {
      found.push(record);
      return null;
    };
    try {
      parse(text, { ...options, on_record: onRecord });
    } catch {}
    return { found, fault };
  }
}

/** The text in large pieces, with `\r\n` and `\r` as `\n`. */
async function* decodedText(
  path: string,
  encoding: Encoding,
  onBytes: (count: number) => void,
): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  let held = '';
  for await (const bytes of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    onBytes((bytes as Buffer).length);
    const text = held + decoder.decode(bytes as Buffer, { stream: true });
    // A `\r` at the end may be the first half of a line end.
    held = text.endsWith('\r') ? '\r' : '';
    yield withPlainLineEnds(held === '' ? text : text.slice(0, -1));
  }
  yield withPlainLineEnds(held + decoder.decode());
}

const withPlainLineEnds = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;

/** Comma, tab or semicolon: the one that gives most of the first lines the same number of fields, more than one. */
function delimiterOf(start: string): string {
  const lines = start.split('\n').slice(0, 200);
  const scores = [',', '\t', ';'].map((delimiter) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const fields = line.replace(/"(?:[^"]|"")*"/g, '').split(delimiter).length;
      if (fields > 1) counts.set(fields, (counts.get(fields) ?? 0) + 1);
    }
    return { delimiter, agreeing: Math.max(0, ...counts.values()) };
  });
  return scores.reduce((best, score) => (score.agreeing > best.agreeing ? score : best)).delimiter;
}

function problemOf(
  error: unknown,
  at: { file: string; row: number },
  first: number,
  limits: Limits,
): Diagnostic {
  const { code, lines, name } = error as { code?: string; lines?: number; name?: string };
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || name === 'EncodingError')
    return fileProblems.encoding({ file: at.file }, {});
  if (code === 'CSV_MAX_RECORD_SIZE') return faultProblem(tooLarge('cell-kb'), at, limits);
  const why = code === undefined ? undefined : reasons[code];
  if (why !== undefined)
    return fileProblems.brokenCsv({ ...at, row: lines === undefined ? at.row : first + lines - 1 }, { why });
  return faultProblem(error, at, limits);
}

const reasons: Readonly<Record<string, 'quote-inside' | 'after-quote' | 'not-closed'>> = {
  INVALID_OPENING_QUOTE: 'quote-inside',
  CSV_INVALID_CLOSING_QUOTE: 'after-quote',
  CSV_QUOTE_NOT_CLOSED: 'not-closed',
};

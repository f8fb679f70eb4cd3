/** CSV files as one raw sheet: split by csv-parse wherever a quote stands, each record with its physical line. Read as a stream. */
import { parse } from 'csv-parse/sync';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { HashedFile } from '../folder.ts';
import {
  carriageReturn,
  endOfRecords,
  newline,
  type Pieces,
  piecesOf,
  quote,
  withPlainLineEnds,
} from './csv-pieces.ts';
import { cellDecoder, checkBytes } from './encoding.ts';
import { longestCell, tooLarge } from './fault.ts';
import type { Limits } from './limits.ts';
import { faultProblem, fileProblems } from './problems.ts';
import type { RawFile, RawRow } from './sheet.ts';

export function openCsv({ name, content, encoding, bytes }: HashedFile, limits: Limits): RawFile {
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
        rows: (report) => {
          read = 0;
          return records(name, piecesOf(content, encoding, onBytes), limits, report);
        },
        shareRead: () => read / bytes,
      },
    ],
  };
}

async function* records(
  file: string,
  { encoding, bytes }: Pieces,
  limits: Limits,
  report: (problem: Diagnostic) => void,
): AsyncGenerator<readonly RawRow[]> {
  let line = 1;
  /** The line of the piece at work: the library counts from there. */
  let first = 1;
  let cells = 0;
  let held: Buffer = Buffer.alloc(0);
  let delimiter: string | null = null;
  const longest = longestCell(limits);
  const decode = cellDecoder(encoding);
  function* rowsOf(piece: Buffer): Generator<readonly RawRow[]> {
    const hasQuotes = piece.includes(quote);
    const split = hasQuotes ? quoted : unquoted;
    const { found, fault } = split(piece, { delimiter: delimiter ?? ',', longest, decode });
    // What is no text at all is no table with a broken quote.
    if (fault !== null) checkBytes(piece, encoding);
    first = line;
    yield found.map((record) => {
      const number = line;
      line += hasQuotes ? 1 + breaksIn(record) : 1;
      cells += record.length;
      return { number, cells: record };
    });
    if (fault !== null) throw fault;
    if (cells > limits.cells) throw tooLarge('cells');
  }
  try {
    for await (const piece of bytes) {
      delimiter ??= delimiterOf(piece);
      const open = Buffer.concat([held, piece]);
      const end = endOfRecords(open);
      held = open.subarray(end);
      // Bytes of no encoding are found at once, also in a record that is not whole yet.
      checkBytes(held, encoding);
      yield* rowsOf(open.subarray(0, end));
      if (held.length > longest) throw tooLarge('cell-kb');
    }
    yield* rowsOf(held);
  } catch (error) {
    report(problemOf(error, { file, row: line }, first, limits));
  }
}

/** Line ends within a record's quotes. */
function breaksIn(record: readonly string[]): number {
  let breaks = 0;
  for (const cell of record)
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}

interface Splitting {
  readonly delimiter: string;
  /** Bytes that a record may have. */
  readonly longest: number;
  readonly decode: (cell: string) => string;
}

interface Split {
  readonly found: string[][];
  readonly fault: unknown;
}

/** V8 copies a cut of fewer characters out of a text; a longer one keeps the whole text in memory. */
const shortestWindow = 13;

/** The records of a piece without a quote, which needs no parser: several times as fast. */
function unquoted(bytes: Buffer, { delimiter, longest, decode }: Splitting): Split {
  const text = bytes.toString('latin1');
  const between = delimiter.charCodeAt(0);
  const found: string[][] = [];
  let record: string[] = [];
  let start = 0;
  let from = 0;
  let seen = 0;
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at] ?? newline;
    if (byte !== between && byte !== newline && byte !== carriageReturn) {
      seen |= byte;
      continue;
    }
    if (at === bytes.length && from === at && record.length === 0) break;
    if (seen >= 0x80) record.push(decode(text.slice(from, at)));
    else record.push(at - from < shortestWindow ? text.slice(from, at) : bytes.toString('latin1', from, at));
    if (byte !== between) {
      if (at - start > longest) throw tooLarge('cell-kb');
      found.push(record);
      record = [];
      if (byte === carriageReturn && bytes[at + 1] === newline) at += 1;
      start = at + 1;
    }
    from = at + 1;
    seen = 0;
  }
  return { found, fault: null };
}

/** The records of a piece by the library, and those before a fault where there is one. */
function quoted(bytes: Buffer, { delimiter, longest, decode }: Splitting): Split {
  const plain = withPlainLineEnds(bytes);
  const options = {
    delimiter,
    // Line ends are made `\n` before, which keeps the count of physical lines right inside quotes too.
    record_delimiter: '\n',
    relax_column_count: true,
    max_record_size: longest,
    encoding: 'latin1',
  } as const;
  const decoded = (record: string[]): string[] =>
    record.map((cell) => (foreign.test(cell) ? decode(cell) : cell));
  try {
    return { found: parse(plain, options).map(decoded), fault: null };
  } catch (fault) {
    const found: string[][] = [];
    // Slower, since it is called for every record.
    const onRecord = (record: string[]): null => {
      found.push(record);
      return null;
    };
    try {
      parse(plain, { ...options, on_record: onRecord });
    } catch {}
    return { found: found.map(decoded), fault };
  }
}

/** A byte that is no character by itself. */
const foreign = /[\x80-\xff]/;

/** Comma, tab, semicolon or bar: the one that gives most of the first lines the same number of fields, more than one. */
function delimiterOf(start: Buffer): string {
  const lines = start
    .toString('latin1')
    .split(/\r\n?|\n/)
    .slice(0, 200);
  const scores = [',', '\t', ';', '|'].map((delimiter) => {
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

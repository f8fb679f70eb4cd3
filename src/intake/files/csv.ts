/** CSV files as one raw sheet, each record with its physical line: split by csv-parse wherever quotes do more than stand around fields. Read as a stream. */
import { parse } from 'csv-parse/sync';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { HashedFile } from '../folder.ts';
import { Tally } from '../tally.ts';
import { endOfRecords, newline, type Pieces, piecesOf, withPlainLineEnds } from './csv-pieces.ts';
import { plainRecords, type Splitting } from './csv-plain.ts';
import { manyLines, type Settled, settledQuotes } from './csv-quotes.ts';
import { cellDecoder, checkBytes } from './encoding.ts';
import { longestCell, tooLarge } from './fault.ts';
import type { Limits } from './limits.ts';
import { faultProblem, fileProblems } from './problems.ts';
import type { Cell, RawFile, RawRow } from './sheet.ts';

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
  let cells = 0;
  let held: Buffer = Buffer.alloc(0);
  let delimiter: string | null = null;
  const longest = longestCell(limits);
  const decode = cellDecoder(encoding);
  const settled = new Tally();
  let width: number | null = null;
  function* rowsOf(piece: Buffer): Generator<readonly RawRow[]> {
    const splitting = { delimiter: delimiter ?? ',', longest, decode, width };
    const plain = plainRecords(piece, splitting);
    if (plain !== null) yield plain.map((record) => rowOf(line++, record));
    else {
      const { found, fault, odd } = parsed(piece, splitting);
      // What is no text at all is no table with a broken quote.
      if (fault !== null || odd !== null) checkBytes(piece, encoding);
      const first = line;
      yield found.map((record, index) => {
        const number = odd === null ? line : first + (odd.records[index]?.line ?? 1) - 1;
        line += 1 + breaksIn(record);
        return rowOf(number, record);
      });
      if (odd !== null) {
        line = first + linesIn(piece);
        for (const each of odd.settled) settled.add(first + each - 1);
        for (const { line: at, fields } of odd.bad)
          report(fileProblems.brokenCsv({ file, row: first + at - 1 }, { fields }));
      }
      width ??= odd?.width ?? null;
      if (fault !== null) throw fault;
    }
    if (cells > limits.cells) throw tooLarge('cells');
  }
  const rowOf = (number: number, record: Cell[]): RawRow => {
    cells += record.length;
    return { number, cells: record };
  };
  try {
    for await (const piece of bytes) {
      delimiter ??= delimiterOf(piece);
      const open = Buffer.concat([held, piece]);
      const end = endOfRecords(open);
      held = open.subarray(end);
      // Bytes of no encoding are found at once, also in a record that is not whole yet.
      checkBytes(held, encoding);
      yield* rowsOf(open.subarray(0, end));
      if (held.length <= longest) continue;
      // One record is too long, or an odd quote keeps the end of the others from being seen.
      const lastEnd = held.lastIndexOf(newline) + 1;
      if (linesIn(held.subarray(0, lastEnd)) < manyLines) throw tooLarge('cell-kb');
      yield* rowsOf(held.subarray(0, lastEnd));
      held = held.subarray(lastEnd);
    }
    yield* rowsOf(held);
    if (settled.count > 0)
      report(
        fileProblems.oddQuotes(
          { file, row: settled.rows[0] ?? 1 },
          { count: settled.count, rows: settled.rows },
        ),
      );
  } catch (error) {
    report(problemOf(error, { file, row: line }, limits));
  }
}

function linesIn(bytes: Buffer): number {
  let lines = 0;
  const plain = withPlainLineEnds(bytes);
  for (let at = plain.indexOf(newline); at >= 0; at = plain.indexOf(newline, at + 1)) lines += 1;
  return lines;
}

/** Line ends within a record's quotes. */
function breaksIn(record: readonly Cell[]): number {
  let breaks = 0;
  for (const cell of record)
    if (typeof cell === 'string')
      for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}

interface Parsed {
  readonly found: Cell[][];
  readonly fault: unknown;
  readonly odd: Settled | null;
}

/** The records of a piece by the library; where a quote stands where it should not, what can be made of them. */
function parsed(
  bytes: Buffer,
  { delimiter, longest, decode, width }: Splitting & { readonly width: number | null },
): Parsed {
  const plain = withPlainLineEnds(bytes);
  const decoded = (record: string[]): Cell[] =>
    record.map((cell) => (foreign.test(cell) ? decode(cell) : cell));
  try {
    const records = parse(plain, {
      delimiter,
      max_record_size: longest,
      // Line ends are made `\n` before, which keeps the count of physical lines right inside quotes too.
      record_delimiter: '\n',
      relax_column_count: true,
      encoding: 'latin1',
    });
    return { found: records.map(decoded), fault: null, odd: null };
  } catch (fault) {
    if (!isQuoteFault(fault)) return { found: [], fault, odd: null };
    const odd = settledQuotes(plain.toString('latin1'), delimiter, width);
    return { found: odd.records.map(({ cells }) => decoded(cells)), fault: null, odd };
  }
}

const isQuoteFault = (fault: unknown): boolean =>
  ['INVALID_OPENING_QUOTE', 'CSV_INVALID_CLOSING_QUOTE', 'CSV_QUOTE_NOT_CLOSED'].includes(
    String((fault as { code?: unknown }).code),
  );

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

function problemOf(error: unknown, at: { file: string; row: number }, limits: Limits): Diagnostic {
  const { code, name } = error as { code?: string; name?: string };
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || name === 'EncodingError')
    return fileProblems.encoding({ file: at.file }, {});
  if (code === 'CSV_MAX_RECORD_SIZE') return faultProblem(tooLarge('cell-kb'), at, limits);
  return faultProblem(error, at, limits);
}

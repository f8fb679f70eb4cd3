/** CSV files as one raw sheet: decoded, split by csv-parse, each record with its physical line. Read as a stream. */
import { createReadStream } from 'node:fs';
import { type Parser, parse } from 'csv-parse';
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
  let batch: RawRow[] = [];
  let nextLine = 1;
  let cells = 0;
  let parser: Parser | null = null;
  const onRecord = (record: string[], { lines }: { readonly lines: number }): null => {
    batch.push({ number: nextLine, cells: record });
    cells += record.length;
    nextLine = lines + 1;
    return null;
  };
  const withinLimit = (): void => {
    if (cells > limits.cells) throw tooLarge('cells');
  };
  try {
    for await (const text of texts) {
      parser ??= parserFor(text, limits, onRecord);
      await write(parser, text);
      withinLimit();
      if (batch.length > 0) yield batch;
      batch = [];
    }
    if (parser !== null) await finish(parser);
    withinLimit();
    if (batch.length > 0) yield batch;
  } catch (error) {
    report(problemOf(error, { file, row: nextLine }, limits));
    if (batch.length > 0) yield batch;
  }
}

function parserFor(
  start: string,
  limits: Limits,
  onRecord: (record: string[], context: { readonly lines: number }) => null,
): Parser {
  const made = parse({
    delimiter: delimiterOf(start),
    // Line ends are made `\n` before, which keeps the count of physical lines right inside quotes too.
    record_delimiter: '\n',
    relax_column_count: true,
    max_record_size: longestCell(limits),
    // The records are taken here; nothing is pushed on, which is twice as fast as reading them from the stream.
    on_record: onRecord,
  });
  // Errors come back from the write that caused them; a stream without a listener would throw them once more.
  made.on('error', () => {});
  return made;
}

const write = (parser: Parser, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.write(text, (error) => (error ? reject(error) : resolve()));
  });

const finish = (parser: Parser): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.once('error', reject);
    parser.once('end', resolve);
    parser.resume();
    parser.end();
  });

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

function problemOf(error: unknown, at: { file: string; row: number }, limits: Limits): Diagnostic {
  const { code, lines, name } = error as { code?: string; lines?: number; name?: string };
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || name === 'EncodingError')
    return fileProblems.encoding({ file: at.file }, {});
  if (code === 'CSV_MAX_RECORD_SIZE') return faultProblem(tooLarge('cell-kb'), at, limits);
  const why = code === undefined ? undefined : reasons[code];
  if (why !== undefined) return fileProblems.brokenCsv({ ...at, row: lines ?? at.row }, { why });
  return faultProblem(error, at, limits);
}

const reasons: Readonly<Record<string, 'quote-inside' | 'after-quote' | 'not-closed'>> = {
  INVALID_OPENING_QUOTE: 'quote-inside',
  CSV_INVALID_CLOSING_QUOTE: 'after-quote',
  CSV_QUOTE_NOT_CLOSED: 'not-closed',
};

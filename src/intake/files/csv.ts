/** CSV files as one raw sheet: decoded, split by csv-parse, each record with its physical line. Read as a stream. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { decoderOf, type Encoding } from './encoding.ts';
import { fileProblems } from './problems.ts';
import type { RawFile, RawRow } from './sheet.ts';

const longestRecord = 1024 * 1024;

export function openCsv(file: string, path: string, encoding: Encoding, bytes: number): RawFile {
  return {
    problems: [],
    sheets: [
      {
        name: null,
        encoding,
        empty: bytes === 0,
        hidden: { sheet: false, rows: 0, columns: 0 },
        merges: [],
        dayOfSerial: null,
        rows: (report) => records(file, path, encoding, report),
      },
    ],
  };
}

async function* records(
  file: string,
  path: string,
  encoding: Encoding,
  report: (problem: Diagnostic) => void,
): AsyncGenerator<readonly RawRow[]> {
  let batch: RawRow[] = [];
  let nextLine = 1;
  let parser: ReturnType<typeof parse> | null = null;
  try {
    for await (const text of decodedText(path, encoding)) {
      parser ??= parserFor(text);
      await write(parser, text);
      if (batch.length > 0) yield batch;
      batch = [];
    }
    if (parser !== null) await finish(parser);
  } catch (error) {
    const problem = problemOf(error, file);
    if (problem === null) throw error;
    report(problem);
  }
  yield batch;

  function parserFor(start: string) {
    const made = parse({
      delimiter: delimiterOf(start),
      // Line ends are made `\n` before, which keeps the count of physical lines right inside quotes too.
      record_delimiter: '\n',
      relax_column_count: true,
      max_record_size: longestRecord,
      // The records are taken here; nothing is pushed on, which is twice as fast as reading them from the stream.
      on_record(cells: string[], { lines }) {
        batch.push({ number: nextLine, cells });
        nextLine = lines + 1;
        return null;
      },
    });
    // Errors come back from the write that caused them; a stream without a listener would throw them once more.
    made.on('error', () => {});
    return made;
  }
}

/** The text in large pieces, with `\r\n` and `\r` as `\n`. */
async function* decodedText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  let held = '';
  for await (const bytes of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const text = held + decoder.decode(bytes as Buffer, { stream: true });
    // A `\r` at the end may be the first half of a line end.
    held = text.endsWith('\r') ? '\r' : '';
    yield withPlainLineEnds(held === '' ? text : text.slice(0, -1));
  }
  yield withPlainLineEnds(held + decoder.decode());
}

const withPlainLineEnds = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;

const write = (parser: ReturnType<typeof parse>, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.write(text, (error) => (error ? reject(error) : resolve()));
  });

const finish = (parser: ReturnType<typeof parse>): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.once('error', reject);
    parser.once('end', resolve);
    parser.resume();
    parser.end();
  });

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

function problemOf(error: unknown, file: string): Diagnostic | null {
  const { code, lines, name } = error as { code?: string; lines?: number; name?: string };
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || name === 'EncodingError') {
    return fileProblems.encoding({ file }, {});
  }
  const why = code === undefined ? undefined : reasons[code];
  if (why === undefined && !String(code).startsWith('CSV_')) return null;
  return fileProblems.brokenCsv(
    { file, ...(lines === undefined ? {} : { row: lines }) },
    { why: why ?? 'other' },
  );
}

const reasons: Readonly<Record<string, 'quote-inside' | 'after-quote' | 'not-closed' | 'too-long'>> = {
  INVALID_OPENING_QUOTE: 'quote-inside',
  CSV_INVALID_CLOSING_QUOTE: 'after-quote',
  CSV_QUOTE_NOT_CLOSED: 'not-closed',
  CSV_MAX_RECORD_SIZE: 'too-long',
};

/** CSV files as one raw sheet: decoded, split into records, each with its physical line. Read as a stream. */
import { createReadStream } from 'node:fs';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { HashedFile } from '../folder.ts';
import { CsvFault, CsvRecords } from './csv-records.ts';
import { decoderOf, type Encoding } from './encoding.ts';
import { longestCell, tooLarge } from './fault.ts';
import type { Limits } from './limits.ts';
import { faultProblem, fileProblems } from './problems.ts';
import type { RawFile, RawRow } from './sheet.ts';

export function openCsv({ name, path, encoding, bytes }: HashedFile, limits: Limits): RawFile {
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
        rows: (report) => records(name, path, encoding, limits, report),
      },
    ],
  };
}

async function* records(
  file: string,
  path: string,
  encoding: Encoding,
  limits: Limits,
  report: (problem: Diagnostic) => void,
): AsyncGenerator<readonly RawRow[]> {
  let reader: CsvRecords | null = null;
  let cells = 0;
  try {
    for await (const { text, isLast } of decodedText(path, encoding)) {
      reader ??= new CsvRecords(delimiterOf(text), longestCell(limits));
      const rows = reader.push(text, isLast);
      for (const row of rows) cells += row.cells.length;
      if (cells > limits.cells) throw tooLarge('cells');
      if (rows.length > 0) yield rows;
    }
  } catch (error) {
    report(problemOf(error, { file, row: reader?.line ?? 1 }, limits));
  }
}

/** The text in large pieces, with `\r\n` and `\r` as `\n`. */
async function* decodedText(
  path: string,
  encoding: Encoding,
): AsyncGenerator<{ readonly text: string; readonly isLast: boolean }> {
  const decoder = decoderOf(encoding);
  let held = '';
  for await (const bytes of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const text = held + decoder.decode(bytes as Buffer, { stream: true });
    // A `\r` at the end may be the first half of a line end.
    held = text.endsWith('\r') ? '\r' : '';
    yield { text: withPlainLineEnds(held === '' ? text : text.slice(0, -1)), isLast: false };
  }
  yield { text: withPlainLineEnds(held + decoder.decode()), isLast: true };
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
  const { code, name } = error as { code?: string; name?: string };
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || name === 'EncodingError')
    return fileProblems.encoding({ file: at.file }, {});
  if (error instanceof CsvFault)
    return fileProblems.brokenCsv({ ...at, row: error.line }, { why: error.why });
  return faultProblem(error, at, limits);
}

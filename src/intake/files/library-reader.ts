/**
 * Runs SheetJS in a process of its own, with bounds on its memory and its time: a damaged binary workbook may send it
 * anywhere, and where it allocates without end the engine ends the process, threads and all.
 */
import { spawn } from 'node:child_process';
import { deserialize, serialize } from 'node:v8';
import type { WorkBook } from '@e965/xlsx';
import { damaged, FileFault } from './fault.ts';
import { library } from './library.ts';

/** Of memory: what a good workbook needs is about 20 MB for each of its own. `size`: its megabytes. */
const megabytesFor = (size: number): number => Math.ceil(256 + 32 * size);
/** Of time: what a good workbook needs is a second for each of its megabytes, on a busy machine two. */
const secondsFor = (size: number): number => Math.ceil(20 + 5 * size);

/**
 * The process waits for what it is to do: the library does not fit into a command line. It watches its time itself, so
 * that it does not outlive a tool that was stopped. Plain JavaScript.
 */
const start = `
const { deserialize, serialize } = require('node:v8');
// The library tells the console of records it does not know.
console.log = console.warn = console.error = () => {};
const pieces = [];
process.stdin.on('data', (piece) => pieces.push(piece)).on('end', () => {
  const { library, content, options, formats, milliseconds } = deserialize(Buffer.concat(pieces));
  globalThis.answer = () => {
    try {
      const { read, SSF } = eval(library);
      SSF.load_table(formats);
      const { SheetNames, Sheets, Workbook } = read(content, options);
      return { workbook: { SheetNames, Sheets, Workbook } };
    } catch (error) {
      return { fault: String(error && error.message) };
    }
  };
  const answer = require('node:vm').runInThisContext('answer()', { timeout: milliseconds });
  process.stdout.write(serialize(answer));
});
`;

const options = {
  dense: true,
  cellDates: false,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellStyles: true,
};

type Answer = { readonly workbook: WorkBook } | { readonly fault: string };

/**
 * The workbook in these bytes, or in this text.
 *
 * @param formats codes of built-in number formats that the library does not know, by their numbers
 */
export async function readByLibrary(
  content: Uint8Array | string,
  formats: Readonly<Record<number, string>>,
): Promise<WorkBook> {
  const type = typeof content === 'string' ? 'string' : 'array';
  const size = content.length / (1024 * 1024);
  const milliseconds = secondsFor(size) * 1000;
  const task = serialize({ library, content, options: { ...options, type }, formats, milliseconds });
  const answer = await answerTo(task, megabytesFor(size));
  if ('workbook' in answer) return answer.workbook;
  throw /password|encrypt/i.test(answer.fault) ? new FileFault('encrypted') : damaged();
}

function answerTo(task: Buffer, megabytes: number): Promise<Answer> {
  const bound = `--max-old-space-size=${megabytes}`;
  const child = spawn(process.execPath, [bound, '--input-type=commonjs', '--eval', start], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, NODE_OPTIONS: '' },
    windowsHide: true,
  });
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(deserialize(Buffer.concat(pieces)));
      else reject(new FileFault('costly'));
    });
    // A process that ends before it has read everything is heard of when it closes.
    child.stdin.on('error', () => {});
    child.stdin.end(task);
  });
}

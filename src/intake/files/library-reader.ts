/**
 * Runs SheetJS in a thread of its own, with bounds on its memory and its time: a damaged binary workbook may send it
 * anywhere, and nothing else can call it back.
 */
import { Worker } from 'node:worker_threads';
import type { WorkBook } from '@e965/xlsx';
import { damaged, FileFault, tooLarge } from './fault.ts';
import { library } from './library.ts';

const megabytes = 1024;
const milliseconds = 120_000;

/** Plain JavaScript, so that it runs the same from the sources and once built. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
// The library tells the console of records it does not know.
console.error = () => {};
try {
  const { SheetNames, Sheets, Workbook } = (${library}).read(workerData.content, workerData.options);
  parentPort.postMessage({ workbook: { SheetNames, Sheets, Workbook } });
} catch (error) {
  parentPort.postMessage({ fault: String(error && error.message) });
}
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

/** The workbook in these bytes, or in this text. */
export async function readByLibrary(content: Uint8Array | string): Promise<WorkBook> {
  const type = typeof content === 'string' ? 'string' : 'array';
  const worker = new Worker(program, {
    eval: true,
    workerData: { content, options: { ...options, type } },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('messageerror', () => reject(damaged()));
      worker.once('error', () => reject(tooLarge('xls-mb')));
      worker.once('exit', () => reject(damaged()));
      timer = setTimeout(() => reject(damaged()), milliseconds);
    });
    if ('workbook' in answer) return answer.workbook;
    throw /password|encrypt/i.test(answer.fault) ? new FileFault('encrypted') : damaged();
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

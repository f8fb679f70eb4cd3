/**
 * What runs in a thread of `threads.ts`: given the run's summary when it starts, it answers each manager's results
 * with a workbook.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { managerWorkbook } from './manager-workbook.ts';
import type { Answer, Job, ThreadInput } from './threads.ts';

const { summary, lang } = workerData as ThreadInput;

parentPort?.on('message', async ({ job, result }: Job) => {
  try {
    const bytes = await managerWorkbook(result, summary, lang);
    // Handed over, not copied.
    parentPort?.postMessage({ job, bytes } satisfies Answer, [bytes.buffer as ArrayBuffer]);
  } catch (fault) {
    parentPort?.postMessage({ job, fault } satisfies Answer);
  }
});

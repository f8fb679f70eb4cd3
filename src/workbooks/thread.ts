/** What runs in a thread of `threads.ts`: told of the occasion when it starts, it answers each excerpt with a workbook. */
import { parentPort, workerData } from 'node:worker_threads';
import { managerWorkbook } from './manager-workbook.ts';
import type { Answer, Beginning, Job } from './threads.ts';

const { occasion, lang } = workerData as Beginning;

parentPort?.on('message', async ({ job, excerpt }: Job) => {
  try {
    const bytes = await managerWorkbook(excerpt, occasion, lang);
    // Handed over, not copied.
    parentPort?.postMessage({ job, bytes } satisfies Answer, [bytes.buffer as ArrayBuffer]);
  } catch (fault) {
    parentPort?.postMessage({ job, fault } satisfies Answer);
  }
});

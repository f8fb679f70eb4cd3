/** Threads share the work, hand back what each made, and let nobody wait for one that ended before its time. */
import { afterEach, expect, test } from 'vitest';
import { together, type WorkbookMaker } from '../../src/workbooks/threads.ts';

let maker: WorkbookMaker;
afterEach(() => maker.end());

/** Two threads that run a program. */
const running = (program: string): WorkbookMaker => {
  const text = `import { parentPort, workerData, threadId } from 'node:worker_threads';\n${program}`;
  maker = together(2, new URL(`data:text/javascript,${encodeURIComponent(text)}`), 'the occasion' as never);
  return maker;
};
const make = (name: string): Promise<Uint8Array> => maker.make(name as never);
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test('each has its own workbook back, and both threads make some', async () => {
  running(`parentPort.on('message', async ({ job, excerpt }) => {
    await new Promise((soon) => setTimeout(soon, 30 - 7 * job));
    const bytes = new TextEncoder().encode(workerData + ', ' + excerpt + ', ' + threadId);
    parentPort.postMessage({ job, bytes }, [bytes.buffer]);
  });`);
  expect(maker.atOnce).toBeGreaterThanOrEqual(4);
  const names = ['0001', '0002', '0003', '0004'];
  const made = (await Promise.all(names.map(make))).map((bytes) => text(bytes).split(', '));
  expect(made.map(([occasion, name]) => [occasion, name])).toEqual(
    names.map((name) => ['the occasion', name]),
  );
  expect(new Set(made.map(([, , thread]) => thread)).size).toBe(2);
});

test('the fault of one workbook is that one’s', async () => {
  running(`parentPort.on('message', ({ job, excerpt }) => parentPort.postMessage(
    excerpt === 'bad' ? { job, fault: new Error('cannot be made') } : { job, bytes: new Uint8Array(1) }));`);
  const [bad, good] = await Promise.allSettled([make('bad'), make('good')]);
  expect(bad).toMatchObject({ status: 'rejected', reason: { message: 'cannot be made' } });
  expect(good.status).toBe('fulfilled');
});

test('a thread that cannot begin fails what waits for it, and whatever is asked later', async () => {
  running(`throw new Error('no beginning');`);
  const first = await Promise.allSettled([make('0001'), make('0002')]);
  for (const each of first) expect(each).toMatchObject({ reason: { message: 'no beginning' } });
  await expect(make('0003')).rejects.toThrow('no beginning');
});

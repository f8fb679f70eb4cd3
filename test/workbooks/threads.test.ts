/** All threads share the work and hand it back in order; a fault comes in its turn, and nobody waits for a thread that ended. */
import { afterEach, expect, test } from 'vitest';
import { type ManagerWorkbook, Threads } from '../../src/workbooks/threads.ts';

let threads: Threads;
afterEach(() => threads.end());

const refuse = (): Promise<Uint8Array> => Promise.reject(new Error('not here'));

/** Two more threads that run a program for these names, and what this one makes of a name. */
const running = (
  names: readonly string[],
  program: string,
  make: (name: string) => Promise<Uint8Array> = refuse,
): Threads => {
  const text = `import { parentPort, workerData, threadId } from 'node:worker_threads';\n${program}`;
  const file = new URL(`data:text/javascript,${encodeURIComponent(text)}`);
  threads = new Threads(names as never, [file, file], 'the summary' as never, make as never);
  return threads;
};

async function all(making: Threads): Promise<ManagerWorkbook[]> {
  const made: ManagerWorkbook[] = [];
  for await (const each of making) made.push(each);
  return made;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test('in the order of the names, whichever is ready first, and every thread makes some', async () => {
  // More than are given out at once.
  const names = Array.from({ length: 100 }, (_, index) => `${index}`);
  const made = await all(
    running(
      names,
      `parentPort.on('message', async ({ job, result }) => {
        await new Promise((soon) => setTimeout(soon, (job * 7) % 30));
        const bytes = new TextEncoder().encode(workerData + ', ' + result + ', ' + threadId);
        parentPort.postMessage({ job, bytes }, [bytes.buffer]);
      });`,
      async (name) => new TextEncoder().encode(`the summary, ${name}, here`),
    ),
  );
  const parts = made.map(({ bytes }) => text(bytes).split(', '));
  expect(made.map(({ result }) => result)).toEqual(names);
  expect(parts.map(([summary, name]) => [summary, name])).toEqual(names.map((name) => ['the summary', name]));
  const makers = new Set(parts.map(([, , thread]) => thread));
  expect(makers.size).toBe(3);
  expect(makers).toContain('here');
});

test('without another thread all are made here', async () => {
  threads = new Threads(
    ['one', 'two'] as never,
    [],
    'the summary' as never,
    (async (name: string) => new TextEncoder().encode(name)) as never,
  );
  expect((await all(threads)).map(({ bytes }) => text(bytes))).toEqual(['one', 'two']);
});

test('no more are given out than may wait', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `${index}`);
  const asked: string[] = [];
  const results = names.map((name) => ({
    get name() {
      asked.push(name);
      return name;
    },
  }));
  running(
    results as never,
    `parentPort.on('message', ({ job }) => parentPort.postMessage({ job, bytes: new Uint8Array(1) }));`,
  );
  await new Promise((soon) => setTimeout(soon, 300));
  expect(asked).toHaveLength(48);
  for await (const _ of threads) break;
  expect(asked).toHaveLength(49);
});

test('the fault of one workbook comes when it is its turn', async () => {
  const program = `parentPort.on('message', ({ job, result }) => parentPort.postMessage(
    result === 'bad' ? { job, fault: new Error('cannot be made') } : { job, bytes: new Uint8Array(1) }));`;
  const taken: unknown[] = [];
  const take = async (): Promise<void> => {
    for await (const { result } of running(['good', 'bad', 'late'], program)) taken.push(result);
  };
  await expect(take()).rejects.toThrow('cannot be made');
  expect(taken).toEqual(['good']);
});

test('what cannot be made here is told in its turn too', async () => {
  const program = `parentPort.on('message', async ({ job }) => {
    await new Promise((soon) => setTimeout(soon, 30));
    parentPort.postMessage({ job, bytes: new Uint8Array(1) });
  });`;
  const names = Array.from({ length: 12 }, (_, index) => `${index}`);
  const taken: unknown[] = [];
  const take = async (): Promise<void> => {
    for await (const { result } of running(names, program)) taken.push(result);
  };
  await expect(take()).rejects.toThrow('not here');
  expect(taken).toEqual(names.slice(0, taken.length));
  expect(taken.length).toBeGreaterThan(0);
});

test('a thread that cannot begin fails what waits for it', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `${index}`);
  await expect(all(running(names, `throw new Error('no input');`))).rejects.toThrow('no input');
});

test('a thread that ends fails what it was given, and whatever it is given later', async () => {
  const program = `parentPort.on('message', ({ job }) => {
    if (job > 2) return setTimeout(() => { throw new Error('ended'); }, 100);
    parentPort.postMessage({ job, bytes: new Uint8Array(1) });
  });`;
  const names = Array.from({ length: 300 }, (_, index) => `${index}`);
  const taken: unknown[] = [];
  const take = async (): Promise<void> => {
    for await (const { result } of running(names, program)) {
      taken.push(result);
      await new Promise((soon) => setTimeout(soon, 50));
    }
  };
  await expect(take()).rejects.toThrow('ended');
  expect(taken).toEqual(['0', '1', '2']);
});

/**
 * Compresses the parts of workbooks in a thread of its own, while the next workbook is made: one thread is enough, since
 * making a workbook takes longer than packing it.
 */
import { Worker } from 'node:worker_threads';

export interface Deflated {
  readonly crc32: number;
  /** Bytes before. */
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** Plain JavaScript, so that it runs the same from the sources and once built. */
const program = `
const { parentPort } = require('node:worker_threads');
const { crc32, deflateRawSync } = require('node:zlib');
parentPort.on('message', ({ job, texts }) => {
  const parts = texts.map((text) => {
    const content = Buffer.from(text);
    return { crc32: crc32(content), size: content.length, deflated: deflateRawSync(content, { level: 6 }) };
  });
  const all = new Uint8Array(parts.reduce((total, { deflated }) => total + deflated.length, 0));
  let end = 0;
  const answer = parts.map(({ crc32, size, deflated }) => {
    all.set(deflated, end);
    end += deflated.length;
    return { crc32, size, bytes: all.subarray(end - deflated.length, end) };
  });
  parentPort.postMessage({ job, answer }, [all.buffer]);
});
`;

interface Job {
  readonly done: (answer: readonly Deflated[]) => void;
  readonly failed: (fault: unknown) => void;
}

class Thread {
  // Without the options of the process: loaders of sources and the like are nothing to it.
  readonly #worker = new Worker(program, { eval: true, execArgv: [] });
  readonly #jobs = new Map<number, Job>();
  #last = 0;

  constructor() {
    this.#worker.on('message', ({ job, answer }: { job: number; answer: readonly Deflated[] }) => {
      this.#jobs.get(job)?.done(answer);
      this.#end(job);
    });
    this.#worker.on('error', (fault) => {
      thread = null;
      for (const { failed } of this.#jobs.values()) failed(fault);
    });
    this.#worker.unref();
  }

  /** The process waits for the thread only while there is a job: whatever ends the process ends the thread. */
  run(texts: readonly string[]): Promise<readonly Deflated[]> {
    this.#last += 1;
    const job = this.#last;
    this.#worker.ref();
    return new Promise((done, failed) => {
      this.#jobs.set(job, { done, failed });
      this.#worker.postMessage({ job, texts });
    });
  }

  #end(job: number): void {
    this.#jobs.delete(job);
    if (this.#jobs.size === 0) this.#worker.unref();
  }
}

let thread: Thread | null = null;

// A text is copied to get to the thread, so a whole bank's summary goes there piece by piece.
const batchCharacters = 4_000_000;

function* batchesOf(texts: readonly string[]): Generator<readonly string[]> {
  let [start, characters] = [0, 0];
  for (const [index, { length }] of texts.entries()) {
    if (characters > 0 && characters + length > batchCharacters) {
      yield texts.slice(start, index);
      [start, characters] = [index, 0];
    }
    characters += length;
  }
  yield texts.slice(start);
}

/** The compressed parts, in the order of the texts: the same bytes whenever and wherever they are made. */
export async function deflated(texts: readonly string[]): Promise<readonly Deflated[]> {
  thread ??= new Thread();
  const packer = thread;
  const all: Deflated[] = [];
  for (const batch of batchesOf(texts)) all.push(...(await packer.run(batch)));
  return all;
}

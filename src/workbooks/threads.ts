/**
 * Makes managers' workbooks on all cores: each thread is told of the occasion once, and then takes one excerpt after the
 * other. A few workbooks are made sooner than a thread starts.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Lang } from '../model/text.ts';
import { managerWorkbook } from './index.ts';
import type { Excerpt, Occasion } from './manager/occasion.ts';
import { threadFile } from './thread-file.ts';

export interface WorkbookMaker {
  /** How many to ask for at once, so that nobody waits for work. */
  readonly atOnce: number;
  /** The bytes of a manager's workbook: the same from every thread. */
  make(excerpt: Excerpt): Promise<Uint8Array>;
  /** Ends the threads. */
  end(): void;
}

export interface Beginning {
  readonly occasion: Occasion;
  readonly lang: Lang;
}
export interface Job {
  readonly job: number;
  readonly excerpt: Excerpt;
}
export type Answer = { readonly job: number } & (
  | { readonly bytes: Uint8Array }
  | { readonly fault: unknown }
);

/** To start a thread takes as long as some workbooks do. */
const fewestForThread = 40;
/** More would wait for the excerpts. */
const mostThreads = 8;
/** So many wait for each thread while their maker is busy with something else. */
const queue = 12;

/** A workbook leaves some 15 MB behind: where there is room for a few, hardly any of it is taken for lasting. */
const resourceLimits = { maxYoungGenerationSizeMb: 96 };

/** Makes so many workbooks of one run. */
export function workbookMaker(occasion: Occasion, lang: Lang, count: number): WorkbookMaker {
  const threads = Math.min(availableParallelism(), mostThreads, Math.floor(count / fewestForThread));
  return threads < 2 || threadFile === null
    ? alone(occasion, lang)
    : together(threads, threadFile, { occasion, lang });
}

const alone = (occasion: Occasion, lang: Lang): WorkbookMaker => ({
  atOnce: 1,
  make: (excerpt) => managerWorkbook(excerpt, occasion, lang),
  end: () => {},
});

/** So many threads, each of which begins in the file. */
export function together(count: number, file: URL, beginning: Beginning): WorkbookMaker {
  const threads = Array.from({ length: count }, () => new Thread(file, beginning));
  return {
    atOnce: queue * count,
    make: (excerpt) =>
      threads.reduce((least, each) => (each.waiting < least.waiting ? each : least)).make(excerpt),
    end: () => {
      for (const thread of threads) thread.end();
    },
  };
}

interface Promised {
  readonly done: (bytes: Uint8Array) => void;
  readonly failed: (fault: unknown) => void;
}

class Thread {
  readonly #worker: Worker;
  readonly #jobs = new Map<number, Promised>();
  #last = 0;
  /** What ended the thread before its time. */
  #end: { readonly fault: unknown } | null = null;

  constructor(file: URL, beginning: Beginning) {
    this.#worker = new Worker(file, { workerData: beginning, resourceLimits });
    this.#worker.on('message', (answer: Answer) => {
      const promised = this.#jobs.get(answer.job);
      this.#jobs.delete(answer.job);
      if ('bytes' in answer) promised?.done(answer.bytes);
      else promised?.failed(answer.fault);
    });
    this.#worker.on('error', (fault) => {
      this.#end = { fault };
      for (const { failed } of this.#jobs.values()) failed(fault);
    });
  }

  get waiting(): number {
    return this.#jobs.size;
  }

  make(excerpt: Excerpt): Promise<Uint8Array> {
    this.#last += 1;
    const job = this.#last;
    return new Promise((done, failed) => {
      if (this.#end !== null) return failed(this.#end.fault);
      this.#jobs.set(job, { done, failed });
      this.#worker.postMessage({ job, excerpt } satisfies Job);
    });
  }

  end(): void {
    void this.#worker.terminate();
  }
}

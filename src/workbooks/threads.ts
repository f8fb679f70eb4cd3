/**
 * Makes managers' workbooks on all cores: this thread makes some, and others, which are given the run's summary once, take one
 * result after the other. A few workbooks are made sooner than a thread starts.
 */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Lang } from '../model/text.ts';
import type { ManagerResult, RunSummary } from './manager/run-summary.ts';
import { managerWorkbook } from './manager-workbook.ts';
import { threadFile } from './thread-file.ts';

export interface ManagerWorkbook {
  readonly result: ManagerResult;
  readonly bytes: Uint8Array;
}

/** Workbooks in the making, in the order of their results and the same whoever makes them. */
interface ManagerWorkbooks extends AsyncIterable<ManagerWorkbook> {
  /** Ends the threads; what is not made by then never is. */
  end(): void;
}

export interface ThreadInput {
  readonly summary: RunSummary;
  readonly lang: Lang;
}
export interface Job {
  readonly job: number;
  readonly result: ManagerResult;
}
export type Answer = { readonly job: number } & (
  | { readonly bytes: Uint8Array }
  | { readonly fault: unknown }
);

/** To start a thread takes as long as some workbooks do. */
const fewestForThread = 40;
/** More would wait for the results. */
const mostThreads = 8;
/** So many workbooks for each thread may be waiting to be taken, so that it has work while this one makes the branch's. */
const ahead = 24;

/** Room for what a workbook leaves behind, so that hardly any of it is taken for lasting; more costs memory, not time. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 };

/** Makes the workbooks of one run, in at most so many threads, of which this is one. The others begin at once. */
export function makeWorkbooks(
  results: readonly ManagerResult[],
  summary: RunSummary,
  lang: Lang,
  most: number,
): ManagerWorkbooks {
  const worthwhile = Math.min(most, mostThreads, Math.floor(results.length / fewestForThread));
  const threads = threadFile === null ? [] : Array<URL>(Math.max(0, worthwhile - 1)).fill(threadFile);
  return new Threads(results, threads, { summary, lang }, (result) => managerWorkbook(result, summary, lang));
}

/** A thread for each file, which begins in it; what they have not made when it is wanted, is made here. */
export class Threads implements ManagerWorkbooks {
  readonly #results: readonly ManagerResult[];
  readonly #threads: readonly Thread[];
  readonly #make: (result: ManagerResult) => Promise<Uint8Array>;
  /** Keyed by job. Not promises: one that was awaited for long would keep its bytes in memory after they were written. */
  readonly #answers = new Map<number, Answer>();
  #onAnswer = (): void => {};
  /** A job is the place of its result: so many were begun, and so many workbooks were taken. */
  #begun = 0;
  #taken = 0;

  constructor(
    results: readonly ManagerResult[],
    files: readonly URL[],
    input: ThreadInput,
    make: (result: ManagerResult) => Promise<Uint8Array>,
  ) {
    const onAnswer = (answer: Answer): void => {
      this.#answers.set(answer.job, answer);
      this.#giveOut();
      this.#onAnswer();
    };
    this.#results = results;
    this.#make = make;
    this.#threads = files.map((file) => new Thread(file, input, onAnswer));
    this.#giveOut();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ManagerWorkbook> {
    for (const [job, result] of this.#results.entries()) {
      const answer = await this.#answerTo(job);
      this.#taken += 1;
      this.#giveOut();
      if ('fault' in answer) throw answer.fault;
      yield { result, bytes: answer.bytes };
    }
  }

  /** Gives results to whoever has the fewest; towards the end fewer, so that all end together. */
  #giveOut(): void {
    for (;;) {
      const result = this.#results[this.#begun];
      const fewest = Math.min(...this.#threads.map(({ jobs }) => jobs.size));
      const left = this.#results.length - this.#begun;
      const mostOut = ahead * this.#threads.length;
      const share = Math.ceil(left / (2 * this.#threads.length));
      if (result === undefined || this.#begun - this.#taken >= mostOut || fewest >= share) return;
      const job = this.#begun;
      this.#begun += 1;
      this.#threads.find(({ jobs }) => jobs.size === fewest)?.take({ job, result });
    }
  }

  /** The answer to a job; as long as there is none, the next workbook that nobody has begun is made. */
  async #answerTo(job: number): Promise<Answer> {
    for (;;) {
      const answer = this.#answers.get(job);
      this.#answers.delete(job);
      if (answer !== undefined) return answer;
      const result = this.#results[this.#begun];
      if (result === undefined)
        await new Promise<void>((resolve) => {
          this.#onAnswer = resolve;
        });
      else {
        const own = this.#begun;
        this.#begun += 1;
        this.#answers.set(own, await answered(own, this.#make(result)));
        // What the threads have answered meanwhile is heard.
        await setImmediate();
      }
    }
  }

  end(): void {
    for (const thread of this.#threads) thread.end();
  }
}

/** A fault is told when it is the turn of its workbook, whoever made it. */
const answered = (job: number, making: Promise<Uint8Array>): Promise<Answer> =>
  making.then(
    (bytes) => ({ job, bytes }),
    (fault: unknown) => ({ job, fault }),
  );

class Thread {
  /** What it has been given and has not answered. */
  readonly jobs = new Set<number>();
  readonly #worker: Worker;
  readonly #onAnswer: (answer: Answer) => void;
  /** What ended the thread before its time. */
  #end: { readonly fault: unknown } | null = null;

  constructor(file: URL, input: ThreadInput, onAnswer: (answer: Answer) => void) {
    this.#onAnswer = onAnswer;
    this.#worker = new Worker(file, { workerData: input, resourceLimits });
    this.#worker.on('message', (answer: Answer) => this.#answer(answer));
    this.#worker.on('error', (fault) => {
      this.#end = { fault };
      for (const job of this.jobs) this.#answer({ job, fault });
    });
  }

  take(job: Job): void {
    this.jobs.add(job.job);
    if (this.#end === null) this.#worker.postMessage(job);
    else this.#answer({ job: job.job, ...this.#end });
  }

  end(): void {
    void this.#worker.terminate();
  }

  #answer(answer: Answer): void {
    this.jobs.delete(answer.job);
    this.#onAnswer(answer);
  }
}

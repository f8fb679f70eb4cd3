/**
 * Makes managers' workbooks on all cores: each thread is given the run's summary once, and then takes one result after the
 * other. A few workbooks are made sooner than a thread starts.
 */
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
/** So many workbooks for each thread may be waiting to be taken, so that it has work while the taker is busy. */
const ahead = 12;

/** Room for what a workbook leaves behind, so that hardly any of it is taken for lasting; more costs memory, not time. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 };

/** Makes the workbooks of one run, in at most so many threads. They begin with the first ones at once. */
export function makeWorkbooks(
  results: readonly ManagerResult[],
  summary: RunSummary,
  lang: Lang,
  most: number,
): ManagerWorkbooks {
  const enough = Math.floor(results.length / fewestForThread);
  const threads = Math.min(most, mostThreads, enough);
  return threads < 2 || threadFile === null
    ? alone(results, { summary, lang })
    : new Threads(results, threads, threadFile, { summary, lang });
}

const alone = (results: readonly ManagerResult[], { summary, lang }: ThreadInput): ManagerWorkbooks => ({
  async *[Symbol.asyncIterator]() {
    for (const result of results) yield { result, bytes: await managerWorkbook(result, summary, lang) };
  },
  end: () => {},
});

/** So many threads, each of which begins in the file. */
export class Threads implements ManagerWorkbooks {
  readonly #left: Iterator<ManagerResult>;
  readonly #threads: readonly Thread[];
  readonly #most: number;
  /** Given out and not yet taken. */
  readonly #out: ManagerResult[] = [];
  /** Keyed by job. Not promises: one that was awaited for long would keep its bytes in memory after they were written. */
  readonly #answers = new Map<number, Answer>();
  #onAnswer = (): void => {};
  /** How many results were handed to threads, and how many of their workbooks were asked for. */
  #jobs = 0;
  #asked = 0;

  constructor(results: readonly ManagerResult[], count: number, file: URL, input: ThreadInput) {
    this.#left = results.values();
    const onAnswer = (answer: Answer): void => {
      this.#answers.set(answer.job, answer);
      this.#onAnswer();
    };
    this.#threads = Array.from({ length: count }, () => new Thread(file, input, onAnswer));
    this.#most = ahead * count;
    this.#giveOut();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ManagerWorkbook> {
    for (let result = this.#out.shift(); result !== undefined; result = this.#out.shift()) {
      const answer = await this.#nextAnswer();
      this.#giveOut();
      if ('fault' in answer) throw answer.fault;
      yield { result, bytes: answer.bytes };
    }
  }

  /** Gives results to whoever has the fewest, until enough are out. */
  #giveOut(): void {
    while (this.#out.length < this.#most) {
      const { value: result, done } = this.#left.next();
      if (done === true) return;
      const least = this.#threads.reduce((one, other) => (other.jobs.size < one.jobs.size ? other : one));
      least.take({ job: this.#jobs, result });
      this.#jobs += 1;
      this.#out.push(result);
    }
  }

  async #nextAnswer(): Promise<Answer> {
    const job = this.#asked;
    this.#asked += 1;
    for (;;) {
      const answer = this.#answers.get(job);
      this.#answers.delete(job);
      if (answer !== undefined) return answer;
      await new Promise<void>((resolve) => {
        this.#onAnswer = resolve;
      });
    }
  }

  end(): void {
    for (const thread of this.#threads) thread.end();
  }
}

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

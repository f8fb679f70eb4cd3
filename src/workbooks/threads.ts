/**
 * Makes managers' workbooks on all cores: each thread is told of the occasion once, and then takes one excerpt after the
 * other. A few workbooks are made sooner than a thread starts.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Lang } from '../model/text.ts';
import type { Excerpt, Occasion } from './manager/occasion.ts';
import { managerWorkbook } from './manager-workbook.ts';
import { threadFile } from './thread-file.ts';

export interface Made {
  readonly excerpt: Excerpt;
  readonly bytes: Uint8Array;
}

/** Workbooks in the making, in the order of their excerpts and the same whoever makes them. */
export interface Making extends AsyncIterable<Made> {
  /** Ends the threads; what is not made by then never is. */
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
/** So many for each thread are given out and not yet taken, so that it has work while the taker is busy elsewhere. */
const ahead = 12;

/** A workbook leaves some 15 MB behind: where there is room for a few, hardly any of it is taken for lasting. */
const resourceLimits = { maxYoungGenerationSizeMb: 192 };

/** Makes the workbooks of one run. Threads begin with the first ones at once. */
export function makeWorkbooks(excerpts: readonly Excerpt[], occasion: Occasion, lang: Lang): Making {
  const enough = Math.floor(excerpts.length / fewestForThread);
  const threads = Math.min(availableParallelism(), mostThreads, enough);
  return threads < 2 || threadFile === null
    ? alone(excerpts, { occasion, lang })
    : new Threads(excerpts, threads, threadFile, { occasion, lang });
}

const alone = (excerpts: readonly Excerpt[], { occasion, lang }: Beginning): Making => ({
  async *[Symbol.asyncIterator]() {
    for (const excerpt of excerpts) yield { excerpt, bytes: await managerWorkbook(excerpt, occasion, lang) };
  },
  end: () => {},
});

/** So many threads, each of which begins in the file. */
export class Threads implements Making {
  readonly #left: Iterator<Excerpt>;
  readonly #threads: readonly Thread[];
  readonly #most: number;
  /** Given out and not yet taken. */
  readonly #out: Excerpt[] = [];
  /** By job. No promises of bytes: a promise that was waited for long would hold on to them when they are done with. */
  readonly #answers = new Map<number, Answer>();
  #onAnswer = (): void => {};
  /** How many were given out, and how many of their answers were asked for. */
  #jobs = 0;
  #asked = 0;

  constructor(excerpts: readonly Excerpt[], count: number, file: URL, beginning: Beginning) {
    this.#left = excerpts.values();
    const onAnswer = (answer: Answer): void => {
      this.#answers.set(answer.job, answer);
      this.#onAnswer();
    };
    this.#threads = Array.from({ length: count }, () => new Thread(file, beginning, onAnswer));
    this.#most = ahead * count;
    this.#giveOut();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Made> {
    for (let excerpt = this.#out.shift(); excerpt !== undefined; excerpt = this.#out.shift()) {
      const answer = await this.#nextAnswer();
      this.#giveOut();
      if ('fault' in answer) throw answer.fault;
      yield { excerpt, bytes: answer.bytes };
    }
  }

  /** Gives excerpts to whoever has the fewest, until enough are out. */
  #giveOut(): void {
    while (this.#out.length < this.#most) {
      const { value: excerpt, done } = this.#left.next();
      if (done === true) return;
      const least = this.#threads.reduce((one, other) => (other.jobs.size < one.jobs.size ? other : one));
      least.take({ job: this.#jobs, excerpt });
      this.#jobs += 1;
      this.#out.push(excerpt);
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

  constructor(file: URL, beginning: Beginning, onAnswer: (answer: Answer) => void) {
    this.#onAnswer = onAnswer;
    this.#worker = new Worker(file, { workerData: beginning, resourceLimits });
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

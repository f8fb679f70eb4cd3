/**
 * Collects the problems of one sheet. A fault that runs through a whole column is shown for its first rows, then
 * counted: two million wrong rows are one mistake, not two million. No manager it touches is forgotten.
 */
import { type Diagnostic, defineProblem } from '../model/diagnostic.ts';

export const collectorProblems = {
  more: defineProblem<{ code: string; count: number }>('rows.more', 'error', ({ code, count }) => ({
    message: {
      zh: `还有 ${count} 行有同样的问题（${code}）`,
      en: `the same problem (${code}) in further rows: ${count}`,
    },
    hint: { zh: '请一并改正该列', en: 'Correct the whole column' },
  })),
};

const shownEach = 20;

export class Collector {
  readonly #kept: Diagnostic[] = [];
  readonly #kinds = new Map<
    string,
    { count: number; first: Diagnostic; managers: Set<string>; nobody: boolean }
  >();

  add(problem: Diagnostic): void {
    const kind = `${problem.code}|${problem.at.column ?? ''}`;
    const seen = this.#kinds.get(kind);
    if (seen === undefined) {
      this.#kinds.set(kind, { count: 1, first: problem, managers: new Set(), nobody: false });
      this.#kept.push(problem);
      return;
    }
    seen.count += 1;
    if (seen.count <= shownEach || problem.severity !== 'error') {
      this.#kept.push(problem);
      return;
    }
    // A problem without a manager concerns the package as a whole, and so does what it is folded into.
    if (problem.managers.length === 0) seen.nobody = true;
    for (const manager of problem.managers) seen.managers.add(manager);
  }

  problems(): Diagnostic[] {
    const more = [...this.#kinds.values()].filter(
      ({ count, first }) => count > shownEach && first.severity === 'error',
    );
    return [
      ...this.#kept,
      ...more.map(({ count, first, managers, nobody }) => {
        const { row: _, ...at } = first.at;
        return collectorProblems.more(
          at,
          { code: first.code, count: count - shownEach },
          { managers: nobody ? [] : [...managers].sort() },
        );
      }),
    ];
  }
}

/** How often something was seen, and in which rows first. */
export class Tally {
  count = 0;
  readonly rows: number[] = [];

  add(row: number): void {
    this.count += 1;
    if (this.rows.length < 5) this.rows.push(row);
  }
}

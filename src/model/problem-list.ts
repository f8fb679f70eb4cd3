/**
 * The list of what was found. Two million wrong rows are one mistake, not two million: of each kind in each place the
 * first are shown and the others counted, whoever reports them. No manager whom they touch is forgotten.
 */
import {
  type Diagnostic,
  errorOf,
  type Location,
  noteOf,
  type Severity,
  type Wording,
  warningOf,
} from './diagnostic.ts';

interface Further {
  /** Of the problems that are counted only. */
  readonly code: string;
  readonly count: number;
}

const further = ({ code, count }: Further): Wording => ({
  message: {
    zh: `还有 ${count} 处有同样的问题（${code}）`,
    en: `the same problem (${code}) in further places: ${count}`,
  },
  hint: { zh: '请按同样的办法一并处理', en: 'Deal with them all in the same way' },
});

export const listProblems = {
  errors: errorOf<Further>('rows.more', further),
  warnings: warningOf<Further>('rows.more-warnings', further),
  notes: noteOf<Further>('rows.more-notes', further),
};

const counting: Readonly<Record<Severity, (typeof listProblems)['errors']>> = {
  error: listProblems.errors,
  warning: listProblems.warnings,
  note: listProblems.notes,
};
const countingCodes: ReadonlySet<string> = new Set(Object.values(listProblems).map(({ code }) => code));

/** Shown of one code in one column, sheet or file, and of one code in all of them. */
const mostInOnePlace = 20;
const mostOfOneCode = 500;

interface Folded {
  count: number;
  readonly severity: Severity;
  readonly code: string;
  readonly at: Location;
  readonly managers: Set<string>;
  /** A problem without a manager concerns the package as a whole, and so does what counts it. */
  nobody: boolean;
}

export class ProblemList {
  readonly #shown: Diagnostic[] = [];
  readonly #shownOf = new Map<string, number>();
  readonly #folded = new Map<string, Folded>();

  add(problem: Diagnostic): void {
    const { row: _, ...at } = problem.at;
    const { code } = problem;
    const here = [code, at.file, at.sheet, at.column].join('\n');
    if (countingCodes.has(code)) this.#shown.push(problem);
    else if (this.#folded.has(here) || this.#shownIn(here) >= mostInOnePlace) this.#fold(here, problem, at);
    else if (this.#shownIn(code) >= mostOfOneCode) this.#fold(code, problem, {});
    else {
      this.#shown.push(problem);
      for (const key of [here, code]) this.#shownOf.set(key, this.#shownIn(key) + 1);
    }
  }

  #shownIn(key: string): number {
    return this.#shownOf.get(key) ?? 0;
  }

  #fold(key: string, { severity, code, managers }: Diagnostic, at: Location): void {
    const known = this.#folded.get(key);
    const folded = known ?? { count: 0, severity, code, at, managers: new Set(), nobody: false };
    if (known === undefined) this.#folded.set(key, folded);
    folded.count += 1;
    if (managers.length === 0) folded.nobody = true;
    for (const manager of managers) folded.managers.add(manager);
  }

  /** What was added, the counts behind it. */
  problems(): Diagnostic[] {
    const counted = [...this.#folded.values()].map(({ count, severity, code, at, managers, nobody }) =>
      counting[severity](at, { code, count }, { managers: nobody ? [] : [...managers].sort() }),
    );
    return [...this.#shown, ...counted];
  }
}

const rank: Record<Severity, number> = { error: 0, warning: 1, note: 2 };
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const few = 10;

/** What to begin with: the gravest, and of these those that concern most people; those of one file together. */
export function foremost(problems: readonly Diagnostic[]): Diagnostic[] {
  const first = problems
    .toSorted((a, b) => rank[a.severity] - rank[b.severity] || b.managers.length - a.managers.length)
    .slice(0, few);
  const files = [...new Set(first.map(({ at }) => at.file))];
  return first.toSorted((a, b) => files.indexOf(a.at.file) - files.indexOf(b.at.file));
}

/** Errors first, then by file, sheet, row, column and code. */
const inOrder = (problems: readonly Diagnostic[]): Diagnostic[] =>
  [...problems].sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      compareText(a.at.file ?? '', b.at.file ?? '') ||
      compareText(a.at.sheet ?? '', b.at.sheet ?? '') ||
      (a.at.row ?? 0) - (b.at.row ?? 0) ||
      compareText(a.at.column ?? '', b.at.column ?? '') ||
      compareText(a.code, b.code) ||
      compareText(a.value ?? '', b.value ?? ''),
  );

/** Problems as they are shown, in the one order that they are shown in. A list of what is listed is the same list. */
export function listed(problems: Iterable<Diagnostic>): Diagnostic[] {
  const list = new ProblemList();
  for (const problem of inOrder([...problems])) list.add(problem);
  return inOrder(list.problems());
}

/**
 * What is wrong, odd or worth knowing about the data, as a value. The tool's own failures throw; the data's never do.
 * Each problem's wording stands beside the code that emits it, made with `errorOf`, `warningOf` or `noteOf`, in both languages.
 */
import type { Text } from './text.ts';

export type Severity = 'error' | 'warning' | 'note';

/** Where: as much as is known, from the file down to the column. Rows and columns count from 1, as Excel shows them. */
export interface Location {
  readonly file?: string;
  readonly sheet?: string | null;
  readonly row?: number;
  /** The column as the file names it: its header, or its letter where it has none. */
  readonly column?: string;
}

export interface Diagnostic {
  readonly severity: Severity;
  /** Stable, e.g. `header.missing-column`; `test/errors/` has one folder for each. */
  readonly code: string;
  readonly at: Location;
  /** What was seen, as the file has it; null where there is nothing to show. */
  readonly value: string | null;
  readonly message: Text;
  /** What to do about it. */
  readonly hint: Text;
  /** The managers whose figures it touches: `--lenient` leaves them out whole. Empty: it concerns the package. */
  readonly managers: readonly string[];
}

export interface Wording {
  readonly message: Text;
  readonly hint: Text;
}

export interface Problem<Args> {
  (at: Location, args: Args, about?: { value?: string | null; managers?: readonly string[] }): Diagnostic;
  readonly code: string;
  readonly severity: Severity;
}

const declared =
  (severity: Severity) =>
  <Args>(code: string, wording: (args: Args) => Wording): Problem<Args> =>
    Object.assign(
      (at: Location, args: Args, about: { value?: string | null; managers?: readonly string[] } = {}) => ({
        severity,
        code,
        at,
        value: about.value ?? null,
        ...wording(args),
        managers: about.managers ?? [],
      }),
      { code, severity },
    );

/** Each declares a problem of its severity: its stable code, and its wording from typed arguments. */
export const errorOf = declared('error');
export const warningOf = declared('warning');
export const noteOf = declared('note');

export const hasErrors = (problems: readonly Diagnostic[]): boolean =>
  problems.some((problem) => problem.severity === 'error');

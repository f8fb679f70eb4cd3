/** What the sheets show of the run itself, beside its result. */
import type { Diagnostic } from '../model/diagnostic.ts';

export interface RunContext {
  /** The tool's version: `0.1.0`. */
  readonly tool: string;
  /** A short hash over inputs, policy and tool: it stands on every page. */
  readonly fingerprint: string;
  /** Every problem and note of the run, in order. */
  readonly problems: readonly Diagnostic[];
}

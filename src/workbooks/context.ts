/** What the sheets show of the run itself, beside its result. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Replaced } from '../model/manifest.ts';

/** How the run is told from others. */
export interface RunMarks {
  /** A short hash over inputs, policy and tool: it stands on every page. */
  readonly fingerprint: string;
  /** The run that this one corrects. */
  readonly replaces: Replaced | null;
}

export interface RunContext extends RunMarks {
  /** The tool's version: `0.1.0`. */
  readonly tool: string;
  /** Every problem and note of the run, in order. */
  readonly problems: readonly Diagnostic[];
}

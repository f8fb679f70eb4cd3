/** How a command ends that finds an archive damaged. */
import type { Diagnostic } from '../model/diagnostic.ts';

/** An archive that is not what it was. */
export class BrokenArchive extends Error {
  readonly problem: Diagnostic;

  constructor(problem: Diagnostic) {
    super(problem.message.en);
    this.problem = problem;
  }
}

/** Opens a policy for a command that shows it; what is wrong with the file ends the command. */

import type { Policy } from '../model/policy.ts';
import { loadPolicy } from '../policy/file.ts';
import type { Terminal } from './command.ts';
import { reportAll } from './report-problems.ts';

/** Null: the problems have been told, the command ends with `exitStatus.inputErrors`. */
export async function openPolicy(terminal: Terminal, idOrFile: string): Promise<Policy | null> {
  const { policy, problems } = await loadPolicy(idOrFile);
  if (policy === null) reportAll(terminal, problems);
  return policy;
}

/** `appraise policy upgrade`: a policy file in the language of today, its comments and layout kept. */
import { inTodaysLanguage } from '../policy/file.ts';
import { type ExitStatus, exitStatus, type Terminal } from './command.ts';
import type { MessageOptions } from './options.ts';
import { reportAll } from './report-problems.ts';

export async function upgrade(
  terminal: Terminal,
  asked: string,
  _options: MessageOptions,
): Promise<ExitStatus> {
  const text = await inTodaysLanguage(asked);
  if (typeof text !== 'string') {
    reportAll(terminal, text);
    return exitStatus.inputErrors;
  }
  terminal.io.out(text);
  return exitStatus.done;
}

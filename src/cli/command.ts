/** What every command is made of, so that each can stand in a file of its own. */
import type { ChalkInstance } from 'chalk';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import { isOfTheSystem } from '../model/system-fault.ts';
import type { Lang, Text } from '../model/text.ts';
import type { Progress } from '../run/phases.ts';
import type { Io } from './io.ts';

export const exitStatus = { done: 0, inputErrors: 1, usage: 2, different: 3, fault: 70, system: 74 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** How a command ends with these problems: what the system refused is not wrong with the data and may be tried again. */
export function statusOf(problems: readonly Diagnostic[]): ExitStatus {
  if (!hasErrors(problems)) return exitStatus.done;
  return problems.some(isOfTheSystem) ? exitStatus.system : exitStatus.inputErrors;
}

/** What a command tells the user with: messages on stderr, data on stdout. */
export interface Terminal {
  readonly io: Io;
  readonly lang: Lang;
  readonly quiet: boolean;
  readonly json: boolean;
  readonly colour: { readonly out: ChalkInstance; readonly err: ChalkInstance };
  readonly progress: Progress;
  /** A line on stderr, also with `--quiet`. */
  complain(text: Text): void;
  /** A line on stderr; not with `--quiet`. */
  tell(text: Text): void;
  /** Lines on stdout. */
  print(lines: readonly string[]): void;
}

/** What a command does with what was typed. */
export type Work = (terminal: Terminal, ...given: never[]) => Promise<ExitStatus>;

export interface Cli {
  /** A text in the language of the command line: help is made before options are read. */
  say(text: Text): string;
  /** Makes a command's action. Its work is loaded when the command is called, and answers with the exit status. */
  action(load: () => Promise<Work>): (...given: unknown[]) => Promise<void>;
}

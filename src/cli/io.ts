/** What a command may touch of the process it runs in, so that a test can run commands in its own. */
import { constants } from 'node:os';
import { Chalk, type ChalkInstance } from 'chalk';

/** Calls a function when the process is told to stop; answers how to call that off. */
type OnStop = (clean: () => void) => () => void;

export interface Io {
  /** Data. */
  out(text: string): void;
  /** Messages. */
  err(text: string): void;
  readonly outIsTerminal: boolean;
  /** How wide the terminal is that data goes to; null: to none, or it does not say. */
  readonly outColumns: number | null;
  readonly errIsTerminal: boolean;
  /** The same of the terminal that messages go to. */
  readonly errColumns: number | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onStop: OnStop;
}

/** Windows has a key (Ctrl+Break) of its own; elsewhere nothing sends it. */
export const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;

/** Ends the process as the signal would have. Windows cannot send all of them: there it ends with the status for it. */
export function endBy(
  signal: NodeJS.Signals,
  system: Pick<NodeJS.Process, 'platform' | 'pid' | 'kill' | 'exit'>,
): void {
  if (system.platform === 'win32') system.exit(128 + (constants.signals[signal] ?? 0));
  else system.kill(system.pid, signal);
}

export const processIo = (): Io => ({
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY === true,
  outColumns: process.stdout.columns ?? null,
  errIsTerminal: process.stderr.isTTY === true,
  errColumns: process.stderr.columns ?? null,
  env: process.env,
  onStop(clean) {
    const stop = (signal: NodeJS.Signals): void => {
      try {
        clean();
      } finally {
        forget();
        endBy(signal, process);
      }
    };
    const forget = (): void => stopSignals.forEach((signal) => void process.off(signal, stop));
    for (const signal of stopSignals) process.on(signal, stop);
    return forget;
  },
});

/** Waits until a key is pressed in the process's window; where there is none, not at all. */
export async function waitForKey(): Promise<void> {
  const { stdin } = process;
  if (!stdin.isTTY) return;
  stdin.setRawMode(true);
  await new Promise((resolve) => stdin.once('data', resolve));
  stdin.setRawMode(false).pause();
}

/** Colours for a stream: on a terminal only, and never under NO_COLOR. */
export const colours = (io: Io, stream: 'out' | 'err'): ChalkInstance => {
  const terminal = stream === 'out' ? io.outIsTerminal : io.errIsTerminal;
  return new Chalk({ level: terminal && !io.env.NO_COLOR ? 1 : 0 });
};

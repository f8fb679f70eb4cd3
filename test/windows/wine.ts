/** Windows programs on a Linux PC: a Wine of its own, Windows 10, with nothing in it but what is put there. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const hasWine = spawnSync('wine', ['--version']).status === 0;

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A path of this PC as Windows programs name it. */
export const onWindows = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

export class Wine {
  readonly #folder: string;
  readonly #env: Record<string, string>;
  #count = 0;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#env = {
      ...{ HOME: folder, PATH: '/usr/bin:/bin', WINEPREFIX: join(folder, 'prefix') },
      ...{ LC_ALL: 'C.UTF-8', WINEDEBUG: '-all', WINEDLLOVERRIDES: 'mscoree,mshtml=' },
    };
    for (const args of [
      ['wineboot', '-i'],
      ['winecfg', '-v', 'win10'],
    ])
      spawnSync('wine', args, { env: this.#env, stdio: 'ignore' });
  }

  /** Runs a program to its end. What it says goes through files: Wine hands no pipes of this PC to Node. */
  run(program: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
    const [out, err] = ['out', 'err'].map((name) => join(this.#folder, `${this.#count++}.${name}`));
    if (out === undefined || err === undefined) throw new Error('no files');
    const streams = [out, err].map((path) => openSync(path, 'w'));
    const { status } = spawnSync('wine', program, {
      env: { ...this.#env, ...env },
      stdio: ['ignore', ...streams],
    });
    streams.forEach(closeSync);
    return { status, out: readFileSync(out, 'utf8'), err: readFileSync(err, 'utf8') };
  }

  /** Starts a program; answers how to end it. */
  start(program: readonly string[]): () => void {
    const child = spawn('wine', program, { env: this.#env, stdio: 'ignore' });
    return () => void child.kill('SIGKILL');
  }

  end(): void {
    spawnSync('wineserver', ['-k'], { env: this.#env });
  }
}

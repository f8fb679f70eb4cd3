/** How far a run has come, on a terminal only. */
import cliProgress from 'cli-progress';
import type { Lang, Text } from '../model/text.ts';
import type { Io } from './io.ts';

export interface Progress {
  /** So much of a phase is done; another title begins another phase. */
  show(phase: Text, done: number, of: number): void;
  end(): void;
}

const silent: Progress = { show() {}, end() {} };

export function progressOn(io: Io, lang: Lang, wanted: boolean): Progress {
  if (!wanted || !io.errIsTerminal) return silent;
  let running: { readonly phase: Text; readonly bar: cliProgress.SingleBar } | null = null;
  const end = (): void => {
    running?.bar.stop();
    running = null;
  };
  const begin = (phase: Text, of: number): cliProgress.SingleBar => {
    end();
    const bar = new cliProgress.SingleBar(
      {
        format: `${phase[lang]} {bar} {value}/{total}`,
        clearOnComplete: true,
        hideCursor: true,
        linewrap: null,
        stream: process.stderr,
      },
      cliProgress.Presets.shades_classic,
    );
    bar.start(of, 0);
    running = { phase, bar };
    return bar;
  };
  return {
    show(phase, done, of) {
      const bar = running?.phase === phase ? running.bar : begin(phase, of);
      bar.update(done);
    },
    end,
  };
}

export const phases = {
  reading: { zh: '读取数据', en: 'Reading' },
  appraising: { zh: '考核', en: 'Appraising' },
  writing: { zh: '写出结果', en: 'Writing' },
} as const;

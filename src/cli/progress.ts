/** How far long work has come, on a terminal only: the phase, a count, a rate and the time left. */
import type { SingleBar } from 'cli-progress';
import type { Lang } from '../model/text.ts';
import type { Phase, Progress } from '../run/phases.ts';
import type { Io } from './io.ts';
import { widthOf } from './table.ts';

const silent: Progress = { show() {}, end() {} };

export async function progressOn(io: Io, lang: Lang, wanted: boolean): Promise<Progress> {
  if (!wanted || !io.errIsTerminal) return silent;
  const { default: cliProgress } = await import('cli-progress');
  let running: { readonly phase: Phase; readonly of: number; readonly bar: SingleBar } | null = null;
  const end = (): void => {
    running?.bar.stop();
    running = null;
  };
  const begin = (phase: Phase, of: number): SingleBar => {
    end();
    const bar = new cliProgress.SingleBar({
      format: (_, { value, total, startTime, maxWidth }, { counted }: { readonly counted?: number }) =>
        progressLine(
          { phase, done: value, of: total, counted, seconds: (Date.now() - startTime) / 1000 },
          maxWidth,
          lang,
        ),
      clearOnComplete: true,
      // A process that is killed on the spot cannot bring a hidden cursor back, or the wrapping of lines.
      hideCursor: false,
      linewrap: null,
      stream: process.stderr,
    });
    bar.start(of, 0);
    running = { phase, of, bar };
    return bar;
  };
  return {
    show(phase, done, of, counted) {
      const bar = running?.phase === phase && running.of === of ? running.bar : begin(phase, of);
      bar.update(done, counted === undefined ? {} : { counted });
    },
    end,
  };
}

interface State {
  readonly phase: Phase;
  readonly done: number;
  readonly of: number;
  readonly counted: number | undefined;
  /** Since the phase began. */
  readonly seconds: number;
}

/** Before that a rate says nothing. */
const firstSeconds = 1;

/** The line of a progress display, with as much of it as fits. */
export function progressLine(state: State, width: number, lang: Lang): string {
  const { phase, done, of, counted, seconds } = state;
  const title = phase.title[lang];
  if (of === 0) return `${title}…`;
  const share = Math.min(done / of, 1);
  const percent = `${Math.floor(share * 100)}%`;
  const unit = phase.unit[lang];
  const count = counted === undefined ? `${whole(done)}/${whole(of)} ${unit}` : `${whole(counted)} ${unit}`;
  const known = seconds >= firstSeconds && done > 0;
  const perSecond = rateOf((counted ?? done) / seconds);
  const rate = known ? [{ zh: `每秒 ${perSecond}`, en: `${perSecond}/s` }[lang]] : [];
  const left = known ? [timeLeft((seconds / done) * (of - done), lang)] : [];
  const lines = [
    [title, bar(share, 20), percent, count, ...rate, ...left],
    [title, bar(share, 8), percent, count, ...rate, ...left],
    [title, percent, count, ...left],
    [percent],
  ].map((parts) => parts.join('  '));
  return lines.find((line) => widthOf(line) < width) ?? '';
}

/** Plain characters: block characters are two columns wide on some Chinese terminals. */
function bar(share: number, length: number): string {
  const full = Math.round(share * length);
  return `[${'='.repeat(full)}${'-'.repeat(length - full)}]`;
}

const whole = (count: number): string => Math.floor(count).toLocaleString('en-US');
const rateOf = (value: number): string => (value >= 100 ? whole(value) : value.toFixed(1));

function timeLeft(seconds: number, lang: Lang): string {
  const all = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  if (hours > 0)
    return { zh: `剩余 ${hours} 小时 ${minutes} 分`, en: `${hours} h ${minutes} min left` }[lang];
  if (minutes > 0) return { zh: `剩余 ${minutes} 分 ${rest} 秒`, en: `${minutes} min ${rest} s left` }[lang];
  return { zh: `剩余 ${rest} 秒`, en: `${rest} s left` }[lang];
}

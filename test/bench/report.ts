/** The measurements as a Markdown table, each beside its reference, and the machine they were made on. */
import { cpus, release, type as system, totalmem } from 'node:os';
import { type Measured, pythonVersions } from './measure.ts';

export interface Line {
  readonly what: string;
  /** How much was done, by unit: `rows`, `MB`, `managers`. */
  readonly done: Readonly<Record<string, number>>;
  readonly own: Measured;
  /** What it is held against; a text says why there is none. */
  readonly against: { readonly name: string; readonly measured: Measured } | string;
}

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(value < 10 ? 2 : 1);

const rates = ({ seconds }: Measured, done: Line['done']): string =>
  Object.entries(done)
    .map(([unit, count]) => `${number(count / seconds)} ${unit}/s`)
    .join(', ');

const megabytes = ({ peak }: Measured): string => (peak === 0 ? '' : `${number(peak)} MB`);

function cells({ what, done, own, against }: Line): string[] {
  const self = [what, `${number(own.seconds)} s`, rates(own, done), megabytes(own)];
  if (typeof against === 'string') return [...self, against, '', '', ''];
  const { name, measured } = against;
  const ratio = `${(own.seconds / measured.seconds).toFixed(2)} ×`;
  return [...self, name, `${number(measured.seconds)} s`, megabytes(measured), ratio];
}

const header = ['what', 'time', 'speed', 'peak memory', 'held against', 'its time', 'its memory', 'ratio'];

export function tableOf(lines: readonly Line[]): string {
  const rows = [header, header.map(() => '---'), ...lines.map(cells)];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

export function machine(): string {
  const all = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const programs = [`Node ${process.version}`, ...(pythonVersions === null ? [] : [pythonVersions])].join(
    ', ',
  );
  return `${all.length} × ${all[0]?.model.trim() ?? 'unknown'}, ${memory} GB, ${system()} ${release()}, ${programs}`;
}

/** What may be written where: `--out` never takes the place of anything that is not the tool's own. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Occupant, type OnStop, occupantOf, writeWhole } from '../archive/index.ts';
import type { Quarter } from '../model/calendar.ts';
import { UsageError } from './usage.ts';

const few = 5;

/** What stands at `--out`; files that no run wrote are refused. */
export async function ownPlace(out: string): Promise<Exclude<Occupant, { kind: 'foreign' }>> {
  const occupant = await occupantOf(out);
  if (occupant.kind !== 'foreign') return occupant;
  const names = occupant.files.slice(0, few).join(', ') + (occupant.files.length > few ? ', …' : '');
  throw new UsageError({
    zh: `${out} 里有不是本工具写出的文件（${names}），请另选一个文件夹`,
    en: `${out} has files that no run wrote (${names}); choose another folder`,
  });
}

/** Refuses to replace another quarter, and the same one without `--force`. */
export function refuseToReplace(out: string, occupant: Occupant, period: Quarter, force: boolean): void {
  if (occupant.kind !== 'run') return;
  const there = occupant.manifest.period;
  if (there !== period)
    throw new UsageError({
      zh: `${out} 里是 ${there} 的结果，不能用 ${period} 覆盖，请另选一个文件夹`,
      en: `${out} holds ${there} and is not replaced by ${period}; choose another folder`,
    });
  if (!force)
    throw new UsageError({
      zh: `${out} 里已有 ${period} 的结果；要替换请加 --force`,
      en: `${out} already holds ${period}; add --force to replace it`,
    });
}

/** The folder that a problem list for `--out` is written to. */
export const listPlace = (out: string, occupant: Occupant): string =>
  occupant.kind === 'run' ? dirname(out) : out;

/**
 * Writes a problem list to `--out` where nothing else stands there; beside it where an earlier run does, which stays
 * whole. Answers where.
 */
export async function writeList(
  out: string,
  occupant: Occupant,
  name: string,
  bytes: Uint8Array,
  onStop: OnStop,
): Promise<string> {
  const path = join(listPlace(out, occupant), occupant.kind === 'run' ? `${basename(out)}-${name}` : name);
  await writeWhole(path, bytes, onStop);
  return path;
}

/** A workbook that a command writes beside any archive: it is named outright and replaces nothing unasked. */
export function requireFreshWorkbook(out: string, force: boolean | undefined): void {
  if (!out.toLowerCase().endsWith('.xlsx'))
    throw new UsageError({ zh: `--out 应是 .xlsx 文件：${out}`, en: `--out names a .xlsx file, not ${out}` });
  if (existsSync(out) && force !== true)
    throw new UsageError({
      zh: `${out} 已存在；要替换请加 --force`,
      en: `${out} is there already; add --force to replace it`,
    });
}

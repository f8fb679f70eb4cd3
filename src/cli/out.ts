/** What may be written where: `--out` never takes the place of anything that is not the tool's own. */
import { join } from 'node:path';
import { type Occupant, occupantOf, writeWhole } from '../archive/index.ts';
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

/**
 * Writes a problem list to `--out` where nothing else stands there; beside it where an earlier run does, which stays
 * whole. Answers where.
 */
export async function writeList(
  out: string,
  occupant: Occupant,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const path = occupant.kind === 'run' ? `${out}-${name}` : join(out, name);
  await writeWhole(path, bytes);
  return path;
}

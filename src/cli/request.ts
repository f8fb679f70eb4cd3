/** What the options of a command ask for; what cannot be meant is refused. */
import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { isQuarter } from '../model/calendar.ts';
import type { RequestOptions } from './options.ts';
import type { Request } from './pipeline.ts';
import { UsageError } from './usage.ts';

export const requireFolder = (folder: string): void => {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError({ zh: `没有文件夹 ${folder}`, en: `there is no folder ${folder}` });
};

/** The request that the options make; what cannot be meant is refused. */
export function requestOf(folder: string, options: RequestOptions, out: string | null): Request {
  const { period = null, archive = [], policy: policies = [] } = options;
  for (const each of [folder, ...archive]) requireFolder(each);
  if (period !== null && !isQuarter(period))
    throw new UsageError({
      zh: `“${period}”不是季度；应写成 2026Q3`,
      en: `"${period}" is not a quarter; write 2026Q3`,
    });
  const [policy = 'grade-regulation', ...more] = policies;
  if (out !== null && isInside(out, folder))
    throw new UsageError({
      zh: '--out 不能在数据文件夹里面：下一次运行会把结果当成数据',
      en: '--out must not be inside the package: the next run would take the result for data',
    });
  return {
    package: folder,
    period,
    policies: [policy, ...more],
    archives: archive,
    bank: options.bank,
    lenient: options.lenient === true,
    lang: options.lang ?? 'zh',
    out,
  };
}

function isInside(inner: string, outer: string): boolean {
  const path = relative(resolve(outer), resolve(inner));
  return path.split(sep)[0] !== '..' && !isAbsolute(path);
}

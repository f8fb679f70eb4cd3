/** What the options of a command ask for; what cannot be meant is refused. */
import { quarterNamed } from '../intake/period.ts';
import type { Quarter } from '../model/calendar.ts';
import type { Request } from '../run/pipeline.ts';
import { UsageError } from '../run/usage-error.ts';
import type { RequestOptions } from './options.ts';
import { isFolder } from './out.ts';

export const defaultPolicy = 'grade-regulation';

export const requireFolder = (folder: string): void => {
  if (!isFolder(folder))
    throw new UsageError({ zh: `没有文件夹 ${folder}`, en: `there is no folder ${folder}` });
};

/** The quarter that `--period` names; null: none is named. */
export function periodAsked({ period }: Pick<RequestOptions, 'period'>): Quarter | null {
  if (period === undefined) return null;
  const named = quarterNamed(period);
  if (named === null || !nothingElse.test(period.normalize('NFKC')))
    throw new UsageError({
      zh: `“${period}”不是季度；应写成 2026Q3`,
      en: `"${period}" is not a quarter; write 2026Q3`,
    });
  return named;
}

/** What a quarter is written with. */
const nothingElse = /^[\d\sQq年第季度月一二三四.\-/_]+$/;

/** The request that the options make; what cannot be meant is refused. */
export function requestOf(folder: string, options: RequestOptions, out: string | null): Request {
  const { archive = [], policy: policies = [] } = options;
  for (const each of [folder, ...archive]) requireFolder(each);
  const [policy = defaultPolicy, ...more] = policies;
  return {
    package: folder,
    period: periodAsked(options),
    policies: [policy, ...more],
    archives: archive,
    bank: options.bank,
    lenient: options.lenient === true,
    lang: options.lang ?? 'zh',
    out,
  };
}

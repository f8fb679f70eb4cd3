/** `appraise init`: an empty package to fill in — a workbook with a sheet for each table, its settings, and a policy. */
import { basename, join, resolve } from 'node:path';
import { type Staging, utf8 } from '../archive/index.ts';
import { exampleCase } from '../cases/example.ts';
import { quarterNamed } from '../intake/period.ts';
import type { Quarter } from '../model/calendar.ts';
import { packageExtras } from '../model/package.ts';
import { entryWords } from '../model/policy/declared-words.ts';
import { requiredTables } from '../model/tables/index.ts';
import type { Lang } from '../model/text.ts';
import { withCommentsIn } from '../policy/comments.ts';
import { loadPolicy, policyIds } from '../policy/file.ts';
import { tablesNeeded } from '../policy/tables-needed.ts';
import { UsageError } from '../run/usage-error.ts';
import { emptyPackageWorkbook } from '../workbooks/init/index.ts';
import { type ExitStatus, exitStatus, statusOf, type Terminal } from './command.ts';
import type { MessageOptions, OutOptions } from './options.ts';
import { holding, placeOf } from './out.ts';
import { reportAll } from './report-problems.ts';
import { periodAsked } from './request.ts';
import { schemaBeside, schemaBytes, schemaLine } from './schemas.ts';

interface InitOptions extends MessageOptions, OutOptions {
  readonly period?: string;
  readonly policy: string;
}

export async function init(terminal: Terminal, folder: string, options: InitOptions): Promise<ExitStatus> {
  const period = periodOf(folder, options);
  const place = placeOf(folder, null);
  return holding(terminal, place, options, (staging) => fill(terminal, period, options, staging));
}

async function fill(
  terminal: Terminal,
  period: Quarter,
  { policy: asked, lang = 'zh' }: InitOptions,
  staging: Staging,
): Promise<ExitStatus> {
  const { given: folder } = staging.place;
  requireNothing(staging);
  const { policy, problems, bytes } = await loadPolicy(asked);
  if (policy === null) {
    reportAll(terminal, problems);
    return statusOf(problems);
  }
  const tables = tablesNeeded([policy.file]);
  staging.add('package.xlsx', await emptyPackageWorkbook(period, tables, entryWords(policy), lang));
  staging.add('package.yaml', utf8(schemaLine('package') + settingsText(period, lang)));
  const ofBox = (await policyIds()).includes(asked);
  staging.add(
    packageExtras.policy,
    ofBox ? Buffer.concat([utf8(schemaLine('policy')), withCommentsIn(bytes, lang)]) : bytes,
  );
  const example = exampleCase(policy, period, tables, lang);
  if (example !== null) staging.add(packageExtras.cases, utf8(example));
  for (const file of ['package', 'policy'] as const) staging.add(schemaBeside(file), schemaBytes(file));
  staging.moveIn();
  const files = staging.files.map(({ name }) => join(folder, name));
  if (terminal.json) terminal.io.out(`${JSON.stringify({ period, files }, null, 2)}\n`);
  else
    terminal.print([
      {
        zh: `已建好 ${folder}：填写 package.xlsx，然后`,
        en: `${folder} is ready: fill in package.xlsx, then`,
      }[terminal.lang],
      `  appraise check ${folder}`,
      `  appraise run ${folder} --policy ${join(folder, packageExtras.policy)} --out results/${period}`,
    ]);
  return exitStatus.done;
}

function periodOf(folder: string, options: InitOptions): Quarter {
  const period = periodAsked(options) ?? quarterNamed(basename(resolve(folder)));
  if (period === null)
    throw new UsageError({
      zh: '不知道是哪个季度：请加 --period 2026Q3，或让文件夹名含季度',
      en: 'nothing says which quarter: add --period 2026Q3, or name the folder by it',
    });
  return period;
}

/** Whatever is in the folder already is somebody's. */
function requireNothing({ place, seen }: Staging): void {
  if (seen.has(''))
    throw new UsageError({ zh: `${place.given} 不是文件夹`, en: `${place.given} is not a folder` });
  if (seen.size > 0)
    throw new UsageError({
      zh: `${place.given} 里已有文件，不会覆盖；请另选一个文件夹`,
      en: `${place.given} has files already and is not overwritten; choose another folder`,
    });
}

const settingsText = (period: Quarter, lang: Lang): string =>
  lang === 'zh'
    ? `# 本文件夹的说明。以 # 开头的行不起作用，去掉 # 即生效。
period: ${period}
# 本行没有的必填表，可选：${requiredTables.join('、')}
# absent: [settlement]
# 本行第一次运行的季度：之前的季度按无不良记录处理，各表都会注明
# chain-starts: ${period}
`
    : `# What this package says of itself. Lines that begin with # have no effect; remove it to let them speak.
period: ${period}
# Required tables that the branch has none of: ${requiredTables.join(', ')}
# absent: [settlement]
# The bank's first run: earlier quarters are taken as clean, and every sheet says so
# chain-starts: ${period}
`;

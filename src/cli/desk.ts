/**
 * What `考核.cmd` starts on a clerk's desk: folders were dropped on it, or it was opened with none. Each folder is checked
 * and appraised into a place beside it that replaces nothing; what to open is said, and the window waits for a key.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { archiveFiles } from '../model/manifest.ts';
import { packageExtras } from '../model/package.ts';
import type { Text } from '../model/text.ts';
import { type ExitStatus, exitStatus } from './command.ts';
import type { Io } from './io.ts';
import { localeLang } from './language.ts';
import { main } from './main.ts';

/** What the script hands over in the environment: its own path, and the command line it was started by. */
const variables = { script: 'APPRAISE_DESK', line: 'APPRAISE_LINE' } as const;

const greeting: readonly Text[] = [
  {
    zh: '把一个季度的数据文件夹拖到“考核.cmd”的图标上，就会检查并考核。',
    en: "Drop the folder with a quarter's exports on this icon: it is checked and appraised.",
  },
  {
    zh: '结果写在该文件夹旁边，不覆盖任何已有的文件。',
    en: 'The result goes beside that folder and replaces nothing.',
  },
  { zh: '详细说明见同一文件夹里的“使用说明.html”。', en: 'More stands in 使用说明.html in the same folder.' },
];

/** Appraises what was dropped; answers the worst exit status of all. */
export async function desk(argv: readonly string[], io: Io, waitForKey: () => Promise<void>) {
  const lang = localeLang(io.env);
  const say = (text: Text): void => io.out(`${text[lang]}\n`);
  const folders = dropped(argv, io.env).sort();
  if (folders.length === 0) greeting.forEach(say);
  let worst: ExitStatus = exitStatus.done;
  for (const folder of folders) {
    const status = isFolder(folder) ? await appraised(resolve(folder), io, say) : notAFolder(folder, say);
    if (status > worst) worst = status;
  }
  say({ zh: '\n按任意键关闭窗口……', en: '\nPress any key to close this window …' });
  await waitForKey();
  return worst;
}

/**
 * The paths that were dropped. Windows puts a path into quotes for its blanks only: in the script's arguments `&` cuts it
 * short, the line that started the script has it whole.
 */
export function dropped(argv: readonly string[], env: Io['env']): string[] {
  const script = env[variables.script] ?? '';
  const line = env[variables.line] ?? '';
  const at = script === '' ? -1 : line.toLowerCase().lastIndexOf(script.toLowerCase());
  if (at < 0) return [...argv];
  const rest = line.slice(at + script.length).replace(/^"/, '');
  // The whole line after `/c` stands in quotes of its own.
  const words = rest.replace(/"\s*$/, (end) => (rest.split('"').length % 2 === 0 ? '' : end));
  return [...words.matchAll(/"([^"]+)"|[^\s"]+/g)].map(([whole, quoted]) => quoted ?? whole);
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

function notAFolder(path: string, say: (text: Text) => void): ExitStatus {
  say({
    zh: `“${path}”不是文件夹：请拖放一个季度的整个数据文件夹，不是里面的文件`,
    en: `"${path}" is no folder: drop the whole folder of a quarter, not the files in it`,
  });
  return exitStatus.usage;
}

/** Runs into the first place beside the folder that is free, or holds the very result already. */
async function appraised(folder: string, io: Io, say: (text: Text) => void): Promise<ExitStatus> {
  say({ zh: `数据：${folder}`, en: `exports: ${folder}` });
  const own = join(folder, packageExtras.policy);
  const policy = existsSync(own) ? ['--policy', own] : [];
  const beside = dirname(folder);
  const hasResults = readdirSync(beside).some((name) =>
    existsSync(join(beside, name, archiveFiles.manifest)),
  );
  const archive = hasResults ? ['--archive', beside] : [];
  for (let copy = 1; ; copy += 1) {
    const place = `${folder}-考核结果${copy > 1 ? `-${copy}` : ''}`;
    const taken = existsSync(place);
    const said: (() => void)[] = [];
    const quietly: Io = {
      ...io,
      out: (text) => said.push(() => io.out(text)),
      err: (text) => said.push(() => io.err(text)),
    };
    const given = [folder, '--out', place, ...archive, ...policy];
    const status = await main(['run', ...given], taken ? quietly : io);
    // Another result stands there, or something that is none of the tool's.
    if (taken && status === exitStatus.usage) continue;
    for (const each of said) each();
    if (status === exitStatus.done)
      say({
        zh: `\n请打开：${join(place, 'branch-summary.xlsx')}`,
        en: `\nOpen ${join(place, 'branch-summary.xlsx')}`,
      });
    else if (status === exitStatus.inputErrors) {
      // The same list as a workbook; what it says was said.
      await main(['check', ...given], { ...io, out: () => {} });
      say({
        zh: `\n请按清单改正 ${basename(folder)} 里的数据，再拖一次。`,
        en: `\nCorrect what the list names in ${basename(folder)}, and drop the folder again.`,
      });
    }
    return status;
  }
}

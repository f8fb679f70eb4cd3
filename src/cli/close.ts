/** `appraise close`: the decisions of a quarter in; ledger, next roster, letters, lists and register out. */
import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { prettyJson } from '../archive/index.ts';
import { archiveFiles, type Manifest } from '../model/manifest.ts';
import { basisIn, type ClosedQuarter, closeQuarter, decidesLater } from '../run/closing.ts';
import { UsageError } from '../run/usage-error.ts';
import { runIn, unbroken } from './archived.ts';
import { type ExitStatus, exitStatus, statusOf, type Terminal } from './command.ts';
import type { MessageOptions, OutOptions } from './options.ts';
import { holding, isFolder, occupantAt, placeOf, type ReplaceableOccupant, refuseToReplace } from './out.ts';
import { problemsJson, reportAll } from './report-problems.ts';

interface CloseOptions extends MessageOptions, OutOptions {
  readonly decisions: string;
  readonly out: string;
  readonly templates?: string;
  readonly force?: boolean;
}

export async function close(terminal: Terminal, folder: string, options: CloseOptions): Promise<ExitStatus> {
  const run = await runIn(folder);
  const read = await basisIn(run);
  if (read === null)
    throw new UsageError(
      (await decidesLater(run))
        ? {
            zh: `${folder} 没有可决定的事项：${run.manifest.period} 不是年终，所用制度到第四季度才提出聘任建议`,
            en: `${folder} has nothing to decide: ${run.manifest.period} does not end the year, and its policy proposes in the fourth quarter only`,
          }
        : {
            zh: `${folder} 没有可决定的事项：所用制度既不预警也不提出聘任建议，或由以前的版本写出`,
            en: `${folder} has nothing to decide: its policy neither warns nor proposes, or an earlier version wrote it`,
          },
    );
  const basis = unbroken(read);
  requireFile(options.decisions);
  const templates = templatesFolder(run.place, options.templates);
  if (templates !== null)
    terminal.tell({ zh: `函件模板：${templates}`, en: `templates of letters: ${templates}` });
  const place = placeOf(options.out, null);
  return holding(terminal, place, options, async (staging) => {
    const occupant = await occupantAt(staging);
    const closed = await closeQuarter(run, basis, options.decisions, templates);
    const { problems, made } = closed;
    reportAll(terminal, problems);
    if (made === null) {
      if (terminal.json) terminal.io.out(problemsJson(problems));
      terminal.complain({
        zh: '决定表或模板有错误，没有写出任何文件',
        en: 'the decisions or templates have errors; nothing was written',
      });
      return statusOf(problems);
    }
    const { force = false } = options;
    if (!force && isDone(occupant, made)) {
      terminal.tell({
        zh: `${place.given} 里已是同样的决定的结果，未作改动`,
        en: `${place.given} holds what follows from the same decisions already; nothing was changed`,
      });
      return exitStatus.done;
    }
    refuseToReplace(place, occupant, basis.period, force, true);
    for await (const { name, bytes } of made.outputs()) {
      staging.add(name, bytes);
      // Between two files a process that is told to stop hears of it.
      await setImmediate();
    }
    const manifest = made.manifest(staging.files);
    staging.add(archiveFiles.manifest, prettyJson(manifest));
    staging.moveIn();
    if (terminal.json) terminal.io.out(new TextDecoder().decode(prettyJson(manifest)));
    else if (!terminal.quiet) terminal.print(manifest.outputs.map(({ name }) => name));
    terminal.tell({ zh: `已写出 ${options.out}`, en: `written: ${options.out}` });
    return exitStatus.done;
  });
}

/** What the folder of the bank's own templates is called where it stands beside a result. */
const usualNames = ['templates', '函件模板'];

/** The folder that is named, or the one that stands beside the result, as beside its package; null: there is none. */
function templatesFolder(place: string, named: string | undefined): string | null {
  if (named !== undefined && !isFolder(named))
    throw new UsageError({ zh: `没有文件夹 ${named}`, en: `there is no folder ${named}` });
  const beside = usualNames.map((name) => join(dirname(resolve(place)), name));
  return named ?? beside.find(isFolder) ?? null;
}

function requireFile(path: string): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new UsageError({ zh: `没有文件 ${path}`, en: `there is no file ${path}` });
}

/** Whether what stands there follows from the same run and the same decisions, by the same version. */
function isDone(
  occupant: ReplaceableOccupant,
  { inputs, manifest }: NonNullable<ClosedQuarter['made']>,
): boolean {
  if (occupant.kind !== 'run' || occupant.missing.length > 0) return false;
  const rests = ({ tool, closes }: Manifest) => JSON.stringify([tool, closes]);
  const { manifest: there } = occupant;
  return rests(there) === rests(manifest([])) && JSON.stringify(there.inputs) === JSON.stringify(inputs);
}

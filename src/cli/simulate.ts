/** `appraise simulate`: another policy on the same figures — who moves, by which rule, and what it would cost. */
import type { Staging } from '../archive/index.ts';
import { hasLadder } from '../engine/index.ts';
import { simulate as simulated } from '../engine/simulation/index.ts';
import { hasErrors } from '../model/diagnostic.ts';
import type { Policy } from '../model/policy.ts';
import { listed } from '../model/problem-list.ts';
import { policyIds } from '../policy/box.ts';
import { loadPolicy } from '../policy/file.ts';
import { type Progress, phases } from '../run/phases.ts';
import { gather, type Request } from '../run/pipeline.ts';
import { UsageError } from '../run/usage-error.ts';
import { simulationWorkbook } from '../workbooks/simulate/index.ts';
import { type ExitStatus, exitStatus, statusOf, type Terminal } from './command.ts';
import type { OutOptions, RequestOptions } from './options.ts';
import { holding, requireFresh, workbookPlaceOf, writeFile } from './out.ts';
import { problemsJson, reportAll } from './report-problems.ts';
import { defaultPolicy, requestOf } from './request.ts';
import { simulationJson } from './simulate-json.ts';
import { simulationLines } from './simulate-lines.ts';

interface SimulateOptions extends Omit<RequestOptions, 'policy'>, OutOptions {
  readonly policy: string;
  readonly against?: string;
  readonly out?: string;
  readonly force?: boolean;
}

/** Two policies are compared by their ladders, and by sections of one id. */
function requireLikeness(before: Policy, after: Policy): void {
  const [was, is] = [before.file, after.file];
  if (hasLadder(before) && hasLadder(after)) return;
  if (Object.entries(is.sections).some(([id, { kind }]) => was.sections[id]?.kind === kind)) return;
  throw new UsageError({
    zh: `“${was.policy}”与“${is.policy}”没有相同的内容可比，请用 --against 指定与哪个制度比`,
    en: `"${was.policy}" and "${is.policy}" have nothing in common to compare; say with --against which policy to compare with`,
  });
}

/** The policy in the box that the draft is one of, by its id; else the default. */
async function boxedLike(draft: Policy | null): Promise<string> {
  const id = draft?.file.policy;
  return id !== undefined && (await policyIds()).includes(id) ? id : defaultPolicy;
}

export async function simulate(
  terminal: Terminal,
  folder: string,
  options: SimulateOptions,
): Promise<ExitStatus> {
  const { out, policy, ...rest } = options;
  const place = out === undefined ? null : workbookPlaceOf(out, folder);
  const request = requestOf(folder, { ...rest, policy: [policy] }, place?.path ?? null);
  if (place === null) return compare(terminal, request, options.against, null);
  return holding(terminal, place, options, async (staging) => {
    await requireFresh(staging, options.force === true);
    return compare(terminal, request, options.against, staging);
  });
}

/** Appraises under both policies and shows who moves, as a workbook too where a place for one is held. */
async function compare(
  terminal: Terminal,
  request: Request,
  against: string | undefined,
  staging: Staging | null,
): Promise<ExitStatus> {
  const { io, lang, progress } = terminal;
  const gathered = await gather(request, progress);
  const after = gathered.policies[0]?.policy ?? null;
  const before = await loadPolicy(against ?? (await boxedLike(after)));
  const found = [...before.problems, ...gathered.problems];
  if (before.policy !== null && after !== null) requireLikeness(before.policy, after);
  const refused =
    gathered.stopped || before.policy === null || after === null || (!request.lenient && hasErrors(found));
  progress.show(phases.appraising, 0, 0);
  const { simulation, problems } = refused
    ? { simulation: null, problems: [] }
    : simulated(gathered.package, { before: before.policy, after }, gathered.past.history, {
        lenient: true,
        onManager: inBoth(progress),
      });
  const all = listed([...found, ...problems]);
  if (simulation === null) {
    progress.end();
    reportAll(terminal, all);
    if (terminal.json) io.out(problemsJson(all));
    return statusOf(all);
  }

  progress.show(phases.workbook, 0, 0);
  if (staging !== null) writeFile(staging, await simulationWorkbook(simulation, request.lang));
  progress.end();
  // What is odd about the figures is for `check` to say; here only who was left out, and why.
  const errors = all.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) reportAll(terminal, errors);
  if (terminal.json) io.out(`${JSON.stringify(simulationJson(simulation), null, 2)}\n`);
  else if (staging === null || !terminal.quiet) terminal.print(simulationLines(simulation, lang));
  if (staging !== null) {
    const { given } = staging.place;
    terminal.tell({ zh: `已写出 ${given}`, en: `written: ${given}` });
  }
  return exitStatus.done;
}

/** Both appraisals as one phase. */
function inBoth(progress: Progress): (done: number, of: number) => void {
  let done = 0;
  return (_, of) => progress.show(phases.appraising, done++, of * 2);
}

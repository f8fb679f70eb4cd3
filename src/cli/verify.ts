/**
 * `appraise verify`: inputs intact? chain intact? same results? same bytes? — and where not, which file, which
 * manager, which rule, which cell.
 */
import { dirname, resolve } from 'node:path';
import type { ChalkInstance } from 'chalk';
import {
  type ArchivedRun,
  archiveState,
  type Cause,
  type FileState,
  type Past,
  pastBehind,
} from '../archive/index.ts';
import type { Lang, Text } from '../model/text.ts';
import { runIn } from './archived.ts';
import { causeLine } from './causes.ts';
import { type ExitStatus, exitStatus, type Terminal } from './command.ts';
import { differenceBranches } from './differences.ts';
import type { MessageOptions } from './options.ts';
import { problemLine } from './problem-list.ts';
import { phases } from './progress.ts';
import { requireFolder } from './request.ts';
import { changedInputs, type FileDifference, type Rerun, rerun } from './rerun.ts';
import { type Branch, leaf, tree } from './table.ts';
import { tool } from './tool.ts';

interface VerifyOptions extends MessageOptions {
  readonly package: string;
  readonly archive?: readonly string[];
}

/** One of the questions, its answer, and what it rests on. */
interface Answer {
  readonly question: Text;
  /** Null: it could not be answered. */
  readonly yes: boolean | null;
  /** In place of yes or no. */
  readonly word?: Text;
  readonly findings: readonly Branch[];
}

export async function verify(
  terminal: Terminal,
  folder: string,
  options: VerifyOptions,
): Promise<ExitStatus> {
  const { progress } = terminal;
  const run = await runIn(folder);
  // Quarters of a chain usually lie side by side.
  const { archive: archives = [dirname(resolve(folder))] } = options;
  for (const each of [options.package, ...archives]) requireFolder(each);

  const found: Found = {
    run,
    files: await archiveState(run, (done, of) => progress.show(phases.archive, done, of)),
    inputs: await changedInputs(run, options.package),
    past: await pastBehind(run, archives),
  };
  const again = await rerun(run, options.package, found.past, progress);
  progress.end();

  const answers = answersOf(found, again, terminal);
  const { files, inputs, past } = found;
  if (terminal.json)
    terminal.io.out(
      `${JSON.stringify({ files, inputs, chain: past.problems, rerun: again }, withoutNames, 2)}\n`,
    );
  else terminal.print(answers.flatMap((answer) => answerLines(answer, terminal)));
  if (run.manifest.tool.version !== tool.version)
    terminal.tell({
      zh: `归档由 ${run.manifest.tool.version} 版写出，本工具是 ${tool.version} 版：字节可以不同，结果按内容比较`,
      en: `the archive was written by version ${run.manifest.tool.version}, this is ${tool.version}: bytes may differ, results are compared by content`,
    });
  return answers.every(({ yes }) => yes === true) ? exitStatus.done : exitStatus.different;
}

const withoutNames = (key: string, value: unknown): unknown => (key === 'names' ? undefined : value);

interface Found {
  readonly run: ArchivedRun;
  readonly files: readonly FileState[];
  readonly inputs: readonly Cause[];
  readonly past: Past;
}

function answersOf({ run, files, inputs, past }: Found, again: Rerun, { lang, colour }: Terminal): Answer[] {
  const otherTool = run.manifest.tool.version !== tool.version;
  const sameResults = again.done && again.results?.length === 0;
  const onlyPacking =
    again.done && again.files.length > 0 && again.files.every(({ state }) => state === 'packed-differently');
  return [
    {
      question: { zh: '归档文件完好', en: 'outputs intact' },
      yes: files.every(({ state }) => state === 'extra'),
      findings: files.map(({ name, state }) => leaf(`${name} ${stateWords[state][lang]}`)),
    },
    {
      question: { zh: '数据文件完好', en: 'inputs intact' },
      yes: inputs.length === 0,
      findings: inputs.map((cause) => leaf(causeLine(cause, lang))),
    },
    {
      question: { zh: '季度链完好', en: 'chain intact' },
      yes: past.problems.length === 0,
      findings: past.problems.map((problem) => leaf(problemLine(problem, lang, colour.out))),
    },
    {
      question: { zh: '结果相同', en: 'same results' },
      yes: again.done ? sameResults : null,
      findings: again.done
        ? differenceBranches(again.results ?? [], again.names, lang)
        : whyNot(again, lang, colour.out),
    },
    {
      question: { zh: '字节相同', en: 'same bytes' },
      yes: again.done ? again.files.length === 0 || onlyPacking || (otherTool && sameResults) : null,
      ...(onlyPacking ? { word: fileWords['packed-differently'] } : {}),
      findings: again.done ? fileBranches(again.files, lang) : [],
    },
  ];
}

function answerLines({ question, yes, word, findings }: Answer, { lang, colour }: Terminal): string[] {
  const said = word ?? (yes === null ? unknown : yes ? affirmed : denied);
  const paint = yes === null ? colour.out.yellow : yes ? colour.out.green : colour.out.red;
  return [`${question[lang]}${{ zh: '：', en: ': ' }[lang]}${paint(said[lang])}`, ...tree(findings)];
}

const affirmed: Text = { zh: '是', en: 'yes' };
const denied: Text = { zh: '否', en: 'no' };
const unknown: Text = { zh: '无法判断', en: 'unknown' };

const stateWords: Record<FileState['state'], Text> = {
  changed: { zh: '写成之后被改动过', en: 'was changed after it was written' },
  missing: { zh: '不见了', en: 'is missing' },
  extra: { zh: '不是这次运行写出的', en: 'was not written by this run' },
};

const fileWords: Record<FileDifference['state'], Text> = {
  differs: { zh: '与重新运行的不同', en: 'is another one when made again' },
  'packed-differently': { zh: '只有压缩方式不同', en: 'packed differently only' },
  'only-archived': { zh: '重新运行没有写出', en: 'is not made by the rerun' },
  'only-rerun': { zh: '只有重新运行写出', en: 'is made by the rerun only' },
};

/** Files that differ in the same way (a fingerprint on every page) are shown as one. */
function fileBranches(files: readonly FileDifference[], lang: Lang): Branch[] {
  const groups = new Map<string, FileDifference[]>();
  for (const file of files) {
    const change = (file.cells ?? []).map(({ before, after }) => [before, after]);
    const packing = file.state === 'packed-differently' ? file.state : file.name;
    const alike = change.length > 0 ? JSON.stringify(change) : packing;
    groups.set(alike, [...(groups.get(alike) ?? []), file]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    const more = { zh: `等 ${group.length} 个文件`, en: `and ${others.length} more` }[lang];
    const { text, below } = fileBranch(first, lang);
    return [{ text: others.length > 0 ? `${text} (${more})` : text, below }];
  });
}

const mostCells = 20;

function fileBranch({ name, state, cells }: FileDifference, lang: Lang): Branch {
  const shown = (cells ?? []).slice(0, mostCells).map(({ sheet, cell, before, after }) => {
    const place = { zh: `“${sheet}”${cell}：`, en: `"${sheet}" ${cell}: ` }[lang];
    return leaf(`${place}${before ?? ''} → ${after ?? ''}`);
  });
  const rest = (cells?.length ?? 0) - shown.length;
  const more = rest > 0 ? [leaf({ zh: `另有 ${rest} 格`, en: `and ${rest} more cells` }[lang])] : [];
  return { text: `${name} ${fileWords[state][lang]}`, below: [...shown, ...more] };
}

function whyNot(again: Rerun & { done: false }, lang: Lang, chalk: ChalkInstance): Branch[] {
  switch (again.why) {
    case 'policy':
      return [
        leaf({ zh: '当时的制度文件找不到了', en: 'the policy it was run with is nowhere to be found' }[lang]),
      ];
    case 'past':
      return [
        leaf({ zh: '缺少当时用到的以前季度', en: 'earlier quarters that it was run on are missing' }[lang]),
      ];
    case 'input':
      return again.problems
        .filter(({ severity }) => severity === 'error')
        .map((problem) => leaf(problemLine(problem, lang, chalk)));
  }
}

/** The five questions that `verify` answers, whatever it finds, and how the answers read on the screen. */
import type { ChalkInstance } from 'chalk';
import type { ArchivedRun, Cause, FileState, Past, Read, SheetChange } from '../archive/index.ts';
import { columnLetter } from '../intake/files/sheet.ts';
import type { Lang, Text } from '../model/text.ts';
import type { FileDifference, Rerun } from '../run/rerun.ts';
import { tool } from '../run/tool.ts';
import { causeLine } from './causes.ts';
import type { Terminal } from './command.ts';
import { differenceNodes } from './differences.ts';
import { problemLine } from './problem-list.ts';
import { leaf, type TreeNode, tree } from './table.ts';

/** One of the questions, its answer, and what it rests on. */
interface Answer {
  readonly question: Text;
  /** Null: it could not be answered. */
  readonly yes: boolean | null;
  /** In place of yes or no. */
  readonly word?: Text;
  readonly findings: readonly TreeNode[];
}

/** What was looked at, each with what kept it from being seen. */
export interface Found {
  readonly run: Read<ArchivedRun>;
  readonly files: Read<readonly FileState[]>;
  readonly inputs: Read<readonly Cause[]>;
  readonly past: Read<Past>;
  readonly again: Read<Rerun>;
}

export function answersOf({ run, files, inputs, past, again }: Found, { lang, colour }: Terminal): Answer[] {
  /** An answer from what was seen; where it could not be, the question stays open, and why is said. */
  const answer = <T>(question: Text, seen: Read<T>, from: (value: T) => Omit<Answer, 'question'>): Answer =>
    seen.problem === null
      ? { question, ...from(seen.value) }
      : { question, yes: null, findings: [leaf(problemLine(seen.problem, lang, colour.out))] };
  const otherTool = run.value !== null && run.value.manifest.tool.version !== tool.version;
  const changes = again.value !== null && 'sheets' in again.value ? again.value.sheets : [];
  return [
    answer({ zh: '归档文件完好', en: 'outputs intact' }, files, (states) => ({
      yes: states.length === 0,
      findings: states.map(({ name, state }) => leaf(`${name} ${stateWords[state][lang]}`)),
    })),
    answer({ zh: '数据文件完好', en: 'inputs intact' }, inputs, (causes) => ({
      yes: causes.length === 0,
      findings: causes.map((cause) => ({
        text: causeLine(cause, lang),
        below: changes
          .filter(({ file }) => cause.kind === 'input' && file === cause.name)
          .map((each) => leaf(changeLine(each, lang))),
      })),
    })),
    answer({ zh: '季度链完好', en: 'chain intact' }, past, ({ problems }) => ({
      yes: problems.length === 0,
      findings: problems.map((problem) => leaf(problemLine(problem, lang, colour.out))),
    })),
    answer({ zh: '结果相同', en: 'same results' }, again, (rerun) =>
      rerun.done
        ? { yes: isSame(rerun), findings: differenceNodes(rerun.results ?? [], rerun.names, lang) }
        : { yes: null, findings: whyNot(rerun, lang, colour.out) },
    ),
    answer({ zh: '字节相同', en: 'same bytes' }, again, (rerun) =>
      rerun.done ? bytesAnswer(rerun, otherTool, lang) : { yes: null, findings: [] },
    ),
  ];
}

const mostPlaces = 20;

/** `工作表“存款”：与当时不同的单元格 G3`; several rows and columns cross at more cells than may have been changed. */
function changeLine({ sheet, rows, columns, more }: SheetChange, lang: Lang): string {
  const place = sheet === null ? '' : { zh: `工作表“${sheet}”：`, en: `sheet "${sheet}": ` }[lang];
  const listed = (names: readonly (number | string)[]): string =>
    names.slice(0, mostPlaces).join(', ') + (names.length > mostPlaces ? ', …' : '');
  const letters = columns.map(columnLetter);
  const count = Math.abs(more);
  if (more !== 0) {
    const at =
      rows.length === 0
        ? ''
        : { zh: `，不同的行：${listed(rows)}`, en: `; rows that differ: ${listed(rows)}` }[lang];
    const words: Text =
      more > 0
        ? { zh: `比当时多 ${count} 行`, en: `${count} more rows than then` }
        : { zh: `比当时少 ${count} 行`, en: `${count} fewer rows than then` };
    return `${place}${words[lang]}${at}`;
  }
  const isCrossing = rows.length === 1 || letters.length === 1;
  const cells = rows.flatMap((row) => letters.map((letter) => `${letter}${row}`));
  return (
    place +
    (isCrossing
      ? { zh: `与当时不同的单元格：${listed(cells)}`, en: `cells that differ: ${listed(cells)}` }
      : {
          zh: `与当时不同的行：${listed(rows)}；列：${listed(letters)}`,
          en: `rows that differ: ${listed(rows)}; columns: ${listed(letters)}`,
        })[lang]
  );
}

type Done = Rerun & { readonly done: true };

const isSame = ({ results }: Done): boolean => results?.length === 0;

function bytesAnswer(rerun: Done, otherTool: boolean, lang: Lang): Omit<Answer, 'question'> {
  const { files } = rerun;
  const onlyPacking = files.length > 0 && files.every(({ state }) => state === 'packed-differently');
  return {
    yes: files.length === 0 || onlyPacking || (otherTool && isSame(rerun)),
    ...(onlyPacking ? { word: fileWords['packed-differently'] } : {}),
    findings: fileNodes(files, lang),
  };
}

export function answerLines({ question, yes, word, findings }: Answer, { lang, colour }: Terminal): string[] {
  const said = word ?? (yes === null ? unknown : yes ? affirmed : denied);
  const paint = yes === null ? colour.out.yellow : yes ? colour.out.green : colour.out.red;
  return [`${question[lang]}${{ zh: '：', en: ': ' }[lang]}${paint(said[lang])}`, ...tree(findings)];
}

const affirmed: Text = { zh: '是', en: 'yes' };
const denied: Text = { zh: '否', en: 'no' };
const unknown: Text = { zh: '无法判断', en: 'unknown' };

export const stateWords: Record<FileState['state'], Text> = {
  changed: { zh: '写成之后被改动过', en: 'was changed after it was written' },
  missing: { zh: '不见了', en: 'is missing' },
  unreadable: { zh: '无法读取', en: 'cannot be read' },
  extra: { zh: '不是这次运行写出的', en: 'was not written by this run' },
};

const fileWords: Record<FileDifference['state'], Text> = {
  differs: { zh: '与重新运行的不同', en: 'is another one when made again' },
  'packed-differently': { zh: '只有压缩方式不同', en: 'packed differently only' },
  'only-archived': { zh: '重新运行没有写出', en: 'is not made by the rerun' },
  'only-rerun': { zh: '只有重新运行写出', en: 'is made by the rerun only' },
};

/** The words of a cell that the other side does not have. */
const wordsOnlyIn = (cell: string | null, other: string | null): string[] => {
  const known = new Set(other?.split(' '));
  return (cell ?? '').split(' ').filter((word) => !known.has(word));
};

/** Files in which the same words differ (a fingerprint on every page) are shown as one. */
function fileNodes(files: readonly FileDifference[], lang: Lang): TreeNode[] {
  const groups = new Map<string, FileDifference[]>();
  for (const file of files) {
    const change = (file.cells ?? []).map(({ before, after }) => [
      wordsOnlyIn(before, after),
      wordsOnlyIn(after, before),
    ]);
    const packing = file.state === 'packed-differently' ? file.state : file.name;
    const alike = change.length > 0 ? JSON.stringify(change) : packing;
    groups.set(alike, [...(groups.get(alike) ?? []), file]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    const more = { zh: `等 ${group.length} 个文件`, en: `and ${others.length} more` }[lang];
    const { text, below } = fileNode(first, lang);
    return [{ text: others.length > 0 ? `${text} (${more})` : text, below }];
  });
}

const mostCells = 20;

function fileNode({ name, state, cells }: FileDifference, lang: Lang): TreeNode {
  const shown = (cells ?? []).slice(0, mostCells).map(({ sheet, cell, before, after }) => {
    const place = { zh: `“${sheet}”${cell}：`, en: `"${sheet}" ${cell}: ` }[lang];
    return leaf(`${place}${before ?? ''} → ${after ?? ''}`);
  });
  const rest = (cells?.length ?? 0) - shown.length;
  const more = rest > 0 ? [leaf({ zh: `另有 ${rest} 格`, en: `and ${rest} more cells` }[lang])] : [];
  return { text: `${name} ${fileWords[state][lang]}`, below: [...shown, ...more] };
}

function whyNot(again: Rerun & { done: false }, lang: Lang, chalk: ChalkInstance): TreeNode[] {
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

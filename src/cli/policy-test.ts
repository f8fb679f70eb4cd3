/** `appraise policy test`: the worked cases of a policy, what each must come to and what it comes to. */
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type CaseFile, readCases, type Trial } from '../cases/case-file.ts';
import { CaseFault } from '../cases/fault.ts';
import { type Checked, tried } from '../cases/run.ts';
import { readByHand } from '../intake/files/by-hand.ts';
import type { Policy } from '../model/policy.ts';
import type { Lang, Text } from '../model/text.ts';
import { policyIds } from '../policy/file.ts';
import { UsageError } from '../run/usage-error.ts';
import { type ExitStatus, exitStatus, type Terminal } from './command.ts';
import type { MessageOptions } from './options.ts';
import { openPolicy } from './policy-open.ts';
import { printable } from './printable.ts';
import { reportAll } from './report-problems.ts';
import { leaf, type TreeNode, tree } from './table.ts';

export async function test(
  terminal: Terminal,
  asked: string,
  cases: string | undefined,
  _options: MessageOptions,
): Promise<ExitStatus> {
  const policy = await openPolicy(terminal, asked);
  if (policy === null) return exitStatus.inputErrors;
  const read = [];
  for (const path of caseFiles(cases ?? (await besidePolicy(asked))))
    read.push(readCases(await readByHand(path), basename(path)));
  const problems = read.flatMap((each) => each.problems);
  if (problems.length > 0) {
    reportAll(terminal, problems);
    return exitStatus.inputErrors;
  }
  const results = read.flatMap(({ file }) =>
    file === null ? [] : { file, results: resultsOf(policy, file) },
  );
  const all = results.flatMap((each) => each.results);
  const failing = all.filter(({ passes }) => !passes).length;
  if (terminal.json) terminal.io.out(`${JSON.stringify(results.map(jsonOf), null, 2)}\n`);
  else terminal.print(tree(results.map(({ file, results: of }) => nodeOf(file, of, terminal.lang))));
  terminal.tell({
    zh: `${all.length} 项案例，${failing} 项不符`,
    en: `${all.length} cases, ${failing} of them not as expected`,
  });
  return failing > 0 ? exitStatus.different : exitStatus.done;
}

/** Cases stand beside the policy, in a file of its name. */
async function besidePolicy(asked: string): Promise<string> {
  if (!(await policyIds()).includes(asked)) return `${asked.replace(/\.ya?ml$/i, '')}.cases.yaml`;
  throw new UsageError({
    zh: `请写明案例文件：appraise policy test ${asked} 案例.yaml`,
    en: `name the file of cases: appraise policy test ${asked} cases.yaml`,
  });
}

/** The file, or those of the folder, by name. */
function caseFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => /\.ya?ml$/i.test(name) && !name.startsWith('.'));
  if (names.length > 0) return names.sort().map((name) => join(path, name));
  throw new UsageError({ zh: `${path} 里没有案例文件（.yaml）`, en: `${path} has no file of cases (.yaml)` });
}

interface Result {
  readonly trial: Trial;
  readonly checks: readonly Checked[];
  /** Why it could not be tried; null: it was. */
  readonly fault: Text | null;
  readonly passes: boolean;
}

const resultsOf = (policy: Policy, { trials }: CaseFile): Result[] =>
  trials.map((trial) => {
    try {
      const { checks } = tried(policy, trial);
      return { trial, checks, fault: null, passes: checks.every(({ agrees }) => agrees) };
    } catch (fault) {
      if (!(fault instanceof CaseFault)) throw fault;
      return { trial, checks: [], fault: fault.says, passes: false };
    }
  });

function nodeOf({ name, topic }: CaseFile, results: readonly Result[], lang: Lang): TreeNode {
  const failing = results.filter(({ passes }) => !passes);
  const count = {
    zh: `${results.length} 项，${failing.length === 0 ? '全部相符' : `${failing.length} 项不符`}`,
    en: `${results.length} cases, ${failing.length === 0 ? 'all as expected' : `${failing.length} not as expected`}`,
  }[lang];
  return {
    text: printable(`${name} ${topic[lang]}${{ zh: '：', en: ': ' }[lang]}${count}`),
    below: failing.map(({ trial, checks, fault }) => ({
      text: printable(
        { zh: `第 ${trial.row} 行：${trial.name.zh}`, en: `line ${trial.row}: ${trial.name.en}` }[lang],
      ),
      below: [
        ...(fault === null ? [] : [leaf(printable(fault[lang]))]),
        ...checks.flatMap(({ place, expected, found, agrees }) => {
          const said = {
            zh: `${place}：应为 ${expected}，得出 ${found}`,
            en: `${place}: expected ${expected}, found ${found}`,
          };
          return agrees ? [] : [leaf(printable(said[lang]))];
        }),
      ],
    })),
  };
}

const jsonOf = ({ file, results }: { file: CaseFile; results: readonly Result[] }) => ({
  file: file.name,
  topic: file.topic,
  cases: results.map(({ trial, checks, fault, passes }) => ({
    case: trial.name,
    row: trial.row,
    passes,
    fault,
    checks,
  })),
});

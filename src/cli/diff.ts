/** `appraise diff`: two runs side by side — which managers changed, and what of the runs' basis is the cause. */
import {
  type ArchivedRun,
  type Cause,
  causesOf,
  type Difference,
  differencesOf,
  type Names,
  namesIn,
  type ResolvedExplanation,
  readExplanation,
  readResults,
  resolveExplanation,
} from '../archive/index.ts';
import type { Text } from '../model/text.ts';
import { runIn, unbroken } from './archived.ts';
import { causeKinds, causeLine } from './causes.ts';
import { type ExitStatus, exitStatus, type Terminal } from './command.ts';
import { differenceNodes } from './differences.ts';
import type { MessageOptions } from './options.ts';
import { tree } from './table.ts';

export async function diff(
  terminal: Terminal,
  before: string,
  after: string,
  _options: MessageOptions,
): Promise<ExitStatus> {
  const { lang } = terminal;
  const [was, is] = [await runIn(before), await runIn(after)];
  const causes = causesOf(was.manifest, is.manifest);
  const [old, now] = [unbroken(await readResults(was)), unbroken(await readResults(is))];
  const differences = differencesOf(old, now);
  if (terminal.json) terminal.io.out(`${JSON.stringify({ causes, differences }, null, 2)}\n`);
  else
    terminal.print([
      ...causes.map((cause) => causeLine(cause, lang)),
      verdict(causes, differences)[lang],
      ...tree(differenceNodes(differences, await namesFor(differences, is, was), lang)),
    ]);
  return differences.length > 0 ? exitStatus.different : exitStatus.done;
}

/** What is called how in the explanations of those whom the differences concern. */
async function namesFor(differences: readonly Difference[], ...runs: readonly ArchivedRun[]): Promise<Names> {
  const explanations: ResolvedExplanation[] = [];
  for (const managerId of new Set(differences.flatMap(({ managerId }) => managerId ?? [])))
    for (const run of runs) {
      const { value } = await readExplanation(run, managerId);
      if (value !== null) explanations.push(resolveExplanation(value));
    }
  return namesIn(explanations);
}

/** One difference in what the runs rest on is the cause; of several, any may be. */
function verdict(causes: readonly Cause[], differences: readonly Difference[]): Text {
  if (differences.length === 0) return { zh: '结果相同', en: 'the results are the same' };
  const managers = new Set(differences.flatMap(({ managerId }) => managerId ?? [])).size;
  const count: Text =
    managers === 0
      ? {
          zh: '各位客户经理的结果都相同，其余有不同',
          en: "every manager's results are the same, others differ",
        }
      : {
          zh: `${managers} 位客户经理的结果不同`,
          en: `the results of ${managers} managers differ`,
        };
  if (causes.length === 0)
    return {
      zh: `${count.zh}；两次运行的依据却完全相同`,
      en: `${count.en}, although both runs rest on the same`,
    };
  const kinds = causeKinds(causes);
  return { zh: `${count.zh}；原因：${kinds.zh}`, en: `${count.en}; the cause: ${kinds.en}` };
}

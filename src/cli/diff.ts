/** `appraise diff`: two runs side by side — which managers changed, and what of the runs' basis is the cause. */
import { type Cause, causesOf, type Difference, differencesOf, readResults } from '../archive/index.ts';
import type { Text } from '../model/text.ts';
import { runIn, unbroken } from './archived.ts';
import { type ExitStatus, exitStatus, type Speaker } from './command.ts';
import { causeKinds, causeLine, differenceBranches } from './differences.ts';
import type { MessageOptions } from './options.ts';
import { tree } from './table.ts';

export async function diff(
  speaker: Speaker,
  before: string,
  after: string,
  _options: MessageOptions,
): Promise<ExitStatus> {
  const { lang } = speaker;
  const [was, is] = [await runIn(before), await runIn(after)];
  const causes = causesOf(was.manifest, is.manifest);
  const differences = differencesOf(unbroken(await readResults(was)), unbroken(await readResults(is)));
  if (speaker.json) speaker.io.out(`${JSON.stringify({ causes, differences }, null, 2)}\n`);
  else
    speaker.print([
      ...causes.map((cause) => causeLine(cause, lang)),
      verdict(causes, differences)[lang],
      ...tree(differenceBranches(differences, lang)),
    ]);
  return differences.length > 0 ? exitStatus.different : exitStatus.done;
}

/** One difference in what the runs rest on is the cause; of several, any may be. */
function verdict(causes: readonly Cause[], differences: readonly Difference[]): Text {
  if (differences.length === 0) return { zh: '结果相同', en: 'the results are the same' };
  const managers = new Set(differences.flatMap(({ managerId }) => managerId ?? [])).size;
  const count: Text = {
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

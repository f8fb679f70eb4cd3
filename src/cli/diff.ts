/** `appraise diff`: two runs side by side — which managers changed, and what of the runs' basis is the cause. */
import { type Cause, causesOf, type Difference, differencesOf, readResults } from '../archive/index.ts';
import type { Text } from '../model/text.ts';
import { runIn, unbroken } from './archived.ts';
import { type AddCommand, type ExitStatus, exitStatus, type Speaker } from './command.ts';
import { causeKinds, causeLine, differenceBranches } from './differences.ts';
import { type MessageOptions, withMessageOptions } from './options.ts';
import { tree } from './table.ts';

export const addDiff: AddCommand = (program, { say, action }) => {
  const command = program
    .command('diff')
    .description(
      say({
        zh: '两次运行对比：谁变了，原因在数据、制度还是工具',
        en: 'two runs side by side: who changed, and whether input, policy or tool is the cause',
      }),
    )
    .argument('<dir1>', say({ zh: '一次运行的结果文件夹', en: "one run's output folder" }))
    .argument('<dir2>', say({ zh: '另一次的', en: "the other's" }));
  withMessageOptions(command, say).action(action(diff));
};

async function diff(
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

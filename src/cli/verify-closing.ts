/** `appraise verify` of a closed quarter: files intact? its run found, and the very one? the same bytes when closed again? */
import { join } from 'node:path';
import { type ArchivedRun, archiveState, findRuns, prettyJson, sha256 } from '../archive/index.ts';
import { archiveFiles, type ManifestFile } from '../model/manifest.ts';
import type { Text } from '../model/text.ts';
import { basisIn, closeQuarter } from '../run/closing.ts';
import { type ExitStatus, exitStatus, type Terminal } from './command.ts';
import { isFolder } from './out.ts';
import { leaf } from './table.ts';
import { answerLines, stateWords } from './verify-answers.ts';

const questions = {
  files: { zh: '归档文件完好', en: 'outputs intact' },
  run: { zh: '所依据的考核结果在', en: 'its run is there' },
  bytes: { zh: '字节相同', en: 'same bytes' },
} as const satisfies Record<string, Text>;

export async function verifyClosing(
  terminal: Terminal,
  closed: ArchivedRun,
  archives: readonly string[],
): Promise<ExitStatus> {
  const { lang, progress } = terminal;
  const states = await archiveState(closed, () => {});
  const run = await runBehind(closed, archives);
  const different = run === null ? null : await differingFrom(closed, run);
  progress.end();
  const answers = [
    {
      question: questions.files,
      yes: states.length === 0,
      findings: states.map(({ name, state }) => leaf(`${name} ${stateWords[state][lang]}`)),
    },
    { question: questions.run, yes: run !== null, findings: [] },
    {
      question: questions.bytes,
      yes: different && different.length === 0,
      findings: (different ?? []).map((name) => leaf(name)),
    },
  ];
  if (terminal.json)
    terminal.io.out(`${JSON.stringify({ files: states, run: run !== null, different }, null, 2)}\n`);
  else terminal.print(answers.flatMap((answer) => answerLines(answer, terminal)));
  return answers.every(({ yes }) => yes === true) ? exitStatus.done : exitStatus.different;
}

/** The run that was closed, by the hash of its manifest. */
async function runBehind(
  { manifest }: ArchivedRun,
  archives: readonly string[],
): Promise<ArchivedRun | null> {
  for (const archive of archives)
    for (const { read } of await findRuns(archive))
      if (read.value?.manifestHash === manifest.closes?.manifest) return read.value;
  return null;
}

/** The files that are not the same when the quarter is closed again by its copies of the decisions and templates; null: it cannot be. */
async function differingFrom({ folder, manifest, manifestHash }: ArchivedRun, run: ArchivedRun) {
  const basis = await basisIn(run);
  if (basis === null || basis.value === null) return null;
  const templates = join(folder, archiveFiles.templates);
  const { made } = await closeQuarter(
    run,
    basis.value,
    join(folder, archiveFiles.decisions),
    isFolder(templates) ? templates : null,
  );
  if (made === null) return null;
  const outputs: ManifestFile[] = [];
  for await (const { name, bytes } of made.outputs())
    outputs.push({ name, bytes: bytes.length, sha256: sha256(bytes) });
  const again = new Map(outputs.map((each) => [each.name, each.sha256]));
  const names = new Set([...again.keys(), ...manifest.outputs.map(({ name }) => name)]);
  const before = new Map(manifest.outputs.map((each) => [each.name, each.sha256]));
  const different = [...names].filter((name) => before.get(name) !== again.get(name)).sort();
  const same = sha256(prettyJson(made.manifest(outputs))) === manifestHash;
  return same || different.length > 0 ? different : [archiveFiles.manifest];
}

/** A quarter closed: its run, the decisions, the templates, and every file that follows from them. */
import { basename, join, resolve } from 'node:path';
import {
  type ArchivedRun,
  bytesOf,
  closingManifest,
  policyCopy,
  type Read,
  readClosing,
  sha256,
} from '../archive/index.ts';
import {
  closingOutputs,
  decisionProblems,
  decisionsIn,
  readAnswers,
  templatesFor,
} from '../closing/index.ts';
import { stageOf } from '../model/calendar.ts';
import type { ClosingBasis } from '../model/closing.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import { archiveFiles, type Manifest, type ManifestFile } from '../model/manifest.ts';
import { naming } from '../model/system-fault.ts';
import { loadPolicy } from '../policy/file.ts';
import { tool } from './tool.ts';

export interface ClosedQuarter {
  readonly problems: readonly Diagnostic[];
  /** Null: errors stand in the way. */
  readonly made: {
    readonly inputs: readonly ManifestFile[];
    outputs(): AsyncGenerator<{ readonly name: string; readonly bytes: Uint8Array }>;
    manifest(outputs: readonly ManifestFile[]): Manifest;
  } | null;
}

/** What there is to close; null: the run has it not. */
export const basisIn = (run: ArchivedRun): Promise<Read<ClosingBasis> | null> => readClosing(run);

/** Whether the quarter is one before that in which a policy of the run proposes. */
export async function decidesLater({ folder, manifest }: ArchivedRun): Promise<boolean> {
  if (stageOf(manifest.period) === 'annual') return false;
  const policies = await Promise.all(
    manifest.policies.map(({ id }) => loadPolicy(join(folder, policyCopy(id)))),
  );
  return policies.some(({ policy }) =>
    Object.values(policy?.file.sections ?? {}).some(({ kind }) => kind === 'proposals'),
  );
}

/** Whether the result's own file was filled in. */
function inPlace({ folder, manifest }: ArchivedRun, file: string, bytes: Uint8Array): Diagnostic[] {
  const name = archiveFiles.decisions;
  if (resolve(file) !== resolve(folder, name)) return [];
  const written = manifest.outputs.find((output) => output.name === name)?.sha256;
  return written === sha256(bytes)
    ? []
    : [decisionProblems.inPlace({ file: `${basename(folder)}/${name}` }, {})];
}

export async function closeQuarter(
  run: ArchivedRun,
  basis: ClosingBasis,
  decisionsFile: string,
  templatesFolder: string | null,
): Promise<ClosedQuarter> {
  const bytes = await bytesOf(decisionsFile);
  if (bytes === null) throw naming(decisionsFile, new Error(basename(decisionsFile)));
  const { templates, problems: ofTemplates } = await templatesFor(basis, templatesFolder);
  const read = await readAnswers(decisionsFile, basis);
  const before = [...inPlace(run, decisionsFile, bytes), ...ofTemplates, ...read.problems];
  if (hasErrors(read.problems)) return { problems: before, made: null };
  const { decisions, problems } = decisionsIn(read.rows, basis);
  const all = [...before, ...problems];
  if (hasErrors(all)) return { problems: all, made: null };
  // Copies go along, so that the same can be made again.
  const copies = [
    { name: archiveFiles.decisions, bytes },
    ...templates.own.map((each) => ({ name: `${archiveFiles.templates}/${each.file}`, bytes: each.bytes })),
  ];
  const inputs = copies.map(({ name, bytes: of }) => ({ name, bytes: of.length, sha256: sha256(of) }));
  const { lang } = run.manifest.options;
  return {
    problems: all,
    made: {
      inputs,
      async *outputs() {
        yield* copies;
        yield* closingOutputs(basis, decisions, templates, lang);
      },
      manifest: (outputs) => closingManifest(run, tool, inputs, outputs),
    },
  };
}

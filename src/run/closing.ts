/** A quarter closed: its run, the decisions, and every file that follows from the two. */
import { basename } from 'node:path';
import {
  type ArchivedRun,
  bytesOf,
  closingManifest,
  type Read,
  readClosing,
  sha256,
} from '../archive/index.ts';
import { closingOutputs, decisionsIn, readAnswers } from '../closing/index.ts';
import type { ClosingBasis } from '../model/closing.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import { archiveFiles, type Manifest, type ManifestFile } from '../model/manifest.ts';
import { naming } from '../model/system-fault.ts';
import type { Output } from './pipeline.ts';
import { tool } from './tool.ts';

export interface ClosedQuarter {
  readonly problems: readonly Diagnostic[];
  /** Null: errors stand in the way. */
  readonly made: {
    readonly inputs: readonly ManifestFile[];
    outputs(): AsyncGenerator<Output>;
    manifest(outputs: readonly ManifestFile[]): Manifest;
  } | null;
}

/** What there is to close; null: the run has it not. */
export const basisIn = (run: ArchivedRun): Promise<Read<ClosingBasis> | null> => readClosing(run);

export async function closeQuarter(
  run: ArchivedRun,
  basis: ClosingBasis,
  decisionsFile: string,
): Promise<ClosedQuarter> {
  const bytes = await bytesOf(decisionsFile);
  if (bytes === null) throw naming(decisionsFile, new Error(basename(decisionsFile)));
  const read = await readAnswers(decisionsFile, basis);
  if (hasErrors(read.problems)) return { problems: read.problems, made: null };
  const { decisions, problems } = decisionsIn(read.rows, basis);
  const all = [...read.problems, ...problems];
  if (hasErrors(all)) return { problems: all, made: null };
  const inputs = [{ name: archiveFiles.decisions, bytes: bytes.length, sha256: sha256(bytes) }];
  const { lang } = run.manifest.options;
  return {
    problems: all,
    made: {
      inputs,
      async *outputs() {
        // A copy goes along, so that the same can be made again.
        yield { name: archiveFiles.decisions, bytes };
        yield* closingOutputs(basis, decisions, lang);
      },
      manifest: (outputs) => closingManifest(run, tool, inputs, outputs),
    },
  };
}

/** Makes the manifest of a run: the last file written, and the hash over all others. */
import type { Appraisal } from '../model/appraisal.ts';
import type { Manifest, ManifestFile, Replaced } from '../model/manifest.ts';
import type { BankFile, QuarterPackage } from '../model/package.ts';
import type { Policy } from '../model/policy.ts';
import { sha256, utf8 } from './bytes.ts';
import { type AskedPast, correctionsIn, referenceTo } from './history.ts';
import { compareText } from './origins.ts';
import type { ArchivedRun } from './read.ts';
import { chainStartsOf } from './record.ts';

export interface Run {
  readonly tool: Manifest['tool'];
  readonly options: Manifest['options'];
  readonly appraisal: Appraisal;
  readonly past: AskedPast;
  /** The run that this one corrects; its pages say so. */
  readonly replaces: Replaced | null;
}

/** What a run starts from, known before anything is appraised. */
export interface Start extends Pick<Run, 'tool' | 'options' | 'past'> {
  readonly policies: readonly Policy[];
  readonly package: Pick<QuarterPackage, 'inputs' | 'bank'>;
}

/** What decides a run's result: with all of it the same, a run has nothing to correct. */
type Provenance = Pick<
  Manifest,
  'tool' | 'options' | 'policies' | 'inputs' | 'bank' | 'previous' | 'earlier'
>;

const provenanceOf = ({ appraisal, ...rest }: Omit<Run, 'replaces'>): Provenance =>
  provenanceFrom({
    ...rest,
    policies: appraisal.schemes.map(({ policy: { id, edition, sha256 } }) => ({ id, edition, sha256 })),
    package: appraisal.package,
  });

const provenanceFrom = ({
  tool,
  options,
  past,
  policies,
  package: { inputs, bank },
}: Omit<Start, 'policies'> & Pick<Provenance, 'policies'>): Provenance => ({
  tool,
  options,
  policies,
  inputs: inputs
    .map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))
    .sort((a, b) => compareText(a.name, b.name)),
  bank: bankOf(bank),
  previous: past.previous,
  earlier: [...past.earlier],
});

const bankOf = (bank: BankFile | null): Manifest['bank'] =>
  bank && { name: bank.name, bytes: bank.bytes, sha256: bank.sha256 };

/** Whether a run from here would write what an archived one has written already. */
export const isDone = ({ policies, ...rest }: Start, done: Manifest): boolean =>
  sameProvenance(
    provenanceFrom({
      ...rest,
      policies: policies.map(({ file, sha256 }) => ({ id: file.policy, edition: file.edition, sha256 })),
    }),
    done,
  );

export function manifestOf(run: Run, outputs: readonly ManifestFile[]): Manifest {
  const { tool, options, policies, inputs, bank, previous, earlier } = provenanceOf(run);
  return {
    schema: 'rm-appraisal/manifest/1',
    tool,
    period: run.appraisal.period,
    options,
    policies,
    inputs,
    bank,
    outputs: [...outputs].sort((a, b) => compareText(a.name, b.name)),
    previous,
    earlier,
    chainStarts: chainStartsOf(run.appraisal, run.past.history),
    takenAsClean: [...run.appraisal.chain.takenAsClean],
    replaces: run.replaces,
  };
}

/** The archived run of the same quarter that this one corrects: the last of them, where it rests on something else. */
export function replacedBy(run: Omit<Run, 'replaces'>): Replaced | null {
  const archived = run.past.sameQuarter;
  const corrected = correctionsIn(archived);
  const last = archived.filter(({ manifestHash }) => !corrected.has(manifestHash));
  const [only] = last;
  if (only === undefined || last.length > 1) return null;
  const own = provenanceOf(run);
  if (sameProvenance(own, only.manifest)) return null;
  const inItsLanguage = { ...own, options: { ...own.options, lang: only.manifest.options.lang } };
  return sameProvenance(inItsLanguage, only.manifest)
    ? referenceTo(only)
    : { ...referenceTo(only), fingerprint: fingerprintIn(only.manifest) };
}

const sameProvenance = (a: Provenance, b: Provenance): boolean => provenanceText(a) === provenanceText(b);

const provenanceText = ({ tool, options, policies, inputs, bank, previous, earlier }: Provenance): string =>
  JSON.stringify([
    [tool.name, tool.version],
    [options.lenient, options.lang],
    policies.map(({ id, edition, sha256 }) => [id, edition, sha256]),
    inputs.map(({ name, bytes, sha256 }) => [name, bytes, sha256]),
    ...(bank === null ? [] : [bank.sha256]),
    [...earlier, ...(previous ? [previous] : [])].map(({ period, manifest }) => [period, manifest]),
  ]);

const fingerprintIn = (of: Provenance): string => sha256(utf8(provenanceText(of))).slice(0, 12);

/** Twelve digits that stand for everything a run rests on: they are printed on every page of it. */
export const fingerprintOf = (run: Run): string => fingerprintIn(provenanceOf(run));

/** The manifest of a quarter that was closed: of the very run it closes, and of the decisions that were read. */
export const closingManifest = (
  { manifest, manifestHash }: ArchivedRun,
  tool: Manifest['tool'],
  inputs: readonly ManifestFile[],
  outputs: readonly ManifestFile[],
): Manifest => ({
  schema: 'rm-appraisal/manifest/1',
  tool,
  period: manifest.period,
  options: manifest.options,
  policies: manifest.policies,
  inputs: [...inputs].sort((a, b) => compareText(a.name, b.name)),
  bank: null,
  outputs: [...outputs].sort((a, b) => compareText(a.name, b.name)),
  previous: null,
  earlier: [],
  chainStarts: null,
  takenAsClean: [],
  replaces: null,
  closes: { period: manifest.period, manifest: manifestHash },
});

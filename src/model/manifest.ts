/**
 * The form of `manifest.json`: what a run was made from and what it made, by hashes. Its own hash stands in the
 * manifests of the quarters after it, which makes the archive a chain.
 */
import { z } from 'zod';
import { isQuarter } from './calendar.ts';
import { languages } from './text.ts';

const quarter = z.string().refine(isQuarter, 'a quarter such as 2026Q3');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const fingerprint = z.string().regex(/^[0-9a-f]{12}$/);
const file = z.strictObject({ name: z.string(), bytes: z.int().nonnegative(), sha256 });
/** Another run, by the hash of its manifest. */
const run = z.strictObject({ period: quarter, manifest: sha256 });

export const manifestSchema = z.strictObject({
  schema: z.literal('rm-appraisal/manifest/1'),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  period: quarter,
  /** What the command line decided: a rerun decides the same. */
  options: z.strictObject({ lenient: z.boolean(), lang: z.enum(languages) }),
  policies: z.array(z.strictObject({ id: z.string(), edition: z.string(), sha256 })),
  /** Ordered by name, relative to the package. */
  inputs: z.array(file),
  /** The bank profile it was read by; a copy of it stands in this folder. */
  bank: file.nullable().default(null),
  /** Ordered by name, relative to this folder; every file of it but this one. */
  outputs: z.array(file),
  /** The previous quarter's run; null: it was not there. */
  previous: run.nullable(),
  /** The other earlier quarters the run looked at, in order. */
  earlier: z.array(run),
  /** The bank's first run; the quarters of the same year before it are taken as clean. */
  chainStarts: quarter.nullable(),
  takenAsClean: z.array(quarter),
  /**
   * An archived run of the same quarter that this one takes the place of; both stay. Where more than the language differs, the
   * pages say that they are corrected, and name the other by the digits printed on its own.
   */
  replaces: run.extend({ fingerprint: fingerprint.optional() }).nullable(),
  /** Of a quarter that was closed: the run whose decisions these are. Its inputs are the decisions. */
  closes: run.optional(),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestFile = z.infer<typeof file>;
export type RunReference = z.infer<typeof run>;
/** The run that another takes the place of. */
export type Replaced = NonNullable<Manifest['replaces']>;

/** The archive's own files, by what they hold. All but the status, which differs from machine to machine, are hashed. */
export const archiveFiles = {
  results: 'results.json',
  record: 'next-quarter.json',
  problems: 'problems.csv',
  manifest: 'manifest.json',
  status: 'status.json',
  bank: 'bank.yaml',
  inputRows: 'input-rows.json',
  closing: 'closing.json',
  decisions: 'decisions.xlsx',
  /** Of a closed quarter: what its decisions record. */
  decided: 'decided.json',
  /** A folder: the bank's own templates of letters. */
  templates: 'templates',
} as const;

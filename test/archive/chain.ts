/** Makes archived runs by hand: a record, a manifest over it, and its references to the runs before. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compactJson, prettyJson, sha256 } from '../../src/archive/bytes.ts';
import type { Quarter } from '../../src/model/calendar.ts';
import type { QuarterRecord } from '../../src/model/history.ts';
import type { Manifest, RunReference } from '../../src/model/manifest.ts';

export const emptyRecord = (period: Quarter): QuarterRecord => ({
  schema: 'rm-appraisal/next-quarter/1',
  period,
  chainStarts: null,
  managers: [],
  notAppraised: [],
  exported: { accounts: [], loans: [], classified: [], customers: [] },
});

interface Links {
  readonly previous?: RunReference;
  readonly earlier?: readonly RunReference[];
  readonly folder?: string;
  readonly record?: QuarterRecord;
  readonly replaces?: RunReference;
}

/** Writes a run and answers the reference to it. */
export function archivedRun(place: string, period: Quarter, links: Links = {}): RunReference {
  const folder = join(place, links.folder ?? period);
  mkdirSync(folder, { recursive: true });
  const record = compactJson(links.record ?? emptyRecord(period));
  const manifest: Manifest = {
    schema: 'rm-appraisal/manifest/1',
    tool: { name: 'rm-appraisal', version: '0.0.0' },
    period,
    options: { lenient: false, lang: 'zh' },
    policies: [],
    inputs: [],
    bank: null,
    outputs: [{ name: 'next-quarter.json', bytes: record.length, sha256: sha256(record) }],
    previous: links.previous ?? null,
    earlier: [...(links.earlier ?? [])],
    chainStarts: null,
    takenAsClean: [],
    replaces: links.replaces ?? null,
  };
  const bytes = prettyJson(manifest);
  writeFileSync(join(folder, 'next-quarter.json'), record);
  writeFileSync(join(folder, 'manifest.json'), bytes);
  return { period, manifest: sha256(bytes) };
}

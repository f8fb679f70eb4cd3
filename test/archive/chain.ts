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
  /** Other outputs, by their name. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Writes a run and answers the reference to it. */
export function archivedRun(place: string, period: Quarter, links: Links = {}): RunReference {
  const folder = join(place, links.folder ?? period);
  mkdirSync(folder, { recursive: true });
  const files = Object.entries({
    'next-quarter.json': links.record ?? emptyRecord(period),
    ...links.more,
  }).map(([name, value]) => ({ name, content: compactJson(value) }));
  const manifest: Manifest = {
    schema: 'rm-appraisal/manifest/1',
    tool: { name: 'rm-appraisal', version: '0.0.0' },
    period,
    options: { lenient: false, lang: 'zh' },
    policies: [],
    inputs: [],
    bank: null,
    outputs: files.map(({ name, content }) => ({ name, bytes: content.length, sha256: sha256(content) })),
    previous: links.previous ?? null,
    earlier: [...(links.earlier ?? [])],
    chainStarts: null,
    takenAsClean: [],
    replaces: links.replaces ?? null,
  };
  const bytes = prettyJson(manifest);
  for (const { name, content } of files) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, 'manifest.json'), bytes);
  return { period, manifest: sha256(bytes) };
}

/** Folders for tests that write files. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that stays until it is removed. */
export function standingFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'appraise-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A folder of a test's own, gone when the test is done. */
export function temporaryFolder(): string {
  const { folder, remove } = standingFolder();
  onTestFinished(remove);
  return folder;
}

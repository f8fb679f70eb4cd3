/**
 * `npm run release`: what is carried to a bank's PCs. For Windows and Linux a folder with the runtime, the bundle, the
 * manual and the papers that a security department asks for; for PCs that have npm, a package.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from '../../src/spreadsheet/zip.ts';
import { bundle } from './bundle.ts';
import { type Files, folderFor, npmPackage, sumsOf } from './contents.ts';
import { about, root } from './root.ts';
import type { Platform } from './runtime.ts';
import { tarOf } from './tar.ts';

const out = join(root, 'release');

/** The files in a folder of this name. */
const within = (folder: string, files: Files): Files =>
  new Map([...files].map(([name, file]) => [`${folder}/${name}`, file]));

const nameOf = (platform: Platform): string => `appraise-${about.version}-${platform}`;

const zipOf = (files: Files): Uint8Array =>
  pack(new Map([...files].map(([name, { bytes }]) => [name, bytes])), 0o644);
const tarGzOf = (files: Files): Buffer => gzipSync(tarOf(files), { level: 9 });

const work = mkdtempSync(join(tmpdir(), 'release-'));
try {
  const file = join(work, 'appraise.mjs');
  const carried = await bundle(file);
  const program = { bytes: readFileSync(file), carried };
  const folder = (platform: Platform): Files => within(nameOf(platform), folderFor(platform, program));
  const archives: ReadonlyMap<string, Uint8Array> = new Map([
    [`${nameOf('windows-x64')}.zip`, zipOf(folder('windows-x64'))],
    [`${nameOf('linux-x64')}.tar.gz`, tarGzOf(folder('linux-x64'))],
    [`${about.name}-${about.version}.tgz`, tarGzOf(within('package', npmPackage(program)))],
  ]);
  mkdirSync(out, { recursive: true });
  for (const [name, bytes] of archives) writeFileSync(join(out, name), bytes);
  writeFileSync(join(out, 'SHA256SUMS'), sumsOf(archives));
  for (const [name, bytes] of archives)
    process.stdout.write(`release/${name}  ${(bytes.length / 1e6).toFixed(1)} MB\n`);
} finally {
  rmSync(work, { recursive: true });
}

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from '../src/spreadsheet/zip.ts';
import { bundle } from './bundle.ts';
import { type Carried, licencesOf } from './carried.ts';
import { pageOf } from './page.ts';
import { about, read, root } from './root.ts';
import { fromRuntime, type Platform } from './runtime.ts';
import { sbomOf } from './sbom.ts';
import { type TarFile, tarOf } from './tar.ts';

const out = join(root, 'release');
const downloads = join(out, 'runtimes');
const quarters = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'];

type Files = Map<string, TarFile>;

const plain = (content: string | Uint8Array): TarFile => ({ bytes: Buffer.from(content), executable: false });
const executable = (content: string | Uint8Array): TarFile => ({ ...plain(content), executable: true });
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** As `sha256sum --check` reads it. */
const sumsOf = (files: Iterable<readonly [string, Uint8Array]>): string =>
  [...files].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('');

/** What every release holds, whatever it runs on. */
function common(carried: readonly Carried[], platform: Platform | null): Files {
  const node = platform === null ? [] : [`Node.js\n\n${fromRuntime('linux-x64', 'licence', downloads)}`];
  const licences = [`${about.name} ${about.version}\n\n${read('LICENSE')}`, ...node, licencesOf(carried)];
  const files: Files = new Map();
  files.set('licences.txt', plain(licences.join(`\n${'='.repeat(80)}\n\n`)));
  files.set('sbom.json', plain(sbomOf(carried, platform)));
  for (const quarter of quarters)
    for (const name of readdirSync(join(root, 'samples', quarter)).sort())
      files.set(`示例/${quarter}/${name}`, plain(readFileSync(join(root, 'samples', quarter, name))));
  return files;
}

const manual = (): TarFile => plain(pageOf(read('docs', 'clerk.md'), '使用说明'));

function windows(carried: readonly Carried[], program: Uint8Array): Files {
  return new Map([
    ['考核.cmd', plain(read('packaging', 'files', 'desk.cmd'))],
    ['使用说明.html', manual()],
    ['appraise.cmd', plain(read('packaging', 'files', 'appraise.cmd'))],
    ['appraise/node.exe', executable(fromRuntime('windows-x64', 'executable', downloads))],
    ['appraise/appraise.mjs', plain(program)],
    ...common(carried, 'windows-x64'),
  ]);
}

function linux(carried: readonly Carried[], program: Uint8Array): Files {
  return new Map([
    ['appraise', executable(read('packaging', 'files', 'appraise.sh'))],
    ['使用说明.html', manual()],
    ['lib/node', executable(fromRuntime('linux-x64', 'executable', downloads))],
    ['lib/appraise.mjs', plain(program)],
    ...common(carried, 'linux-x64'),
  ]);
}

/** The files in a folder of their own, with their checksums. */
function within(folder: string, files: Files): Files {
  const sums = sumsOf([...files].map(([name, { bytes }]) => [name, bytes] as const));
  const all = new Map([...files, ['SHA256SUMS', plain(sums)] as const]);
  return new Map([...all].map(([name, file]) => [`${folder}/${name}`, file]));
}

/** The package for PCs that have npm: the bundle as its only code, and nothing that it depends on. */
function npmPackage(carried: readonly Carried[], program: Uint8Array): Buffer {
  const { name, version, description, license, engines } = about;
  const bin = { appraise: 'appraise.mjs' };
  const files: Files = new Map([
    [
      'package.json',
      plain(JSON.stringify({ name, version, description, license, type: 'module', engines, bin })),
    ],
    ['appraise.mjs', executable(program)],
    ['README.md', plain(read('README.md'))],
    ['LICENSE', plain(read('LICENSE'))],
    ...common(carried, null),
  ]);
  return tarGzOf(new Map([...files].map(([path, file]) => [`package/${path}`, file])));
}

const zipOf = (files: Files): Uint8Array =>
  pack(new Map([...files].map(([name, { bytes }]) => [name, bytes])), 0o644);
const tarGzOf = (files: Files): Buffer => gzipSync(tarOf(files), { level: 9 });

const work = mkdtempSync(join(tmpdir(), 'release-'));
try {
  const carried = await bundle(join(work, 'appraise.mjs'));
  const program = readFileSync(join(work, 'appraise.mjs'));
  const named = (platform: Platform): string => `appraise-${about.version}-${platform}`;
  const archives: ReadonlyMap<string, Uint8Array> = new Map([
    [`${named('windows-x64')}.zip`, zipOf(within(named('windows-x64'), windows(carried, program)))],
    [`${named('linux-x64')}.tar.gz`, tarGzOf(within(named('linux-x64'), linux(carried, program)))],
    [`${about.name}-${about.version}.tgz`, npmPackage(carried, program)],
  ]);
  mkdirSync(out, { recursive: true });
  for (const [name, bytes] of archives) writeFileSync(join(out, name), bytes);
  writeFileSync(join(out, 'SHA256SUMS'), sumsOf(archives));
  for (const [name, bytes] of archives)
    process.stdout.write(`release/${name}  ${(bytes.length / 1e6).toFixed(1)} MB\n`);
} finally {
  rmSync(work, { recursive: true });
}

/** What each kind of release holds, file by file. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Carried, licencesOf } from './carried.ts';
import { pageOf } from './page.ts';
import { about, read, root, templates } from './root.ts';
import { fromRuntime, type Platform } from './runtime.ts';
import { sbomOf } from './sbom.ts';
import type { TarFile } from './tar.ts';

export type Files = Map<string, TarFile>;

/** The single file, and what it carries. */
export interface Program {
  readonly bytes: Uint8Array;
  readonly carried: readonly Carried[];
}

const quarters = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'];

const plain = (content: string | Uint8Array): TarFile => ({ bytes: Buffer.from(content), executable: false });
const executable = (content: string | Uint8Array): TarFile => ({ ...plain(content), executable: true });
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** As `sha256sum --check` reads it. */
export const sumsOf = (files: Iterable<readonly [string, Uint8Array]>): string =>
  [...files].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('');

/** What every release holds, whatever it runs on. */
function common(carried: readonly Carried[], platform: Platform | null): Files {
  const node = platform === null ? [] : [`Node.js\n\n${fromRuntime('linux-x64', 'licence')}`];
  const licences = [`${about.name} ${about.version}\n\n${read('LICENSE')}`, ...node, licencesOf(carried)];
  const files: Files = new Map();
  files.set('licences.txt', plain(licences.join(`\n${'='.repeat(80)}\n\n`)));
  files.set('sbom.json', plain(sbomOf(carried, platform)));
  for (const quarter of quarters)
    for (const name of readdirSync(join(root, 'samples', quarter)).sort())
      files.set(`示例/${quarter}/${name}`, plain(readFileSync(join(root, 'samples', quarter, name))));
  for (const [file, bytes] of templates()) files.set(`函件模板/${file}`, plain(bytes));
  for (const name of readdirSync(join(root, 'schemas')).sort())
    files.set(`schemas/${name}`, plain(read('schemas', name)));
  return files;
}

/** The manuals that go with a release, by their files in docs. */
const manuals: Readonly<Record<string, string>> = {
  'clerk.md': '使用说明.html',
  'manager.md': '给客户经理.html',
  'auditor.md': '给审计.html',
  'letters.md': '函件模板说明.html',
};

const pages = (): readonly (readonly [string, TarFile])[] =>
  Object.entries(manuals).map(([file, name]) => [
    name,
    plain(pageOf(read('docs', file), name.replace('.html', ''), manuals)),
  ]);

const folders: Readonly<Record<Platform, (program: Program) => Files>> = {
  'windows-x64': (program) =>
    new Map([
      ['考核.cmd', plain(read('bin/packaging', 'files', 'desk.cmd'))],
      ...pages(),
      ['appraise.cmd', plain(read('bin/packaging', 'files', 'appraise.cmd'))],
      ['appraise/node.exe', executable(fromRuntime('windows-x64', 'executable'))],
      ['appraise/appraise.mjs', plain(program.bytes)],
    ]),
  'linux-x64': (program) =>
    new Map([
      ['appraise', executable(read('bin/packaging', 'files', 'appraise.sh'))],
      ...pages(),
      ['lib/node', executable(fromRuntime('linux-x64', 'executable'))],
      ['lib/appraise.mjs', plain(program.bytes)],
    ]),
};

/** A folder that needs nothing on the PC but its system, with its checksums. */
export function folderFor(platform: Platform, program: Program): Files {
  const files: Files = new Map([...folders[platform](program), ...common(program.carried, platform)]);
  const sums = sumsOf([...files].map(([name, { bytes }]) => [name, bytes] as const));
  return files.set('SHA256SUMS', plain(sums));
}

/** The package for PCs that have npm: the bundle as its only code, and nothing that it depends on. */
export function npmPackage({ bytes, carried }: Program): Files {
  const { name, version, description, license, engines } = about;
  const bin = { appraise: 'appraise.mjs' };
  return new Map([
    [
      'package.json',
      plain(JSON.stringify({ name, version, description, license, type: 'module', engines, bin })),
    ],
    ['appraise.mjs', executable(bytes)],
    ['README.md', plain(read('README.md'))],
    ['LICENSE', plain(read('LICENSE'))],
    ...common(carried, null),
  ]);
}

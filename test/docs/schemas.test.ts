/** The JSON Schemas for editors: made from the code, and of one mind with what the tool accepts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemaBytes, schemaName, writtenFiles } from '../../src/cli/schemas.ts';
import { policyIds } from '../../src/policy/file.ts';
import { root } from './manual.ts';

const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
const validators = Object.fromEntries(
  writtenFiles.map((file) => [file, ajv.compile(JSON.parse(Buffer.from(schemaBytes(file)).toString()))]),
);
const faultsOf = (file: string, value: unknown): string[] => {
  const validate: ValidateFunction | undefined = validators[file];
  if (validate === undefined) throw new Error(`no schema of ${file}`);
  return validate(value) ? [] : (validate.errors ?? []).map((each) => `${each.instancePath} ${each.message}`);
};
const written = (...path: string[]): unknown => parse(readFileSync(join(root, ...path), 'utf8'));

test.each(writtenFiles)('%s.schema.json is made from the code', async (file) => {
  await expect(Buffer.from(schemaBytes(file)).toString()).toMatchFileSnapshot(
    join(root, 'schemas', schemaName(file)),
  );
});

test('what the tool accepts is accepted', async () => {
  const packages = ['', 'schemes', 'another-bank'].flatMap((folder) =>
    readdirSync(join(root, 'samples', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('package.yaml'))
      .map((name) => join('samples', folder, name)),
  );
  const banks = ['manager.two-of-one-name', 'bank.unused'];
  const files: readonly (readonly [string, string])[] = [
    ...(await policyIds()).map((id) => ['policy', `src/policies/${id}/policy.yaml`] as const),
    ['policy', 'samples/another-bank/policy.yaml'],
    ...packages.map((name) => ['package', name] as const),
    ...banks.map((code) => ['bank', `test/errors/${code}/package/bank.yaml`] as const),
  ];
  expect(files.length).toBeGreaterThan(20);
  for (const [kind, name] of files) expect([name, faultsOf(kind, written(name))]).toEqual([name, []]);
  expect(faultsOf('bank', parse('bank: 甲银行\nfiles:\nids: { customer: { digits: 10 } }'))).toEqual([]);
});

const plan = readFileSync(join(root, 'samples/another-bank/policy.yaml'), 'utf8');
test.each([
  ['policy', 'an unknown key', `${plan}\nlader: {}`],
  ['policy', 'a second condition', plan.replace('grade-met: next-above', '$&\n    held-is: [expert]')],
  ['policy', 'no condition', plan.replace('grade-met: next-above', '')],
  ['policy', 'a word that is no choice', plan.replace('decided: every-quarter', 'decided: weekly')],
  [
    'policy',
    'a title in one language',
    plan.replace(/title: \{ zh: [^,]*, en: Chief \}/, 'title: { zh: 首席 }'),
  ],
  ['policy', 'what must be there', plan.replace(/^edition: .*$/m, '')],
  ['package', 'an unknown key', 'perod: 2026Q3'],
  ['package', 'a table that there is not', 'absent: [setlement]'],
  ['package', 'a quarter that is none', 'period: 2026Q5'],
  ['package', 'a day that is none', 'holidays: [2026-13-01]'],
  ['bank', 'an unknown key', 'column: {}'],
  ['bank', 'a word that is no choice', 'days: 365'],
])('%s: %s is refused', (file, _, text) => {
  expect(text).not.toBe(plan);
  expect(faultsOf(file, parse(text))).not.toEqual([]);
});

/** Words that every object answers to are words like any other, wherever an export or a settings file has them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { differenceNodes } from '../../src/cli/differences.ts';
import { temporaryFolder } from '../archive/temporary.ts';
import { partsOf } from '../spreadsheet/package-check.ts';
import { appraise } from './appraise.ts';
import { smallPackage } from './small-package.ts';

const words = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'];

test.each(words)('%s as indicator, unit, branch, customer, account, product', async (word) => {
  const place = temporaryFolder();
  const rows: Readonly<Record<string, string>> = {
    'roster.csv': `${word},${word},${word},third,2020-03-01,,,${word},合格,\n`,
    'deposits.csv': `${word},${word},${word},${word},CNY,${word},5,5,5,5\n`,
    'loans.csv': `${word},${word},${word},${word},5,5,5,0,0,0\n`,
    'classification.csv': `${word},${word},${word},5,正常,,\n`,
    'targets.csv': `${word},${word},4,4,是,${word}\n0001,${word},4,4,是,\n`,
  };
  const folder = smallPackage(place, '2026Q1', (file, text) => text + (rows[file] ?? ''));
  const head = 'manager_id,indicator,quarter_actual,year_actual,unit\n';
  writeFileSync(join(folder, 'metrics.csv'), `${head}${word},${word},3,3,${word}\n0001,${word},3,3,\n`);
  const corrected = 'manager_id,indicator,basis,amount,reference,reason,approved_by\n';
  writeFileSync(join(folder, 'adjustments.csv'), `${corrected}${word},${word},,1,${word},${word},${word}\n`);
  const out = join(place, 'out');
  const checked = await appraise(['check', folder]);
  expect(checked.status).toBe(0);
  expect((await appraise(['run', folder, '--out', out])).status).toBe(0);

  const { managers } = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8'));
  const { targets } = managers.find(({ managerId }: { managerId: string }) => managerId === word);
  // 3 and the correction of 1, of 4.
  expect(targets[0].quarter).toEqual({ actual: '4.00', target: '4.00', completion: '1.000000' });
  for (const id of [word, '0001']) {
    const explained = await appraise(['explain', out, id]);
    expect(explained.status).toBe(0);
    expect(explained.out + checked.out).not.toMatch(/\[object|native code|undefined/);
  }
  const workbooks = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.xlsx'),
  );
  for (const name of workbooks)
    for (const [part, xml] of partsOf(readFileSync(join(out, name))))
      expect(xml, `${name} ${part}`).not.toMatch(/\[object|native code|>undefined</);
});

test.each(words)('%s is no setting, no limit and no table', async (word) => {
  const folder = smallPackage(temporaryFolder(), '2026Q1');
  writeFileSync(join(folder, 'package.yaml'), `limits: {${word}: 5}\nfiles: {${word}: a.csv}\n${word}: 5\n`);
  const { status, out } = await appraise(['check', folder, '--json']);
  expect(status).toBe(1);
  const { problems } = JSON.parse(out);
  const unknown = problems.filter(({ code }: { code: string }) => code === 'settings.unknown-key');
  expect(unknown.map(({ at }: { at: { row: number } }) => at.row)).toEqual([1, 2, 3]);
});

test.each([
  ['parameters:\n', '  __proto__: { title: { zh: 一, en: a }, article: "1", value: 1 }\n'],
  ['targets:\n', '  __proto__: deposits\n'],
  ['measures:\n', '  __proto__: 5\n'],
])('a policy has no __proto__ in its %j', async (section, line) => {
  const place = temporaryFolder();
  const boxed = new URL('../../src/policies/grade-regulation/policy.yaml', import.meta.url);
  const policy = join(place, 'policy.yaml');
  const text = readFileSync(boxed, 'utf8');
  writeFileSync(policy, text.replace(`\n${section}`, `\n${section}${line}`));
  const { status, err, out } = await appraise(['policy', 'check', policy]);
  expect(status).toBe(1);
  expect(err + out).toMatch(/__proto__.*policy\.invalid/);
});

test.each(words)('%s is no column that a bank profile can mean', async (word) => {
  const folder = smallPackage(temporaryFolder(), '2026Q1');
  writeFileSync(
    join(folder, 'bank.yaml'),
    `columns: { deposits: { 户名: ${word} }, every: { 备注: ${word} } }\n`,
  );
  const { status, out } = await appraise(['check', folder, '--json']);
  expect(status).toBe(1);
  const { problems } = JSON.parse(out);
  const ofProfile = problems.filter(({ code }: { code: string }) => code.startsWith('bank.'));
  expect(ofProfile).toMatchObject([{ code: 'bank.unknown-name' }, { code: 'bank.unknown-name' }]);
});

test.each(words)('%s is a figure as any other where two results differ', async (word) => {
  const value = (observed: string) => ({
    ...{ managerId: '0001', path: ['warnings', 'notice', 'figures', 'observed'] },
    ...{ before: '合格', after: observed },
  });
  const [manager] = differenceNodes([value(word)], new Map(), 'zh');
  expect(manager?.below?.map(({ text }) => text).join()).toContain(`合格 → ${word}`);
});

/** Another column's name is none that every object has: what the policy means by it is the policy's affair. */
test.each([
  ['add: year_avg', 'add: constructor', 1],
  ['add: year_avg', 'add: manager_id', 0],
  ['column: kind', 'column: constructor', 1],
  ['column: kind', 'column: year_avg', 0],
])(
  'a policy with %s → %s is told where it stands that there is no such column, if so',
  async (before, after, wrong) => {
    const place = temporaryFolder();
    const boxed = new URL('../../src/policies/grade-regulation/policy.yaml', import.meta.url);
    const text = readFileSync(boxed, 'utf8');
    const changed = text.replace(before, after);
    expect(changed).not.toBe(text);
    const policy = join(place, 'policy.yaml');
    writeFileSync(policy, changed);
    const row = changed.slice(0, changed.indexOf(after)).split('\n').length;
    const { status, out } = await appraise([
      ...['check', smallPackage(place, '2026Q1'), '--policy', policy, '--json'],
    ]);
    expect(status).toBe(wrong);
    const { problems } = JSON.parse(out);
    const errors = problems.filter(({ severity }: { severity: string }) => severity === 'error');
    const there = { at: { file: 'policy.yaml', row }, value: after.split(': ')[1] };
    expect(errors).toMatchObject(wrong === 1 ? [there] : []);
  },
);

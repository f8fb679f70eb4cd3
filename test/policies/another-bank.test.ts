/**
 * Another bank's regulation without code: the policy that the chapter in docs/policy.md arrives at. Levels go up or down by one
 * every quarter; deposits are weighted by kind, the overdue rate is a strict "less than", a score has a floor and a cap.
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { decisionOf } from '../../src/model/entries.ts';
import type { Policy } from '../../src/model/policy.ts';
import { ratio } from '../../src/model/ratio.ts';
import { type Results, resultsSchema } from '../../src/model/results.ts';
import { parsePolicy } from '../../src/policy/file.ts';
import { standingFolder } from '../archive/temporary.ts';
import { appraise } from '../cli/appraise.ts';
import { appraised, managerIn } from '../engine/support/appraised.ts';
import { type GivenTables, packageOf } from '../engine/support/package.ts';

const million = (count: number) => ratio(BigInt(count) * 1_000_000n, 1n);

const here = new URL('../../samples/another-bank/', import.meta.url);
const text = readFileSync(new URL('policy.yaml', here), 'utf8');

function read(): Policy {
  const { policy, problems } = parsePolicy(Buffer.from(text), 'another-bank/policy.yaml');
  if (!policy) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  return policy;
}
const policy = read();

test('the chapter quotes the policy, and nothing that is not in it', () => {
  const manual = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');
  const chapter = manual.slice(manual.indexOf("## Another bank's regulation"));
  const quoted = [...chapter.matchAll(/```yaml\n(.*?)```/gs)].map(([, block = '']) => block);
  expect(quoted.length).toBeGreaterThanOrEqual(5);
  for (const block of quoted) expect(text).toContain(block);
});

test('policy check finds nothing to say but that the order of the rows decides', async () => {
  const { status, out } = await appraise([
    'policy',
    'check',
    fileURLToPath(new URL('policy.yaml', here)),
    '--json',
  ]);
  const { problems } = JSON.parse(out);
  expect([status, problems.map(({ code }: { code: string }) => code)]).toEqual([0, ['policy.rows-by-order']]);
});

describe('the sample, by hand', () => {
  const { folder, remove } = standingFolder();
  let results: Results;
  beforeAll(async () => {
    const { status, out, err } = await appraise([
      ...['run', fileURLToPath(new URL('2026Q3', here)), '--json', '--out', `${folder}/out`],
      ...['--policy', fileURLToPath(new URL('policy.yaml', here))],
    ]);
    expect([status, status === 0 ? '' : err]).toEqual([0, '']);
    results = resultsSchema.parse(JSON.parse(out));
    return remove;
  });

  test.each([
    // 7000 + 30 % of 2000 + 110 % of 363.636364 = 8000.00 万; 99,999.99 ÷ 2000 万 < 0.5 %; 70 % of 120 (capped) + 30 % of 95 = 112.50
    ['B01', 'expert', '80000000.00', '112.50', 'up', 'chief'],
    // 3800 + 30 % of 600 = 3980 万 < 4000 万; 70 % of 99.5 + 30 % of 90 = 96.65
    ['B02', 'expert', '39800000.00', '96.65', 'down', 'regular'],
    // The overdue rate is 2 % exactly, which is not below 2 %.
    ['B03', 'regular', '16000000.00', '95.50', 'down', 'assistant'],
    // 110 % of 13,636,363.63 is a cent short of 1500 万; nobody falls below the lowest level.
    ['B04', 'assistant', '14999999.99', '105.00', 'keep', 'assistant'],
    // No score for service on record.
    ['B05', 'chief', '90000000.00', null, 'undecided', null],
  ])('%s', (id, held, deposits, score, action, toGrade) => {
    const manager = results.managers.find(({ managerId }) => managerId === id);
    const rule = manager?.grades[0]?.rules.find((each) => each.rule === 'deposits');
    const entry = results.schemes['another-bank']?.score?.entries.find(({ subject }) => subject === id);
    expect({
      held: manager?.grade,
      deposits: rule && 'observed' in rule ? rule.observed : null,
      score: entry?.figures.total?.value ?? null,
      action: manager?.decision?.action,
      toGrade: manager?.decision?.toGrade ?? null,
    }).toEqual({ held, deposits, score, action, toGrade });
  });

  test('what is missing is named', () => {
    const decision = results.managers.find(({ managerId }) => managerId === 'B05')?.decision;
    expect(decision?.missing).toEqual(['score:服务评价']);
  });
});

/** An expert who meets every condition of an expert and none of a chief but what the case gives. */
function decided(given: {
  deposits?: GivenTables['deposits'];
  overdue?: bigint;
  reached?: bigint;
  service?: bigint;
}): string | undefined {
  const {
    deposits = [{ year_avg: 4_000_000_000n }],
    overdue = 0n,
    reached = 4_000_000_000n,
    service = 80_00n,
  } = given;
  const pkg = packageOf({
    roster: [{ grade: 'expert' }],
    deposits: deposits.map((row, index) => ({ quarter_avg: index === 0 ? reached : 0n, ...row })),
    loans: [{ end_balance: 1_000_000_00n, overdue_amount: overdue }],
    targets: [{ indicator: 'deposits', quarter_target: million(40), year_target: million(40) }],
    scores: [{ indicator: '服务评价', value: ratio(service, 100n), quarter: '2026Q3' }],
  });
  return decisionOf(managerIn(appraised(pkg, { policy })))?.action;
}

describe('at the lines of the level held', () => {
  test.each([
    ['deposits of 40 million', { deposits: [{ year_avg: 4_000_000_000n }] }, 'keep'],
    ['one cent under', { deposits: [{ year_avg: 3_999_999_999n }] }, 'down'],
    [
      'margin deposits count with 30 %',
      { deposits: [{ year_avg: 3_700_000_000n }, { kind: '银承保证金', year_avg: 1_000_000_000n }] },
      'keep',
    ],
    [
      'one cent of 30 % under',
      { deposits: [{ year_avg: 3_700_000_000n }, { kind: '银承保证金', year_avg: 999_999_998n }] },
      'down',
    ],
    ['savings count with 110 %', { deposits: [{ kind: '储蓄存款', year_avg: 3_636_363_636n }] }, 'keep'],
    ['a cent less of them', { deposits: [{ kind: '储蓄存款', year_avg: 3_636_363_635n }] }, 'down'],
    ['an overdue rate just below 1 %', { overdue: 999_999n }, 'keep'],
    ['of 1 % exactly', { overdue: 1_000_000n }, 'down'],
    // 70 × 100 % + 30 × 33.33 % = 80.00 (79.999 rounded once) and 79.99
    ['a score of 80', { service: 33_33n }, 'keep'],
    ['a hundredth under', { service: 33_29n }, 'down'],
    // The plan's part is at most 120 × 70 % = 84, so that no service at all is still a score of 84.
    ['the cap', { reached: 8_000_000_000n, service: 0n }, 'keep'],
  ])('%s', (_, given, action) => {
    expect(decided(given)).toBe(action);
  });

  test('the floor: a plan not reached at all still earns 40 points', () => {
    const pkg = packageOf({
      roster: [{ grade: 'expert' }],
      deposits: [{ year_avg: 1_00n, quarter_avg: 1_00n }],
      targets: [{ indicator: 'deposits', quarter_target: million(40), year_target: million(40) }],
      scores: [{ indicator: '服务评价', value: ratio(100n, 1n), quarter: '2026Q3' }],
    });
    const [entry] = appraised(pkg, { policy }).schemes[0]?.sections[0]?.entries ?? [];
    const total = entry?.figures.find(({ id }) => id === 'total')?.fact.quantity;
    // 70 % of 40 + 30 % of 100
    expect(total).toMatchObject({ kind: 'amount', value: 58_00n });
  });

  test('a chief stays where the conditions hold: there is nothing above', () => {
    const pkg = packageOf({
      roster: [{ grade: 'chief' }],
      deposits: [{ year_avg: 8_000_000_000n, quarter_avg: 8_000_000_000n }],
      loans: [{ end_balance: 1_000_000_00n }],
      targets: [{ indicator: 'deposits', quarter_target: million(40), year_target: million(40) }],
      scores: [{ indicator: '服务评价', value: ratio(80n, 1n), quarter: '2026Q3' }],
    });
    expect(decisionOf(managerIn(appraised(pkg, { policy })))).toMatchObject({
      action: 'keep',
      toGrade: 'chief',
    });
  });
});

/** The trend of a policy without grades: what its sections came to, quarter by quarter. */
import { expect, test } from 'vitest';
import { recordOf as archivedRecord } from '../../src/archive/record.ts';
import { appraise } from '../../src/engine/index.ts';
import type { Appraisal } from '../../src/model/appraisal.ts';
import type { History } from '../../src/model/history.ts';
import { quarterRecord } from '../../src/model/history.ts';
import { one } from '../../src/model/ratio.ts';
import { packageOf } from '../engine/support/package.ts';
import { boxed } from '../engine/support/policy.ts';

function planIn(period: '2026Q2' | '2026Q3', reached: bigint, history: History): Appraisal {
  const given = {
    roster: [{}],
    targets: [{ quarter_target: one, year_target: one }],
    deposits: [{ quarter_avg: reached, year_avg: reached }],
  };
  const policies = [boxed('plan')] as const;
  const { appraisal } = appraise(packageOf(given, { period }), policies, history, { lenient: false });
  if (appraisal === null) throw new Error('no appraisal');
  return appraisal;
}

test('the archive keeps what a section came to, and the trend shows it beside this quarter', () => {
  const before = quarterRecord.parse(archivedRecord(planIn('2026Q2', 99n, []), []));
  const { managers } = planIn('2026Q3', 100n, [before]);
  expect(
    managers[0]?.trend.map(({ period, verdicts }) => [period, verdicts.map(({ verdict }) => verdict?.zh)]),
  ).toEqual([
    ['2026Q2', ['未完成']],
    ['2026Q3', ['完成']],
  ]);
});

test('an archive of before, which does not say, has no verdicts', () => {
  const { managers: archived, ...rest } = archivedRecord(planIn('2026Q2', 99n, []), []);
  const before = quarterRecord.parse({
    ...rest,
    managers: archived.map(({ verdicts: _, ...manager }) => manager),
  });
  const { managers } = planIn('2026Q3', 100n, [before]);
  expect(managers[0]?.trend.map(({ verdicts }) => verdicts.length)).toEqual([0, 1]);
});

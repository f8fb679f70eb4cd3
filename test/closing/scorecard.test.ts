/** A scorecard that was run beside the grades stands on the review form: what it gives for, and what it comes to. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { standingFolder } from '../archive/temporary.ts';
import { appraise } from '../cli/appraise.ts';
import { smallPackage } from '../cli/small-package.ts';
import { wordsOf } from './words-of.ts';

const { folder, remove } = standingFolder();
afterAll(remove);

// Of the year; the fourth part is the plan, whose main target is met in full: 8 + 27 + 27 + 30. The other card lacks two.
const scores = ['德,80', '能,90', '勤,90', '工作态度,88'].map((each) => `0001,${each},2026`);

test('the review form has the cards on which somebody was scored, and none of the others', async () => {
  const made = smallPackage(folder, '2026Q4');
  writeFileSync(join(made, '评分.csv'), ['客户经理工号,指标,得分,年度', ...scores, ''].join('\n'));
  const [run, closed] = [join(folder, 'run'), join(folder, 'closed')];
  const ran = await appraise([
    ...['run', made, '--policy', 'grade-regulation', '--policy', 'scorecard', '--out', run],
  ]);
  expect([ran.status, ran.err]).toEqual([0, expect.anything()]);
  const ended = await appraise([
    ...['close', run, '--decisions', join(run, 'decisions.xlsx'), '--out', closed],
  ]);
  expect([ended.status, ended.err]).toEqual([0, expect.anything()]);
  const form = (name: string) =>
    wordsOf(readFileSync(join(closed, 'letters', '岗位等级评审表', `${name}.docx`)));
  const scored = form('0001-张一');
  expect(scored.join('|')).toContain(
    [
      ...[
        '德|80.00|权重 10.00 %',
        '能|90.00|权重 30.00 %',
        '勤|90.00|权重 30.00 %',
        '绩|100.00|权重 30.00 %',
      ],
      '德能勤绩考核|92.00|优秀',
    ].join('|'),
  );
  expect(scored.join('|')).toContain('合规合法|无法判断|权重 40.00 %|岗位不定期考核|无法判断|无法判断');
  expect(scored).not.toContain('网点考核');
  expect(form('0002-李二').join('|')).not.toMatch(/考核\|(?:无法判断|优秀)|权重/);
});

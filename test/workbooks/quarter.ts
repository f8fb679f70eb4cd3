/**
 * What the sheets are tested over: the rows of `quarter.yaml`, appraised by the engine in any quarter of a year, alone or
 * after the quarters before it.
 */
import { readFileSync } from 'node:fs';
import { recordOf } from '../../src/archive/record.ts';
import { readGiven } from '../../src/cases/case-file.ts';
import type { Given } from '../../src/cases/form.ts';
import { packageIn } from '../../src/cases/given.ts';
import { appraise } from '../../src/engine/index.ts';
import type { Appraisal } from '../../src/model/appraisal.ts';
import { type Quarter, shiftQuarter } from '../../src/model/calendar.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { QuarterRecord } from '../../src/model/history.ts';
import type { Policy } from '../../src/model/policy.ts';
import type { Text } from '../../src/model/text.ts';
import type { RunContext } from '../../src/workbooks/index.ts';
import { boxed, gradeRegulation, withParameters } from '../engine/support/policy.ts';

const note = (zh: string, severity: Diagnostic['severity'], row: number): Diagnostic => ({
  severity,
  code: 'amount.blank',
  at: { file: 'deposits.csv', sheet: null, row, column: '年日均' },
  value: '—',
  message: { zh, en: 'blank amounts count as 0' },
  hint: { zh: '请核对导出', en: 'check the export' },
  managers: ['0012'],
});

export const context: RunContext = {
  tool: '0.1.0',
  fingerprint: '3fa9c2d17b04',
  replaces: null,
  problems: [note('年日均有 3 个空白，按 0 计', 'warning', 12), note('另有一列未使用', 'note', 1)],
};

export const given: Given = readGiven(readFileSync(new URL('quarter.yaml', import.meta.url), 'utf8'));

type Policies = readonly [Policy, ...Policy[]];

interface Run {
  readonly given?: Given;
  readonly policies?: Policies;
  readonly history?: readonly QuarterRecord[];
}

/** The quarter of `given` under policies, with the quarters behind it. */
export function appraised({
  given: what = given,
  policies = [gradeRegulation],
  history = [],
}: Run = {}): Appraisal {
  const { appraisal, problems } = appraise(packageIn(what, policies[0]), policies, history, {
    lenient: false,
  });
  if (appraisal === null) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  return appraisal;
}

interface Chain {
  readonly from?: Quarter;
  readonly policies?: Policies;
}

/** The appraisal of a quarter, after those from the bank's first run on; the same rows in all of them. */
export function inChain(
  period: Quarter,
  { from = '2026Q1', policies = [gradeRegulation] }: Chain = {},
): Appraisal {
  const history: QuarterRecord[] = [];
  const run = (quarter: Quarter) =>
    appraised({ given: { ...given, period: quarter, 'chain-starts': from }, policies, history });
  for (let quarter = from; quarter < period; quarter = shiftQuarter(quarter, 1))
    history.push(recordOf(run(quarter), history));
  return run(period);
}

/** A policy in the box, one of its sections under another title. */
function titled(policy: Policy, section: string, title: Text): Policy {
  const { sections } = policy.file;
  const spec = sections[section];
  if (spec === undefined) throw new Error(`no section ${section}`);
  return { ...policy, file: { ...policy.file, sections: { ...sections, [section]: { ...spec, title } } } };
}

/** Pay under the name of a sheet of the tool's own, a headcount whose name no sheet may have, stars and champions. */
export const schemes: Policies = [
  titled(boxed('commission'), 'pay', { zh: '计划完成', en: 'Pay' }),
  titled(boxed('headcount-2013'), 'headcount', { zh: '编制：核定[人数]', en: 'Headcount' }),
  withParameters({ 'asset-quality-champion': 'recovery' }, boxed('stars-2011')),
];

export const withSections = (period: Quarter = '2026Q3'): Appraisal =>
  inChain(period, { policies: [gradeRegulation, ...schemes] });
/** Nobody is graded, warned or paid an allowance. */
export const withoutLadder = (period: Quarter = '2026Q3'): Appraisal =>
  inChain(period, { policies: schemes });

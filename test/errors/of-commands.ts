/** The problems that one command alone finds: `policy check` in a policy whose form is right, `rollup` between branches. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BranchOptions, branchProblems, branchRuns } from '../../src/archive/branches.ts';
import { gatherRollup, rollupProblems } from '../../src/archive/rollup.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { archiveFiles } from '../../src/model/manifest.ts';
import type { Results } from '../../src/model/results.ts';
import { parsePolicy } from '../../src/policy/file.ts';
import { lintProblems } from '../../src/policy/problems.ts';
import { archivedRun } from '../archive/chain.ts';
import { temporaryFolder } from '../archive/temporary.ts';
import { atOneRow, changedPolicy } from './changed-policy.ts';

export const problemsOfCommands = [lintProblems, branchProblems, rollupProblems];

type Make = () => Promise<readonly Diagnostic[]>;

const linted =
  (before: string | RegExp, after: string): Make =>
  async () => {
    const { problems, remarks } = parsePolicy(changedPolicy(before, after), 'my-policy.yaml');
    return atOneRow([...problems, ...remarks]);
  };

const seniorLine = 'senior: "CNY 250,000,000"';

/** What a rollup of a folder says, in which there are two branches. */
function ofBranches(change: (all: string) => void, options: Partial<BranchOptions> = {}): Make {
  return async () => {
    const all = temporaryFolder();
    for (const folder of ['east', 'west']) branch(all, folder);
    change(all);
    const { runs, problems } = await branchRuns([all], { period: null, expected: null, ...options });
    return problems.length > 0 ? problems : (await gatherRollup(runs, () => {})).problems;
  };
}

function branch(
  all: string,
  folder: string,
  period = '2026Q3',
  managerIds: readonly string[] = [folder],
): void {
  const managers = managerIds.map((managerId) => ({
    ...{ managerId, name: '甲', unit: '城东支行', grade: 'third', appraised: true as const, grades: [] },
    ...{ qualifiedGrade: null, possibleGrade: null, missing: [], notes: [], targets: [], warnings: [] },
    floor: { outcome: 'met' as const, observed: null, threshold: null },
    allowance: { amount: '0.00', halvedDays: 0 },
    decision: null,
  }));
  const results: Results = {
    ...{ schema: 'rm-appraisal/results/1', period, stage: 'interim', policies: [], managers },
    ...{ notAppraised: [], unassigned: [], watchList: [], reconciliation: [], schemes: {} },
  };
  archivedRun(all, period, { folder, more: { [archiveFiles.results]: results } });
}

export const ofCommands: Readonly<Record<string, Make>> = {
  'policy.never-met': linted('{ senior: 2,', '{ senior: 5,'),
  'policy.no-value-for-grade': linted(', fourth: "CNY 160"', ''),
  'policy.no-value': linted('    article: 20(5)\n    value: 30', '    article: 20(5)'),
  'policy.wrong-kind': linted(seniorLine, 'senior: "80%"'),
  'policy.not-by-grade': linted(
    'article: 20(5)\n    value: 30',
    'article: 20(5)\n    by-grade: { senior: 30 }',
  ),
  'policy.no-such-choice': linted('choices: [leave-out, count]', 'choices: [leave-out, counts]'),
  'policy.unknown-column': linted('since: marketing_since', 'since: marketing_sins'),
  'policy.not-declared': linted(
    /^parameters:\n/m,
    [
      'closing:',
      '  warnings:',
      '    name: { zh: 预警处理, en: Warnings }',
      '    measures: { admonish: { title: { zh: 诫勉, en: admonish }, records: admonishd } }',
      '',
      'parameters:',
      '',
    ].join('\n'),
  ),
  'policy.outcome-cycle': linted(
    'compare: { measure: all-deposits, at-least: floor-line, customers-at-least: floor-customers-from }\n\n',
    'outcome-of: { rule: floor, is: met }\n\n',
  ),
  'policy.declared-later': linted(
    /^statuses:\n/m,
    [
      'figures:',
      '  first: { title: { zh: 甲, en: first }, sum: [second] }',
      '  second: { title: { zh: 乙, en: second }, sum: [{ metric: 丙, basis: quarter }] }',
      '',
      'statuses:',
      '',
    ].join('\n'),
  ),
  'policy.step-never-reached': linted(
    /^parameters:\n/m,
    [
      'sections:',
      '  points:',
      '    kind: lines',
      '    title: { zh: 积分, en: Points }',
      '    article: "1"',
      '    unit: points',
      '    lines:',
      '      calls:',
      '        title: { zh: 走访, en: Calls }',
      '        of: { metric: 走访, basis: quarter }',
      '        bands: [{ at-least: few, gives: few }, { at-least: many, gives: many }, { gives: few }]',
      '',
      'parameters:',
      '  few: { title: { zh: 少, en: few }, article: "1", value: 5 }',
      '  many: { title: { zh: 多, en: many }, article: "1", value: 10 }',
      '',
    ].join('\n'),
  ),
  'policy.no-such-class': linted('value: [substandard, doubtful, loss]', 'value: [次级, 可疑, 损失]'),
  'policy.units-differ': linted(
    /^parameters:\n/m,
    [
      'sections:',
      '  points:',
      '    kind: lines',
      '    title: { zh: 积分, en: Points }',
      '    article: "1"',
      '    unit: points',
      '    lines:',
      '      slips:',
      '        title: { zh: 差错, en: Slips }',
      '        of: { events: [work_error], within: quarter }',
      '        price: each',
      '',
      'parameters:',
      '  each: { title: { zh: 每次, en: each }, article: "1", value: "5%" }',
      '',
    ].join('\n'),
  ),
  'policy.asked-too-early': linted(
    'rating: { one-of: [incompetent] }',
    'outcome-of: { rule: notice.hr-list, is: triggered }',
  ),
  'policy.rule-twice': linted('- rule: dismissal.dereliction', '- rule: dismissal.violation'),
  'policy.same-value': linted(
    'fourth: "CNY 15,000,000" }\n  deposits-largest',
    'fourth: "CNY 15,000,000" }\n    changed-by-grade: { 2027-01-01: { senior: "CNY 250,000,000" } }\n  deposits-largest',
  ),
  'policy.values-never-used': linted(
    'article: "9.2"\n    by-grade',
    'article: "9.2"\n    value: "CNY 100"\n    by-grade',
  ),
  'policy.unused': linted(
    'parameters:\n',
    'parameters:\n  spare:\n    title: { zh: 备用, en: Spare }\n    article: "1"\n    value: 1\n',
  ),
  'policy.no-article': linted('          article: 11.2(1)②\n', ''),
  'policy.begins-later': linted(
    /senior: "CNY 250,000,000", (.*)/,
    '$1\n    changed-by-grade: { 2027-01-01: { senior: "CNY 250,000,000" } }',
  ),
  'policy.row-never-met': linted(
    'rating: { one-of: [basically-competent, incompetent] }',
    'rating: { one-of: [excellent] }',
  ),
  'policy.row-missing': linted(
    'rating: { one-of: [basically-competent, incompetent] }',
    'rating: { one-of: [incompetent] }',
  ),
  'policy.rows-by-order': linted('edition:', '# as it is\nedition:'),
  'rollup.no-run': async () => {
    const folder = join(temporaryFolder(), 'letters');
    mkdirSync(folder);
    return (await branchRuns([folder], { period: null, expected: null })).problems;
  },
  'rollup.other-period': ofBranches((all) => branch(all, 'west', '2026Q2')),
  'rollup.same-run': ofBranches((all) =>
    cpSync(join(all, 'west'), join(all, 'west-copy'), { recursive: true }),
  ),
  'rollup.failed-branch': ofBranches((all) => {
    mkdirSync(join(all, 'north'));
    writeFileSync(join(all, 'north', 'problems.csv'), '');
  }),
  'rollup.missing-branch': ofBranches(() => {}, { expected: ['east', 'north', 'west'] }),
  'rollup.unexpected-branch': ofBranches(() => {}, { expected: ['east'] }),
  'rollup.empty-folder': ofBranches((all) => mkdirSync(join(all, 'north'))),
  'rollup.manager-twice': ofBranches((all) => branch(all, 'west', '2026Q3', ['east', 'west'])),
};

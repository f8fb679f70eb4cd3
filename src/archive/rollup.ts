/** Reads branch outputs one at a time, each checked by its hash, and keeps of each only its counts and named warnings. */
import { type Diagnostic, hasErrors, warningOf } from '../model/diagnostic.ts';
import { fromPlain, sum } from '../model/money.ts';
import { watchReasons } from '../model/policy/declared-words.ts';
import type { ManagerResult, Results } from '../model/results.ts';
import {
  type NamedWarning,
  type RolledBranch,
  type RolledSectionTitles,
  type Rollup,
  rolledOutcomes,
} from '../model/rollup.ts';
import { gradeCounted } from '../model/statements/grade.ts';
import type { Text } from '../model/text.ts';
import { parsePolicy } from '../policy/file.ts';
import type { NamedRun } from './branches.ts';
import { type ArchivedRun, policyCopy, readOutput, readResults } from './read.ts';
import { add, countBy, sectionsIn, sectionTitles } from './rollup-sections.ts';

export const rollupProblems = {
  managerTwice: warningOf<{ managers: number; others: readonly string[]; few: readonly string[] }>(
    'rollup.manager-twice',
    ({ managers, others, few }) => ({
      message: {
        zh: `${managers} 个工号在 ${others.join('、')} 也出现：${few.join('、')}`,
        en: `${managers} manager ids also stand in ${others.join(', ')}: ${few.join(', ')}`,
      },
      hint: {
        zh: '若是同一人，其结果会被重复计算；若工号只在机构内唯一，则无需处理',
        en: 'the same person would count twice; nothing to do where ids are unique within a branch only',
      },
    }),
  ),
} as const;

/** One branch after the other; what cannot be believed is among the problems, and then there is no rollup. */
export async function gatherRollup(
  runs: readonly NamedRun[],
  onBranch: (done: number) => void,
): Promise<{ rollup: Rollup | null; problems: Diagnostic[] }> {
  const problems: Diagnostic[] = [];
  const branches: RolledBranch[] = [];
  const named: NamedWarning[] = [];
  const matrix: Record<string, number> = {};
  const branchOf = new Map<string, string>();
  const titles = {
    grades: new Map<string, { title: Text; trainee: boolean }>(),
    levels: new Map<string, { title: Text; grave: boolean }>(),
    rules: new Map<string, Text>(),
    actions: new Map<string, Text>(),
    watchReasons: new Map<string, Text>(),
    sections: new Map<string, RolledSectionTitles>(),
  };
  const policiesRead = new Set<string>();
  let stage: Results['stage'] = 'interim';

  for (const [index, { name, run }] of runs.entries()) {
    onBranch(index);
    const read = await readResults(run);
    if (read.problem !== null) {
      problems.push(read.problem);
      continue;
    }
    const { managers } = read.value;
    stage = read.value.stage;
    branches.push(branchFrom(name, run, read.value));
    await readTitles(run, policiesRead, titles);
    for (const manager of managers) {
      add(matrix, `${manager.grade} ${gradeCounted(manager)}`);
      named.push(...namedIn(name, manager, titles));
    }
    problems.push(...seenBefore(name, managers, branchOf));
  }
  const period = runs[0]?.run.manifest.period;
  if (hasErrors(problems) || period === undefined) return { rollup: null, problems };
  const levels = [...titles.levels.keys()];
  named.sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level));
  return { rollup: { period, stage, branches, matrix, named, titles }, problems };
}

function branchFrom(name: string, run: ArchivedRun, results: Results): RolledBranch {
  const { managers, notAppraised, unassigned, watchList } = results;
  const { tool, options, takenAsClean } = run.manifest;
  const warnings = managers.flatMap((manager) => manager.warnings);
  return {
    name,
    basis: {
      policies: results.policies.map(({ id, edition }) => `${id} ${edition}`).join(', '),
      policyHashes: results.policies.map(({ sha256 }) => sha256).join(', '),
      tool: `${tool.name} ${tool.version}`,
      lenient: options.lenient,
      takenAsClean,
      manifest: run.manifestHash,
    },
    appraised: managers.length,
    notAppraised: notAppraised.length,
    held: countBy(managers, ({ grade }) => grade),
    qualified: countBy(managers, gradeCounted),
    warnings: countBy(warnings, ({ level, outcome }) => `${level} ${outcome}`),
    warned: managers.filter(({ warnings: own }) => own.some(({ outcome }) => outcome !== 'unknown')).length,
    decisions: countBy(
      managers.flatMap(({ decision }) => decision ?? []),
      ({ action }) => action,
    ),
    watched: countBy(
      watchList.flatMap(({ reasons }) => reasons),
      (reason) => reason,
    ),
    watchItems: watchList.length,
    unassignedForHr: unassigned.filter(({ forHr }) => forHr).length,
    sections: sectionsIn(results),
    allowance: sum(
      managers.flatMap(({ allowance: { amount } }) => (amount === null ? [] : fromPlain(amount))),
    ),
    halvedDays: managers.reduce((days, { allowance }) => days + allowance.halvedDays, 0),
  };
}

/** Warnings of grave levels, triggered or for a person to confirm. */
function namedIn(branch: string, manager: ManagerResult, { levels }: Rollup['titles']): NamedWarning[] {
  const { managerId, name, unit, grade: held, qualifiedGrade, possibleGrade } = manager;
  return manager.warnings
    .filter(({ level, outcome }) => outcome !== 'unknown' && levels.get(level)?.grave)
    .map(({ level, rule, article, outcome }) => ({
      ...{ branch, managerId, name, unit, held, qualifiedGrade, possibleGrade, level, rule, article },
      outcome: rolledOutcomes.find((each) => each === outcome) ?? 'unknown',
    }));
}

const few = 5;

/** Manager ids that an earlier branch has too. */
function seenBefore(
  branch: string,
  managers: readonly ManagerResult[],
  branchOf: Map<string, string>,
): Diagnostic[] {
  const twice = managers.filter(({ managerId }) => branchOf.has(managerId)).map(({ managerId }) => managerId);
  const others = [...new Set(twice.map((id) => branchOf.get(id) ?? ''))];
  for (const { managerId } of managers) if (!branchOf.has(managerId)) branchOf.set(managerId, branch);
  if (twice.length === 0) return [];
  const args = { managers: twice.length, others: others.slice(0, few), few: twice.slice(0, few) };
  return [rollupProblems.managerTwice({ file: branch }, args)];
}

/** What grades, rules and actions are called: from the archive's own copy of the policy, each policy once. */
async function readTitles(
  run: ArchivedRun,
  done: Set<string>,
  into: {
    grades: Map<string, { title: Text; trainee: boolean }>;
    levels: Map<string, { title: Text; grave: boolean }>;
    rules: Map<string, Text>;
    actions: Map<string, Text>;
    watchReasons: Map<string, Text>;
    sections: Map<string, RolledSectionTitles>;
  },
): Promise<void> {
  for (const { id, sha256 } of run.manifest.policies) {
    if (done.has(sha256)) continue;
    done.add(sha256);
    const copy = await readOutput(run, policyCopy(id));
    const policy = copy.value === null ? null : parsePolicy(copy.value, id).policy;
    if (policy === null) continue;
    const { ladder, warnings, decisions, 'warning-levels': levels } = policy.file;
    for (const [level, { title, grave = false }] of Object.entries(levels))
      if (!into.levels.has(level)) into.levels.set(level, { title, grave });
    for (const [grade, { title, trainee = false }] of Object.entries(ladder))
      if (!into.grades.has(grade)) into.grades.set(grade, { title, trainee });
    for (const { rule, title } of warnings) if (!into.rules.has(rule)) into.rules.set(rule, title);
    for (const [key, named] of sectionTitles(id, policy.file))
      if (!into.sections.has(key)) into.sections.set(key, named);
    for (const { action, title } of decisions) if (!into.actions.has(action)) into.actions.set(action, title);
    for (const [reason, title] of watchReasons(policy.file))
      if (!into.watchReasons.has(reason)) into.watchReasons.set(reason, title);
  }
}

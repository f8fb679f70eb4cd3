/** The policy as in force on the period's last day, for people to read beside the results. */
import type {
  CompletionLine,
  GradeOfLadder,
  MeasureInForce,
  PolicyInForce,
  WarningList,
} from '../model/in-force.ts';
import { declaredWords, watchReasons } from '../model/policy/declared-words.ts';
import type { Policy, PolicyFile } from '../model/policy.ts';
import { compare } from '../model/ratio.ts';
import type { AnyColumn } from '../model/table.ts';
import { type TableId, tables } from '../model/tables/index.ts';
import { closingOf } from './closing.ts';
import type { Branch } from './context.ts';
import { choiceOf } from './customer-sums.ts';
import { measureUnit } from './measured-portfolio.ts';

export const policyInForce = (policy: Policy, branch: Branch): PolicyInForce => ({
  id: policy.file.policy,
  edition: policy.file.edition,
  title: policy.file.title,
  sha256: policy.sha256,
  ladder: ladderOf(branch),
  ...declaredIn(policy.file),
  completionLines: completionLinesOf(branch),
  averaging: branch.averaging,
  measures: measuresOf(branch),
  closing: closingOf(branch),
  appeals: policy.file.appeals ?? null,
  standing: policy.file.standing ?? null,
  parameters: branch.parameters.list,
});

/** The words that the policy declares for what it judges. */
const declaredIn = (file: PolicyFile) => ({
  floor: file.floor?.title ?? null,
  warningLevels: Object.entries(file['warning-levels']).map(([id, { title, tone, grave = false }]) => ({
    id,
    title,
    tone,
    grave,
  })),
  warningLists: warningListsOf(file),
  ...wordsIn(file),
  watchReasons: watchReasons(file).map(([id, text]) => ({ id, text })),
});

const wordsIn = (
  file: PolicyFile,
): Pick<PolicyInForce, 'statuses' | 'series' | 'eventKinds' | 'activityKinds' | 'ratings'> => {
  const { statuses, series, events, activities, ratings } = declaredWords(file);
  return { statuses, series, eventKinds: events, activityKinds: activities, ratings };
};

const measuresOf = ({ policy, parameters }: Branch): MeasureInForce[] =>
  Object.entries(policy.measures).map(([id, spec]) => ({
    id,
    title: spec.title,
    table: spec.table,
    indicator: spec.indicator,
    assigned: spec.assigned !== undefined,
    unit: measureUnit(spec),
    yearIs: isAverage(spec.table, spec.year.add)
      ? 'average'
      : spec.table === 'settlement'
        ? 'total'
        : 'balance',
    year: spec.year,
    quarter: spec.quarter,
    ...choiceOf(spec, parameters),
  }));

const isAverage = (table: TableId, column: string): boolean => {
  const declared = (tables[table].columns as Readonly<Record<string, AnyColumn>>)[column];
  return declared?.kind === 'amount' && declared.average;
};

const ladderOf = ({ policy, parameters }: Branch): GradeOfLadder[] => {
  const counting = policy['counted-customers'];
  return Object.entries(policy.ladder).map(([id, grade]) => ({
    id,
    title: grade.title,
    employeeLevel: grade['employee-level'] ?? null,
    approval: grade.approval,
    outward: grade.outward ?? null,
    trainee: grade.trainee ?? false,
    customersFrom: counting ? parameters.amount(counting['at-least'], id).value : 0n,
  }));
};

/** The list a warning rule stands in: its own, else its level's, else one under the level's title. */
export const listOf = (
  policy: PolicyFile,
  rule: Pick<PolicyFile['warnings'][number], 'level' | 'list'>,
): string => rule.list ?? policy['warning-levels'][rule.level]?.list ?? rule.level;

/** The lists in the order of their declaration; those that levels without one make stand behind, the gravest first. */
function warningListsOf(policy: PolicyFile): WarningList[] {
  const levelsOf = ({ level, 'level-reading': reading }: PolicyFile['warnings'][number]) =>
    reading === undefined ? [level] : (policy.parameters[reading]?.choices ?? []);
  const used = new Set(
    policy.warnings.flatMap((rule) => levelsOf(rule).map((level) => listOf(policy, { ...rule, level }))),
  );
  const declared = Object.entries(policy['warning-lists']).map(([id, { name, title = name, on = null }]) => ({
    ...{ id, name, title, on },
  }));
  const own = Object.entries(policy['warning-levels'])
    .filter(([id, { list }]) => list === undefined && policy['warning-lists'][id] === undefined)
    .map(([id, { title }]) => ({ id, name: title, title, on: null }));
  const sheets = new Set(declared.flatMap(({ id, on }) => (on !== null && used.has(id) ? [on] : [])));
  return [...declared, ...own.toReversed()].filter(({ id }) => used.has(id) || sheets.has(id));
}

/** The highest line first. */
const completionLinesOf = ({ policy, parameters }: Branch): CompletionLine[] =>
  policy['completion-lines']
    .map(({ 'less-than': parameter, title, called, tone }) => ({
      parameter,
      title,
      article: policy.parameters[parameter]?.article ?? '',
      value: parameters.ratio(parameter),
      below: called,
      tone,
    }))
    .sort((a, b) => compare(b.value, a.value));

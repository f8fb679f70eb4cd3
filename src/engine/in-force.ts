/** The policy as in force on the period's last day, for people to read beside the results. */
import type { GradeOfLadder, MeasureInForce, PolicyInForce } from '../model/in-force.ts';
import type { Policy } from '../model/policy.ts';
import type { AnyColumn } from '../model/table.ts';
import { type TableId, tables } from '../model/tables/index.ts';
import { choiceOf, measureUnit } from './book.ts';
import type { Branch } from './context.ts';

export const policyInForce = (policy: Policy, branch: Branch): PolicyInForce => ({
  id: policy.file.policy,
  edition: policy.file.edition,
  title: policy.file.title,
  sha256: policy.sha256,
  ladder: ladderOf(branch),
  measures: measuresOf(branch),
  parameters: branch.parameters.list,
});

const measuresOf = ({ policy, parameters }: Branch): MeasureInForce[] =>
  Object.entries(policy.measures).map(([id, spec]) => ({
    id,
    title: spec.title,
    table: spec.table,
    indicator: spec.indicator,
    unit: measureUnit(spec),
    yearIs: isAverage(spec.table, spec.year.add) ? 'average' : 'total',
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
    trainee: grade.trainee ?? false,
    customersFrom: counting ? parameters.amount(counting['at-least'], id).value : 0n,
  }));
};

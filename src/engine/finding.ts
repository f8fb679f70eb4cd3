/** Small makers of findings, so that each condition states only what it sees. */

import type { Fact } from '../model/fact.ts';
import { type Comparison, compared, type Evidence, type Finding, type Missing } from '../model/judgement.ts';
import { ownValue } from '../model/own-value.ts';
import type { Row } from '../model/package.ts';
import type { AnyColumn, RowOrigin } from '../model/table.ts';
import { type TableId, tables } from '../model/tables/index.ts';
import type { Text } from '../model/text.ts';

/** What a condition answers; the rule around it adds its id, title and article. */
export type Judgement = Pick<Finding, 'outcome' | 'by'> & { readonly title?: Text } & Partial<
    Omit<Finding, 'outcome' | 'by' | 'rule' | 'title' | 'article'>
  >;

/** The rule does not speak of the manager, of this stage, or of anything there is. */
export const outOfScope = { outcome: 'not-applicable', by: { kind: 'scope' } } as const satisfies Judgement;

/** A bank has many findings, and most of their lists are empty: all of them are this one. */
const none: readonly never[] = [];
const listOf = <T>(list: readonly T[] | undefined): readonly T[] => (list?.length ? list : none);

export const untitled: Text = { zh: '', en: '' };

export const findingOf = (
  { rule, title, article }: Pick<Finding, 'rule' | 'title' | 'article'>,
  judgement: Judgement,
): Finding => ({
  rule,
  title: title.zh === '' ? (judgement.title ?? title) : title,
  article,
  outcome: judgement.outcome,
  by: judgement.by,
  aside: judgement.aside ?? false,
  condition: judgement.condition ?? false,
  observed: judgement.observed ?? null,
  threshold: judgement.threshold ?? null,
  parts: listOf(judgement.parts),
  evidence: listOf(judgement.evidence),
  // What is not there is worth naming only where it would decide.
  missing: judgement.outcome === 'unknown' ? listOf(judgement.missing) : none,
  notes: listOf(judgement.notes),
  assumed: listOf(judgement.assumed),
});

/** Nobody is asked to meet it. */
export const asCondition = (finding: Finding): Finding => ({ ...finding, condition: true });

/** A figure compared with its line. */
export const comparedBy = (kind: Comparison, observed: Fact | null, threshold: Fact | null) => ({
  by: { kind },
  outcome: compared(kind, observed?.quantity ?? null, threshold?.quantity ?? null),
  observed,
  threshold,
});

export const evidence = (table: TableId, origin: RowOrigin, says: Text): Evidence => ({
  table,
  origin,
  says,
});

export const eachOnce = (missing: readonly Missing[]): Missing[] => [
  ...new Map(missing.map((each) => [each.key, each])).values(),
];

/** What the parts lack, each thing once. */
export const missingIn = (parts: readonly Finding[]): Missing[] =>
  eachOnce(parts.flatMap(({ outcome, missing }) => (outcome === 'unknown' ? missing : [])));

/** What is missing of a manager, with the name of whose it is. */
export const missingOfManager = (
  { manager_id, name }: Pick<Row<'roster'>, 'manager_id' | 'name'>,
  missing: readonly Missing[],
): Missing[] =>
  missing.map(({ key, text }) => ({
    key: `${manager_id}:${key}`,
    text: { zh: `${name}（${manager_id}）：${text.zh}`, en: `${name} (${manager_id}): ${text.en}` },
  }));

export const missingCell = (column: string, title: Text): Missing => ({
  key: `cell:${column}`,
  text: { zh: `“${title.zh}”未填`, en: `"${title.en}" is blank` },
});

export const missingTable = (table: TableId): Missing => ({
  key: `table:${table}`,
  text: {
    zh: `资料包没有完整的“${tables[table].title.zh}”`,
    en: `the package has no complete table ${tables[table].title.en}`,
  },
});

export function missingColumn(table: TableId, column: string): Missing {
  const { title, columns } = tables[table];
  const header = ownValue<AnyColumn>(columns, column)?.headers[0] ?? column;
  return {
    key: `column:${table}.${column}`,
    text: { zh: `${title.zh}表缺少“${header}”列`, en: `the table ${title.en} has no column "${column}"` },
  };
}

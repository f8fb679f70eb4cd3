/** Small makers of findings, so that each condition states only what it sees. */
import type { Evidence, Finding, Missing } from '../model/appraisal.ts';
import type { Outcome } from '../model/outcome.ts';
import type { RowOrigin } from '../model/table.ts';
import type { TableId } from '../model/tables/index.ts';
import type { Text } from '../model/text.ts';

/** What a condition answers; the rule around it adds its id, title and article. */
export type Judgement = { readonly outcome: Outcome; readonly title?: Text } & Partial<
  Omit<Finding, 'outcome' | 'rule' | 'title' | 'article'>
>;

export const untitled: Text = { zh: '', en: '' };

export const findingOf = (
  { rule, title, article }: Pick<Finding, 'rule' | 'title' | 'article'>,
  judgement: Judgement,
): Finding => ({
  needed: null,
  observed: null,
  threshold: null,
  gap: null,
  parts: [],
  evidence: [],
  missing: [],
  notes: [],
  ...judgement,
  rule,
  title: title.zh === '' ? (judgement.title ?? title) : title,
  article,
});

export const evidence = (table: TableId, origin: RowOrigin, says: Text): Evidence => ({
  table,
  origin,
  says,
});

/** What the parts lack, each thing once. */
export const missingIn = (parts: readonly Finding[]): Missing[] => {
  const byKey = new Map<string, Missing>();
  for (const part of parts)
    if (part.outcome === 'unknown') for (const each of part.missing) byKey.set(each.key, each);
  return [...byKey.values()];
};

export const missingCell = (column: string, title: Text): Missing => ({
  key: `cell:${column}`,
  text: { zh: `“${title.zh}”未填`, en: `"${title.en}" is blank` },
});

export const missingColumn = (table: string, column: string, title: Text): Missing => ({
  key: `column:${table}.${column}`,
  text: { zh: `${title.zh}表缺少“${column}”列`, en: `the table ${title.en} has no column "${column}"` },
});

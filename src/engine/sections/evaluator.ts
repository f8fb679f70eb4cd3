/** What a section of any kind is worked out from, and small makers of its entries. */
import type { NotAppraised } from '../../model/appraisal.ts';
import { type Fact, madeFrom } from '../../model/fact.ts';
import type { Row } from '../../model/package.ts';
import type { SectionEntry, SectionFigure, SectionResult } from '../../model/section-result.ts';
import type { TableId } from '../../model/tables/index.ts';
import { same, type Text } from '../../model/text.ts';
import type { Branch, Context } from '../context.ts';

export interface SectionInput {
  /** The section's own. */
  readonly id: string;
  readonly branch: Branch;
  /** The managers whom the policy is about, by id. */
  readonly contexts: readonly Context[];
  /** Whom the policy is about too, but errors in their figures keep out. */
  readonly leftOut: readonly NotAppraised[];
}

/** A section's result; the id, kind, title and article come from its declaration. */
type Evaluated = Pick<SectionResult, 'subjects' | 'verdictTitle' | 'entries' | 'carried'>;

/** Works a section of one kind out. Pure. */
export type SectionEvaluator<Spec> = (spec: Spec, input: SectionInput) => Evaluated;

type Open = Partial<Omit<SectionEntry, 'subject' | 'name' | 'managerId'>> & Pick<SectionEntry, 'outcome'>;

const nothing = {
  ...{ verdict: null, verdictSteps: null },
  ...{ figures: [], findings: [], lines: [], missing: [], notes: [] },
} as const;

/** An entry about a manager. */
export const entryOf = ({ manager_id, name }: Row<'roster'>, entry: Open): SectionEntry => ({
  subject: manager_id,
  name: same(name),
  managerId: manager_id,
  ...nothing,
  ...entry,
});

/** An entry about a unit or a title. */
export const entryAbout = (subject: string, name: Text, entry: Open): SectionEntry => ({
  subject,
  name,
  managerId: null,
  ...nothing,
  ...entry,
});

export const figureOf = (
  id: string,
  title: Text,
  fact: Fact,
  more: Pick<SectionFigure, 'place' | 'shared'> = {},
): SectionFigure => ({ id, title, fact, ...more });

/** What is said of whatever a person must confirm. */
export const review: Text = { zh: '待有权部门认定', en: 'for review by a person' };

/** A grade or title, read off or worked out. */
export const gradeFigure = (id: string, title: Text, value: Text): SectionFigure =>
  figureOf(id, title, madeFrom(title, { kind: 'words', value }));

export { eachOnce } from '../finding.ts';

/** True when the package has the table, be it without a row. */
export const hasTable = (table: TableId, { package: { readings } }: Branch): boolean =>
  readings.some((reading) => reading.table === table);

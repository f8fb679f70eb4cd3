/** What a section of any kind is worked out from, and small makers of its entries. */
import type { Missing } from '../../model/appraisal.ts';
import type { Fact } from '../../model/fact.ts';
import type { Row } from '../../model/package.ts';
import type { Arithmetic, SectionEntry, SectionFigure, SectionResult } from '../../model/section-result.ts';
import { same, type Text } from '../../model/text.ts';
import type { Branch, Context } from '../context.ts';

export interface Scene {
  readonly branch: Branch;
  /** The managers whom the policy is about, by id. */
  readonly contexts: readonly Context[];
}

/** A section's answer; the id, kind, title and article come from its declaration. */
export type Answer = Pick<SectionResult, 'subjects' | 'verdictTitle' | 'entries'>;

/** Works a section of one kind out. Pure. */
export type Answerer<Spec> = (spec: Spec, scene: Scene) => Answer;

type Open = Partial<Omit<SectionEntry, 'subject' | 'name' | 'managerId'>> & Pick<SectionEntry, 'outcome'>;

const nothing = { verdict: null, figures: [], findings: [], lines: [], missing: [], notes: [] } as const;

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
  by: Arithmetic | null = null,
): SectionFigure => ({ id, title, fact, by });

/** What the figures lack, each thing once. */
export const eachOnce = (missing: readonly Missing[]): Missing[] => [
  ...new Map(missing.map((each) => [each.key, each])).values(),
];

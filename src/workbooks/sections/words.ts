/** The sections of a run one after the other, words for their verdicts, and the assumptions they rest on. */
import type { Appraisal } from '../../model/appraisal.ts';
import { type Fact, inFull, isSmall, type Quantity } from '../../model/fact.ts';
import type { GradeId, ParameterInForce } from '../../model/in-force.ts';
import type { Finding } from '../../model/judgement.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { SchemeAppraisal, SectionEntry, SectionResult } from '../../model/section-result.ts';
import { comma, join, same, semicolon, type Text } from '../../model/text.ts';
import type { Mark } from '../../spreadsheet/sheet.ts';
import { tabName } from '../../spreadsheet/tabs.ts';
import { inWords, outcomeMarks } from '../words.ts';

/** The name of a policy's sheet in a manager's workbook; the branch's lists link to it. */
export const schemeTab = ({ policy }: Pick<SchemeAppraisal, 'policy'>): Text => tabName(policy.title);

/** Where a section stands in the run. */
export interface SectionPlace {
  readonly scheme: number;
  readonly section: number;
}

export interface SectionOf {
  /** Unique in the run. */
  readonly key: string;
  readonly place: SectionPlace;
  readonly scheme: SchemeAppraisal;
  readonly section: SectionResult;
}

/** Every section of the run, policy by policy. */
export const sectionsOf = ({ schemes }: Appraisal): SectionOf[] =>
  schemes.flatMap((scheme, at) =>
    scheme.sections.map((section, index) => ({
      key: `scheme-${at + 1}-${index + 1}`,
      place: { scheme: at, section: index },
      scheme,
      section,
    })),
  );

/** All about a section but its entries. */
export type SectionHead = Omit<SectionResult, 'entries'>;

/** An entry, as a workbook shows it. */
export interface PlacedEntry {
  /** Unique in the manager's workbook. */
  readonly key: string;
  readonly place: SectionPlace;
  readonly scheme: Pick<SchemeAppraisal, 'policy'>;
  readonly section: SectionHead;
  readonly entry: SectionEntry;
}

/** Keyed by manager and made once, because every manager's workbook asks. */
const byManager = new WeakMap<Appraisal, ReadonlyMap<string | null, readonly PlacedEntry[]>>();

/** What the sections say of a manager; null: of units and titles. */
export function entriesAbout(appraisal: Appraisal, managerId: string | null): readonly PlacedEntry[] {
  const all = byManager.get(appraisal) ?? entriesByManager(appraisal);
  byManager.set(appraisal, all);
  return all.get(managerId) ?? [];
}

function entriesByManager(appraisal: Appraisal): ReadonlyMap<string | null, readonly PlacedEntry[]> {
  const found = new Map<string | null, PlacedEntry[]>();
  for (const of of sectionsOf(appraisal))
    for (const entry of of.section.entries) {
      const own = found.get(entry.managerId) ?? [];
      found.set(entry.managerId, own);
      own.push({ ...of, key: `${of.key}-${own.length + 1}`, entry });
    }
  return found;
}

/** Whether a verdict could be reached. */
export const stateMarks: Readonly<Record<Outcome, Mark>> = {
  ...outcomeMarks,
  met: { text: { zh: '已评定', en: 'judged' }, tone: 'good' },
};

/** The verdict, or why there is none. */
export const verdictOf = ({ verdict, outcome }: SectionEntry): Text =>
  verdict?.title ?? outcomeMarks[outcome].text;

export const verdictTone = ({ verdict, outcome }: SectionEntry): Mark['tone'] | undefined =>
  verdict === null ? outcomeMarks[outcome].tone : undefined;

/** The article in brackets, nothing where the source has no articles. */
export const articleIn = (article: string): Text =>
  article === '' ? same('') : { zh: `（条款 ${article}）`, en: ` (Art. ${article})` };

/** Amounts of some hundred yuan are no figures in units of 10,000. */
const parameterQuantity = (value: Quantity): Quantity => (isSmall(value) ? inFull(value) : value);

/** The title of a grade of the ladder, or of a rank of one of the sections. */
export function rankTitle({ policy, sections }: SchemeAppraisal, id: GradeId): Text {
  const ranked = sections.flatMap(({ entries }) => entries.flatMap(({ findings }) => findings));
  return (
    (policy.ladder.find((grade) => grade.id === id) ?? ranked.find(({ rule }) => rule === id))?.title ??
    same(id)
  );
}

export const assumptionMark: Mark = { text: { zh: '假设', en: 'assumption' }, tone: 'warn' };

const assumed: Text = {
  zh: '以下数值来源未给出，为本工具的假设，须由本行核定后方可采用：',
  en: 'The source does not give these values. They are the tool’s assumptions, to be settled by the bank:',
};

function assumptionText(scheme: SchemeAppraisal, { title, article, note, values }: ParameterInForce): Text {
  const each = values.map(({ grade, value }) =>
    join([grade === null ? '' : join([rankTitle(scheme, grade), ' ']), inWords(parameterQuantity(value))]),
  );
  return join([
    { zh: `· ${assumptionMark.text.zh}：`, en: `· ${assumptionMark.text.en}: ` },
    title,
    articleIn(article),
    { zh: ' = ', en: ' = ' },
    join(each, comma),
    ...(note === null ? [] : [semicolon, note]),
  ]);
}

/** What is not the source's of the policy, or of what one of its sections rests on, so that nobody takes it for that. */
export function assumptionTexts(scheme: SchemeAppraisal, section?: string): Text[] {
  const used = section === undefined ? null : new Set(scheme.restsOn[section]);
  const ours = scheme.policy.parameters.filter(
    ({ id, assumption }) => assumption && (used === null || used.has(id)),
  );
  return ours.length === 0 ? [] : [assumed, ...ours.map((each) => assumptionText(scheme, each))];
}

/** A finding with its yuan in full where none of them is large. */
export function findingInUnits(finding: Finding): Finding {
  const { observed, threshold } = finding;
  const quantities = [observed?.quantity, threshold?.quantity].flatMap((each) => each ?? []);
  const parts = finding.parts.map(findingInUnits);
  if (quantities.length === 0 || !quantities.every(isSmall)) return { ...finding, parts };
  const inUnit = (fact: Fact | null): Fact | null =>
    fact && { ...fact, quantity: fact.quantity && inFull(fact.quantity) };
  return {
    ...finding,
    observed: inUnit(observed),
    threshold: inUnit(threshold),
    parts,
  };
}

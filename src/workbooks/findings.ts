/** Reading trees of findings: what is shown as rows, what is missing, and how far it is to a threshold. */

import type { Quantity } from '../model/fact.ts';
import {
  comparisonOf,
  type Evidence,
  type Finding,
  gapOf,
  isComparison,
  isUpwards,
  type Missing,
  opposite,
} from '../model/judgement.ts';
import { minus, ratioNumber } from '../model/ratio.ts';
import { join, joined, type Text } from '../model/text.ts';
import { fold, within } from '../model/walk.ts';
import { groupWords } from '../model/words.ts';
import { inWan, numberOf, wanNumber } from '../spreadsheet/cells.ts';
import { capital, inWords, unitOf } from './words.ts';

interface Step {
  readonly finding: Finding;
  readonly depth: number;
  /** The part that is not to hold for the whole to hold. */
  readonly denied: boolean;
}

/** A finding and its parts, top down, each with its depth. */
export const steps = (finding: Finding): Step[] =>
  fold<Finding, Step[]>(finding, (each, parts, { path, denied }) => [
    { finding: each, depth: path.length, denied },
    ...parts.flat(),
  ]);

/** What is missing anywhere in the findings, each thing once. */
export function missingIn(findings: readonly Finding[]): Missing[] {
  const byKey = new Map<string, Missing>();
  for (const each of findings.flatMap(within)) for (const one of each.missing) byKey.set(one.key, one);
  return [...byKey.values()];
}

const isSameRow = (a: Evidence, b: Evidence): boolean =>
  a.origin.row === b.origin.row &&
  a.table === b.table &&
  a.origin.source.file === b.origin.source.file &&
  (a.origin.source.sheet ?? '') === (b.origin.source.sheet ?? '');

/** The source rows behind a finding, each with what it says once. */
export function evidenceOf(finding: Finding): Evidence[] {
  const once: Evidence[] = [];
  // By what they say, which hardly any two have in common: a text for each row and what it says would take longer to make.
  const saying = new Map<string, Evidence[]>();
  for (const part of within(finding))
    for (const each of part.evidence) {
      const alike = saying.get(each.says.zh);
      if (alike?.some((other) => isSameRow(other, each))) continue;
      if (alike === undefined) saying.set(each.says.zh, [each]);
      else alike.push(each);
      once.push(each);
    }
  return once;
}

export const isAmount = (
  quantity: Quantity | null | undefined,
): quantity is Extract<Quantity, { kind: 'amount' }> => quantity?.kind === 'amount';

/** A figure as the number its cell holds; null for words and for what is missing. */
export function cellNumber(quantity: Quantity | null | undefined): number | null {
  switch (quantity?.kind) {
    case 'amount':
      return inWan(quantity.unit) ? wanNumber(quantity.value) : numberOf(quantity.value);
    case 'decimal':
    case 'ratio':
      return ratioNumber(quantity.value);
    case 'count':
      return quantity.value;
    default:
      return null;
  }
}

/**
 * The parts of a finding that carry figures of their own: the total and the single customer, or the finding itself. What
 * is not to hold is no figure to reach.
 */
export const measured = (finding: Finding): Finding[] => {
  if (finding.by.kind === 'not') return [];
  const parts = finding.parts.filter((part) => part.observed !== null && part.threshold !== null);
  return finding.observed === null ? parts : [finding, ...parts];
};

/** The total's finding, where a rule looks at a total and at a single customer. */
export const mainFigure = (finding: Finding): Finding => measured(finding)[0] ?? finding;

/** `还差 8,200.00 万元`, `高出 1.00 %` */
function gapWords(finding: Finding, gap: Quantity): Text {
  const words = inWords(gap);
  return isUpwards(comparisonOf(finding) ?? 'at-least')
    ? { zh: `还差 ${words.zh}`, en: `${words.en} short` }
    : { zh: `高出 ${words.zh}`, en: `${words.en} too much` };
}

/** A rule by which a comparison is not to hold, as the one that is to hold instead; any other as it is. */
export function asDemanded(rule: Finding): Finding {
  const [part] = rule.parts;
  if (rule.by.kind !== 'not' || part === undefined || !isComparison(part.by) || part.parts.length > 0)
    return rule;
  const kind = opposite(part.by.kind);
  return kind === null
    ? rule
    : { ...rule, by: { kind }, observed: part.observed, threshold: part.threshold, parts: [] };
}

/** `存款还差 8,200.00 万元`, with every part that is missing; null where nothing can be said in figures. */
export function whatIsMissing(rule: Finding): Text | null {
  const finding = asDemanded(rule);
  if (finding.observed === null && (finding.by.kind === 'all' || finding.by.kind === 'any')) {
    const lacking = finding.parts.filter(({ outcome }) => outcome !== 'met' && outcome !== 'not-applicable');
    const says = lacking.flatMap((part) => whatIsMissing(named(part, finding)) ?? []);
    // Of parts that are all needed, some in figures would pass for all of them.
    if (says.length === 0 || (finding.by.kind === 'all' && says.length < lacking.length)) return null;
    return join(says, finding.by.kind === 'all' ? and : or);
  }
  const gaps = measured(finding).flatMap((part) => {
    const gap = gapOf(part);
    return gap !== null && (cellNumber(gap) ?? 0) > 0 ? [{ part, says: gapWords(part, gap) }] : [];
  });
  if (gaps.length === 0) return null;
  return joined(gaps, and, ({ part, says }) => {
    if (part === mainFigure(finding))
      return { zh: `${finding.title.zh}${says.zh}`, en: `${finding.title.en}: ${says.en}` };
    // Where only the single customer is short, it would not be clear whose.
    return gaps.length > 1
      ? { zh: `${part.title.zh}${says.zh}`, en: `${part.title.en}: ${says.en}` }
      : {
          zh: `${finding.title.zh}合计已达，${part.title.zh}${says.zh}`,
          en: `${finding.title.en}: total reached, ${part.title.en}: ${says.en}`,
        };
  });
}

const and: Text = { zh: '，且', en: ' and ' };
const or: Text = { zh: '，或', en: ' or ' };

/** A part that the policy gives no name goes by that of what it is a part of. */
const named = (part: Finding, whole: Finding): Finding =>
  part.title.zh === '' ? { ...part, title: whole.title } : part;

/** The word for a figure's unit: that of the observed, else of the threshold. */
export const unitOfFinding = (finding: Finding): Text =>
  unitOf(finding.observed?.quantity ?? finding.threshold?.quantity ?? null);

/** What a figure is above a line, negative below it; null where the two cannot be compared. */
export function above(seen: Quantity | null | undefined, line: Quantity | null | undefined): Quantity | null {
  if (seen?.kind === 'amount' && line?.kind === 'amount' && seen.unit === line.unit)
    return { ...seen, value: seen.value - line.value };
  if (seen?.kind === 'decimal' && line?.kind === 'decimal' && seen.unit === line.unit)
    return { ...seen, value: minus(seen.value, line.value) };
  if (seen?.kind === 'ratio' && line?.kind === 'ratio')
    return { kind: 'ratio', value: minus(seen.value, line.value) };
  if (seen?.kind === 'count' && line?.kind === 'count') return { ...line, value: seen.value - line.value };
  return null;
}

/** A finding's title at the beginning of a cell; a part that the policy gives no name goes by what it looks at. */
export const titleOf = ({ title, by, observed }: Finding): Text =>
  capital(title.zh === '' ? (groupWords[by.kind] ?? observed?.origin.title ?? title) : title);

/** What the ids in results are called, as the explanations beside them say: rules, grades, sections, figures, indicators. */

import type { Text } from '../model/text.ts';
import { within } from '../model/walk.ts';
import type { ResolvedExplanation, ResolvedFinding } from './explained.ts';

export interface Named {
  readonly title: Text;
  readonly article: string;
  /** What an indicator is counted in, where that is known. */
  readonly unit?: string;
}

type NamedThing = 'grade' | 'rule' | 'section' | 'figure' | 'indicator' | 'action';
export type Names = ReadonlyMap<string, Named>;

const keyOf = (thing: NamedThing, id: string): string => `${thing} ${id}`;

export const nameOf = (names: Names, thing: NamedThing, id: string): Named | undefined =>
  names.get(keyOf(thing, id));

export function namesIn(explanations: readonly ResolvedExplanation[]): Names {
  const names = new Map<string, Named>();
  const put = (
    thing: NamedThing,
    id: string | null,
    title: Text,
    article = '',
    unit: string | null = null,
  ): void => {
    const key = keyOf(thing, id ?? '');
    if (id !== null && !names.has(key)) names.set(key, { title, article, ...(unit !== null && { unit }) });
  };
  const putFindings = (findings: readonly ResolvedFinding[], thing: NamedThing): void => {
    for (const finding of findings)
      for (const each of within(finding))
        put(each === finding ? thing : 'rule', each.rule, each.title, each.article, unitIn(finding));
  };
  for (const { schemes } of explanations)
    for (const { sections } of schemes)
      for (const section of sections) {
        put('section', section.id, section.title, section.article, lineUnit(section.findings));
        for (const { id, title } of section.figures) put('figure', id, title);
        putFindings(section.findings, things[section.id] ?? 'rule');
        if (section.id === 'targets')
          for (const part of section.findings.flatMap(({ parts }) => parts))
            put('indicator', part.rule, part.title, '', unitIn(part));
      }
  return names;
}

/** What the line of a section of one rule is counted in. */
function lineUnit([only, ...others]: readonly ResolvedFinding[]): string | null {
  const quantity = others.length === 0 ? only?.threshold?.quantity : null;
  return quantity?.kind === 'amount' ? quantity.unit : null;
}

/** What the amounts of a quotient are counted in, as a completion is of an actual and a plan. */
function unitIn(finding: ResolvedFinding): string | null {
  for (const { observed } of within(finding)) {
    const origin = observed?.origin;
    const [quantity] = origin?.kind === 'calculation' ? origin.of.map((each) => each.quantity) : [];
    if (quantity?.kind === 'amount') return quantity.unit;
  }
  return null;
}

const things: Readonly<Record<string, NamedThing>> = {
  grades: 'grade',
  decisions: 'action',
};

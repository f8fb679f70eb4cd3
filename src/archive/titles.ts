/** What the ids in results are called, as the explanations beside them say: rules, grades, sections, figures, indicators. */
import type { Text } from '../model/text.ts';
import type { Explanation } from './explanation.ts';

export interface Named {
  readonly title: Text;
  readonly article: string;
}

type NamedThing = 'grade' | 'rule' | 'section' | 'figure' | 'indicator';
export type Names = ReadonlyMap<string, Named>;

const keyOf = (thing: NamedThing, id: string): string => `${thing} ${id}`;

export const nameOf = (names: Names, thing: NamedThing, id: string): Named | undefined =>
  names.get(keyOf(thing, id));

export function namesIn(explanations: readonly Explanation[]): Names {
  const names = new Map<string, Named>();
  const put = (thing: NamedThing, id: string | null, title: Text, article = ''): void => {
    const key = keyOf(thing, id ?? '');
    if (id !== null && !names.has(key)) names.set(key, { title, article });
  };
  for (const { grades, warnings, targets, findings, schemes } of explanations) {
    for (const { grade, title } of grades) put('grade', grade, title);
    for (const { rule, title, article } of warnings) put('rule', rule, title, article);
    for (const { indicator, title } of targets) put('indicator', indicator, title);
    for (const { rule, title, article } of findings) put('rule', rule, title, article);
    for (const { sections } of schemes)
      for (const section of sections) {
        put('section', section.id, section.title, section.article);
        for (const { id, title } of section.figures) put('figure', id, title);
      }
  }
  return names;
}

/** Which parameters a section of a policy rests on: those it names, and those that what it names rests on. */
import { conditionsOfGrades } from '../../model/policy/floor.ts';
import type { PolicyFile } from '../../model/policy.ts';

/** What may be referred to by its id, beside parameters. */
function declaredIn(file: PolicyFile): ReadonlyMap<string, unknown> {
  const { measures, figures, signs, sections, warnings } = file;
  const rules = [...conditionsOfGrades(file), ...warnings];
  return new Map<string, unknown>([
    ...Object.entries(measures),
    ...Object.entries(figures),
    ...Object.entries(signs),
    ...Object.entries(sections),
    ...rules.map((rule): [string, unknown] => [rule.rule, rule]),
  ]);
}

/** Every word that stands in a part of a policy, as a key or as a value. */
function* wordsIn(part: unknown): Generator<string> {
  if (typeof part === 'string') yield part;
  else if (typeof part === 'object' && part !== null)
    for (const [key, inner] of Object.entries(part)) {
      yield key;
      yield* wordsIn(inner);
    }
}

/** By section; a word that only happens to be an id counts as well. */
export function restsOn(file: PolicyFile): Readonly<Record<string, readonly string[]>> {
  const declared = declaredIn(file);
  const parametersOf = (part: unknown): string[] => {
    const seen = new Set<string>();
    const waiting = [part];
    while (waiting.length > 0)
      for (const word of wordsIn(waiting.pop())) {
        if (seen.has(word)) continue;
        seen.add(word);
        if (declared.has(word)) waiting.push(declared.get(word));
      }
    return Object.keys(file.parameters).filter((id) => seen.has(id));
  };
  return Object.fromEntries(Object.entries(file.sections).map(([id, spec]) => [id, parametersOf(spec)]));
}

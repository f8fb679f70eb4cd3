/** Kinds of event by the part that they play. */
import type { AdmonitionKinds } from '../model/admonitions.ts';
import type { EventRole } from '../model/policy/words.ts';

export function kindsWith(roles: Readonly<Record<string, string | null>>): AdmonitionKinds {
  const playing = (role: EventRole): string[] =>
    Object.entries(roles).flatMap(([kind, own]) => (own === role ? kind : []));
  return { begins: playing('admonition'), ends: playing('lift') };
}

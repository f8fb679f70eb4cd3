/** A manager's admonitions by the kinds of event that the policy has for them. */
import { type Admonition, admonitionsAmong } from '../model/admonitions.ts';
import type { Row } from '../model/package.ts';
import { kindsOf } from '../model/policy/declared-words.ts';
import type { PolicyFile } from '../model/policy.ts';

export { inForceOn } from '../model/admonitions.ts';

/** Oldest first. */
export const admonitionsOf = (
  events: readonly Row<'events'>[],
  months: number,
  policy: PolicyFile,
): Admonition<Row<'events'>>[] =>
  admonitionsAmong(events, months, { begins: kindsOf(policy, 'admonition'), ends: kindsOf(policy, 'lift') });

/**
 * The form of a policy file: measures, dated parameters, rules in the closed vocabulary of conditions, and the sections
 * that use them. Unknown keys are refused, and so are references to what the file does not declare. A policy holds
 * the sections its regulation has: with a ladder it grades managers; every other way of appraising is one of `sections`.
 */
import { z } from 'zod';
import { closingRules } from './closing.ts';
import { vocabulary } from './conditions/index.ts';
import { figures } from './figures/index.ts';
import { allowance } from './policy/allowance.ts';
import { faultsIn } from './policy/consistent.ts';
import { appraised, countedCustomers, unassigned } from './policy/customers.ts';
import { decisions } from './policy/decisions.ts';
import { floor } from './policy/floor.ts';
import { ladder } from './policy/ladder.ts';
import { measures } from './policy/measures.ts';
import { day, parameters } from './policy/parameters.ts';
import { signs } from './policy/signs.ts';
import { told } from './policy/told.ts';
import { warningLevels } from './policy/warning-levels.ts';
import { warnings } from './policy/warnings.ts';
import { words } from './policy/words.ts';
import { id, type Names, references } from './reference.ts';
import { section } from './sections/index.ts';
import { named, text } from './written.ts';

// A run reads one policy: to compile code for each part of its schema takes longer than to check the file without.
z.config({ jitless: true });

/** The schema of a policy file that declares these names. */
export function policySchema(names: Names) {
  const refs = references(names);
  const conditions = vocabulary(refs);
  const { ruled } = conditions;
  const form = z.strictObject({
    language: z
      .literal(2)
      .describe('The language that the file is written in; without it, the one before this.'),
    policy: id.describe("The policy's id: its results stand under it."),
    edition: z.string().describe('Which edition this is; an issued one is never edited.'),
    title: text,
    source: text.describe('Which document the policy is taken from.'),
    since: day
      .optional()
      .describe('From which day on the values of the parameters are in force that have no day of their own.'),
    ladder,
    parameters: parameters(refs),
    measures: measures(refs),
    figures: figures(refs).byId,
    signs: signs(refs),
    ...words,
    ...warningLevels(refs),
    appraised: appraised(refs),
    'counted-customers': countedCustomers(refs),
    targets: z
      .record(z.string(), refs.measure)
      .default({})
      .describe("Keyed by indicator: the measure whose whole-portfolio figure is the target's actual."),
    floor: floor(conditions),
    grades: z
      .array(ruled(named))
      .default([])
      .describe('The conditions of the grades: all that apply to a grade are required for it.'),
    warnings: warnings(refs, conditions),
    'watch-list': z
      .record(id, refs.sign)
      .default({})
      .describe("Keyed by the reason for which a credit item is watched, which goes by the sign's title."),
    unassigned: unassigned(refs),
    allowance: allowance(refs, names.grades),
    ...decisions(refs, conditions),
    ...told(refs),
    closing: closingRules.describe(
      'What people decide after a run, and what comes of it. One of its own names nothing that the policy does not declare.',
    ),
    sections: z
      .record(id, section(refs, conditions))
      .default({})
      .describe(
        'Further ways of appraising, each by its own kind, under an id of its own that is not one of `floor`, `grades`, `targets`, `warnings`, `watch-list`, `unassigned`, `allowance`, `decisions`; one may rest on those before it.',
      ),
  });
  return form.check(({ value: file, issues }) => {
    for (const { path, says } of faultsIn(file))
      issues.push({ code: 'custom', path: [...path], message: says.en, params: { says }, input: file });
  });
}

export type PolicyFile = z.infer<ReturnType<typeof policySchema>>;
export type DecisionSpec = PolicyFile['decisions'][number];

/** A policy file with where it came from: its bytes' hash stands in the manifest and the results. */
export interface Policy {
  readonly file: PolicyFile;
  /** The keys that it has itself: what else it holds is defaults.yaml's. */
  readonly ownKeys: ReadonlySet<string>;
  /** Its name in problems: `grade-regulation/policy.yaml` or the file's name. */
  readonly name: string;
  readonly sha256: string;
}

/** What a policy file declares: the names that its references may be of, and every part of it with its schema. */
import { z } from 'zod';
import { type PolicyFile, policySchema } from '../model/policy.ts';
import { type Names, noNames } from '../model/reference.ts';
import { type Visit, walk } from './walk.ts';

const ids = z.record(z.string(), z.unknown()).catch({}).transform(Object.keys);
const ruleIds = z
  .union([z.array(z.unknown()), z.unknown().transform((one) => [one])])
  .transform((rules) =>
    rules.flatMap((rule) => z.object({ rule: z.string() }).safeParse(rule).data?.rule ?? []),
  )
  .optional()
  .transform((rules) => rules ?? []);

/** What a section sets up beside the ladder's grades: its ranks, its levels, its titles, grades with places. */
const setUp = z
  .object({
    kind: z.string(),
    ranks: ids.optional(),
    levels: ids.optional(),
    titles: ids.optional(),
    grades: ids.optional(),
  })
  .catch({ kind: '' })
  .transform(({ kind, ranks = [], levels = [], titles = [], grades = [] }) => ({
    kind,
    steps: [...ranks, ...levels, ...titles, ...grades],
  }));

/** What the file declares, read leniently: references are checked against it while the schema checks the rest. */
const declared = z
  .object({
    parameters: ids,
    measures: ids,
    figures: ids,
    signs: ids,
    ladder: ids,
    'roster-grades': ids,
    floor: ruleIds,
    grades: ruleIds,
    warnings: ruleIds,
    sections: z.record(z.string(), setUp).catch({}),
    'warning-levels': ids,
    'warning-lists': ids,
    'event-kinds': ids,
    'activity-kinds': ids,
    'review-ratings': ids,
  })
  .transform(({ ladder, floor, grades, warnings, sections, ...same }) => ({
    parameters: same.parameters,
    measures: same.measures,
    figures: same.figures,
    signs: same.signs,
    warningLevels: same['warning-levels'],
    warningLists: same['warning-lists'],
    eventKinds: same['event-kinds'],
    activityKinds: same['activity-kinds'],
    ratings: same['review-ratings'],
    sections: Object.keys(sections),
    levels: Object.entries(sections).flatMap(([section, { kind }]) => (kind === 'level' ? section : [])),
    grades: [...ladder, ...same['roster-grades'], ...Object.values(sections).flatMap(({ steps }) => steps)],
    rules: [...floor, ...grades, ...warnings],
  }));

const namesIn = (value: unknown): Names => declared.safeParse(value).data ?? noNames;

let last: { readonly names: string; readonly schema: ReturnType<typeof policySchema> } | undefined;
/** The schema of what declares these names; making one takes longer than reading a policy by it, so the last is kept. */
export function schemaOf(value: unknown): ReturnType<typeof policySchema> {
  const declaring = namesIn(value);
  const names = JSON.stringify(declaring);
  if (last?.names !== names) last = { names, schema: policySchema(declaring) };
  return last.schema;
}

const visited = new WeakMap<PolicyFile, readonly Visit[]>();
/** Every part of a policy with what its schema declares it as. */
export function visitsOf(file: PolicyFile): readonly Visit[] {
  const visits = visited.get(file) ?? [...walk(schemaOf(file), file)];
  visited.set(file, visits);
  return visits;
}

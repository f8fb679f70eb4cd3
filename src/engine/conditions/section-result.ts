/** What an earlier section came to for the manager. */
import type { Fact } from '../../model/fact.ts';
import { metIf } from '../../model/outcome.ts';
import { verdictsOf } from '../../model/sections/verdicts.ts';
import { missingSection } from '../figures/section.ts';
import { outOfScope } from '../finding.ts';
import type { Evaluator } from './evaluator.ts';

export const sectionResult: Evaluator<'section-result'> = ({ section, is }, context) => {
  const { sections, manager, branch } = context;
  const result = sections.get(section);
  const entry = result?.entries.find(({ subject }) => subject === manager.manager_id);
  if (entry?.outcome === 'not-applicable') return outOfScope;
  const spec = branch.policy.sections[section];
  const asked = (spec ? verdictsOf(spec) : []).filter(({ id }) => is.includes(id));
  const verdict = entry?.verdict ?? null;
  const title = result?.verdictTitle ?? missingSection(section, branch.policy).text;
  const observed: Fact = {
    quantity: verdict && { kind: 'words', value: verdict.title },
    origin: { kind: 'calculation', title, how: { from: [] } },
  };
  const shared = { title, by: { kind: 'one-of', of: asked.map((each) => each.title) }, observed } as const;
  return verdict === null
    ? { ...shared, outcome: 'unknown', missing: entry?.missing ?? [missingSection(section, branch.policy)] }
    : { ...shared, outcome: metIf(is.includes(verdict.id)) };
};

/** The sections of one policy, in the policy's order: each may rest on those before it. */
import type { NotAppraised, Portfolio } from '../model/appraisal.ts';
import type { Row } from '../model/package.ts';
import type { Policy } from '../model/policy.ts';
import type { SchemeAppraisal, SectionResult } from '../model/section-result.ts';
import type { Branch, Context, Field } from './context.ts';
import { policyInForce } from './in-force.ts';
import { initialContext } from './manager.ts';
import { leftOutOf } from './ranked.ts';
import { evaluateSection } from './sections/index.ts';
import { restsOn } from './sections/rests-on.ts';

interface Scheme {
  readonly policy: Policy;
  readonly branch: Branch;
  /** Whom the policy is about, by id. */
  readonly roster: readonly Row<'roster'>[];
  readonly leftOut: readonly NotAppraised[];
}

export function schemeOf(of: Scheme, bookOf: (manager: string) => Portfolio): SchemeAppraisal {
  const { policy, branch, leftOut } = of;
  const declared = Object.entries(policy.file.sections);
  const sections = new Map<string, SectionResult>();
  const { contexts } = declared.length === 0 ? { contexts: [] } : fieldOf(of, sections, bookOf)();
  for (const [id, spec] of declared)
    if (spec.stage === undefined || spec.stage === branch.stage)
      sections.set(id, evaluateSection(spec, { id, branch, contexts, leftOut }));
  return {
    policy: policyInForce(policy, branch),
    restsOn: restsOn(policy.file),
    sections: [...sections.values()],
  };
}

/** All whom a policy appraises, made when the first rule asks for a rank among them. */
export function fieldOf(
  { branch, roster, leftOut }: Omit<Scheme, 'policy'>,
  sections: Context['sections'],
  bookOf: (manager: string) => Portfolio,
): Context['field'] {
  let known: Field | null = null;
  const field = (): Field => {
    known ??= {
      contexts: roster.map((manager) =>
        initialContext(manager, bookOf(manager.manager_id), branch, sections, field),
      ),
      leftOut: leftOutOf(leftOut, branch),
    };
    return known;
  };
  return field;
}

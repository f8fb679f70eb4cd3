/** What of the closing rules a policy has: those whose levels, lists, kinds of event, statuses and actions it declares. */
import type { ClosingRules } from '../model/closing.ts';
import type { ClosingInForce } from '../model/in-force.ts';
import { conditionsOfGrades } from '../model/policy/floor.ts';
import type { EventRole } from '../model/policy/words.ts';
import type { AnyColumn } from '../model/table.ts';
import { tables } from '../model/tables/index.ts';
import type { Text } from '../model/text.ts';
import { type Branch, gradesCalled } from './context.ts';

type Entries<T> = Readonly<Record<string, T>>;

const keep = <T>(entries: Entries<T>, isKept: (value: T, key: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(entries).filter(([key, value]) => isKept(value, key)));

export function closingOf({ policy, parameters }: Branch): ClosingInForce {
  const rules = rulesOf(policy);
  const months = (parameter: string | undefined): number | null =>
    parameter !== undefined && parameters.has(parameter) ? parameters.count(parameter) : null;
  const ofTrainees = Object.entries(rules.traineeship?.months ?? {}).flatMap(([type, parameter]) => {
    const found = months(parameter);
    return found === null ? [] : [[type, found] as const];
  });
  const actions = new Map(proposedIn(policy).map(({ action, title }) => [action, title]));
  for (const [action, { title }] of Object.entries(rules.appointments?.actions ?? {}))
    if (title !== undefined) actions.set(action, title);
  return {
    rules,
    actions: [...actions]
      .filter(([action]) => rules.appointments?.actions[action] !== undefined)
      .map(([id, text]) => ({ id, text })),
    rosterGrades: Object.entries({ ...policy['roster-grades'], ...policy.ladder }).map(([id, { title }]) => ({
      ...{ id, text: title },
    })),
    proposing: proposingIn(policy, parameters),
    roles: Object.fromEntries(
      Object.entries(policy['event-kinds']).flatMap(([kind, { role }]): [string, EventRole][] =>
        role === undefined ? [] : [[kind, role]],
      ),
    ),
    months: months(rules.lifting?.months),
    traineeMonths: Object.fromEntries(ofTrainees),
    tenures: tenuresOf(policy, parameters),
    exams: conditionsOfGrades(policy).flatMap((rule) =>
      rule.recorded !== undefined && isExam(rule.recorded.column) ? [rule.recorded.column] : [],
    ),
  };
}

/** The first section that proposes, of a policy that does not decide over a ladder. */
const sectionIn = ({ decisions, sections }: Branch['policy']) =>
  decisions.length > 0
    ? undefined
    : Object.entries(sections).flatMap(([id, spec]) => (spec.kind === 'proposals' ? [{ id, spec }] : []))[0];

const proposedIn = (policy: Branch['policy']): readonly { readonly action: string; readonly title: Text }[] =>
  sectionIn(policy)?.spec.decisions ?? policy.decisions;

function proposingIn(
  policy: Branch['policy'],
  parameters: Branch['parameters'],
): ClosingInForce['proposing'] {
  const section = sectionIn(policy);
  if (section === undefined) return null;
  const { titles, 'roster-words': held } = section.spec;
  return {
    section: section.id,
    titles: Object.entries(titles).map(([id, { title, approval }]) => ({
      ...{ id, text: title, approval },
      grades: parameters.has(held, id) ? gradesCalled(parameters.words(held, id), policy) : [],
    })),
  };
}

/** Whatever grade asks for them. */
function tenuresOf(policy: Branch['policy'], parameters: Branch['parameters']): ClosingInForce['tenures'] {
  const asked = conditionsOfGrades(policy).flatMap((rule) => {
    if (rule.tenure === undefined) return [];
    const { since, 'at-least': least } = rule.tenure;
    return (rule['for-grades'] ?? Object.keys(policy.ladder)).map((grade) => ({
      ...{ title: rule.title, since, years: parameters.count(least, grade) },
    }));
  });
  return [...new Map(asked.map((each) => [`${each.since} ${each.years}`, each])).values()];
}

/** Whether a column of the roster says that somebody passed, or did not. */
function isExam(name: string): boolean {
  const columns: Readonly<Record<string, AnyColumn>> = tables.roster.columns;
  const column = columns[name];
  return column?.kind === 'choice' && column.choices.some(({ id }) => id === 'passed');
}

function rulesOf(policy: Branch['policy']): ClosingRules {
  const { warnings, lifting, appointments, liability, traineeship, letters } = policy.closing;
  const isKnown = ({ records, leaves }: { records?: string | undefined; leaves?: string | undefined }) =>
    (records === undefined || policy['event-kinds'][records] !== undefined) &&
    (leaves === undefined || policy.statuses[leaves] !== undefined);
  const levels = (named: readonly string[]) => named.filter((level) => policy['warning-levels'][level]);
  const isAppointing = proposedIn(policy).length > 0;
  return {
    warnings: {
      ...warnings,
      levels: levels(warnings.levels),
      measures: keep(warnings.measures, (each) => isKnown(each)),
    },
    lifting,
    ...(appointments && isAppointing
      ? { appointments: { ...appointments, actions: keep(appointments.actions, (each) => isKnown(each)) } }
      : {}),
    ...(liability ? { liability: { ...liability, levels: levels(liability.levels) } } : {}),
    traineeship,
    letters,
  };
}

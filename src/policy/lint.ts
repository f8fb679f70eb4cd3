/** Checks of a policy beyond its form: what could never come out right, and what is there for nothing. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Policy } from '../model/policy.ts';
import { classes } from './checks/classes.ts';
import { closing } from './checks/closing.ts';
import { columns } from './checks/columns.ts';
import { decisions } from './checks/decisions.ts';
import { articles, ruleIds, unused } from './checks/declared.ts';
import { gradesWithoutValue, tooManyNeeded } from './checks/grades.ts';
import type { Check } from './checks/looking.ts';
import { order } from './checks/order.ts';
import { outcomes } from './checks/outcomes.ts';
import { byGrade, choices, shapes } from './checks/shapes.ts';
import { steps } from './checks/steps.ts';
import { units } from './checks/units.ts';
import { values } from './checks/values.ts';
import type { PlaceOf } from './place.ts';
import { usesOf } from './references.ts';
import { rulesOf } from './rules.ts';
import type { Spelling } from './spelling.ts';
import type { Visit } from './walk.ts';

const checks: readonly Check[] = [
  values,
  byGrade,
  shapes,
  choices,
  gradesWithoutValue,
  tooManyNeeded,
  unused,
  articles,
  ruleIds,
  outcomes,
  order,
  steps,
  units,
  columns,
  classes,
  closing,
  decisions,
];

/** Everything to be said about a policy whose form is right; `visits` are its parts. */
export function lintPolicy(
  { file, ownKeys }: Pick<Policy, 'file' | 'ownKeys'>,
  visits: readonly Visit[],
  placeOf: PlaceOf,
  spelling: Spelling,
): Diagnostic[] {
  const rules = rulesOf(file, visits);
  const looking = { file, ownKeys, placeOf, spelling, visits, rules, uses: usesOf(file, visits, rules) };
  return checks.flatMap((check) => check(looking)).map((each) => spelling.diagnostic(each));
}

/** What every check of a policy looks at: the file, and what stands where in it. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Policy, PolicyFile } from '../../model/policy.ts';
import type { Path, PlaceOf } from '../place.ts';
import type { Use } from '../references.ts';
import { type PlacedRule, ruleAround } from '../rules.ts';
import type { Spelling } from '../spelling.ts';
import type { Visit } from '../walk.ts';

interface Looking {
  readonly file: PolicyFile;
  readonly ownKeys: Policy['ownKeys'];
  readonly placeOf: PlaceOf;
  readonly spelling: Spelling;
  readonly visits: readonly Visit[];
  readonly rules: readonly PlacedRule[];
  readonly uses: readonly Use[];
}

export type Check = (looking: Looking) => Diagnostic[];

/** The id of the innermost named rule around a place. */
export const nameOf = ({ rules }: Pick<Looking, 'rules'>, path: Path): string =>
  ruleAround(
    rules.filter(({ rule }) => rule.rule !== undefined),
    path,
  )?.rule.rule ?? path.join('.');

/** The floor line of the grade held, as an entry: kept, or crossed. */
import type { Finding } from '../../model/judgement.ts';
import type { Row } from '../../model/package.ts';
import type { SectionEntry } from '../../model/section-result.ts';
import { outcomeWords } from '../../model/words.ts';
import { entryOf } from './evaluator.ts';

export const floorVerdicts = (['met', 'unmet'] as const).map((id) => ({ id, title: outcomeWords[id] }));

export function floorEntry(manager: Row<'roster'>, floor: Finding): SectionEntry {
  const verdict = floorVerdicts.find(({ id }) => id === floor.outcome) ?? null;
  return entryOf(manager, {
    outcome: verdict === null ? floor.outcome : 'met',
    verdict,
    findings: [floor],
    missing: floor.missing,
  });
}

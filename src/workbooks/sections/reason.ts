/** Why an entry has its verdict, in a line: which rules are not met, and by how much. */
import type { Finding } from '../../model/judgement.ts';
import type { SectionEntry, SectionResult } from '../../model/section-result.ts';
import { join, semicolon, type Text } from '../../model/text.ts';
import { whatIsMissing } from '../findings.ts';
import { findingInUnits } from './words.ts';

/**
 * Of kinds of section whose findings are rules to meet: every one that is not met, or only the line next above the one
 * reached. Other kinds' findings are conditions, candidates or rows that were considered.
 */
const told: Partial<Record<SectionResult['kind'], 'every' | 'next'>> = {
  duties: 'every',
  pay: 'every',
  ranks: 'next',
  scorecard: 'next',
};

const most = 3;

const shortOf = (finding: Finding): Text =>
  whatIsMissing(findingInUnits(finding)) ?? {
    zh: `未符合“${finding.title.zh}”`,
    en: `not met: ${finding.title.en}`,
  };

/** Empty where every rule is met, or the kind of section has none. */
export function reasonOf({ kind }: Pick<SectionResult, 'kind'>, { findings }: SectionEntry): Text {
  const which = told[kind];
  const unmet = which === undefined ? [] : findings.filter(({ outcome }) => outcome === 'unmet');
  const shown = which === 'next' ? unmet.slice(-1) : unmet.slice(0, most);
  const rest = which === 'every' ? unmet.length - shown.length : 0;
  return join(
    [...shown.map(shortOf), ...(rest > 0 ? [{ zh: `另 ${rest} 项`, en: `${rest} more` }] : [])],
    semicolon,
  );
}

/** Holds every judgement of an appraisal against how it says that it was reached. */
import type { Appraisal } from '../../../src/model/appraisal.ts';
import { type Finding, follows } from '../../../src/model/judgement.ts';

const within = (finding: Finding): Finding[] => [finding, ...finding.parts.flatMap(within)];

/** Every finding, wherever it stands. */
export const allFindings = ({ sections }: Appraisal): Finding[] =>
  sections.flatMap(({ entries }) => entries.flatMap(({ findings }) => findings)).flatMap(within);

/** The findings whose outcome does not follow from their own reason. */
export const unfollowed = (appraisal: Appraisal): string[] =>
  allFindings(appraisal).flatMap((finding) => {
    const follow = follows(finding);
    return follow === null || follow === finding.outcome
      ? []
      : [`${finding.rule} ${finding.title.en}: ${finding.outcome}, but by ${finding.by.kind} ${follow}`];
  });

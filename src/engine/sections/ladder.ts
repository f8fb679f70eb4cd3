/**
 * The sections that a policy's own keys declare (floor, grades, targets, warnings, allowance, decisions and the lists), in
 * this order before what stands under its `sections`.
 */
import type { Appraisal } from '../../model/appraisal.ts';
import type { LadderEntries } from '../../model/entries.ts';
import type { PolicyFile } from '../../model/policy.ts';
import type { PolicySection } from '../../model/section-result.ts';
import type { Verdict } from '../../model/sections/verdicts.ts';
import { none } from '../../model/text.ts';
import { floorVerdicts } from './floor.ts';
import { unassignedSection, watchListSection } from './lists.ts';
import { noWarning } from './warnings.ts';

/** What the sections are made from: the rest of an appraisal. */
export type Appraised = Omit<Appraisal, 'sections'>;

type Head = Pick<PolicySection, 'title'> & Partial<Pick<PolicySection, 'verdictTitle' | 'verdicts' | 'of'>>;

const idAndTitle = ({ id, title }: Verdict): Verdict => ({ id, title });

/** Those that the policy declares and that speak at this stage. */
export function ladderSections(appraised: Appraised, file: PolicyFile): PolicySection[] {
  const { managers, policy } = appraised;
  const own = (id: keyof LadderEntries, article: string | undefined, head: Head): PolicySection[] => {
    const entries = managers.flatMap((manager) => manager.entries[id] ?? []);
    const { title, ...more } = head;
    return entries.length === 0
      ? []
      : [
          {
            ...{ id, policy: policy.id, kind: kinds[id], title, article: article ?? '' },
            ...{ subjects: 'managers', verdictTitle: title, verdicts: [], ...more, entries },
          },
        ];
  };
  const ranked = policy.ladder.filter(({ trainee }) => !trainee).map(idAndTitle);
  return [
    ...own('floor', file.floor?.article, { title: file.floor?.title ?? none, verdicts: floorVerdicts }),
    ...own('grades', '', { ...heads.grades, verdicts: [...ranked, { id: 'none', title: none }] }),
    ...own('targets', '', heads.targets),
    ...own('warnings', '', {
      ...heads.warnings,
      verdicts: [...policy.warningLevels.toReversed().map(idAndTitle), noWarning],
    }),
    ...(Object.keys(file['watch-list']).length > 0 ? [watchListSection(appraised)] : []),
    ...(file.unassigned ? [unassignedSection(appraised, file.unassigned.article)] : []),
    ...own('allowance', file.allowance?.article, heads.allowance),
    ...own('decisions', '', heads.decisions),
  ];
}

/** Two of them are of kinds that a policy may declare under `sections` too. */
const kinds = {
  floor: 'floor',
  grades: 'grades',
  targets: 'plan',
  warnings: 'warnings',
  allowance: 'allowance',
  decisions: 'proposals',
} as const satisfies Record<keyof LadderEntries, PolicySection['kind']>;

const heads = {
  grades: {
    title: { zh: '等级测算', en: 'Grades' },
    verdictTitle: { zh: '测算等级', en: 'Qualified grade' },
  },
  targets: { title: { zh: '计划完成', en: 'Targets' } },
  warnings: {
    title: { zh: '预警', en: 'Warnings' },
    verdictTitle: { zh: '最重预警', en: 'Gravest warning' },
    of: 'conditions',
  },
  allowance: { title: { zh: '津贴', en: 'Allowance' } },
  decisions: { title: { zh: '聘任建议', en: 'Proposal' }, of: 'conditions' },
} as const satisfies Record<string, Head>;

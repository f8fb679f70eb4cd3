/** What the sheets of a simulation share: how each opens, and the words for grades and directions. */
import type { Direction, Simulation, Standing } from '../../model/simulation.ts';
import { gradeCountedWord } from '../../model/statements/grade.ts';
import { join, none, same, type Text } from '../../model/text.ts';
import type { Block, Mark, Sheet } from '../../spreadsheet/sheet.ts';
import { listSheetUnder } from '../list-sheet.ts';
import { quarterWords, stageWords } from '../words.ts';

export type SimulationSheet = (simulation: Simulation) => Sheet;

/** `grade-regulation 2026.1 (1a2b3c4d)`: two policies may share id and edition, never the hash. */
export const policyName = ({ id, edition, sha256 }: Simulation['before']): string =>
  `${id} ${edition} (${sha256.slice(0, 8)})`;

export const opening = (title: Text, simulation: Simulation, ...more: readonly Text[]): Block => ({
  kind: 'title',
  text: title,
  lines: [
    join([quarterWords(simulation.period), stageWords[simulation.stage]], ' · '),
    {
      zh: `原制度 ${policyName(simulation.before)} → 新制度 ${policyName(simulation.after)}`,
      en: `before ${policyName(simulation.before)} → after ${policyName(simulation.after)}`,
    },
    ...more,
  ],
});

export const listSheet = listSheetUnder(opening);

export const notAppraised: Text = { zh: '不考核', en: 'not appraised' };

/** The title of a grade of either policy, or of a rank of its sections. */
export function titleOf({ after, before, sections }: Simulation, grade: string | null): Text {
  if (grade === null) return none;
  const ranked = sections.flatMap(({ verdicts }) => verdicts);
  return [...after.ladder, ...before.ladder, ...ranked].find(({ id }) => id === grade)?.title ?? same(grade);
}

/** Where someone stands, in a word. */
export const standingWord = (simulation: Simulation, standing: Standing | null): Text =>
  standing === null ? notAppraised : gradeCountedWord(standing, (grade) => titleOf(simulation, grade));

export const directions: Readonly<Record<Direction, Mark>> = {
  up: { text: { zh: '上升', en: 'up' }, tone: 'good' },
  down: { text: { zh: '下降', en: 'down' }, tone: 'bad' },
  same: { text: { zh: '不变', en: 'same' }, tone: 'muted' },
  in: { text: { zh: '新纳入考核', en: 'newly appraised' }, tone: 'warn' },
  out: { text: { zh: '不再考核', en: 'no longer appraised' }, tone: 'warn' },
};

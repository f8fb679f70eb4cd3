/** The result in words: what happens to the person, the warnings and the grade, what the rules remark, and where the deposits stand against the floor. */

import { decisionOf, floorOf, gradedOf, gradesOf, warningsOf } from '../../../model/entries.ts';
import { conclusion } from '../../../model/statements/conclusion.ts';
import { join, semicolon, type Text } from '../../../model/text.ts';
import { within } from '../../../model/walk.ts';
import type { Block } from '../../../spreadsheet/sheet.ts';
import { capital, gradeTitle, inWordsBeside } from '../../words.ts';
import type { ManagerView } from '../view.ts';
import type { Room } from './room.ts';

/** What happens to the person, the warnings, the grade. */
function verdict({ appraised, appraisal, about }: ManagerView): Text {
  const { manager } = appraised;
  const { ladder, warningLevels: levels } = appraisal.policy;
  const ownGrade = ladder.find((grade) => grade.id === manager.grade);
  const traineeship = gradesOf(appraised).find(({ grade }) => ownGrade?.trainee && grade === manager.grade);
  return conclusion({
    proposal: decisionOf(appraised),
    warnings: about.has('warnings') ? warningsOf(appraised) : null,
    levels,
    grade: about.has('grades')
      ? { ...gradedOf(appraised), held: manager.grade, traineeship: traineeship?.outcome ?? null }
      : null,
    ladder: ladder.map((grade) => grade.id),
    titleOf: (grade) => gradeTitle(appraisal, grade),
  });
}

/** What the rules remark, each with its rule: `当年未发生欠息——2026Q2 已发生：…` */
function remarks({ appraised }: ManagerView): Text | null {
  const said = new Map<string, Text>();
  for (const { title, notes } of gradesOf(appraised).flatMap(({ rules }) => rules.flatMap(within)))
    for (const note of notes)
      said.set(`${title.zh} ${note.zh}`, {
        zh: `${title.zh}——${note.zh}`,
        en: `${capital(title).en}: ${note.en}`,
      });
  if (said.size === 0) return null;
  return join([
    { zh: '备注：', en: 'Remarks: ' },
    join([...said.values()], semicolon),
    { zh: '。', en: '.' },
  ]);
}

/** Where the deposits stand against the floor, in figures. */
function floorWords({ appraised }: ManagerView): Text | null {
  const floor = floorOf(appraised);
  const [seen, bound] = [floor?.observed?.quantity, floor?.threshold?.quantity];
  // Where it is met it stands among the lines not crossed.
  if (!floor || !seen || !bound || floor.outcome === 'met') return null;
  const [has, wants] = inWordsBeside(seen, bound);
  const { article } = floor;
  const { zh, en } = floor.title;
  return {
    zh: `${zh}（${article}）：实际 ${has.zh}，标准 ${wants.zh}。`,
    en: `${en} (${article}): ${has.en} against ${wants.en}.`,
  };
}

const said = (...texts: readonly (Text | null)[]): Block[] =>
  texts.flatMap((text) => (text === null || text.zh === '' ? [] : [{ kind: 'text', text }]));

export function verdictBlocks(view: ManagerView): (room: Room) => Block[] {
  const [happens, remarked, floor] = [verdict(view), remarks(view), floorWords(view)];
  return ({ words }) => said(happens, words ? remarked : null, floor);
}

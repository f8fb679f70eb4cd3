/** The result in words: the grade in a sentence, what the rules remark, and where the deposits stand against the floor. */
import { join, same, semicolon, type Text } from '../../../model/text.ts';
import type { Block } from '../../../spreadsheet/sheet.ts';
import { within } from '../../findings.ts';
import { hasLadder } from '../../has.ts';
import { capital, gradeTitle, inWords, outcomeMarks } from '../../words.ts';
import type { ManagerView } from '../view.ts';

/** The result in one sentence or two. */
function verdict({ appraised, appraisal }: ManagerView): Text {
  const { manager, qualifiedGrade, possibleGrade } = appraised;
  const title = (grade: string | null) => gradeTitle(appraisal, grade);
  const ids = appraisal.policy.ladder.map((grade) => grade.id);
  const [held, qualified] = [
    ids.indexOf(manager.grade),
    qualifiedGrade === null ? ids.length : ids.indexOf(qualifiedGrade),
  ];
  const first: Text =
    qualifiedGrade === null
      ? { zh: '目前不符合任何正式等级的全部条件', en: 'No grade’s conditions are all met' }
      : {
          zh: `目前符合${title(qualifiedGrade).zh}的全部条件`,
          en: `All conditions of ${title(qualifiedGrade).en} are met`,
        };
  const ownGrade = appraisal.policy.ladder.find((grade) => grade.id === manager.grade);
  const traineeship = appraised.grades.find(({ grade }) => ownGrade?.trainee && grade === manager.grade);
  const compared: Text =
    // A trainee's grade is no rank to fall short of: it has conditions of its own.
    traineeship !== undefined
      ? {
          zh: `；${title(manager.grade).zh}的条件${outcomeMarks[traineeship.outcome].text.zh}`,
          en: `; the conditions of ${title(manager.grade).en}: ${outcomeMarks[traineeship.outcome].text.en}`,
        }
      : qualified < held
        ? { zh: '，高于现聘等级', en: ', above the grade held' }
        : qualified === held
          ? { zh: '，与现聘等级相同', en: ', the grade held' }
          : { zh: '，低于现聘等级', en: ', below the grade held' };
  const maybe: Text =
    possibleGrade === null || possibleGrade === qualifiedGrade
      ? same('')
      : {
          zh: `；无法判断的事项若均符合，可达${title(possibleGrade).zh}`,
          en: `; if what is unknown turned out well: ${title(possibleGrade).en}`,
        };
  return join([first, compared, maybe, { zh: '。', en: '.' }]);
}

/** What the rules remark, each with its rule: `当年未发生欠息——2026Q2 已发生：…` */
function remarks({ appraised }: ManagerView): Text | null {
  const said = new Map<string, Text>();
  for (const { title, notes } of appraised.grades.flatMap(({ rules }) => rules.flatMap(within)))
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
  const { observed, threshold } = appraised.floor;
  const [seen, bound] = [observed?.quantity ?? null, threshold?.quantity ?? null];
  // Where it is met it stands among the lines not crossed.
  if (seen === null || bound === null || appraised.floor.outcome === 'met') return null;
  const [has, wants] = [inWords(seen, bound), inWords(bound)];
  const article = appraised.floor.article;
  return {
    zh: `在岗最低及格线（${article}）：实际 ${has.zh}，标准 ${wants.zh}。`,
    en: `Floor line (${article}): ${has.en} against ${wants.en}.`,
  };
}

export const verdictBlocks = (view: ManagerView): Block[] =>
  [hasLadder(view) ? verdict(view) : null, remarks(view), floorWords(view)].flatMap((text) =>
    text === null ? [] : [{ kind: 'text', text }],
  );

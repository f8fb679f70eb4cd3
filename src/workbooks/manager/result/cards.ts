/** What is seen from afar: a few figures under their captions, those that the policies of the run speak of. */

import {
  allowanceOf,
  decisionOf,
  floorOf,
  type GradeAssessment,
  gradedOf,
  gradesOf,
  warningsOf,
} from '../../../model/entries.ts';
import { isNought } from '../../../model/fact.ts';
import { numberIn } from '../../../model/judgement.ts';
import { averageTitled } from '../../../model/statements/averaged.ts';
import { atLeast, cannotBeJudged, gradeKnown } from '../../../model/statements/grade.ts';
import { warningTally, warningTone } from '../../../model/statements/warnings.ts';
import { none, same, type Text } from '../../../model/text.ts';
import { marked, words } from '../../../spreadsheet/cells.ts';
import { form, label, over } from '../../../spreadsheet/form.ts';
import { type Block, type Cell, type Formula, formula } from '../../../spreadsheet/sheet.ts';
import { allowanceCell } from '../../allowance-cell.ts';
import { completionCell } from '../../completion.ts';
import { verdictOf, verdictTone } from '../../sections/words.ts';
import { about, hasOwnPlan } from '../../subjects.ts';
import { gradeTitle, outcomeMarks, qualifiedWord, warningMarks } from '../../words.ts';
import { completionFormula } from '../completions.ts';
import { verdictAnchor } from '../scheme/verdict.ts';
import { type ManagerView, qualifiedAnchor } from '../view.ts';
import { openQuestions } from './open.ts';

interface Card {
  readonly caption: Text | ((view: ManagerView) => Text);
  readonly cell: (view: ManagerView) => Cell;
  readonly when?: (view: ManagerView) => boolean;
}

/** The first grade from above that is met, or that may be. The grades' names are read from their cells. */
function highestFormula(
  { appraised, appraisal, derivation }: ManagerView,
  grade: string | null,
  which: 'qualified' | 'possible',
): Formula | undefined {
  const trainee = new Set(appraisal.policy.ladder.filter((each) => each.trainee).map(({ id }) => id));
  const ranked = gradesOf(appraised).filter((each) => !trainee.has(each.grade));
  const holds = ({ outcome }: GradeAssessment) =>
    which === 'qualified' ? outcome === 'met' : outcome !== 'unmet';
  if ((ranked.find(holds)?.grade ?? null) !== grade) return undefined;
  const names = ranked.flatMap((each) => derivation.ofGrade(each.grade)?.name ?? []);
  const asked =
    which === 'qualified' ? formula`=${outcomeMarks.met.text}` : formula`<>${outcomeMarks.unmet.text}`;
  return [
    ...names.flatMap((name) => [
      ...['IF(', { anchor: `${name}-outcome` }, ...asked, ',', { anchor: `${name}-title` }, ','],
    ]),
    none,
    ')'.repeat(names.length),
  ];
}

const grade = ({ appraisal }: ManagerView, id: string | null): Cell =>
  words(gradeTitle(appraisal, id), { look: 'big' });

const possibleAnchor = 'possible-grade';

/** The grade that is certain; where a higher one may yet turn out well, that it is the least, or not known. */
function qualified(view: ManagerView): Cell {
  const { appraised, appraisal } = view;
  const graded = gradedOf(appraised);
  const certain = highestFormula(view, graded.qualifiedGrade, 'qualified');
  const open = gradeKnown(graded).kind === 'open';
  return words(qualifiedWord(appraisal, graded), {
    look: 'big',
    anchor: qualifiedAnchor,
    ...(open ? { tone: 'open' } : {}),
    formula: certain && [
      ...['IF(', { anchor: possibleAnchor }, '=', ...certain, ',', ...certain, ',IF(', ...certain, '=', none],
      ...[',', cannotBeJudged, ',', atLeast(same('')), '&', ...certain, '))'],
    ],
  });
}

/** Triggered, for review, not known: no figure that is edited settles what is not known. */
function warned({ appraised }: ManagerView): Cell {
  const tally = warningTally(warningsOf(appraised));
  const outcomes = { list: 'warnings', column: 'outcome' } as const;
  const { triggered, review } = warningMarks;
  return words(same(`${tally.triggered} / ${tally.review} / ${tally.unknown}`), {
    look: 'big',
    tone: warningTone(tally),
    formula: formula`COUNTIF(${outcomes},${triggered.text})&" / "&COUNTIF(${outcomes},${review.text})&" / ${tally.unknown}"`,
  });
}

function completion(view: ManagerView): Cell {
  const { targets, completion } = view.appraised;
  if (!targets.some(({ main, quarter }) => main && !isNought(quarter.target)))
    return words(none, { look: 'big' });
  const done = numberIn(completion.quarter.quantity);
  if (done === null) return marked(outcomeMarks.unknown, { look: 'big', tone: 'open' });
  return completionCell(view.appraisal.policy.completionLines, done, {
    look: 'big',
    formula: completionFormula(view, completion.quarter),
  });
}

function missing(view: ManagerView): Cell {
  const count = openQuestions(view).length;
  const text: Text = { zh: `${count} 项`, en: String(count) };
  return words(text, { look: 'big', ...(count > 0 ? { tone: 'open' } : {}) });
}

const isDecided = ({ appraised }: ManagerView): boolean => decisionOf(appraised) !== null;

const cards: readonly Card[] = [
  {
    caption: { zh: '现聘等级', en: 'Grade held' },
    when: about('grades'),
    cell: (view) => grade(view, view.appraised.manager.grade),
  },
  {
    caption: { zh: '测算符合等级', en: 'Qualified grade' },
    when: about('grades'),
    cell: qualified,
  },
  {
    caption: { zh: '待定事项均符合时', en: 'If all unknowns turned out well' },
    when: about('grades'),
    cell: (view) => {
      const { possibleGrade } = gradedOf(view.appraised);
      const formula = highestFormula(view, possibleGrade, 'possible');
      return { ...grade(view, possibleGrade), formula, anchor: possibleAnchor };
    },
  },
  {
    caption: ({ appraised }) => floorOf(appraised)?.title ?? none,
    when: about('floor'),
    cell: ({ appraised }) => {
      const mark = outcomeMarks[floorOf(appraised)?.outcome ?? 'not-applicable'];
      return marked(mark, { look: 'big', tone: mark.tone });
    },
  },
  {
    caption: { zh: '预警（触发/待认定/无法判断）', en: 'Warnings (triggered / review / unknown)' },
    when: about('warnings'),
    cell: warned,
  },
  {
    caption: ({ appraisal }) =>
      averageTitled(
        { zh: '主要指标本季平均完成率', en: 'Main indicators, quarter average' },
        appraisal.policy.averaging,
      ),
    when: hasOwnPlan,
    cell: completion,
  },
  {
    caption: { zh: '待补资料', en: 'Missing data' },
    when: (view) => !isDecided(view),
    cell: missing,
  },
  {
    caption: { zh: '建议', en: 'Proposal' },
    when: isDecided,
    cell: ({ appraised }) => words(decisionOf(appraised)?.title ?? null, { look: 'big' }),
  },
  {
    caption: { zh: '本季费用补贴（元）', en: 'Allowance (CNY)' },
    when: about('allowance'),
    cell: ({ appraised }) => allowanceCell(allowanceOf(appraised), { look: 'big' }),
  },
];

const inRow = 4;

/** Where nobody is graded, the first verdicts of the sections stand in the place of the grades. */
const verdictCards = ({ sections }: ManagerView): Card[] =>
  sections.slice(0, inRow).map((each) => ({
    caption: each.section.title,
    cell: () =>
      words(verdictOf(each.entry), {
        look: 'big',
        tone: verdictTone(each.entry),
        formula: formula`${{ anchor: verdictAnchor(each) }}`,
      }),
  }));

export function cardsBlock(view: ManagerView): Block {
  const shown = [
    ...(view.about.has('grades') ? [] : verdictCards(view)),
    ...cards.filter(({ when }) => when?.(view) ?? true),
  ];
  const rows: Card[][] = [];
  for (let at = 0; at < shown.length; at += inRow) rows.push(shown.slice(at, at + inRow));
  return form(
    rows.flatMap((row) => {
      const span = 24 / row.length;
      return [
        {
          cells: row.map(({ caption }) =>
            label(typeof caption === 'function' ? caption(view) : caption, span),
          ),
        },
        { cells: row.map(({ cell }) => over(span, cell(view))), height: 30 },
      ];
    }),
  );
}

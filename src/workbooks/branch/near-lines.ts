/** Who stands near a line: a little below one that could be reached, or a little above one that could be lost. */

import type { ManagerAppraisal } from '../../model/appraisal.ts';
import { floorOf, type GradeAssessment, gradesOf } from '../../model/entries.ts';
import type { Quantity } from '../../model/fact.ts';
import {
  type Comparison,
  compared,
  comparisonOf,
  type Finding,
  isComparison,
  neededOf,
  roomOf,
} from '../../model/judgement.ts';
import { compare, isEqual, minus, one, over, ratioNumber } from '../../model/ratio.ts';
import { averageTitled } from '../../model/statements/averaged.ts';
import { join, semicolon, type Text } from '../../model/text.ts';
import { asDemanded, cellNumber, isAmount, measured } from '../findings.ts';
import { nextGrade } from '../manager/result/next-grade.ts';
import { gradeTitle } from '../words.ts';
import { mainAverage, mainTasks } from './plan-lines.ts';
import type { BranchView } from './view.ts';

export type NearKind = 'next-grade' | 'held-grade' | 'floor' | 'completion';

/**
 * How near is near, as a part of the line. Nobody wrote it down: it is the tool's own choice, and the sheet says so. Most
 * completions are near their plan, so there less is near.
 */
export const nearShares: Readonly<Record<NearKind, number>> = {
  'next-grade': 0.05,
  'held-grade': 0.05,
  floor: 0.05,
  completion: 0.02,
};

export interface Near {
  readonly appraised: ManagerAppraisal;
  readonly kind: NearKind;
  /** On the wrong side of the line, which may yet be reached; else on the right one. */
  readonly short: boolean;
  /** The grade, or the line. */
  readonly line: Text;
  readonly condition: Text;
  readonly observed: Quantity;
  readonly threshold: Quantity;
  readonly comparison: Comparison;
  /** The distance as a part of the line. */
  readonly share: number;
  readonly article: string;
  readonly note: Text;
}

type Figure = Pick<
  Near,
  'observed' | 'threshold' | 'comparison' | 'share' | 'condition' | 'short' | 'article'
>;

const nothing: Text = { zh: '', en: '' };

/** A finding's figure against its threshold; null where there is nothing to measure. */
function figureOf(finding: Finding, title: Text, article: string): Figure | null {
  const [observed, threshold] = [finding.observed?.quantity, finding.threshold?.quantity];
  const [room, line] = [cellNumber(roomOf(finding)), cellNumber(threshold)];
  if (!observed || !threshold || room === null || line === null || line <= 0) return null;
  const comparison = comparisonOf(finding) ?? 'at-least';
  const short = compared(comparison, observed, threshold) === 'unmet';
  return { observed, threshold, comparison, share: Math.abs(room) / line, condition: title, short, article };
}

/** The figures of a rule in amounts: a total, and with it a single customer. */
const figuresOf = (rule: Finding): Figure[] =>
  measured(asDemanded(rule)).flatMap((part) => {
    // What another rule decides is shown as that rule's.
    if (!isComparison(part.by) || !isAmount(part.threshold?.quantity)) return [];
    const own = part.rule !== rule.rule && part.title.zh !== '';
    const title = own ? join([rule.title, part.title], ' · ') : rule.title;
    return figureOf(part, title, part.article || rule.article) ?? [];
  });

const widest = (figures: readonly Figure[]): Figure | null =>
  figures.reduce<Figure | null>(
    (most, each) => (most === null || each.share > most.share ? each : most),
    null,
  );
const narrowest = (figures: readonly Figure[]): Figure | null =>
  figures.reduce<Figure | null>(
    (least, each) => (least === null || each.share < least.share ? each : least),
    null,
  );

const isChoice = ({ by }: Finding): boolean => by.kind === 'any';

/** How far a rule that is not met is from being met: every part that is short must come, the farthest decides; of alternatives the nearest. */
const wayTo = (rule: Finding): Figure | null =>
  (isChoice(rule) ? narrowest : widest)(figuresOf(rule).filter(({ short }) => short));
/** How far a rule that is met is from being lost: the first part to fall decides; of alternatives the last. */
const wayFrom = (rule: Finding): Figure | null =>
  (isChoice(rule) ? widest : narrowest)(figuresOf(rule).filter(({ short }) => !short));

const byShare = (a: Figure, b: Figure): number => a.share - b.share;

/** What else stands between a manager and a grade, beside one condition. */
function othersMissing({ rules }: GradeAssessment, but: Finding): Text {
  const others = rules.filter(
    (rule) => rule !== but && (rule.outcome === 'unmet' || rule.outcome === 'unknown'),
  );
  const needed = neededOf(but);
  const more = needed === null ? 0 : needed - but.parts.filter(({ outcome }) => outcome === 'met').length - 1;
  return join(
    [
      more > 0 ? { zh: `${but.title.zh}另须再符合 ${more} 项`, en: `${but.title.en}: ${more} more` } : '',
      ...others.map(({ title, outcome }) =>
        outcome === 'unknown'
          ? { zh: `${title.zh}无法判断`, en: `${title.en}: unknown` }
          : { zh: `${title.zh}不符合`, en: `${title.en}: not met` },
      ),
    ],
    semicolon,
  );
}

/** The nearest condition that the next grade lacks. */
function toNextGrade(view: BranchView, appraised: ManagerAppraisal): Near[] {
  const next = nextGrade({ appraised });
  if (next === null) return [];
  const ways = next.rules
    .filter((rule) => rule.outcome === 'unmet')
    .flatMap((rule) =>
      (neededOf(rule) === null ? [rule] : rule.parts.filter(({ outcome }) => outcome === 'unmet')).flatMap(
        (way) => {
          const figure = wayTo(way);
          return figure === null ? [] : [{ rule, figure }];
        },
      ),
    )
    .sort((a, b) => byShare(a.figure, b.figure));
  const [nearest] = ways;
  if (nearest === undefined) return [];
  return [
    {
      appraised,
      kind: 'next-grade',
      line: gradeTitle(view.appraisal, next.grade),
      note: othersMissing(next, nearest.rule),
      ...nearest.figure,
    },
  ];
}

/** The condition whose loss would lose the grade held: of a choice, the one after which too few are left. */
function fromHeldGrade(view: BranchView, appraised: ManagerAppraisal): Near[] {
  const held = gradesOf(appraised).find(({ grade }) => grade === appraised.manager.grade);
  if (held?.outcome !== 'met') return [];
  const critical = held.rules
    .filter(({ outcome }) => outcome === 'met')
    .flatMap((rule) => {
      const needed = neededOf(rule);
      const parts = needed === null ? [rule] : rule.parts.filter(({ outcome }) => outcome === 'met');
      const figures = parts.flatMap((part) => wayFrom(part) ?? []).sort(byShare);
      // With one more condition met than needed the nearest may fall, and the grade stays.
      return figures[needed === null ? 0 : parts.length - needed] ?? [];
    })
    .sort(byShare);
  const [nearest] = critical;
  if (nearest === undefined) return [];
  return [
    {
      appraised,
      kind: 'held-grade',
      line: gradeTitle(view.appraisal, held.grade),
      note: nothing,
      ...nearest,
    },
  ];
}

function atFloor(appraised: ManagerAppraisal): Near[] {
  const floor = floorOf(appraised);
  if (floor === null) return [];
  const figure = figureOf(floor, floor.title, floor.article);
  return figure === null ? [] : [{ appraised, kind: 'floor', line: floor.title, note: nothing, ...figure }];
}

/** The quarter's completions, and at the annual stage the year's, beside each of the completion lines. */
function atCompletionLines(
  { appraisal: { stage, policy } }: BranchView,
  appraised: ManagerAppraisal,
): Near[] {
  const { completionLines: lines, averaging } = policy;
  const bases = stage === 'annual' ? (['quarter', 'year'] as const) : (['quarter'] as const);
  const words = {
    quarter: { zh: '本季完成率', en: ', completion of the quarter' },
    year: { zh: '全年完成率', en: ', completion of the year' },
  };
  return bases.flatMap((basis) => {
    const tasks = mainTasks(appraised, basis);
    const average = tasks.length > 1 ? mainAverage(appraised, basis) : null;
    // One that is all the cap lets it be does not say how far it is from falling: its parts do.
    const isFull = averaging.capped && average !== null && isEqual(average, one);
    const completions = [
      ...tasks.map(({ target }) => ({ title: target.title, ratio: target[basis].ratio })),
      {
        title: averageTitled({ zh: '主要指标平均', en: 'Average of the main indicators' }, averaging),
        ratio: isFull ? null : average,
      },
    ];
    return completions.flatMap(({ title, ratio }) =>
      lines.flatMap((line): Near[] => {
        if (ratio === null) return [];
        const above = minus(ratio, line.value);
        return [
          {
            appraised,
            kind: 'completion',
            short: compare(above, 0) < 0,
            line: line.title,
            condition: join([title, words[basis]]),
            observed: { kind: 'ratio', value: ratio },
            threshold: { kind: 'ratio', value: line.value },
            comparison: 'at-least',
            share: Math.abs(ratioNumber(over(above, line.value))),
            article: line.article,
            note: nothing,
          },
        ];
      }),
    );
  });
}

/** By kind of line, the nearest first. */
export function nearLines(view: BranchView): Near[] {
  const kinds = Object.keys(nearShares);
  return view.appraisal.managers
    .flatMap((appraised) => [
      ...toNextGrade(view, appraised),
      ...fromHeldGrade(view, appraised),
      ...atFloor(appraised),
      ...atCompletionLines(view, appraised),
    ])
    .filter(({ kind, share }) => share <= nearShares[kind])
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.share - b.share);
}

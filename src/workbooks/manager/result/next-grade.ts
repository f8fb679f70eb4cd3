/** What is missing to the next grade: the ways to it with the nearest first, and what the rest of the year would need. */

import { daysBetween, lastDay, type Quarter, yearOf } from '../../../model/calendar.ts';
import { type GradeAssessment, gradedOf, gradesOf } from '../../../model/entries.ts';
import { amountOf, type Fact, type Quantity } from '../../../model/fact.ts';
import type { MeasureInForce } from '../../../model/in-force.ts';
import {
  compared,
  comparisonOf,
  type Finding,
  gapOf,
  isComparison,
  isUpwards,
  neededOf,
} from '../../../model/judgement.ts';
import { divideHalfUp, type Hundredths } from '../../../model/money.ts';
import { comma, join, type Text } from '../../../model/text.ts';
import { bar } from '../../../spreadsheet/bars.ts';
import { blank, cell, type Extra, factCell, figure, marked, words } from '../../../spreadsheet/cells.ts';
import { form, grid, label, over, value } from '../../../spreadsheet/form.ts';
import { type Block, type Cell, formula, type Reference } from '../../../spreadsheet/sheet.ts';
import { gapCell } from '../../figures.ts';
import {
  asDemanded,
  cellNumber,
  isAmount,
  mainFigure,
  measured,
  missingIn,
  whatIsMissing,
} from '../../findings.ts';
import { capital, demands, gradeTitle, inWords, outcomeMarks, unitOf } from '../../words.ts';
import { comparisonFormula } from '../finding-lines.ts';
import type { ManagerView } from '../view.ts';
import { fullest, type InRoom } from './room.ts';

const w = {
  way: { zh: '条件', en: 'Condition' },
  observed: { zh: '目前', en: 'Now' },
  threshold: { zh: '标准', en: 'Needed' },
  gap: { zh: '还差', en: 'Missing' },
  rest: { zh: '余下日均需达', en: 'Daily average for the rest' },
  article: { zh: '条款', en: 'Article' },
  outcome: { zh: '结论', en: 'Met?' },
  cumulative: { zh: '按累计', en: 'cumulative' },
  highest: {
    zh: '已符合最高等级，没有更高的等级。',
    en: 'Qualified for the highest grade; there is none above.',
  },
  or: { zh: '；或 ', en: '; or ' },
  stop: { zh: '。', en: '.' },
  reached: { zh: '达成', en: 'Reached' },
  more: (count: number): Text => ({
    zh: `其余 ${count} 项见「等级测算」。`,
    en: `${count} more on the sheet “Grades”.`,
  }),
  tryIt: { zh: '试算：若再增', en: 'Try: with so much more of' },
  becomes: { zh: '则为', en: 'it is' },
  outcomeThen: { zh: '该条件', en: 'then' },
  toGrade: (grade: Text): Text => ({ zh: `距${grade.zh}`, en: `To ${grade.en}` }),
  heading: { zh: '距上一等级', en: 'To the next grade' },
};

/** The grade to work for: the one above the qualified grade; without one, the lowest that is not met. */
export function nextGrade({ appraised }: Pick<ManagerView, 'appraised'>): GradeAssessment | null {
  const [grades, { qualifiedGrade }] = [gradesOf(appraised), gradedOf(appraised)];
  if (qualifiedGrade === null) return grades.findLast(({ outcome }) => outcome !== 'met') ?? null;
  const at = grades.findIndex(({ grade }) => grade === qualifiedGrade);
  return at <= 0 ? null : (grades[at - 1] ?? null);
}

interface Days {
  readonly all: number;
  readonly past: number;
  readonly left: number;
}

/** Counted once for a quarter: every row of every manager asks. */
const counted = new Map<Quarter, Days>();

/** How far the year is: its days, those behind, those ahead. */
function daysOfYear({ appraisal: { period } }: ManagerView): Days {
  const known = counted.get(period);
  if (known !== undefined) return known;
  const year = yearOf(period);
  const start = `${year}-01-01`;
  const all = daysBetween(start, `${year + 1}-01-01`);
  const past = daysBetween(start, lastDay(period)) + 1;
  const days = { all, past, left: all - past };
  counted.set(period, days);
  return days;
}

/** The daily average that the rest of the year needs for the year's average to reach the threshold. */
const restOfYear = (now: Hundredths, bound: Hundredths, days: Days): Hundredths =>
  divideHalfUp(bound * BigInt(days.all) - now * BigInt(days.past), BigInt(days.left));

/** Whether the figure is averaged over the year, adds up, or stands as it is; null: it is none of a measure's year. */
function yearIs({ observed }: Finding, { appraisal }: ManagerView): MeasureInForce['yearIs'] | null {
  const origin = observed?.origin;
  if (origin?.kind !== 'measure' || origin.basis !== 'year') return null;
  return appraisal.policy.measures.find(({ id }) => id === origin.measure)?.yearIs ?? null;
}

const addsUp = (finding: Finding, view: ManagerView): boolean => yearIs(finding, view) === 'total';

/** A row of the grid: a figure of a way. */
interface WayRow {
  readonly finding: Finding;
  /** The rule it belongs to; the figure itself where that is the rule's own. */
  readonly way: Finding;
  /** The one whose cells on 等级测算 are its own. */
  readonly shownAs: Finding;
  /** Its anchor, so that its cells can be worked out from each other. */
  readonly name: string;
}

/** What the rest of the year must average; null where the year is over, or where that is no question. */
function restNeeded({ finding, way }: Pick<WayRow, 'finding' | 'way'>, view: ManagerView): Quantity | null {
  const days = daysOfYear(view);
  const { observed, threshold } = finding;
  const [now, bound]: (Quantity | null | undefined)[] = [observed?.quantity, threshold?.quantity];
  if (
    finding.by.kind !== 'at-least' ||
    way.outcome !== 'unmet' ||
    days.left === 0 ||
    !isAmount(now) ||
    !isAmount(bound)
  )
    return null;
  if (!['average', 'total'].includes(yearIs(finding, view) ?? '')) return null;
  return now.value >= bound.value ? null : amountOf(now.unit, restOfYear(now.value, bound.value, days));
}

/** The same in words, for the nearest way that it can be said of. */
function restWords(rows: readonly WayRow[], view: ManagerView): Text | null {
  const { left } = daysOfYear(view);
  for (const row of rows) {
    const needed =
      addsUp(row.finding, view) || row.finding !== mainFigure(row.way) ? null : restNeeded(row, view);
    if (needed === null) continue;
    const [title, amount] = [
      row.finding.title.zh === '' ? row.way.title : row.finding.title,
      inWords(needed),
    ];
    return {
      zh: `年内还有 ${left} 天：要使“${title.zh}”达标，余下日均须达 ${amount.zh}`,
      en: `${left} days of the year are left: for “${capital(title).en}” they must average ${amount.en}`,
    };
  }
  return null;
}

function restCell(row: WayRow, view: ManagerView): Cell {
  const { finding, name } = row;
  const needed = restNeeded(row, view);
  if (needed === null) return blank;
  if (addsUp(finding, view)) return words(w.cumulative, { tone: 'muted' });
  const days = daysOfYear(view);
  return figure(needed, {
    formula: formula`ROUND((${{ anchor: `${name}-threshold` }}*${days.all}-${{ anchor: `${name}-observed` }}*${days.past})/${days.left},6)`,
  });
}

/** The figure's cell and its line's. */
const cellsOf = (name: string): readonly [Reference, Reference] => [
  { anchor: `${name}-observed` },
  { anchor: `${name}-threshold` },
];

/** The longest bar of what does not hold. */
const nearly = 0.9;

/** How much of the way to where it holds a figure has come, as a bar. */
function reachedCell({ finding, name }: WayRow): Cell {
  const comparison = comparisonOf(finding);
  const [has, wants] = [finding.observed, finding.threshold].map((fact) => cellNumber(fact?.quantity));
  if (comparison === null || has == null || wants == null || wants <= 0) return blank;
  const [seen, line] = cellsOf(name);
  const holds =
    compared(comparison, finding.observed?.quantity ?? null, finding.threshold?.quantity ?? null) === 'met';
  // Full where it holds, and nowhere else: at a line to stay below, or to rise above, it does not yet.
  const part = isUpwards(comparison) ? has / wants : wants / Math.max(has, wants);
  const share = isUpwards(comparison) ? formula`${seen}/${line}` : formula`${line}/MAX(${seen},${line})`;
  const condition = comparisonFormula(comparison, finding, seen, line);
  return bar(
    holds ? 1 : Math.min(nearly, part),
    condition ? ['IF(', ...condition, `,1,MIN(${nearly},`, ...share, '))'] : share,
    holds ? 'good' : 'warn',
  );
}

/** A figure against its own line: the rule as a whole stands on 等级测算. */
function ownOutcome({ finding, way, name }: WayRow, linked: (what: string) => Extra): Cell {
  const { by, observed, threshold } = finding;
  const [seen, line] = cellsOf(name);
  const holds = isComparison(by) ? comparisonFormula(by.kind, finding, seen, line) : undefined;
  const own =
    isComparison(by) && holds
      ? compared(by.kind, observed?.quantity ?? null, threshold?.quantity ?? null)
      : way.outcome;
  const mark = outcomeMarks[own];
  return marked(mark, {
    tone: mark.tone,
    ...(holds
      ? { formula: ['IF(', ...holds, ',', outcomeMarks.met.text, ',', outcomeMarks.unmet.text, ')'] }
      : linked('outcome')),
  });
}

function wayRow(row: WayRow, view: ManagerView): Cell[] {
  const { finding, way, shownAs, name } = row;
  const line = view.derivation.ofFinding(shownAs)?.name;
  const linked = (what: string): Extra =>
    line === undefined ? {} : { formula: formula`${{ anchor: `${line}-${what}` }}` };
  const own = (what: string): Extra => ({ anchor: `${name}-${what}` });
  const figured = (what: string, fact: Fact | null): Extra => ({
    ...own(what),
    ...(fact?.quantity ? linked(what) : {}),
  });
  const unit = unitOf(finding.observed?.quantity ?? finding.threshold?.quantity ?? null);
  const suffix = unit.zh === '' ? '' : { zh: `（${unit.zh}）`, en: ` (${unit.en})` };
  const single = finding !== way;
  return [
    words(
      join([capital(finding.title.zh === '' ? way.title : finding.title), suffix]),
      single ? { indent: 1, tone: 'muted' } : {},
    ),
    factCell(finding.observed, figured('observed', finding.observed), finding.threshold),
    factCell(finding.threshold, figured('threshold', finding.threshold)),
    gapCell(finding, { anchor: `${name}-observed` }, { anchor: `${name}-threshold` }),
    reachedCell(row),
    view.appraisal.stage === 'interim' ? restCell(row, view) : words(single ? null : way.article),
    ownOutcome(row, linked),
  ];
}

/**
 * The part of its line that a way is short of, the largest of its figures, of alternatives the smallest; what cannot be
 * measured comes last.
 */
function effort(way: Finding): number {
  if (way.outcome === 'met') return 0;
  const parts = measured(asDemanded(way)).flatMap((part) => {
    const [gap, line] = [cellNumber(gapOf(part)), cellNumber(part.threshold?.quantity)];
    return gap === null || line === null || line <= 0 ? [] : [gap / line];
  });
  if (parts.length === 0) return Number.POSITIVE_INFINITY;
  return way.by.kind === 'any' ? Math.min(...parts) : Math.max(...parts);
}

/** One cell to try with: so much more of the nearest amount that is missing, and whether its line is reached then. */
function tryBlocks(rows: readonly WayRow[]): Block[] {
  const row = rows.find(
    ({ finding }) =>
      finding.by.kind === 'at-least' &&
      isAmount(finding.observed?.quantity) &&
      isAmount(finding.threshold?.quantity) &&
      (cellNumber(gapOf(finding)) ?? 0) > 0,
  );
  if (row === undefined) return [];
  const { finding, name } = row;
  const [seen, line] = cellsOf(name);
  const [more, sum] = [{ anchor: 'try-more' }, { anchor: 'try-sum' }];
  const unit = unitOf(finding.observed?.quantity ?? null);
  const suffix = { zh: `（${unit.zh}）`, en: ` (${unit.en})` };
  return [
    form([
      {
        cells: [
          label(join([w.tryIt, { zh: '', en: ' ' }, finding.title, suffix]), 11),
          over(3, cell(null, 'wan', { look: 'answer', open: true, anchor: 'try-more' })),
          label(w.becomes, 2),
          value(
            factCell(
              finding.observed,
              { formula: formula`ROUND(${seen}+${more},6)`, anchor: 'try-sum' },
              finding.threshold,
            ),
            3,
          ),
          label(w.outcomeThen, 3),
          over(
            2,
            marked(outcomeMarks.unmet, {
              look: 'value',
              formula: formula`IF(${sum}>=${line},${outcomeMarks.met.text},${outcomeMarks.unmet.text})`,
            }),
          ),
        ],
      },
    ]),
  ];
}

/** A rule of which only some parts are needed: `需 2 项,已符合 1 项;存款还差 …, 或 …`. */
function chooseWords(group: Finding, ways: readonly Finding[]): Text {
  const needed = neededOf(group) ?? ways.length;
  const met = group.parts.filter((part) => part.outcome === 'met').length;
  const open = Math.max(0, needed - met);
  const gaps = ways.flatMap((way) => (way.outcome === 'unmet' ? (whatIsMissing(way) ?? []) : []));
  const start: Text = {
    zh: `${group.title.zh} ${group.parts.length} 项中须符合 ${needed} 项，已符合 ${met} 项`,
    en: `${capital(group.title).en}: ${needed} of ${group.parts.length} needed, ${met} met`,
  };
  if (gaps.length === 0) return start;
  const more: Text =
    open > 1
      ? { zh: `，还须 ${open} 项，由近到远：`, en: `, ${open} more of, the nearest first: ` }
      : { zh: '，由近到远：', en: ', the nearest first: ' };
  return join([start, more, join(gaps, w.or)]);
}

export function nextGradeHeading(view: ManagerView): Text {
  const next = nextGrade(view);
  return next === null ? w.heading : w.toGrade(gradeTitle(view.appraisal, next.grade));
}

/** The part of the first page. */
export function nextGradeBlocks(view: ManagerView): InRoom {
  const next = nextGrade(view);
  if (next === null) return () => [{ kind: 'text', text: w.highest, tone: 'good' }];
  const groups = next.rules.filter((rule) => neededOf(rule) !== null);
  const nearest = (group: Finding): Finding[] => group.parts.toSorted((a, b) => effort(a) - effort(b));
  const isOpen = ({ outcome }: Finding): boolean => outcome === 'unmet' || outcome === 'unknown';
  const others = next.rules.filter((rule) => neededOf(rule) === null && isOpen(rule));
  const sentences = [
    ...groups.map((group) =>
      group.outcome === 'met'
        ? { zh: `${group.title.zh}已符合`, en: `${capital(group.title).en}: met` }
        : chooseWords(
            group,
            nearest(group).filter((way) => way.outcome !== 'met'),
          ),
    ),
    ...others.map(otherWords),
  ];
  // Of a group that is met already, nothing is missing.
  const rows = [...groups.filter(isOpen).flatMap(nearest), ...others]
    .flatMap((rule) => {
      const way = asDemanded(rule);
      const figures = measured(way);
      return (figures.length === 0 ? [way] : figures).map((finding) => ({
        finding,
        way,
        shownAs: way === rule ? finding : (rule.parts[0] ?? rule),
      }));
    })
    .map((row, index): WayRow => ({ ...row, name: `way-${index}` }));
  const inWordsToo = [...sentences, restWords(rows, view)].flatMap((text) =>
    text === null ? [] : [{ kind: 'text', text: join(['· ', text, w.stop]) } as const],
  );
  const cells = rows.slice(0, fullest.ways).map((row) => wayRow(row, view));
  return ({ ways: most, words: saysAll }) => [
    ...(saysAll ? inWordsToo : []),
    grid(
      [
        { header: w.way, span: 7 },
        { header: w.observed, span: 3 },
        { header: w.threshold, span: 3 },
        { header: w.gap, span: 3 },
        { header: w.reached, span: 3 },
        { header: view.appraisal.stage === 'interim' ? w.rest : w.article, span: 3 },
        { header: w.outcome, span: 2 },
      ],
      cells.slice(0, most),
    ),
    ...(rows.length > most ? [{ kind: 'text', text: w.more(rows.length - most) } as const] : []),
    ...tryBlocks(rows.slice(0, most)),
  ];
}

/** A rule without a choice: what is missing in figures, or in words. */
function otherWords(rule: Finding): Text {
  if (rule.outcome === 'unknown') {
    const reasons = missingIn([rule]).map(({ text }) => text);
    return join([
      { zh: `${rule.title.zh}无法判断`, en: `${capital(rule.title).en} cannot be judged` },
      ...(reasons.length === 0 ? [] : [{ zh: '（', en: ' (' }, join(reasons, comma), { zh: '）', en: ')' }]),
    ]);
  }
  const missing = whatIsMissing(rule);
  if (missing !== null) return missing;
  const demanded = asDemanded(rule);
  const [seen, bound] = [demanded.observed?.quantity, demanded.threshold?.quantity];
  const comparison = comparisonOf(demanded);
  const figures =
    comparison && seen && bound
      ? join([
          { zh: '：目前 ', en: ': now ' },
          inWords(seen, bound),
          { zh: '，', en: ', ' },
          demands[comparison],
          ' ',
          inWords(bound),
        ])
      : '';
  return join([
    {
      zh: `不符合“${rule.title.zh}”（${rule.article}）`,
      en: `Not met: “${rule.title.en}” (${rule.article})`,
    },
    figures,
  ]);
}

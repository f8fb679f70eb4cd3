/** What is missing to the next grade: the ways to it with the nearest first, and what the rest of the year would need. */
import type { Finding, GradeAssessment } from '../../../model/appraisal.ts';
import { daysBetween, lastDay, yearOf } from '../../../model/calendar.ts';
import { amountOf, type Quantity } from '../../../model/fact.ts';
import { divideHalfUp, type Hundredths } from '../../../model/money.ts';
import type { Text } from '../../../model/text.ts';
import { blank, factCell, figure, marked, words } from '../../cells.ts';
import { gapCell } from '../../figures.ts';
import { distance, isAmount, mainFigure, missingIn, whatIsMissing } from '../../findings.ts';
import { grid } from '../../form.ts';
import { type Block, type Cell, formula } from '../../sheet.ts';
import { comma, gradeTitle, inBoth, join, outcomeMarks, unitOf } from '../../words.ts';
import type { ManagerView } from '../view.ts';

const w = {
  way: { zh: '条件', en: 'Condition' },
  observed: { zh: '目前', en: 'Now' },
  threshold: { zh: '标准', en: 'Needed' },
  gap: { zh: '还差', en: 'Missing' },
  rest: { zh: '余下日均需达', en: 'Daily average for the rest' },
  article: { zh: '条款', en: 'Article' },
  outcome: { zh: '结论', en: 'Outcome' },
  cumulative: { zh: '按累计', en: 'cumulative' },
  highest: {
    zh: '已符合最高等级，没有更高的等级。',
    en: 'Qualified for the highest grade; there is none above.',
  },
  or: { zh: '，或 ', en: ', or ' },
  and: { zh: '；', en: '; ' },
  toGrade: (grade: Text): Text => ({ zh: `二、距${grade.zh}`, en: `2. To ${grade.en}` }),
  heading: { zh: '二、距上一等级', en: '2. To the next grade' },
};

/** The grade to work for: the one above the qualified grade; without one, the lowest that is not met. */
export function nextGrade({ appraised }: ManagerView): GradeAssessment | null {
  const { grades, qualifiedGrade } = appraised;
  if (qualifiedGrade === null) return grades.findLast(({ outcome }) => outcome !== 'met') ?? null;
  const at = grades.findIndex(({ grade }) => grade === qualifiedGrade);
  return at <= 0 ? null : (grades[at - 1] ?? null);
}

/** How far the year is: its days, those behind, those ahead. */
function daysOfYear({ appraisal }: ManagerView): { all: number; past: number; left: number } {
  const year = yearOf(appraisal.period);
  const start = `${year}-01-01`;
  const all = daysBetween(start, `${year + 1}-01-01`);
  const past = daysBetween(start, lastDay(appraisal.period)) + 1;
  return { all, past, left: all - past };
}

/** The daily average that the rest of the year needs for the year's average to reach the threshold. */
const restOfYear = (
  now: Hundredths,
  bound: Hundredths,
  days: { all: number; past: number; left: number },
): Hundredths => divideHalfUp(bound * BigInt(days.all) - now * BigInt(days.past), BigInt(days.left));

/** Settlement adds up over the year instead of being averaged. */
const addsUp = (finding: Finding): boolean =>
  finding.observed?.origin.kind === 'measure' && finding.observed.origin.measure.startsWith('settlement');

interface Way {
  readonly finding: Finding;
  /** Its anchor, so that its cells can be worked out from each other. */
  readonly name: string;
}

function restCell({ finding, name }: Way, view: ManagerView): Cell {
  const days = daysOfYear(view);
  const { observed, threshold } = mainFigure(finding);
  const [now, bound]: (Quantity | null | undefined)[] = [observed?.quantity, threshold?.quantity];
  if (finding.outcome !== 'unmet' || days.left === 0 || !isAmount(now) || !isAmount(bound)) return blank;
  if (observed?.origin.kind !== 'measure' || observed.origin.basis !== 'year') return blank;
  if (now.value >= bound.value) return blank;
  if (addsUp(mainFigure(finding))) return words(w.cumulative, { tone: 'muted' });
  return figure(amountOf(now.unit, restOfYear(now.value, bound.value, days)), {
    formula: formula`ROUND((${{ anchor: `${name}-threshold` }}*${days.all}-${{ anchor: `${name}-observed` }}*${days.past})/${days.left},6)`,
  });
}

function wayRow(way: Way, view: ManagerView): Cell[] {
  const { finding, name } = way;
  const main = mainFigure(finding);
  const unit = unitOf(main.observed?.quantity ?? main.threshold?.quantity ?? null);
  const title =
    unit.zh === '' ? finding.title : join([finding.title, { zh: `（${unit.zh}）`, en: ` (${unit.en})` }]);
  const mark = outcomeMarks[finding.outcome];
  return [
    words(title),
    factCell(main.observed, { anchor: `${name}-observed` }, main.threshold),
    factCell(main.threshold, { anchor: `${name}-threshold` }),
    gapCell(main, { anchor: `${name}-observed` }, { anchor: `${name}-threshold` }),
    view.appraisal.stage === 'interim' ? restCell(way, view) : words(finding.article),
    marked(mark, { tone: mark.tone }),
  ];
}

/** A rule of which only some parts are needed: `需 2 项,已符合 1 项;存款还差 …, 或 …`. */
function chooseWords(group: Finding, ways: readonly Finding[]): Text {
  const needed = group.needed ?? ways.length;
  const met = group.parts.filter((part) => part.outcome === 'met').length;
  const open = Math.max(0, needed - met);
  const gaps = ways.flatMap((way) => (way.outcome === 'unmet' ? (whatIsMissing(way) ?? []) : []));
  const start: Text = {
    zh: `${group.title.zh} ${group.parts.length} 项中须符合 ${needed} 项，已符合 ${met} 项`,
    en: `${group.title.en}: ${needed} of ${group.parts.length} needed, ${met} met`,
  };
  if (gaps.length === 0) return start;
  const more: Text =
    open > 1 ? { zh: `，还须 ${open} 项：`, en: `, ${open} more of: ` } : { zh: '：', en: ': ' };
  return join([start, more, join(gaps, w.or)]);
}

/** The section of the first page. */
export function nextGradeBlocks(view: ManagerView): Block[] {
  const next = nextGrade(view);
  if (next === null)
    return [
      { kind: 'heading', text: w.heading },
      { kind: 'text', text: w.highest, tone: 'good' },
    ];
  const dollars = view.appraisal.package.rates.get('USD');
  const groups = next.rules.filter((rule) => rule.needed !== null);
  const nearest = (group: Finding): Finding[] =>
    group.parts.toSorted((a, b) => distance(a, dollars) - distance(b, dollars));
  const others = next.rules.filter(
    (rule) => rule.needed === null && (rule.outcome === 'unmet' || rule.outcome === 'unknown'),
  );
  const sentences: Text[] = [
    ...groups.map((group) =>
      group.outcome === 'met'
        ? {
            zh: `${group.title.zh}已符合`,
            en: `${group.title.en}: met`,
          }
        : chooseWords(
            group,
            nearest(group).filter((way) => way.outcome !== 'met'),
          ),
    ),
    ...others.map((rule) => otherWords(rule)),
  ];
  const ways = [...groups.flatMap(nearest), ...others].map(
    (finding, index): Way => ({ finding, name: `way-${index}` }),
  );
  return [
    { kind: 'heading', text: w.toGrade(gradeTitle(view.appraisal, next.grade)) },
    { kind: 'text', text: sentence(sentences) },
    grid(
      [
        { header: w.way, span: 7 },
        { header: w.observed, span: 4 },
        { header: w.threshold, span: 3 },
        { header: w.gap, span: 4 },
        { header: view.appraisal.stage === 'interim' ? w.rest : w.article, span: 3 },
        { header: w.outcome, span: 3 },
      ],
      ways.map((way) => wayRow(way, view)),
    ),
  ];
}

const sentence = (parts: readonly Text[]): Text =>
  inBoth((lang) => `${parts.map((part) => part[lang]).join(w.and[lang])}${lang === 'zh' ? '。' : '.'}`);

/** A rule without a choice: what is missing in figures, or in words. */
function otherWords(rule: Finding): Text {
  if (rule.outcome === 'unknown') {
    const reasons = missingIn([rule]).map(({ text }) => text);
    return join([
      { zh: `${rule.title.zh}无法判断`, en: `${rule.title.en} cannot be judged` },
      ...(reasons.length === 0 ? [] : [{ zh: '（', en: ' (' }, join(reasons, comma), { zh: '）', en: ')' }]),
    ]);
  }
  const missing = whatIsMissing(rule);
  if (missing !== null) return missing;
  return {
    zh: `不符合“${rule.title.zh}”（${rule.article}）`,
    en: `not met: ${rule.title.en} (${rule.article})`,
  };
}

/** The quarters behind, side by side with small bars, what changed since the last of them and by which customers, and the place among the grade. */
import type { BalancesMoved, TrendPoint } from '../../../model/appraisal.ts';
import { amountOf } from '../../../model/fact.ts';
import type { Averaging } from '../../../model/in-force.ts';
import type { Hundredths } from '../../../model/money.ts';
import { isEqual, minus, ratioNumber, times } from '../../../model/ratio.ts';
import { averageTitled } from '../../../model/statements/averaged.ts';
import { join, same, semicolon, type Text } from '../../../model/text.ts';
import { outcomeWords } from '../../../model/words.ts';
import { bar } from '../../../spreadsheet/bars.ts';
import { blank, decimal, inWan, wan, words } from '../../../spreadsheet/cells.ts';
import { grid } from '../../../spreadsheet/form.ts';
import { type Block, type Cell, type Formula, formula } from '../../../spreadsheet/sheet.ts';
import { completionCell } from '../../completion.ts';
import { hasOwnPlan } from '../../subjects.ts';
import { capital, gradeTitle, inWords, qualifiedWord, quarterWords, unitWord } from '../../words.ts';
import { completionAnchor, trendAnchor } from '../trend.ts';
import type { ManagerView } from '../view.ts';
import type { InRoom } from './room.ts';

const w = {
  quarter: { zh: '季度', en: 'Quarter' },
  completion: { zh: '平均完成率', en: 'Average completion' },
  completionOfMain: { zh: '主要指标平均完成率', en: 'average completion of the main indicators' },
  bar: { zh: '（对比）', en: '(compared)' },
  grade: { zh: '符合等级', en: 'Qualified' },
};

const mostMeasures = 2;
const mostVerdicts = 2;

/** `日均存款 +120.00 万元`: the measures that moved most within the quarter, by amount. */
function measuresMoved(before: TrendPoint, now: TrendPoint): Text[] {
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  return (
    now.measures
      .flatMap(({ measure, title, unit, quarter }) => {
        const then = before.measures.find((each) => each.measure === measure)?.quarter ?? null;
        return quarter === null || then === null || quarter === then
          ? []
          : [{ title, unit, change: quarter - then }];
      })
      .sort((a, b) => Number(size(b.change) - size(a.change)))
      // Deposits without those under agreement move as deposits do where there are none.
      .filter(({ change, unit }, at, all) => all[at - 1]?.change !== change || all[at - 1]?.unit !== unit)
      .slice(0, mostMeasures)
      .map(({ title, unit, change }) => {
        const [words, sign] = [inWords(amountOf(unit, change)), change > 0n ? '+' : ''];
        return { zh: `${title.zh} ${sign}${words.zh}`, en: `${capital(title).en} ${sign}${words.en}` };
      })
  );
}

function completionMoved(before: TrendPoint, now: TrendPoint, averaging: Averaging): Text[] {
  if (before.completion === null || now.completion === null) return [];
  if (isEqual(before.completion, now.completion)) return [];
  const points = ratioNumber(times(minus(now.completion, before.completion), 100)).toFixed(2);
  const change = points.startsWith('-') ? points : `+${points}`;
  const title = averageTitled(w.completionOfMain, averaging);
  return [{ zh: `${title.zh} ${change} 个百分点`, en: `${title.en} ${change} points` }];
}

const arrow = (title: Text, from: Text, to: Text): Text => ({
  zh: from.zh === to.zh ? `${title.zh}仍为${to.zh}` : `${title.zh}由${from.zh}变为${to.zh}`,
  en: from.en === to.en ? `${title.en} still ${to.en}` : `${title.en} from ${from.en} to ${to.en}`,
});

function verdictsMoved(before: TrendPoint, now: TrendPoint): Text[] {
  const word = ({ verdict, outcome }: TrendPoint['verdicts'][number]): Text =>
    verdict ?? outcomeWords[outcome];
  return now.verdicts
    .flatMap((each) => {
      const then = before.verdicts.find(
        ({ policy, section }) => policy === each.policy && section === each.section,
      );
      return then === undefined ? [] : [arrow(each.title, word(then), word(each))];
    })
    .slice(0, mostVerdicts);
}

/** What is other than in the quarter before. */
function sinceLast({ appraised: { trend }, appraisal, about }: ManagerView): Text | null {
  const [before, now] = trend.slice(-2);
  if (before === undefined || now === undefined) return null;
  const grade = { zh: '符合等级', en: 'qualified grade' };
  const moved = [
    ...(about.has('grades')
      ? [arrow(grade, qualifiedWord(appraisal, before), qualifiedWord(appraisal, now))]
      : []),
    ...verdictsMoved(before, now),
    ...completionMoved(before, now, appraisal.policy.averaging),
    ...measuresMoved(before, now),
  ];
  if (moved.length === 0) return null;
  const { zh, en } = quarterWords(before.period);
  return join([
    { zh: `与${zh}相比：`, en: `Against ${en}: ` },
    join(moved, semicolon),
    { zh: '。', en: '.' },
  ]);
}

const balances = {
  deposits: { zh: '存款余额', en: 'Deposits' },
  loans: { zh: '授信余额', en: 'Credit' },
} as const;

const signed = (value: Hundredths): Text => {
  const [{ zh, en }, sign] = [inWords(amountOf('CNY', value)), value > 0n ? '+' : ''];
  return { zh: `${sign}${zh}`, en: `${sign}${en}` };
};

/** `存款余额较上季末 −120.00 万元：云州青禾 −100.00 万元；…；已不归本人的 2 户 −50.00 万元` */
function causeWords({ what, change, customers, others, gone }: BalancesMoved, most: number): Text {
  const rest = others + Math.max(0, customers.length - most);
  const [title, all] = [balances[what], signed(change)];
  const goneWords: Text = {
    zh: `已不归本人的 ${gone.count} 户 ${signed(gone.change).zh}`,
    en: `${gone.count} no longer with the manager ${signed(gone.change).en}`,
  };
  const parts = [
    ...customers.slice(0, most).map((each) => join([each.name, signed(each.change)], ' ')),
    ...(gone.count > 0 ? [goneWords] : []),
    ...(rest > 0 ? [{ zh: `另 ${rest} 户`, en: `${rest} more customers` }] : []),
  ];
  return join([
    { zh: `${title.zh}较上季末 ${all.zh}：`, en: `${title.en} ${all.en} since the last quarter’s end: ` },
    join(parts, semicolon),
    { zh: '。', en: '.' },
  ]);
}

/** Which customers the balances moved by, the largest first. */
const causes = ({ appraised: { balancesMoved } }: ManagerView, most: number): Text[] =>
  most === 0
    ? []
    : balancesMoved
        .filter(({ customers, gone }) => customers.length + gone.count > 0)
        .map((moved) => causeWords(moved, most));

/** `同为三级客户经理的人中，日均存款列第 3 位（共 12 人）` */
function standingWords({ appraisal, appraised, standing }: ManagerView): Text | null {
  const { policy } = appraisal;
  if (policy.standing === null || standing.length === 0) return null;
  const grade = gradeTitle(appraisal, appraised.manager.grade);
  const places = standing.map(({ measure, place, among }): Text => {
    const title = policy.measures.find(({ id }) => id === measure)?.title ?? same(measure);
    return {
      zh: `${title.zh}第 ${place} 位（共 ${among} 人）`,
      en: `${title.en} ${place} of ${among}`,
    };
  });
  const { zh, en } = join(places, semicolon);
  return {
    zh: `在现聘${grade.zh}中，本年：${zh}（${policy.standing.article}）。`,
    en: `Among those who hold ${grade.en}, this year: ${en} (${policy.standing.article}).`,
  };
}

const mostQuarters = 4;

/** The quarters side by side: the grade, the completion and bars of it, the measures. */
function quarters(view: ManagerView): (rows: number) => Block[] {
  const { appraised, appraisal } = view;
  const points = appraised.trend.slice(-mostQuarters);
  const now = points.at(-1);
  const known = points.flatMap(({ completion }) => (completion === null ? [] : [ratioNumber(completion)]));
  const highest = Math.max(1, ...known);
  const anchorOf = (index: number): string => `history-completion-${index}`;
  const anchors = points.flatMap(({ completion }, index) => (completion === null ? [] : [anchorOf(index)]));
  const tallest: Formula = ['MAX(1', ...anchors.flatMap((anchor) => [',', { anchor }]), ')'];
  const completions: (readonly Cell[])[] =
    known.length === 0 || !hasOwnPlan(view)
      ? []
      : [
          [
            words(averageTitled(w.completion, appraisal.policy.averaging)),
            ...points.map((point, index) =>
              completionCell(appraisal.policy.completionLines, point.completion, {
                anchor: anchorOf(index),
                ...(point === now && point.completion !== null
                  ? { formula: formula`${{ anchor: completionAnchor }}` }
                  : {}),
              }),
            ),
          ],
          [
            words(w.bar),
            ...points.map(({ completion }, index) =>
              completion === null
                ? blank
                : bar(ratioNumber(completion) / highest, [{ anchor: anchorOf(index) }, '/', ...tallest]),
            ),
          ],
        ];
  const measures = (now?.measures ?? []).map(({ measure, title, unit }) => [
    words(join([capital(title), { zh: `（${unitWord(unit).zh}）`, en: ` (${unitWord(unit).en})` }])),
    ...points.map((point) => {
      const value = point.measures.find((each) => each.measure === measure)?.year ?? null;
      const made =
        point === now && value !== null
          ? { formula: formula`${{ anchor: trendAnchor(measure, 'year') }}` }
          : {};
      return (inWan(unit) ? wan : decimal)(value, made);
    }),
  ]);
  const lines: (readonly Cell[])[] = [
    ...completions,
    ...(view.about.has('grades')
      ? [[words(w.grade), ...points.map((point) => words(qualifiedWord(appraisal, point)))]]
      : []),
    ...measures,
  ];
  return (rows) =>
    rows === 0 || points.length < 2 || lines.length === 0
      ? []
      : [
          grid(
            [
              { header: w.quarter, span: 24 - 4 * points.length },
              ...points.map(({ period }) => ({ header: quarterWords(period), span: 4 })),
            ],
            lines.slice(0, rows),
          ),
        ];
}

export function historyBlocks(view: ManagerView): InRoom {
  const [moved, standing, beside] = [sinceLast(view), standingWords(view), quarters(view)];
  if (moved === null && standing === null && beside(1).length === 0) return () => null;
  return ({ history, customers }) => [
    ...[moved, ...causes(view, customers), standing].flatMap((text) =>
      text === null ? [] : [{ kind: 'text', text } as const],
    ),
    ...beside(history),
  ];
}

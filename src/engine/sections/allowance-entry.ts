/** The quarter's allowance as an entry of its section: the rate, the days at half, each fee, and which days were paid by what. */
import { addDays, type Day } from '../../model/calendar.ts';
import type { Allowance, AllowanceEntry, MonthlyFees } from '../../model/entries.ts';
import { amountOf, type Calculation, countOf, type Fact, inFull, show, theseRows } from '../../model/fact.ts';
import { type Hundredths, plain } from '../../model/money.ts';
import type { PolicyFile } from '../../model/policy.ts';
import type { SectionFigure, SectionLine } from '../../model/section-result.ts';
import { inBoth, join, none, same, type Text } from '../../model/text.ts';
import { bothFees } from '../../model/words.ts';
import type { Context } from '../context.ts';
import { allowanceOf } from './allowance.ts';
import { entryOf, figureOf } from './evaluator.ts';

const titles = {
  rate: { zh: '每月标准（元）', en: 'Rate a month (yuan)' },
  days: { zh: '减半天数', en: 'Days at half' },
  amount: { zh: '本季津贴（元）', en: 'Allowance of the quarter (yuan)' },
} as const satisfies Record<string, Text>;

const origin = (title: Text, how: Calculation): Fact['origin'] => ({ kind: 'calculation', title, how });

export function allowanceEntry(spec: NonNullable<PolicyFile['allowance']>, context: Context): AllowanceEntry {
  const { allowance, missing, notes } = allowanceOf(spec, context);
  const { amount, halvedDays, months, stretches, reduced, halvedBy } = allowance;
  const days: Fact = {
    quantity: countOf('days', halvedDays),
    origin:
      halvedBy.length === 0
        ? origin(titles.days, { from: reduced })
        : { kind: 'rows', title: titles.days, rows: theseRows({ table: 'events', rows: halvedBy }) },
  };
  const last = stretches.at(-1);
  const rated: Fact = last?.rated ?? {
    quantity: last?.fees ? amountOf('CNY', last.fees.rate) : null,
    origin: origin(titles.rate, { from: [] }),
  };
  const earlier = stretches.slice(0, -1).flatMap((each) => each.rated ?? []);
  const verdict = amount === null ? null : { id: plain(amount), title: yuanWords(amount) };
  const entry = entryOf(context.manager, {
    outcome: amount === null ? 'unknown' : 'met',
    verdict,
    figures: [
      figureOf('rate', titles.rate, rated),
      figureOf('halved-days', titles.days, days),
      ...otherFigure(allowance, last?.fees ?? null),
      figureOf('amount', titles.amount, {
        quantity: amount === null ? null : amountOf('CNY', amount),
        origin: origin(titles.amount, { from: [rated, ...earlier, ...reduced, days] }),
      }),
    ],
    lines: [
      ...(stretches.length > 1 ? stretchLines(allowance, context.branch.policy) : []),
      ...months.map(({ month, days, halvedDays }) => ({
        title: same(month.slice(0, 7)),
        says: {
          zh: `${days} 天，其中减半 ${halvedDays} 天`,
          en: `${days} days, ${halvedDays} of them at half`,
        },
        outcome: null,
        table: null,
        origin: null,
      })),
      ...halvedBy.map((event) => ({
        title: titles.days,
        says: same([event.date, event.reference, event.note].filter(Boolean).join(' ')),
        outcome: null,
        table: 'events' as const,
        origin: event,
      })),
    ],
    missing,
    notes,
  });
  return { ...entry, allowance };
}

/** The second fee, where the policy has one: what it comes to, or why there is no figure. */
const otherFigure = ({ other, otherFee }: Allowance, last: MonthlyFees | null): SectionFigure[] =>
  other === null
    ? []
    : [
        figureOf('other-fee', other.title, {
          quantity:
            otherFee === null
              ? { kind: 'words', value: last?.together ? bothFees : other.unfilled }
              : amountOf('CNY', otherFee),
          origin: origin(other.title, { from: [] }),
        }),
      ];

const yuanWords = (amount: Hundredths): Text => inBoth((lang) => show(inFull(amountOf('CNY', amount)), lang));

/** From which day on which grade was paid. */
const stretchLines = ({ stretches }: Allowance, { ladder }: Pick<PolicyFile, 'ladder'>): SectionLine[] =>
  stretches.map(({ from, fees, days }) => ({
    title: same(`${from} – ${lastOf(from, days)}`),
    says:
      fees === null
        ? { zh: '标准不明', en: 'rate not known' }
        : join([(fees.grade !== null && ladder[fees.grade]?.title) || none, yuanWords(fees.rate)], ' '),
    outcome: null,
    table: null,
    origin: null,
  }));

const lastOf = (from: Day, days: Allowance['stretches'][number]['days']): Day =>
  addDays(from, days.reduce((sum, each) => sum + each.days, 0) - 1);

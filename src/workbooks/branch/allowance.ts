/** 津贴: the quarter's allowance of every manager, month by month, worked out again by formula. */
import type { ManagerAppraisal } from '../../model/appraisal.ts';
import { type Day, monthsOf } from '../../model/calendar.ts';
import type { Allowance, AllowanceEntry, MonthlyFees, PaidStretch } from '../../model/entries.ts';
import { join, semicolon, type Text } from '../../model/text.ts';
import { bothFees, outcomeWords } from '../../model/words.ts';
import { whole, words, yuan } from '../../spreadsheet/cells.ts';
import { type Column, column } from '../../spreadsheet/list.ts';
import type { Cell, Formula } from '../../spreadsheet/sheet.ts';
import { allowanceCell } from '../allowance-cell.ts';
import { type BranchView, heldColumn, listSheet, managerColumns } from './view.ts';

const w = {
  sheet: { zh: '津贴', en: 'Allowance' },
  title: { zh: '客户经理费用补贴', en: 'Expense allowance' },
  how: {
    zh: '每月补贴按日计；减半的天数计一半。三个月相加后四舍五入到分。',
    en: 'Paid by the day; halved days count half. The three months are added, then rounded once to the cent.',
  },
};

interface Line {
  readonly appraised: ManagerAppraisal;
  readonly entry: AllowanceEntry;
  readonly allowance: Allowance;
}
type Paid = Column<Line>;

/** What is paid last, and what was paid before it, where the grade changed within the quarter. */
const stretchesOf = ({ stretches }: Allowance) => ({
  last: stretches.at(-1),
  before: stretches.length > 1 ? stretches[0] : undefined,
});
const anyChange = (rows: readonly Line[]): boolean =>
  rows.some(({ allowance }) => allowance.stretches.length > 1);
const anyOther = (rows: readonly Line[]): boolean =>
  rows.some(({ allowance }) => allowance.otherFee !== null);

const rateCell = (stretch: PaidStretch | undefined): Cell => {
  if (stretch === undefined) return words(null);
  return stretch.fees === null ? words(outcomeWords.unknown, { tone: 'open' }) : yuan(stretch.fees.rate);
};

/** The second fee a month; where there is no figure, why. */
const otherRateCell = (stretch: PaidStretch | undefined, unfilled: Text): Cell => {
  const fees = stretch?.fees;
  if (!fees) return words(null);
  return fees.other === null
    ? words(fees.together ? bothFees : unfilled, { tone: 'muted' })
    : yuan(fees.other);
};

const changed = (key: string, header: Text, of: (before: PaidStretch) => Cell): Paid =>
  column(key, header, { when: anyChange }, ({ allowance }) => {
    const { before } = stretchesOf(allowance);
    return before === undefined ? words(null) : of(before);
  });

const monthColumns = (month: Day, index: number): Paid[] => {
  const zh = `${Number(month.slice(5, 7))}月`;
  const en = month.slice(0, 7);
  const inMonth = (before: PaidStretch) => before.days[index];
  return [
    column(`days${index}`, { zh: `${zh}天数`, en: `Days in ${en}` }, ({ allowance }) =>
      whole(allowance.months[index]?.days ?? null),
    ),
    column(`halved${index}`, { zh: `${zh}减半天数`, en: `Halved in ${en}` }, ({ allowance }) =>
      whole(allowance.months[index]?.halvedDays ?? null),
    ),
    changed(`before${index}`, { zh: `${zh}原等级天数`, en: `Former grade in ${en}` }, (each) =>
      whole(inMonth(each)?.days ?? null),
    ),
    changed(
      `halvedBefore${index}`,
      { zh: `${zh}原等级减半天数`, en: `Former grade halved in ${en}` },
      (each) => whole(inMonth(each)?.halvedDays ?? null),
    ),
  ];
};

const columns = (view: BranchView): Paid[] => {
  const other = linesOf(view).find(({ allowance }) => allowance.other)?.allowance.other;
  return [
    ...managerColumns<Line>(({ appraised }) => appraised),
    heldColumn(view, ({ appraised }) => appraised),
    column('rate', { zh: '每月标准（元）', en: 'A month (CNY)' }, [10, 14], ({ allowance }) =>
      rateCell(stretchesOf(allowance).last),
    ),
    changed('rateBefore', { zh: '原等级每月标准（元）', en: 'Former grade a month (CNY)' }, rateCell),
    ...(other
      ? [
          column('otherRate', other.title, [12, 20] as const, ({ allowance }: Line) =>
            otherRateCell(stretchesOf(allowance).last, other.unfilled),
          ),
          changed('otherBefore', { zh: '原等级另一项（元）', en: 'Former grade, the other fee' }, (each) =>
            otherRateCell(each, other.unfilled),
          ),
        ]
      : []),
    ...monthsOf(view.appraisal.period).flatMap(monthColumns),
    column(
      'otherFee',
      { zh: '其中另一项（元）', en: 'Of it the other fee (CNY)' },
      { width: [10, 16], when: anyOther, total: true },
      ({ allowance }) =>
        yuan(
          allowance.otherFee,
          allowance.otherFee === null
            ? undefined
            : { formula: feeFormula(allowance, ['otherRate', 'otherBefore'], ({ together }) => !together) },
        ),
    ),
    column(
      'amount',
      { zh: '本季补贴（元）', en: 'Quarter (CNY)' },
      { width: [10, 16], total: true },
      ({ allowance }) => allowanceCell(allowance, { look: 'strong', formula: amountFormula(allowance) }),
    ),
    column(
      'remark',
      { zh: '减半依据、说明', en: 'Halved by, remarks' },
      { width: [12, 40], when: (rows) => rows.some((row) => remarksOf(row).length > 0) },
      (row) => words(join(remarksOf(row), semicolon)),
    ),
  ];
};

const remarksOf = ({ allowance, entry: { missing, notes } }: Line): (Text | string)[] => [
  ...allowance.halvedBy.map(({ date, reference }) => `${date} ${reference ?? ''}`.trim()),
  ...missing.map(({ text }) => text),
  ...notes,
];

const amountFormula = (allowance: Allowance): Formula => [
  ...feeFormula(allowance, ['rate', 'rateBefore'], () => true),
  ...(allowance.otherFee === null ? [] : ['+', { here: 'otherFee' }]),
];

/** The rates by (days − half of the halved days) ÷ days of each month, rounded once. */
function feeFormula(
  { stretches, months }: Allowance,
  [rate, rateBefore]: readonly [string, string],
  isPaidBy: (fees: MonthlyFees) => boolean,
): Formula {
  const hasChange = stretches.length > 1;
  const counts = (stretch: PaidStretch | undefined): boolean => !!stretch?.fees && isPaidBy(stretch.fees);
  const share = (index: number, isBefore: boolean): Formula => {
    const [all, halved] = [{ here: `days${index}` }, { here: `halved${index}` }];
    const [before, halvedBefore] = [{ here: `before${index}` }, { here: `halvedBefore${index}` }];
    if (isBefore) return ['(', before, '-', halvedBefore, '/2)/', all];
    return hasChange
      ? ['(', all, '-', before, '-(', halved, '-', halvedBefore, ')/2)/', all]
      : ['(', all, '-', halved, '/2)/', all];
  };
  const paid = (key: string, isBefore: boolean): Formula => [
    { here: key },
    '*(',
    ...months.flatMap((_, index) => [...(index === 0 ? [] : ['+']), ...share(index, isBefore)]),
    ')',
  ];
  const parts = [
    ...(counts(stretches.at(-1)) ? [paid(rate, false)] : []),
    ...(hasChange && counts(stretches[0]) ? [paid(rateBefore, true)] : []),
  ];
  return ['ROUND(', ...parts.flatMap((part, index) => [...(index === 0 ? [] : ['+']), ...part]), ',2)'];
}

const linesOf = (view: BranchView): Line[] =>
  view.appraisal.managers.flatMap((appraised) => {
    const { allowance: entry } = appraised.entries;
    return entry === null ? [] : [{ appraised, entry, allowance: entry.allowance }];
  });

export const allowanceSheet = listSheet('allowance', w, columns, linesOf, 'derivation');

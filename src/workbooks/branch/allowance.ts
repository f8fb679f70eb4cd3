/** 津贴: the quarter's allowance of every manager, month by month, worked out again by formula. */

import type { ManagerAppraisal } from '../../model/appraisal.ts';
import { monthsOf } from '../../model/calendar.ts';
import { type Allowance, allowanceOf } from '../../model/entries.ts';
import { join, semicolon } from '../../model/text.ts';
import { whole, words, yuan } from '../../spreadsheet/cells.ts';
import { type Column, list } from '../../spreadsheet/list.ts';
import { type BranchSheet, type BranchView, heldColumn, managerColumns, opening } from './view.ts';

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
  readonly allowance: Allowance;
}

const columns = (view: BranchView): Column<Line>[] => [
  ...managerColumns<Line>(({ appraised }) => appraised),
  heldColumn(view, ({ appraised }) => appraised),
  {
    key: 'rate',
    header: { zh: '每月标准（元）', en: 'A month (CNY)' },
    width: [10, 14],
    of: ({ allowance }) => yuan(allowance.rate),
  },
  ...monthsOf(view.appraisal.period).flatMap((month, index): Column<Line>[] => {
    const number = Number(month.slice(5, 7));
    return [
      {
        key: `days${index}`,
        header: { zh: `${number}月天数`, en: `Days in ${month.slice(0, 7)}` },
        of: ({ allowance }) => whole(allowance.months[index]?.days ?? null),
      },
      {
        key: `halved${index}`,
        header: { zh: `${number}月减半天数`, en: `Halved in ${month.slice(0, 7)}` },
        of: ({ allowance }) => whole(allowance.months[index]?.halvedDays ?? null),
      },
    ];
  }),
  {
    key: 'amount',
    header: { zh: '本季补贴（元）', en: 'Quarter (CNY)' },
    width: [10, 16],
    total: true,
    of: ({ allowance }) =>
      yuan(allowance.amount, { look: 'strong', formula: quarterFormula(allowance.months.length) }),
  },
  {
    key: 'why',
    header: { zh: '减半依据', en: 'Halved by' },
    width: [12, 30],
    of: ({ allowance }) =>
      words(
        join(
          allowance.halvedBy.map(({ date, reference }) => `${date} ${reference ?? ''}`.trim()),
          semicolon,
        ),
      ),
  },
];

/** rate × Σ (days − half of the halved days) ÷ days, rounded once. */
const quarterFormula = (months: number) => [
  'ROUND(',
  { here: 'rate' },
  '*(',
  ...Array.from({ length: months }, (_, index) => [
    index === 0 ? '(' : '+(',
    { here: `days${index}` },
    '-',
    { here: `halved${index}` },
    '/2)/',
    { here: `days${index}` },
  ]).flat(),
  '),2)',
];

const linesOf = ({ appraisal }: BranchView): Line[] =>
  appraisal.managers.flatMap((appraised) => {
    const allowance = allowanceOf(appraised);
    return allowance === null ? [] : [{ appraised, allowance }];
  });

export const allowanceSheet: BranchSheet = (view) => ({
  id: 'allowance',
  name: w.sheet,
  kind: 'derivation',
  blocks: [opening(w.title, view, w.how), list('allowance', columns(view), linesOf(view))],
});

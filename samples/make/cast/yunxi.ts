// 云溪支行: what is unknown, admonitions that run, are lifted or run out, and credit that goes wrong.

import type { Manager } from '../model.ts';
import {
  customer,
  deposit,
  depositByQuarter,
  loan,
  M,
  planActiveCustomers,
  planDeposits,
  planLoans,
  settled,
} from '../say.ts';

const FINE = { days: 0, amount: 0 };

export const YUNXI: readonly Manager[] = [
  {
    id: '0023',
    name: '孟浮生',
    unit: '云溪支行',
    grade: 'third',
    story:
      'Education and title blank: education unknown, so every grade is; third if it turns out well. Undecided.',
    since: '2017-01-09',
    education: '',
    title: '',
    customers: [customer({ deposits: [deposit(22 * M)] }), customer({ deposits: [deposit(18 * M)] })],
    plans: [planDeposits(3_900)],
    filler: 2,
  },
  {
    id: '0024',
    name: '卫长歌',
    unit: '云溪支行',
    grade: 'fourth',
    story: 'Entry exam blank in Q1 and Q2, then entered as passed: unknown first, fourth after.',
    since: '2024-03-18',
    entryExam: ['', '', '合格', '合格'],
    customers: [customer({ deposits: [deposit(11 * M)] }), customer({ deposits: [deposit(9 * M)] })],
    plans: [planDeposits(1_900)],
    filler: 2,
  },
  {
    id: '0025',
    name: '冯晚照',
    unit: '云溪支行',
    grade: 'second',
    story:
      'No start date in the roster: tenure unknown for the three upper grades. Third for certain, second perhaps; undecided.',
    since: '',
    customers: [
      customer({ deposits: [deposit(30 * M)] }),
      customer({ deposits: [deposit(28 * M)] }),
      customer({ deposits: [deposit(22 * M)] }),
    ],
    plans: [planDeposits(7_800)],
  },
  {
    id: '0026',
    name: '曹野渡',
    unit: '云溪支行',
    grade: 'third',
    story:
      'Among the bottom three in 2025 and 2026, otherwise third: downgraded. A customer with settlement only stands on the books.',
    since: '2015-12-01',
    customers: [
      customer({ deposits: [deposit(23 * M)] }),
      customer({ deposits: [deposit(19 * M)] }),
      customer({ settlement: [settled('USD', [50_000, 60_000, 50_000, 60_000])] }),
    ],
    plans: [planDeposits(4_100), planActiveCustomers(3, 3)],
    filler: 3,
  },
  {
    id: '0027',
    name: '谢扶光',
    unit: '云溪支行',
    grade: 'first',
    story:
      'Admonished on 16 March, never lifted, deposits below plan all year: the six months run out on 16 September. Qualified first; one step down.',
    since: '2013-05-20',
    customers: [
      customer({ deposits: [deposit(80 * M)], loans: [loan(110 * M)] }),
      customer({ deposits: [deposit(50 * M)], loans: [loan(100 * M)] }),
      customer({ deposits: [deposit(22 * M)] }),
    ],
    plans: [planDeposits(15_500), planLoans(20_000)],
  },
  {
    id: '0028',
    name: '罗拾遗',
    unit: '云溪支行',
    grade: 'second',
    story:
      'Admonished on 31 August 2025: the period ends on 28 February. A loan that was bad before the year still is: accountability, yet no hindrance to the grade, for the normal share rose. Has 60 % of an account with 0029.',
    since: '2012-02-27',
    customers: [
      customer({
        deposits: [deposit(30 * M)],
        loans: [loan(44 * M, { prior: { balance: 40 * M, class: '正常' } })],
      }),
      customer({
        deposits: [deposit(27 * M)],
        loans: [loan(3 * M, { class: '可疑', prior: { balance: 4 * M, class: '次级' }, due: '2026-12-31' })],
      }),
      customer({ deposits: [deposit(20 * M)] }),
    ],
    plans: [planDeposits(8_200), planLoans(4_600)],
  },
  {
    id: '0029',
    name: '邓折桂',
    unit: '云溪支行',
    grade: 'second',
    story:
      'Admonished on 15 January, lifted on 20 May. In Q1 a loan is 29 days overdue: credit risk, not yet a month; explained in April. An account closed in Q3 stays in the export at 0.',
    since: '2016-11-14',
    customers: [
      customer({
        deposits: [deposit(32 * M)],
        loans: [
          loan(15 * M, {
            overdue: [{ days: 29, amount: 1_000_000 }, FINE, FINE, FINE],
            due: '2027-02-28',
          }),
        ],
      }),
      customer({
        deposits: [
          deposit(26 * M),
          depositByQuarter([2 * M, 2 * M, 800_000, 0], { end: [2 * M, 2 * M, 0, 0] }),
        ],
      }),
      customer({ deposits: [deposit(20 * M)] }),
    ],
    plans: [planDeposits(8_100), planLoans(1_500)],
    filler: 2,
  },
  {
    id: '0030',
    name: '尹观澜',
    unit: '云溪支行',
    grade: 'third',
    story:
      'Q2: a loan exactly 30 days overdue and interest in arrears; cured in Q3, but it counts all year: no grade from Q2 on. Neither admonished nor explained: an explanation is owed in Q3.',
    since: '2018-06-25',
    customers: [
      customer({
        deposits: [deposit(21 * M)],
        loans: [
          loan(12 * M, {
            overdue: [FINE, { days: 30, amount: 500_000 }, FINE, FINE],
            arrears: [FINE, { days: 12, amount: 35_000 }, FINE, FINE],
            due: '2027-11-30',
          }),
        ],
      }),
      customer({ deposits: [deposit(20 * M)] }),
    ],
    plans: [planDeposits(4_000), planLoans(1_200)],
    filler: 2,
  },
  {
    id: '0031',
    name: '范云书',
    unit: '云溪支行',
    grade: 'fourth',
    story:
      'An advance on a bank acceptance in Q3 and Q4; the item falls to 次级 in Q4. No grade; leaves the series.',
    since: '2020-08-03',
    customers: [
      customer({ deposits: [deposit(12 * M)], loans: [loan(20 * M)] }),
      customer({
        deposits: [deposit(8 * M)],
        loans: [
          loan(6 * M, {
            product: '银行承兑汇票',
            class: ['正常', '正常', '关注', '次级'],
            advance: [0, 0, 2 * M, 2 * M],
            due: '2026-09-15',
          }),
        ],
      }),
    ],
    plans: [planDeposits(1_950), planLoans(2_000)],
  },
  {
    id: '0032',
    name: '汪知夏',
    unit: '云溪支行',
    grade: 'third',
    story:
      'One loan goes down class by class, 关注 to 损失, overdue from Q2. Admonished on 2 July (the Q2 export shows it already: ignored there). Gross negligence in November: dismissal to be reviewed.',
    since: '2015-04-07',
    customers: [
      customer({ deposits: [deposit(22 * M)], loans: [loan(25 * M)] }),
      customer({
        deposits: [deposit(17 * M)],
        loans: [
          loan(10 * M, {
            class: ['关注', '次级', '可疑', '损失'],
            overdue: [
              FINE,
              { days: 45, amount: 2_000_000 },
              { days: 137, amount: 6_000_000 },
              { days: 229, amount: 10_000_000 },
            ],
            arrears: [FINE, FINE, { days: 71, amount: 186_500 }, { days: 163, amount: 402_800 }],
            due: '2026-05-16',
          }),
        ],
      }),
    ],
    plans: [planDeposits(3_800), planLoans(3_400)],
    filler: 2,
  },
  {
    id: '0047',
    name: '石不语',
    unit: '云溪支行',
    grade: 'second',
    story: 'On standby (待岗): not appraised, but the overdue loan stays on the watch list.',
    since: '2014-06-16',
    status: ['待岗', '待岗', '待岗', '待岗'],
    customers: [
      customer({
        deposits: [deposit(30 * M)],
        loans: [
          loan(5 * M, {
            class: '次级',
            prior: { balance: 5 * M, class: '关注' },
            overdue: [
              { days: 60, amount: 800_000 },
              { days: 151, amount: 800_000 },
              { days: 243, amount: 1_200_000 },
              { days: 335, amount: 1_200_000 },
            ],
            due: '2026-01-30',
          }),
        ],
      }),
    ],
    plans: [],
  },
];

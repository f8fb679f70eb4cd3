// 开发区支行: managers at and beside the thresholds of second, third and fourth, where one condition is enough.

import type { Manager } from '../model.ts';
import {
  agreement,
  customer,
  deposit,
  loan,
  M,
  planActiveCustomers,
  planDeposits,
  planLoans,
  planSettlement,
  settled,
} from '../say.ts';

export const KAIFAQU: readonly Manager[] = [
  {
    id: '0011',
    name: '江采薇',
    unit: '开发区支行',
    grade: 'second',
    story:
      'Deposits alone make second: exactly 75,000,000.00 with a customer of exactly 25,000,000.00. No credit at all: the credit rules do not apply. A work error in February.',
    since: '2019-05-06',
    customers: [
      customer({ deposits: [deposit(25 * M, { prior: 24 * M })] }),
      customer({ deposits: [deposit(24 * M, { prior: 23 * M })] }),
      customer({ deposits: [deposit(20 * M, { prior: 19 * M })] }),
      customer({ deposits: [deposit(6 * M)] }),
    ],
    plans: [planDeposits(7_400)],
  },
  {
    id: '0012',
    name: '白鹤鸣',
    unit: '开发区支行',
    grade: 'third',
    story:
      'Only the normal share stands in the way: 75 % now, 75 % when the year began, and it must have risen. Qualified for none; leaves the series.',
    since: '2018-10-08',
    customers: [
      customer({ deposits: [deposit(25 * M)], loans: [loan(30 * M)] }),
      customer({
        deposits: [deposit(15 * M)],
        loans: [loan(10 * M, { class: '关注1', prior: { balance: 10 * M, class: '关注' } })],
      }),
    ],
    plans: [planDeposits(3_900), planLoans(4_000)],
  },
  {
    id: '0013',
    name: '叶知微',
    unit: '开发区支行',
    grade: 'third',
    story:
      'Loans alone make third: exactly 72,000,000.00. An acceptance beside them is a credit item, not a loan: that it falls is no decline.',
    since: '2019-09-01',
    customers: [
      customer({
        deposits: [deposit(10 * M)],
        loans: [
          loan(40 * M),
          loan([5 * M, 4 * M, 3 * M, 2 * M], { product: '银行承兑汇票', due: '2027-03-15' }),
        ],
      }),
      customer({ deposits: [deposit(6 * M)], loans: [loan(32 * M)] }),
    ],
    plans: [planDeposits(1_600), planLoans(7_100), planActiveCustomers(2, 2)],
  },
  {
    id: '0014',
    name: '方未央',
    unit: '开发区支行',
    grade: 'third',
    story: 'Loans one cent under third (71,999,999.99): fourth, by deposits. Downgraded.',
    since: '2020-01-13',
    customers: [
      customer({ deposits: [deposit(9 * M)], loans: [loan(41_999_999.99)] }),
      customer({ deposits: [deposit(8 * M)], loans: [loan(30 * M)] }),
    ],
    plans: [planDeposits(1_700), planLoans(7_000)],
  },
  {
    id: '0015',
    name: '秦望舒',
    unit: '开发区支行',
    grade: 'third',
    story:
      'Settlement alone makes third: USD 5,000,000.00 in the first quarter, little after it; at that pace second until June. The number of active customers is one of the main indicators.',
    since: '2017-06-12',
    customers: [
      customer({
        deposits: [deposit(9 * M)],
        settlement: [settled('USD', [5 * M, 600_000, 700_000, 800_000])],
      }),
      customer({ deposits: [deposit(8 * M)] }),
    ],
    plans: [planDeposits(1_650), planSettlement([480, 55, 65, 75], 700), planActiveCustomers(2, 2, true)],
  },
  {
    id: '0016',
    name: '唐惊蛰',
    unit: '开发区支行',
    grade: 'third',
    story:
      'Settlement at exactly the pace of third in June, and of the year one cent under USD 5,000,000: fourth, and the yearly plan missed by the same cent, although six places show 1.000000. Downgraded for the plan.',
    since: '2016-03-05',
    customers: [
      customer({
        deposits: [deposit(10 * M)],
        settlement: [settled('USD', [1_200_000, 1_300_000, 1_200_000, 1_299_999.99])],
      }),
      customer({ deposits: [deposit(8 * M)] }),
    ],
    plans: [planDeposits(1_750), planSettlement(125, 500)],
  },
  {
    id: '0017',
    name: '宋听雨',
    unit: '开发区支行',
    grade: 'fourth',
    story:
      'Cross-border yuan settlement alone makes fourth: CNY 10,000,000.00 in the first quarter, enough for third then. The deposits are agreement deposits: they hold the floor and nothing else. A loan plan of 0 sets no task.',
    since: '2021-07-01',
    education: '大专',
    customers: [
      customer({
        deposits: [agreement(15_500_000)],
        settlement: [settled('CNY', [10 * M, 2 * M, 2 * M, 2 * M])],
      }),
      customer({ deposits: [deposit(600_000)] }),
    ],
    plans: [planDeposits(1_600), planLoans(0)],
  },
  {
    id: '0018',
    name: '韩行简',
    unit: '开发区支行',
    grade: 'fourth',
    story:
      'The same, but CNY 9,999,999.99 and nothing after it: one cent short of fourth in the year, qualified for none. Plan missed in every quarter; from fourth there is no step down: leaves the series. A yellow card last year: the one that is due now would mean dismissal.',
    since: '2021-03-22',
    customers: [
      customer({
        deposits: [agreement(15_200_000)],
        settlement: [settled('CNY', [9_999_999.99, 0, 0, 0])],
      }),
    ],
    plans: [planDeposits(1_600)],
  },
  {
    id: '0019',
    name: '许怀瑾',
    unit: '开发区支行',
    grade: 'third',
    story:
      'Shares an account of 20,000,000.01 half and half with 0020 and, as the lower id, gets the odd cent: new deposits of exactly 15,000,000.00 make third.',
    since: '2018-12-03',
    customers: [
      customer({ deposits: [deposit(12 * M, { prior: 7_000_000.01 })] }),
      customer({ deposits: [deposit(5 * M)] }),
    ],
    plans: [planDeposits(2_600)],
  },
  {
    id: '0020',
    name: '何枕流',
    unit: '开发区支行',
    grade: 'third',
    story: 'The other half, without the cent: new deposits 14,999,999.99, fourth by deposits. Downgraded.',
    since: '2019-02-18',
    customers: [
      customer({ deposits: [deposit(12 * M, { prior: 7_000_000.01 })] }),
      customer({ deposits: [deposit(6 * M)] }),
    ],
    plans: [planDeposits(2_700)],
  },
  {
    id: '0021',
    name: '吕清和',
    unit: '开发区支行',
    grade: 'fourth',
    story:
      'Exactly on the floor and exactly fourth: 15,000,000.00, of which a customer of exactly 500,000.00. Plan met at exactly 100 %.',
    since: '2022-04-11',
    education: '大专',
    customers: [customer({ deposits: [deposit(14_500_000)] }), customer({ deposits: [deposit(500_000)] })],
    plans: [planDeposits(1_500), planActiveCustomers(2, 2)],
  },
  {
    id: '0022',
    name: '施一苇',
    unit: '开发区支行',
    grade: 'fourth',
    story:
      'One cent under the floor: 14,999,999.99, and a second customer of 499,999.99 that does not count. At risk until Q3, yellow card and exit in Q4.',
    since: '2022-09-19',
    customers: [
      customer({ deposits: [deposit(14_999_999.99, { prior: 14_800_000 })] }),
      customer({ deposits: [deposit(499_999.99, { prior: 450_000 })] }),
    ],
    plans: [planDeposits(1_500)],
  },
];

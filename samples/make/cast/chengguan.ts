// 城关支行: managers at and beside the thresholds of the three upper grades.

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
  planNewDeposits,
  planSettlement,
  settled,
} from '../say.ts';

export const CHENGGUAN: readonly Manager[] = [
  {
    id: '0001',
    name: '周砚秋',
    unit: '城关支行',
    grade: 'senior',
    story:
      'Exactly at every bound of senior: deposits 250,000,000.00 with a customer of 100,000,000.00, loans 350,000,000.00 with one of 150,000,000.00; the agreement deposit does not count. Special report in August. Renewed.',
    since: '2012-07-01',
    customers: [
      customer({
        deposits: [deposit(100 * M, { prior: 98 * M }), agreement(20 * M)],
        loans: [loan(90 * M), loan(60 * M, { product: '固定资产贷款', due: '2029-12-20' })],
      }),
      customer({ deposits: [deposit(80 * M, { prior: 78 * M })], loans: [loan(120 * M)] }),
      customer({ deposits: [deposit(70 * M, { prior: 69 * M })], loans: [loan(80 * M)] }),
    ],
    plans: [planDeposits(26_800), planLoans(35_000), planNewDeposits(500), planActiveCustomers(3, 3)],
  },
  {
    id: '0002',
    name: '吴青简',
    unit: '城关支行',
    grade: 'senior',
    story:
      'One cent under senior: deposits 249,999,999.99, so only loans are met. Qualified first; downgraded for it.',
    since: '2011-03-15',
    customers: [
      customer({ deposits: [deposit(100 * M, { prior: 99 * M })], loans: [loan(150 * M)] }),
      customer({ deposits: [deposit(90 * M, { prior: 88 * M })], loans: [loan(130 * M)] }),
      customer({ deposits: [deposit(59_999_999.99, { prior: 57 * M })], loans: [loan(70 * M)] }),
    ],
    plans: [planDeposits(24_900), planLoans(34_000)],
  },
  {
    id: '0003',
    name: '沈既白',
    unit: '城关支行',
    grade: 'senior',
    story:
      'The total of deposits is met, the single customer one cent under 100,000,000. New deposits one cent under 50,000,000 until the fourth quarter brings the cent; settlement reaches exactly USD 30,000,000 then. No special report: first.',
    since: '2010-09-01',
    customers: [
      customer({
        deposits: [deposit(99_999_999.99, { prior: 70 * M })],
        settlement: [settled('USD', [6 * M, 7 * M, 8 * M, 9 * M])],
      }),
      customer({ deposits: [deposit(90 * M, { prior: 80 * M })] }),
      customer({ deposits: [deposit([70 * M, 70 * M, 70 * M, 70_000_000.01], { prior: 60 * M })] }),
    ],
    plans: [planDeposits(25_900), planSettlement([600, 700, 800, 900], 3_000)],
  },
  {
    id: '0005',
    name: '顾临川',
    unit: '城关支行',
    grade: 'first',
    story:
      'Business of senior all year; the third anniversary falls on the last day of the year, so second until then and senior in Q4. Promotion exam failed: renewed, with the exam named as what stands in the way.',
    since: '2023-12-31',
    education: '研究生',
    promotionExam: '不合格',
    customers: [
      customer({ deposits: [deposit(110 * M, { prior: 85 * M })] }),
      customer({ deposits: [deposit(80 * M, { prior: 65 * M })] }),
      customer({ deposits: [deposit(65 * M, { prior: 50 * M })] }),
    ],
    plans: [planDeposits(25_000)],
  },
  {
    id: '0006',
    name: '林雁回',
    unit: '城关支行',
    grade: 'second',
    story: 'Qualified senior, two steps up, outstanding, exam passed: promoted exceptionally.',
    since: '2017-04-20',
    promotionExam: '合格',
    customers: [
      customer({ deposits: [deposit(130 * M, { prior: 100 * M })] }),
      customer({ deposits: [deposit(75 * M, { prior: 60 * M })] }),
      customer({ deposits: [deposit(60 * M, { prior: 50 * M })] }),
    ],
    plans: [planDeposits(26_000)],
    filler: 3,
  },
  {
    id: '0007',
    name: '程止水',
    unit: '城关支行',
    grade: 'first',
    story:
      'The bound on counted customers decides: 5,000,000.00 counts for senior, 4,999,999.99 takes a loan of 200 million out; 3,000,000.00 counts for first, 2,999,999.99 takes its settlement out. First at exactly USD 5,000,000 a quarter, 20,000,000 in the year.',
    since: '2014-11-10',
    customers: [
      customer({ deposits: [deposit(5_000_000)], loans: [loan(150 * M)] }),
      customer({ deposits: [deposit(4_999_999.99, { prior: 4_900_000 })], loans: [loan(200 * M)] }),
      customer({ deposits: [deposit(8 * M)] }),
      customer({
        deposits: [deposit(3_000_000)],
        settlement: [settled('USD', [5 * M, 5 * M, 5 * M, 5 * M])],
      }),
      customer({
        deposits: [deposit(2_999_999.99, { prior: 2_900_000 })],
        settlement: [settled('USD', [3_750_000, 3_750_000, 3_750_000, 3_750_000])],
      }),
    ],
    plans: [planDeposits(2_300), planLoans(35_000), planSettlement(850, 3_400)],
  },
  {
    id: '0008',
    name: '陆问渠',
    unit: '城关支行',
    grade: 'second',
    story:
      'An approved correction of 1,000,000 for one customer lifts that customer to exactly 25,000,000 and the total to exactly 75,000,000: second by deposits alone.',
    since: '2018-02-01',
    customers: [
      customer({ deposits: [deposit(24 * M, { prior: 22 * M })] }),
      customer({ deposits: [deposit(23 * M, { prior: 22 * M })] }),
      customer({ deposits: [deposit(22 * M, { prior: 21 * M })] }),
      customer({ deposits: [deposit(5 * M)], loans: [loan(10 * M)] }),
    ],
    plans: [planDeposits(7_400), planLoans(1_000), planActiveCustomers(4, 4)],
  },
  {
    id: '0009',
    name: '苏折柳',
    unit: '城关支行',
    grade: 'second',
    story:
      'Loans alone make second: exactly 180,000,000.00 with a customer of exactly 50,000,000.00. In Q2 a correction without a customer lifts the quarter settlement to exactly 100 % of the plan.',
    since: '2016-08-15',
    customers: [
      customer({
        deposits: [deposit(6 * M)],
        loans: [loan(50 * M)],
        settlement: [settled('USD', [500_000, 400_000, 500_000, 600_000])],
      }),
      customer({ deposits: [deposit(5 * M)], loans: [loan(48 * M)] }),
      customer({ deposits: [deposit(4 * M)], loans: [loan(45 * M)] }),
      customer({ deposits: [deposit(3 * M)], loans: [loan(37 * M)] }),
    ],
    plans: [planLoans(17_800), planSettlement(50, 200)],
  },
];

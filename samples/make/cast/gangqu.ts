// 港区支行: foreign currency, falling customers, missed plans and the dismissal rules.

import type { Manager } from '../model.ts';
import {
  customer,
  deposit,
  depositByQuarter,
  loan,
  M,
  planDeposits,
  planLoans,
  planSettlement,
  settled,
} from '../say.ts';

export const GANGQU: readonly Manager[] = [
  {
    id: '0004',
    name: '郑归帆',
    unit: '港区支行',
    grade: 'first',
    story:
      'Grows all year: first in Q1, senior from Q2 by settlement (USD, EUR, HKD) and new deposits. Exam passed: promoted one step. Domestic settlement does not count.',
    since: '2015-07-15',
    promotionExam: '合格',
    customers: [
      customer({
        deposits: [deposit([45 * M, 52 * M, 58 * M, 62 * M], { prior: 20 * M })],
        settlement: [
          settled('USD', [5 * M, 5 * M, 5 * M, 5 * M]),
          settled('CNY', [12 * M, 12 * M, 12 * M, 12 * M], '国内结算'),
        ],
      }),
      customer({
        deposits: [deposit([35 * M, 38 * M, 40 * M, 43 * M], { prior: 25 * M })],
        settlement: [settled('EUR', [2 * M, 2 * M, 2 * M, 2 * M])],
      }),
      customer({
        deposits: [deposit(3 * M, { currency: 'USD', prior: 2 * M })],
        settlement: [settled('HKD', [7 * M, 7 * M, 7 * M, 7 * M])],
      }),
    ],
    plans: [planDeposits([10_000, 11_000, 11_500, 12_000], 11_500), planSettlement(780, 3_120)],
  },
  {
    id: '0033',
    name: '崔远岫',
    unit: '港区支行',
    grade: 'second',
    story:
      "The main customer's balance falls in two quarters running: to be reviewed in Q3. The dollar account is steady, only its rate falls: no decline. Shares an account and a dollar loan with 0035.",
    since: '2014-02-10',
    customers: [
      customer({
        deposits: [
          deposit([29 * M, 28_500_000, 28 * M, 27_500_000], {
            end: [30 * M, 28 * M, 26 * M, 27 * M],
            prior: 29 * M,
          }),
        ],
        loans: [loan(60 * M)],
      }),
      customer({ deposits: [deposit(2 * M, { currency: 'USD' })], loans: [loan(70 * M)] }),
      customer({ deposits: [deposit(2 * M)], loans: [loan(56 * M)] }),
    ],
    plans: [planDeposits(4_200), planLoans(18_000)],
    filler: 2,
  },
  {
    id: '0034',
    name: '丁如晦',
    unit: '港区支行',
    grade: 'third',
    story:
      'Plan reached at 85, 75, 72 and 90 %: yellow card from Q2, admonition in Q3, admonished on 20 October. Downgraded for the plan.',
    since: '2017-10-30',
    customers: [
      customer({
        deposits: [
          depositByQuarter([32_500_000, 27_500_000, 26 * M, 35 * M], {
            end: [30 * M, 30 * M, 30 * M, 33 * M],
            prior: 33 * M,
          }),
        ],
      }),
      customer({ deposits: [deposit(10 * M)] }),
    ],
    plans: [planDeposits(5_000)],
  },
  {
    id: '0035',
    name: '贾星槎',
    unit: '港区支行',
    grade: 'second',
    story:
      'A yellow card in July 2025 and another in August 2026: dismissal. Deposits in euro, a euro loan, half of an account and 40 % of a dollar loan shared with 0033.',
    since: '2013-08-26',
    customers: [
      customer({
        deposits: [deposit(40 * M)],
        loans: [loan(1 * M, { currency: 'EUR', product: '进出口贸易融资' })],
      }),
      customer({ deposits: [deposit(3 * M, { currency: 'EUR' })] }),
      customer({ deposits: [deposit(14 * M)] }),
    ],
    plans: [planDeposits(7_700)],
    filler: 2,
  },
  {
    id: '0036',
    name: '姚明夷',
    unit: '港区支行',
    grade: 'third',
    story:
      'A violation in May: to be reviewed in Q2 and again for the year. An account is missing from the Q3 export: gone, and said so.',
    since: '2016-05-09',
    customers: [
      customer({ deposits: [deposit(24 * M)] }),
      customer({
        deposits: [deposit(18 * M), deposit(600_000, { prior: 700_000, goneFrom: 3 })],
        loans: [loan(8 * M, { currency: 'HKD', product: '进出口贸易融资' })],
      }),
    ],
    plans: [planDeposits(4_100)],
    filler: 3,
  },
  {
    id: '0037',
    name: '邵忘机',
    unit: '港区支行',
    grade: 'fourth',
    story:
      'Dereliction in September, insubordination in December: both to be reviewed for the year. A loan is missing from the Q3 export.',
    since: '2019-03-11',
    customers: [
      customer({ deposits: [deposit(13 * M)], loans: [loan(4 * M, { goneFrom: 3 }), loan(3 * M)] }),
      customer({ deposits: [deposit(6 * M), deposit(2 * M, { currency: 'HKD' })] }),
    ],
    plans: [planDeposits(1_900)],
    filler: 2,
  },
  {
    id: '0038',
    name: '钟未晞',
    unit: '港区支行',
    grade: 'first',
    story:
      'Plan met, qualified first, but rated 不称职 for 2026: yellow card; one step down is proposed and a person must decide.',
    since: '2012-12-17',
    education: '硕士',
    customers: [
      customer({ deposits: [deposit(90 * M)], loans: [loan(120 * M)] }),
      customer({ deposits: [deposit(40 * M)], loans: [loan(90 * M)] }),
      customer({ deposits: [deposit(30 * M)] }),
    ],
    plans: [planDeposits(15_800), planLoans(20_500)],
    filler: 2,
  },
];

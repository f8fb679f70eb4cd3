// 江北支行: trainees, education and tenure, a missing review, and a manager who leaves.

import type { Manager } from '../model.ts';
import { customer, deposit, loan, M, planDeposits } from '../say.ts';

export const JIANGBEI: readonly Manager[] = [
  {
    id: '0010',
    name: '金满渚',
    unit: '江北支行',
    grade: 'second',
    story:
      'New deposits alone make second: exactly 25,000,000.00. Series 小企业: the small customer is nothing to remark on. Second from 10 February on, third before: the allowance of Q1 goes by the day.',
    series: '小企业',
    since: '2017-09-04',
    appointed: { since: '2026-02-10', from: 'third' },
    customers: [
      customer({ deposits: [deposit(25 * M, { prior: 12 * M })] }),
      customer({ deposits: [deposit(20 * M, { prior: 11 * M })] }),
      customer({ deposits: [deposit(15 * M, { prior: 12 * M })] }),
      customer({ deposits: [deposit(300_000)] }),
    ],
    plans: [planDeposits(5_900)],
  },
  {
    id: '0039',
    name: '戴疏影',
    unit: '江北支行',
    grade: 'second',
    story: 'Second all year, but no review for 2026: undecided until it is there.',
    since: '2018-08-20',
    customers: [
      customer({ deposits: [deposit(31 * M)] }),
      customer({ deposits: [deposit(26 * M)] }),
      customer({ deposits: [deposit(21 * M)] }),
    ],
    plans: [planDeposits(7_600)],
    filler: 2,
  },
  {
    id: '0040',
    name: '龚破晓',
    unit: '江北支行',
    grade: 'fourth',
    story:
      'Secondary school only, but a junior professional title: education is met. One customer below 500,000 in everything. Back from the back office on 15 March: nothing is paid for the days before.',
    since: '2009-04-13',
    appointed: { since: '2026-03-15' },
    education: '高中',
    title: '初级',
    customers: [
      customer({ deposits: [deposit(10 * M)] }),
      customer({ deposits: [deposit(8 * M)] }),
      customer({ deposits: [deposit(120_000)] }),
    ],
    plans: [planDeposits(1_750)],
  },
  {
    id: '0041',
    name: '欧阳木樨',
    unit: '江北支行',
    grade: 'third',
    story: 'Secondary school and no title (无): education unmet, so no grade at all. Leaves the series.',
    since: '2008-10-06',
    education: '中专',
    title: '无',
    customers: [customer({ deposits: [deposit(24 * M)] }), customer({ deposits: [deposit(17 * M)] })],
    plans: [planDeposits(4_000)],
    filler: 2,
  },
  {
    id: '0042',
    name: '莫问津',
    unit: '江北支行',
    grade: 'third',
    story:
      'One year of service falls exactly on 30 June: third in Q1, second from Q2. No result of the promotion exam: undecided.',
    since: '2025-06-30',
    customers: [
      customer({ deposits: [deposit(33 * M)] }),
      customer({ deposits: [deposit(27 * M)] }),
      customer({ deposits: [deposit(20 * M)] }),
    ],
    plans: [planDeposits(7_900)],
    filler: 2,
  },
  {
    id: '0043',
    name: '安之若',
    unit: '江北支行',
    grade: 'trainee',
    story:
      'Graduate trainee, over on 10 July; new deposits of exactly 15,000,000.00 qualify for third, next year: this year appointed to fourth, by the former employee level 9. Paid the fees of the former post.',
    since: '2025-07-10',
    trainee: { since: '2025-07-10', type: '应届毕业生', level: '9等', exam: '合格', fees: 300 },
    customers: [
      customer({ deposits: [deposit(9 * M, { prior: null })] }),
      customer({ deposits: [deposit(7 * M, { prior: 1 * M })] }),
    ],
    plans: [planDeposits(1_500)],
  },
  {
    id: '0044',
    name: '卓不群',
    unit: '江北支行',
    grade: 'trainee',
    story:
      'Joins on 1 July: six months end on 1 January, one day too late; continues. New deposits 9,999,999.99, one cent short; has a loan, which a trainee may not; no plan.',
    since: '2026-07-01',
    trainee: { since: '2026-07-01', type: '其他', level: '8等' },
    joins: 3,
    customers: [
      customer({
        deposits: [deposit([0, 0, 4 * M, 6_999_999.99], { prior: null, from: 3 })],
        loans: [loan(1 * M, { prior: null, from: 3 })],
      }),
      customer({ deposits: [deposit([0, 0, 2 * M, 3 * M], { prior: null, from: 3 })] }),
    ],
    plans: [],
  },
  {
    id: '0045',
    name: '乔初霁',
    unit: '江北支行',
    grade: 'trainee',
    story:
      'Graduate trainee, over exactly on 31 December; one cent under the floor of 10,000,000: a yellow card, and the appointment to third by the former employee level 8 needs a person.',
    since: '2025-12-31',
    trainee: { since: '2025-12-31', type: '应届毕业生', level: '8等', exam: '合格', fees: 380.5 },
    customers: [
      customer({ deposits: [deposit(6 * M, { prior: null })] }),
      customer({ deposits: [deposit(3_999_999.99, { prior: null })] }),
    ],
    plans: [planDeposits(990)],
  },
  {
    id: '0046',
    name: '童小满',
    unit: '江北支行',
    grade: 'trainee',
    story:
      'Trainee of other origin, over on 5 July; end-of-traineeship exam failed: returns to the former post.',
    since: '2026-01-05',
    trainee: { since: '2026-01-05', type: '其他', level: '9等', exam: '不合格' },
    customers: [
      customer({ deposits: [deposit(7 * M, { prior: null })] }),
      customer({ deposits: [deposit(4 * M, { prior: null })] }),
    ],
    plans: [planDeposits(1_050)],
  },
  {
    id: '0048',
    name: '章去疾',
    unit: '江北支行',
    grade: 'fourth',
    story:
      'Goes to the back office in Q3 (内勤), leaves in Q4 (离岗): appraised in Q1 and Q2 only; an account is missing from the Q3 export.',
    since: '2018-01-22',
    status: ['在岗', '在岗', '内勤', '离岗'],
    customers: [
      customer({ deposits: [deposit(12 * M)] }),
      customer({ deposits: [deposit(6 * M), deposit(800_000, { goneFrom: 3 })] }),
    ],
    plans: [planDeposits(1_800)],
  },
];

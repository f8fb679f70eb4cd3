/**
 * Hand-made appraisals for the sheets: every outcome, shared and foreign accounts, a trainee, a warning of every level,
 * an annual decision. The figures are made up; nothing here follows from the regulation.
 */
import type {
  Appraisal,
  Credited,
  GradeAssessment,
  ManagerAppraisal,
  Portfolio,
  TargetResult,
  Warning,
  WarningLevel,
  WarningOutcome,
} from '../../src/model/appraisal.ts';
import { stageOf } from '../../src/model/calendar.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { amountOf, countOf, type Fact, type Quantity, theseRows } from '../../src/model/fact.ts';
import type { MeasureInForce, PolicyInForce } from '../../src/model/in-force.ts';
import type { Evidence, Finding, Missing } from '../../src/model/judgement.ts';
import { Decimal, type Hundredths } from '../../src/model/money.ts';
import type { Row } from '../../src/model/package.ts';
import { parseRatio, ratio } from '../../src/model/ratio.ts';
import type { RowOrigin } from '../../src/model/table.ts';
import { same, type Text } from '../../src/model/text.ts';
import type { RunContext } from '../../src/workbooks/index.ts';

const wan = (amount: number): Hundredths => BigInt(Math.round(amount * 1_000_000));

const at = (file: string, row: number, sheet: string | null = null): RowOrigin => ({
  source: { file, sheet },
  row,
  exported: null,
});

const cny = (amount: number): Quantity => amountOf('CNY', wan(amount));
const usd = (amount: number): Quantity => amountOf('USD', wan(amount));

const measure = (
  id: string,
  title: string,
  quantity: Quantity | null,
  rows: readonly RowOrigin[] = [],
): Fact => ({
  quantity,
  origin: {
    kind: 'measure',
    measure: id,
    title: same(title),
    basis: 'year',
    customersFrom: wan(50),
    customersBy: 'all-deposits',
    customerId: null,
    rows: theseRows({ table: 'deposits', rows }),
  },
});

const parameter = (quantity: Quantity): Fact => ({
  quantity,
  origin: {
    kind: 'parameter',
    policy: 'grade-regulation',
    edition: '2026.1',
    parameter: 'some-line',
    title: same('标准'),
    article: '11.2',
    since: '2000-01-01',
  },
});

const finding = (rule: string | null, zh: string, article: string, rest: Partial<Finding>): Finding => ({
  rule,
  title: { zh, en: rule ?? `part ${article}` },
  article,
  outcome: 'met',
  needed: null,
  observed: null,
  threshold: null,
  gap: null,
  parts: [],
  evidence: [],
  missing: [],
  notes: [],
  ...rest,
});

/** A figure against a line: met where it reaches it. */
function against(
  rule: string,
  zh: string,
  article: string,
  observed: Fact,
  line: Quantity,
  rest: Partial<Finding> = {},
): Finding {
  const [seen, bound] = [observed.quantity, line];
  if (seen?.kind !== 'amount' || bound.kind !== 'amount')
    return finding(rule, zh, article, { outcome: 'unknown', observed, threshold: parameter(line), ...rest });
  const short = bound.value - seen.value;
  return finding(rule, zh, article, {
    outcome: short <= 0n ? 'met' : 'unmet',
    observed,
    threshold: parameter(line),
    gap: amountOf(bound.unit, short > 0n ? short : 0n),
    ...rest,
  });
}

const missingEducation: Missing = {
  key: 'cell:education',
  text: { zh: '“学历”未填', en: '"education" is blank' },
};
const missingQuarter: Missing = {
  key: 'archive:2026Q2',
  text: { zh: '缺 2026Q2 的存档', en: 'the archive of 2026Q2 is missing' },
};

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly grade: Row<'roster'>['grade'];
  /** 万元: deposits, loans, new deposits; 万美元: settlement. */
  readonly deposits: number;
  readonly loans: number;
  readonly settlement: number;
  readonly newDeposits: number;
  readonly qualified: string | null;
  readonly possible?: string | null;
  readonly warnings?: Readonly<Record<string, WarningOutcome>>;
  readonly unknownEducation?: boolean;
}

const lines = {
  senior: { deposits: 25_000, loans: 35_000, settlement: usd(3_000), fresh: 5_000, needed: 2 },
  first: { deposits: 15_000, loans: 20_000, settlement: usd(2_000), fresh: 3_000, needed: 2 },
  second: { deposits: 7_500, loans: 18_000, settlement: usd(1_000), fresh: 2_500, needed: 1 },
  third: { deposits: 3_800, loans: 7_200, settlement: usd(500), fresh: 1_500, needed: 1 },
  fourth: { deposits: 1_500, loans: 3_600, settlement: cny(1_000), fresh: 1_500, needed: 1 },
} as const;

const rosterRow = (person: Person, row: number): Row<'roster'> => ({
  ...at('名册.xlsx', row, '名册'),
  manager_id: person.id,
  name: person.name,
  unit: person.unit,
  grade: person.grade,
  series: 'corporate',
  marketing_since: '2015-07-01',
  trainee_since: person.grade === 'trainee' ? '2026-03-01' : null,
  trainee_type: person.grade === 'trainee' ? 'graduate' : null,
  education: person.unknownEducation ? '' : '本科',
  title: '',
  entry_exam: 'passed',
  promotion_exam: null,
  status: 'on-duty',
});

function gradesOf(person: Person): GradeAssessment[] {
  const rows = [at('存款.csv', 2)];
  const formal = Object.entries(lines).map(([grade, line]): GradeAssessment => {
    const deposits = measure('deposits', '日均存款（不含协议存款）', cny(person.deposits), rows);
    const business = [
      against('deposits', '日均存款（不含协议存款）', '11.2(1)①', deposits, cny(line.deposits), {
        parts:
          grade === 'fourth'
            ? []
            : [
                {
                  ...against(
                    'largest',
                    '其中最大单户',
                    '',
                    measure('deposits', '日均存款', cny(person.deposits / 2)),
                    cny(2_500),
                  ),
                  rule: null,
                },
              ],
      }),
      against(
        'loans',
        '日均贷款',
        '11.2(1)②',
        measure('loans', '日均贷款', cny(person.loans)),
        cny(line.loans),
      ),
      against(
        'settlement',
        '年国际结算额',
        '11.2(1)③',
        measure(
          'settlement',
          '国际结算额',
          grade === 'fourth' ? cny(person.settlement * 7.1) : usd(person.settlement),
        ),
        line.settlement,
      ),
      against(
        'new-deposits',
        '新增日均存款',
        '11.2(1)④',
        measure('new-deposits', '新增日均存款', cny(person.newDeposits)),
        cny(line.fresh),
      ),
    ];
    const met = business.filter((each) => each.outcome === 'met').length;
    const rules = [
      finding('business', '业务指标', '11.2(1)', {
        outcome: met >= line.needed ? 'met' : 'unmet',
        needed: line.needed,
        parts: business,
      }),
      finding('credit.normal-share', '正常类贷款占比提高', '11.2(2)', {
        observed: {
          quantity: { kind: 'ratio', value: ratio(991n, 1000n) },
          origin: { kind: 'rows', title: same('目前'), rows: theseRows() },
        },
        threshold: {
          quantity: { kind: 'ratio', value: ratio(985n, 1000n) },
          origin: { kind: 'rows', title: same('年初'), rows: theseRows() },
        },
      }),
      finding('credit.no-arrears', '当年未发生欠息', '11.2(2)', { outcome: 'not-applicable' }),
      finding('tenure', '从事营销工作年限', '11.1', {
        observed: {
          quantity: countOf('years', 11),
          origin: { kind: 'rows', title: same('年限'), rows: theseRows() },
        },
        threshold: parameter(countOf('years', 3)),
        gap: countOf('years', 0),
      }),
      finding('education', '学历或专业技术资格', '11', {
        outcome: person.unknownEducation ? 'unknown' : 'met',
        missing: person.unknownEducation ? [missingEducation] : [],
        parts: [
          finding(null, '大专及以上学历', '', {
            outcome: person.unknownEducation ? 'unknown' : 'met',
            missing: person.unknownEducation ? [missingEducation] : [],
          }),
          finding(null, '初级及以上专业技术资格', '', { outcome: 'unmet' }),
        ],
      }),
    ];
    const outcomes = rules.map((rule) => rule.outcome);
    return {
      grade,
      rules,
      outcome: outcomes.includes('unmet') ? 'unmet' : outcomes.includes('unknown') ? 'unknown' : 'met',
    };
  });
  if (person.grade !== 'trainee') return formal;
  const rule = against(
    'trainee.new-deposits',
    '见习新增日均存款',
    '11.2(6)',
    measure('new-deposits', '新增日均存款', cny(person.newDeposits)),
    cny(1_000),
  );
  return [...formal, { grade: 'trainee', rules: [rule], outcome: rule.outcome }];
}

const warningRules: readonly (readonly [rule: string, zh: string, level: WarningLevel, article: string])[] = [
  ['admonition.credit-risk', '所管贷款出现逾期或欠息', 'admonition', '20(2)'],
  ['admonition.below-80', '连续两季主要业务指标不足计划的80%', 'admonition', '20(3)'],
  ['yellow.floor', '未达到在岗最低及格线', 'yellow-card', '21(3)'],
  ['dismissal.violation', '违法违规', 'dismissal', '22(1)'],
  ['accountability.unresolved-credit', '诫勉期满授信风险仍未化解', 'accountability', '23'],
  ['admonition.expired', '诫勉期满仍未完成主要业务指标', 'downgrade-or-exit', '24'],
  ['explanation.not-admonished', '上季应诫勉未诫勉，须书面说明', 'notice', '24'],
  ['notice.hr-list', '未完成主要业务指标，报人力资源部', 'notice', '24'],
];

function warningsOf(person: Person): Warning[] {
  return warningRules.map(([rule, zh, level, article], index) => {
    const outcome = person.warnings?.[rule] ?? 'clear';
    const evidence: Evidence[] =
      outcome === 'triggered' || outcome === 'review'
        ? [
            {
              table: 'loans',
              origin: at('贷款.xlsx', 18 + index, '贷款'),
              says: { zh: `LN-${person.id} 逾期 35 天`, en: `LN-${person.id} overdue 35 days` },
            },
          ]
        : [];
    const completion = rule === 'admonition.below-80';
    return {
      rule,
      title: { zh, en: rule },
      level,
      article,
      outcome,
      finding: finding(rule, zh, article, {
        outcome:
          outcome === 'clear'
            ? 'unmet'
            : outcome === 'unknown'
              ? 'unknown'
              : outcome === 'not-applicable'
                ? 'not-applicable'
                : 'met',
        observed: completion
          ? {
              quantity: { kind: 'ratio', value: ratio(953n, 1000n) },
              origin: { kind: 'calculation', title: same('完成率'), of: [] },
            }
          : null,
        threshold: completion ? parameter({ kind: 'ratio', value: ratio(4n, 5n) }) : null,
        evidence,
        missing: outcome === 'unknown' ? [missingQuarter] : [],
      }),
    };
  });
}

function targetsOf(person: Person): TargetResult[] {
  const completion = (actual: Hundredths | null, target: Hundredths, unit = 'CNY') => ({
    actual: measure('all-deposits', '日均存款', actual === null ? null : amountOf(unit, actual)),
    target,
    ratio: actual === null || target === 0n ? null : ratio(actual, target),
  });
  const target = (
    indicator: string,
    zh: string,
    unit: string,
    main: boolean,
    quarter: TargetResult['quarter'],
    year: TargetResult['year'],
    previous: TargetResult['previous'],
  ): TargetResult => ({
    indicator,
    title: { zh, en: indicator },
    unit,
    main,
    quarter,
    year,
    origin: at('计划.xlsx', 5, '计划'),
    previous,
  });
  return [
    target(
      'deposits',
      '存款日均',
      'CNY',
      true,
      completion(wan(person.deposits), wan(8_000)),
      completion(wan(person.deposits), wan(9_000)),
      ratio(101n, 100n),
    ),
    target(
      'loans',
      '贷款日均',
      'CNY',
      true,
      completion(wan(person.loans), 0n),
      completion(wan(person.loans), wan(20_000)),
      null,
    ),
    target(
      'settlement',
      '国际结算额',
      'USD',
      true,
      completion(null, wan(100), 'USD'),
      completion(wan(person.settlement), wan(400), 'USD'),
      null,
    ),
    target(
      '网上银行',
      '网上银行',
      '户',
      false,
      completion(1_234n, 2_000n, '户'),
      completion(7_999n, 8_000n, '户'),
      ratio(1n, 2n),
    ),
  ];
}

const amounts = (...values: readonly number[]): Hundredths[] => values.map(wan);

function depositOf(
  person: Person,
  index: number,
  rest: Partial<Row<'deposits'>> = {},
  part = 1,
): Credited<'deposits'> {
  const [year = 0n, prior = 0n, quarter = 0n, end = 0n] = amounts(
    person.deposits / (index + 1),
    person.deposits / (index + 2),
    person.deposits / (index + 1),
    person.deposits / (index + 3),
  );
  const row: Row<'deposits'> = {
    ...at('存款.csv', 2 + index),
    manager_id: person.id,
    customer_id: `C${person.id}${index}`,
    customer_name: `${person.name}的客户${index}有限公司`,
    account: `62200${person.id}000${index}`,
    currency: 'CNY',
    kind: index === 1 ? '协议存款' : '活期存款',
    year_avg: year,
    prior_year_avg: prior,
    quarter_avg: quarter,
    end_balance: end,
    share: parseRatio('1'),
    ...rest,
  };
  const half = (value: Hundredths | null) =>
    value === null || part === 1 ? value : (value * BigInt(part * 100)) / 100n;
  return {
    row,
    yuan: {
      year_avg: half(row.year_avg),
      prior_year_avg: half(row.prior_year_avg),
      quarter_avg: half(row.quarter_avg),
      end_balance: half(row.end_balance),
    },
    dollars: null,
  };
}

export const sharedCustomer = { id: 'C-SHARED', name: '共管集团有限公司' };

function portfolioOf(person: Person, index: number): Portfolio {
  const customer = (at: number) => ({
    customer_id: `C${person.id}${at}`,
    customer_name: `${person.name}的客户${at}有限公司`,
  });
  const loan = (number: number, rest: Partial<Row<'loans'>>): Credited<'loans'> => {
    const row: Row<'loans'> = {
      ...at('贷款.xlsx', 18 + number, '贷款'),
      manager_id: person.id,
      ...customer(number),
      loan_id: `LN-${person.id}-${number}`,
      product: '流动资金贷款',
      currency: 'CNY',
      year_avg: wan(person.loans / 2),
      quarter_avg: wan(person.loans / 2),
      end_balance: wan(person.loans / 3),
      due_date: '2027-03-31',
      overdue_days: 0,
      overdue_amount: 0n,
      arrears_days: null,
      arrears_amount: null,
      advance_amount: 0n,
      share: parseRatio('1'),
      ...rest,
    };
    return {
      row,
      yuan: { year_avg: row.year_avg, quarter_avg: row.quarter_avg, end_balance: row.end_balance },
      dollars: null,
    };
  };
  const settled: Row<'settlement'> = {
    ...at('结算.csv', 7),
    exported: { quarter_amount: '1000000', year_amount: '3000000.5' },
    manager_id: person.id,
    ...customer(0),
    reference: '',
    kind: 'international',
    currency: 'USD',
    quarter_amount: wan(710),
    year_amount: wan(2_130),
    share: parseRatio('1'),
  };
  const classified: Row<'classification'> = {
    ...at('五级分类.xlsx', 9, '分类'),
    loan_id: `LN-${person.id}-0`,
    manager_id: person.id,
    customer_id: `C${person.id}0`,
    currency: 'CNY',
    balance: wan(person.loans / 3),
    class: index % 2 === 0 ? 'normal' : 'substandard',
    prior_balance: wan(person.loans / 4),
    prior_class: 'normal',
  };
  return {
    deposits: [
      depositOf(person, 0),
      depositOf(person, 1),
      depositOf(
        person,
        2,
        { customer_id: sharedCustomer.id, customer_name: sharedCustomer.name, share: parseRatio('0.6') },
        0.6,
      ),
      depositOf(person, 3, {
        currency: 'USD',
        exported: { year_avg: '123456.78', prior_year_avg: '0', quarter_avg: '1', end_balance: '5' },
      }),
      depositOf(person, 4, { year_avg: 4_500_000n, kind: null, prior_year_avg: null }),
    ],
    loans: [loan(0, {}), loan(1, { overdue_days: 35, overdue_amount: 1_250_000n, product: '银行承兑汇票' })],
    settlement: [
      {
        row: settled,
        yuan: { quarter_amount: settled.quarter_amount, year_amount: settled.year_amount },
        dollars: { quarter_amount: 100_000_000n, year_amount: 300_000_050n },
      },
    ],
    classification: [
      {
        row: classified,
        yuan: { balance: classified.balance, prior_balance: classified.prior_balance },
        dollars: null,
      },
    ],
    targets: [],
    metrics: [],
    events: [
      {
        ...at('事件.xlsx', 3, '台账'),
        manager_id: person.id,
        date: '2026-05-12',
        kind: 'admonished',
        reference: '诫〔2026〕3号',
        note: '',
      },
    ],
    reviews: [
      {
        ...at('年度考核.xlsx', 4, '考核'),
        manager_id: person.id,
        year: 2025,
        rating: 'competent',
        score: 8_650n,
      },
    ],
    scores: [],
    collections: [],
    activities: [],
    attendance: [],
    adjustments: [
      {
        ...at('调整.csv', 2),
        manager_id: person.id,
        customer_id: '',
        indicator: 'deposits',
        basis: 'year',
        amount: 123_456n,
        reference: '调〔2026〕1号',
        reason: '漏计一户',
        approved_by: '王主任',
      },
    ],
  };
}

function appraise(person: Person, index: number, annual: boolean): ManagerAppraisal {
  const portfolio = portfolioOf(person, index);
  const all = ['senior', 'first', 'second', 'third', 'fourth'];
  const customers = [...new Set(portfolio.deposits.map(({ row }) => row.customer_id))]
    .sort()
    .map((id, at) => ({
      id,
      name: portfolio.deposits.find(({ row }) => row.customer_id === id)?.row.customer_name ?? '',
      deposits: wan(at === 4 ? 4.5 : 320 - at * 60),
      loans: 0n,
      countedFor: at === 4 ? [] : all.slice(at + 1),
    }));
  return {
    manager: rosterRow(person, index + 4),
    portfolio,
    signs: {},
    trend: [],
    customers,
    grades: gradesOf(person),
    qualifiedGrade: person.qualified,
    possibleGrade: person.possible === undefined ? person.qualified : person.possible,
    missing: person.unknownEducation ? ['education'] : [],
    notes: [],
    floor: against(
      'floor',
      '在岗最低及格线',
      '9.2',
      measure('all-deposits', '日均存款', cny(person.deposits)),
      cny(1_500),
    ),
    targets: targetsOf(person),
    warnings: warningsOf(person),
    allowance: {
      rate: 20_000n,
      amount: 45_161n,
      halvedDays: 46,
      months: [
        { month: '2026-07-01', days: 31, halvedDays: 31 },
        { month: '2026-08-01', days: 31, halvedDays: 15 },
        { month: '2026-09-01', days: 30, halvedDays: 0 },
      ],
      halvedBy: portfolio.events,
    },
    decision: annual
      ? {
          row: 9,
          action: 'renew',
          title: { zh: '续聘', en: 'Renew' },
          toGrade: person.grade,
          approval: { zh: '中心支行（报人力资源部备案）', en: 'Central sub-branch (filed with HR)' },
          articles: ['19(2)'],
          needsPerson: false,
          missing: [],
          notes: [
            { zh: '已达到上一等级条件，仅升级考试未合格', en: 'only the promotion exam stands in the way' },
          ],
          considered: [],
        }
      : null,
  };
}

export const people: readonly Person[] = [
  {
    id: '0007',
    name: '陈静',
    unit: '城东支行',
    grade: 'first',
    deposits: 26_000,
    loans: 36_000,
    settlement: 3_100,
    newDeposits: 5_200,
    qualified: 'senior',
  },
  {
    id: '0012',
    name: '张伟',
    unit: '城东支行',
    grade: 'second',
    deposits: 6_800.000001,
    loans: 9_400,
    settlement: 120,
    newDeposits: 2_499.999999,
    qualified: 'third',
    possible: 'second',
    unknownEducation: true,
    warnings: {
      'admonition.credit-risk': 'triggered',
      'admonition.below-80': 'unknown',
      'notice.hr-list': 'triggered',
      'dismissal.violation': 'review',
    },
  },
  {
    id: '0031',
    name: '欧阳明月',
    unit: '高新区支行',
    grade: 'third',
    deposits: 1_200,
    loans: 500,
    settlement: 0,
    newDeposits: -35.5,
    qualified: null,
    warnings: {
      'yellow.floor': 'triggered',
      'accountability.unresolved-credit': 'triggered',
      'admonition.expired': 'triggered',
      'explanation.not-admonished': 'triggered',
      'yellow.annual-fail': 'not-applicable',
    },
  },
  {
    id: '0044',
    name: '刘洋',
    unit: '高新区支行',
    grade: 'trainee',
    deposits: 900,
    loans: 0,
    settlement: 0,
    newDeposits: 900,
    qualified: null,
  },
];

const books = (
  table: 'deposits' | 'loans' | 'settlement' | 'classification' | 'roster',
): Appraisal['reconciliation'][number] => ({
  table,
  rowsRead: 24,
  rowsCounted: 20,
  excluded:
    table === 'roster'
      ? []
      : [
          {
            rule: 'unassigned',
            title: { zh: '未分配客户经理', en: 'no manager' },
            rows: 2,
            yuan: 12_345_678n,
          },
        ],
  rowsExcluded: table === 'roster' ? 0 : 2,
  rowsDropped: table === 'roster' ? 4 : 2,
  rowsInError: 0,
  yuanRead: table === 'roster' ? null : 9_912_345_678n,
  yuanCredited: table === 'roster' ? null : 9_900_000_000n,
  yuanExcluded: table === 'roster' ? null : 12_345_678n,
});

const grade = (
  id: string,
  zh: string,
  level: number,
  from: number,
): Appraisal['policy']['ladder'][number] => ({
  id,
  title: { zh, en: id },
  employeeLevel: level,
  approval: same('分行党委'),
  trainee: id === 'trainee',
  customersFrom: wan(from),
});

const note = (zh: string, severity: Diagnostic['severity'], row: number): Diagnostic => ({
  severity,
  code: 'amount.blank',
  at: { file: '存款.csv', sheet: null, row, column: '年日均' },
  value: '—',
  message: { zh, en: 'blank amounts count as 0' },
  hint: { zh: '请核对导出', en: 'check the export' },
  managers: ['0012'],
});

const summed = (
  id: string,
  zh: string,
  table: MeasureInForce['table'],
  columns: MeasureInForce['year'],
  without: MeasureInForce['without'] = null,
): MeasureInForce => ({
  id,
  title: { zh, en: id },
  table,
  indicator: id === 'all-deposits' ? 'deposits' : id.replaceAll('-', '_'),
  unit: table === 'settlement' ? 'USD' : 'CNY',
  year: columns,
  quarter: { ...columns, add: columns.add.replace('year', 'quarter') },
  only: null,
  without,
  weighted: null,
});

const measures: readonly MeasureInForce[] = [
  summed('all-deposits', '日均存款', 'deposits', { add: 'year_avg' }),
  summed(
    'deposits',
    '日均存款（不含协议存款）',
    'deposits',
    { add: 'year_avg' },
    {
      column: 'kind',
      words: ['协议存款'],
    },
  ),
  summed('loans', '日均贷款', 'loans', { add: 'year_avg' }),
  summed('settlement', '国际结算额', 'settlement', { add: 'year_amount' }),
  summed('new-deposits', '新增日均存款', 'deposits', { add: 'year_avg', subtract: 'prior_year_avg' }),
];

export const policy: PolicyInForce = {
  id: 'grade-regulation',
  edition: '2026.1',
  title: { zh: '客户经理等级管理办法', en: 'Customer manager grade regulation' },
  sha256: 'ab'.repeat(32),
  ladder: [
    grade('senior', '高级客户经理', 5, 500),
    grade('first', '一级客户经理', 6, 300),
    grade('second', '二级客户经理', 7, 100),
    grade('third', '三级客户经理', 8, 50),
    grade('fourth', '四级客户经理', 9, 50),
    grade('trainee', '见习客户经理', 9, 50),
  ],
  measures,
  parameters: [
    {
      policy: 'grade-regulation',
      id: 'deposits-total',
      title: { zh: '年日均存款', en: 'Year-average deposits' },
      article: '11.2(1)①',
      note: null,
      values: [
        { grade: 'senior', value: cny(25_000), since: '2000-01-01' },
        { grade: 'first', value: cny(15_000), since: '2026-01-01' },
      ],
      reading: false,
      assumption: false,
    },
    {
      policy: 'grade-regulation',
      id: 'customers-scope',
      title: { zh: '客户下限适用的指标', en: 'Indicators the bound applies to' },
      article: '11.2(3)',
      note: { zh: '原文“业务指标统计均不包括”；默认四项指标都不计', en: 'all by default' },
      values: [{ grade: null, value: { kind: 'words', value: same('all') }, since: '2000-01-01' }],
      reading: true,
      assumption: false,
    },
  ],
};

/** An appraisal of some people in one quarter. */
export function appraisalOf(period = '2026Q3', persons: readonly Person[] = people): Appraisal {
  const annual = stageOf(period) === 'annual';
  const source = { file: '存款.csv', sheet: null };
  return {
    period,
    stage: stageOf(period),
    policy,
    package: {
      period,
      settings: { period, chainStarts: null, absent: ['metrics'] },
      bank: null,
      inputs: [
        { name: '存款.csv', bytes: 12_345, sha256: '0f'.repeat(32) },
        { name: '名册.xlsx', bytes: 9_876, sha256: 'a1'.repeat(32) },
      ],
      readings: [
        {
          source,
          table: 'deposits',
          encoding: 'GB18030',
          headerRows: [3],
          columns: [
            { header: '客户号', position: 1, column: 'customer_id', unit: null, unitFrom: null },
            { header: '年日均', position: 2, column: 'year_avg', unit: '万元', unitFrom: 'title' },
            { header: '备注', position: 3, column: null, unit: null, unitFrom: null },
          ],
          rowsRead: 24,
          rowsKept: 22,
          rowsDropped: 2,
          rowsInError: 0,
          totalsChecked: 1,
        },
      ],
      tables: {
        fx: [{ ...at('汇率.csv', 2), currency: 'USD', rate: new Decimal('710'), per: new Decimal('100') }],
        roster: [],
        deposits: [],
        loans: [],
        settlement: [],
        classification: [],
        targets: [],
        metrics: [],
        events: [],
        reviews: [],
        adjustments: [],
        scores: [],
        collections: [],
        units: [],
        activities: [],
        attendance: [],
      },
      rates: new Map([
        ['CNY', new Decimal('1')],
        ['USD', new Decimal('7.1')],
      ]),
      problems: [],
    } as unknown as Appraisal['package'],
    chain: { archived: ['2026Q2'], missing: ['2026Q1'], takenAsClean: annual ? ['2026Q1'] : [] },
    schemes: [{ policy, sections: [] }],
    managers: persons.map((person, index) => appraise(person, index, annual)),
    notAppraised: [
      {
        managerId: '0099',
        name: '待岗者',
        unit: '城东支行',
        problems: [{ zh: '状态：待岗', en: 'on standby' }],
      },
    ],
    unassigned: [
      {
        customerId: 'C-NOBODY',
        name: '无主有限公司',
        deposits: wan(60),
        loans: 0n,
        forHr: true,
        rows: [{ table: 'deposits', origin: at('存款.csv', 40), says: same('年日均 60.00 万元') }],
      },
      { customerId: 'C-SMALL', name: '', deposits: wan(1), loans: 0n, forHr: false, rows: [] },
    ],
    watchList: [
      {
        loanId: 'LN-0012-1',
        managerId: '0012',
        managerName: '张伟',
        customerId: 'C00121',
        customerName: '张伟的客户1有限公司',
        reasons: ['overdue', 'bad-class'],
        class: 'substandard',
        evidence: [
          {
            table: 'loans',
            origin: at('贷款.xlsx', 19, '贷款'),
            says: { zh: '逾期 35 天', en: 'overdue 35 days' },
          },
        ],
      },
    ],
    reconciliation: [
      books('roster'),
      books('deposits'),
      books('loans'),
      books('settlement'),
      books('classification'),
    ],
  };
}

export const context: RunContext = {
  tool: '0.1.0',
  fingerprint: '3fa9c2d17b04',
  problems: [note('年日均有 3 个空白，按 0 计', 'warning', 12), note('另有一列未使用', 'note', 1)],
};

export const text = (value: Text): string => value.zh;

/**
 * Invented sections for the sheets: pay with every kind of arithmetic, duties with lines, a headcount of units, titles;
 * known, unknown and not applicable. The figures were worked out by hand; nothing here follows from a regulation.
 */
import type { Appraisal } from '../../src/model/appraisal.ts';
import { amountOf, countOf, type Fact, type Quantity, theseRows } from '../../src/model/fact.ts';
import type { PolicyInForce } from '../../src/model/in-force.ts';
import type { Finding } from '../../src/model/judgement.ts';
import { fromPlain } from '../../src/model/money.ts';
import { ratio } from '../../src/model/ratio.ts';
import type {
  Arithmetic,
  SchemeAppraisal,
  SectionEntry,
  SectionFigure,
  SectionLine,
  SectionResult,
} from '../../src/model/section-result.ts';
import { same, type Text } from '../../src/model/text.ts';
import { appraisalOf, policy } from './fixture.ts';

export const yuan = (amount: string): Quantity => amountOf('CNY', fromPlain(amount));
const share = (n: bigint, d: bigint): Quantity => ({ kind: 'ratio', value: ratio(n, d) });
const number = (value: number): Quantity => countOf('number', value);

const at = (row: number) => ({ source: { file: '考勤.csv', sheet: null }, row, exported: null });

const fact = (title: Text, quantity: Quantity | null, row = 2): Fact => ({
  quantity,
  origin: { kind: 'rows', title, rows: theseRows({ table: 'attendance', rows: [at(row)] }) },
});

type Figures = Readonly<Record<string, readonly [Text, Quantity | null, Arithmetic?]>>;

const figuresOf = (figures: Figures): SectionFigure[] =>
  Object.entries(figures).map(([id, [title, quantity, by]]) => ({
    id,
    title,
    fact:
      by === undefined ? fact(title, quantity) : { quantity, origin: { kind: 'calculation', title, of: [] } },
    by: by ?? null,
  }));

const entry = (
  subject: string,
  name: string,
  rest: Partial<SectionEntry> & { readonly figures?: readonly SectionFigure[] },
): SectionEntry => ({
  subject,
  name: same(name),
  managerId: null,
  outcome: 'met',
  verdict: null,
  figures: [],
  findings: [],
  lines: [],
  missing: [],
  notes: [],
  ...rest,
});

const finding = (rule: string | null, zh: string, rest: Partial<Finding> = {}): Finding => ({
  rule,
  title: { zh, en: rule ?? 'part' },
  article: '七',
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

const of = (figure: string): Arithmetic => ({ figure });
const plain = (text: string): Arithmetic => ({ number: text });

/** Null: the sales are not known, and nothing that follows from them is. */
function pay(sales: string | null): Figures {
  const known = sales === '62345.67';
  const yuanOr = (ifKnown: string, otherwise: string): Quantity | null =>
    sales === null ? null : yuan(known ? ifKnown : otherwise);
  return {
    base: [{ zh: '基本工资（元）', en: 'Base (yuan)' }, yuan('3000.00')],
    quota: [{ zh: '定额', en: 'Quota' }, yuan('40000.00')],
    sales: [{ zh: '业绩', en: 'Sales' }, sales === null ? null : yuan(sales)],
    rate: [{ zh: '提成比例', en: 'Rate' }, share(3n, 100n)],
    done: [
      { zh: '完成率', en: 'Completion' },
      sales === null ? null : share(fromPlain(sales), fromPlain('40000.00')),
      { quotient: [of('sales'), of('quota')] },
    ],
    above: [
      { zh: '超额部分', en: 'Above the quota' },
      yuanOr('22345.67', '0.00'),
      { largest: [plain('0'), { difference: [of('sales'), of('quota')] }] },
    ],
    commission: [
      { zh: '提成', en: 'Commission' },
      // 22,345.67 × 3 % = 670.3701
      yuanOr('670.37', '0.00'),
      { cents: { product: [of('above'), of('rate')] } },
    ],
    deduction: [{ zh: '扣款', en: 'Deductions' }, yuan('150.00')],
    capped: [
      { zh: '实扣', en: 'Deducted' },
      yuanOr('150.00', '0.00'),
      { smallest: [of('deduction'), of('commission')] },
    ],
    paid: [
      { zh: '应发', en: 'Pay' },
      yuanOr('3520.37', '0.00'),
      {
        when: of('done'),
        atLeast: plain('1'),
        met: { difference: [{ sum: [of('base'), of('commission')] }, of('capped')] },
        otherwise: plain('0'),
      },
    ],
    steps: [
      { zh: '满万元数', en: 'Full ten thousands' },
      sales === null ? null : number(known ? 6 : 3),
      { whole: { quotient: [of('sales'), plain('10000')] } },
    ],
  };
}

const line = (
  day: string,
  says: string,
  outcome: SectionLine['outcome'],
  row: number | null,
): SectionLine => ({
  title: { zh: `${day} 考勤`, en: `${day} attendance` },
  says: { zh: says, en: says === '迟到 12 分钟' ? '12 minutes late' : 'no log' },
  outcome,
  table: row === null ? null : 'attendance',
  origin: row === null ? null : at(row),
});

const missing = { key: 'column:sales', text: { zh: '“业绩”未填', en: '"sales" is blank' } };

const payRules: readonly Finding[] = [
  finding('level', '达到定额一档', {
    outcome: 'unmet',
    parts: [
      finding('quota', '业绩达到定额', {
        outcome: 'unmet',
        observed: fact(same('业绩'), yuan('39999.99')),
        threshold: fact(same('定额'), yuan('40000.00')),
        gap: yuan('0.01'),
      }),
      finding('share', '完成率达到', {
        observed: fact(same('完成率'), share(1n, 1n)),
        threshold: fact(same('标准'), share(1n, 1n)),
      }),
    ],
  }),
  finding('clean', '本年无旷工', {
    parts: [finding(null, '旷工', { outcome: 'unmet', observed: fact(same('次数'), countOf('events', 0)) })],
    evidence: [{ table: 'attendance', origin: at(9), says: { zh: '无旷工记录', en: 'none on record' } }],
  }),
];

const paySection: SectionResult = {
  id: 'pay',
  kind: 'ranks',
  title: { zh: '计划完成', en: 'Pay' },
  article: '七',
  subjects: 'managers',
  verdictTitle: { zh: '档次', en: 'Tier' },
  entries: [
    entry('0007', '陈静', {
      managerId: '0007',
      verdict: { id: 'level', title: { zh: '达标档', en: 'reached' } },
      figures: figuresOf(pay('62345.67')),
      findings: payRules,
      lines: [line('2026-09-01', '迟到 12 分钟', 'unmet', 7), line('2026-09-02', '无日志', 'unknown', null)],
      notes: [{ zh: '审批：联社主任办公会', en: 'approved by: the board' }],
    }),
    entry('0012', '张伟', {
      managerId: '0012',
      outcome: 'unknown',
      figures: figuresOf(pay(null)),
      missing: [missing],
    }),
    entry('0031', '欧阳明月', {
      managerId: '0031',
      outcome: 'not-applicable',
      figures: figuresOf(pay(null)),
    }),
    entry('0044', '刘洋', {
      managerId: '0044',
      outcome: 'unmet',
      verdict: { id: 'none', title: { zh: '未达标', en: 'not reached' } },
      figures: figuresOf(pay('39999.99')),
    }),
  ],
};

/** Second largest of three, in units of 10,000 and in numbers. */
const headcount: Figures = {
  units: [{ zh: '机构数', en: 'Units' }, number(5)],
  scale: [{ zh: '资产负债规模', en: 'Scale' }, yuan('1999999999.99')],
  deposits: [{ zh: '存款新增', en: 'New deposits' }, yuan('400000000.00')],
  assets: [{ zh: '风险资产新增', en: 'New assets' }, yuan('-5000000.00')],
  customers: [{ zh: '客户新增', en: 'New customers' }, countOf('customers', 37)],
  half: [
    { zh: '规模之半', en: 'Half the scale' },
    yuan('1000000000.00'),
    { cents: { quotient: [of('scale'), plain('2')] } },
  ],
  volume: [
    { zh: '按规模', en: 'By volume' },
    number(4),
    { whole: { quotient: [of('scale'), plain('400000000')] } },
  ],
  growth: [
    { zh: '按增长', en: 'By growth' },
    number(2),
    {
      nth: 2,
      of: [
        { whole: { quotient: [of('deposits'), plain('200000000')] } },
        { largest: [plain('0'), { whole: { quotient: [of('assets'), plain('200000000')] } }] },
        { whole: { quotient: [of('customers'), plain('10')] } },
      ],
    },
  ],
  staff: [
    { zh: '编制', en: 'Headcount' },
    number(20),
    { largest: [{ product: [of('units'), plain('4')] }, { sum: [of('volume'), of('growth')] }] },
  ],
};

const section = (
  rest: Partial<SectionResult> & Pick<SectionResult, 'id' | 'title' | 'subjects'>,
): SectionResult => ({
  kind: 'ranks',
  article: '',
  verdictTitle: { zh: '结论', en: 'Verdict' },
  entries: [],
  ...rest,
});

export const secret = '欧阳明月';

const sections: readonly SectionResult[] = [
  paySection,
  section({
    id: 'headcount',
    title: { zh: '编制：核定[人数]', en: 'Headcount' },
    subjects: 'units',
    entries: [
      entry('城东支行', '城东支行', {
        verdict: { id: 'short', title: { zh: '缺员', en: 'vacancies' } },
        figures: figuresOf(headcount),
      }),
    ],
  }),
  section({
    id: 'champions',
    title: { zh: '三个状元', en: 'Champions' },
    subjects: 'titles',
    verdictTitle: { zh: '获得者', en: 'Holder' },
    entries: [
      entry('deposits', '存款状元', { verdict: { id: '0031', title: same(secret) } }),
      entry('interest', '收息状元', { outcome: 'unknown', missing: [missing] }),
    ],
  }),
];

const payPolicy: PolicyInForce = {
  id: 'pay',
  edition: '2012',
  title: { zh: '客户经理薪酬管理制度', en: 'Pay' },
  sha256: 'cd'.repeat(32),
  ladder: [],
  measures: [],
  parameters: [
    {
      policy: 'pay',
      id: 'rate',
      title: { zh: '提成比例', en: 'Commission rate' },
      article: '七',
      note: { zh: '来源未写明', en: 'the source is silent' },
      values: [{ grade: null, value: share(3n, 100n), since: '2000-01-01' }],
      reading: false,
      assumption: true,
    },
    {
      policy: 'pay',
      id: 'tier',
      title: { zh: '定额', en: 'Quota' },
      article: '七',
      note: null,
      values: [{ grade: 'level', value: yuan('40000.00'), since: '2000-01-01' }],
      reading: false,
      assumption: false,
    },
  ],
};

export const payScheme: SchemeAppraisal = { policy: payPolicy, sections };

/** The fixture with the invented sections beside the grades. */
export const withSections = (period = '2026Q3'): Appraisal => ({
  ...appraisalOf(period),
  schemes: [{ policy, sections: [] }, payScheme],
});

/** The same people under the invented policy alone: nobody is graded, warned or paid an allowance. */
export function withoutLadder(period = '2026Q3'): Appraisal {
  const base = appraisalOf(period);
  const floor = finding('floor', '在岗最低及格线', { outcome: 'not-applicable', article: '' });
  return {
    ...base,
    policy: payPolicy,
    schemes: [payScheme],
    unassigned: [],
    watchList: [],
    managers: base.managers.map((each) => ({
      ...each,
      customers: each.customers.map((customer) => ({ ...customer, countedFor: [] })),
      grades: [],
      qualifiedGrade: null,
      possibleGrade: null,
      missing: [],
      floor,
      targets: [],
      warnings: [],
      allowance: { rate: 0n, amount: 0n, halvedDays: 0, months: [], halvedBy: [] },
      decision: null,
    })),
  };
}

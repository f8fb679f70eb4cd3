/**
 * The sample year closed quarter by quarter: the ledger and the roster of the next quarter's package follow from the last
 * one's close; a unit's workbook and its lists name its own people only, and a letter to a person nobody else.
 */
import { beforeAll, expect, test } from 'vitest';
import {
  closingBasisOf,
  closingOutputs,
  decisionsIn,
  readAnswers,
  templatesFor,
} from '../../src/closing/index.ts';
import { bytesInMemory } from '../../src/intake/files/bytes.ts';
import { defaultLimits } from '../../src/intake/files/limits.ts';
import { textOf } from '../../src/intake/files/sheet.ts';
import { openXlsx } from '../../src/intake/files/xlsx/index.ts';
import { lastDay } from '../../src/model/calendar.ts';
import type { ClosingBasis } from '../../src/model/closing.ts';
import { standingFolder } from '../archive/temporary.ts';
import { quarters, type SampleQuarter, sampleYear } from '../runs/sample.ts';
import { blankDecisions } from './filled.ts';
import { fingerprint } from './small.ts';
import { wordsOf } from './words-of.ts';

type Answers = readonly (readonly [sheet: string, id: string, answers: Readonly<Record<string, string>>])[];

/** What the branch decided after each quarter. */
const decided: Readonly<Record<SampleQuarter, Answers>> = {
  '2026Q1': [
    [
      '预警处理',
      '0029',
      {
        处理: '书面说明已收',
        日期: '2026-04-10',
        文号: '云银公〔2026〕18号',
        说明: '一季度贷款逾期情况说明',
      },
    ],
    ['解除诫勉', '0029', { 解除: '是', 日期: '2026-05-20', 文号: '云银人〔2026〕21号' }],
  ],
  '2026Q2': [
    [
      '预警处理',
      '0032',
      { 处理: '诫勉', 日期: '2026-07-02', 文号: '云银人〔2026〕30号', 说明: '二季度贷款逾期' },
    ],
    [
      '名单以外的处理',
      '+1',
      {
        处理: '黄牌',
        客户经理工号: '0035',
        日期: '2026-08-12',
        文号: '云银人〔2026〕38号',
        说明: '连续两季未完成',
      },
    ],
  ],
  '2026Q3': [
    [
      '预警处理',
      '0034',
      {
        处理: '诫勉',
        日期: '2026-10-20',
        文号: '云银人〔2026〕47号',
        说明: '连续两个季度低于计划百分之八十',
      },
    ],
  ],
  '2026Q4': [
    ['聘任审批', '0004', { 审批结果: '晋升', 拟聘等级: '高级客户经理', 日期: '2027-01-20' }],
    ['聘任审批', '0012', { 审批结果: '退出客户经理序列', 日期: '2027-01-20' }],
  ],
};

const { folder, remove } = standingFolder();
const bases = new Map<SampleQuarter, ClosingBasis>();
/** By quarter and name. */
const made = new Map<string, Uint8Array>();

beforeAll(async () => {
  for (const [quarter, appraisal] of await sampleYear()) {
    const basis = closingBasisOf(appraisal, fingerprint);
    if (basis === null) throw new Error(`${quarter} has nothing to close`);
    bases.set(quarter, basis);
    const filled = await blankDecisions(basis);
    for (const [sheet, id, answers] of decided[quarter]) filled.answer(sheet, id, answers);
    const { rows, problems } = await readAnswers(filled.write(folder, `${quarter}.xlsx`), basis);
    const { decisions, problems: more } = decisionsIn(rows, basis);
    const errors = [...problems, ...more].filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const { templates } = await templatesFor(basis, null);
    for await (const { name, bytes } of closingOutputs(basis, decisions, templates, 'zh'))
      made.set(`${quarter}/${name}`, bytes);
  }
  remove();
});

const basisOf = (quarter: SampleQuarter): ClosingBasis => {
  const basis = bases.get(quarter);
  if (basis === undefined) throw new Error(quarter);
  return basis;
};

/** The rows of a table that was written, header first. No cell of the sample holds a comma. */
const table = (name: string): string[][] =>
  new TextDecoder()
    .decode(made.get(name))
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));

/** Kinds of event that no decision of a close records: others enter them in the ledger. */
const others = new Set([
  '违法违规',
  '玩忽职守',
  '重大过失',
  '不服从管理',
  '责任贷款',
  '违规贷款',
  '专题报告',
  '业绩特别突出',
]);

const pairs = quarters.slice(1).map((next, index) => [quarters[index] ?? next, next] as const);

test.each(pairs)('the ledger that closes %s is that of %s', (quarter, next) => {
  const basis = basisOf(next);
  const titles = new Map(basis.events.map(({ id, title }) => [id, title.zh]));
  const written = new Set(
    table(`${quarter}/events.csv`)
      .slice(1)
      .map(([manager, date, kind, reference]) => [manager, date, kind, reference].join(' ')),
  );
  const own = basis.ledger
    // Of what was entered after the next quarter's end, that quarter's own close decides.
    .filter(({ date }) => date <= lastDay(next))
    .map(({ managerId, date, kind, reference }) => [managerId, date, titles.get(kind), reference].join(' '));
  const byHand = own.filter((each) => !written.has(each));
  expect(byHand.filter((each) => ![...others].some((kind) => each.includes(kind)))).toEqual([]);
  expect([...written].filter((each) => !own.includes(each))).toEqual([]);
});

test.each(pairs)(
  'the roster that closes %s is that of %s, but for what the year brought',
  (quarter, next) => {
    const [, ...people] = table(`${quarter}/roster.csv`);
    const { columns, rows } = basisOf(next).roster;
    const written = new Map(people.map((cells) => [cells[0], cells]));
    const news = rows.flatMap((cells) => {
      const before = written.get(cells[0] ?? '');
      if (before === undefined) return [`${cells[0]} is new`];
      return columns.flatMap((column, index) =>
        (cells[index] ?? '') !== (before[basisOf(quarter).roster.columns.indexOf(column)] ?? '')
          ? [`${cells[0]} ${column}`]
          : [],
      );
    });
    expect(news.filter((each) => !/ (?:promotion_exam|trainee_exam)$/.test(each))).toEqual(
      {
        '2026Q2': [],
        '2026Q3': ['0024 entry_exam', '0044 is new', '0048 status'],
        '2026Q4': ['0048 status'],
        '2026Q1': [],
      }[next],
    );
  },
);

test('an approved grade and one who leaves stand on the roster of the year after', () => {
  const [header = [], ...people] = table('2026Q4/roster.csv');
  const cell = (id: string, column: string) =>
    people.find((cells) => cells[0] === id)?.[header.indexOf(column)];
  expect([cell('0004', '现聘等级'), cell('0004', '原聘等级')]).toEqual(['高级客户经理', '一级客户经理']);
  expect(cell('0012', '状态')).toBe('离岗');
});

test('a unit’s workbook names its own people only', async () => {
  const books = [...made].filter(([name]) => name.includes('/units/'));
  expect(books.length).toBeGreaterThan(8);
  for (const [name, bytes] of books) {
    const basis = basisOf(name.slice(0, 6) as SampleQuarter);
    const unit = name.replace(/^.*\/|\.xlsx$/g, '');
    const strangers = basis.people.filter((each) => each.unit !== unit);
    expect(strangers.length).toBeLessThan(basis.people.length);
    const { sheets } = await openXlsx(name, bytesInMemory(Buffer.from(bytes)), defaultLimits);
    for (const sheet of sheets)
      for await (const rows of sheet.rows(() => {}))
        for (const cell of rows.flatMap(({ cells }) => cells.map(textOf))) {
          const named = strangers.filter((each) => cell === each.id || cell.includes(each.name));
          expect(named, `${name}: ${cell}`).toEqual([]);
        }
  }
});

test('a letter to a person names nobody else, and a list of a unit its own people only', () => {
  const letters = [...made].filter(([name]) => name.includes('/letters/'));
  const kinds = new Set(letters.map(([name]) => name.split('/')[2]));
  expect([...kinds].sort()).toEqual(['书面说明', '聘任通知', '诫勉通知书', '黄牌警告通知书'].sort());
  for (const [name, bytes] of letters) {
    const [quarter = '', , kind = '', file = ''] = name.split('/');
    const { people } = basisOf(quarter as SampleQuarter);
    const [to = ''] = file.split(/[-.]/);
    const own = people.filter(({ id, unit }) => (kind === '聘任通知' ? unit : id) === to);
    expect(own.length, name).toBeGreaterThan(0);
    const text = wordsOf(bytes).join('\n');
    const named = people.filter((each) => text.includes(each.name) || text.includes(`${each.id}，`));
    expect(
      named.filter((each) => !own.includes(each)),
      name,
    ).toEqual([]);
    expect(named.length, name).toBeGreaterThan(0);
  }
});

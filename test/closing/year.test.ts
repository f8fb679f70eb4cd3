/**
 * The sample year run and closed quarter by quarter by its own script: the books that go into the next package are those of
 * the sample's; a unit's workbook and its lists name its own people only, and a letter to a person nobody else.
 */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleYear } from '../../samples/year.ts';
import { entriesIn } from '../../src/archive/index.ts';
import { bytesInMemory } from '../../src/intake/files/bytes.ts';
import { defaultLimits } from '../../src/intake/files/limits.ts';
import { textOf } from '../../src/intake/files/sheet.ts';
import { openXlsx } from '../../src/intake/files/xlsx/index.ts';
import { type ClosingBasis, closingBasis } from '../../src/model/closing.ts';
import { standingFolder, temporaryFolder } from '../archive/temporary.ts';
import { appraise, sample } from '../cli/appraise.ts';
import { readPackage } from '../intake/read.ts';
import { quarters, type SampleQuarter } from '../runs/sample.ts';
import { listOf, open } from '../spreadsheet/read.ts';
import { wordsOf } from './words-of.ts';

const { folder, remove } = standingFolder();
const bases = new Map<SampleQuarter, ClosingBasis>();
/** By quarter and name. */
const made = new Map<string, Uint8Array>();
/** What the runs said. */
const said: string[] = [];

beforeAll(async () => {
  const status = await sampleYear(folder, async (args) => {
    const ended = await appraise(args);
    said.push(ended.err);
    return ended.status;
  });
  if (status !== 0) throw new Error(said.at(-1));
  for (const quarter of quarters) {
    const text = readFileSync(join(folder, quarter, 'closing.json'), 'utf8');
    bases.set(quarter, closingBasis.parse(JSON.parse(text)));
    const closed = join(folder, `${quarter}-closed`);
    for (const name of entriesIn(closed)) made.set(`${quarter}/${name}`, readFileSync(join(closed, name)));
  }
}, 300_000);
afterAll(remove);

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

/** The ledger and the roster of a package, read from some of its files. */
async function booksOf(from: string, names: readonly string[]) {
  const place = temporaryFolder();
  for (const name of ['package.yaml', ...names]) cpSync(join(from, name), join(place, name));
  const { tables } = await readPackage(place);
  const cells = (row: object): string =>
    Object.entries(row)
      .filter(([key]) => !['source', 'row', 'exported', 'note'].includes(key))
      .map(([key, value]) => `${key} ${value}`)
      .join(', ');
  // What was done is noted in other words now and then.
  const sorted = (rows: readonly object[]) => rows.map(cells).sort();
  return { events: sorted(tables.events), roster: sorted(tables.roster) };
}

test.each(quarters.slice(1))(
  'the books of %s follow from the close before, and are the sample’s',
  async (quarter) => {
    const own = await booksOf(sample(quarter), [`${quarter}_人事资料.xlsx`]);
    const derived = await booksOf(join(folder, 'packages', quarter), ['events.csv', 'roster.csv']);
    expect(own.events.length).toBeGreaterThan(5);
    expect(derived.events).toEqual(own.events);
    expect(derived.roster).toEqual(own.roster);
  },
);

test('no run finds its books older than the decisions, and each quarter closed is what follows from its run', async () => {
  expect(said.join('')).not.toContain('older');
  for (const quarter of ['2026Q2', '2026Q4']) {
    const { status, out } = await appraise([
      'verify',
      join(folder, `${quarter}-closed`),
      '--archive',
      folder,
    ]);
    expect([status, out]).toEqual([0, expect.stringContaining('same bytes: yes')]);
  }
});

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
  expect([...kinds].sort()).toEqual(
    ['书面说明', '岗位等级评审表', '聘任通知', '解聘建议书', '诫勉通知书', '黄牌警告通知书'].sort(),
  );
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

test('the review form has what the grade asks for and was reached, the plan and the rating', () => {
  const [, form] = [...made].find(([name]) => name.startsWith('2026Q4/letters/岗位等级评审表/0004-')) ?? [];
  const cells = wordsOf(form ?? new Uint8Array());
  const after = (word: string) => cells.slice(cells.indexOf(word) + 1);
  expect(after('申请等级')[0]).toBe('高级客户经理');
  expect(after('新增日均存款').slice(0, 3)).toEqual(['6,702.00 万元', '5,000.00 万元', '符合']);
  expect(after('存款日均').slice(0, 3)).toEqual(['12,606.00 万元', '11,500.00 万元', '完成 109.62 %']);
  expect(after('年度考核')[0]).toBe('优秀、95.00 分');
});

test('the branch’s lists say the employee level, the title towards customers, and until when somebody is admonished', () => {
  const book = open(readFileSync(join(folder, '2026Q4', 'branch-summary.xlsx')));
  const all = new Map(listOf(book, '等级一览', '工号').map((row) => [row.工号, row]));
  const told = (id: string) => {
    const { 行员等级: level, 对外称谓: outward, 诫勉至: until } = all.get(id) ?? {};
    return [level, outward, until === null ? null : new Date(String(until)).toISOString().slice(0, 10)];
  };
  expect(told('0001')).toEqual([5, '高级客户经理', null]);
  expect(told('0004')).toEqual([6, '客户经理', null]);
  // Six months from 2 July, and from 20 October.
  expect([told('0032')[2], told('0034')[2]]).toEqual(['2027-01-02', '2027-04-20']);
  // Since 16 March: they were over in September.
  expect(told('0027')[2]).toBeNull();
  const proposed = new Map(listOf(book, '聘任建议', '审批').map((row) => [row.工号, row]));
  expect(proposed.get('0004')).toMatchObject({ 现聘: '一级客户经理', 行员等级: 6, 对外称谓: '客户经理' });
  expect(proposed.get('0034')?.预警).toMatch(/^诫勉中，至 2027-04-20；/);
});

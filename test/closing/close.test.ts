/** `close`: the ledger and the roster of the next package, letters, lists and register; whole or not at all, and always the same. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { body, docx } from '../../bin/templates/docx.ts';
import { readClosing, readRun } from '../../src/archive/index.ts';
import { manifestSchema } from '../../src/model/manifest.ts';
import { standingFolder } from '../archive/temporary.ts';
import { appraise, hashesOf } from '../cli/appraise.ts';
import { smallPackage } from '../cli/small-package.ts';
import { readPackage } from '../intake/read.ts';
import { open, rowsOf } from '../spreadsheet/read.ts';
import { blankDecisions, type Filled } from './filled.ts';
import { wordsOf } from './words-of.ts';

const { folder, remove } = standingFolder();
const run = join(folder, 'results', '2026Q4');
const closed = join(folder, 'results', '2026Q4-closed');
const decisions = join(folder, 'decisions.xlsx');

const ledger = '客户经理工号,日期,事件类型,文号,说明\n0002,2026-05-31,诫勉,,\n0001,2027-01-04,专题报告,,\n';

async function blank(): Promise<Filled> {
  const archived = await readRun(run);
  const basis = archived?.value ? await readClosing(archived.value) : null;
  if (!basis?.value) throw new Error('the run says not what there is to close');
  return blankDecisions(basis.value);
}

const close = (...more: string[]) =>
  appraise(['close', run, '--decisions', decisions, '--out', closed, ...more]);

const lines = (name: string): string[] =>
  readFileSync(join(closed, name), 'utf8').slice(1).trimEnd().split('\r\n');

beforeAll(async () => {
  const made = smallPackage(folder, '2026Q4');
  writeFileSync(join(made, 'events.csv'), ledger);
  const { status, err } = await appraise(['run', made, '--out', run]);
  if (status !== 0) throw new Error(err);
  const filled = await blank();
  filled.answer('预警处理', '0002', {
    处理: '黄牌',
    日期: '2027-01-08',
    文号: '云〔2027〕3号',
  });
  filled.answer('名单以外的处理', '+1', {
    处理: '诫勉',
    客户经理工号: '0003',
    日期: '2027-01-08',
    文号: '云〔2027〕5号',
    说明: '客户投诉',
  });
  filled.answer('解除诫勉', '0002', { 解除: '是', 日期: '2027-01-09', 文号: '云〔2027〕4号' });
  filled.answer('聘任审批', '0001', { 审批结果: '退出客户经理序列', 日期: '2027-01-12' });
  filled.answer('聘任审批', '0002', { 审批结果: '低聘', 拟聘等级: '三级客户经理', 日期: '2027-01-12' });
  filled.answer('见习', '0003', { 考试: '合格' });
  filled.write(folder);
  const ended = await close();
  if (ended.status !== 0) throw new Error(ended.err);
});
afterAll(remove);

describe('what follows from the decisions', () => {
  test('the ledger goes on: as it stood, then what was decided, by day', () => {
    expect(lines('events.csv')).toEqual([
      '客户经理工号,日期,事件类型,文号,说明',
      '0002,2026-05-31,诫勉,,',
      '0001,2027-01-04,专题报告,,',
      '0002,2027-01-08,黄牌警告,云〔2027〕3号,诫勉期满仍未完成主要业务指标',
      '0003,2027-01-08,诫勉,云〔2027〕5号,客户投诉',
      '0002,2027-01-09,解除诫勉,云〔2027〕4号,',
    ]);
  });

  test('the roster has the new grade and since when, who left, and the exam', () => {
    const [header = '', ...people] = lines('roster.csv');
    const columns = header.split(',');
    const cell = (row: number, column: string) => people[row]?.split(',')[columns.indexOf(column)];
    expect(['现聘等级', '原聘等级', '现聘起始日'].map((column) => cell(1, column))).toEqual([
      '三级客户经理',
      '二级客户经理',
      '2027-01-12',
    ]);
    expect([cell(0, '状态'), cell(0, '备注')]).toEqual(['离岗', '退出客户经理序列 2027-01-12']);
    expect([cell(2, '见习期满考试'), cell(2, '状态')]).toEqual(['合格', '在岗']);
  });

  test('both are read by the next package without an error', async () => {
    const next = smallPackage(folder, '2027Q1');
    for (const name of ['events.csv', 'roster.csv'])
      writeFileSync(join(next, name), readFileSync(join(closed, name)));
    const { tables, problems } = await readPackage(next);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(tables.events).toHaveLength(5);
    expect(tables.roster.map(({ grade, status }) => [grade, status])).toEqual([
      ['third', 'left'],
      ['third', 'on-duty'],
      ['trainee', 'on-duty'],
    ]);
  });

  test('it is chained to the run, and holds the decisions that it rests on', () => {
    const read = (path: string) =>
      manifestSchema.parse(JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')));
    const { closes, inputs, outputs } = read(closed);
    expect(closes?.period).toBe('2026Q4');
    expect(inputs.map(({ name }) => name)).toEqual(['decisions.xlsx']);
    expect(outputs.map(({ name }) => name)).toEqual([
      'decided.json',
      'decisions.xlsx',
      'events.csv',
      'letters/岗位等级评审表/0001-张一.docx',
      'letters/岗位等级评审表/0002-李二.docx',
      'letters/岗位等级评审表/0003-王三.docx',
      'letters/聘任通知/城东支行.docx',
      'letters/诫勉通知书/0003-王三.docx',
      'letters/黄牌警告通知书/0002-李二.docx',
      'register.xlsx',
      'roster.csv',
      'units/城东支行.xlsx',
      'units/城西支行.xlsx',
    ]);
    expect(readFileSync(join(closed, 'decisions.xlsx'))).toEqual(readFileSync(decisions));
  });
});

/** Every sheet of a workbook below its title: header and rows, each cell as a text. */
function sheetsOf(name: string): Record<string, string[]> {
  const book = open(readFileSync(join(closed, name)));
  const word = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : `${cell ?? ''}`);
  const row = (cells: readonly unknown[]) => cells.map(word).join('|');
  return Object.fromEntries(book.SheetNames.map((sheet) => [sheet, rowsOf(book, sheet).slice(2).map(row)]));
}

describe('the lists, cell by cell', () => {
  test('the register: what stands, what falls due, what is open', () => {
    expect(sheetsOf('register.xlsx')).toEqual({
      在册诫勉: [
        '工号|姓名|所属机构|起始日|期满日|文号|费用减半至',
        '0003|王三|城西支行|2027-01-08|2027-07-08|云〔2027〕5号|2027-07-08',
      ],
      黄牌警告记录: [
        '工号|姓名|所属机构|日期|文号|说明|再次受到时',
        '0002|李二|城东支行|2027-01-08|云〔2027〕3号|诫勉期满仍未完成主要业务指标|次年再次受到的，属解聘情形',
      ],
      见习人员: [
        '工号|姓名|所属机构|起始日|期满日|期满考试',
        '0003|王三|城西支行|2026-01-15|2027-01-15|合格',
      ],
      下季到期事项: [
        '工号|姓名|所属机构|事项|日期',
        '0003|王三|城西支行|见习期满|2027-01-15',
        '0003|王三|城西支行|上岗考试尚无结果|',
      ],
      未决事项: ['工号|姓名|所属机构|所在表|编号', '0003|王三|城西支行|聘任审批|0003'],
    });
  });

  test('a unit’s workbook: its own people’s decisions', () => {
    expect(sheetsOf('units/城东支行.xlsx')).toEqual({
      聘任名单: [
        '工号|姓名|所属机构|现聘等级|审批结果|拟聘等级|审批机构|日期|文号',
        '0002|李二|城东支行|二级客户经理|低聘|三级客户经理||2027-01-12|',
      ],
      预警实施情况: [
        '工号|姓名|所属机构|级别|事由|条款|依据|处理|日期|文号',
        '0002|李二|城东支行|低聘或退出|诫勉期满仍未完成主要业务指标|第 24 条|90.33 % / 100.00 %|黄牌|2027-01-08|云〔2027〕3号',
      ],
      备案表: [
        '工号|姓名|所属机构|处理|日期|文号|说明|报备日期',
        '0002|李二|城东支行|黄牌|2027-01-08|云〔2027〕3号||',
        '0001|张一|城东支行|退出客户经理序列|2027-01-12|||',
        '0002|李二|城东支行|低聘|2027-01-12|||',
      ],
      待岗培训名单: ['工号|姓名|所属机构|现聘等级|日期|文号', '0001|张一|城东支行|三级客户经理|2027-01-12|'],
    });
  });
});

describe('verify', () => {
  test('a closed quarter is what follows from its run and its decisions', async () => {
    const { status, out } = await appraise(['verify', closed]);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(': ')[1]),
    ).toEqual(['yes', 'yes', 'yes']);
    expect(status).toBe(0);
  });

  test('a file that was changed since, and a run that is not there', async () => {
    const copy = join(folder, 'copy');
    cpSync(closed, copy, { recursive: true });
    writeFileSync(join(copy, 'roster.csv'), '');
    const { status, out } = await appraise(['verify', copy, '--archive', join(folder, '2026Q4')]);
    expect(status).toBe(3);
    expect(out).toContain('roster.csv was changed');
    expect(out).toContain('its run is there: no');
  });

  test('of a run the package is asked for', async () => {
    const { status, err } = await appraise(['verify', run]);
    expect([status, err]).toEqual([2, expect.stringContaining('--package')]);
  });
});

describe('the place', () => {
  test('the same again changes nothing; made anew it is the same bytes', async () => {
    const before = await hashesOf(closed);
    const again = await close();
    expect([again.status, again.err]).toEqual([0, expect.stringContaining('nothing was changed')]);
    expect((await close('--force')).status).toBe(0);
    expect(await hashesOf(closed)).toEqual(before);
  });

  test('corrected decisions take its place when told to, and leave nothing of the first', async () => {
    const filled = await blank();
    filled.answer('预警处理', '0002', { 处理: '不予处理' });
    filled.answer('解除诫勉', '0002', { 解除: '是', 日期: '2027-01-10' });
    const corrected = filled.write(folder, 'corrected.xlsx');
    const place = join(folder, 'corrected', '2026Q4-closed');
    cpSync(join(folder, 'results'), join(folder, 'corrected'), { recursive: true });
    const closeTo = (out: string, ...more: string[]) =>
      appraise(['close', run, '--decisions', corrected, '--out', out, ...more]);
    const refused = await closeTo(place);
    expect([refused.status, refused.err]).toEqual([2, expect.stringContaining('--force')]);
    expect(await hashesOf(place)).toEqual(await hashesOf(closed));
    expect((await closeTo(place, '--force')).status).toBe(0);
    expect(existsSync(join(place, 'letters', '黄牌警告通知书'))).toBe(false);
    expect(existsSync(join(place, 'letters', '诫勉通知书'))).toBe(false);
    expect(readFileSync(join(place, 'events.csv'), 'utf8').slice(1).trimEnd().split('\r\n')).toEqual([
      ...ledger.trimEnd().split('\n'),
      '0002,2027-01-10,解除诫勉,,',
    ]);
    const anew = join(folder, 'corrected-anew');
    expect((await closeTo(anew)).status).toBe(0);
    expect(await hashesOf(place)).toEqual(await hashesOf(anew));
    expect((await appraise(['verify', place])).status).toBe(0);
  });

  test('a run that was corrected asks for decisions of its own, and what was decided after the first is no part of the past', async () => {
    const results = join(folder, 'rerun');
    cpSync(join(folder, 'results'), results, { recursive: true });
    const rerun = join(results, '2026Q4-corrected');
    const made = smallPackage(join(folder, 'again'), '2026Q4', (_, text) =>
      text.replace('活期,60000000', '活期,59000000'),
    );
    writeFileSync(join(made, 'events.csv'), ledger);
    const again = await appraise(['run', made, '--out', rerun, '--archive', results]);
    expect([again.status, again.err]).toEqual([0, expect.anything()]);
    const place = join(results, '2026Q4-closed');
    const other = await appraise(['close', rerun, '--decisions', decisions, '--out', place, '--force']);
    expect([other.status, other.err]).toEqual([1, expect.stringContaining('decisions.other-run')]);
    expect(await hashesOf(place)).toEqual(await hashesOf(closed));
    const next = smallPackage(join(folder, 'after'), '2027Q1');
    const lacked = async (archive: string) =>
      (await appraise(['check', next, '--archive', archive])).out.includes('it was decided');
    // The package has nothing of what was decided after the first run, whose place the second takes.
    expect([await lacked(join(folder, 'results')), await lacked(results)]).toEqual([true, false]);
    const own = join(rerun, 'decisions.xlsx');
    // Once the correction is closed, what it does not have and the package took from the first closing is named.
    const anew = join(results, '2026Q4-corrected-closed');
    for (const name of ['events.csv', 'roster.csv']) cpSync(join(place, name), join(next, name));
    const named = async () =>
      (await appraise(['check', next, '--archive', results])).out
        .split('\n')
        .filter((line) => line.includes('was decided'));
    expect(await named()).toEqual([]);
    expect((await appraise(['close', rerun, '--decisions', own, '--out', anew])).status).toBe(0);
    const before = 'before 2026Q4 was corrected it was decided: ';
    expect(await named()).toEqual([
      expect.stringContaining(`${before}0002 李二, yellow card (2027-01-08)`),
      expect.stringContaining(`${before}0003 王三, admonished (2027-01-08)`),
      expect.stringContaining(`${before}0002 李二, admonition lifted (2027-01-09)`),
      expect.stringContaining(`${before}“status” of 0001 张一 is “离岗”`),
      expect.stringContaining(`${before}“grade” of 0002 李二 is “三级客户经理”`),
      expect.stringContaining(`${before}“former_grade” of 0002 李二 is “二级客户经理”`),
      expect.stringContaining(`${before}“grade_since” of 0002 李二 is “2027-01-12”`),
      expect.stringContaining(`${before}“trainee_exam” of 0003 王三 is “合格”`),
    ]);
    expect((await appraise(['close', rerun, '--decisions', own, '--out', place, '--force'])).status).toBe(0);
    expect((await appraise(['verify', place])).status).toBe(0);
  });

  test('neither a run nor a closed quarter takes the place of the other', async () => {
    const over = await appraise(['close', run, '--decisions', decisions, '--out', run, '--force']);
    expect([over.status, over.err]).toEqual([2, expect.stringContaining('the result of a run')]);
    const package_ = join(folder, '2026Q4');
    const under = await appraise(['run', package_, '--out', closed, '--force']);
    expect([under.status, under.err]).toEqual([2, expect.stringContaining('holds a closed quarter')]);
    const closing = await appraise(['close', closed, '--decisions', decisions, '--out', join(folder, 'x')]);
    expect([closing.status, closing.err]).toEqual([2, expect.stringContaining('not the result of a run')]);
  });

  test('a decision that the next package lacks is named; where it has them all, nothing is', async () => {
    const next = smallPackage(join(folder, 'next'), '2027Q1');
    const check = () => appraise(['check', next, '--archive', join(folder, 'results')]);
    const take = (name: string, change = (text: string) => text) =>
      writeFileSync(join(next, name), change(readFileSync(join(closed, name), 'utf8')));
    const named = ({ out }: Awaited<ReturnType<typeof check>>) =>
      out.split('\n').filter((line) => line.includes('it was decided'));
    take('events.csv');
    take('roster.csv');
    const { status, out } = await check();
    expect([status, out]).toEqual([0, expect.not.stringContaining('archive.')]);
    take('events.csv', (text) => text.replace('0002,2027-01-09,解除诫勉,云〔2027〕4号,\r\n', ''));
    take('roster.csv', (text) => text.replace('离岗', '在岗').replace(/(0003.*),合格/, '$1,'));
    expect(named(await check())).toEqual([
      expect.stringContaining('after 2026Q4 it was decided: 0002 李二, admonition lifted (2027-01-09)'),
      expect.stringContaining('“status” of 0001 张一 is “离岗”; the roster of this package has “在岗”'),
      expect.stringContaining(
        '“trainee_exam” of 0003 王三 is “合格”; the roster of this package has “nothing”',
      ),
    ]);
  });

  test('a template of the bank’s own wins, its copy goes along, and verify needs no other', async () => {
    const own = join(folder, '模板');
    mkdirSync(own);
    writeFileSync(join(own, '诫勉通知书.docx'), docx([body('本行样式：{姓名}，{期满日}')]));
    writeFileSync(join(own, '~$诫勉通知书.docx'), '');
    const out = join(folder, 'results', 'own');
    const made = await appraise([
      ...['close', run, '--decisions', decisions, '--out', out, '--templates', own],
    ]);
    expect([made.status, made.err]).toEqual([0, expect.stringContaining('written')]);
    const letter = readFileSync(join(out, 'letters', '诫勉通知书', '0003-王三.docx'));
    expect(wordsOf(letter)).toEqual(['本行样式：王三，2027年7月8日']);
    expect(readFileSync(join(out, 'templates', '诫勉通知书.docx'))).toEqual(
      readFileSync(join(own, '诫勉通知书.docx')),
    );
    // Beside the result they are found without being named.
    const beside = join(folder, 'results', '函件模板');
    renameSync(own, beside);
    const again = await appraise(['close', run, '--decisions', decisions, '--out', `${out}-2`]);
    rmSync(beside, { recursive: true });
    expect(again.err).toContain('templates of letters: ');
    expect(await hashesOf(`${out}-2`)).toEqual(await hashesOf(out));
    expect((await appraise(['verify', out])).status).toBe(0);
  });

  test('decisions filled in inside the result close the quarter, with a warning', async () => {
    const copy = join(folder, 'in-place', '2026Q4');
    cpSync(run, copy, { recursive: true });
    cpSync(decisions, join(copy, 'decisions.xlsx'));
    const out = join(folder, 'in-place-closed');
    const { status, err } = await appraise([
      ...['close', copy, '--decisions', join(copy, 'decisions.xlsx'), '--out', out],
    ]);
    expect([status, err]).toEqual([0, expect.stringContaining('decisions.in-place')]);
    const blank = await appraise([
      ...['close', run, '--decisions', join(run, 'decisions.xlsx'), '--out', join(folder, 'blank-closed')],
    ]);
    expect([blank.status, blank.err]).toEqual([0, expect.not.stringContaining('decisions.in-place')]);
  });

  test('a template that cannot be filled in: nothing is written', async () => {
    const own = join(folder, '坏模板');
    mkdirSync(own);
    writeFileSync(join(own, '黄牌警告通知书.docx'), docx([body('{姓明}')]));
    const out = join(folder, 'nothing');
    const { status, err } = await appraise([
      ...['close', run, '--decisions', decisions, '--out', out, '--templates', own],
    ]);
    expect([status, err]).toEqual([1, expect.stringContaining('黄牌警告通知书.docx')]);
    expect(existsSync(out)).toBe(false);
  });

  test('a decision that cannot be: its cell is named, and nothing is written', async () => {
    const filled = await blank();
    filled.answer('聘任审批', '0001', { 审批结果: '退出客户经理序列' });
    const wrong = filled.write(folder, 'wrong.xlsx');
    const out = join(folder, 'nothing');
    const { status, err } = await appraise(['close', run, '--decisions', wrong, '--out', out]);
    expect(status).toBe(1);
    expect(err).toContain('sheet “聘任审批”, row 6, column “日期”');
    expect(existsSync(out)).toBe(false);
  });
});

/** A policy that proposes titles of its own, without a ladder: its proposals are decided, and the books go on. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readClosing, readRun } from '../../src/archive/index.ts';
import { closingBasisOf } from '../../src/closing/basis.ts';
import type { Decisions } from '../../src/closing/decisions.ts';
import { decisionsIn, readAnswers } from '../../src/closing/index.ts';
import { rosterAfter } from '../../src/closing/next-roster.ts';
import type { ClosingBasis } from '../../src/model/closing.ts';
import { standingFolder } from '../archive/temporary.ts';
import { appraise } from '../cli/appraise.ts';
import { smallPackage } from '../cli/small-package.ts';
import { appraised } from '../engine/support/appraised.ts';
import { packageOf } from '../engine/support/package.ts';
import { boxed, withParameters } from '../engine/support/policy.ts';
import { blankDecisions } from './filled.ts';
import { fingerprint } from './small.ts';
import { wordsOf } from './words-of.ts';

const { folder, remove } = standingFolder();
afterAll(remove);
const run = join(folder, 'run');
const closed = join(folder, 'closed');
let basis: ClosingBasis;

// The first two have all that their targets ask for or more, and contributed outstandingly; the third lacks half.
const roster = [
  'manager_id,name,unit,series,grade,education,grade_since',
  '0001,张一,城东支行,个人,third,本科,2024-01-01',
  '0002,李二,城东支行,个人,trainee,硕士,2024-01-01',
  '0003,王三,城西支行,个人,second,本科,2024-01-01',
  '0004,赵四,城西支行,个人,first,本科,2024-01-01',
];
const targets = [
  'manager_id,indicator,quarter_target,year_target,main,unit',
  '0003,deposits,10000000,24000000,是,元',
  '0004,deposits,10000000,24000000,是,元',
];
const events = ['manager_id,date,kind', '0001,2026-06-01,outstanding', '0002,2026-06-01,outstanding'];

beforeAll(async () => {
  const made = smallPackage(folder, '2026Q4', (file, text) =>
    file === 'roster.csv'
      ? `${roster.join('\n')}\n`
      : file === 'targets.csv'
        ? `${targets.join('\n')}\n`
        : text,
  );
  writeFileSync(join(made, 'events.csv'), `${events.join('\n')}\n`);
  const { status, err } = await appraise(['run', made, '--policy', 'private-2002', '--out', run]);
  if (status !== 0) throw new Error(err);
  const archived = await readRun(run);
  const read = archived?.value ? await readClosing(archived.value) : null;
  if (!read?.value) throw new Error('the run says not what there is to close');
  basis = read.value;
  const filled = await blankDecisions(basis);
  expect([...filled.sheets.keys()].filter((name) => !['填写说明', '说明'].includes(name))).toEqual([
    '聘任审批',
  ]);
  const date = '2027-01-12';
  filled.answer('聘任审批', '0001', { 审批结果: '越级高聘', 拟聘等级: '高级客户经理', 日期: date });
  filled.answer('聘任审批', '0002', { 审批结果: '越级高聘', 拟聘等级: '客户经理', 日期: date });
  filled.answer('聘任审批', '0003', { 审批结果: '低聘', 拟聘等级: '助理客户经理', 日期: date });
  filled.answer('聘任审批', '0004', { 审批结果: '解聘', 日期: date });
  filled.write(folder);
  const ended = await appraise([
    'close',
    run,
    '--decisions',
    join(folder, 'decisions.xlsx'),
    '--out',
    closed,
  ]);
  if (ended.status !== 0) throw new Error(ended.err);
});

test('every proposal is asked about, by the title held and the one proposed', () => {
  expect(basis.ladder.map(({ id, roster: word }) => [id, word])).toEqual([
    ['senior', '高级客户经理'],
    // The roster has five words for the one, two for the other.
    ['manager', null],
    ['assistant', null],
  ]);
  expect(basis.appointments.map(({ id, held, action, toGrade }) => [id, held, action, toGrade])).toEqual([
    ['0001', 'manager', 'appoint-exceptionally', 'senior'],
    ['0002', 'assistant', 'appoint-exceptionally', 'manager'],
    ['0003', 'manager', 'lower-or-dismiss', 'assistant'],
    ['0004', 'manager', 'lower-or-dismiss', 'assistant'],
  ]);
});

test('the roster goes on in its own words; where several stand for the title a person chooses', () => {
  const lines = readFileSync(join(closed, 'roster.csv'), 'utf8').slice(1).trimEnd().split('\r\n');
  const [columns = [], ...people] = lines.map((line) => line.split(','));
  const cells = ['现聘等级', '原聘等级', '现聘起始日', '状态', '备注'].map((name) => columns.indexOf(name));
  expect(people.map((person) => cells.map((at) => person[at]))).toEqual([
    ['高级客户经理', '三级客户经理', '2027-01-12', '在岗', ''],
    ['', '见习客户经理', '2027-01-12', '在岗', '客户经理 2027-01-12'],
    ['', '二级客户经理', '2027-01-12', '在岗', '助理客户经理 2027-01-12'],
    ['一级客户经理', '', '2024-01-01', '离岗', '解聘 2027-01-12'],
  ]);
});

test('a roster that says the titles themselves goes on with them', () => {
  const at = basis.roster.columns.indexOf('grade');
  const held = ['客户经理', '助理客户经理', '客户经理', '高级客户经理'];
  const rows = basis.roster.rows.map((cells, row) =>
    cells.map((cell, column) => (column === at ? (held[row] ?? '') : cell)),
  );
  const appointed = [
    ['0001', 'senior'],
    ['0002', 'manager'],
    ['0003', 'assistant'],
  ].map(([managerId = '', grade = '']) => ({
    ...{ managerId, grade, date: '2027-01-12', reference: '', note: '', action: 'appoint-exceptionally' },
    proposal: basis.appointments.find(({ id }) => id === managerId) ?? basis.appointments[0],
  }));
  const nothing = { handled: [], lifted: [], liable: [], trainees: [], undecided: [] };
  const after = rosterAfter(
    { ...basis, roster: { ...basis.roster, rows } },
    { ...nothing, appointed } as unknown as Decisions,
    'zh',
  );
  const grades = after.slice(1).map((cells) => cells[after[0]?.indexOf('现聘等级') ?? 0]);
  expect(grades).toEqual(['高级客户经理', '客户经理', '助理客户经理', '高级客户经理']);
});

test('a quarter before the last: nothing is proposed yet, and closing it says so', async () => {
  const made = smallPackage(folder, '2026Q3', (file, text) =>
    file === 'roster.csv' ? `${roster.join('\n')}\n` : text,
  );
  const interim = join(folder, 'interim');
  expect(await appraise(['run', made, '--policy', 'private-2002', '--out', interim])).toMatchObject({
    status: 0,
  });
  const out = join(folder, 'interim-closed');
  const { status, err } = await appraise([
    ...['close', interim, '--decisions', join(folder, 'decisions.xlsx'), '--out', out],
  ]);
  expect([status, err]).toEqual([2, expect.stringContaining('2026Q3 does not end the year')]);
});

test('whoever stands for no title is asked about as well: a person says which title is held, and decides', async () => {
  // Here every title stands for the first grade only, and one of the second has none.
  const one = { series: 'personal', grade: 'second' } as const;
  const appraisal = appraised(packageOf({ roster: [one] }, { period: '2026Q4' }), {
    policy: withParameters({ held: ['first'] }, boxed('private-2002')),
  });
  const found = closingBasisOf(appraisal, fingerprint);
  if (found === null) throw new Error('nothing is asked');
  const [asked] = found.appointments;
  expect([asked?.held, asked?.action, asked?.toGrade, asked?.toDecide.zh]).toEqual([
    ...['二级客户经理', 'undecided', null],
    '须先认定现任职位；现聘等级“二级客户经理”不对应任何职位',
  ]);
  // Whatever the action, any title may be decided: which of them is above is not known.
  for (const action of ['续聘', '越级高聘', '低聘'])
    expect(await answered(found, { 审批结果: action, 拟聘等级: '客户经理', 日期: '2027-01-12' })).toEqual([]);
});

async function answered(of: ClosingBasis, answers: Readonly<Record<string, string>>): Promise<string[]> {
  const filled = await blankDecisions(of);
  filled.answer('聘任审批', of.people[0]?.id ?? '', answers);
  const { rows } = await readAnswers(filled.write(folder, 'one.xlsx'), of);
  return decisionsIn(rows, of).problems.map(({ code }) => code);
}

test('those appointed stand in a list to the unit, by approving body; who is dismissed gets a letter', () => {
  const letters = (of: string) => readdirSync(join(closed, 'letters', of)).sort();
  expect(readdirSync(join(closed, 'letters')).sort()).toEqual(['聘任通知', '解聘建议书'].sort());
  expect(letters('解聘建议书')).toEqual([expect.stringContaining('0004')]);
  // One for the first, whom the branch's leadership approves; one for each unit by its own group.
  expect(letters('聘任通知')).toHaveLength(3);
  const all = letters('聘任通知').map((file) =>
    wordsOf(readFileSync(join(closed, 'letters', '聘任通知', file))),
  );
  expect(all.filter((text) => text.includes('张一') && text.includes('高级客户经理'))).toHaveLength(1);
  expect(existsSync(join(closed, 'units', '城西支行.xlsx'))).toBe(true);
});

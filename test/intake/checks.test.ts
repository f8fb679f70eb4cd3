/** Checks between rows and between tables. */
import { describe, expect, test } from 'vitest';
import { parseRatio } from '../../src/model/ratio.ts';
import { codes, only, read, readOne } from './package.ts';

const roster = '工号,姓名,机构,等级\n0012,王芳,东城,二级\n0013,李强,东城,见习\n';
const header = '工号,客户号,账号,储种,年日均,季日均,期末余额,分成比例\n';
const deposits = (...lines: string[]) => readOne('deposits', `${header}${lines.join('\n')}\n`);

describe('managers', () => {
  const withRoster = (name: string, content: string) =>
    read({ 'package.yaml': only('roster', 'deposits'), 'roster.csv': roster, [name]: content });

  test('one that only lost its zeros is one mistake, mended by a line of the bank profile', async () => {
    const found = await withRoster(
      '存款.csv',
      `${header}12,C1,A1,,1,1,1,\n12,C2,A2,,1,1,1,\n0013,C3,A3,,1,1,1,\n`,
    );
    const [problem, ...others] = found.problems.filter(({ severity }) => severity === 'error');
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'manager.other-form',
      value: '12',
      managers: ['0012', '12'],
      at: { row: 2 },
    });
    expect(problem?.message.en).toContain('2 rows');
    expect(problem?.hint.en).toContain('ids: { manager: { digits: 4 } }');
    expect(found.tables.deposits.map(({ manager_id }) => manager_id)).toEqual(['0013']);
  });

  test('a blank one is unassigned, and stays', async () => {
    const found = await withRoster('存款.csv', `${header},C1,A1,,1,1,1,\n-,C2,A2,,1,1,1,\n`);
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits.map(({ manager_id }) => manager_id)).toEqual(['', '']);
  });

  test('reviews of earlier years may name people who have left', async () => {
    const found = await read({
      'package.yaml': only('roster'),
      'roster.csv': roster,
      'reviews.csv': '工号,年度,考核结果\n9999,2025,称职\n9998,2026,称职\n',
    });
    expect(found.problems.map(({ code, value }) => [code, value])).toEqual([['manager.unknown', '9998']]);
    expect(found.tables.reviews).toMatchObject([{ manager_id: '9999', score: null }]);
  });

  test('a manager whose own roster row is in error is not unknown as well', async () => {
    const found = await read({
      'package.yaml': only('roster', 'deposits'),
      'roster.csv': roster.replace('二级', '九级'),
      '存款.csv': `${header}0012,C1,A1,,1,1,1,\n`,
    });
    expect(codes(found)).toEqual(['cell.unknown-word']);
    expect(found.problems[0]?.managers).toEqual(['0012']);
  });

  test('twice in the roster', async () => {
    const found = await readOne('roster', `${roster}0012,王方,西城,三级\n`);
    expect(found.problems).toMatchObject([{ code: 'row.duplicate', managers: ['0012'], at: { row: 4 } }]);
  });
});

describe('shares', () => {
  test('that make a whole', async () => {
    expect(
      codes(await deposits('0012,C1,A1,,9,9,9,60%', '0013,C1,A1,,9,9,9,0.4', '0012,C1,A2,,9,9,9,')),
    ).toEqual([]);
    const thirds = ['33.33%', '33.33%', '33.34%'].map((share, index) => `M${index},C1,A1,,9,9,9,${share}`);
    expect(codes(await deposits(...thirds))).toEqual([]);
  });

  test.each([
    [['0012,C1,A1,,9,9,9,60%', '0013,C1,A1,,9,9,9,30%'], 'share.not-whole'],
    [['0012,C1,A1,,9,9,9,60%'], 'share.not-whole'],
    [['0012,C1,A1,,9,9,9,', '0013,C1,A1,,9,9,9,'], 'share.not-whole'],
    [['0012,C1,A1,,5,9,9,60%', '0013,C1,A1,,4,9,9,40%'], 'share.different-wholes'],
    [['0012,C1,A1,,9,9,9,60%', '0012,C1,A1,,9,9,9,40%'], 'share.manager-twice'],
  ])('%j', async (lines, code) => {
    const found = await deposits(...lines);
    expect(codes(found)).toEqual([code]);
    const managers = [...new Set(lines.map((line) => line.slice(0, 4)))];
    expect(found.problems[0]?.managers).toEqual(managers);
  });

  test('without an account: by customer, currency and kind, and only where a share is stated', async () => {
    expect(codes(await deposits('0012,C1,,活期,9,9,9,60%', '0013,C1,,活期,9,9,9,40%'))).toEqual([]);
    expect(codes(await deposits('0012,C1,,活期,9,9,9,60%', '0013,C1,,定期,9,9,9,40%'))).toEqual([
      'share.not-whole',
      'share.not-whole',
    ]);
    expect(
      codes(await deposits('0012,C1,,活期,9,9,9,', '0012,C1,,活期,5,5,5,', '0013,C1,,活期,7,7,7,')),
    ).toEqual([]);
  });

  test('a loan shared by two, and one twice among one manager’s rows', async () => {
    const loans = '工号,客户号,借据号,年日均,季日均,期末余额,管户比例\n';
    expect(codes(await readOne('loans', `${loans}0012,C1,L1,9,9,9,50\n0013,C1,L1,9,9,9,50\n`))).toEqual([]);
    const twice = await readOne('loans', `${loans}0012,C1,L1,9,9,9,50\n0012,C1,L1,9,9,9,50\n`);
    expect(codes(twice)).toEqual(['row.duplicate']);
  });
});

describe('tables', () => {
  test('those that must be there', async () => {
    const found = await read({ 'package.yaml': 'period: 2026Q3\nabsent: [settlement]\n' });
    expect(found.problems.map(({ value }) => value)).toEqual([
      'classification',
      'deposits',
      'loans',
      'roster',
      'targets',
    ]);
  });

  test('absent and there', async () => {
    const found = await read({
      'package.yaml': only('roster'),
      'roster.csv': roster,
      '存款.csv': `${header}0012,C1,A1,,1,1,1,\n`,
    });
    expect(codes(found)).toEqual(['table.not-absent']);
  });

  test('classes in all their spellings', async () => {
    const spellings = [
      '正常',
      '正常类',
      '正常1',
      '1',
      '1-正常',
      '关注',
      '关注2',
      '2',
      '次级类',
      '3',
      '可疑',
      '损失',
      '5',
    ];
    const rows = spellings.map((spelling, index) => `L${index},0012,C1,1,${spelling}`);
    const found = await readOne('classification', `借据号,工号,客户号,余额,五级分类\n${rows.join('\n')}\n`);
    expect(codes(found)).toEqual([]);
    expect(found.tables.classification.map((row) => row.class)).toEqual([
      ...Array(5).fill('normal'),
      ...Array(3).fill('special-mention'),
      ...Array(2).fill('substandard'),
      'doubtful',
      'loss',
      'loss',
    ]);
  });

  test('an indicator that only metrics can know', async () => {
    const targets = '工号,指标,本季计划,年度计划\n0012,有效户,1,2\n';
    expect(codes(await readOne('targets', targets))).toEqual(['indicator.unknown']);
    const metrics = '工号,指标,本季实绩,本年实绩\n0013,有效户,1,2\n';
    expect(
      codes(await read({ 'package.yaml': only('targets'), 'targets.csv': targets, 'metrics.csv': metrics })),
    ).toEqual([]);
  });

  test('events after the period are left out, with a note', async () => {
    const found = await readOne('events', '工号,日期,事件类型\n0012,2026-09-30,黄牌\n0012,2026-10-01,诫勉\n');
    expect(found.tables.events).toMatchObject([{ kind: 'yellow_card', reference: null }]);
    expect(found.problems).toMatchObject([{ code: 'events.after-period', severity: 'note' }]);
    expect(found.readings[0]).toMatchObject({ rowsRead: 2, rowsKept: 1, rowsDropped: 1 });
  });
});

describe('the period', () => {
  test('the caller, else package.yaml, else the folder', async () => {
    expect((await read({ 'package.yaml': only() })).period).toBe('2026Q3');
    const asked = await read({ 'package.yaml': only() }, { period: '2026Q2' });
    expect(asked.period).toBe('2026Q2');
    expect(codes(asked)).toEqual(['period.differs']);
  });
});

describe('assignments', () => {
  const header = '工号,客户号,角色,起始日,截止日,分成比例\n';
  const assigned = (...lines: string[]) =>
    read({
      'package.yaml': only('roster'),
      'roster.csv': roster,
      '管户分配.csv': `${header}${lines.join('\n')}\n`,
    });

  test('a hand-over from one day to the next, a lead beside an assistant, shares of 100 % are right', async () => {
    const found = await assigned(
      '0012,C1,主办,2025-01-01,2026-08-15,',
      '0013,C1,主办,2026-08-16,,',
      '0012,C1,协办,2026-08-16,-,',
      '0012,C2,lead,2025-01-01,,60%',
      '0013,C2,assistant,2025-01-01,,0.4',
    );
    expect(codes(found)).toEqual([]);
    expect(found.tables.assignments).toMatchObject([
      { manager_id: '0012', role: 'lead', from: '2025-01-01', to: '2026-08-15', share: null },
      { role: 'lead', to: null },
      { role: 'assistant', to: null, share: null },
      { share: { n: 3n, d: 5n } },
      { share: { n: 2n, d: 5n } },
    ]);
  });

  test('what cannot be is an error at its row, once for each customer', async () => {
    const problemsOf = async (...lines: string[]) =>
      (await assigned(...lines)).problems.map(({ code, at, managers }) => [code, at.row, managers]);
    // The day itself is included: both lead on 15 August.
    expect(await problemsOf('0012,C1,主办,2025-01-01,2026-08-15,', '0013,C1,主办,2026-08-15,,')).toEqual([
      ['assignment.two-leads', 3, ['0012', '0013']],
    ]);
    expect(await problemsOf('0012,C1,主办,2025-01-01,,60%', '0013,C1,协办,2025-01-01,,40.01%')).toEqual([
      ['assignment.shares-over', 3, ['0012', '0013']],
    ]);
    // Not on one day: 60 % until July, 50 % after it.
    expect(
      await problemsOf('0012,C1,主办,2025-01-01,2026-07-31,60%', '0013,C1,主办,2026-08-01,,50%'),
    ).toEqual([]);
    expect(await problemsOf('0012,C1,主办,2025-01-01,,60%', '0013,C1,协办,2025-01-01,,')).toEqual([
      ['assignment.shares-mixed', 3, ['0012', '0013']],
    ]);
    expect(await problemsOf('0012,C1,主办,2025-01-01,2026-07-01,', '0012,C1,协办,2026-07-01,,')).toEqual([
      ['assignment.manager-twice', 3, ['0012']],
    ]);
    expect(await problemsOf('0012,C1,主办,2025-01-02,2025-01-01,')).toEqual([
      ['assignment.ends-early', 2, ['0012']],
    ]);
  });
});

test('figures of branches and deferred pay: read by their own names, each row once', async () => {
  const found = await read({
    'package.yaml': only('roster'),
    'roster.csv': roster,
    '机构指标.csv': '机构,指标,本季数,本年数,单位\n东城,绩效池,12,36,万元\n东城,绩效池,12,36,万元\n',
    '延期支付台账.csv':
      '工号,计提季度,计提额,已付额,已扣额\n0012,2023Q1,9000,6000,0\n0012,2023Q1,9000,6000,0\n0013,,1,0,0\n',
  });
  expect(found.tables.branches[0]).toMatchObject({
    branch: '东城',
    indicator: '绩效池',
    quarter_actual: parseRatio('120000'),
    unit: 'CNY',
  });
  expect(found.tables.deferrals[0]).toMatchObject({ period: '2023Q1', held: 9_000_00n, paid: 6_000_00n });
  expect(found.problems.map(({ code, at }) => [code, at.file, at.row])).toEqual([
    ['row.duplicate', '延期支付台账.csv', 3],
    ['cell.blank', '延期支付台账.csv', 4],
    ['row.duplicate', '机构指标.csv', 3],
  ]);
});

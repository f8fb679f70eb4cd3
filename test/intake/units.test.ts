/** Units and currencies: a misread unit is a factor of 10,000. */
import { describe, expect, test } from 'vitest';
import { titleUnits, unitOf } from '../../src/intake/units.ts';
import { toCents } from '../../src/model/fact.ts';
import { exactPlaces, parseRatio } from '../../src/model/ratio.ts';
import { codes, only, read, readOne } from './package.ts';

describe('words', () => {
  test.each([
    ['元', 0, null],
    ['千元', 3, null],
    ['万元', 4, null],
    ['百万元', 6, null],
    ['亿元', 8, null],
    ['万', 4, null],
    ['人民币万元', 4, 'CNY'],
    ['万元人民币', 4, 'CNY'],
    ['美元', 0, 'USD'],
    ['万美元', 4, 'USD'],
    ['单位：万美元', 4, 'USD'],
    ['USD', 0, 'USD'],
  ])('%s', (text, exponent, currency) =>
    expect(unitOf(text)).toMatchObject({ kind: 'money', exponent, currency }),
  );
  test.each(['人民币', '折人民币', '本年', '', '支行', '万州'])('%j is no unit', (text) =>
    expect(unitOf(text)).toBeNull(),
  );
  test.each([
    ['单位:万元', ['万元']],
    ['金额单位：人民币万元', ['人民币万元']],
    ['（单位：亿元）', ['亿元']],
    ['填报单位：东城支行  单位：千元', ['千元']],
    ['2026年9月30日单位：万元', ['万元']],
    ['存款明细表（万元）', ['万元']],
    ['单位：元、%', ['元']],
    ['单位：万元、万美元', ['万元', '万美元']],
    ['报送单位：万州支行', []],
    ['存款1000万元以上客户', []],
  ])('title %s', (title, units) => expect(titleUnits(title).map(({ text }) => text)).toEqual(units));
});

const deposit = (title: string, unit: string, cell = '1') =>
  readOne(
    'deposits',
    `${title}工号,客户号,年日均余额${unit},季日均余额${unit},期末余额${unit}\n0012,C1,${cell},2,3\n`,
  );

describe('amounts', () => {
  test.each([
    ['', '', 100n],
    ['', '(元)', 100n],
    ['', '（万元）', 1_000_000n],
    ['', '【亿元】', 10_000_000_000n],
    ['单位:千元\n', '', 100_000n],
    ['单位:万元\n', '(万元)', 1_000_000n],
    ['单位:万元\n', '(人民币万元)', 1_000_000n],
  ])('title %j, header %j', async (title, unit, amount) => {
    const found = await deposit(title, unit);
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits[0]?.year_avg).toBe(amount);
  });

  test.each([
    ['单位:元\n', '(万元)'],
    ['单位:万元\n', '(元)'],
    ['单位:万元\n单位:元\n', ''],
    ['单位:万元\n', '(万美元)'],
  ])('title %j against header %j is a contradiction', async (title, unit) => {
    const found = await deposit(title, unit);
    expect(codes(found)).toEqual(['unit.disagree']);
    expect(found.tables.deposits).toEqual([]);
  });

  test('a note below the table that states another unit is a contradiction', async () => {
    const found = await readOne(
      'deposits',
      '工号,客户号,年日均,季日均,期末余额\n0012,C1,1,2,3\n注：金额单位为万元,,,,\n',
    );
    expect(codes(found)).toEqual(['unit.disagree']);
  });

  test('are rounded once, half-up away from zero, and kept as exported where cents do not hold them', async () => {
    const positive = await deposit('', '', '0.005');
    expect(positive.tables.deposits[0]).toMatchObject({ year_avg: 1n, exported: { year_avg: '0.005' } });
    const negative = await deposit('', '(万元)', '-0.0000005');
    expect(negative.tables.deposits[0]).toMatchObject({ year_avg: -1n, exported: { year_avg: '-0.005' } });
    const exact = await deposit('', '(万元)', '1234.567891');
    expect(exact.tables.deposits[0]).toMatchObject({ year_avg: 1_234_567_891n, exported: null });
  });
});

describe('currencies', () => {
  const fx = '币种,汇率,单位\n美元,705,100\n014-美元,7.05,1\nJPY,4.7,100\n';
  const rows = (header: string, ...lines: string[]) =>
    read({
      'package.yaml': only('deposits'),
      'fx.csv': fx,
      'deposits.csv': [header, ...lines, ''].join('\n'),
    });

  test('rates are per unit; the row is yuan, the exported amount its own currency', async () => {
    const found = await rows(
      '工号,客户号,币种,年日均(万元),季日均(万元),期末余额(万元)',
      '0012,C1,USD,1.5,2,3',
      '0012,C2,日元,10000,0,0',
      '0012,C3,,1,0,0',
    );
    expect(codes(found)).toEqual([]);
    expect([...found.rates].map(([code, rate]) => [code, rate.toFixed()])).toEqual([
      ['CNY', '1'],
      ['USD', '7.05'],
      ['JPY', '0.047'],
    ]);
    expect(found.tables.deposits).toMatchObject([
      {
        currency: 'USD',
        year_avg: 10_575_000n,
        exported: { year_avg: '15000', quarter_avg: '20000', end_balance: '30000' },
      },
      { currency: 'JPY', year_avg: 470_000_000n },
      { currency: 'CNY', year_avg: 1_000_000n, exported: null },
    ]);
  });

  test('a header in dollars speaks for rows that name no currency, and contradicts those that name another', async () => {
    const found = await rows('工号,客户号,年日均(万美元),季日均(万美元),期末余额(万美元)', '0012,C1,1,1,1');
    expect(found.tables.deposits[0]).toMatchObject({ currency: 'USD', year_avg: 7_050_000n });
    const both = await rows(
      '工号,客户号,币种,年日均(万美元),季日均(万美元),期末余额(万美元)',
      '0012,C1,人民币,1,1,1',
    );
    expect(new Set(codes(both))).toEqual(new Set(['unit.currency-differs']));
  });

  test('a symbol that does not fit the currency', async () => {
    const found = await rows('工号,客户号,币种,年日均,季日均,期末余额', '0012,C1,USD,$1,$1,¥1');
    expect(codes(found)).toEqual(['amount.other-currency']);
  });
});

describe('settlement is in dollars by default', () => {
  const fx = 'currency,rate\nUSD,7\n';
  const settlement = (header: string, row: string) =>
    read({ 'package.yaml': only('settlement'), 'fx.csv': fx, '结算.csv': `${header}\n${row}\n` });

  test.each([
    ['工号,客户号,本季结算额,本年累计结算额', '0012,C1,1,2', 'USD', 700n],
    ['工号,客户号,本季结算额(万美元),本年累计结算额(万美元)', '0012,C1,1,2', 'USD', 7_000_000n],
    ['工号,客户号,币种,本季结算额(万元),本年累计结算额(万元)', '0012,C1,USD,1,2', 'USD', 7_000_000n],
    ['工号,客户号,币种,本季结算额(万元),本年累计结算额(万元)', '0012,C1,CNY,1,2', 'CNY', 1_000_000n],
    ['工号,客户号,本季结算额(人民币万元),本年累计结算额(人民币万元)', '0012,C1,1,2', 'CNY', 1_000_000n],
  ])('%s', async (header, row, currency, amount) => {
    const found = await settlement(header, row);
    expect(codes(found)).toEqual([]);
    expect(found.tables.settlement[0]).toMatchObject({ currency, quarter_amount: amount });
  });

  test('万元 without a currency is no answer', async () => {
    const found = await settlement('工号,客户号,本季结算额(万元),本年累计结算额(万元)', '0012,C1,1,2');
    expect(codes(found)).toEqual(['unit.currency-unclear']);
  });
});

describe('targets', () => {
  const targets = (title: string, header: string, ...rows: string[]) =>
    read({
      'package.yaml': only('targets'),
      'metrics.csv': '工号,指标,本季实绩,本年实绩,单位\n0012,有效户,5,6,户\n0012,满意度,90%,91.5,%\n',
      '计划.csv': [title, header, ...rows, ''].filter((line, index) => index > 0 || line !== '').join('\n'),
    });

  test('each row in its own unit', async () => {
    const found = await targets(
      '',
      '工号,指标,本季计划,年度计划,单位',
      '0012,存款日均,8000,9000,万元',
      '0012,国际结算,10,20,万美元',
      '0012,有效户,5,6,户',
      '0012,满意度,90%,95,%',
      '0012,新增存款日均,1,2,',
      '0013,国际结算,10,20,万',
      '0014,国际结算,10,20,元',
      '0013,有效户,1,2,万港元',
    );
    expect(codes(found)).toEqual([]);
    expect(
      found.tables.targets.map(({ indicator, quarter_target, unit }) => [
        indicator,
        toCents(quarter_target),
        unit,
      ]),
    ).toEqual([
      ['deposits', 8_000_000_000n, 'CNY'],
      ['settlement', 10_000_000n, 'USD'],
      ['有效户', 500n, '户'],
      ['满意度', 9000n, '%'],
      ['new_deposits', 100n, ''],
      ['settlement', 10_000_000n, 'CNY'],
      ['settlement', 1_000n, 'CNY'],
      ['有效户', 1_000_000n, 'HKD'],
    ]);
    expect(found.tables.metrics.map(({ year_actual }) => toCents(year_actual))).toEqual([600n, 9150n]);
  });

  test("the header's unit where the row has none; its own goes before another kind of unit", async () => {
    const found = await targets(
      '单位:万元',
      '工号,指标,本季计划,年度计划,单位',
      '0012,存款,1,2,',
      '0012,有效户,5,6,户',
    );
    expect(found.tables.targets.map(({ quarter_target }) => toCents(quarter_target))).toEqual([
      1_000_000n,
      500n,
    ]);
  });

  test('money to the cent; all else exactly: 15 digits, nine places, and no float noise', async () => {
    const found = await targets(
      '',
      '工号,指标,本季计划,年度计划,单位',
      '0012,存款日均,99.996,99.994,元',
      '0012,中间业务收入,0.9999996,0.9999994,万元',
      '0012,满意度,99.996%,98.4999,%',
      '0012,有效户,39.9999,0.30000000000000004,户',
      '0012,代发户,99.9999999994,99.9999999995,万户',
      '0012,工资户,123456.7890123456,1234567890123456,户',
      '0013,新增存款日均,99.996,99.994,',
    );
    expect(new Set(codes(found))).toEqual(new Set(['indicator.unknown']));
    expect(
      found.tables.targets.map(({ quarter_target, year_target }) => [
        exactPlaces(quarter_target),
        exactPlaces(year_target),
      ]),
    ).toEqual([
      ['100.00', '99.99'],
      ['10000.00', '9999.99'],
      ['99.996', '98.4999'],
      ['39.9999', '0.30'],
      ['999999.99999', '1000000.00'],
      ['123456.789012346', '1234567890123460.00'],
      ['100.00', '99.99'],
    ]);
  });

  test.each([
    ['0012,国际结算,1,2,万港元', 'unit.wrong-for-indicator'],
    ['0012,国际结算,1,2,户', 'unit.wrong-for-indicator'],
    ['0012,存款,1,2,万美元', 'unit.wrong-for-indicator'],
    ['0012,存款,1,2,户', 'unit.wrong-for-indicator'],
    ['0012,存款,1,2,万元/户', 'unit.unknown'],
  ])('%s', async (row, code) => {
    expect(new Set(codes(await targets('', '工号,指标,本季计划,年度计划,单位', row)))).toEqual(
      new Set([code]),
    );
  });

  test('yuan for settlement have to be stated by the row: a header speaks for every indicator', async () => {
    const header = '工号,指标,本季计划,年度计划,单位';
    expect(new Set(codes(await targets('单位:万元', header, '0012,国际结算,1,2,')))).toEqual(
      new Set(['unit.wrong-for-indicator']),
    );
    expect(codes(await targets('单位:万元', header, '0012,国际结算,1,2,万元'))).toEqual([]);
  });

  test.each([
    ['0', '0', []],
    ['0.00', '-', ['cell.blank']],
    ['-0.01', '0', ['cell.negative']],
    ['0.01', '(0.01)', ['cell.negative']],
    ['－１', '-1', ['cell.negative', 'cell.negative']],
  ])('a plan of %s and of %s', async (quarter, year, expected) => {
    const row = `0012,新增存款,${quarter},${year},元`;
    expect(codes(await targets('', '工号,指标,本季计划,年度计划,单位', row))).toEqual(expected);
  });

  test.each([
    [['30%', '70%'], ['0.3', '0.7'], []],
    [['３０％', ''], ['0.3', '1'], []],
    [['0.3', '0.7'], ['0.3', '0.7'], []],
    [['30', '70'], ['30', '70'], []],
    [['0.05%', '12.5%'], ['0.0005', '0.125'], []],
    [['30%', '70'], ['0.3'], ['cell.percent-mixed']],
    [['', '70', '30%', '0.3'], ['1', '70', '0.3'], ['cell.percent-mixed']],
    [['0%'], [], ['cell.not-positive']],
    [['%'], [], ['cell.not-a-number']],
    [['-%'], [], ['cell.not-a-number']],
    [['三成'], [], ['cell.not-a-number']],
  ])('weights %j', async (weights, expected, problems) => {
    const rows = weights.map((weight, index) => `0012,指标${index},1,1,户,${weight}`);
    const metrics = weights.map((_, index) => `0012,指标${index},1,1,户`);
    const found = await read({
      'package.yaml': only('targets'),
      '计划.csv': ['工号,指标,本季计划,年度计划,单位,权重', ...rows, ''].join('\n'),
      '其他指标.csv': ['工号,指标,本季实绩,本年实绩,单位', ...metrics, ''].join('\n'),
    });
    expect(codes(found)).toEqual(problems);
    expect(found.tables.targets.map(({ weight }) => weight)).toEqual(expected);
  });

  test('what was reached may be less than nothing', async () => {
    const found = await read({
      'package.yaml': only(),
      '其他指标.csv': '工号,指标,本季实绩,本年实绩,单位\n0012,净增户数,-1,-2,户\n',
    });
    expect(codes(found)).toEqual([]);
    expect(found.tables.metrics[0]?.quarter_actual).toEqual(parseRatio('-1'));
  });

  test('the row says 元 and the header 万元', async () => {
    const found = await targets('', '工号,指标,本季计划(万元),年度计划(万元),单位', '0012,存款,1,2,元');
    expect(new Set(codes(found))).toEqual(new Set(['unit.disagree']));
  });

  test('a title of 万元 does not scale a score', async () => {
    const found = await read({
      'package.yaml': only(),
      '年度考核.csv': '单位:万元\n工号,年度,考核结果,得分\n0012,2025年度,称职,88.5\n',
    });
    expect(codes(found)).toEqual([]);
    expect(found.tables.reviews[0]).toMatchObject({
      year: 2025,
      rating: 'competent',
      score: parseRatio('88.5'),
    });
  });
});

describe('a plain 元 over a table of dollars', () => {
  const settlement = (header: string, currency: string) =>
    read({
      'package.yaml': only('settlement'),
      'fx.csv': '币种,汇率\nUSD,7\n',
      '结算.csv': `工号,客户号,币种,${header}\n0012,C1,${currency},5000000,5000000\n`,
    });

  test('leaves a doubt where a row states no currency', async () => {
    const found = await settlement('本季结算额(元),本年累计结算额(元)', '');
    expect(codes(found)).toEqual(['unit.currency-unclear']);
    expect(found.problems.find(({ code }) => code === 'unit.currency-unclear')?.managers).toEqual(['0012']);
    expect(codes(await settlement('本季结算额(万元),本年累计结算额(万元)', '-'))).toEqual([
      'unit.currency-unclear',
    ]);
  });

  test('and none where it does, or where no unit is stated, or the header says which', async () => {
    const yuan = await settlement('本季结算额(元),本年累计结算额(元)', '人民币');
    expect(codes(yuan)).toEqual([]);
    expect(yuan.tables.settlement[0]?.quarter_amount).toBe(500_000_000n);
    const dollars = await settlement('本季结算额,本年累计结算额', '');
    expect(codes(dollars)).toEqual([]);
    expect(dollars.tables.settlement[0]?.quarter_amount).toBe(3_500_000_000n);
    expect(codes(await settlement('本季结算额(美元),本年累计结算额(美元)', ''))).toEqual([]);
  });
});

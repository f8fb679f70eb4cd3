/** Every way a number, date, share, id or word is written, and what is refused. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayInNumber, dayInText } from '../../src/intake/cells/dates.ts';
import { idIn } from '../../src/intake/cells/ids.ts';
import { numberIn } from '../../src/intake/cells/numbers.ts';
import { shareIn } from '../../src/intake/cells/shares.ts';
import { currencyCode } from '../../src/intake/currency.ts';
import { exactOfNumber, textOfExact } from '../../src/intake/exact.ts';
import { grouped, plain } from '../../src/model/money.ts';
import { parseRatio } from '../../src/model/ratio.ts';

const numberText = (cell: string | number): string | null => {
  const value = numberIn(cell);
  return typeof value === 'bigint' ? textOfExact(value) : value;
};

describe('numbers', () => {
  test.each([
    ['1234.5', '1234.5'],
    ['1,234.50', '1234.5'],
    [' 1 234.50 ', '1234.5'],
    ['１，２３４．５０', '1234.5'],
    ['¥1,234.50', '1234.5'],
    ['￥1,234.50', '1234.5'],
    ['$5', '5'],
    ['-¥5', '-5'],
    ['5-', '-5'],
    ['5200000.00-', '-5200000'],
    ['1,234.50－', '-1234.5'],
    ["'5200000.00", '5200000'],
    ['＇5', '5'],
    ['¥-5', '-5'],
    ['(1,234.00)', '-1234'],
    ['（1,234.00）', '-1234'],
    ['－5', '-5'],
    ['−5', '-5'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['0.12345678901234567891', '0.12345678901234567891'],
    ['1.000000000000000000000000', '1'],
    ['99999999999999999999.99', '99999999999999999999.99'],
    [0.1 + 0.2, '0.3'],
    [1e-7, '0.0000001'],
    [1.5e20, '150000000000000000000'],
    ['9'.repeat(30), '9'.repeat(30)],
    [`-${'9'.repeat(30)}.5`, `-${'9'.repeat(30)}.5`],
    [-12.34, '-12.34'],
  ])('%j is %s', (cell, expected) => expect(numberText(cell)).toBe(expected));

  test.each(['', ' ', '-', '—', '——', '－', '无'])('%j is nothing', (cell) =>
    expect(numberIn(cell)).toBeNull(),
  );

  test.each([
    [`1${'0'.repeat(30)}`, 'too-large'],
    [`-1${'0'.repeat(30)}`, 'too-large'],
    ['9'.repeat(400), 'too-large'],
    [`1${',000'.repeat(10)}`, 'too-large'],
    [1e30, 'too-large'],
    [1.5e300, 'too-large'],
    ['1,23', 'separators'],
    ['1,2345', 'separators'],
    ['12,34,567', 'separators'],
    ['1.23E+15', 'scientific'],
    ['60%', 'percent'],
    ['100万', 'unit-in-cell'],
    ['100元', 'unit-in-cell'],
    ['--5', 'not-a-number'],
    ['(-5)', 'not-a-number'],
    ['(5', 'not-a-number'],
    ['-5-', 'not-a-number'],
    ['(5-)', 'not-a-number'],
    ['32000000 贷', 'debit-or-credit'],
    ['300借方', 'debit-or-credit'],
    ['贷 300', 'debit-or-credit'],
    ['3,200.00 CR', 'debit-or-credit'],
    ['300Dr', 'debit-or-credit'],
    ['贷款300', 'not-a-number'],
    ['约5', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['O', 'not-a-number'],
    ['5²', 'not-a-number'],
    ['①', 'not-a-number'],
    ['1½', 'not-a-number'],
    [Number.NaN, 'not-a-number'],
  ])('%j is refused: %s', (cell, fault) => expect(numberIn(cell)).toBe(fault));

  test('how an amount is formatted does not matter', () => {
    const cents = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
    fc.assert(
      fc.property(cents, (amount) => {
        const exact = numberIn(plain(amount));
        const bracketed = amount < 0n ? `(${grouped(-amount)})` : grouped(amount);
        const wide = grouped(amount).replace(/[\d,.-]/g, (each) =>
          String.fromCharCode(each.charCodeAt(0) + 0xfee0),
        );
        for (const text of [grouped(amount), bracketed, wide, ` ¥${grouped(amount)} `]) {
          expect(numberIn(text)).toBe(exact);
        }
      }),
    );
  });

  test('a number of a workbook is its 15 significant digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }),
        fc.integer({ min: 0, max: 6 }),
        (digits, places) => {
          const text = (digits / 10 ** places).toPrecision(15);
          expect(exactOfNumber(Number(text))).toBe(numberIn(text.includes('e') ? Number(text) : text));
        },
      ),
    );
  });
});

describe('dates', () => {
  test.each([
    '2026-09-30',
    '2026/9/30',
    '2026.9.30',
    '20260930',
    '2026年9月30日',
    '2026年09月30日',
    '２０２６－０９－３０',
    '2026-09-30 00:00:00',
    '2026-09-30T23:59:59.999',
    '2026/9/30 9:05',
  ])('%s', (text) => expect(dayInText(text)).toBe('2026-09-30'));
  test.each([
    '2026-9',
    '2026年9月',
    '26-09-30',
    '30/9/2026',
    '2026-02-29',
    '2026/9-30',
    '46295',
    'x',
    '0000-01-01',
    '0999-12-31',
    '2026-09-3①',
    '2026-09-30T24:00',
    '2026-09-30T25:00',
    '2026-09-30 09:60',
    '2026-09-30 09:59:60',
  ])('%s is no day', (text) => expect(dayInText(text)).toBeNull());
  test('a number is a day written out, or a serial where the file has serials', () => {
    expect(dayInNumber(20_260_930, null)).toBe('2026-09-30');
    expect(dayInNumber(46_295, null)).toBeNull();
    expect(dayInNumber(46_295, () => '2026-09-30')).toBe('2026-09-30');
    expect(dayInNumber(3, () => '1900-01-03')).toBeNull();
  });
});

describe('shares', () => {
  test.each([
    ['60%', '0.6'],
    ['60', '0.6'],
    ['0.6', '0.6'],
    [0.6, '0.6'],
    [60, '0.6'],
    ['１００％', '1'],
    ['1', '1'],
    ['1%', '0.01'],
    ['33.33%', '0.3333'],
    ['', '1'],
    ['-', '1'],
  ])('%j is %s', (cell, share) => expect(shareIn(cell)).toEqual(parseRatio(share)));
  test.each(['-1', '101', '150%', 'x', '%'])('%j is none', (cell) => expect(shareIn(cell)).toBeNull());
});

describe('ids', () => {
  test.each([
    ['0012', '0012'],
    [' 0012 ', '0012'],
    ['００１２', '0012'],
    ["'0012", '0012'],
    ['="0012"', '0012'],
    [12, '12'],
    ['12E5', '12E5'],
    ['-', ''],
    ['无', ''],
    [null, ''],
  ])('%j is %j', (cell, id) => expect(idIn(cell)).toBe(id));
  test.each([
    ['1.23E+15', 'scientific'],
    ['6E+18', 'scientific'],
    [1e15, 'digits-lost'],
    [1.5, 'not-an-id'],
    [-1, 'not-an-id'],
    [true, 'not-an-id'],
    [{ date: '2026-03-04' }, 'digits-lost'],
  ])('%j is refused: %s', (cell, fault) => expect(idIn(cell)).toEqual({ fault }));
});

describe('currencies', () => {
  test.each([
    ['CNY', 'CNY'],
    ['人民币', 'CNY'],
    ['RMB', 'CNY'],
    ['001-人民币', 'CNY'],
    ['014', 'USD'],
    ['014-美元', 'USD'],
    ['156', 'CNY'],
    ['840', 'USD'],
    ['344-港币', 'HKD'],
    ['USD(美元)', 'USD'],
    ['港币', 'HKD'],
    ['zar', 'ZAR'],
  ])('%s is %s', (text, code) => expect(currencyCode(text)).toBe(code));
  test.each(['001-美元', '156-美元', '036', '美圆', '1', 'US', ''])('%j is none', (text) =>
    expect(currencyCode(text)).toBeNull(),
  );
});

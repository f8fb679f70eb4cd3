/** Workbooks made by openpyxl, XlsxWriter, LibreOffice and by hand. */
import { describe, expect, test } from 'vitest';
import { decimalText } from '../../src/model/ratio.ts';
import { codes, fixture, only, read, readOne } from './package.ts';

describe('headers', () => {
  test('titles, a unit line, a merged two-row header, subtotals, totals, signatures, a blank column', async () => {
    const found = await readOne('deposits', await fixture('two-row-header.xlsx'), '2026Q3_存款明细.xlsx');
    expect(codes(found)).toEqual(['amount.blank']);
    const [first, second, third] = found.tables.deposits;
    expect(first).toMatchObject({
      manager_id: '0012',
      customer_id: '000123',
      year_avg: 12_345_678_00n,
      row: 6,
    });
    expect(first).toMatchObject({ quarter_avg: 13_000_000_00n, exported: null });
    expect(second).toMatchObject({ year_avg: -50_000_00n, prior_year_avg: 0n, end_balance: 30_000_00n });
    expect(third).toMatchObject({ customer_id: '000125', row: 10 });
    const [reading] = found.readings;
    expect(reading).toMatchObject({
      headerRows: [4, 5],
      rowsRead: 8,
      rowsKept: 3,
      rowsDropped: 5,
      totalsChecked: 2,
    });
    expect(reading?.columns.find(({ column }) => column === 'end_balance')).toMatchObject({
      unit: '万元',
      unitFrom: 'header',
    });
    expect(reading?.columns.find(({ column }) => column === 'year_avg')).toMatchObject({ unitFrom: 'title' });
  });

  test('three header rows, where sub-headers repeat under several groups', async () => {
    const found = await readOne('deposits', await fixture('three-row-header.xlsx'), 'x.xlsx');
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits[0]).toMatchObject({
      year_avg: 100_00n,
      quarter_avg: 200_00n,
      end_balance: 300_00n,
      prior_year_avg: 400_00n,
    });
    expect(found.problems.map(({ code, message }) => [code, message.en])).toEqual([
      ['header.extra-columns', expect.stringContaining('人民币存款/上年/季日均')],
    ]);
  });
});

describe('cells', () => {
  test('rich text, numbers as text, padded ids, percent formats, formulas, Chinese date formats', async () => {
    const found = await readOne('loans', await fixture('cells.xlsx'), 'x.xlsx');
    expect(codes(found)).toEqual([]);
    const rows = found.tables.loans;
    expect(rows.map(({ due_date }) => due_date)).toEqual(rows.map(() => '2026-09-30'));
    expect(rows.map(({ share }) => decimalText(share))).toEqual(['0.4', '0.6', '1', '1', '1', '1']);
    expect(rows[2]).toMatchObject({
      manager_id: '0012',
      customer_id: '007',
      customer_name: '甲公司',
      loan_id: '00003',
      year_avg: 1234_50n,
      quarter_avg: 30n,
      end_balance: 333_33n,
      overdue_days: 3,
      exported: { end_balance: '333.333333333333' },
    });
  });

  test('dates of the 1904 system, and all spellings', async () => {
    const found = await readOne('events', await fixture('dates-1904.xlsx'), 'x.xlsx');
    expect(codes(found)).toEqual([]);
    expect(found.tables.events.map(({ date }) => date)).toEqual(Array(6).fill('2026-09-30'));
  });

  test('no time zone enters', async () => {
    const zone = process.env.TZ;
    for (const name of ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati']) {
      process.env.TZ = name;
      const found = await readOne('events', await fixture('dates-1904.xlsx'), 'x.xlsx');
      expect(found.tables.events.map(({ date }) => date)).toEqual(Array(6).fill('2026-09-30'));
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test('hand-made XML: inline strings, phonetic text, cells without addresses, a huge dimension, "" as a result', async () => {
    const found = await readOne('deposits', await fixture('handmade.xlsx'), 'x.xlsx');
    expect(codes(found)).toEqual(['amount.blank']);
    expect(found.tables.deposits).toMatchObject([
      {
        manager_id: '0012',
        customer_id: '甲',
        year_avg: 1000_00n,
        quarter_avg: 0n,
        end_balance: 30n,
        exported: null,
      },
    ]);
  });
});

describe('other programs', () => {
  test('LibreOffice as .xlsx', async () => {
    const files = {
      'package.yaml': only('deposits'),
      '存款.xlsx': await fixture('libreoffice.xlsx'),
      'fx.csv': 'currency,rate\nUSD,7.05\n',
    };
    const found = await read(files);
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits).toMatchObject([
      {
        manager_id: '0012',
        customer_id: '0001',
        currency: 'CNY',
        year_avg: 12_345_600_00n,
        end_balance: 100_00n,
      },
      {
        manager_id: '0013',
        currency: 'USD',
        year_avg: 70_500_00n,
        exported: { year_avg: '10000', end_balance: '30000' },
      },
    ]);
  });

  test('LibreOffice as GB18030, tab-separated', async () => {
    const found = await readOne('deposits', await fixture('libreoffice-gbk.csv'));
    expect(codes(found)).toEqual(['amount.blank']);
    expect(found.readings[0]).toMatchObject({
      encoding: 'GB18030',
      headerRows: [4, 5],
      rowsKept: 3,
      totalsChecked: 2,
    });
    expect(found.tables.deposits.map(({ year_avg }) => year_avg)).toEqual([
      12_345_678_00n,
      -50_000_00n,
      100_000_00n,
    ]);
  });

  test('a workbook with a password is refused', async () => {
    const found = await readOne('deposits', await fixture('libreoffice-encrypted.xlsx'), '存款.xlsx');
    expect(codes(found)).toEqual(['file.encrypted']);
  });

  test('a workbook cut short anywhere is refused, never half read', async () => {
    const whole = await fixture('two-row-header.xlsx');
    for (let length = 0; length < whole.length; length += 97) {
      const found = await readOne('deposits', whole.subarray(0, length), '存款.xlsx');
      expect(found.tables.deposits).toEqual([]);
      expect(codes(found)).toHaveLength(1);
    }
  });

  test('a byte changed inside an entry is noticed', async () => {
    const bytes = Buffer.from(await fixture('two-row-header.xlsx'));
    const inSheet = bytes.indexOf('xl/worksheets/sheet1.xml') + 200;
    bytes.writeUInt8(bytes.readUInt8(inSheet) ^ 0x55, inSheet);
    expect(codes(await readOne('deposits', bytes, '存款.xlsx'))).toEqual(['file.damaged']);
  });
});

test('hidden sheets, rows and columns are read, and a note says so', async () => {
  const found = await readOne('deposits', await fixture('hidden.xlsx'), 'x.xlsx');
  expect(found.tables.deposits).toHaveLength(2);
  const note = found.problems.find(({ code }) => code === 'sheet.hidden');
  expect(note?.message.en).toBe('Hidden content was read as well: the sheet itself, 1 rows, 1 columns');
  expect(codes(found)).toEqual(['file.unclaimed']);
});

describe('what old systems write under the name .xls', () => {
  const titled = { headerRows: [4, 5], rowsRead: 8, rowsKept: 3, rowsDropped: 5, totalsChecked: 2 };
  const averages = [12_345_678_00n, -50_000_00n, 100_000_00n];

  test.each([
    ['a binary workbook', 'two-row-header-97.xls', null],
    ['a web page in GBK', 'page-gbk.xls', 'GB18030'],
    ['tab-separated text in GBK', 'libreoffice-gbk.csv', 'GB18030'],
  ])('%s', async (_, name, encoding) => {
    for (const as of ['存款.xls', '存款.xlsx', '存款.csv', '存款.et']) {
      const found = await readOne('deposits', await fixture(name), as);
      expect(codes(found)).toEqual(['amount.blank']);
      expect(found.readings).toMatchObject([{ ...titled, encoding }]);
      expect(found.tables.deposits.map(({ year_avg }) => year_avg)).toEqual(averages);
      expect(found.tables.deposits[0]).toMatchObject({ manager_id: '0012', customer_id: '000123' });
    }
  });

  test('binary: rich text, formats, formulas, both date systems', async () => {
    const [old, now] = [
      await readOne('loans', await fixture('cells-97.xls'), 'x.xls'),
      await readOne('loans', await fixture('cells.xlsx'), 'x.xls'),
    ];
    expect(codes(old)).toEqual([]);
    expect(old.tables.loans).toEqual(now.tables.loans);
    const dates = await readOne('events', await fixture('dates-1904-97.xls'), 'x.xls');
    expect(dates.tables.events.map(({ date }) => date)).toEqual(Array(6).fill('2026-09-30'));
  });

  test('binary: what is hidden is read, and a note says so', async () => {
    const found = await readOne('deposits', await fixture('libreoffice.xls'), 'x.xls');
    expect(found.tables.deposits).toHaveLength(2);
    const note = found.problems.find(({ code }) => code === 'sheet.hidden');
    expect(note?.message.en).toBe('Hidden content was read as well: the sheet itself, 1 rows, 1 columns');
  });

  test('a page: ids stay texts, entities and breaks are read, cells are judged as ever', async () => {
    const found = await readOne('deposits', await fixture('page-of-a-bank.xls'), '存款.xls');
    expect(codes(found)).toEqual(['cell.not-a-number', 'amount.blank']);
    expect(found.tables.deposits).toMatchObject([
      {
        manager_id: '0012',
        customer_id: '000000123456789012345',
        customer_name: '甲 & 乙\n公司',
        year_avg: 1234_50n,
        end_balance: -3_00n,
      },
    ]);
  });

  test('the XML of Excel 2003', async () => {
    const found = await readOne('deposits', await fixture('excel-2003.xls'), 'x.xls');
    expect(found.tables.deposits).toMatchObject([
      { manager_id: '0012', customer_id: '0007', year_avg: 1234_50n, quarter_avg: 0n, end_balance: 3_00n },
    ]);
  });

  test('what is none of these is refused', async () => {
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    expect(codes(await readOne('deposits', picture, '存款.xls'))).toEqual(['file.not-a-workbook']);
    expect(codes(await readOne('deposits', '', '存款.xls'))).toEqual(['file.damaged']);
    expect(codes(await readOne('deposits', picture, '存款.ods'))).toEqual(['file.old-format']);
  });

  test('a binary workbook cut short anywhere is refused or read whole', async () => {
    const whole = await fixture('two-row-header-97.xls');
    // Each reading starts a thread: some 25 lengths, of every remainder by the 512 bytes of a sector.
    for (let length = 97; length < whole.length; length += 291) {
      const found = await readOne('deposits', whole.subarray(0, length), '存款.xls');
      if (found.tables.deposits.length > 0) expect(found.tables.deposits).toHaveLength(3);
      else expect(codes(found)).not.toEqual([]);
    }
  });
});

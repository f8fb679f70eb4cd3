/** The same results give the same bytes; what inputs hold stays text. */
import { expect, test } from 'vitest';
import { problemsWorkbook } from '../../src/workbooks/check.ts';
import { branchWorkbook } from '../../src/workbooks/index.ts';
import { faultsOf, partsOf } from '../spreadsheet/package-check.ts';
import { cellsOf, open, textsOf } from '../spreadsheet/read.ts';
import { managerWorkbook } from './made.ts';
import { appraised, context, given } from './quarter.ts';

test('the same book twice is the same bytes', async () => {
  const appraisal = appraised();
  const [manager] = appraisal.managers;
  if (manager === undefined) throw new Error('no manager');
  const first = [
    await managerWorkbook(manager, appraisal, context, 'zh'),
    await branchWorkbook(appraisal, context, 'zh'),
    await problemsWorkbook(context.problems, [], 'zh'),
  ];
  await new Promise((resolve) => setTimeout(resolve, 2100)); // a zip's clock ticks in steps of two seconds
  const again = appraised();
  const same = again.managers[0];
  if (same === undefined) throw new Error('no manager');
  const second = [
    await managerWorkbook(same, again, context, 'zh'),
    await branchWorkbook(again, context, 'zh'),
    await problemsWorkbook(context.problems, [], 'zh'),
  ];
  first.forEach((bytes, index) => {
    expect(Buffer.compare(bytes, second[index] ?? new Uint8Array())).toBe(0);
  });
});

test('workbooks made at the same time are the bytes of those made one by one', async () => {
  const appraisal = appraised();
  const make = (manager: (typeof appraisal.managers)[number]) =>
    managerWorkbook(manager, appraisal, context, 'zh');
  const together = await Promise.all(appraisal.managers.map(make));
  for (const [index, manager] of [...appraisal.managers.entries()].reverse())
    expect(Buffer.compare(await make(manager), together[index] ?? new Uint8Array())).toBe(0);
});

test('a workbook is dated with the last day of its period', async () => {
  const parts = partsOf(await branchWorkbook(appraised(), context, 'zh'));
  const days = [...(parts.get('docProps/core.xml') ?? '').matchAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g)].map(
    ([day]) => day,
  );
  expect(new Set(days)).toEqual(new Set(['2026-09-30T00:00:00Z']));
});

const hostile = [
  '=HYPERLINK("http://example.com","open")',
  '+1+2',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1)',
  'a\u0000b\u000bc\u001fd',
  '_x0041_ stays',
  'half \ud83d of a pair',
  '<b>&amp;"quoted"</b>',
  'line one\r\nline two',
  `long ${'长'.repeat(40_000)}`,
  '\u202egnp.exe',
  "it's 'quoted'",
];

test('hostile texts stay texts and leave the package sound', async () => {
  for (const name of hostile) {
    const appraisal = appraised({ given: { ...given, manager: { ...given.manager, name, unit: name } } });
    const [manager] = appraisal.managers;
    if (manager === undefined) throw new Error('no manager');
    expect(manager.manager.unit).toBe(name);
    const bytes = await managerWorkbook(manager, appraisal, context, 'zh');
    expect(faultsOf(bytes), name.slice(0, 40)).toEqual([]);
    const branch = await branchWorkbook(appraisal, context, 'zh');
    expect(faultsOf(branch), name.slice(0, 40)).toEqual([]);
    for (const { cell } of [...cellsOf(open(bytes)), ...cellsOf(open(branch))]) {
      if (cell.f === undefined) continue;
      expect(cell.f).not.toContain('cmd');
      expect(cell.f).not.toContain('example.com');
      expect(cell.f).not.toContain('@SUM');
    }
  }
});

test('a text is shown as it was read', async () => {
  const names = ['=1+1', '_x0041_ stays', '<b>&amp;"quoted"</b>', "it's 'quoted'"];
  const colleagues = given.colleagues.map((each, index) => ({ ...each, name: names[index] ?? each.name }));
  const appraisal = appraised({ given: { ...given, colleagues } });
  const texts = textsOf(open(await branchWorkbook(appraisal, context, 'zh')));
  for (const name of names) expect(texts).toContain(name);
});

test('amounts of fifteen digits keep their cents', async () => {
  const [first, ...others] = given.deposits ?? [];
  const deposits = [{ ...first, year_avg: '9,999,999,999,999.99' }, ...others];
  const appraisal = appraised({ given: { ...given, deposits } });
  const [manager] = appraisal.managers;
  if (manager === undefined) throw new Error('no manager');
  const book = open(await managerWorkbook(manager, appraisal, context, 'zh'));
  const values = cellsOf(book).map(({ cell }) => cell.v);
  expect(values).toContain(9_999_999_999_999.99);
});

/** The same results give the same bytes; what inputs hold stays text. */
import { expect, test } from 'vitest';
import { branchWorkbook, problemsWorkbook } from '../../src/workbooks/index.ts';
import { faultsOf, partsOf } from '../spreadsheet/package-check.ts';
import { cellsOf, open, textsOf } from '../spreadsheet/read.ts';
import { appraisalOf, context, people } from './fixture.ts';
import { managerWorkbook } from './made.ts';

test('the same book twice is the same bytes', async () => {
  const appraisal = appraisalOf();
  const [manager] = appraisal.managers;
  if (manager === undefined) throw new Error('no manager');
  const first = [
    await managerWorkbook(manager, appraisal, context, 'zh'),
    await branchWorkbook(appraisal, context, 'zh'),
    await problemsWorkbook(context.problems, [], 'zh'),
  ];
  await new Promise((resolve) => setTimeout(resolve, 2100)); // a zip's clock ticks in steps of two seconds
  const again = appraisalOf();
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
  const appraisal = appraisalOf();
  const make = (manager: (typeof appraisal.managers)[number]) =>
    managerWorkbook(manager, appraisal, context, 'zh');
  const together = await Promise.all(appraisal.managers.map(make));
  for (const [index, manager] of [...appraisal.managers.entries()].reverse())
    expect(Buffer.compare(await make(manager), together[index] ?? new Uint8Array())).toBe(0);
});

test('a workbook is dated with the last day of its period', async () => {
  const parts = partsOf(await branchWorkbook(appraisalOf(), context, 'zh'));
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
    const appraisal = appraisalOf(
      '2026Q3',
      people.map((person, index) => (index === 1 ? { ...person, name, unit: name } : person)),
    );
    const manager = appraisal.managers[1];
    if (manager === undefined) throw new Error('no manager');
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
  const appraisal = appraisalOf(
    '2026Q3',
    people.map((person, index) => ({ ...person, name: names[index] ?? person.name })),
  );
  const texts = textsOf(open(await branchWorkbook(appraisal, context, 'zh')));
  for (const name of names) expect(texts).toContain(name);
});

test('amounts of fifteen digits keep their cents', async () => {
  const [first, ...others] = people;
  if (first === undefined) throw new Error('no one');
  const appraisal = appraisalOf('2026Q3', [first, ...others]);
  const [manager] = appraisal.managers;
  const [credited] = manager?.portfolio.deposits ?? [];
  if (manager === undefined || credited === undefined) throw new Error('nothing');
  const huge = 999_999_999_999_999n; // 9,999,999,999,999.99 yuan
  const changed = {
    ...manager,
    portfolio: {
      ...manager.portfolio,
      deposits: [{ ...credited, yuan: { ...credited.yuan, year_avg: huge } }],
    },
  };
  const book = open(await managerWorkbook(changed, appraisal, context, 'zh'));
  const values = cellsOf(book).map(({ cell }) => cell.v);
  expect(values).toContain(9_999_999_999_999.99);
});

/** A section's verdict, and what comes with it, follow the rules beside them: also when a figure is edited. */
import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { one } from '../../src/model/ratio.ts';
import type { Lang } from '../../src/model/text.ts';
import { appraised } from '../engine/support/appraised.ts';
import { packageOf } from '../engine/support/package.ts';
import { boxed } from '../engine/support/policy.ts';
import { open, sheetOf } from '../spreadsheet/read.ts';
import { compare, edited, installed, recalculated, workshop } from '../spreadsheet/recalculate.ts';
import { managerWorkbook } from './made.ts';
import { context } from './quarter.ts';

type Given = Parameters<typeof packageOf>[0];

async function bookOf(policy: string, given: Given, lang: Lang = 'zh'): Promise<Uint8Array> {
  const appraisal = appraised(packageOf({ roster: [{}], ...given }), { policy: boxed(policy) });
  const [manager] = appraisal.managers;
  if (!manager) throw new Error('nobody is appraised');
  return managerWorkbook(manager, appraisal, context, lang);
}

/** The cells of the rows that begin so, from top to bottom. */
const rowsOf = (bytes: Uint8Array, sheet: string, says: string) => {
  const cells = sheetOf(open(bytes), sheet);
  return Object.keys(cells).flatMap((address) =>
    /^A\d+$/.test(address) && cells[address]?.v === says
      ? [
          (column: string) => ({
            address: address.replace('A', column),
            ...cells[address.replace('A', column)],
          }),
        ]
      : [],
  );
};
const values = (bytes: Uint8Array, sheet: string, says: readonly string[]) =>
  says.map((each) => rowsOf(bytes, sheet, each)[0]?.('B').v);

const stars = '客户经理激励考核办法';
/** Four stars to the cent: 1,000 yuan. */
const fourStars: Given = {
  deposits: [{ year_avg: 500_000_000n, quarter_avg: 500_000_000n }],
  collections: [
    {
      ...{
        due_principal: 10_000n,
        recovered_principal: 9900n,
        interest_due: 10_000n,
        interest_received: 9800n,
      },
      ...{ interest_income: 100_000_000n, month_avg_loans: 900_000_000n },
    },
  ],
};
const enough: Given = {
  targets: [{ quarter_target: one, year_target: one }],
  deposits: [{ year_avg: 100n, quarter_avg: 100n }],
};

test('a verdict names the first rule that is met, what comes with it, and on the first page the same', async () => {
  const bytes = await bookOf('stars-2011', fourStars);
  expect(values(bytes, stars, ['星级', '状态', '奖励'])).toEqual(['四星级', '已评定', 1000]);
  for (const says of ['星级', '状态', '奖励'])
    expect([says, rowsOf(bytes, stars, says)[0]?.('B').f]).toEqual([says, expect.stringMatching(/^IF\(/)]);
});

const handbook = '客户经理履职要求';
/** One record of each: four duties are owed, and more than is there. */
const oneLog: Given = {
  deposits: [{ year_avg: 500_000_000n, quarter_avg: 500_000_000n }],
  activities: [
    { date: '2026-08-10', kind: '日志' },
    { date: '2026-08-10', kind: '会议' },
    { date: '2026-08-10', kind: '汇报' },
    { date: '2026-08-10', kind: '走访' },
  ],
};
/** The cells of what was done of each duty, and of what is to be done. */
const dutyCells = (bytes: Uint8Array): { done: string; required: number }[] =>
  ['工作日志', '每月汇报', '例会', '贵宾客户拜访'].map((duty) => ({
    done: rowsOf(bytes, handbook, `${duty}：已做`)[0]?.('B').address ?? '',
    required: Number(rowsOf(bytes, handbook, `${duty}：应做`)[0]?.('B').v),
  }));

test('a verdict that every duty has a say in', async () => {
  const bytes = await bookOf('duties', oneLog);
  expect(values(bytes, handbook, ['客户经理履职', '状态'])).toEqual(['未全部履行', '已评定']);
  expect(rowsOf(bytes, handbook, '客户经理履职')[0]?.('B').f).toMatch(/^IF\(OR\(.*"未全部履行"/);
});

test('who takes no part has no verdict, and without rules to see nothing is known of who would', async () => {
  const events = [{ kind: 'liable_loan', date: '2026-08-01' } as const];
  const bytes = await bookOf('stars-2011', { ...fourStars, events });
  expect(values(bytes, stars, ['星级', '状态'])).toEqual(['不适用', '不适用']);
  expect(rowsOf(bytes, stars, '星级')[0]?.('B').f).toMatch(
    /^IF\(\$B\$\d+="不符合","不适用",IF\(.*"无法判断"\)\)$/,
  );
});

describe.skipIf(!installed)('in LibreOffice', () => {
  test('an edited figure moves the verdict, its state and what is paid', async () => {
    const folder = workshop();
    const [star, plan] = [await bookOf('stars-2011', fourStars), await bookOf('plan', enough)];
    const english = await bookOf('stars-2011', fourStars, 'en');
    const planSheet = open(plan).SheetNames.find((name) => rowsOf(plan, name, '计划完成').length > 0) ?? '';
    const interest = rowsOf(star, stars, '贷款利息收回率')[1]?.('C').address ?? '';
    const completion = rowsOf(plan, planSheet, '存款日均')[0]?.('C').address ?? '';
    const duties = await bookOf('duties', oneLog);
    const [last, ...others] = dutyCells(duties);
    const allButOne = others.reduce(
      (bytes, { done, required }) => edited(bytes, handbook, done, required),
      duties,
    );
    const after = recalculated(folder, {
      ...{ star, plan, english, duties },
      'duties-all-but-one': allButOne,
      'duties-all': edited(allButOne, handbook, last?.done ?? '', last?.required ?? 0),
      'star-edited': edited(star, stars, interest, 0.9799),
      'plan-edited': edited(plan, planSheet, completion, 0.5),
    });
    rmSync(folder, { recursive: true, force: true });
    const came = (name: string) => after[name] ?? new Uint8Array();
    const differences = Object.entries({ star, plan, english, duties }).flatMap(
      ([name, bytes]) => compare(bytes, came(name)).differences,
    );
    expect(differences).toEqual([]);
    expect(values(came('star-edited'), stars, ['星级', '状态', '奖励'])).toEqual(['三星级', '已评定', 800]);
    expect(values(came('duties-all-but-one'), handbook, ['客户经理履职'])).toEqual(['未全部履行']);
    expect(values(came('duties-all'), handbook, ['客户经理履职', '状态'])).toEqual(['已履行', '已评定']);
    expect(values(came('plan-edited'), planSheet, ['计划完成', '状态'])).toEqual(['未完成', '已评定']);
  });
});

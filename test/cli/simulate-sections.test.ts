/** `appraise simulate` of policies without grades: whose verdict or figures are others, and by which rule. By hand. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../archive/temporary.ts';
import { listOf, open } from '../spreadsheet/read.ts';
import { compare, installed, recalculated, workshop } from '../spreadsheet/recalculate.ts';
import { appraise, sample } from './appraise.ts';

const scheme = (id: string): string => sample(`schemes/${id}/2026Q4`);

/** A draft of a policy in the box, with something else in one place. */
function draftOf(folder: string, id: string, before: string, after: string): string {
  const box = fileURLToPath(new URL(`../../src/policies/${id}/policy.yaml`, import.meta.url));
  const text = readFileSync(box, 'utf8');
  expect(text).toContain(before);
  const file = join(folder, 'draft.yaml');
  writeFileSync(file, text.replace(before, after));
  return file;
}

/** A figure before and after. */
const figure = (id: string, before: string | null, after: string | null) => ({ id, before, after });

const drafts = [
  {
    id: 'stars-2011',
    // 0001 has exactly six million; five stars are 1,500 yuan, four 1,000.
    edit: ['five-star: "CNY 6,000,000"', 'five-star: "CNY 6,000,000.01"'],
    section: 'stars',
    moved: ['0001'],
    first: {
      before: { verdict: 'five-star' },
      after: { verdict: 'four-star' },
      figures: [figure('reward', '1500.00', '1000.00')],
      rules: [
        {
          article: '一(一)',
          of: 'five-star',
          observed: '6000000.00',
          before: { outcome: 'met', threshold: '6000000.00' },
          after: { outcome: 'unmet', threshold: '6000000.01' },
        },
      ],
    },
  },
  {
    id: 'scorecard',
    // 0104 has 75.12.
    edit: ['value: 75', 'value: 76'],
    section: 'outlet',
    moved: ['0104'],
    first: {
      before: { verdict: 'competent' },
      after: { verdict: 'basically-competent' },
      rules: [{ rule: 'competent', before: { outcome: 'met' }, after: { outcome: 'unmet' } }],
    },
  },
  {
    id: 'series-2012',
    // Three quarters at level 1 instead of two: 0107 has one and 0111 two, which is not enough whatever is missing;
    // 0108 has two and lacks a quarter.
    edit: [
      'note: { zh: 原文“两个季度”，读作至少两个, en: "The text says two quarters, read as at least two" }\n    value: 2',
      'value: 3',
    ],
    section: 'titles',
    moved: ['0107', '0108', '0111'],
    first: { before: { verdict: null, outcome: 'unknown' }, after: { verdict: 'manager' } },
  },
  {
    id: 'commission',
    // 0201 sold exactly 40,000 in November; (52,300.50 − 40,000.01) × 3 % is 369.01, so that 7,159.01 are paid.
    // 0210 was 17 cents above, half a cent of commission; now it is 16.
    edit: ['"CNY 40,000"', '"CNY 40,000.01"'],
    section: 'pay',
    moved: ['0210'],
    first: {
      subject: '0201',
      before: { verdict: 'earned' },
      after: { verdict: 'earned' },
      figures: expect.arrayContaining([
        figure('base', '9000.00', '6000.00'),
        figure('pay', '10159.02', '7159.01'),
      ]),
      rules: [{ rule: 'quota-2', before: { outcome: 'met' }, after: { outcome: 'unmet' } }],
    },
  },
  {
    id: 'private-2002',
    // 0201 and 0210 reached exactly what they had to; of 0206 that is now enough to say that it did not.
    edit: ['value: "100%"', 'value: "100.01%"'],
    section: 'proposals',
    moved: ['0201', '0206', '0210'],
    first: {
      before: { verdict: 're-appoint' },
      after: { verdict: 'lower-or-dismiss' },
      rules: expect.arrayContaining([expect.objectContaining({ rule: 're-appoint' })]),
    },
  },
  {
    id: 'plan',
    // 0308 lacks a cent of fifteen million.
    edit: ['value: "100%"', 'value: "99.99%"'],
    section: 'plan',
    moved: ['0308'],
    first: {
      before: { verdict: 'unfulfilled' },
      after: { verdict: 'fulfilled' },
      figures: [figure('reached', '0', '1')],
      rules: [{ rule: 'deposits', before: { outcome: 'unmet' }, after: { outcome: 'met' } }],
    },
  },
  {
    id: 'headcount-2013',
    // Three for a sub-unit instead of four: 云山 has 12 managers for 3 × 3, 北岭 15 for 3 × 4.
    edit: ['value: 4', 'value: 3'],
    section: 'headcount',
    moved: ['云山分行', '北岭分行'],
    first: {
      subject: '云山分行',
      before: { verdict: 'full' },
      after: { verdict: 'surplus' },
      figures: expect.arrayContaining([figure('difference', '0', '-3')]),
    },
  },
  {
    id: 'duties',
    // Two analyses instead of one; 2001 and 2006 wrote one, and of 2006 alone it was open whether all was done.
    edit: ['value: 1\n  meetings-a-month', 'value: 2\n  meetings-a-month'],
    section: 'managers',
    moved: ['2001', '2006'],
    first: {
      before: { verdict: 'fulfilled' },
      after: { verdict: 'incomplete' },
      figures: [figure('analysis-required', '1', '2'), figure('analysis-missing', '0', '1')],
      rules: [{ rule: 'analysis', before: { outcome: 'met' }, after: { outcome: 'unmet' } }],
    },
  },
] as const;

interface Moved {
  readonly subject: string;
  readonly before: { readonly outcome: string; readonly verdict: string | null };
  readonly after: { readonly outcome: string; readonly verdict: string | null };
}
interface Section {
  readonly id: string;
  readonly entries: readonly Moved[];
}

test.each(drafts)('a draft of $id is compared with the policy in the box', async (draft) => {
  const { id, edit, section, moved, first } = draft;
  const policy = draftOf(temporaryFolder(), id, edit[0], edit[1]);
  const { status, out } = await appraise(['simulate', scheme(id), '--policy', policy, '--json']);
  expect(status).toBe(0);
  const { matrix, sections } = JSON.parse(out);
  expect(matrix).toEqual({});
  const entries: readonly Moved[] = sections.find((each: Section) => each.id === section).entries;
  const others = entries.filter(
    ({ before, after }) => before.verdict !== after.verdict || before.outcome !== after.outcome,
  );
  expect(others.map(({ subject }) => subject)).toEqual(moved);
  const subject = 'subject' in first ? first.subject : moved[0];
  expect(entries.find((each) => each.subject === subject)).toMatchObject(first);
});

test('on the screen: verdicts, sums of money, and the rule behind each', async () => {
  const policy = draftOf(
    temporaryFolder(),
    'stars-2011',
    'five-star: "CNY 6,000,000"',
    'five-star: "CNY 6,000,000.01"',
  );
  const { out } = await appraise(['simulate', scheme('stars-2011'), '--policy', policy, '--lang', 'zh']);
  expect(out).toContain('星级 一：10 项，结论不同 1，数值不同 0');
  // 1,500 + 2 × 1,000 + 800 + 500 and nothing for three; of 0010 it is not known.
  expect(out).toMatch(/合计 .*4,800\.00（另有 1 项未知） → 4,300\.00（另有 1 项未知）/);
  expect(out).toMatch(/0001 .* 五星.* → 四星/);
  expect(out).toMatch(/600\.00 万元，标准 .*：符合 → 不符合/);
});

test('as a workbook, whose formulas LibreOffice works out to the same', async () => {
  const folder = temporaryFolder();
  const [before, after] = ['"CNY 40,000"', '"CNY 40,000.01"'];
  const policy = draftOf(folder, 'commission', before, after);
  const out = join(folder, 'simulation.xlsx');
  const args = ['simulate', scheme('commission'), '--policy', policy, '--out', out, '--lang', 'zh'];
  expect((await appraise(args)).status).toBe(0);
  const bytes = readFileSync(out);
  const book = open(bytes);
  expect(book.SheetNames).toEqual(['分项对比', '分项变动', '分项数值', '参数差异']);
  expect(listOf(book, '分项对比', '合计（元）')).toContainEqual(expect.objectContaining({ 增减: -3000 }));
  expect(listOf(book, '分项数值', '分项')).toContainEqual(
    expect.objectContaining({ 工号: '0201', 原制度: 10159.02, 新制度: 7159.01, 单位: '元' }),
  );
  if (!installed) return;
  const again = recalculated(workshop(), { simulation: bytes }).simulation ?? bytes;
  expect(compare(bytes, again).differences).toEqual([]);
});

/** `appraise policy`: what is in the box and in force, broken files refused with place and remedy, and what changed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../archive/temporary.ts';
import { appraise } from './appraise.ts';
import { smallPackage } from './small-package.ts';

const inBox = (policy: string): string =>
  readFileSync(fileURLToPath(new URL(`../../src/policies/${policy}/policy.yaml`, import.meta.url)), 'utf8');
const box = inBox('grade-regulation');

type Edit = readonly [before: string | RegExp, after: string];

/** A policy in the box with something else in a place. */
function changedIn(policy: string, ...edits: readonly Edit[]): string {
  return edits.reduce((text, [before, after]) => {
    const edited = text.replace(before, after);
    if (edited === text) throw new Error(`nothing changed: ${before}`);
    return edited;
  }, inBox(policy));
}
const changed = (...edits: readonly Edit[]): string => changedIn('grade-regulation', ...edits);

function fileOf(text: string): string {
  const file = join(temporaryFolder(), 'mine.yaml');
  writeFileSync(file, text);
  return file;
}

/** Line and column, from 1, of the first `@` of a text, and the text without it. */
function marked(text: string): { text: string; row: number; column: string } {
  const before = text.slice(0, text.indexOf('@'));
  return {
    text: text.replace('@', ''),
    row: before.split('\n').length,
    column: String(before.length - before.lastIndexOf('\n')),
  };
}

interface Shown {
  code: string;
  at: { file: string; row: number; column: string };
  message: { zh: string; en: string };
  hint: { zh: string; en: string };
}

/** Without the note on the order of the rows, which every table of decisions has. */
async function problemsOf(text: string): Promise<{ status: number; problems: Shown[] }> {
  const { status, out } = await appraise(['policy', 'check', fileOf(text), '--json']);
  const { problems }: { problems: Shown[] } = JSON.parse(out);
  return { status, problems: problems.filter(({ code }) => code !== 'policy.rows-by-order') };
}

const seniorDeposits = 'senior: "CNY 250,000,000"';

describe('a broken policy is refused with line, column and what is expected', () => {
  /** A parameter's values for everyone, written by grade. */
  const byGrade = (policy: string, id: string, grade: string): string =>
    changedIn(policy, [
      new RegExp(`(\\n  ${id}:\\n(?:    [^\\n]*\\n)*?)    value: ([^\\n]*)\\n`),
      `$1    @by-grade: { ${grade}: $2 }\n`,
    ]);

  test.each([
    ['grade-regulation', 'admonition-months'],
    ['grade-regulation', 'admonition-completion'],
    ['grade-regulation', 'credit-month-days'],
    ['grade-regulation', 'allowance-admonished'],
    ['grade-regulation', 'customer-line'],
    ['private-2002', 'targets-met'],
  ])('%s: %s by grade, where one value for everyone is read, and a run says the same', async (policy, id) => {
    const grade = policy === 'grade-regulation' ? 'senior' : 'manager';
    const { text, row, column } = marked(byGrade(policy, id, grade));
    const { status, problems } = await problemsOf(text);
    expect(status).toBe(1);
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'policy.not-by-grade', at: { file: 'mine.yaml', row, column } }),
    );
    const { status: ran, out } = await appraise([
      'run',
      smallPackage(temporaryFolder(), '2026Q3'),
      '--policy',
      fileOf(text),
      '--out',
      join(temporaryFolder(), 'out'),
      '--json',
    ]);
    expect(ran).toBe(1);
    expect(out).toContain('policy.not-by-grade');
  });

  test('all problems at once, on the screen with line and column', async () => {
    const file = fileOf(changed(['level: yellow-card', 'level: yellow'], [seniorDeposits, 'senior: true']));
    const { status, out, err } = await appraise(['policy', 'check', file]);
    expect(status).toBe(1);
    expect(out).toMatch(/mine\.yaml, row \d+, column .\d+/);
    expect(out.match(/^error/gm)).toHaveLength(2);
    expect(err).toContain('2 errors');
  });

  test.each([['show'], ['diff']])('%s says so too', async (command) => {
    const file = fileOf(changed(['level: yellow-card', 'level: yellow']));
    const { status, err } = await appraise(['policy', command, file, ...(command === 'diff' ? [file] : [])]);
    expect([status, err]).toEqual([1, expect.stringContaining('policy.invalid')]);
  });
});

describe('what is odd is a warning, and no reason to refuse', () => {
  test.each([
    [
      'policy.same-value',
      changed([
        'fourth: "CNY 15,000,000" }\n  deposits-largest',
        'fourth: "CNY 15,000,000" }\n    changed-by-grade: { 2027-01-01: { @senior: "CNY 250,000,000" } }\n  deposits-largest',
      ]),
    ],
    [
      'policy.unused',
      changed([
        'parameters:\n',
        'parameters:\n  @spare:\n    title: { zh: 备用, en: Spare }\n    article: "1"\n    value: 1\n',
      ]),
    ],
    [
      'policy.unused',
      changed([
        'signs:\n',
        'signs:\n  @spare:\n    title: { zh: 备用, en: Spare }\n    table: loans\n    outstanding: true\n',
      ]),
    ],
    [
      'policy.no-article',
      changed(['          article: 11.2(1)②\n', ''], ['        - rule: loans', '        - @rule: loans']),
    ],
    [
      'policy.values-never-used',
      changed(['article: "9.2"\n    by-grade', 'article: "9.2"\n    @value: "CNY 100"\n    by-grade']),
    ],
    [
      'policy.begins-later',
      changed([
        /senior: "CNY 250,000,000", (.*)/,
        '$1\n    changed-by-grade: { 2027-01-01: { @senior: "CNY 250,000,000" } }',
      ]),
    ],
  ])('%s', async (code, withMark) => {
    const { text, row, column } = marked(withMark);
    const { status, problems } = await problemsOf(text);
    expect(status).toBe(0);
    expect(problems.map((problem) => [problem.code, problem.at.row])).toEqual([[code, row]]);
    if (code !== 'policy.no-article') expect(problems[0]?.at.column).toBe(column);
  });

  test('the policy in the box gives no cause for any', async () => {
    expect(await problemsOf(box)).toEqual({ status: 0, problems: [] });
    expect((await appraise(['policy', 'check', 'grade-regulation'])).status).toBe(0);
  });

  test('warnings that rest on one another in a circle are named as one', async () => {
    const text = changed(
      ['rating: { one-of: [incompetent] }', 'outcome-of: { rule: yellow.floor, is: triggered }'],
      ['outcome-of: { rule: floor, is: unmet }', 'outcome-of: { rule: yellow.annual-fail, is: triggered }'],
    );
    const { problems } = await problemsOf(text);
    expect(problems.map(({ code }) => code)).toEqual(['policy.outcome-cycle', 'policy.outcome-cycle']);
    expect(problems[0]?.message.en).toContain('yellow.annual-fail → yellow.floor → yellow.annual-fail');
  });

  test('a warning may not ask for another one, which is not judged yet', async () => {
    const text = changed([
      'rating: { one-of: [incompetent] }',
      'outcome-of: { rule: notice.hr-list, is: triggered }',
    ]);
    const { status, problems } = await problemsOf(text);
    expect([status, problems.map(({ code }) => code)]).toEqual([1, ['policy.asked-too-early']]);
  });
});

const raised = (): string =>
  fileOf(
    changed([
      'fourth: "CNY 15,000,000" }\n  deposits-largest',
      'fourth: "CNY 15,000,000" }\n    changed-by-grade: { 2027-01-01: { senior: "CNY 260,000,000" } }\n  deposits-largest',
    ]),
  );

describe('show', () => {
  const seniorLine =
    /Year-average deposits without agreement deposits +Senior +CNY (\S+) +11\.2\(1\)① +(\S+) +as written +deposits-total/;

  test.each([
    ['2026-12-31', '250,000,000', '2000-01-01'],
    ['2027-01-01', '260,000,000', '2027-01-01'],
  ])('on %s', async (on, value, since) => {
    const { status, out } = await appraise(['policy', 'show', raised(), '--on', on]);
    expect(status).toBe(0);
    expect(seniorLine.exec(out)?.slice(1)).toEqual([value, since]);
  });

  test('readings are marked, and rules follow as an outline', async () => {
    const { out } = await appraise(['policy', 'show', 'grade-regulation', '--on', '2026-09-30']);
    expect(out).toMatch(/decline-reading$/m);
    expect(out).toMatch(/ any +20\(1\) +2000-01-01 +reading/);
    expect(out).toContain(
      '[deposits] (Art. 11.2(1)①): Average deposits without agreement deposits ≥ deposits-total',
    );
    const chinese = await appraise(['policy', 'show', 'grade-regulation', '--lang', 'zh']);
    expect(chinese.out).toContain('连续两季计划完成率 < plan-completion'.replace('计划', '季度计划'));
  });

  test('before the first day nothing is in force, and it says so', async () => {
    const { status, err } = await appraise(['policy', 'show', 'grade-regulation', '--on', '1999-12-31']);
    expect([status, err]).toEqual([1, expect.stringContaining('no value in force on 1999-12-31')]);
    expect((await appraise(['policy', 'show', 'grade-regulation', '--on', '2026-13-01'])).status).toBe(2);
  });

  test('--json gives it as data', async () => {
    const { out } = await appraise(['policy', 'show', 'grade-regulation', '--on', '2026-09-30', '--json']);
    const { parameters } = JSON.parse(out);
    const floor = parameters.find(({ id }: { id: string }) => id === 'floor-customers-from');
    expect(floor.values).toEqual([{ grade: null, value: '500000.00', unit: 'CNY', since: '2000-01-01' }]);
  });
});

test('list names the policies in the box', async () => {
  const { status, out } = await appraise(['policy', 'list']);
  expect([status, out]).toEqual([0, expect.stringContaining('grade-regulation')]);
  const listed: unknown[] = JSON.parse((await appraise(['policy', 'list', '--json'])).out);
  expect(listed).toContainEqual(expect.objectContaining({ id: 'grade-regulation', grades: 6 }));
});

describe('diff', () => {
  test('a policy and itself', async () => {
    const { status, out } = await appraise(['policy', 'diff', 'grade-regulation', fileOf(box)]);
    expect([status, out]).toEqual([0, 'the policies are the same\n']);
  });

  test('a dated line, by parameter, grade and day', async () => {
    const { status, out } = await appraise(['policy', 'diff', 'grade-regulation', raised(), '--json']);
    expect(status).toBe(3);
    expect(JSON.parse(out)).toEqual({
      parameters: [
        {
          id: 'deposits-total',
          grade: 'senior',
          since: '2027-01-01',
          before: null,
          after: 'CNY 260,000,000',
        },
      ],
      rules: [],
      others: [],
    });
  });

  test('rules added, removed and changed, and what else is not the same', async () => {
    const other = fileOf(
      changed(
        ['edition: "2026.2"', 'edition: "2027.1"'],
        ['- rule: notice.portfolio', '- rule: notice.small-customers'],
        ['since: marketing_since', 'since: trainee_since'],
        ['  rule: floor\n  title: { zh: 在岗最低及格线,', '  rule: floor\n  title: { zh: 最低线,'],
      ),
    );
    const { status, out } = await appraise(['policy', 'diff', 'grade-regulation', other]);
    expect(status).toBe(3);
    for (const line of [
      'removed warnings notice.portfolio',
      'added warnings notice.small-customers',
      'changed grades tenure',
      'tenure.since: marketing_since → trainee_since',
      'changed Floor line floor',
      'edition: 2026.2 → 2027.1',
    ])
      expect(out).toContain(line);
  });
});

test('the head of the commands alone shows what there is', async () => {
  const { status, err } = await appraise(['policy']);
  expect([status, err]).toEqual([2, expect.stringContaining('diff [options] <a> <b>')]);
});

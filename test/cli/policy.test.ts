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

const seniorDeposits = 'senior: { 2000-01-01: "CNY 250,000,000" }';

describe('a broken policy is refused with line, column and what is expected', () => {
  // The mark @ shows where the problem is to be reported.
  test.each([
    [
      'a tab for indentation',
      changed(['  floor-line:\n', '@\tfloor-line:\n']),
      'policy.not-yaml',
      'indentation',
    ],
    [
      'one key twice',
      changed(['policy: grade', 'edition: "1"\n@edition: "2"\npolicy: grade'], ['edition: "2026.2"\n', '']),
      'policy.not-yaml',
      'Map keys must be unique',
    ],
    [
      'an unknown key',
      changed(['floor-line:\n    title', 'floor-line:\n    @colour: red\n    title']),
      'policy.invalid',
      'colour',
    ],
    [
      'a missing part',
      changed(['allowance: { article: "12, 24", rate: allowance-rate,', 'allowance: @{ article: "12, 24",']),
      'policy.invalid',
      'allowance.rate',
    ],
    [
      'an unknown parameter',
      changed(['at-least: deposits-total', 'at-least: @deposit-total']),
      'policy.invalid',
      'did you mean "deposits-total"',
    ],
    [
      'an unknown measure',
      changed(['measure: new-deposits, at-least: new', 'measure: @new-deposit, at-least: new']),
      'policy.invalid',
      'did you mean "new-deposits"',
    ],
    [
      'an unknown sign',
      changed(['signs: [overdue, arrears] }', 'signs: [overdue, @arears] }']),
      'policy.invalid',
      'did you mean "arrears"',
    ],
    [
      'an unknown grade',
      changed(['held: [trainee]\n    credit-item', 'held: [@trainees]\n    credit-item']),
      'policy.invalid',
      'did you mean "trainee"',
    ],
    [
      'an unknown rule',
      changed(['rule: floor, is: unmet', 'rule: @flor, is: unmet']),
      'policy.invalid',
      'did you mean "floor"',
    ],
    [
      'a day that is none',
      changed([seniorDeposits, 'senior: { @2000-02-30: "CNY 250,000,000" }']),
      'policy.invalid',
      'a day such as',
    ],
    [
      'two conditions in one rule',
      changed(
        ['article: "9.2"\n  compare', 'article: "9.2"\n  held-is: [trainee]\n  compare'],
        ['floor:\n  rule', 'floor:\n  @rule'],
      ),
      'policy.invalid',
      'exactly one of',
    ],
    ['an unknown level', changed(['level: yellow-card', 'level: @yellow']), 'policy.invalid', 'yellow-card'],
    [
      'an unreadable value',
      changed([seniorDeposits, 'senior: { @2000-01-01: "25000万" }']),
      'policy.unreadable-value',
      'it should be an amount, such as CNY 250,000,000',
    ],
    [
      'a reading that is no choice',
      changed(['values: { 2000-01-01: leave-out }', 'values: { @2000-01-01: leave }']),
      'policy.unreadable-value',
      'among: leave-out, count',
    ],
    [
      'a percentage where an amount is asked for',
      changed([seniorDeposits, 'senior: { @2000-01-01: "80%" }']),
      'policy.wrong-kind',
      'an amount, such as CNY 250,000,000',
    ],
    [
      'a grade that a line is missing for',
      changed(
        [/( +)first: \{ 2000-01-01: "CNY 150,000,000" \}\n/, ''],
        ['at-least: deposits-total', '@at-least: deposits-total'],
      ),
      'policy.never-met',
      'add the value for this grade',
    ],
    [
      'more conditions needed than there are',
      changed(['      senior: { 2000-01-01: 2 }', '      senior: { @2000-01-01: 5 }']),
      'policy.never-met',
      '5 of 4 conditions',
    ],
    [
      'no allowance for a grade',
      changed([/ +trainee: \{ 2000-01-01: "CNY 160" \}\n/, ''], ['24", rate:', '24", @rate:']),
      'policy.no-value-for-grade',
      'add trainee under by-grade',
    ],
    [
      'a parameter without any value',
      changed(
        ['    article: 20(5)\n    values: { 2000-01-01: 30 }', '    article: 20(5)'],
        ['credit-month-days:\n', '@credit-month-days:\n'],
      ),
      'policy.no-value',
      'add a line such as',
    ],
    [
      'a rule that rests on itself',
      changed([
        'compare: { measure: all-deposits, at-least: floor-line, customers: floor-customers-from }\n\n',
        'outcome-of: { @rule: floor, is: met }\n\n',
      ]),
      'policy.outcome-cycle',
      'do without the other',
    ],
    [
      'two rules of one name',
      changed(['- rule: dismissal.dereliction', '- @rule: dismissal.violation']),
      'policy.rule-twice',
      'another id',
    ],
    [
      'a column that the table lacks',
      changed(['since: marketing_since', '@since: marketing_sins']),
      'policy.unknown-column',
      'did you mean "marketing_since"',
    ],
    [
      'a kind of section that there is not',
      changedIn('stars-2011', ['kind: ranks', 'kind: @rank']),
      'policy.invalid',
      'kind',
    ],
    [
      'a rank that is not among the ranks',
      changedIn('stars-2011', ['grades: [five-star, four-star', 'grades: [@fivestar, four-star']),
      'policy.invalid',
      'did you mean "five-star"',
    ],
    [
      'a rank that nobody can reach, for want of its line',
      changedIn(
        'stars-2011',
        [/( +)three-star: \{ 2000-01-01: "98\.5%" \}\n/, ''],
        ['at-least: recovered }', '@at-least: recovered }'],
      ),
      'policy.never-met',
      'three-star',
    ],
    [
      'a column that collections lack',
      changedIn('stars-2011', ['of: { collected: interest_income }', 'of: { collected: @income }']),
      'policy.invalid',
      'interest_income, month_avg_loans',
    ],
    [
      'a percentage where a figure is held against an amount',
      changedIn('stars-2011', [
        'five-star: { 2000-01-01: "CNY 6,000,000" }',
        'five-star: { @2000-01-01: "90%" }',
      ]),
      'policy.wrong-kind',
      'an amount',
    ],
    [
      'at least and less than in one condition',
      changedIn('stars-2011', [
        'figure: { of: { measure: deposits }, at-least: deposits-average }',
        'figure: @{ of: { measure: deposits }, at-least: deposits-average, less-than: deposits-average }',
      ]),
      'policy.invalid',
      'either at-least or less-than',
    ],
    [
      'weights that are not 100 %',
      changedIn(
        'scorecard',
        [/(outlet-volume:\n(?:.*\n)*? +values: \{ 2000-01-01: )"\d+%"/, '$1"11%"'],
        ['    dimensions:\n      satisfaction', '    dimensions:\n      @satisfaction'],
      ),
      'policy.invalid',
      'instead of 100 %',
    ],
    [
      'a performance that does not weigh most',
      changedIn('scorecard', ['heaviest: performance', 'heaviest: @ability']),
      'policy.invalid',
      'which must weigh most',
    ],
    [
      'a section without an article',
      changedIn(
        'plan',
        [/(sections:\n.*\n.*\n.*\n) +article: .*\n/, '$1'],
        ['    kind: plan', '    @kind: plan'],
      ),
      'policy.invalid',
      'article',
    ],
    [
      'a score asked of a card that there is not',
      changedIn('stars-2011', [
        'figure: { of: { measure: deposits }, at-least: deposits-average }',
        'score: { card: @outlet, at-least: deposits-average }',
      ]),
      'policy.invalid',
      'no such section is declared',
    ],
    [
      'a reading without a contest for each of its choices',
      changedIn('stars-2011', [
        /( +)contests: \{ average: [^\n]*\n/,
        '$1contests: @{ average: [deposits] }\n',
      ]),
      'policy.invalid',
      'a contest for each choice',
    ],
    [
      'a kind of event that there is not',
      changedIn('stars-2011', ['kinds: [liable_loan,', 'kinds: [@liable_loans,']),
      'policy.invalid',
      'liable_loan',
    ],
    [
      'an activity that there is not',
      changedIn('duties', ['record: [log]', 'record: [@logs]']),
      'policy.invalid',
      'log',
    ],
    [
      'a key with a slip of the pen',
      changed(['floor-line:\n    title', 'floor-line:\n    @artcle: "9"\n    title']),
      'policy.invalid',
      'did you mean "article"',
    ],
    [
      'three quarters where one or two are looked at',
      changed(['quarters: 2', 'quarters: @3']),
      'policy.invalid',
      'expected one of: 1, 2',
    ],
    [
      'yes as a value',
      changed(['values: { 2000-01-01: leave-out }', 'values: { 2000-01-01: @true }']),
      'policy.invalid',
      'expected one of: text, a number, a list',
    ],
    [
      'a divisor that is none of the figures',
      changedIn('stars-2011', ['of: { collected: interest_income }', 'of: @{ income: interest_income }']),
      'policy.invalid',
      'expected one of: measure, collected, classified',
    ],
    [
      'customers by a word that is none',
      changed(['customers: floor-customers-from', 'customers: @count']),
      'policy.invalid',
      'nor is it one of: counted',
    ],
    [
      'a list where a reading is declared',
      changed(['values: { 2000-01-01: leave-out }', 'values: { @2000-01-01: [leave-out] }']),
      'policy.unreadable-value',
      'among: leave-out, count',
    ],
    [
      'a choice that nothing tells apart',
      changed(['choices: [leave-out, count]', 'choices: [leave-out, count, @half]']),
      'policy.no-such-choice',
      'leave-out, count',
    ],
    [
      'dollars where yuan are read',
      changed(['values: { 2000-01-01: "CNY 500,000" }', 'values: { @2000-01-01: "USD 500,000" }']),
      'policy.wrong-kind',
      'an amount in yuan',
    ],
    [
      'a step of nothing',
      changedIn('headcount-2013', [/\{ 2000-01-01: "CNY 400,000,000" \}/, '{ @2000-01-01: "CNY 0" }']),
      'policy.wrong-kind',
      'greater than 0',
    ],
    [
      'a parameter that is no list of words',
      changedIn('private-2002', ['    held: held', '    held: @holds']),
      'policy.invalid',
      'no such parameter is declared',
    ],
  ])('%s', async (_, withMark, code, expected) => {
    const { text, row, column } = marked(withMark);
    const { status, problems } = await problemsOf(text);
    expect(status).toBe(1);
    const found = problems.filter((problem) => problem.code === code);
    expect(found.map(({ at }) => at)).toContainEqual({ file: 'mine.yaml', row, column });
    const words = found.map(({ message, hint }) => `${message.en} ${hint.en}`).join('\n');
    expect(words).toContain(expected);
    for (const { message, hint } of found) expect(message.zh + hint.zh).toMatch(/\p{Script=Han}/u);
  });

  /** A parameter's values for everyone, written by grade. */
  const byGrade = (policy: string, id: string, grade: string): string =>
    changedIn(policy, [
      new RegExp(`(\\n  ${id}:\\n(?:    [^\\n]*\\n)*?)    values: (\\{[^\\n]*\\})\\n`),
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
    const file = fileOf(
      changed(['level: yellow-card', 'level: yellow'], [seniorDeposits, 'senior: 250000000']),
    );
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
      changed([seniorDeposits, 'senior: { 2000-01-01: "CNY 250,000,000", @2027-01-01: "CNY 250,000,000" }']),
    ],
    [
      'policy.unused',
      changed([
        'parameters:\n',
        'parameters:\n  @spare:\n    title: { zh: 备用, en: Spare }\n    article: "1"\n    values: { 2000-01-01: 1 }\n',
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
      changed(['article: "12"\n', 'article: "12"\n    @values: { 2000-01-01: "CNY 100" }\n']),
    ],
    ['policy.begins-later', changed([seniorDeposits, 'senior: { @2027-01-01: "CNY 250,000,000" }'])],
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
    changed([seniorDeposits, 'senior: { 2000-01-01: "CNY 250,000,000", 2027-01-01: "CNY 260,000,000" }']),
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
      ),
    );
    const { status, out } = await appraise(['policy', 'diff', 'grade-regulation', other]);
    expect(status).toBe(3);
    for (const line of [
      'removed warnings notice.portfolio',
      'added warnings notice.small-customers',
      'changed grades tenure',
      'tenure.since: marketing_since → trainee_since',
      'edition: 2026.2 → 2027.1',
    ])
      expect(out).toContain(line);
  });
});

test('the head of the commands alone shows what there is', async () => {
  const { status, err } = await appraise(['policy']);
  expect([status, err]).toEqual([2, expect.stringContaining('diff [options] <a> <b>')]);
});

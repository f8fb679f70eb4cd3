/** A policy in language 1 is read as what it says in language 2, and its faults are told in its own words and places. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePolicy } from '../../src/policy/file.ts';
import { temporaryFolder } from '../archive/temporary.ts';
import { appraise } from '../cli/appraise.ts';

const head = 'policy: mine\nedition: "1"\ntitle: { zh: 试行, en: Trial }\nsource: { zh: 试行, en: Trial }\n';
const parameter = (id: string, lines: string): string =>
  `  ${id}:\n    title: { zh: 值, en: value }\n    article: "1"\n${lines}\n`;
const ladder = `ladder:
  high: { title: { zh: 高, en: high }, approval: { zh: 行长, en: head } }
  low: { title: { zh: 低, en: low }, approval: { zh: 行长, en: head } }
`;
const read = (text: string) => parsePolicy(Buffer.from(text), 'mine.yaml');

/** What it says, without what could be said of it. */
function saidBy(text: string): unknown {
  const { policy, problems } = read(text);
  return policy?.file ?? problems.map(({ at, message }) => [at.row, at.column, message.en]);
}

const one = (more = ''): string =>
  `${head}${ladder}parameters:
${parameter('total', '    by-grade:\n      high: { 2000-01-01: "CNY 9", 2027-01-01: "CNY 10" }\n      low: { 2000-01-01: "CNY 5" }')}${parameter('line', '    values: { 2000-01-01: "80%" }')}${parameter('counted-from', '    values: { 2010-01-01: "CNY 1", 2000-01-01: "CNY 2" }')}${parameter('needed', '    values: { 2001-01-01: 1 }')}${parameter('any', '    choices: [any, all]\n    values: { 2000-01-01: all }')}measures:
  deposits: { title: { zh: 存款, en: deposits }, table: deposits, indicator: deposits, year: { add: year_avg }, quarter: { add: quarter_avg } }
counted-customers: { at-least: total, scope: scope, basis: basis, measure: deposits, measure-without-agreement: deposits }
grades:
  - rule: some
    title: { zh: 若干, en: some }
    article: "1"
    grades: [high]
    at-least:
      needed: needed
      of:
        - compare: { measure: deposits, at-least: total, customers: counted }
        - compare: { measure: deposits, at-least: total, customers: counted-from }
        - completion: { basis: quarter, below: line, reading: any, quarters: 1 }
        - figure: { of: { classified: bad }, to: { classified: all }, at-least: line }${more}
`.replace(
    'measures:',
    `${parameter('bad', '    values: { 2000-01-01: [substandard] }')}${parameter('scope', '    choices: [all, deposits]\n    values: { 2000-01-01: all }')}${parameter('basis', '    choices: [total]\n    values: { 2000-01-01: total }')}measures:`,
  );

const two = `language: 2
since: 2000-01-01
${head}${ladder}parameters:
${parameter('total', '    by-grade: { high: "CNY 9", low: "CNY 5" }\n    changed-by-grade: { 2027-01-01: { high: "CNY 10" } }')}${parameter('line', '    value: "80%"')}${parameter('counted-from', '    value: "CNY 2"\n    changed: { 2010-01-01: "CNY 1" }')}${parameter('needed', '    changed: { 2001-01-01: 1 }')}${parameter('any', '    choices: [any, all]\n    value: all')}${parameter('bad', '    value: [substandard]')}${parameter('scope', '    choices: [all, deposits]\n    value: all')}${parameter('basis', '    choices: [total]\n    value: total')}measures:
  deposits: { title: { zh: 存款, en: deposits }, table: deposits, indicator: deposits, year: { add: year_avg }, quarter: { add: quarter_avg } }
counted-customers: { at-least: total, scope: scope, basis: basis, measure: deposits, measure-without-agreement: deposits }
grades:
  - rule: some
    title: { zh: 若干, en: some }
    article: "1"
    for-grades: [high]
    several:
      at-least: needed
      of:
        - compare: { measure: deposits, at-least: total }
        - compare: { measure: deposits, at-least: total, customers-at-least: counted-from }
        - completion: { basis: quarter, less-than: line, missed: any, quarters: 1 }
        - figure: { of: { classified-in: bad }, over: { classified: all }, at-least: line }
`;

test('what it says is what language 2 says', () => {
  expect(saidBy(one())).toEqual(saidBy(two));
  expect(saidBy(one())).toMatchObject({ language: 2, since: '2000-01-01' });
  expect(saidBy(`language: 1\n${one()}`)).toEqual(saidBy(two));
});

test('a fault stands in its own line and column, in the words of the file', () => {
  const rows = one().split('\n');
  const at = (part: string): [number, string] => {
    const row = rows.findIndex((line) => line.includes(part));
    return [row + 1, String((rows[row] ?? '').indexOf(part) + 1)];
  };
  expect(saidBy(one().replace('below: line', 'below: lime'))).toEqual([
    [
      at('line, reading')[0],
      at('line, reading')[1],
      expect.stringMatching(/^grades\.0\.at-least\.of\.2\.completion\.below in the policy is wrong/),
    ],
  ]);
  expect(saidBy(one().replace('2001-01-01: 1', '2001-02-30: 1'))).toEqual([
    [...at('2001-01-01'), expect.stringContaining('a day such as')],
  ]);
  const { problems } = read(one().replace('customers: counted-from', 'custmers: counted-from'));
  expect(problems.map(({ hint }) => hint.en)).toEqual(['did you mean "customers"?']);
});

test('what it says of keys names them as the file writes them', () => {
  /** Of the first problem or remark of a code: what is said, and what to do. */
  const told = (code: string, ...[before, after]: readonly [string, string]): string => {
    const { problems, remarks } = read(one().replace(before, after));
    const said = [...problems, ...remarks].find((each) => each.code === code);
    return `${said?.message.en} | ${said?.hint.en} | ${said?.message.zh} | ${said?.hint.zh}`;
  };
  const values = 'values: { 2000-01-01: "80%" }';
  const either = told('policy.invalid', 'below: line, reading: any', 'below: line');
  expect(either).toContain('exactly one of reading |');
  expect(either).toContain('reading 写且只写一个');
  const noCondition = told(
    'policy.invalid',
    'completion: { basis: quarter, below: line, reading: any, quarters: 1 }',
    'stage: annual',
  );
  expect(noCondition).toContain('any, not, at-least, compare');
  const noValue = told('policy.no-value', values, 'choices: [a]');
  expect(noValue).toMatch(/give it a values, .* under by-grade \| .*请写 values/);
  const ofHigh = told('policy.never-met', 'high: { 2000-01-01: "CNY 9", 2027-01-01: "CNY 10" }\n', '\n');
  expect(ofHigh).toMatch(/by grades to those .*用 grades 把/);
  const shape = told('policy.wrong-kind', values, 'values: { 2000-01-01: 80 }');
  expect(shape).toContain('grades.0.at-least.of.2.completion.below asks for');
});

describe('the floor, which stood among the conditions of the grades again, stands once', () => {
  const deposits =
    'measures:\n  deposits: { title: { zh: 存款, en: deposits }, table: deposits, indicator: deposits, year: { add: year_avg }, quarter: { add: quarter_avg } }\n';
  const line =
    'rule: line, title: { zh: 线, en: line }, article: "1", compare: { measure: deposits, at-least: total }';
  const other =
    'rule: exam, title: { zh: 考, en: exam }, article: "1", recorded: { column: entry_exam, is: passed }';
  const values = '    values: { 2000-01-01: "CNY 5" }';
  const inOne = (floor: string, grades: string): string =>
    `${head}${ladder}parameters:\n${parameter('total', values)}${deposits}floor: ${floor}\ngrades:${grades}\n`;
  const inTwo = (floor: string, grades: string): string =>
    `language: 2\nsince: 2000-01-01\n${head}${ladder}parameters:\n${parameter('total', '    value: "CNY 5"')}${deposits}floor: ${floor}\ngrades:${grades}\n`;

  test.each([
    [
      'for some grades',
      `{ ${line} }`,
      `\n  - { ${other} }\n  - { ${line}, grades: [high] }`,
      `{ ${line}, for-grades: [high] }`,
      `\n  - { ${other} }`,
    ],
    ['for each', `{ ${line} }`, ` [{ ${line} }, { ${other} }]`, `{ ${line} }`, ` [{ ${other} }]`],
    ['alone', `{ ${line} }`, `\n  - { ${line}, grades: [high] }`, `{ ${line}, for-grades: [high] }`, ' []'],
    ['not at all', `{ ${line} }`, ` [{ ${other} }]`, `{ ${line}, for-grades: [] }`, ` [{ ${other} }]`],
    [
      'with another title',
      `{ ${line} }`,
      ` [{ ${line.replace('en: line', 'en: bar')} }]`,
      `{ ${line}, for-grades: [] }`,
      ` [{ ${line.replace('en: line', 'en: bar')} }]`,
    ],
    [
      'for those who hold a grade',
      `{ ${line}, grades: [high] }`,
      ' []',
      `{ ${line}, held: [high], for-grades: [] }`,
      ' []',
    ],
  ])('%s', (_, floor, grades, once, others) => {
    expect(saidBy(inOne(floor, grades))).toEqual(saidBy(inTwo(once, others)));
    expect(saidBy(inTwo(once, others))).toHaveProperty('floor.rule', 'line');
  });

  test('as the first files in language 2 have it, too', () => {
    const again = ` [{ ${other} }, { ${line}, for-grades: [high] }]`;
    const once = `{ ${line}, for-grades: [high] }`;
    expect(saidBy(inTwo(`{ ${line} }`, again))).toEqual(saidBy(inTwo(once, ` [{ ${other} }]`)));
  });
});

test('upgrading keeps comments and says the same', async () => {
  const text = one()
    .replace('    by-grade:\n', '    #en in yuan\n    by-grade:\n      # the highest\n')
    .replace('grades:\n', '# all are required\ngrades:\n');
  const path = join(temporaryFolder(), 'mine.yaml');
  writeFileSync(path, text);
  const { status, out } = await appraise(['policy', 'upgrade', path]);
  expect(status).toBe(0);
  expect(out).toContain(
    '    #en in yuan\n    # the highest\n    by-grade: { high: "CNY 9", low: "CNY 5" }\n',
  );
  expect(out).toContain('# all are required\ngrades:\n');
  expect(saidBy(out)).toEqual(saidBy(two));
  writeFileSync(path, out);
  expect((await appraise(['policy', 'upgrade', path])).out).toBe(out);
});

test('a later language is not known', () => {
  expect(saidBy(two.replace('language: 2', 'language: 3'))).toEqual([
    [1, '11', expect.stringContaining('language in the policy is wrong')],
  ]);
});

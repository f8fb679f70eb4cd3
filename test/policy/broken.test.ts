/** Sixty slips in a policy: each refused in its place, with what is expected, in both languages. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePolicy } from '../../src/policy/file.ts';

const inBox = (policy: string): string =>
  readFileSync(new URL(`../../src/policies/${policy}/policy.yaml`, import.meta.url), 'utf8');

type Edit = readonly [before: string | RegExp, after: string];

/** A policy in the box with something else in a place. */
const changedIn = (policy: string, ...edits: readonly Edit[]): string =>
  edits.reduce((text, [before, after]) => {
    const edited = text.replace(before, after);
    if (edited === text) throw new Error(`nothing changed: ${before}`);
    return edited;
  }, inBox(policy));
const changed = (...edits: readonly Edit[]): string => changedIn('grade-regulation', ...edits);

/** Line and column, from 1, of the first `@` of a text, and the text without it. */
function marked(text: string): { text: string; row: number; column: string } {
  const before = text.slice(0, text.indexOf('@'));
  return {
    text: text.replace('@', ''),
    row: before.split('\n').length,
    column: String(before.length - before.lastIndexOf('\n')),
  };
}

/** The grade regulation with lines of pay or points beside the grades. */
const withLines = (unit: 'CNY' | 'points', lines: string, more = ''): string =>
  changed([
    /^parameters:\n/m,
    `figures:
  deposits: { title: { zh: 存, en: deposits }, measure: all-deposits }
  slips: { title: { zh: 误, en: slips }, events: [work_error], within: quarter }
sections:
  extra:
    kind: lines
    title: { zh: 附, en: Extra }
    article: "1"
    unit: ${unit}
    lines:
      line: { title: { zh: 项, en: line }, ${lines} }
${more}
parameters:
  yuan: { title: { zh: 元, en: yuan }, article: "1", value: "CNY 10,000" }
  dollars: { title: { zh: 美元, en: dollars }, article: "1", value: "USD 10,000" }
  share: { title: { zh: 比, en: share }, article: "1", value: "5%" }
  days: { title: { zh: 天, en: days }, article: "1", value: 30 }
`,
  ]);

/** Units that do not go together: what is priced or compared, of which unit, and what is asked for there. */
const unitSlips: readonly (readonly [what: string, policy: string, says: string])[] = [
  [
    'a price in % on a count',
    withLines('points', 'of: slips, @price: share'),
    'is a percentage, where a number',
  ],
  ['yuan times yuan', withLines('CNY', 'of: deposits, @price: yuan'), 'where a number or a percentage'],
  [
    'a count of things priced without yuan',
    withLines('CNY', 'of: slips, @price: days'),
    'where an amount in yuan',
  ],
  ['yuan for points', withLines('points', 'of: deposits, per: yuan, @price: yuan'), 'where points'],
  ['points from a share of yuan', withLines('points', 'of: deposits, @price: share'), 'where points'],
  [
    'days as the unit of yuan',
    withLines('CNY', 'of: deposits, @per: days, price: yuan'),
    'where an amount in yuan',
  ],
  [
    'a tier from so many days of yuan',
    withLines(
      'CNY',
      'of: deposits, tiers: { kind: marginal, steps: [{ @at-least: days, price: share }, { price: share }] }',
    ),
    'where an amount in yuan',
  ],
  [
    'a price of one tier',
    withLines(
      'CNY',
      'of: deposits, tiers: { kind: whole, steps: [{ at-least: yuan, @price: yuan }, { price: share }] }',
    ),
    'where a number or a percentage',
  ],
  [
    'a band by % of a count',
    withLines('points', 'of: slips, bands: [{ @at-least: share, gives: days }, { gives: days }]'),
    'is a percentage, where a number',
  ],
  [
    'a band that gives dollars',
    withLines('CNY', 'of: slips, bands: [{ at-least: days, @gives: dollars }, { gives: yuan }]'),
    'in US dollars, where an amount in yuan',
  ],
  [
    'a factor by yuan of a completion',
    withLines(
      'CNY',
      'of: deposits, times: [{ title: { zh: 乘, en: times }, of: { completion: deposits, basis: year }, bands: [{ @at-least: yuan, gives: share }, { gives: days }] }]',
    ),
    'where a percentage',
  ],
  [
    'a factor of so much yuan at most',
    withLines(
      'CNY',
      'of: deposits, price: share, times: [{ title: { zh: 乘, en: times }, of: { value: days }, @most: yuan }]',
    ),
    'where a number or a percentage',
  ],
  [
    'a bound in points of pay',
    withLines('CNY', 'of: deposits, price: share, @most: days'),
    'where an amount in yuan',
  ],
  [
    'a total in points of pay',
    withLines('CNY', 'of: deposits, price: share', '    total: { @least: days }'),
    'where an amount in yuan',
  ],
  [
    'a result by yuan of points',
    withLines(
      'points',
      'of: slips, price: days',
      '    results: { good: { title: { zh: 好, en: good }, @at-least: yuan }, bad: { title: { zh: 差, en: bad } } }',
    ),
    'where points',
  ],
  [
    'dollars added to yuan',
    withLines('CNY', 'of: { sum: [deposits, @{ value: dollars }] }, price: share'),
    'in US dollars, where an amount in yuan',
  ],
  [
    'a share taken off yuan',
    withLines('CNY', 'of: { difference: [deposits, @{ completion: deposits, basis: year }] }, price: share'),
    'is a percentage, where an amount in yuan',
  ],
  [
    'yuan held against days',
    withLines('CNY', 'of: { between: { a: deposits, @b: { value: days }, part: excess } }, price: share'),
    'where an amount in yuan',
  ],
  [
    'yuan by dollars',
    withLines('CNY', 'of: { measure: all-deposits, @over: { value: dollars } }, price: yuan'),
    'in US dollars',
  ],
  [
    'deposits from a percentage on',
    withLines(
      'CNY',
      'of: deposits, price: share',
      '    takes-part: { rule: part, title: { zh: 参, en: part }, article: "1", figure: { of: deposits, @at-least: share } }',
    ),
    'is a percentage, where an amount in yuan',
  ],
  [
    'days of an amount',
    withLines(
      'CNY',
      'of: deposits, price: share',
      '    veto: { rule: veto, title: { zh: 否, en: veto }, article: "1", figure: { of: deposits, @less-than: days } }',
    ),
    'where an amount in yuan',
  ],
];

const seniorDeposits = 'senior: "CNY 250,000,000"';

/** What is wrong, the policy with a mark @ where it is to be reported, the code, and a part of what is said of it. */
const slips: readonly (readonly [what: string, policy: string, code: string, says: string])[] = [
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
    changed(['since: 2000-01-01', 'since: @2000-02-30']),
    'policy.invalid',
    'a day such as',
  ],
  [
    'two conditions in one rule',
    changed(
      ['article: "9.2"\n  text', 'article: "9.2"\n  held-is: [trainee]\n  text'],
      ['floor:\n  rule', 'floor:\n  @rule'],
    ),
    'policy.invalid',
    'exactly one of',
  ],
  ['an unknown level', changed(['level: yellow-card', 'level: @yellow']), 'policy.invalid', 'yellow-card'],
  [
    'an unreadable value',
    changed([seniorDeposits, '@senior: "25000万"']),
    'policy.unreadable-value',
    'it should be an amount, such as CNY 250,000,000',
  ],
  [
    'a reading that is no choice',
    changed(['value: leave-out', '@value: leave']),
    'policy.unreadable-value',
    'among: leave-out, count',
  ],
  [
    'a percentage where an amount is asked for',
    changed([seniorDeposits, '@senior: "80%"']),
    'policy.wrong-kind',
    'an amount, such as CNY 250,000,000',
  ],
  [
    'a grade that a line is missing for',
    changed([', first: "CNY 150,000,000"', ''], ['at-least: deposits-total', '@at-least: deposits-total']),
    'policy.never-met',
    'add the value for this grade',
  ],
  [
    'more conditions needed than there are',
    changed(['{ senior: 2,', '{ @senior: 5,']),
    'policy.never-met',
    '5 of 4 conditions',
  ],
  [
    'no allowance for a grade',
    changed([', fourth: "CNY 160"', ''], ['24", rate:', '24", @rate:']),
    'policy.no-value-for-grade',
    'add fourth under by-grade',
  ],
  [
    'no allowance for trainees, where nothing else says what they are paid',
    changed([
      '24", rate: allowance-rate, other: fee-other, trainee: trainee-fees',
      '24", @rate: allowance-rate',
    ]),
    'policy.no-value-for-grade',
    'add trainee under by-grade',
  ],
  [
    'a parameter without any value',
    changed(
      ['    article: 20(5)\n    value: 30', '    article: 20(5)'],
      ['credit-month-days:\n', '@credit-month-days:\n'],
    ),
    'policy.no-value',
    'such as 6, or one for each grade',
  ],
  [
    'a rule that rests on itself',
    changed([
      'compare: { measure: all-deposits, at-least: floor-line, customers-at-least: floor-customers-from }\n\n',
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
    'the floor again among the conditions of the grades',
    changed(['- rule: special-report', '- @rule: floor']),
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
    changedIn('stars-2011', ['for-grades: [five-star, four-star', 'for-grades: [@fivestar, four-star']),
    'policy.invalid',
    'did you mean "five-star"',
  ],
  [
    'a rank that nobody can reach, for want of its line',
    changedIn(
      'stars-2011',
      [', three-star: "98.5%"', ''],
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
    changedIn('stars-2011', ['five-star: "CNY 6,000,000"', '@five-star: "90%"']),
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
    'exactly one of at-least, more-than, at-most and less-than',
  ],
  [
    'weights that are not 100 %',
    changedIn(
      'scorecard',
      [/(outlet-volume:\n(?:.*\n)*? +value: )"\d+%"/, '$1"11%"'],
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
    changedIn('stars-2011', [/( +)contests: \{ average: [^\n]*\n/, '$1contests: @{ average: [deposits] }\n']),
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
    changed(['value: leave-out', 'value: @true']),
    'policy.invalid',
    'expected one of: text, a number, a list',
  ],
  [
    'a divisor that is none of the figures',
    changedIn('stars-2011', ['of: { collected: interest_income }', 'of: @{ income: interest_income }']),
    'policy.invalid',
    'unknown key: income',
  ],
  [
    'customers from a line that is none',
    changed(['customers-at-least: floor-customers-from', 'customers-at-least: @counted']),
    'policy.invalid',
    'no such parameter is declared',
  ],
  [
    'a list where a reading is declared',
    changed(['value: leave-out', '@value: [leave-out]']),
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
    changed(['value: "CNY 500,000"', '@value: "USD 500,000"']),
    'policy.wrong-kind',
    'an amount in yuan',
  ],
  [
    'a step of nothing',
    changedIn('headcount-2013', ['value: "CNY 400,000,000"', '@value: "CNY 0"']),
    'policy.wrong-kind',
    'greater than 0',
  ],
  [
    'a parameter that is no list of words',
    changedIn('private-2002', ['    roster-words: held', '    roster-words: @holds']),
    'policy.invalid',
    'no such parameter is declared',
  ],
  [
    'an edition that is a number',
    changed(['edition: "', 'edition: @1 # "']),
    'policy.invalid',
    'expected text',
  ],
  [
    'an id with capitals',
    changed(['policy: grade-regulation', 'policy: @Grade-Regulation']),
    'policy.invalid',
    'an id is of small letters',
  ],
  [
    'a title in one language',
    changed([/title: \{ zh: (\S+), en: Trainee \}/, 'title: @{ zh: $1 }']),
    'policy.invalid',
    'the key is missing',
  ],
  [
    'a level that is no whole number',
    changed(['employee-level: 9', 'employee-level: @9.5']),
    'policy.invalid',
    'a whole number',
  ],
  [
    'a ladder that is a list',
    changed(['ladder:\n', 'ladder: @[senior]\nformer:\n']),
    'policy.invalid',
    'keys with their values',
  ],
  [
    'a table that there is not',
    changed(['table: deposits', 'table: @deposit']),
    'policy.invalid',
    'did you mean "deposits"',
  ],
  [
    'a stage that there is not',
    changed(['stage: annual', 'stage: @yearly']),
    'policy.invalid',
    'interim, annual',
  ],
  ['a span that there is not', changed(['within: quarter', 'within: @month']), 'policy.invalid', 'last-year'],
  [
    'a key that the condition lacks',
    changed([
      'customers-at-least: floor-customers-from }',
      'customers-at-least: floor-customers-from, @at-most: floor-line }',
    ]),
    'policy.invalid',
    'at-most',
  ],
  [
    'none of several',
    changed(['held-is: [trainee]', 'held-is: @[]']),
    'policy.invalid',
    'at least one is needed',
  ],
  [
    'a step that there is not',
    changed(['qualified: two-above-held', 'qualified: @three-above-held']),
    'policy.invalid',
    'did you mean "two-above-held"',
  ],
  [
    'a destination that there is not',
    changed(['to: one-down-or-qualified', 'to: @one-down-or-qualifed']),
    'policy.invalid',
    'did you mean "one-down-or-qualified"',
  ],
  [
    'customers from a line, of deposits that nothing names',
    changed(
      [/counted-customers:\n(?: {2}.*\n)+/, ''],
      ['customers-at-least: floor-', 'customers-at-least: @floor-'],
    ),
    'policy.invalid',
    'only beside counted-customers',
  ],
  [
    'an alternative that no row proposes',
    changed(['alternative: exit', 'alternative: @leave']),
    'policy.invalid',
    'the action of another row',
  ],
  [
    'no where yes or nothing is written',
    changed([
      'needs-person: { zh: 视情节轻重，由人认定, en: a person judges how grave it is }',
      'needs-person: @false',
    ]),
    'policy.invalid',
    'wrong: expected one of: true, keys with their values',
  ],
  [
    'a value for a grade that there is not',
    changed([seniorDeposits, '@seniors: "CNY 250,000,000"']),
    'policy.invalid',
    'did you mean "senior"',
  ],
  [
    'sections that are a list',
    changedIn('plan', [/sections:\n/, 'sections: @[]\nformer:\n']),
    'policy.invalid',
    'keys with their values',
  ],
  [
    'a name for what stands elsewhere',
    changed(['edition: "', 'edition: @*edition # "']),
    'policy.not-yaml',
    'alias',
  ],
  ['two files in one', changed(['ladder:\n', '@---\nladder:\n']), 'policy.not-yaml', 'several files'],
  [
    'a key of every object',
    changed(['ladder:\n', '@__proto__: {}\nladder:\n']),
    'policy.invalid',
    'an unknown key',
  ],
  [
    'a rating that there is not',
    changed(['one-of: [incompetent]', 'one-of: [@incompetant]']),
    'policy.invalid',
    'did you mean "incompetent"',
  ],
  [
    'a text that is not one',
    changed([/article: "9.2"\n {2}text: .*/, 'article: "9.2"\n  text: @[第九条]']),
    'policy.invalid',
    'expected text',
  ],
  [
    'a class of loans by its name',
    changed(['value: [substandard, doubtful, loss]', 'value: [substandard, @可疑, loss]']),
    'policy.no-such-class',
    'did you mean "doubtful"',
  ],
  [
    'a price beside the parts of a line',
    withLines(
      'CNY',
      'parts: { one: { title: { zh: 一, en: one }, of: deposits, price: share } }, price: share',
    ).replace('line: {', 'line: @{'),
    'policy.invalid',
    'in its parts',
  ],
  ...unitSlips.map(([what, policy, says]) => [what, policy, 'policy.units-differ', says] as const),
];

test('what goes together in other ways is no slip', () => {
  const fair = [
    withLines('points', 'of: deposits, price: days'),
    withLines('points', 'of: { completion: deposits, basis: year }, price: days'),
    withLines(
      'CNY',
      'of: slips, price: share, times: [{ title: { zh: 基, en: base }, of: { value: yuan } }]',
    ),
    withLines('CNY', 'of: { measure: all-deposits, over: slips }, price: share'),
    withLines(
      'CNY',
      'of: { metric: 户数, basis: year }, bands: [{ at-least: share, gives: yuan }, { gives: yuan }]',
    ),
    withLines('CNY', 'of: deposits, price: share, least: none').replace(
      /^parameters:\n/m,
      'parameters:\n  none: { title: { zh: 零, en: none }, article: "1", value: 0 }\n',
    ),
  ];
  for (const text of fair)
    expect(
      parsePolicy(Buffer.from(text), 'mine.yaml').problems.map(({ code, message }) => [code, message.en]),
    ).toEqual([]);
});

test.each(slips)('%s', (_, policy, code, says) => {
  const { text, row, column } = marked(policy);
  const { policy: read, problems, remarks } = parsePolicy(Buffer.from(text), 'mine.yaml');
  expect(read).toBeNull();
  const found = [...problems, ...remarks].filter((problem) => problem.code === code);
  expect(found.map(({ at }) => at)).toContainEqual({ file: 'mine.yaml', row, column });
  expect(found.map(({ message, hint }) => `${message.en} ${hint.en}`).join('\n')).toContain(says);
  // In Chinese too, with none of the English but what the file itself has.
  for (const { message, hint } of found) {
    for (const { zh } of [message, hint]) expect(zh).toMatch(/\p{Script=Han}/u);
    expect(message.zh + hint.zh).not.toMatch(/[a-z]{2,}(?: [a-z]{2,}){2,}/i);
  }
});

/** What a policy declares in its own words: levels and lists of warnings, events, statuses, lines of completions. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { resultsOf } from '../../src/archive/index.ts';
import { allowanceOf, decisionOf, warningsOf } from '../../src/model/entries.ts';
import { wordsTogether } from '../../src/model/policy/declared-words.ts';
import type { Policy } from '../../src/model/policy.ts';
import { resultsSchema } from '../../src/model/results.ts';
import { policyIds } from '../../src/policy/box.ts';
import { defaultWords, loadPolicy, parsePolicy } from '../../src/policy/file.ts';
import { appraised, managerIn } from '../engine/support/appraised.ts';
import { packageOf } from '../engine/support/package.ts';

const boxedPolicy = (id: string): URL => new URL(`../../src/policies/${id}/policy.yaml`, import.meta.url);
const boxed = boxedPolicy('grade-regulation');
type Words = Record<string, unknown>;

/** The grade regulation with some of its keys otherwise; undefined takes a key away. */
function changed(keys: Words, rules: Readonly<Record<string, Words>> = {}) {
  const policy = parse(readFileSync(boxed, 'utf8')) as Words & { warnings: Words[] };
  const warnings = policy.warnings.map((rule) => ({ ...rule, ...rules[String(rule.rule)] }));
  return parsePolicy(Buffer.from(stringify({ ...policy, warnings, ...keys })), 'words.yaml');
}
function policyWith(...given: Parameters<typeof changed>): Policy {
  const { policy, problems } = changed(...given);
  if (policy === null) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  return policy;
}
const title = (zh: string, en: string) => ({ title: { zh, en } });

describe('levels of warnings', () => {
  const redCard = policyWith({
    'warning-levels': {
      notice: title('提示', 'Notice'),
      admonition: { ...title('诫勉', 'Admonition'), list: 'admonition' },
      'red-card': { ...title('红牌', 'Red card'), tone: 'bad', grave: true },
      dismissal: title('解聘', 'Dismissal'),
    },
    warnings: [
      {
        rule: 'liable',
        ...title('责任贷款', 'Liable loan'),
        level: 'red-card',
        article: '9',
        event: { kinds: ['liable_loan'], within: 'quarter' },
      },
    ],
    'person-decides': [],
    decisions: [
      {
        action: 'out',
        ...title('退出', 'Out'),
        article: '9',
        to: 'nowhere',
        'warned-of': { level: 'red-card' },
      },
    ],
    decided: 'every-quarter',
    floor: undefined,
  });
  const event = { kind: 'liable_loan', date: '2026-08-01', reference: null, note: null };
  const appraisal = appraised(packageOf({ roster: [{}], events: [event] }), { policy: redCard });
  const [warning] = warningsOf(managerIn(appraisal));

  test('a level of the policy’s own is judged, and decides', () => {
    expect(warning).toMatchObject({ level: 'red-card', list: 'red-card', outcome: 'triggered' });
    expect(decisionOf(managerIn(appraisal))).toMatchObject({ action: 'out', warnings: ['liable'] });
  });

  test('it is called by its title, in a list under its own name', () => {
    expect(appraisal.policy.warningLevels.map(({ id }) => id)).toEqual([
      'notice',
      'admonition',
      'red-card',
      'dismissal',
    ]);
    expect(appraisal.policy.warningLists).toEqual([
      {
        id: 'red-card',
        name: { zh: '红牌', en: 'Red card' },
        title: { zh: '红牌', en: 'Red card' },
        on: null,
      },
    ]);
  });

  test('the results may say so', () => {
    const [{ warnings = [] } = {}] = resultsSchema.parse(resultsOf(appraisal)).managers;
    expect(warnings.map(({ level }) => level)).toEqual(['red-card']);
  });

  test('one that is not declared is refused, with the nearest that is', () => {
    const { problems } = changed({}, { 'yellow.floor': { level: 'yellow-cart' } });
    expect(problems).toMatchObject([{ code: 'policy.invalid', hint: { en: 'did you mean "yellow-card"?' } }]);
  });

  test('a list stands on the sheet of another, and not of one that has none', () => {
    const lists = (hrList: string) => ({
      ...(parse(readFileSync(boxed, 'utf8')) as { 'warning-lists': Words })['warning-lists'],
      'hr-list': { name: { zh: '报送', en: 'named' }, on: hrList },
    });
    const list = policyWith({ 'warning-lists': lists('notice') });
    const { warningLists } = appraised(packageOf({ roster: [{}] }), { policy: list }).policy;
    expect(warningLists.find(({ id }) => id === 'hr-list')?.on).toBe('notice');
    expect(changed({ 'warning-lists': lists('hr-list') }).problems).toMatchObject([
      { code: 'policy.invalid', hint: {} },
    ]);
  });

  test('a rule may stand in another list than its level’s', () => {
    const warnings = warningsOf(managerIn(appraised(packageOf({ roster: [{}] }))));
    const listOf = (rule: string) => warnings.find((each) => each.rule === rule)?.list;
    expect([listOf('explanation.not-admonished'), listOf('notice.hr-list')]).toEqual([
      'explanation',
      'hr-list',
    ]);
  });
});

test('a policy that declares no words has the ordinary ones', () => {
  const keys = [
    ...['statuses', 'roster-series', 'review-ratings', 'event-kinds'],
    ...['warning-levels', 'warning-lists', 'completion-lines', 'leaving'],
  ];
  const { warnings } = parse(readFileSync(boxed, 'utf8')) as { warnings: readonly { rule: string }[] };
  const ordinary = warnings.map(({ rule }) => [rule, { level: 'notice', list: undefined }]);
  const before = policyWith(
    Object.fromEntries(keys.map((key) => [key, undefined])),
    Object.fromEntries(ordinary) as Readonly<Record<string, Words>>,
  );
  expect(Object.keys(before.file['warning-levels'])).toEqual([
    'notice',
    'admonition',
    'yellow-card',
    'accountability',
    'downgrade-or-exit',
    'dismissal',
  ]);
  expect(defaultWords().statuses.map(({ text }) => text.zh)).toEqual(['在岗', '待岗', '离岗', '内勤']);
  expect(defaultWords().ratings.map(({ text }) => text.zh)).toEqual(['优秀', '称职', '基本称职', '不称职']);
  expect(defaultWords().series.map(({ id }) => id)).toEqual(['corporate', 'personal', 'small-business']);
  expect(before.file['completion-lines']).toEqual([]);
});

test('a policy to which grades are nothing takes whatever the roster calls them', async () => {
  const all = await Promise.all((await policyIds()).map(async (id) => (await loadPolicy(id)).policy));
  const policies = all.flatMap((policy) => policy ?? []);
  expect(
    policies.filter((policy) => wordsTogether([policy]).anyGrade).map(({ file }) => file.policy),
  ).toEqual(['commission', 'duties', 'headcount-2013', 'plan', 'scorecard', 'stars-2011']);
  // One that has titles of its own has them for all that are run with it.
  expect(wordsTogether(policies).anyGrade).toBe(false);
  const declaring = (keys: Words): Policy => {
    const plan = parse(readFileSync(boxedPolicy('plan'), 'utf8')) as Words;
    const { policy, problems } = parsePolicy(Buffer.from(stringify({ ...plan, ...keys })), 'plan.yaml');
    if (policy === null) throw new Error(problems.map(({ message }) => message.en).join('\n'));
    return policy;
  };
  const { parameters } = parse(readFileSync(boxedPolicy('plan'), 'utf8')) as { parameters: Words };
  const byGrade = {
    'by-post': { ...title('线', 'line'), article: '一', 'by-grade': { senior: 1, first: 2 } },
  };
  const closed = [
    { 'roster-grades': { clerk: title('柜员', 'clerk') } },
    { parameters: { ...parameters, ...byGrade } },
  ];
  expect([{}, ...closed].map((keys) => wordsTogether([declaring(keys)]).anyGrade)).toEqual([
    true,
    false,
    false,
  ]);
});

describe('events and statuses', () => {
  const own = policyWith({
    'event-kinds': {
      ...(parse(readFileSync(boxed, 'utf8')) as { 'event-kinds': Words })['event-kinds'],
      admonished: title('约谈', 'Talked to'),
      warned: { ...title('书面诫勉', 'Admonished in writing'), role: 'admonition' },
    },
    statuses: {
      working: { ...title('在职', 'Working'), appraised: true },
      lent: { ...title('借调', 'Lent'), appraised: true },
      away: title('长假', 'Away'),
    },
  });
  const event = { date: '2026-01-15', reference: null, note: null };
  const halvedBy = (kind: string) =>
    allowanceOf(
      managerIn(
        appraised(packageOf({ roster: [{ status: 'lent' }], events: [{ ...event, kind }] }), { policy: own }),
      ),
    )?.halvedDays;

  test('the allowance is halved by whatever kind plays the part of an admonition', () => {
    // From 15 January for six months: 14 days of July, and none after that.
    expect([halvedBy('warned'), halvedBy('admonished')]).toEqual([14, 0]);
  });

  test('who is appraised is what the status says', () => {
    const roster = ['working', 'lent', 'away'].map((status) => ({ manager_id: status, status }));
    const { managers, notAppraised } = appraised(packageOf({ roster }), { policy: own });
    expect(managers.map(({ manager }) => manager.manager_id)).toEqual(['lent', 'working']);
    expect(notAppraised).toMatchObject([{ managerId: 'away', problems: [{ zh: '长假', en: 'Away' }] }]);
  });

  test('an event that is not declared is refused', () => {
    const { problems } = changed(
      {},
      {
        'admonition.work-error': { event: { kinds: ['work_errors'], within: 'quarter' } },
      },
    );
    expect(problems).toMatchObject([{ code: 'policy.invalid', hint: { en: 'did you mean "work_error"?' } }]);
  });
});

test('why a credit item is watched is said with the sign’s title', () => {
  const own = policyWith({ 'watch-list': { late: 'overdue', unpaid: 'arrears' } });
  const { policy } = appraised(packageOf({ roster: [{}] }), { policy: own });
  expect(policy.watchReasons).toEqual([
    { id: 'late', text: { zh: '逾期', en: 'overdue' } },
    { id: 'unpaid', text: { zh: '欠息', en: 'interest in arrears' } },
  ]);
});

test('a rating that is not declared is refused, and one of the policy’s own is none of the ordinary', () => {
  const ratings = { good: title('好', 'Good') };
  expect(changed({ 'review-ratings': ratings }, {}).problems.map(({ hint }) => hint?.en)).toContain(
    'did you mean "good"?',
  );
  expect(defaultWords().ratings.map(({ id }) => id)).not.toContain('good');
});

test('completion lines are the policy’s, the highest first; without them there is none', () => {
  const linesOf = (policy: Policy) =>
    appraised(packageOf({ roster: [{}] }), { policy }).policy.completionLines.map(
      ({ parameter, article }) => [parameter, article],
    );
  expect(linesOf(policyWith({}))).toEqual([
    ['plan-completion', '21(1)'],
    ['admonition-completion', '20(3)'],
  ]);
  expect(linesOf(policyWith({ 'completion-lines': undefined }))).toEqual([]);
});

test('a section may not go by the id of what a key of the policy declares', () => {
  const { problems } = changed({
    sections: {
      decisions: {
        ...{ kind: 'level', ...title('级别', 'Level'), article: '1', indicator: '级别' },
        levels: { one: title('一级', 'One') },
      },
    },
  });
  expect(problems.map(({ message }) => message.zh).join()).toContain('应为别的名称');
});

/** What a run leaves for closing its quarter: what waits for a person, and the books as they stood. */
import { beforeAll, describe, expect, test } from 'vitest';
import { closingBasisOf } from '../../src/closing/basis.ts';
import { rosterIn } from '../../src/closing/roster.ts';
import { askedSheets } from '../../src/closing/sheets.ts';
import { type ClosingBasis, closingBasis } from '../../src/model/closing.ts';
import { appraised } from '../engine/support/appraised.ts';
import { packageOf } from '../engine/support/package.ts';
import { fingerprint, smallAppraisal, smallBasis } from './small.ts';

let second: ClosingBasis;
let fourth: ClosingBasis;
beforeAll(async () => {
  second = await smallBasis('2026Q2');
  fourth = await smallBasis('2026Q4');
});

const ids = (questions: readonly { readonly id: string }[]): string[] => questions.map(({ id }) => id);

describe('what waits for a person', () => {
  test('warnings of the levels that are answered, not mere notices', () => {
    expect(ids(second.warnings)).toEqual(['0001/admonition.credit-risk']);
    expect(second.warnings[0]).toMatchObject({ article: '20(2)', outcome: 'triggered' });
    expect(ids(second.liability)).toEqual(['0001/accountability.unresolved-credit']);
  });

  test('admonitions that nobody lifted, whether their six months are over or not', () => {
    expect(second.lifting.map(({ id, until, reference }) => [id, until, reference])).toEqual([
      ['0001/2025-12-20', '2026-06-20', '云银人〔2025〕60号'],
      ['0002/2026-05-31', '2026-11-30', ''],
    ]);
  });

  test('proposals and traineeships, when their time has come', () => {
    expect([second.appointments, second.traineeship]).toEqual([[], []]);
    expect(ids(fourth.appointments)).toEqual(['0001', '0002', '0003']);
    // A new graduate since 15 January: twelve months end in the next quarter.
    expect(fourth.traineeship).toEqual([
      { id: '0003', managerId: '0003', since: '2026-01-15', until: '2027-01-15' },
    ]);
  });
});

test('years that a grade asks for, when the next quarter completes them, and exams that nobody has entered', async () => {
  const { package: read, policy, ...rest } = await smallAppraisal('2026Q2');
  const dueAfter = (changes: object) => {
    const [one] = rest.managers;
    if (one === undefined) throw new Error('nobody');
    const managers = [{ ...one, manager: { ...one.manager, ...changes } }];
    const basis = closingBasisOf({ ...rest, package: read, policy, managers }, fingerprint);
    return basis?.due.map(({ what, on }) => [what.zh, on]);
  };
  // One year for the second grade, three for the first; the quarter ends on 30 June, the next on 30 September.
  expect(dueAfter({ marketing_since: '2025-06-30' })).toEqual([]);
  expect(dueAfter({ marketing_since: '2025-07-01' })).toEqual([['从事营销工作年限满 1 年', '2026-07-01']]);
  expect(dueAfter({ marketing_since: '2023-09-30' })).toEqual([['从事营销工作年限满 3 年', '2026-09-30']]);
  expect(dueAfter({ marketing_since: '2023-10-01' })).toEqual([]);
  expect(dueAfter({ marketing_since: null, entry_exam: null })).toEqual([['上岗考试尚无结果', null]]);
});

test('the ledger is whole: what was entered after the quarter is no part of it, and is kept', () => {
  expect(second.ledger.map(({ managerId, date }) => [managerId, date])).toEqual([
    ['0001', '2025-12-20'],
    ['0002', '2026-05-31'],
    ['0002', '2026-07-05'],
  ]);
});

test('the roster has the columns that were there, in the words of the next package', () => {
  const { columns, rows } = second.roster;
  expect(rows[2]?.[columns.indexOf('grade')]).toBe('见习客户经理');
  expect(rows[2]?.[columns.indexOf('trainee_type')]).toBe('应届毕业生');
  expect(columns).not.toContain('trainee_exam');
});

test('fees are written as amounts', () => {
  const { policy, package: read } = appraised(
    packageOf({ roster: [{ grade: 'trainee', former_fees: 380_50n }] }),
  );
  const { columns, rows } = rosterIn(read.tables.roster, policy);
  expect(rows[0]?.[columns.indexOf('former_fees')]).toBe('380.50');
});

test('it is of the form in which it is read back', () => {
  for (const basis of [second, fourth])
    expect(closingBasis.parse(JSON.parse(JSON.stringify(basis)))).toEqual(basis);
});

test('a row is called by the person’s id, and the second of the same person by a count', () => {
  const [first] = fourth.lifting;
  if (first === undefined) throw new Error('nothing to lift');
  const lifting = [...fourth.lifting, { ...first, id: 'another' }];
  const asked = askedSheets({ ...fourth, lifting }).find(({ kind }) => kind === 'lifting');
  expect(asked?.rows.map(({ number }) => number)).toEqual(['0001', '0002', '0001(2)']);
});

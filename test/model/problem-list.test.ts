/** A list of problems: however many there are, it stays short, and says how many there are and whom they touch. */
import { expect, test } from 'vitest';
import { type Diagnostic, errorOf, noteOf, type Severity, warningOf } from '../../src/model/diagnostic.ts';
import { listed } from '../../src/model/problem-list.ts';

const declare = { error: errorOf, warning: warningOf, note: noteOf };
const problemOf = (severity: Severity, code = `some.${severity}`) =>
  declare[severity]<object>(code, () => ({
    message: { zh: '有误', en: 'wrong' },
    hint: { zh: '请改正', en: 'correct it' },
  }));
const count = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);
const about = (id: number) => ({ managers: [`M${String(id).padStart(6, '0')}`] });

test.each(['error', 'warning', 'note'] as const)('of one %s twenty are shown', (severity) => {
  const rows = (length: number) =>
    count(length).map((row) => problemOf(severity)({ file: 'a.csv', row }, {}));
  expect(listed(rows(20))).toEqual(rows(20));
  const [more, ...others] = listed(rows(21)).filter(({ code }) => code.startsWith('rows.more'));
  expect(others).toEqual([]);
  expect(more).toMatchObject({ severity, at: { file: 'a.csv' } });
  expect(more?.message.en).toBe(`the same problem (some.${severity}) in further places: 1`);
});

test('the first in order are shown, whatever was found first', () => {
  const rows = count(40).map((row) => problemOf('error')({ file: 'a.csv', row }, {}, about(row)));
  const list = listed(rows.reverse());
  expect(list.flatMap(({ at }) => at.row ?? [])).toEqual(count(20));
  expect(list.find(({ code }) => code === 'rows.more')?.managers).toEqual(
    count(40)
      .slice(20)
      .flatMap((id) => about(id).managers),
  );
});

test('each file, sheet, column and code has its own twenty', () => {
  const places = [
    { file: 'a.csv' },
    { file: 'b.csv' },
    { file: 'a.csv', sheet: '1' },
    { file: 'a.csv', column: '1' },
  ];
  const rows = places.flatMap((at) =>
    ['one', 'two'].flatMap((code) => count(20).map((row) => problemOf('error', code)({ ...at, row }, {}))),
  );
  expect(listed(rows)).toHaveLength(rows.length);
});

test('of one code five hundred are shown, in however many places it is', () => {
  const files = count(10_000).map((id) => problemOf('error')({ file: `${id}.csv`, row: 1 }, {}, about(id)));
  const list = listed(files);
  expect(list).toHaveLength(501);
  const more = list.find(({ code }) => code === 'rows.more');
  expect(more?.at).toEqual({});
  expect(more?.message.en).toContain('9500');
  expect(more?.managers).toHaveLength(9500);
});

test('what counts a problem that concerns everyone concerns everyone', () => {
  const rows = count(23).map((row) =>
    problemOf('error')({ file: 'a.csv', row }, {}, row === 22 ? {} : about(row)),
  );
  expect(listed(rows).find(({ code }) => code === 'rows.more')?.managers).toEqual([]);
});

test('a list that is listed again is the same', () => {
  const many: Diagnostic[] = count(700).flatMap((id) =>
    count(25).map((row) => problemOf('error')({ file: `${id}.csv`, row }, {}, about(row))),
  );
  const list = listed(many);
  expect(list.length).toBeLessThan(600);
  expect(listed(list)).toEqual(list);
});

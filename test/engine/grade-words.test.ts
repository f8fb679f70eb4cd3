/** The words by which a policy says which grades of the roster stand for a title: ids, titles, or the bank's own names. */
import { expect, test } from 'vitest';
import { appraised } from './support/appraised.ts';
import { packageOf } from './support/package.ts';
import { boxed, withParameters } from './support/policy.ts';

/** What the proposals lack of a senior whose grade stands for a title by this word. */
const lackingFor = (word: string) =>
  appraised(packageOf({ roster: [{ series: 'personal', grade: 'senior' }] }, { period: '2026Q4' }), {
    policy: withParameters({ held: [word] }, boxed('private-2002')),
  })
    .sections.filter(({ kind }) => kind === 'proposals')
    .flatMap(({ entries }) => entries.flatMap(({ missing }) => missing))
    .filter(({ key }) => key === 'cell:grade');

test('a grade goes by its id, its title and its names, and one that stands for no title is told by its title', () => {
  for (const word of ['senior', '高级客户经理', '高级']) expect(lackingFor(word)).toEqual([]);
  expect(lackingFor('一级').map(({ text }) => text.zh)).toEqual(['现聘等级“高级客户经理”不对应任何职位']);
});

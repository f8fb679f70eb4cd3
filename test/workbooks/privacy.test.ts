/** A manager's workbook names no customer of anybody else, unless the customer is shared. */

import { expect, test } from 'vitest';
import type { Appraisal, ManagerAppraisal } from '../../src/model/appraisal.ts';
import { rowsIn } from '../../src/model/credited.ts';
import { gradesOf } from '../../src/model/entries.ts';
import { sampleYear } from '../runs/sample.ts';
import { partsOf } from '../spreadsheet/package-check.ts';
import { managerWorkbook } from './made.ts';
import { appraised, context } from './quarter.ts';

/** Ids and names of all customers whose rows name the manager. */
function customersOf({ portfolio }: ManagerAppraisal): Set<string> {
  const found = new Set<string>();
  for (const table of ['deposits', 'loans', 'settlement', 'classification'] as const)
    for (const row of rowsIn(portfolio[table])) {
      found.add(row.customer_id);
      if ('customer_name' in row && row.customer_name) found.add(row.customer_name);
    }
  return found;
}

/** The customers that a workbook gives away. */
async function strangersIn(manager: ManagerAppraisal, appraisal: Appraisal): Promise<string[]> {
  const own = customersOf(manager);
  const others = new Set(
    appraisal.managers.filter((other) => other !== manager).flatMap((other) => [...customersOf(other)]),
  );
  for (const { customerId, name } of appraisal.unassigned)
    for (const word of [customerId, name]) if (word !== '') others.add(word);
  const parts = partsOf(await managerWorkbook(manager, appraisal, context, 'zh'));
  const everything = [...parts.values()].join('\n');
  return [...others].filter((word) => !own.has(word) && everything.includes(word));
}

test('no workbook names another manager’s customer', async () => {
  const appraisal = appraised();
  for (const manager of appraisal.managers)
    expect(await strangersIn(manager, appraisal), manager.manager.name).toEqual([]);
});

test('nor does one of the sample', async () => {
  for (const [quarter, appraisal] of await sampleYear())
    if (quarter >= '2026Q3')
      for (const manager of appraisal.managers)
        expect(await strangersIn(manager, appraisal), `${quarter} ${manager.manager.name}`).toEqual([]);
});

test('the check would notice', async () => {
  const appraisal = appraised();
  const [first, second] = appraisal.managers;
  if (first === undefined || second === undefined) throw new Error('too few managers');
  const note = { zh: '与 C00121 有关', en: 'about a customer' };
  const grades = first.entries.grades && {
    ...first.entries.grades,
    grades: gradesOf(first).map((grade) => ({
      ...grade,
      rules: grade.rules.map((rule) => ({ ...rule, notes: [note] })),
    })),
  };
  const leaky = { ...first, entries: { ...first.entries, grades } };
  const among = { ...appraisal, managers: [leaky, second] };
  expect(await strangersIn(leaky, among)).toEqual(['C00121']);
});

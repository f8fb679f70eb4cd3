/** Pay where nobody exported attendance: what is not known is not free. */
import { expect, test } from 'vitest';
import type { QuarterPackage } from '../../src/model/package.ts';
import { parseRatio } from '../../src/model/ratio.ts';
import { appraised } from './support/appraised.ts';
import { packageOf } from './support/package.ts';
import { boxed } from './support/policy.ts';

const policy = boxed('commission');

// Any word may name an indicator; the declaration lists the fixed ones only.
const sales = (['首月业绩', '次月业绩', '末月业绩'] as string[] as 'deposits'[]).map((indicator) => ({
  indicator,
  quarter_actual: parseRatio('50000'),
  unit: 'CNY',
}));
const pkg = packageOf({ roster: [{}], metrics: sales });
const withoutTable: QuarterPackage = {
  ...pkg,
  readings: pkg.readings.filter(({ table }) => table !== 'attendance'),
};

const payOf = (of: QuarterPackage) => {
  const entry = appraised(of, { policy }).schemes[0]?.sections[0]?.entries[0];
  if (!entry) throw new Error('no entry');
  const quantity = (id: string) => entry.figures.find((figure) => figure.id === id)?.fact.quantity;
  return { entry, pay: quantity('pay'), base: quantity('base') };
};

test('without the table, deductions and commission are unknown, and the base is not', () => {
  const { entry, pay, base } = payOf(withoutTable);
  expect([entry.outcome, pay]).toEqual(['unknown', null]);
  expect(entry.missing.map(({ key }) => key)).toEqual(['table:attendance']);
  expect(base).toMatchObject({ value: 900_000n });
  expect(entry.findings.filter(({ outcome }) => outcome === 'unknown')).toHaveLength(6);
});

test('a branch that says it has none deducts nothing', () => {
  const settings = { ...pkg.settings, absent: ['attendance' as const] };
  expect(payOf({ ...withoutTable, settings }).pay).toMatchObject({ value: 990_000n });
});

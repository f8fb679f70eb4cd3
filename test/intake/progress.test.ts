/** What is told while a package is read: files opened, then their bytes and rows, always forward. */
import { expect, test } from 'vitest';
import type { Progress } from '../../src/intake/index.ts';
import { sample } from '../cli/appraise.ts';
import { readPackage } from './read.ts';

test('opening and reading go forward from nothing to everything', async () => {
  const told: Progress[] = [];
  const read = await readPackage(sample('2026Q1'), { onProgress: (progress) => told.push(progress) });
  const opening = told.filter(({ stage }) => stage === 'opening');
  const reading = told.filter(({ stage }) => stage === 'reading');
  expect(told).toEqual([...opening, ...reading]);
  for (const stage of [opening, reading]) {
    expect(new Set(stage.map(({ of }) => of)).size).toBe(1);
    const shares = stage.map(({ done, of }) => done / of);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBeGreaterThanOrEqual(0);
    expect(shares.at(-1)).toBeGreaterThan(0.9);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  }
  expect(opening[0]?.of).toBe(read.inputs.length);
  expect(reading.at(-1)?.rows).toBeGreaterThan(read.tables.deposits.length);
});

/** A settlement target in yuan is held against what was settled in yuan, on every sheet. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../archive/temporary.ts';
import { compare, installed, recalculated, workshop } from '../spreadsheet/recalculate.ts';
import { appraise } from './appraise.ts';
import { smallPackage } from './small-package.ts';

test.each([
  ['元', '5680000'],
  ['万元', '568'],
])('in %s', async (unit, target) => {
  const place = temporaryFolder();
  const folder = smallPackage(place, '2026Q1', (file, text) => {
    if (file === 'targets.csv')
      return text.replace('1000000,3000000,是,美元', `${target},${target},是,${unit}`);
    return file === 'settlement.csv' ? `${text}0002,C2,1000.01,1000.01\n` : text;
  });
  const out = join(place, 'out');
  expect((await appraise(['run', folder, '--out', out])).status).toBe(0);
  const { managers } = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8'));
  const { targets } = managers.find(({ managerId }: { managerId: string }) => managerId === '0002');
  const settled = targets.find(({ indicator }: { indicator: string }) => indicator === 'settlement');
  // 800,000.00 and 1,000.01 US dollars at 7.1: 5,680,000.00 and 7,100.071 yuan.
  expect(settled).toMatchObject({
    quarter: { actual: '5687100.07', target: '5680000.00', completion: '1.001250' },
  });
  if (unit === '万元' && installed) {
    const books = Object.fromEntries(
      ['branch-summary.xlsx', 'managers/0002-李二.xlsx'].map((name, index) => [
        String(index),
        readFileSync(join(out, name)),
      ]),
    );
    const after = recalculated(workshop(), books);
    for (const [name, bytes] of Object.entries(books))
      expect(compare(bytes, after[name] ?? new Uint8Array()).differences).toEqual([]);
  }
});

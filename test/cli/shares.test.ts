/** Shares that do not add up are a mistake of the input, named by every command, and the books count their rows as in error. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../archive/temporary.ts';
import { appraise } from './appraise.ts';
import { smallPackage } from './small-package.ts';

type Table = 'deposits' | 'loans' | 'settlement';

/** A row of an account that three managers share. */
const rowOf: Record<Table, (manager: string, whole: string) => string> = {
  deposits: (manager, whole) => `${manager},C9,戊公司,A9,CNY,活期,${whole},0,${whole},${whole}`,
  loans: (manager, whole) => `${manager},C9,L9,流动资金贷款,${whole},${whole},${whole},0,0,0`,
  settlement: (manager, whole) => `${manager},C9,${whole},${whole},R9`,
};

/** Columns that the small package lacks, by table. */
const more: Record<Table, string> = { deposits: ',share', loans: ',share', settlement: ',reference,share' };

/** What each of the managers 0001, 0002 and 0003 has of it: share, and whole where it differs; `nobody:` before: no manager. */
function packageWith(table: Table, shares: readonly string[], place: string): string {
  const rows = shares.map((each, index) => {
    const [share = '', whole = '100000.01'] = each.replace('nobody:', '').split(' of ');
    return `${rowOf[table](each.startsWith('nobody:') ? '' : `000${index + 1}`, whole)},${share}\n`;
  });
  return smallPackage(place, '2026Q1', (file, text) =>
    file === `${table}.csv`
      ? text.replaceAll('\n', `${more[table].replace(/\w+/g, '')}\n`).replace(/,+\n/, `${more[table]}\n`) +
        rows.join('')
      : text,
  );
}

const booksIn = (out: string, table: Table) =>
  JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')).reconciliation.find(
    (books: { table: string }) => books.table === table,
  );

describe.each(['deposits', 'loans', 'settlement'] as const)('%s', (table) => {
  test.each([
    [['50%']],
    [['30%', '30%']],
    [['33.3%', '33.3%', '33.3%']],
    [['50']],
    [['1', '1', '98']],
    [['60%', 'nobody:30%']],
    [['60%', '40% of 100000.02']],
    [['50%', '50% of much']],
    [['0', '100%', '']],
    [['-50%', '150%', '0']],
  ])('%j', async (shares) => {
    const place = temporaryFolder();
    const folder = packageWith(table, shares, place);
    const [checked, refused, run] = [
      await appraise(['check', folder, '--json']),
      await appraise(['run', folder, '--out', join(place, 'strict')]),
      await appraise(['run', folder, '--out', join(place, 'out'), '--lenient']),
    ];
    expect([checked.status, refused.status, run.status]).toEqual([1, 1, 0]);
    expect(JSON.parse(checked.out).problems.map(({ code }: { code: string }) => code)).toContain(
      shares.includes('40% of 100000.02') ? 'share.different-wholes' : 'share.not-whole',
    );
    expect(booksIn(join(place, 'out'), table).rowsInError).toBe(shares.length);
  });

  test('one who has all of it, and others who have none', async () => {
    const place = temporaryFolder();
    const [without, shared] = [join(place, 'without'), join(place, 'shared')];
    await appraise(['run', packageWith(table, [], place), '--out', without]);
    const run = await appraise(['run', packageWith(table, ['100%', '0', '0'], place), '--out', shared]);
    expect(run.status).toBe(0);
    const [before, after] = [booksIn(without, table), booksIn(shared, table)];
    expect(after.rowsCounted - before.rowsCounted).toBe(3);
    // 100,000.01, and at 7.1 yuan for a dollar 710,000.071.
    const added = table === 'settlement' ? 710_000.07 : 100_000.01;
    for (const column of ['yuanRead', 'yuanCredited'])
      expect(after[column] - before[column]).toBeCloseTo(added, 6);
  });
});

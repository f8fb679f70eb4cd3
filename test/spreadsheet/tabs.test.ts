/** The ways between the sheets of a book. */
import { expect, test } from 'vitest';
import { words } from '../../src/spreadsheet/cells.ts';
import { list } from '../../src/spreadsheet/list.ts';
import { placeBook } from '../../src/spreadsheet/place.ts';
import type { Sheet } from '../../src/spreadsheet/sheet.ts';
import { withWays } from '../../src/spreadsheet/tabs.ts';

const text = (zh: string) => ({ zh, en: zh });
const sheet = (id: string): Sheet => ({
  id,
  name: text(`表${id}`),
  kind: 'list',
  blocks: [
    { kind: 'title', text: text('题'), lines: [] },
    list(
      id,
      [
        { key: 'who', header: text('谁'), names: true, of: (who: string) => words(who) },
        { key: 'what', header: text('何'), of: () => words('事') },
      ],
      ['甲', '乙'],
    ),
  ],
});

test('each sheet but the first leads back to it: in view, and not on paper', () => {
  const sheets = withWays(['a', 'b'].map(sheet));
  const [first, second] = placeBook({ title: text(''), foot: [text(''), text('')], sheets }, 'zh').sheets;
  expect(first).toMatchObject({ firstRow: 1, links: [], headerRow: 3 });
  expect(second).toMatchObject({
    // The way, the title, a gap, the header.
    headerRow: 4,
    frozen: { rows: 4, columns: 1 },
    firstRow: 2,
    links: [{ row: 1, column: 1, target: expect.stringContaining('表a') }],
  });
  expect(second?.rows[0]?.cells[0]?.values[0]).toBe('← 表a');
});

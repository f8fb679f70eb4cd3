/** The page of the columns is the one that the tables' declarations make: `npm run docs` writes it anew. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { columnsPage } from '../../docs/make/columns.ts';
import { tables } from '../../src/model/tables/index.ts';
import { root } from './manual.ts';

test('the page is made from the code', async () => {
  await expect(columnsPage()).toMatchFileSnapshot(join(root, 'docs', 'columns.md'));
});

test('every column of every table is there, by its names', () => {
  const page = readFileSync(join(root, 'docs', 'columns.md'), 'utf8');
  for (const [id, { columns }] of Object.entries(tables)) {
    const section = page.split('\n## ').find((each) => each.split('\n')[0]?.endsWith(` ${id}`)) ?? '';
    for (const [name, { headers }] of Object.entries(columns)) {
      const row = section.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
      expect(row, `${id}.${name}`).toContain(headers[0]);
    }
  }
});

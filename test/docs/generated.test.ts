/** The pages that are made from the code are those that the code makes: `npm run docs` writes them anew. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pages } from '../../docs/make/pages.ts';
import { tables } from '../../src/model/tables/index.ts';
import { root } from './manual.ts';

test.each(Object.entries(pages))('%s', async (name, made) => {
  await expect(made()).toMatchFileSnapshot(join(root, 'docs', name));
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

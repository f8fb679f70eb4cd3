/** The page of the placeholders is the one that their declaration makes: `npm run docs` writes it anew. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lettersPage } from '../../docs/make/letters.ts';
import { root } from './manual.ts';

test('the page is made from the code', async () => {
  await expect(lettersPage()).toMatchFileSnapshot(join(root, 'docs', 'letters.md'));
});

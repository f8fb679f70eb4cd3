/** `npm run docs`: writes the generated pages of the manual anew. */
import { writeFileSync } from 'node:fs';
import { pages } from './pages.ts';

for (const [name, made] of Object.entries(pages))
  writeFileSync(new URL(`../${name}`, import.meta.url), made());

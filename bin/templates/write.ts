/** `npm run templates`: writes the templates of letters in the box. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../packaging/root.ts';
import { templates } from './letters.ts';

for (const [file, bytes] of templates())
  writeFileSync(join(root, 'src', 'closing', 'templates', file), bytes);

/** Warned of a level. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { node } from './node.ts';

export const warnedOf = node({
  form: ({ warningLevel }: References) =>
    z
      .strictObject({ level: warningLevel.describe('The level.') })
      .describe('A warning of the level is triggered or waits for a person. Unknown where one is.'),
  says: ({ level }, names) =>
    names.say({ zh: `有“${names.level(level)}”预警`, en: `warned of ${names.level(level)}` }),
});

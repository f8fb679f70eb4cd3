/** Which grade is held. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { node } from './node.ts';

export const heldIs = node({
  form: ({ grade }: References) => z.array(grade).min(1).describe('The grade held is one of these.'),
  says: (grades, names) =>
    names.say({ zh: `现聘为${names.grades(grades)}`, en: `holds ${names.grades(grades)}` }),
});

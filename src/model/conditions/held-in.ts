/** Whether the grade held is one of the words for a rank. */
import type { References } from '../reference.ts';
import { node } from './node.ts';

export const heldIn = node({
  form: ({ forSome }: References) =>
    forSome.words.describe(
      "The grade held is one of the words for the rank under assessment; a rank without words is nobody's.",
    ),
  says: (words, { say, value }) =>
    say({ zh: `现聘属于 ${value(words)}`, en: `holds one of ${value(words)}` }),
});

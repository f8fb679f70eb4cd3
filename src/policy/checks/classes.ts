/** The classes of loans that a policy names: those that the classification knows, by their ids. */
import { closest } from 'fastest-levenshtein';
import { seriesOf } from '../../model/policy/series.ts';
import { loanClasses } from '../../model/tables/classification.ts';
import { lintProblems } from '../problems.ts';
import type { Check } from './looking.ts';

const ids: readonly string[] = loanClasses.map(({ id }) => id);
/** Where a list of words is one of classes. */
const keys: readonly unknown[] = ['classes', 'classified-in'];

export const classes: Check = ({ file, placeOf, uses }) => {
  const named = new Set(
    uses.filter(({ to, path }) => to === 'parameters' && keys.includes(path.at(-1))).map(({ id }) => id),
  );
  return seriesOf(file)
    .filter(({ id }) => named.has(id))
    .flatMap(({ lines }) =>
      lines.flatMap(({ value, path }) =>
        (Array.isArray(value) ? value : []).flatMap((word, index) => {
          if (ids.includes(word)) return [];
          const called = loanClasses.find(({ text }) => text.zh === word || text.en === word)?.id;
          return [
            lintProblems.noSuchClass(
              placeOf([...path, index]),
              { known: ids, nearest: called ?? closest(word, ids) },
              { value: word },
            ),
          ];
        }),
      ),
    );
};

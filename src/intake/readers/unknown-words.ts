/** Words of a column that are none of its choices: one problem for each, not for each row that has it. */
import type { Diagnostic, Location } from '../../model/diagnostic.ts';
import type { Suggestion } from '../../model/package.ts';
import type { ChoiceColumn } from '../../model/table.ts';
import { choiceBeginning, choiceWords } from '../cells/choices.ts';
import { cellProblems } from '../cells/problems.ts';
import { nearest } from '../nearest.ts';
import { quoted } from '../profile/write.ts';
import { Tally } from '../tally.ts';

interface Word {
  readonly tally: Tally;
  readonly managers: Set<string>;
  /** A row without a manager concerns the package as a whole. */
  nobody: boolean;
}

/** More of them are no words, but names or numbers: they are told as one. */
const mostWords = 500;

export class UnknownWords {
  readonly #words = new Map<string, Word>();

  add(text: string, row: number, manager: string): void {
    const key = this.#words.size < mostWords || this.#words.has(text) ? text : '…';
    const word = this.#words.get(key) ?? { tally: new Tally(), managers: new Set(), nobody: false };
    word.tally.add(row);
    if (manager === '') word.nobody = true;
    else word.managers.add(manager);
    this.#words.set(key, word);
  }

  found(
    place: { readonly table: string; readonly name: string; readonly header: string },
    column: ChoiceColumn,
    at: (row: number) => Location,
  ): { problems: readonly Diagnostic[]; suggestions: readonly Suggestion[] } {
    const known = [...new Set(column.choices.map(({ text }) => text.zh))];
    const beginning = choiceBeginning(column);
    const suggestions: Suggestion[] = [];
    const problems = [...this.#words].map(([text, { tally, managers, nobody }]) => {
      const meant = beginning(text);
      const suggestion = meant ?? nearest(text, choiceWords(column));
      const { count, rows } = tally;
      const line = `words: { ${place.table}: { ${place.name}: { ${quoted(text)}: ${quoted(suggestion ?? known[0] ?? '')} } } }`;
      if (meant !== null)
        suggestions.push({
          path: ['words', place.table, place.name, text],
          value: quoted(meant),
          sure: true,
          reason: { zh: `×${count}`, en: `×${count}` },
        });
      return cellProblems.unknownWord(
        at(rows[0] ?? 1),
        { column: place.header, known, suggestion, count, line },
        { value: text, managers: nobody ? [] : [...managers].sort() },
      );
    });
    return { problems, suggestions: [...suggestions, ...this.#alike(place, column)] };
  }

  /** Where 正常类贷款 and 关注类贷款 occur, 损失类贷款 is what the next quarter may have. */
  #alike(place: { readonly table: string; readonly name: string }, column: ChoiceColumn): Suggestion[] {
    const beginning = choiceBeginning(column);
    const endings = [...this.#words.keys()].flatMap((text) => {
      const meant = beginning(text);
      return meant !== null && text.startsWith(meant) ? [text.slice(meant.length)] : [];
    });
    const common = [...new Set(endings)].filter(
      (ending) => endings.indexOf(ending) < endings.lastIndexOf(ending),
    );
    const titles = column.choices.map(({ text }) => text.zh);
    return common.flatMap((ending) =>
      titles
        .filter((title) => !this.#words.has(`${title}${ending}`))
        .map((title) => ({
          path: ['words', place.table, place.name, `${title}${ending}`],
          value: quoted(title),
          sure: true,
          reason: { zh: '同样的写法，本期没有', en: 'written alike, not in this period' },
        })),
    );
  }
}

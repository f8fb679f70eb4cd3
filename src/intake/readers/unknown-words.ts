/** Words of a column that are none of its choices or currencies: one problem for each, not for each row that has it. */
import type { Diagnostic, Location } from '../../model/diagnostic.ts';
import type { Suggestion } from '../../model/package.ts';
import type { ChoiceColumn, FileColumn } from '../../model/table.ts';
import { choiceBeginning, choiceWords } from '../cells/choices.ts';
import { cellProblems } from '../cells/problems.ts';
import { currencyNames } from '../currency.ts';
import { nearest } from '../nearest.ts';
import { quoted } from '../profile/write.ts';
import { Tally } from '../tally.ts';

interface Word {
  readonly tally: Tally;
  readonly managers: Set<string>;
  /** A row without a manager concerns the package as a whole. */
  nobody: boolean;
}

interface Place {
  readonly table: string;
  readonly name: string;
  readonly header: string;
  at(row: number): Location;
}

interface Found {
  readonly problems: readonly Diagnostic[];
  readonly suggestions: readonly Suggestion[];
}
const nothing: Found = { problems: [], suggestions: [] };

/** The line of the bank profile that says what a word means. */
const wordLine = ({ table, name }: Place, text: string, meant: string): string =>
  `words: { ${table}: { ${name}: { ${quoted(text)}: ${quoted(meant)} } } }`;

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

  found(place: Place, column: FileColumn): Found {
    if (column.kind === 'choice') return this.#choices(place, column);
    return column.kind === 'currency' ? { problems: this.#currencies(place), suggestions: [] } : nothing;
  }

  #choices(place: Place, column: ChoiceColumn): Found {
    const known = [...new Set(column.choices.map(({ text }) => text.zh))];
    const beginning = choiceBeginning(column);
    const suggestions: Suggestion[] = [];
    const problems = this.#each(place, (text, count) => {
      const meant = beginning(text);
      const suggestion = meant ?? nearest(text, choiceWords(column));
      if (suggestion !== null)
        suggestions.push({
          path: ['words', place.table, place.name, text],
          value: quoted(suggestion),
          sure: meant !== null,
          reason: { zh: `×${count}`, en: `×${count}` },
        });
      const line = wordLine(place, text, suggestion ?? known[0] ?? '');
      const args = { column: place.header, known, suggestion, count, line };
      const problem = column.open ? cellProblems.unknownGrade : cellProblems.unknownWord;
      return (at, about) => problem(at, args, about);
    });
    return { problems, suggestions: [...suggestions, ...this.#alike(place, column)] };
  }

  #currencies(place: Place): readonly Diagnostic[] {
    return this.#each(place, (text, count) => {
      const suggestion = nearest(text, currencyNames);
      const args = { suggestion, count, line: wordLine(place, text, suggestion ?? '人民币') };
      return (at, about) => cellProblems.unknownCurrency(at, args, about);
    });
  }

  #each(
    { at }: Place,
    problemOf: (
      text: string,
      count: number,
    ) => (at: Location, about: { value: string; managers: readonly string[] }) => Diagnostic,
  ): Diagnostic[] {
    return [...this.#words].map(
      ([
        text,
        {
          tally: { count, rows },
          managers,
          nobody,
        },
      ]) =>
        problemOf(text, count)(at(rows[0] ?? 1), {
          value: text,
          managers: nobody ? [] : [...managers].sort(),
        }),
    );
  }

  /** Where 正常类贷款 and 关注类贷款 occur, 损失类贷款 is what the next quarter may have. */
  #alike(place: Place, column: ChoiceColumn): Suggestion[] {
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

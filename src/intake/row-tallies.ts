/** What concerns many rows of a sheet in the same way: it is counted while they are read, and said once at the end. */
import type { Diagnostic, Location } from '../model/diagnostic.ts';
import type { Suggestion } from '../model/package.ts';
import { rateProblems } from './cells/problems.ts';
import { checkProblems } from './checks/problems.ts';
import type { Roster } from './roster.ts';
import { type Stranger, unknownManagers } from './strangers.ts';
import { Tally } from './tally.ts';
import { nameKey } from './words.ts';

export class RowTallies {
  readonly #strangers = new Map<string, Stranger>();
  readonly #unrated = new Map<string, { tally: Tally; managers: Set<string> }>();
  readonly #namesakes = new Map<string, Tally>();
  readonly #zeros = new Tally();
  #late = 0;

  /** A manager whom the roster lacks; the name beside the id, where the file has one. */
  stranger(manager: string, row: number, name: string | null): void {
    const seen = this.#strangers.get(manager) ?? { tally: new Tally(), name };
    seen.tally.add(row);
    if (seen.name !== name) seen.name = null;
    this.#strangers.set(manager, seen);
  }

  /** A currency without an exchange rate. */
  unrated(currency: string, manager: string, row: number): void {
    const seen = this.#unrated.get(currency) ?? { tally: new Tally(), managers: new Set() };
    seen.tally.add(row);
    if (manager !== '') seen.managers.add(manager);
    this.#unrated.set(currency, seen);
  }

  /** A name that several managers have. */
  namesake(name: string, row: number): void {
    const seen = this.#namesakes.get(name) ?? new Tally();
    seen.add(row);
    this.#namesakes.set(name, seen);
  }

  /** A line of zeros without an id. */
  zeros(row: number): void {
    this.#zeros.add(row);
  }

  /** A ledger's entry after the period. */
  late(): void {
    this.#late += 1;
  }

  get lateCount(): number {
    return this.#late;
  }

  problems(
    at: (row: number, column?: string) => Location,
    about: { roster: Roster | null; managerHeader: string; headerRow: number; lastDay: string | null },
  ): { problems: readonly Diagnostic[]; suggestions: readonly Suggestion[] } {
    const unrated = [...this.#unrated].map(([currency, { tally, managers }]) =>
      rateProblems.none(
        at(tally.rows[0] ?? 1),
        { currency, count: tally.count, rows: tally.rows },
        { value: currency, managers: [...managers].sort() },
      ),
    );
    const place = (row: number) => at(row, about.managerHeader);
    const namesakes = [...this.#namesakes].map(([name, { count, rows }]) => {
      const ids = about.roster?.idsByName.get(nameKey(name)) ?? [];
      const args = { name, ids: ids.length, shown: ids.slice(0, 5), count };
      return checkProblems.managerName(place(rows[0] ?? 1), args, { value: name, managers: ids });
    });
    const late = { count: this.#late, lastDay: about.lastDay ?? '' };
    const { problems, suggestions } = unknownManagers(this.#strangers, about.roster, place);
    const after = this.#late === 0 ? [] : [checkProblems.afterPeriod(at(about.headerRow), late)];
    const { count, rows } = this.#zeros;
    const zeros = count === 0 ? [] : [checkProblems.zeros(at(rows[0] ?? 1), { count, rows })];
    return { problems: [...unrated, ...namesakes, ...problems, ...after, ...zeros], suggestions };
  }
}

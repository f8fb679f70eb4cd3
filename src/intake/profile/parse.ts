/** `bank.yaml` → a profile, as far as it is valid, and what is wrong with it, each with its line and column. */
import type { z } from 'zod';
import type { Diagnostic, Location } from '../../model/diagnostic.ts';
import { columnsOfFiles, type DeclaredWords, type FileColumn, withWords } from '../../model/table.ts';
import { type TableId, tableIds, tables } from '../../model/tables/index.ts';
import { same, type Text } from '../../model/text.ts';
import { choiceFinder, choiceWords } from '../cells/choices.ts';
import { currencyCode, currencyNames } from '../currency.ts';
import { yamlByHand } from '../files/by-hand.ts';
import { reservedKeys } from '../files/reserved-keys.ts';
import { nearest } from '../nearest.ts';
import { splitUnit, unitOf } from '../units.ts';
import { headerKey, nameKey } from '../words.ts';
import { placeOf } from '../yaml-place.ts';
import { type IdRule, idPattern } from './id-rule.ts';
import { profileProblems } from './problems.ts';
import {
  type BankProfile,
  type Entry,
  type MappedFile,
  type MappedHeader,
  noProfile,
  type StatedUnit,
  type TableProfile,
} from './profile.ts';
import { expectedAt, profileSchema, type StatedProfile, sections } from './schema.ts';

interface ParsedProfile {
  readonly profile: BankProfile;
  readonly problems: readonly Diagnostic[];
}

const none = 'none';
const every = 'every';
const all = 'all';

const w = {
  section: { zh: '设置', en: 'setting' },
  table: { zh: '表', en: 'table' },
  column: { zh: '列', en: 'column' },
  word: { zh: '词', en: 'word' },
  unit: { zh: '单位', en: 'unit' },
} as const satisfies Record<string, Text>;

/** `file` is what problems call it; `declared` are the words that the policies declare. */
export function parseProfile(source: string, file: string, declared: DeclaredWords): ParsedProfile {
  const { document, lines, faults } = yamlByHand(source, 'failsafe');
  const at = ({ line, col }: { line: number; col: number }): Location => ({
    file,
    row: line,
    column: String(col),
  });
  const refused = [
    ...faults,
    ...reservedKeys(document).map(({ key, offset }) => ({ offset, says: same(key) })),
  ];
  if (refused.length > 0)
    return {
      profile: noProfile(),
      problems: refused.map(({ offset, says }) =>
        profileProblems.syntax(at(lines.linePos(offset)), { detail: says }),
      ),
    };
  const stated: unknown = document.toJS() || {};
  const place = (path: readonly string[]): Location => at(placeOf(document, lines, path));
  const shape = profileSchema.safeParse(stated);
  if (!shape.success)
    return {
      profile: noProfile(),
      problems: shape.error.issues.flatMap((issue) => shapeProblems(issue, place)),
    };
  const reader = new ProfileReader(shape.data, place, (path) => {
    const { line, col } = placeOf(document, lines, path);
    return { path, line, col };
  });
  return { profile: reader.profile(declared), problems: reader.problems };
}

function shapeProblems(issue: z.core.$ZodIssue, place: (path: readonly string[]) => Location): Diagnostic[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') {
    const name = path.at(-1) ?? '';
    return [profileProblems.invalid(place(path), { name, expected: expectedAt(path) })];
  }
  const known =
    path.length === 0 ? sections : path.length === 1 ? ['manager', 'customer'] : ['digits', 'pattern'];
  return issue.keys.map((name) =>
    profileProblems.unknown(place([...path, name]), {
      what: w.section,
      name,
      known,
      suggestion: nearest(name, known),
    }),
  );
}

type Columns = Readonly<Record<string, FileColumn>>;
const columnsOf = (table: TableId): Columns => columnsOfFiles(tables[table]);
const isTable = (name: string): name is TableId => tableIds.some((id) => id === name);

/** Reads what the file states, section by section, and collects what is wrong. */
class ProfileReader {
  readonly problems: Diagnostic[] = [];
  readonly #stated: StatedProfile;
  readonly #place: (path: readonly string[]) => Location;
  readonly #entryAt: (path: readonly string[]) => Entry;
  readonly #entries: Entry[] = [];

  constructor(
    stated: StatedProfile,
    place: (path: readonly string[]) => Location,
    entryAt: (path: readonly string[]) => Entry,
  ) {
    this.#stated = stated;
    this.#place = place;
    this.#entryAt = entryAt;
  }

  profile(declared: DeclaredWords): BankProfile {
    const { bank = null, ids = {}, days = 'actual' } = this.#stated;
    const files = this.#files();
    const headers = this.#headers();
    const units = this.#units();
    const words = this.#words(declared);
    const byTable = new Map<TableId, TableProfile>(
      tableIds.map((id) => [
        id,
        {
          headers: headers.get(id) ?? new Map(),
          units: units.get(id) ?? new Map(),
          words: words.get(id) ?? new Map(),
        },
      ]),
    );
    const nothing = { headers: new Map(), units: new Map(), words: new Map() };
    return {
      bank,
      files,
      tableOf: (table) => byTable.get(table) ?? nothing,
      ids: {
        manager: this.#idRule('manager', ids.manager),
        customer: this.#idRule('customer', ids.customer),
      },
      days: days === '360' ? 360 : 'actual',
      used: new Set(),
      entries: this.#entries,
    };
  }

  #entry(path: readonly string[]): Entry {
    const entry = this.#entryAt(path);
    this.#entries.push(entry);
    return entry;
  }

  #unknown(
    path: readonly string[],
    what: Text,
    name: string,
    known: readonly string[],
    suggestion?: string | null,
  ) {
    const args = { what, name, known, suggestion: suggestion ?? nearest(name, known) };
    this.problems.push(profileProblems.unknown(this.#place(path), args));
  }

  #files(): MappedFile[] {
    return Object.entries(this.#stated.files ?? {}).flatMap(([pattern, table]) => {
      const path = ['files', pattern];
      if (isTable(table) || table === none)
        return [{ pattern, table: isTable(table) ? table : null, entry: this.#entry(path) }];
      this.#unknown(path, w.table, table, [...tableIds, none]);
      return [];
    });
  }

  #tables<Value>(
    section: string,
    stated: Readonly<Record<string, Value>> | undefined,
    more: readonly string[] = [],
  ): [string, Value][] {
    return Object.entries(stated ?? {}).filter(([table]) => {
      if (isTable(table) || more.includes(table)) return true;
      this.#unknown([section, table], w.table, table, [...tableIds, ...more]);
      return false;
    });
  }

  #headers(): Map<TableId, Map<string, MappedHeader>> {
    const found = new Map<TableId, Map<string, MappedHeader>>(tableIds.map((id) => [id, new Map()]));
    const stated = this.#tables('columns', this.#stated.columns, [every]);
    // What is said of one table stands above what is said of every one.
    const inOrder = [...stated].sort(([a], [b]) => Number(b === every) - Number(a === every));
    for (const [name, headers] of inOrder) {
      const of = isTable(name) ? [name] : tableIds;
      const seen = new Map<string, { header: string; column: string }>();
      for (const [header, column] of Object.entries(headers ?? {})) {
        const path = ['columns', name, header];
        const fitting = column === none ? of : of.filter((table) => Object.hasOwn(columnsOf(table), column));
        if (fitting.length === 0) {
          this.#unknownColumn(path, column, of);
          continue;
        }
        const key = keyOfHeader(header);
        const earlier = seen.get(key);
        if (earlier !== undefined) {
          const columns = [`${earlier.header}: ${earlier.column}`, `${header}: ${column}`];
          this.problems.push(profileProblems.twoMeanings(this.#place(path), { header, columns }));
          continue;
        }
        seen.set(key, { header, column });
        const mapped = { column: column === none ? null : column, entry: this.#entry(path) };
        for (const table of fitting) found.get(table)?.set(key, mapped);
      }
    }
    return found;
  }

  /** People write our header for our column's name: 年日均余额 for year_avg. */
  #unknownColumn(path: readonly string[], column: string, of: readonly TableId[]): void {
    const known = [...new Set(of.flatMap((table) => Object.keys(columnsOf(table))))];
    const meant = of
      .flatMap((table) => Object.entries(columnsOf(table)))
      .find(([, { headers }]) => headers.some((header) => headerKey(header) === headerKey(column)));
    this.#unknown(path, w.column, column, [...known, none], meant?.[0]);
  }

  #units(): Map<TableId, Map<string, StatedUnit>> {
    const found = new Map<TableId, Map<string, StatedUnit>>();
    for (const [table, stated] of this.#tables('units', this.#stated.units)) {
      if (!isTable(table)) continue;
      const measured = Object.entries(columnsOf(table)).flatMap(([name, { kind }]) =>
        kind === 'amount' || kind === 'figure' ? name : [],
      );
      const ofTable = new Map<string, StatedUnit>();
      // What is said of one column stands above what is said of all.
      const inOrder = Object.entries(stated ?? {}).sort(([a], [b]) => Number(b === all) - Number(a === all));
      for (const [column, text] of inOrder) {
        const path = ['units', table, column];
        const unit = unitOf(text);
        if (column !== all && !measured.includes(column)) {
          this.#unknown(path, w.column, column, [...measured, all]);
        } else if (unit === null || unit.kind !== 'money') {
          this.#unknown(path, w.unit, text, ['元', '千元', '万元', '百万元', '亿元', '美元', '万美元']);
        } else {
          const entry = this.#entry(path);
          for (const each of column === all ? measured : [column]) ofTable.set(each, { unit, entry });
        }
      }
      found.set(table, ofTable);
    }
    return found;
  }

  #words(declared: DeclaredWords): Map<TableId, Map<string, Map<string, string>>> {
    const found = new Map<TableId, Map<string, Map<string, string>>>();
    for (const [table, columns] of this.#tables('words', this.#stated.words)) {
      if (!isTable(table)) continue;
      const ofTable = new Map<string, Map<string, string>>();
      for (const [name, words] of Object.entries(columns ?? {})) {
        const column = columnsOf(table)[name];
        const path = ['words', table, name];
        const wordy = Object.entries(columnsOf(table)).flatMap(([each, { kind }]) =>
          kind === 'choice' || kind === 'declared' || kind === 'currency' || kind === 'text' ? each : [],
        );
        if (column === undefined || !wordy.includes(name)) {
          this.#unknown(path, w.column, name, wordy);
          continue;
        }
        const known = new Map<string, string>();
        for (const [theirs, ours] of Object.entries(words ?? {}))
          if (
            this.#isWord(
              [...path, theirs],
              ours,
              column.kind === 'declared' ? withWords(column, declared) : column,
            )
          )
            known.set(nameKey(theirs), ours);
        ofTable.set(name, known);
      }
      found.set(table, ofTable);
    }
    return found;
  }

  #isWord(path: readonly string[], ours: string, column: FileColumn): boolean {
    if (column.kind === 'currency') {
      if (currencyCode(ours) !== null) return true;
      this.#unknown(path, w.word, ours, currencyNames);
      return false;
    }
    if (column.kind !== 'choice' || column.open || choiceFinder(column)(ours) !== null) return true;
    const known = [...new Set(column.choices.map(({ text }) => text.zh))];
    this.#unknown(path, w.word, ours, known, nearest(ours, choiceWords(column)));
    return false;
  }

  #idRule(of: 'manager' | 'customer', stated: IdForm | 'by-name' | undefined): IdRule {
    if (stated === 'by-name') return { digits: null, pattern: null, byName: true };
    const pattern = stated?.pattern === undefined ? null : idPattern(stated.pattern);
    if (stated?.pattern !== undefined && pattern === null) {
      const path = ['ids', of, 'pattern'];
      this.problems.push(
        profileProblems.invalid(
          this.#place(path),
          { name: 'pattern', expected: expectedAt(path) },
          { value: stated.pattern },
        ),
      );
    }
    return { digits: stated?.digits ?? null, pattern, byName: false };
  }
}

type IdForm = NonNullable<NonNullable<StatedProfile['ids']>['customer']>;

/** A header as a file has it, without its unit; of one in several rows the parts may be written with `/` between. */
export const keyOfHeader = (header: string): string => headerKey(splitUnit(header).name.replaceAll('/', ''));

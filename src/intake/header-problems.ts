/** What is wrong with a sheet's header, and what each header that nobody knows could be. */
import type { Quarter } from '../model/calendar.ts';
import { type Diagnostic, errorOf, type Location, noteOf } from '../model/diagnostic.ts';
import { lackedColumns, type TableOfFiles } from '../model/table.ts';
import { columnLetter, type Merge, type RawRow, textOf } from './files/sheet.ts';
import { columnsIn, type Header } from './header.ts';
import { inWordsOf, namesQuarter } from './period-words.ts';
import { byNameLine, columnLine, columnLines } from './profile/write.ts';
import type { Roster } from './roster.ts';
import { type Guess, guesses } from './suggest/columns.ts';
import { likelyHeader } from './suggest/likely-header.ts';
import { nameKey } from './words.ts';

export const headerProblems = {
  notFound: errorOf<{
    table: string;
    id: string;
    looked: number;
    /** null: no row is like a header. */
    row: number | null;
    columns: readonly Possible[];
    lacking: readonly string[];
  }>('header.not-found', ({ table, id, looked, row, columns, lacking }) => {
    const sure = columns.flatMap(({ guess }) => (guess?.sure ? [[guess.said, guess.column] as const] : []));
    const needs = {
      zh: `表头须含这些列：${lacking.join('、')}`,
      en: `The header needs these columns: ${lacking.join(', ')}`,
    };
    const line = columnLines(id, sure);
    return {
      message: {
        zh: `前 ${looked} 行中找不到“${table}”的表头；${row === null ? '也没有像表头的一行' : `最像表头的是第 ${row} 行：${columns.map(possibleZh).join('、')}`}`,
        en: `The first ${looked} rows have no header of “${id}”; ${row === null ? 'none of them is like a header' : `the one most like it is row ${row}: ${columns.map(possibleEn).join(', ')}`}`,
      },
      hint:
        sure.length === 0
          ? needs
          : {
              zh: `请在银行对照表中写“${line}”（check --suggest bank.yaml 会写好）；${needs.zh}`,
              en: `Write “${line}” in the bank profile (check --suggest bank.yaml does it). ${needs.en}`,
            },
    };
  }),
  missing: errorOf<{
    table: string;
    name: string;
    column: string;
    found: readonly string[];
    guess: Guess | null;
  }>('header.missing-column', ({ table, name, column, found, guess }) => ({
    message: {
      zh: `缺少必需的列“${column}”。表头中有：${found.join('、')}`,
      en: `The required column “${column}” is missing. The header has: ${found.join(', ')}`,
    },
    hint:
      guess === null && table === 'roster' && name === 'manager_id'
        ? {
            zh: `请在名册中加入“${column}”列；若本行各表都只写姓名，在银行对照表中写“${byNameLine}”`,
            en: `Add the column “${column}” to the roster; where the bank's tables have names only, write “${byNameLine}” in the bank profile`,
          }
        : guess === null
          ? {
              zh: `请在导出中加入“${column}”列；若其中某一列就是它，在银行对照表中写“${columnLine(table, '列名', name)}”`,
              en: `Add the column “${column}” to the export; if one of them is it, write “${columnLine(table, 'header', name)}” in the bank profile`,
            }
          : {
              zh: `若“${guess.header}”就是这一列（${guess.reason.zh}），请在银行对照表中写“${columnLine(table, guess.said, name)}”`,
              en: `If “${guess.header}” is that column (${guess.reason.en}), write “${columnLine(table, guess.said, name)}” in the bank profile`,
            },
  })),
  twoColumns: errorOf<{ table: string; column: string; found: readonly string[] }>(
    'header.two-columns',
    ({ table, column, found }) => ({
      message: {
        zh: `有多列都可作为“${column}”：${found.map((name) => `“${name}”`).join('、')}`,
        en: `Several columns fit “${column}”: ${found.map((name) => `“${name}”`).join(', ')}`,
      },
      hint: {
        zh: `请在银行对照表中把不用的写作 none，如“${columnLine(table, found[1] ?? '', 'none')}”`,
        en: `Write none for the one that should not count in the bank profile, such as “${columnLine(table, found[1] ?? '', 'none')}”`,
      },
    }),
  ),
  passedOver: noteOf<{ table: string; column: string; used: string; others: readonly string[] }>(
    'header.other-columns',
    ({ table, column, used, others }) => ({
      message: {
        zh: `“${column}”取自“${used}”；${others.map((name) => `“${name}”`).join('、')}未采用`,
        en: `“${column}” was taken from “${used}”; not used: ${others.map((name) => `“${name}”`).join(', ')}`,
      },
      hint: {
        zh: `无需处理；若应采用另一列，在银行对照表中写“${columnLine(table, used, 'none')}”`,
        en: `Nothing to do; if another one should count, write “${columnLine(table, used, 'none')}” in the bank profile`,
      },
    }),
  ),
  extra: noteOf<{ table: string; columns: readonly Possible[] }>(
    'header.extra-columns',
    ({ table, columns }) => {
      const line = columnLines(
        table,
        columns.flatMap(({ guess }) => (guess ? [[guess.said, guess.column] as const] : [])),
      );
      const isAny = columns.some(({ guess }) => guess !== null);
      return {
        message: {
          zh: `这些列不参与计算：${columns.map(possibleZh).join('、')}`,
          en: `These columns take no part in the calculation: ${columns.map(possibleEn).join(', ')}`,
        },
        hint: isAny
          ? {
              zh: `若应采用，请在银行对照表中写“${line}”；不用的写 none，以后不再提示`,
              en: `If they should count, write “${line}” in the bank profile; none for those that should not, and nothing is said of them`,
            }
          : {
              zh: '无需处理；若其中有应采用的列，在银行对照表的 columns 中写明',
              en: 'Nothing to do; say under columns in the bank profile what a column is that should count',
            },
      };
    },
  ),
};

/** A header that nobody knows, and what it could be. */
interface Possible {
  readonly header: string;
  readonly guess: (Guess & { readonly title: string }) | null;
}

const possibleZh = ({ header, guess }: Possible): string =>
  `“${header}”${guess === null ? '' : `（可能是“${guess.title}”：${guess.reason.zh}）`}`;
const possibleEn = ({ header, guess }: Possible): string =>
  `“${header}”${guess === null ? '' : ` (perhaps “${guess.column}”: ${guess.reason.en})`}`;

interface Remarks {
  readonly problems: readonly Diagnostic[];
  readonly guesses: readonly Guess[];
  /** Headers that could be nothing. */
  readonly unknown: readonly string[];
  /** The roster has names and no ids: null where that is not so, else whether each is one person's. */
  readonly byName: 'unique' | 'repeated' | null;
}

const titleOf = ({ columns }: TableOfFiles, name: string): string => columns[name]?.headers[0] ?? name;

const possible = (declaration: TableOfFiles, header: string, found: readonly Guess[]): Possible => {
  const own = found.filter((guess) => guess.header === header);
  const guess = own.find(({ sure }) => sure) ?? own[0];
  return {
    header,
    guess: guess === undefined ? null : { ...guess, title: titleOf(declaration, guess.column) },
  };
};

/** `rows` are those below the header. */
export function headerRemarks(
  declaration: TableOfFiles,
  header: Header,
  rows: readonly RawRow[],
  roster: Roster | null,
  period: Quarter,
  at: Location,
): Remarks {
  const problems: Diagnostic[] = [];
  const { id: table } = declaration;
  const present = columnsIn(header.columns);
  const others = new Set(header.passedOver.flatMap((each) => each.others));
  // Of a year's plan by quarters the other quarters are known not to be this one's.
  const isWide = present.has('indicator') && header.columns.every(({ column }) => column !== 'indicator');
  const isOfOther = (text: string) => isWide && namesQuarter(inWordsOf(period, text));
  const extra = header.columns
    .filter(({ column, entry }) => column === null && entry === null)
    .filter(({ header: text }) => !others.has(text) && !isOfOther(text))
    .map(({ index, header: text }) => ({ index, header: text || columnLetter(index) }));
  const open = Object.keys(declaration.columns).filter((name) => !present.has(name));
  const found = guesses(declaration, extra, open, rows, roster, period);

  for (const { column, found: headers } of header.twice) {
    const name = titleOf(declaration, column);
    const args = { table, column: name, found: headers };
    problems.push(headerProblems.twoColumns({ ...at, column: headers[1] ?? name }, args));
  }
  for (const { column, used, others: unused } of header.passedOver) {
    const args = { table, column: titleOf(declaration, column), used, others: unused };
    problems.push(headerProblems.passedOver({ ...at, column: used }, args));
  }
  for (const name of lackedColumns(declaration, present)) {
    const column = titleOf(declaration, name);
    const args = {
      table,
      name,
      column,
      found: header.columns.map(({ header: text }) => text),
      guess: bestFor(name, found),
    };
    problems.push(headerProblems.missing({ ...at, column }, args));
  }
  if (extra.length > 0) {
    const columns = extra.map(({ header: text }) => possible(declaration, text, found));
    problems.push(headerProblems.extra(at, { table, columns }));
  }
  const guessed = new Set(found.map(({ header: text }) => text));
  const unknown = extra.map(({ header: text }) => text).filter((text) => !guessed.has(text));
  return { problems, guesses: found, unknown, byName: namesAlone(declaration, header, rows, present, found) };
}

function namesAlone(
  { id }: TableOfFiles,
  { columns }: Header,
  rows: readonly RawRow[],
  present: ReadonlySet<string | null>,
  found: readonly Guess[],
): Remarks['byName'] {
  const names = columns.find(({ column }) => column === 'name')?.index;
  if (id !== 'roster' || names === undefined || present.has('manager_id')) return null;
  if (bestFor('manager_id', found) !== null) return null;
  const people = rows.map(({ cells }) => nameKey(textOf(cells[names]))).filter((name) => name !== '');
  return new Set(people).size === people.length ? 'unique' : 'repeated';
}

const bestFor = (column: string, found: readonly Guess[]): Guess | null =>
  found.find((guess) => guess.column === column && guess.sure) ??
  found.find((guess) => guess.column === column) ??
  null;

/** Of a sheet in which no header was found: the row most like one, and column by column what it could be. */
export function withoutHeader(
  declaration: TableOfFiles,
  rows: readonly RawRow[],
  searched: number,
  merges: readonly Merge[],
  roster: Roster | null,
  period: Quarter,
  at: Location,
): Remarks {
  const likely = likelyHeader(declaration, rows.slice(0, searched), merges);
  const required = Object.values(declaration.columns).filter(({ required: must }) => must);
  const args = {
    table: declaration.title.zh,
    id: declaration.id,
    looked: Math.min(searched, rows.length),
    row: likely?.row ?? null,
    lacking: required.map(({ headers }) => headers[0]),
  };
  if (likely === null)
    return {
      problems: [headerProblems.notFound(at, { ...args, columns: [] })],
      guesses: [],
      unknown: [],
      byName: null,
    };
  const found = guesses(
    declaration,
    likely.columns,
    Object.keys(declaration.columns),
    rows.slice(likely.taken),
    roster,
    period,
  );
  const columns = likely.columns.map(({ header }) => possible(declaration, header, found));
  return {
    problems: [headerProblems.notFound({ ...at, row: likely.row }, { ...args, columns })],
    guesses: found,
    unknown: [],
    byName: null,
  };
}

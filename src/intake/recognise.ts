/** Which table a file or sheet holds. Never a guess: what may be several tables is an error. */
import type { Quarter } from '../model/calendar.ts';
import { type Diagnostic, errorOf, noteOf, warningOf } from '../model/diagnostic.ts';
import { packageExtras, type Suggestion } from '../model/package.ts';
import { type TableId, tableIds, tables } from '../model/tables/index.ts';
import { fitOf, tablesByColumns, topOf } from './by-columns.ts';
import { mayBeNote } from './files/index.ts';
import type { RawSheet } from './files/sheet.ts';
import { nearest, perhaps } from './nearest.ts';
import { type BankProfile, fitsPattern, type MappedFile } from './profile/profile.ts';
import { quoted } from './profile/write.ts';
import { type Settings, settingsFile, settingsProblems } from './settings.ts';
import { patternOf, type UnclaimedSheet } from './suggest/files.ts';
import { nameKey } from './words.ts';

export const recognitionProblems = {
  ambiguous: errorOf<{ tables: readonly TableId[]; name: string }>(
    'table.ambiguous',
    ({ tables: ids, name }) => ({
      message: {
        zh: `名称和列名都不能说明是哪张表，可能是：${ids.map((id) => `${tables[id].title.zh}（${id}）`).join('、')}`,
        en: `Neither its name nor its columns say which table it is; it may be: ${ids.join(', ')}`,
      },
      hint: {
        zh: `请在银行对照表中指定，如“files: { ${quoted(name)}: ${ids[0]} }”`,
        en: `Say so in the bank profile, such as “files: { ${quoted(name)}: ${ids[0]} }”`,
      },
    }),
  ),
  byColumns: warningOf<{ table: TableId; named: readonly TableId[]; name: string }>(
    'table.by-columns',
    ({ table, named, name }) => ({
      message: {
        zh: `${named.length === 0 ? '名称不对应任何一张表' : `名称对应的是${named.map((id) => `“${tables[id].title.zh}”`).join('、')}`}，按列名读作“${tables[table].title.zh}”`,
        en: `${named.length === 0 ? 'The name fits no table' : `The name fits ${named.join(', ')}`}; by its columns it was read as “${table}”`,
      },
      hint: {
        zh: `若读对了，请在银行对照表中写“files: { ${quoted(name)}: ${table} }”；若不是数据表，写“${quoted(name)}: none”`,
        en: `If that is right, write “files: { ${quoted(name)}: ${table} }” in the bank profile; if it is no table, “${quoted(name)}: none”`,
      },
    }),
  ),
  folder: warningOf<object>('folder.unread', () => ({
    message: {
      zh: '子文件夹未被读取：它在第二层、是链接、名称像备份或写着别的季度，或里面是运行结果',
      en: 'The folder was not read: it is below another one, a link, named like a backup or for another quarter, or holds the results of a run',
    },
    hint: {
      zh: '其中若有本期数据，请放到资料包文件夹或它的下一层文件夹中',
      en: 'If it holds data of this period, put them into the package folder or a folder directly in it',
    },
  })),
  unclaimed: warningOf<{ what: 'file' | 'sheet'; suggestion: string | null }>(
    'file.unclaimed',
    ({ what, suggestion }) => {
      const zh = { file: '文件', sheet: '工作表' }[what];
      return {
        message: {
          zh: `${zh}未被读取：名称和列名都不对应任何一张表${perhaps(suggestion).zh}`,
          en: `The ${what} was not read: neither its name nor its columns fit a table${perhaps(suggestion).en}`,
        },
        hint: {
          zh: '若其中有数据，请在银行对照表的 files 中写明是哪张表（check --suggest 会给出建议）；若没有，写 none',
          en: 'If it holds data, say under files in the bank profile which table it is (check --suggest proposes it); if not, write none',
        },
      };
    },
  ),
  empty: errorOf<{ table: TableId }>('sheet.empty', ({ table }) => ({
    message: {
      zh: `名称对应“${tables[table].title.zh}”，但里面什么都没有`,
      en: `The name claims “${table}”, but there is nothing in it`,
    },
    hint: {
      zh: '请重新导出，或删除它；确实没有数据时请保留表头',
      en: 'Export it again, or remove it; where there is no data, keep the header',
    },
  })),
  unknownEnding: errorOf<{ tables: readonly TableId[]; name: string }>(
    'file.unknown-ending',
    ({ tables: ids, name }) => ({
      message: {
        zh: `文件里是${ids.map((id) => `“${tables[id].title.zh}”`).join('或')}，但后缀不是数据表的，没有读取`,
        en: `The file holds ${ids.join(' or ')}, but its ending is not that of a table, and it was not read`,
      },
      hint: {
        zh: `请把后缀改回 .xlsx 或 .csv；若不是本期数据，移走它，或在银行对照表中写“files: { ${quoted(name)}: none }”`,
        en: `Give it the ending .xlsx or .csv again; if it is none of this period's data, take it away or write “files: { ${quoted(name)}: none }” in the bank profile`,
      },
    }),
  ),
  namedForTable: warningOf<{ tables: readonly TableId[]; name: string }>(
    'file.named-for-table',
    ({ tables: ids, name }) => ({
      message: {
        zh: `文件名对应${ids.map((id) => `“${tables[id].title.zh}”`).join('、')}，但不是能读取的数据表，没有读取`,
        en: `The name is that of ${ids.join(', ')}, but the file is no table that can be read, and it was not`,
      },
      hint: {
        zh: `若其中有数据，请另存为 .xlsx 或 .csv；若没有，在银行对照表中写“files: { ${quoted(name)}: none }”`,
        en: `If it holds data, save it as .xlsx or .csv; if not, write “files: { ${quoted(name)}: none }” in the bank profile`,
      },
    }),
  ),
  notATable: noteOf<object>('file.not-a-table', () => ({
    message: { zh: '不是数据文件，未被读取', en: 'Not a data file; it was not read' },
    hint: {
      zh: '无需处理；数据表须为 .xlsx、.xls、.csv 或 .txt 文件',
      en: 'Nothing to do; tables are .xlsx, .xls, .csv or .txt files',
    },
  })),
};

/** A sheet and the table it was recognised as. */
export interface ClaimedSheet {
  readonly file: string;
  readonly sheet: RawSheet;
  readonly table: TableId;
}

const namesOf: readonly (readonly [TableId, string])[] = tableIds.flatMap((id) =>
  tables[id].names.map((name) => [id, nameKey(name)] as const),
);

/** The tables whose names the text holds, longest name only: `贷款五级分类` is a classification, not loans. */
export function claims(name: string): TableId[] {
  const key = nameKey(name);
  const found = namesOf.filter(([, word]) => holds(key, word));
  const longest = Math.max(0, ...found.map(([, word]) => word.length));
  return [...new Set(found.filter(([, word]) => word.length === longest).map(([id]) => id))];
}

/** A Latin name counts as a word of its own only: `fx` is not in `effxyz`. */
function holds(key: string, word: string): boolean {
  if (!/^[a-z]+$/.test(word)) return key.includes(word);
  return new RegExp(`(?<![a-z])${word}(?![a-z])`).test(key);
}

/** A file's own name without its ending. */
const stem = (file: string): string => ownName(file).replace(/\.[^.]*$/, '');

const ownName = (file: string): string => file.split('/').at(-1) ?? file;

/** The tables that a file's name speaks of, else those that the name of its folder in the package does. */
export const claimsOfFile = (file: string): TableId[] => {
  const own = claims(stem(file));
  return own.length > 0 ? own : claims(file.slice(0, file.length - ownName(file).length));
};

export interface Recognition {
  readonly claimed: readonly ClaimedSheet[];
  /** Tables that a name claims, though not alone: they are in doubt, not missing. */
  readonly doubtful: readonly TableId[];
  readonly problems: readonly Diagnostic[];
  /** Sheets that no table claims. */
  readonly unclaimed: readonly UnclaimedSheet[];
  readonly suggestions: readonly Suggestion[];
}

/**
 * Which table each sheet of a file holds: by package.yaml, by the bank profile, by its name. A name that says nothing,
 * or several things, or something that the columns contradict, leaves it to the columns.
 */
export async function recogniseSheets(
  file: string,
  sheets: readonly RawSheet[],
  settings: Settings,
  profile: BankProfile,
  period: Quarter,
): Promise<Recognition> {
  const claimed: ClaimedSheet[] = [];
  const doubtful: TableId[] = [];
  const problems: Diagnostic[] = [];
  const unclaimedSheets: UnclaimedSheet[] = [];
  const suggestions: Suggestion[] = [];
  const filled = sheets.filter((sheet) => !sheet.empty);
  const sayings = mappedFile(file, profile);
  if (sheets.length === 0) for (const { entry } of sayings) profile.used.add(entry);
  const mapped = new Map(sheets.map((sheet) => [sheet, mappedAs(file, sheet, profile)]));
  for (const { entry } of [...mapped.values()].flat()) profile.used.add(entry);
  const outright = new Map(filled.map((sheet) => [sheet, outrightTables(file, sheet.name, settings)]));
  const bySheet = new Map(filled.map((sheet) => [sheet, sheet.name === null ? [] : claims(sheet.name)]));
  const fileClaims = claimsOfFile(file);
  const sheetsClaim = filled.some(
    (sheet) => bySheet.get(sheet)?.length !== 0 || outright.get(sheet)?.length !== 0,
  );

  for (const sheet of sheets.filter(({ empty }) => empty)) {
    // Empty spare sheets are common; one that is named for a table, or a whole file of nothing, is not.
    const [table] = sheet.name === null || filled.length === 0 ? fileClaims : claims(sheet.name);
    if (table === undefined || mapped.get(sheet)?.some(({ table: said }) => said === null)) continue;
    problems.push(recognitionProblems.empty(placeOf(file, sheet), { table }));
    doubtful.push(table);
  }
  for (const sheet of filled) {
    const said = outright.get(sheet)?.length ? [] : (mapped.get(sheet) ?? []);
    if (said.length > 0 && said.every(({ table }) => table === null)) continue;
    const named = [...(outright.get(sheet) ?? []), ...new Set(said.flatMap(({ table }) => table ?? []))];
    const own = bySheet.get(sheet) ?? [];
    // The only sheet belongs to the file: both names count, and two that contradict one another are no answer.
    const inherited =
      filled.length === 1 ? [...new Set([...own, ...fileClaims])] : sheetsClaim ? own : fileClaims;
    const at = placeOf(file, sheet);
    if (named.length === 0 && isNotes(sheet)) continue;
    const candidates = named.length > 0 ? named : await byName(sheet, inherited, profile, period);
    const [table] = candidates;
    if (table === undefined) {
      unclaimedSheets.push({ name: lineFor(file, sheet, filled), sheet });
      const isWhole = sheet.name === null || filled.length === 1;
      problems.push(
        mayBeNote(file)
          ? recognitionProblems.notATable(at, {})
          : unclaimed(at, sheet.name ?? stem(file), isWhole),
      );
    } else if (candidates.length > 1) {
      problems.push(
        recognitionProblems.ambiguous(at, { tables: candidates, name: lineFor(file, sheet, filled) }),
      );
      doubtful.push(...candidates);
      unclaimedSheets.push({ name: lineFor(file, sheet, filled), sheet });
    } else {
      if (named.length === 0 && !(inherited.length === 1 && inherited[0] === table)) {
        const name = lineFor(file, sheet, filled);
        problems.push(recognitionProblems.byColumns(at, { table, named: inherited, name }));
        const reason = { zh: '按列名', en: 'by its columns' };
        suggestions.push({ path: ['files', patternOf(name)], value: table, sure: true, reason });
      }
      claimed.push({ file, sheet, table });
    }
  }
  return { claimed, doubtful, problems, unclaimed: unclaimedSheets, suggestions };
}

/** The tables that the name speaks of, unless the columns know better. */
async function byName(
  sheet: RawSheet,
  named: readonly TableId[],
  profile: BankProfile,
  period: Quarter,
): Promise<readonly TableId[]> {
  const rows = await topOf(sheet);
  const [only] = named;
  if (named.length === 1 && only !== undefined && fitOf(only, rows, sheet, profile, period).whole)
    return named;
  const found = tablesByColumns(named, rows, sheet, profile, period);
  return found.length > 0 ? found : named;
}

/** Whether package.yaml or the profile says of the whole file what it is. */
export const isMapped = (file: string, settings: Settings, profile: BankProfile): boolean =>
  outrightTables(file, null, settings).length > 0 || mappedFile(file, profile).length > 0;

/** What the profile calls a sheet in its `files`. */
const lineFor = (file: string, { name }: RawSheet, filled: readonly RawSheet[]): string =>
  name === null || filled.length === 1 ? file : `${file}#${name}`;

/** What the profile says of the sheet itself, else of its file. */
function mappedAs(file: string, { name }: RawSheet, { files }: BankProfile): readonly MappedFile[] {
  const ofSheet = name === null ? [] : fitting(files, [name, `${file}#${name}`]);
  return ofSheet.length > 0 ? ofSheet : mappedFile(file, { files });
}

const mappedFile = (file: string, { files }: Pick<BankProfile, 'files'>): MappedFile[] =>
  fitting(files, [file, stem(file), ownName(file)]);

const fitting = (files: readonly MappedFile[], names: readonly string[]): MappedFile[] =>
  files.filter(({ pattern }) => names.some((each) => fitsPattern(each, pattern)));

/** The notes that `init` writes beside the tables. */
const isNotes = ({ name }: RawSheet): boolean =>
  Object.values(packageExtras.notes).some((notes) => notes === name);

const placeOf = (file: string, { name }: RawSheet): { file: string; sheet?: string } =>
  name === null ? { file } : { file, sheet: name };

/** A sheet of a workbook has to be looked at when its whole file or the sheet itself is named. */
const outrightTables = (file: string, sheet: string | null, settings: Settings): TableId[] =>
  tableIds.filter((id) =>
    (settings.files.get(id) ?? []).some((name) => name === file || name === `${file}#${sheet}`),
  );

function unclaimed(at: { file: string; sheet?: string }, name: string, whole: boolean): Diagnostic {
  const words = name.split(/[\s_\-.\d]+/).filter((word) => word.length > 1);
  const known = tableIds.flatMap((id) => [...tables[id].names]);
  const suggestion = words.map((word) => nearest(word, known)).find((found) => found !== null) ?? null;
  return recognitionProblems.unclaimed(at, { what: whole ? 'file' : 'sheet', suggestion });
}

/** Names in package.yaml that no file or sheet of the package has. */
export function unknownFiles(settings: Settings, names: ReadonlySet<string>): Diagnostic[] {
  return [...settings.files].flatMap(([table, files]) =>
    files
      .filter((name) => !names.has(name))
      .map((name) =>
        settingsProblems.unknownFile(
          { file: settingsFile },
          { table, suggestion: nearest(name, names) },
          { value: name },
        ),
      ),
  );
}

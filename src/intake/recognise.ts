/** Which table a file or sheet holds, by its name. Never a guess: what claims several tables is an error. */
import { type Diagnostic, defineProblem } from '../model/diagnostic.ts';
import { besideTheData } from '../model/package.ts';
import { type TableId, tableIds, tables } from '../model/tables/index.ts';
import type { RawSheet } from './files/sheet.ts';
import { nearest, perhaps } from './nearest.ts';
import { type Settings, settingsFile, settingsProblems } from './settings.ts';
import { nameKey } from './words.ts';

export const recognitionProblems = {
  ambiguous: defineProblem<{ tables: readonly TableId[] }>('table.ambiguous', 'error', ({ tables: ids }) => ({
    message: {
      zh: `名称同时对应多张表：${ids.map((id) => `${tables[id].title.zh}（${id}）`).join('、')}`,
      en: `The name fits several tables: ${ids.join(', ')}`,
    },
    hint: {
      zh: `请改名，或在 package.yaml 中指定，如“files: { ${ids[0]}: [文件名] }”`,
      en: `Rename it, or name it in package.yaml, such as “files: { ${ids[0]}: [file name] }”`,
    },
  })),
  unclaimed: defineProblem<{ what: 'file' | 'sheet' | 'folder'; suggestion: string | null }>(
    'file.unclaimed',
    'warning',
    ({ what, suggestion }) => {
      const zh = { file: '文件', sheet: '工作表', folder: '子文件夹' }[what];
      return {
        message: {
          zh: `${zh}未被读取：名称不对应任何一张表${perhaps(suggestion).zh}`,
          en: `The ${what} was not read: its name fits no table${perhaps(suggestion).en}`,
        },
        hint:
          what === 'folder'
            ? {
                zh: '如有需要，请将其中的文件移到资料包文件夹中',
                en: 'Move its files into the package folder if they are needed',
              }
            : {
                zh: '若其中有数据，请在名称中加入表名（如“存款”），或在 package.yaml 的 files 中指定',
                en: 'If it holds data, put the table into its name (such as “deposits”), or name it under files in package.yaml',
              },
      };
    },
  ),
  empty: defineProblem<{ table: TableId }>('sheet.empty', 'error', ({ table }) => ({
    message: {
      zh: `名称对应“${tables[table].title.zh}”，但里面什么都没有`,
      en: `The name claims “${table}”, but there is nothing in it`,
    },
    hint: {
      zh: '请重新导出，或删除它；确实没有数据时请保留表头',
      en: 'Export it again, or remove it; where there is no data, keep the header',
    },
  })),
  sameContent: defineProblem<{ other: string }>('file.same-content', 'error', ({ other }) => ({
    message: {
      zh: `内容与“${other}”完全相同，各行会被重复计算`,
      en: `The content is the same as that of “${other}”: every row would count twice`,
    },
    hint: { zh: '请删除多余的一份', en: 'Remove one of the two' },
  })),
  notATable: defineProblem<object>('file.not-a-table', 'note', () => ({
    message: { zh: '不是数据文件，未被读取', en: 'Not a data file; it was not read' },
    hint: { zh: '数据表须为 .xlsx、.xls 或 .csv 文件', en: 'Tables are .xlsx, .xls or .csv files' },
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

export const stem = (file: string): string => file.replace(/\.[^.]*$/, '');

export interface Recognition {
  readonly claimed: readonly ClaimedSheet[];
  /** Tables that a name claims, though not alone: they are in doubt, not missing. */
  readonly doubtful: readonly TableId[];
  readonly problems: readonly Diagnostic[];
}

/** Which table each sheet of a file holds, by package.yaml first, then by sheet name, then by file name. */
export function recogniseSheets(file: string, sheets: readonly RawSheet[], settings: Settings): Recognition {
  const claimed: ClaimedSheet[] = [];
  const doubtful: TableId[] = [];
  const problems: Diagnostic[] = [];
  const filled = sheets.filter((sheet) => !sheet.empty);
  const outright = new Map(filled.map((sheet) => [sheet, outrightTables(file, sheet.name, settings)]));
  const bySheet = new Map(filled.map((sheet) => [sheet, sheet.name === null ? [] : claims(sheet.name)]));
  const fileClaims = claims(stem(file));
  const sheetsClaim = filled.some(
    (sheet) => bySheet.get(sheet)?.length !== 0 || outright.get(sheet)?.length !== 0,
  );

  for (const sheet of sheets.filter(({ empty }) => empty)) {
    // Empty spare sheets are common; one that is named for a table, or a whole file of nothing, is not.
    const [table] = sheet.name === null || filled.length === 0 ? fileClaims : claims(sheet.name);
    if (table === undefined) continue;
    problems.push(recognitionProblems.empty(placeOf(file, sheet), { table }));
    doubtful.push(table);
  }
  for (const sheet of filled) {
    const named = outright.get(sheet) ?? [];
    const own = bySheet.get(sheet) ?? [];
    // The only sheet belongs to the file: both names count, and two that contradict one another are no answer.
    const inherited =
      filled.length === 1 ? [...new Set([...own, ...fileClaims])] : sheetsClaim ? own : fileClaims;
    const candidates = named.length > 0 ? named : inherited;
    const at = placeOf(file, sheet);
    const [table] = candidates;
    if (table === undefined) {
      if (isNotes(sheet)) continue;
      problems.push(unclaimed(at, sheet.name ?? stem(file), sheet.name === null || filled.length === 1));
    } else if (candidates.length > 1) {
      problems.push(recognitionProblems.ambiguous(at, { tables: candidates }));
      doubtful.push(...candidates);
    } else claimed.push({ file, sheet, table });
  }
  return { claimed, doubtful, problems };
}

/** The notes that `init` writes beside the tables. */
const isNotes = ({ name }: RawSheet): boolean =>
  Object.values(besideTheData.notes).some((notes) => notes === name);

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

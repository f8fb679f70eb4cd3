/** `package.yaml`: what a package says of itself. Unknown keys are refused, each with its line and column. */
import { type Document, isMap, type LineCounter } from 'yaml';
import { z } from 'zod';
import { dayForm, isDay, isQuarter, quarterForm } from '../model/calendar.ts';
import { type Diagnostic, errorOf } from '../model/diagnostic.ts';
import { ownValue } from '../model/own-value.ts';
import type { PackageSettings } from '../model/package.ts';
import { type TableId, tableIds } from '../model/tables/index.ts';
import type { Text } from '../model/text.ts';
import { bytesByHand, textByHand, yamlByHand } from './files/by-hand.ts';
import type { Bytes } from './files/bytes.ts';
import { defaultLimits, type Limit, type Limits, limitNames } from './files/limits.ts';
import { faultProblem } from './files/problems.ts';
import { reservedKeys } from './files/reserved-keys.ts';
import { nearest, perhaps } from './nearest.ts';
import { placeOf } from './yaml-place.ts';

export const settingsFile = 'package.yaml';

export interface Settings extends PackageSettings {
  /** Files named outright for a table: `name` or `name#sheet`. */
  readonly files: ReadonlyMap<TableId, readonly string[]>;
  /** The bank profile, by its path from the package; null: it is looked for. */
  readonly bank: string | null;
  readonly limits: Limits;
}

const noSettings: Settings = {
  period: null,
  chainStarts: null,
  absent: [],
  holidays: [],
  workingDays: [],
  files: new Map(),
  bank: null,
  limits: defaultLimits,
};

export const settingsProblems = {
  syntax: errorOf<{ line: number; column: number; detail: Text }>(
    'settings.syntax',
    ({ line, column, detail }) => ({
      message: {
        zh: `package.yaml 第 ${line} 行第 ${column} 列不是有效的 YAML：${detail.zh}`,
        en: `package.yaml is not valid YAML at line ${line}, column ${column}: ${detail.en}`,
      },
      hint: {
        zh: '请改正该行；最简单的内容是一行“period: 2026Q3”',
        en: 'Correct the line; the simplest content is one line, “period: 2026Q3”',
      },
    }),
  ),
  unknownKey: errorOf<{
    key: string;
    column: number;
    known: readonly string[];
    suggestion: string | null;
  }>('settings.unknown-key', ({ key, column, known, suggestion }) => ({
    message: {
      zh: `package.yaml 中的“${key}”（第 ${column} 列）不是已知的设置${perhaps(suggestion).zh}`,
      en: `“${key}” (column ${column}) is no known setting of package.yaml${perhaps(suggestion).en}`,
    },
    hint: {
      zh: `可用的设置：${known.join('、')}`,
      en: `Known settings: ${known.join(', ')}`,
    },
  })),
  invalid: errorOf<{ key: string; column: number; expected: Text }>(
    'settings.invalid-value',
    ({ key, column, expected }) => ({
      message: {
        zh: `package.yaml 中“${key}”的值（第 ${column} 列）无效`,
        en: `The value of “${key}” in package.yaml (column ${column}) is not valid`,
      },
      hint: { zh: `应为${expected.zh}`, en: `It should be ${expected.en}` },
    }),
  ),
  unknownFile: errorOf<{ table: string; suggestion: string | null }>(
    'settings.unknown-file',
    ({ table, suggestion }) => ({
      message: {
        zh: `package.yaml 为“${table}”指定的文件或工作表不在资料包中${perhaps(suggestion).zh}`,
        en: `The file or sheet that package.yaml names for “${table}” is not in the package${perhaps(suggestion).en}`,
      },
      hint: {
        zh: '请写资料包中的文件名；指定工作表时写作“文件名#工作表名”',
        en: 'Write the name of a file of the package; for one sheet write “file#sheet”',
      },
    }),
  ),
};

const quarter = z.string().refine(isQuarter).meta({ pattern: quarterForm.source });
const days = z.array(z.string().refine(isDay).meta({ pattern: dayForm.source }));
/** The form of the file. */
export const settingsSchema = z.strictObject({
  period: quarter.optional(),
  'chain-starts': quarter.optional(),
  absent: z.array(z.enum(tableIds as [TableId, ...TableId[]])).optional(),
  files: z
    .partialRecord(z.enum(tableIds as [TableId, ...TableId[]]), z.union([z.string(), z.array(z.string())]))
    .optional(),
  bank: z.string().min(1).optional(),
  holidays: days.optional(),
  'working-days': days.optional(),
  limits: z.partialRecord(z.enum(limitNames as [Limit, ...Limit[]]), z.int().positive()).optional(),
});

const keys = Object.keys(settingsSchema.shape);

/** What may stand at each setting. */
export const settingsExpected = {
  period: { zh: '季度，如 2026Q3', en: 'a quarter such as 2026Q3' },
  'chain-starts': { zh: '季度，如 2026Q1', en: 'a quarter such as 2026Q1' },
  absent: {
    zh: `方括号内的表名列表，如 [settlement]；表名有：${tableIds.join('、')}`,
    en: `a list of tables such as [settlement]; the tables are ${tableIds.join(', ')}`,
  },
  files: {
    zh: '表名及其文件，如 deposits: [a.xlsx]',
    en: 'tables and their files, such as deposits: [a.xlsx]',
  },
  bank: { zh: '银行对照表的路径，如 ../bank.yaml', en: 'the path of the bank profile, such as ../bank.yaml' },
  holidays: {
    zh: '周末以外的放假日期，如 [2026-10-01, 2026-10-02]',
    en: 'days off besides the weekends, such as [2026-10-01, 2026-10-02]',
  },
  'working-days': {
    zh: '调休上班的周末日期，如 [2026-10-10]',
    en: 'weekend days that are worked, such as [2026-10-10]',
  },
  limits: {
    zh: `名称及正整数，如 cells: 200000000；名称有：${limitNames.join('、')}`,
    en: `names and whole numbers, such as cells: 200000000; the names are ${limitNames.join(', ')}`,
  },
} as const satisfies Readonly<Record<keyof typeof settingsSchema.shape, Text>>;
const anyValue: Text = { zh: '“名称: 值”各占一行', en: 'one “name: value” a line' };

export interface ParsedSettings {
  /** As far as they are valid. */
  readonly settings: Settings;
  readonly problems: readonly Diagnostic[];
  /** Settings whose meaning is lost: what rests on them is not reported as a second mistake. */
  readonly lost: ReadonlySet<string>;
}

/** Of a package without the file. */
export const noneStated: ParsedSettings = { settings: noSettings, problems: [], lost: new Set() };

/** Of a package whose file cannot be read. */
export const lostSettings = (problem: Diagnostic): ParsedSettings => ({
  settings: noSettings,
  problems: [problem],
  lost: new Set(keys),
});

/** The settings in the bytes of a `package.yaml`. */
export async function settingsIn(content: Bytes): Promise<ParsedSettings> {
  try {
    const text = textByHand(await content.at(0, bytesByHand), { file: settingsFile });
    return typeof text === 'string' ? parseSettings(text) : lostSettings(text);
  } catch (error) {
    return lostSettings(faultProblem(error, { file: settingsFile }, defaultLimits));
  }
}

function parseSettings(source: string): ParsedSettings {
  const { document, lines, faults } = yamlByHand(source);
  if (faults.length > 0) {
    const problems = faults.map(({ offset, says }) => {
      const { line, col } = lines.linePos(offset);
      return settingsProblems.syntax({ file: settingsFile, row: line }, { line, column: col, detail: says });
    });
    return { settings: noSettings, problems, lost: new Set(keys) };
  }
  // An empty file, or one of comments only, states nothing.
  const stated: unknown = document.toJS() ?? {};
  const parsed = settingsSchema.safeParse(stated);
  const reserved = reservedKeys(document)
    .filter(({ below }) => below !== null)
    .map(({ key, below, offset }) => unknownKey(key, below, lines.linePos(offset)));
  if (parsed.success) return { settings: settingsOf(parsed.data), problems: reserved, lost: new Set() };
  const problems = [
    ...reserved,
    ...parsed.error.issues.flatMap((issue) => problemsOf(issue, document, lines)),
  ];
  const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')));
  const rest = isMap(document.contents) ? Object.entries(stated as object) : [];
  const valid = settingsSchema.safeParse(
    Object.fromEntries(rest.filter(([key]) => keys.includes(key) && !wrong.has(key))),
  );
  return {
    settings: valid.success ? settingsOf(valid.data) : noSettings,
    problems,
    lost: isMap(document.contents) ? wrong : new Set(keys),
  };
}

function settingsOf({
  period,
  'chain-starts': chainStarts,
  absent,
  holidays,
  'working-days': workingDays,
  files,
  bank,
  limits,
}: z.infer<typeof settingsSchema>): Settings {
  const named = Object.entries(files ?? {}).map(
    ([table, names]) => [table as TableId, typeof names === 'string' ? [names] : (names ?? [])] as const,
  );
  return {
    period: period ?? null,
    chainStarts: chainStarts ?? null,
    absent: absent ?? [],
    holidays: holidays ?? [],
    workingDays: workingDays ?? [],
    files: new Map(named),
    bank: bank ?? null,
    limits: { ...defaultLimits, ...limits } as Limits,
  };
}

function problemsOf(issue: z.core.$ZodIssue, document: Document, lines: LineCounter): Diagnostic[] {
  const path = issue.path.map(String);
  const unknown = unknownKeys(issue);
  if (unknown !== null) {
    return unknown.map((key) => unknownKey(key, path[0] ?? null, placeOf(document, lines, [...path, key])));
  }
  const { line, col } = placeOf(document, lines, path);
  const expected = ownValue<Text>(settingsExpected, path[0] ?? '') ?? anyValue;
  const value =
    path.length === 0 ? undefined : document.getIn(issue.path.filter((key) => typeof key !== 'symbol'));
  return [
    settingsProblems.invalid(
      { file: settingsFile, row: line },
      { key: path[0] ?? '', column: col, expected },
      { value: typeof value === 'string' || typeof value === 'number' ? String(value) : null },
    ),
  ];
}

type Place = ReturnType<LineCounter['linePos']>;

/** A key that is none of those at its place: below `files`, below `limits`, or at the top. */
function unknownKey(key: string, below: string | null, { line, col }: Place): Diagnostic {
  const known = below === 'files' ? tableIds : below === 'limits' ? limitNames : keys;
  return settingsProblems.unknownKey(
    { file: settingsFile, row: line },
    { key, column: col, known, suggestion: nearest(key, known) },
  );
}

/** zod reports an unknown key of an object and of a record by two different issues. */
function unknownKeys(issue: z.core.$ZodIssue): string[] | null {
  if (issue.code === 'unrecognized_keys') return issue.keys;
  if (issue.code === 'invalid_key') return [String(issue.path.at(-1) ?? '')];
  return null;
}

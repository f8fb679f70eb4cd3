/**
 * Who may import whom: cli → (run, cases) → (engine, workbooks, archive) → (policy, spreadsheet) → intake → model, and each
 * library in its one place.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src/', import.meta.url));

/** The folders of src, and which others each may import. */
const mayImport: Record<string, readonly string[]> = {
  model: [],
  intake: ['model'],
  policy: ['model', 'intake'],
  engine: ['model', 'policy'],
  spreadsheet: ['model'],
  workbooks: ['model', 'spreadsheet'],
  archive: ['model', 'policy'],
  closing: ['model', 'intake', 'spreadsheet', 'workbooks', 'archive'],
  run: ['model', 'policy', 'intake', 'engine', 'workbooks', 'archive', 'closing'],
  cases: ['model', 'policy', 'intake', 'engine'],
  cli: ['model', 'policy', 'intake', 'engine', 'workbooks', 'archive', 'closing', 'run', 'cases'],
};

/** The only places that know a library. */
const homes: Record<string, RegExp> = {
  '@e965/xlsx': /^intake\/files\//,
  'big.js': /^model\/money\.ts$/,
  chalk: /^cli\//,
  'cli-progress': /^cli\/progress\.ts$/,
  commander: /^cli\//,
  'csv-parse': /^intake\/files\/csv\.ts$/,
  docxtemplater: /^closing\/letters\/template\.ts$/,
  exceljs: /^spreadsheet\/frame\.ts$/,
  'fastest-levenshtein': /^(?:intake|policy|cli)\//,
  'fraction.js': /^model\/ratio\.ts$/,
  htmlparser2: /^intake\/files\//,
  pako: /^spreadsheet\/deflate\.ts$/,
  pizzip: /^closing\/letters\/template\.ts$/,
  saxes: /^intake\/files\//,
  'string-width': /^cli\/table\.ts$/,
  yaml: /^(?:policy\/(?:file|language-one|(?:floor|parameters)-in-two|place|yaml-pairs)\.ts$|intake\/(?:(?:settings|yaml-place|files\/(?:by-hand|reserved-keys))\.ts$|profile\/))/,
  zod: /^(?:model|policy|intake|archive|cases|cli)\//,
};

/** What a cell may hold is all that the spreadsheet side knows of the model: no appraisal, no policy, no table. */
const inCells = /^model\/(?:calendar|fact|money|ratio|text)\.ts$/;

/** A policy is read as text in whatever encoding it was saved: that is all it has of the intake. */
const textsOfIntake = /^intake\/files\/(?:by-hand|reserved-keys)\.ts$/;

/** The parts that compute must not know files, clocks or processes. */
const withoutNode = /^(?:model|engine)\//;

interface SourceFile {
  readonly name: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** `import … from '…'`, `export … from '…'`, `import '…'` and `import('…')`. */
const importing = /^(?:import|export)\b(?:[^;']*?\bfrom)? '([^']+)'|\bimport\('([^']+)'\)/gm;

/** Those of them that are loaded before a file runs. */
const loading = /^(?:import|export)\b(?! type\b)(?:[^;']*?\bfrom)? '([^']+)'/gm;

const files: readonly SourceFile[] = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    const imports = [...text.matchAll(importing)].map((match) => match[1] ?? match[2] ?? '');
    return { name: relative(src, path).split(sep).join('/'), text, imports };
  });

const folderOf = (name: string): string => name.split('/')[0] ?? '';
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Every import that breaks a rule, as `file → import`. */
const breaking = (rule: (file: SourceFile, specifier: string) => boolean): string[] =>
  files.flatMap((file) =>
    file.imports
      .filter((specifier) => rule(file, specifier))
      .map((specifier) => `${file.name} → ${specifier}`),
  );

const isOwn = (specifier: string): boolean => specifier.startsWith('.');
/** The file of src that an import of the tool's own names. */
const targetOf = (name: string, specifier: string): string =>
  join(name, '..', specifier).split(sep).join('/');

/** `export const name`, or the names of `export { … } from '…'`. */
const exporting =
  /^export (?:(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)|(?:type )?\{([^}]*)\})/gm;

/** The names in the brackets of an import, or of an export when `as` others see them. */
const namesIn = (listed: string, side: 'there' | 'here' = 'here'): string[] =>
  listed.split(',').flatMap((each) => {
    const [there = '', here = there] = each
      .trim()
      .replace(/^type /, '')
      .split(' as ');
    return there === '' ? [] : (side === 'there' ? there : here).trim();
  });

/** What a file imports of others by name, as `src/model/text.ts Lang`; `*` where it loads all of the other. */
const importedIn = (name: string, text: string): string[] => [
  ...[...text.matchAll(/^(?:import|export) (?:type )?\{([^}]*)\} from '(\.[^']+)'/gm)].flatMap(
    ([, listed = '', specifier = '']) =>
      namesIn(listed, 'there').map((each) => `${targetOf(name, specifier)} ${each}`),
  ),
  ...[...text.matchAll(/import\('(\.[^']+)'\)|import \* as \w+ from '(\.[^']+)'/g)].map(
    ([, loaded, all]) => `${targetOf(name, loaded ?? all ?? '')} *`,
  ),
];

/** The libraries that are loaded before a file runs. */
function librariesBefore(first: string): string[] {
  const loaded = new Set<string>();
  const load = (name: string): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    const text = files.find((file) => file.name === name)?.text ?? '';
    for (const [, specifier = ''] of text.matchAll(loading))
      load(isOwn(specifier) ? targetOf(name, specifier) : specifier);
  };
  load(first);
  return [...loaded].filter((name) => !name.endsWith('.ts') && !name.startsWith('node:')).sort();
}

describe('the architecture', () => {
  test('src has the folders of the design and no others', () => {
    const folders = [...new Set(files.map(({ name }) => folderOf(name)))].sort();
    expect(folders).toEqual(Object.keys(mayImport).sort());
  });

  test('imports point one way', () => {
    const wrong = breaking(({ name }, specifier) => {
      if (!isOwn(specifier)) return false;
      const target = targetOf(name, specifier);
      const [from, to] = [folderOf(name), folderOf(target)];
      return from !== to && !mayImport[from]?.includes(to);
    });
    expect(wrong).toEqual([]);
  });

  test('what knows spreadsheets knows no appraisal', () => {
    const wrong = breaking(({ name }, specifier) => {
      const target = targetOf(name, specifier);
      return folderOf(name) === 'spreadsheet' && folderOf(target) === 'model' && !inCells.test(target);
    });
    expect(wrong).toEqual([]);
  });

  test('a policy file is no data', () => {
    const wrong = breaking(({ name }, specifier) => {
      const target = targetOf(name, specifier);
      return folderOf(name) === 'policy' && folderOf(target) === 'intake' && !textsOfIntake.test(target);
    });
    expect(wrong).toEqual([]);
  });

  test('each library stays in its place', () => {
    const wrong = breaking(({ name }, specifier) => {
      if (isOwn(specifier) || specifier.startsWith('node:')) return false;
      return !homes[packageOf(specifier)]?.test(name);
    });
    expect(wrong).toEqual([]);
  });

  test('what computes knows nothing of the machine', () => {
    const isNode = (specifier: string): boolean => specifier.startsWith('node:');
    const knowing = new Set(files.filter(({ imports }) => imports.some(isNode)).map(({ name }) => name));
    const wrong = breaking(
      ({ name }, specifier) =>
        withoutNode.test(name) && (isNode(specifier) || knowing.has(targetOf(name, specifier))),
    );
    expect(wrong).toEqual([]);
  });

  test('no file leads back to itself, not even by types alone', () => {
    const targets = new Map(
      files.map(({ name, imports }) => [name, imports.filter(isOwn).map((each) => targetOf(name, each))]),
    );
    const leadsTo = (from: string, to: string, seen: Set<string>): boolean =>
      (targets.get(from) ?? []).some((next) => {
        if (next === to) return true;
        if (seen.has(next)) return false;
        return leadsTo(next, to, seen.add(next));
      });
    const names = files.map(({ name }) => name);
    expect(names.filter((name) => leadsTo(name, name, new Set()))).toEqual([]);
  });

  test('how commands are typed is known without what they do', () => {
    expect(librariesBefore('cli/main.ts')).toEqual(['chalk', 'commander']);
  });

  test('a run begins without the readers of formats that it may not meet, and without letters', () => {
    const needed = [
      'big.js',
      'csv-parse/sync',
      'fastest-levenshtein',
      'fraction.js',
      'pako',
      'string-width',
      'yaml',
      'zod',
    ];
    expect(librariesBefore('cli/run.ts')).toEqual(needed);
  });

  test('own files are imported by their name with .ts', () => {
    expect(breaking((_, specifier) => isOwn(specifier) && !specifier.endsWith('.ts'))).toEqual([]);
  });

  test('every file says at its head what it is for', () => {
    const silent = files.filter(({ text }) => !/^\/(?:\*\*|\/)/.test(text)).map(({ name }) => name);
    expect(silent).toEqual([]);
  });

  test('what only its own file uses is not exported', () => {
    const root = join(src, '..');
    const everywhere = ['src', 'test', 'samples', 'bin', 'docs'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name.split(sep).join('/')}`),
    );
    const used = new Set(
      everywhere.flatMap((name) => importedIn(name, readFileSync(join(root, name), 'utf8'))),
    );
    const idle = files.flatMap(({ name, text }) =>
      [...text.matchAll(exporting)]
        .flatMap(([, declared, listed]) => declared ?? namesIn(listed ?? ''))
        .filter((each) => !used.has(`src/${name} ${each}`) && !used.has(`src/${name} *`))
        .map((each) => `${name}: ${each}`),
    );
    expect(idle).toEqual([]);
  });
});

/** `npm run bundle`: the whole tool as one file that runs with Node alone, with the libraries, policies and templates inside. */
import { appendFileSync, chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { type Carried, carriedIn, licencesOf } from './carried.ts';
import { about, read, root, templates } from './root.ts';

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  metafile: true,
} as const satisfies BuildOptions;

/** SheetJS runs in a process of its own, which is given its text. */
async function sheetJs() {
  const { outputFiles, metafile } = await build({
    ...common,
    stdin: { contents: "module.exports = require('@e965/xlsx')", resolveDir: root },
    format: 'iife',
    globalName: 'sheetJs',
    legalComments: 'inline',
    write: false,
  });
  return { text: `(() => {${outputFiles[0]?.text}\nreturn sheetJs; })()`, metafile };
}

/** What stands here for the modules that look for files beside them. */
function inside(library: string): Readonly<Record<string, string>> {
  const policies: Record<string, string> = {};
  for (const entry of readdirSync(join(root, 'src/policies'), { withFileTypes: true }))
    if (entry.isDirectory()) policies[entry.name] = read('src/policies', entry.name, 'policy.yaml');
  const letters = templates().map(([file, bytes]) => [file, bytes.toString('base64')]);
  return {
    'src/run/tool.ts': `export const tool = ${JSON.stringify({ name: about.name, version: about.version })};`,
    'src/intake/files/library.ts': `export const library = ${JSON.stringify(library)};`,
    'src/policy/box.ts': `
      const policies = ${JSON.stringify(policies)};
      export const policyIds = async () => Object.keys(policies).sort();
      export const policyDefaults = () => ${JSON.stringify(read('src/policies/defaults.yaml'))};
      export const boxedPolicy = async (id) => new TextEncoder().encode(policies[id]);`,
    'src/closing/letters/box.ts': `
      const templates = ${JSON.stringify(Object.fromEntries(letters))};
      export const boxedTemplates = async () => Object.keys(templates);
      export const boxedTemplate = async (file) => Buffer.from(templates[file], 'base64');`,
    'src/workbooks/thread-file.ts': 'export const threadFile = new URL(import.meta.url);',
  };
}

const insteadOf = (modules: Readonly<Record<string, string>>): Plugin => ({
  name: 'inside',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = modules[relative(root, path).split(sep).join('/')];
      if (contents !== undefined) return { contents };
      const text =
        'it looks for files beside it: put what it needs inside, as bin/packaging/bundle.ts does for others';
      return readFileSync(path, 'utf8').includes('import.meta.') ? { errors: [{ text }] } : undefined;
    });
  },
});

/** The workbook library's CSV, which nothing here uses, comes with a dozen others. */
const unused: Plugin = {
  name: 'unused',
  setup({ onLoad }) {
    const contents = "module.exports = class { constructor() { throw new Error('not carried'); } };";
    onLoad({ filter: /exceljs[/\\]lib[/\\]csv[/\\]csv\.js$/ }, () => ({ contents }));
  },
};

/** Asked for when they are used: an older Node lacks some of what is in them, and would refuse the file before it speaks. */
const ownModules: Plugin = {
  name: 'own modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, namespace }) =>
      namespace === 'own' ? { path, external: true } : { path, namespace: 'own' },
    );
    onLoad({ filter: /.*/, namespace: 'own' }, ({ path }) => ({
      contents: `module.exports = require('${path}');`,
    }));
  },
};

/** What the command says to an older Node, all of it but the line that loads the rest. */
function versionCheck(): string {
  const [, ...lines] = read('bin', 'appraise.js').trimEnd().split('\n');
  if (lines.pop() !== "import('../dist/cli/bin.js');") throw new Error('bin/appraise.js ends otherwise');
  return lines.join('\n');
}

/** Writes the single file, and answers what it carries. */
export async function bundle(outfile: string): Promise<readonly Carried[]> {
  const library = await sheetJs();
  const modules = inside(library.text);
  const { metafile } = await build({
    ...common,
    // A thread for workbooks begins in the same file.
    stdin: {
      contents: `
        import { isMainThread } from 'node:worker_threads';
        await (isMainThread ? import('./src/cli/bin.ts') : import('./src/workbooks/thread.ts'));`,
      resolveDir: root,
    },
    outfile,
    format: 'esm',
    legalComments: 'eof',
    // The streams that libraries of the older kind bring along are Node's own by now.
    alias: { 'readable-stream': 'node:stream' },
    banner: {
      js: [
        '#!/usr/bin/env node',
        `// ${about.name} ${about.version}. The licences of the libraries inside stand at the end.`,
        // Node's own modules are asked for so.
        "import { createRequire as requireFrom } from 'node:module';",
        'const require = requireFrom(import.meta.url);',
        versionCheck(),
      ].join('\n'),
    },
    plugins: [insteadOf(modules), unused, ownModules],
  });
  for (const module of Object.keys(modules))
    if (metafile.inputs[module] === undefined) throw new Error(`${module} is no longer part of the tool`);
  const carried = carriedIn([metafile, library.metafile]);
  appendFileSync(outfile, `/*\n${licencesOf(carried).replaceAll('*/', '* /')}\n*/\n`);
  chmodSync(outfile, 0o755);
  return carried;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await bundle(process.argv[2] ?? join(root, 'release', 'appraise.mjs'));

// `npm run bundle`: the whole tool as one file that runs with Node alone, with the libraries and policies inside.
import { appendFileSync, chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = process.argv[2] ?? join(root, 'release', 'appraise.mjs');
const read = (...path) => readFileSync(join(root, ...path), 'utf8');
const common = { absWorkingDir: root, bundle: true, platform: 'node', target: 'node20.19', metafile: true };

/** SheetJS runs in a thread of its own, which is given its text. */
const sheetJs = await build({
  ...common,
  stdin: { contents: "module.exports = require('@e965/xlsx')", resolveDir: root },
  format: 'iife',
  globalName: 'sheetJs',
  legalComments: 'inline',
  write: false,
});
const library = `(() => {${sheetJs.outputFiles[0].text}\nreturn sheetJs; })()`;

const policies = {};
for (const id of readdirSync(join(root, 'src/policies')).sort())
  policies[id] = read('src/policies', id, 'policy.yaml');

const { name, version } = JSON.parse(read('package.json'));

/** What stands here for the modules that look for files beside them. */
const inside = {
  'src/cli/tool.ts': `export const tool = ${JSON.stringify({ name, version })};`,
  'src/intake/files/library.ts': `export const library = ${JSON.stringify(library)};`,
  'src/policy/box.ts': `
    const policies = ${JSON.stringify(policies)};
    export const policyIds = async () => Object.keys(policies);
    export const boxedPolicy = async (id) => new TextEncoder().encode(policies[id]);`,
  'src/workbooks/thread-file.ts': 'export const threadFile = new URL(import.meta.url);',
};

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
  banner: {
    js: [
      '#!/usr/bin/env node',
      `// ${name} ${version}. The licences of the libraries inside stand at the end.`,
      // Libraries of the older kind ask for Node's own modules so.
      "import { createRequire as requireFrom } from 'node:module';",
      'const require = requireFrom(import.meta.url);',
    ].join('\n'),
  },
  plugins: [
    {
      name: 'inside',
      setup({ onLoad }) {
        onLoad({ filter: /\.ts$/ }, ({ path }) => {
          const module = relative(root, path).split(sep).join('/');
          if (inside[module] !== undefined) return { contents: inside[module] };
          const text =
            'it looks for files beside it: put what it needs inside, as bin/bundle.js does for others';
          return readFileSync(path, 'utf8').includes('import.meta.') ? { errors: [{ text }] } : undefined;
        });
      },
    },
  ],
});
for (const module of Object.keys(inside))
  if (metafile.inputs[module] === undefined) throw new Error(`${module} is no longer part of the tool`);
appendFileSync(outfile, licences([metafile, sheetJs.metafile]));
chmodSync(outfile, 0o755);

/** The licence of every library inside goes with each copy. */
function licences(made) {
  const inputs = made.flatMap((each) => Object.keys(each.inputs));
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const about = JSON.parse(read(folder, 'package.json'));
    const files = readdirSync(join(root, folder)).filter((file) => /^(?:licen[cs]e|notice)/i.test(file));
    return [
      `${about.name} ${about.version}: ${about.license ?? 'no licence stated'}`,
      ...files.map((file) => read(folder, file)),
    ];
  });
  return `/*\n${texts.flat().join('\n\n').replaceAll('*/', '* /')}\n*/\n`;
}

/** The packages whose code stands in a bundle, each with the licence it is carried under. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { read, root } from './root.ts';

export interface Carried {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, as the package states it; empty: it states none. */
  readonly licence: string;
  /** Of a choice of licences, the one that was taken. */
  readonly taken: string | null;
  /** The texts of its licence and notices; none: the package brings none, and none is kept here. */
  readonly texts: readonly string[];
}

/** `MIT OR …`: the first is taken. */
const choice = /^\(?([\w.-]+) OR /;

/** Packages that state a licence and forgot its text; their earlier versions had it. */
const kept: Readonly<Record<string, string>> = { saxes: 'bin/packaging/licences/saxes.txt' };

/** Each package once, by name and version. */
export function carriedIn(metafiles: readonly Metafile[]): readonly Carried[] {
  const inputs = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const folders = inputs.flatMap(([input]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  const byId = new Map(
    [...new Set(folders)].map(packageIn).map((each) => [`${each.name} ${each.version}`, each]),
  );
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function packageIn(folder: string): Carried {
  const {
    name,
    version,
    license = '',
  }: { name: string; version: string; license?: string } = JSON.parse(read(folder, 'package.json'));
  const files = readdirSync(join(root, folder)).filter((file) => /^(?:licen[cs]e|notice)/i.test(file));
  const paths = files.map((file) => `${folder}/${file}`).concat(files.length > 0 ? [] : (kept[name] ?? []));
  const taken = choice.exec(license)?.[1] ?? null;
  return { name, version, licence: license, taken, texts: paths.map((path) => read(path).trim()) };
}

/** All of them in one text. */
export const licencesOf = (carried: readonly Carried[]): string =>
  carried
    .flatMap(({ name, version, licence, taken, texts }) => [
      `${name} ${version}: ${licence}${taken === null ? '' : `; carried here under ${taken}`}`,
      ...texts,
    ])
    .join('\n\n');

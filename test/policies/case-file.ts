/** The worked examples of a policy in the box. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type CaseFile, readCases } from '../../src/cases/case-file.ts';

/** The case files of a policy in the box, by name. */
export function casesOf(policy: string): CaseFile[] {
  const folder = new URL(`../../src/policies/${policy}/cases/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => casesIn(readFileSync(new URL(name, folder), 'utf8'), basename(name, '.yaml')));
}

/** A case file from its text. */
export function casesIn(text: string, name: string): CaseFile {
  const { file, problems } = readCases(Buffer.from(text), name);
  if (file === null) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  return file;
}

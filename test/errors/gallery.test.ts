/**
 * The gallery of problems: one folder per code with the exact text people read, in both languages, and the smallest
 * package that makes it; problems that no package makes stand in `others.ts`. `npx vitest run test/errors -u` writes the
 * texts anew after a wording has changed, and the page of the manual that shows them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, describe as group, test } from 'vitest';
import { problemsPage } from '../../docs/make/problems.ts';
import { intakeProblems } from '../../src/intake/problems.ts';
import { describe } from '../../src/model/describe.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { languages } from '../../src/model/text.ts';
import { root } from '../docs/manual.ts';
import { readPackage } from '../intake/read.ts';
import { here, otherProblems, others } from './others.ts';

const all = [...intakeProblems, ...otherProblems];

/** The package's folder is named `package`, except where the name itself is the point. */
async function madeByPackage(code: string): Promise<readonly Diagnostic[]> {
  const [folder = ''] = (await readdir(`${here}${code}`)).filter((name) => name !== 'expected.txt');
  return (await readPackage(`${here}${code}/${folder}`)).problems;
}

/** What people read, by code. */
const texts = new Map<string, string>();

group('every problem has its smallest input and its exact text', () => {
  test.each(all)('$code', async ({ code, severity }) => {
    const problems = await (others[code]?.() ?? madeByPackage(code));
    const made = problems.filter((problem) => problem.code === code);
    expect(made.length, 'the input makes the problem').toBeGreaterThan(0);
    expect(new Set(made.map((problem) => problem.severity))).toEqual(new Set([severity]));
    const chinese = made.flatMap(({ message, hint }) => [message.zh, hint.zh]);
    expect(
      chinese.filter((words) => /[a-z]{2,}(?: [a-z]{2,}){2,}/i.test(words)),
      'no English',
    ).toEqual([]);
    const text = languages.map((lang) =>
      made.map((problem) => describe(problem, lang).join('\n')).join('\n'),
    );
    texts.set(code, `${text.join('\n\n')}\n`);
    await expect(texts.get(code)).toMatchFileSnapshot(`${here}${code}/expected.txt`);
  });

  test('the manual has all of them', async ({ skip }) => {
    skip(texts.size < all.length, 'only some were made');
    await expect(problemsPage(texts)).toMatchFileSnapshot(`${root}docs/problems.md`);
  });

  test('no two problems share a code', () => {
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  });

  test('every folder is of a code that there is', () => {
    const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual(all.map(({ code }) => code).sort());
  });

  test('no file declares a problem that is not here', () => {
    const src = fileURLToPath(new URL('../../src/', import.meta.url));
    const known = new Set(all.map(({ code }) => code));
    const declared = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .map((name) => name.split(sep).join('/'))
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [
        ...readFileSync(join(src, name), 'utf8').matchAll(
          /(?:error|warning|note)Of(?:<[^(]*>)?\(\s*'([^']+)'/g,
        ),
      ]);
    // No declaration is written in a way that is not found here.
    expect(declared.length).toBe(known.size);
    expect(declared.map(([, code]) => code).filter((code) => !known.has(code ?? ''))).toEqual([]);
  });
});

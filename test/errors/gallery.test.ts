/**
 * The gallery of problems: one folder per code with the smallest package that makes it, and the exact text people
 * read, in both languages. `npx vitest run test/errors -u` writes the texts anew after a wording has changed.
 */
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, describe as group, test } from 'vitest';
import { readPackage } from '../../src/intake/index.ts';
import { intakeProblems } from '../../src/intake/problems.ts';
import { describe } from '../../src/model/describe.ts';
import { languages } from '../../src/model/text.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const codes = intakeProblems.map(({ code }) => code);

group('every problem has its smallest input and its exact text', () => {
  test.each(intakeProblems)('$code', async ({ code, severity }) => {
    // The package's folder is named `package`, except where the name itself is the point.
    const [folder = ''] = (await readdir(`${here}${code}`)).filter((name) => name !== 'expected.txt');
    const { problems } = await readPackage(`${here}${code}/${folder}`);
    const made = problems.filter((problem) => problem.code === code);
    expect(made.length, 'the input makes the problem').toBeGreaterThan(0);
    expect(new Set(made.map((problem) => problem.severity))).toEqual(new Set([severity]));
    const text = languages.map((lang) =>
      made.map((problem) => describe(problem, lang).join('\n')).join('\n'),
    );
    await expect(`${text.join('\n\n')}\n`).toMatchFileSnapshot(`${here}${code}/expected.txt`);
  });

  test('no two problems share a code', () => {
    expect(new Set(codes).size).toBe(codes.length);
  });
});

/** The page of the policy language is the one that the schema makes: `npm run docs` writes it anew. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examplesIn, policiesShown, policyLanguagePage } from '../../docs/make/policy-language.ts';
import { conditionKeys } from '../../src/model/conditions/index.ts';
import { formKeys } from '../../src/model/figures/index.ts';
import { policyIds } from '../../src/policy/file.ts';
import { languageKeys } from '../../src/policy/language.ts';
import { root } from './manual.ts';

test('the page is made from the code', async () => {
  await expect(policyLanguagePage(await policyIds())).toMatchFileSnapshot(
    join(root, 'docs', 'policy-language.md'),
  );
});

test('every key of the language is documented', () => {
  const keys = languageKeys();
  expect(keys.length).toBeGreaterThan(300);
  expect(keys.filter(({ says }) => says === '').map(({ path }) => path)).toEqual([]);
});

test('every condition, every kind of section and every form of a figure is shown in use', async () => {
  const { conditions, sections, figures } = examplesIn(policiesShown(await policyIds()));
  expect(formKeys.filter((key) => !figures.has(key))).toEqual([]);
  expect(conditionKeys.filter((key) => !conditions.has(key))).toEqual([]);
  const kinds = new Set(
    languageKeys().flatMap(({ path }) => /^sections\.\*\(([^)]*)\)/.exec(path)?.[1] ?? []),
  );
  expect([...kinds].filter((kind) => !sections.has(kind))).toEqual([]);
});

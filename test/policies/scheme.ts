/** A scheme of `schemes/`: its policy, one of its quarters appraised, and what it must come to. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { recordOf } from '../../src/archive/record.ts';
import { readPackage } from '../../src/intake/index.ts';
import type { Appraisal } from '../../src/model/appraisal.ts';
import { machineText, type Quantity } from '../../src/model/fact.ts';
import { type History, quarterRecord } from '../../src/model/history.ts';
import { numberIn } from '../../src/model/judgement.ts';
import { wordsTogether } from '../../src/model/policy/declared-words.ts';
import type { Policy } from '../../src/model/policy.ts';
import { isEqual, parseRatio } from '../../src/model/ratio.ts';
import type { SectionEntry } from '../../src/model/section-result.ts';
import { parsePolicy } from '../../src/policy/file.ts';
import { appraised } from '../engine/support/appraised.ts';

export const here = (path: string): string => fileURLToPath(new URL(`schemes/${path}`, import.meta.url));

/** Without an error, a warning or a remark. */
export function policyOf(scheme: string): Policy {
  const { policy, problems, remarks } = parsePolicy(readFileSync(here(`${scheme}/policy.yaml`)), scheme);
  expect([...problems, ...remarks].map(({ code, message }) => `${code}: ${message.en}`)).toEqual([]);
  if (!policy) throw new Error(`${scheme} has errors`);
  return policy;
}

export async function quarterOf(scheme: string, period: string, history: History = []): Promise<Appraisal> {
  const policy = policyOf(scheme);
  const words = wordsTogether([policy]);
  const pkg = await readPackage(here(`${scheme}/${period}`), { declared: words });
  expect(pkg.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return appraised(pkg, { policy, history });
}

/** Quarters one after the other, each on the record of those before it, as it is written and read again. */
export async function chainOf(
  scheme: string,
  periods: readonly string[],
): Promise<ReadonlyMap<string, Appraisal>> {
  const history: History[number][] = [];
  const appraisals = new Map<string, Appraisal>();
  for (const period of periods) {
    const appraisal = await quarterOf(scheme, period, [...history]);
    history.push(quarterRecord.parse(JSON.parse(JSON.stringify(recordOf(appraisal, history)))));
    appraisals.set(period, appraisal);
  }
  return appraisals;
}

export const expectedOf = (scheme: string) =>
  JSON.parse(readFileSync(here(`${scheme}/expected.json`), 'utf8'));

export const entriesIn = ({ schemes }: Appraisal, section: string): readonly SectionEntry[] =>
  schemes.flatMap(({ sections }) => sections).find(({ id }) => id === section)?.entries ?? [];

export const entryOf = (appraisal: Appraisal, section: string, subject: string): SectionEntry => {
  const found = entriesIn(appraisal, section).find((entry) => entry.subject === subject);
  if (!found) throw new Error(`${section} says nothing of ${subject}`);
  return found;
};

/** Text of a figure, or null, as the calculation beside the tool writes it. */
export type Expected = string | null;

/** The figure as the expectation has it where both are the same number; else as the tool writes it. */
export function as(expected: Expected, quantity: Quantity | null): Expected {
  if (quantity === null) return 'unknown';
  if (quantity.kind === 'words') return quantity.value.zh === '不适用' ? null : quantity.value.zh;
  const [own, other] = [
    numberIn(quantity),
    expected && Number.isFinite(Number(expected)) && parseRatio(expected),
  ];
  if (own && other && isEqual(own, other)) return expected;
  return machineText(quantity);
}

/** As results.json writes it, words in Chinese; `unknown`: it is not known. */
export function figureIn(entry: SectionEntry, id: string): string {
  const quantity = entry.figures.find((figure) => figure.id === id)?.fact.quantity ?? null;
  return quantity === null ? 'unknown' : machineText(quantity);
}

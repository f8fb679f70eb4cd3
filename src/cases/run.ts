/** Tries a case: what the appraisal of what it gives says at every place that it looks at. */
import { appraise } from '../engine/index.ts';
import type { Appraisal } from '../model/appraisal.ts';
import type { WrittenValue } from '../model/policy/parameters.ts';
import type { Policy } from '../model/policy.ts';
import type { Trial } from './case-file.ts';
import { CaseFault } from './fault.ts';
import { historyIn, packageIn } from './given.ts';
import { lookAt } from './look.ts';

/** A place that a case looks at. */
export interface Checked {
  readonly place: string;
  readonly expected: string;
  readonly found: string;
  readonly agrees: boolean;
}

interface TrialResult {
  readonly checks: readonly Checked[];
  readonly appraisal: Appraisal;
}

/** @throws CaseFault where the case cannot be tried */
export function tried(policy: Policy, { readings, given, expect }: Trial): TrialResult {
  const values = Object.fromEntries(Object.entries(readings).map(([id, value]) => [id, written(value)]));
  const read = withParameters(values, policy);
  const { appraisal, problems } = appraise(packageIn(given, read), [read], historyIn(given, read), {
    lenient: false,
  });
  if (!appraisal)
    throw new CaseFault({
      zh: problems.map(({ message }) => message.zh).join('；'),
      en: problems.map(({ message }) => message.en).join('; '),
    });
  const checks = Object.entries(expect).map(([place, expected]) => {
    const found = lookAt(place, appraisal);
    return { place, expected, found, agrees: agrees(found, expected) };
  });
  return { checks, appraisal };
}

const part = 'contains ';
/** `contains …` asks only for a part of the wording; a number may be written without its commas and zeros. */
const agrees = (found: string, expected: string): boolean =>
  expected.startsWith(part)
    ? found.includes(expected.slice(part.length))
    : found === expected || (isNumber(found) && isNumber(expected) && plainly(found) === plainly(expected));

const isNumber = (text: string): boolean => /^-?\d[\d,]*(?:\.\d+)?$/.test(text);
/** `5,100.50` as `5100.5`. */
const plainly = (number: string): string =>
  number
    .replaceAll(',', '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

const written = (value: string | string[]): WrittenValue =>
  typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;

const always = '2000-01-01';

/** The policy with these parameters set for everybody, from ever; a parameter it lacks is refused. */
export function withParameters(values: Readonly<Record<string, WrittenValue>>, policy: Policy): Policy {
  const parameters = { ...policy.file.parameters };
  for (const [id, value] of Object.entries(values)) {
    const spec = parameters[id];
    if (!spec) throw new CaseFault({ zh: `政策没有参数“${id}”`, en: `no parameter ${id}` });
    if (spec.choices && !spec.choices.includes(String(value)))
      throw new CaseFault({
        zh: `“${id}”没有“${value}”这种读法，可写：${spec.choices.join('、')}`,
        en: `${id}: ${value} is none of ${spec.choices.join(', ')}`,
      });
    const { value: _, 'by-grade': __, 'changed-by-grade': ___, ...said } = spec;
    parameters[id] = { ...said, changed: { [always]: value } };
  }
  return { ...policy, file: { ...policy.file, parameters } };
}

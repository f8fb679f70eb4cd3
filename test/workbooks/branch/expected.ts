/** What the branch's sheets are held against: samples/expected.yaml, worked by hand, as far as these tests look at it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type SampleQuarter, samples } from '../../runs/sample.ts';

export interface ExpectedManager {
  readonly worked: boolean;
  readonly qualifiedGrade: string | null;
  readonly possibleGrade: string | null;
  readonly allowance: { readonly amount: string };
  readonly decision?: { readonly action: string };
  readonly floor?: { readonly observed: string; readonly threshold: string };
  readonly observed?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly completions?: Readonly<
    Record<string, { readonly main: boolean; readonly quarter: { readonly completion: string | null } }>
  >;
}

export const expected = parse(readFileSync(`${samples}expected.yaml`, 'utf8')) as Readonly<
  Record<SampleQuarter, { readonly managers: Readonly<Record<string, ExpectedManager>> }>
>;

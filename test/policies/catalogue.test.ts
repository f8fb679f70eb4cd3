/** The table of every rule of the sources names only what there is: policies, words of them, sheets and cases. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { boxed } from '../engine/support/policy.ts';
import { casesOf } from './case-file.ts';
import { showing } from './shown.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

const words = z.string().min(1);
const rule = z
  .strictObject({
    kind: z.enum(['a', 'b', 'c']),
    says: words,
    policy: words.optional(),
    uses: z.array(words).min(1).optional(),
    sheet: words.optional(),
    case: z.union([words.transform((one) => [one]), z.array(words).min(2)]).optional(),
    person: words.optional(),
    unstated: words.optional(),
  })
  .refine(({ kind, person }) => kind !== 'c' || person !== undefined, 'of kind c: why it is a person’s')
  .refine(
    ({ kind, uses, unstated }) => kind === 'c' || (uses ?? unstated) !== undefined,
    'of kind a or b: what does it, or what no source gives',
  )
  .refine(
    ({ uses, sheet, case: shown }) =>
      (uses === undefined) === (sheet === undefined) && (uses === undefined) === (shown === undefined),
    'uses, sheet and case go together',
  );
const catalogue = z
  .record(words, z.strictObject({ source: words, policy: words.optional(), rules: z.record(words, rule) }))
  .parse(parse(read('src/policies/catalogue.yaml')));

/** Every key of a policy file and every rule, action and the like that it names. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...namesIn(each)]);
}

const known = new Map(
  [
    ...new Set(
      Object.values(catalogue).flatMap(({ policy, rules }) => [
        policy,
        ...Object.values(rules).map((each) => each.policy),
      ]),
    ),
  ].flatMap((policy) => {
    if (policy === undefined) return [];
    const file: unknown = {
      ...parse(read('src/policies/defaults.yaml')),
      ...parse(read(`src/policies/${policy}/policy.yaml`)),
    };
    const cases = casesOf(policy).flatMap(({ name, trials }) =>
      // `11.2(1)② 四级②：…`: the article, then the title.
      trials.map((trial) => ({ title: `${name}.yaml: ${trial.name.zh.replace(/^\S+ /, '')}`, trial })),
    );
    return [[policy, { names: new Set(namesIn(file)), cases, shows: showing(boxed(policy).file) }] as const];
  }),
);

const sheetsInCode = readdirSync(`${root}src/workbooks`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(`src/workbooks/${path}`))
  .join('\n');

const rows = Object.entries(catalogue).flatMap(([source, { policy, rules }]) =>
  Object.entries(rules).map(([id, each]) => [`${source} ${id}`, { policy, ...each }] as const),
);

/** `A1-A3`: A1, A2, A3. */
function numbersIn(range: string): string[] {
  const [, letter, first, last] = /^([A-Z])(\d+)-\1(\d+)$/.exec(range) ?? [];
  expect(letter, range).toBeDefined();
  const length = Number(last) - Number(first) + 1;
  return Array.from({ length }, (_, index) => `${letter}${Number(first) + index}`);
}

test('every number of the sources’ catalogue has its row, and no other', () => {
  const numbers = z.record(words, z.array(words)).parse(parse(read('test/policies/catalogue-numbers.yaml')));
  const all = Object.entries(numbers).flatMap(([source, ranges]) =>
    ranges.flatMap(numbersIn).map((number) => `${source} ${number}`),
  );
  expect(rows.map(([id]) => id).sort()).toEqual(all.sort());
});

describe('what the catalogue names is there', () => {
  test('policies and words of them', () => {
    const absent = rows.flatMap(([id, { policy, uses = [] }]) =>
      uses.filter((name) => !known.get(policy ?? '')?.names.has(name)).map((name) => `${id}: ${name}`),
    );
    expect(absent).toEqual([]);
  });

  test('sheets', () => {
    const absent = rows.flatMap(([id, { policy, sheet }]) =>
      sheet === undefined || sheetsInCode.includes(`'${sheet}'`) || known.get(policy ?? '')?.names.has(sheet)
        ? []
        : `${id}: ${sheet}`,
    );
    expect(absent).toEqual([]);
  });

  test('cases', () => {
    const absent = rows.flatMap(([id, { policy, case: named = [] }]) =>
      named.flatMap((shown) => {
        const [file = '', title = ''] = shown.split(/: (.*)/s);
        const isThere = file.startsWith('test/')
          ? existsSync(`${root}${file}`) && read(file).includes(title)
          : known.get(policy ?? '')?.cases.some(({ title }) => title.startsWith(shown));
        return isThere ? [] : `${id}: ${shown}`;
      }),
    );
    expect(absent).toEqual([]);
  });

  test('each case shows what it stands for, on both sides of its line', () => {
    const astray = rows.flatMap(([id, { policy, case: named = [], uses = [] }]) => {
      const { cases = [], shows } = known.get(policy ?? '') ?? {};
      const trials = cases.flatMap(({ title, trial }) =>
        named.some((each) => title.startsWith(each)) ? trial : [],
      );
      if (trials.length === 0 || shows === undefined) return [];
      const { decided, all } = shows(trials);
      const lacking = uses.filter((name) => !all.has(name));
      const isDecided = uses.some((name) => decided.has(name));
      return [
        ...lacking.map((name) => `${id}: ${name} is not shown by ${named}`),
        ...(isDecided ? [] : [`${id}: ${named} decides nothing of it`]),
      ];
    });
    expect(astray).toEqual([]);
  });
});

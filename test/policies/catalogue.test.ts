/** The table of every rule of the sources names only what there is: policies, words of them, sheets and cases. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

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
    case: words.optional(),
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
    const cases = readdirSync(`${root}src/policies/${policy}/cases`).flatMap((name) =>
      name.endsWith('.yaml')
        ? (parse(read(`src/policies/${policy}/cases/${name}`)).cases as { case: string }[]).map(
            (each) => `${name}: ${each.case}`,
          )
        : [],
    );
    return [[policy, { names: new Set(namesIn(file)), cases }] as const];
  }),
);

const sheetsInCode = readdirSync(`${root}src/workbooks`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(`src/workbooks/${path}`))
  .join('\n');

const rows = Object.entries(catalogue).flatMap(([source, { policy, rules }]) =>
  Object.entries(rules).map(([id, each]) => [`${source} ${id}`, { policy, ...each }] as const),
);

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
    const absent = rows.flatMap(([id, { policy, case: shown }]) => {
      if (shown === undefined) return [];
      const [file = '', title = ''] = shown.split(/: (.*)/s);
      const isThere = file.startsWith('test/')
        ? existsSync(`${root}${file}`) && read(file).includes(title)
        : known.get(policy ?? '')?.cases.some((each) => each.startsWith(shown));
      return isThere ? [] : `${id}: ${shown}`;
    });
    expect(absent).toEqual([]);
  });
});

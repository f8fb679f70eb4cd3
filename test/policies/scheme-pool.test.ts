/** Teams by the day and a branch's pool: every share, line, factor, weight and part as it was worked out apart from the tool. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { simulatedSections } from '../../src/engine/simulation/sections.ts';
import { readPackage } from '../../src/intake/index.ts';
import { type Fact, machineText, operandsOf, type Quantity } from '../../src/model/fact.ts';
import { wordsTogether } from '../../src/model/policy/declared-words.ts';
import { minus, parseRatio, percent, sixPlaces, zero } from '../../src/model/ratio.ts';
import type { SectionEntry } from '../../src/model/section-result.ts';
import { parsePolicy } from '../../src/policy/file.ts';
import { appraised } from '../engine/support/appraised.ts';
import { as, entriesIn, entryOf, expectedOf, figureIn, here, quarterOf } from './scheme.ts';

interface Expected {
  readonly shares: Readonly<Record<string, string>>;
  readonly lines: Readonly<
    Record<'deposits' | 'loans', { readonly figure: string; readonly points: string }>
  >;
  readonly points: string;
  readonly post: string;
  readonly 'bad-rate': string | null;
  readonly quality: string;
  readonly 'fee-factor': string;
  readonly weight: string;
  readonly 'share-of-pool': string;
}

const scheme = '4-branch-pool';
const appraisal = await quarterOf(scheme, '2026Q3');
const { managers, branches, nobody, notAppraised } = expectedOf(scheme).periods['2026Q3'];

const partsOf = (fact: Fact | undefined): readonly Fact[] =>
  fact?.origin.kind === 'calculation' ? operandsOf(fact.origin.how) : [];

const quantityIn = (entry: SectionEntry, id: string): Quantity | null =>
  entry.figures.find((figure) => figure.id === id)?.fact.quantity ?? null;

/** Of each customer of a figure by the assignments: the running share up to the manager's part less the one before it. */
const sharesIn = (entry: SectionEntry, id: string) =>
  Object.fromEntries(
    partsOf(entry.figures.find((figure) => figure.id === id)?.fact).flatMap((part) => {
      const [after, before = zero] = partsOf(part).flatMap(({ quantity }) =>
        quantity?.kind === 'ratio' ? quantity.value : [],
      );
      return after
        ? [[part.origin.kind === 'calculation' && part.origin.title.zh, sixPlaces(minus(after, before))]]
        : [];
    }),
  );

/** As people read them. */
const inPercent = (shares: Expected['shares']) =>
  Object.values(shares).map((share) => percent(parseRatio(share)));

test('who is appraised', () => {
  const subjects = entriesIn(appraisal, 'pool').map(({ subject }) => subject);
  expect(subjects).toEqual([...Object.keys(managers), ...Object.keys(branches)]);
  expect(appraisal.notAppraised.map(({ managerId }) => managerId)).toEqual(notAppraised);
});

test.each(Object.entries<Expected>(managers))('%s', (manager, expected) => {
  const [team, points, pool] = ['teams', 'points', 'pool'].map((section) =>
    entryOf(appraisal, section, manager),
  );
  if (!team || !points || !pool) throw new Error('no section');
  const line = (id: string) => ({ figure: figureIn(points, `${id}.figure`), points: figureIn(points, id) });
  const rate = figureIn(pool, 'weight.times-2.figure');
  const of = (id: string, written: string | null) => as(written, quantityIn(pool, id));
  expect({
    shares: sharesIn(points, 'deposits.figure'),
    lines: { deposits: line('deposits'), loans: line('loans') },
    points: figureIn(points, 'total'),
    post: of('weight.times-1', expected.post),
    'bad-rate': expected['bad-rate'] === null && rate === 'unknown' ? null : rate,
    quality: of('weight.times-2', expected.quality),
    'fee-factor': of('weight.times-3', expected['fee-factor']),
    weight: of('weight', expected.weight),
    'share-of-pool': figureIn(pool, 'share'),
  }).toEqual(expected);
  expect(team.lines.map(({ says }) => /\d+\.\d\d %/.exec(says.zh)?.[0])).toEqual(inPercent(expected.shares));
  // The parts listed are those that are counted.
  expect([figureIn(team, 'deposits'), figureIn(team, 'loans')]).toEqual([
    expected.lines.deposits.figure,
    expected.lines.loans.figure,
  ]);
});

test.each(Object.entries<Readonly<Record<string, string>>>(branches))('%s', (branch, expected) => {
  const entry = entryOf(appraisal, 'pool', branch);
  expect({
    pool: figureIn(entry, 'pool'),
    weights: as(expected.weights ?? null, quantityIn(entry, 'weights')),
    divided: figureIn(entry, 'share'),
    undivided: figureIn(entry, 'undivided'),
  }).toEqual(expected);
  expect(entry.managerId).toBe(null);
});

test('what was nobody’s stands on the branch’s sheet alone', () => {
  const found = entriesIn(appraisal, 'teams').filter(({ verdict }) => verdict?.id === 'nobody');
  expect(
    Object.fromEntries(
      found.map((entry) => [
        entry.subject,
        { deposits: figureIn(entry, 'deposits'), loans: figureIn(entry, 'loans') },
      ]),
    ),
  ).toEqual(nobody);
  expect(found.map(({ managerId, lines }) => [managerId, lines.map(({ says }) => says.zh)])).toEqual([
    [null, ['2026-08-01 – 2026-08-31']],
  ]);
});

test('the shares of a branch whose weight is open say whose; of the others nobody reads who', () => {
  expect(entryOf(appraisal, 'pool', '港口支行').missing.map(({ key }) => key)).toEqual([
    'D08:metric:中间业务计划完成率',
  ]);
  const [own] = entryOf(appraisal, 'pool', 'D07').missing;
  expect(own?.text.zh).not.toContain('D08');
});

test('a figure by the assignments names each customer with its running shares, and the others by their own rows', () => {
  const fact = entryOf(appraisal, 'points', 'D02').figures.find(({ id }) => id === 'deposits.figure')?.fact;
  const [own, first, second] = partsOf(fact);
  // K7 is in no assignment: its row alone. K1 lies between 70 % and 85 %, K2 begins at 0.
  const rows = own?.origin.kind === 'rows' ? own.origin.rows.list() : [];
  expect(rows.map(({ table, rows: found }) => [table, found.map(({ row }) => row)])).toEqual([
    ['deposits', [8]],
  ]);
  expect(
    [first, second].map((part) => partsOf(part).map(({ quantity }) => quantity && machineText(quantity))),
  ).toEqual([
    ['10000000.01', '0.850000', '10000000.01', '0.700000'],
    ['6000000.00', '0.500000'],
  ]);
});

test('only measures that are credited by the assignments have parts to list', () => {
  const text = readFileSync(here(`${scheme}/policy.yaml`), 'utf8');
  const without = text.replace('    assigned: { lead: lead-part }\n', '');
  const { problems } = parsePolicy(Buffer.from(without), 'policy.yaml');
  const row = without.split('\n').findIndex((line) => line.includes('measures: [deposits, loans]')) + 1;
  expect(problems.map(({ code, at, message }) => [code, at.row, message.en])).toEqual([
    ['policy.invalid', row, expect.stringContaining('sections.teams.measures.0')],
  ]);
});

/** The pool section under the policy as it is, and as it would be with something else in a place of it. */
async function simulated(before: string, after: string) {
  const text = readFileSync(here(`${scheme}/policy.yaml`), 'utf8').replace(before, after);
  const { policy } = parsePolicy(Buffer.from(text), 'policy.yaml');
  if (!policy) throw new Error('errors');
  const pkg = await readPackage(here(`${scheme}/2026Q3`), { declared: wordsTogether([policy]) });
  const [pool] = simulatedSections(appraisal, appraised(pkg, { policy })).filter(({ id }) => id === 'pool');
  return pool;
}

test('another price of loans moves shares, not what is parted in total, each counted once', async () => {
  const pool = await simulated('value: 1.5\n', 'value: 2\n');
  const divided = Object.values<{ divided: string }>(branches).flatMap(({ divided: each }) =>
    each === 'unknown' ? [] : BigInt(each.replace('.', '')),
  );
  const sum = divided.reduce((all, each) => all + each, 0n);
  const [share] = pool?.totals.filter(({ id }) => id === 'share') ?? [];
  expect([share?.before.known, share?.after.known]).toEqual([sum, sum]);
  const moved = pool?.entries.filter(({ figures }) => figures.some(({ id }) => id === 'share')) ?? [];
  expect(moved.length).toBeGreaterThan(2);
});

test('where the pools themselves differ, each is counted once, and its parts once', async () => {
  const pool = await simulated('value: 100\n', 'value: 50\n');
  const totals = pool?.totals.map(({ id, before, after }) => [id, before.known, after.known]);
  // 118,524.00 + 46,575.57 + 30,000.00; 237,048.00 + 45,000.55 × 103.5 ÷ 50 + 60,000.00. Of the last nothing is parted.
  expect(totals).toEqual([
    ['share', 16_509_957n, 33_019_914n],
    ['pool', 19_509_957n, 39_019_914n],
  ]);
});

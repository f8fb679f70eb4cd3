/** What rests on a value that no source gives says so: on the sheets, in an explanation, in results.json. */
import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { explanationOf } from '../../src/archive/explain.ts';
import { resolveExplanation } from '../../src/archive/explained.ts';
import { resultsOf } from '../../src/archive/results-json.ts';
import { nodeOf } from '../../src/cli/explain-parts.ts';
import { sectionsOf } from '../../src/cli/explain-tree.ts';
import { tree } from '../../src/cli/table.ts';
import type { Appraisal, ManagerAppraisal } from '../../src/model/appraisal.ts';
import { decisionOf, floorOf, gradesOf, warningsOf } from '../../src/model/entries.ts';
import type { Finding } from '../../src/model/judgement.ts';
import { assumedIn, assumedWords } from '../../src/model/statements/assumed.ts';
import { within } from '../../src/model/walk.ts';
import { basisOf, raisedWarnings } from '../../src/workbooks/index.ts';
import { gradeRegulation } from '../engine/support/policy.ts';
import { open, rowsOf } from '../spreadsheet/read.ts';
import { managerWorkbook } from './made.ts';
import { context, inChain, withSections } from './quarter.ts';

const { file } = gradeRegulation;
const marked = Object.entries(file.parameters).flatMap(([id, { assumption }]) => (assumption ? id : []));
const allMarked = {
  ...gradeRegulation,
  file: {
    ...file,
    parameters: Object.fromEntries(
      Object.entries(file.parameters).map(([id, spec]) => [id, { ...spec, assumption: true as const }]),
    ),
  },
};

const wholesOf = (appraised: ManagerAppraisal): Finding[] => [
  ...gradesOf(appraised).flatMap(({ rules }) => rules),
  ...warningsOf(appraised).map(({ finding }) => finding),
  ...[floorOf(appraised) ?? []].flat(),
  ...(decisionOf(appraised)?.considered ?? []),
];
const isIn = ({ outcome, by }: Finding): boolean => outcome !== 'not-applicable' || by.kind !== 'scope';
const annual = inChain('2026Q4');

test('a finding names every value that it was held against', () => {
  let held = 0;
  for (const appraised of inChain('2026Q4', { policies: [allMarked] }).managers)
    for (const whole of wholesOf(appraised))
      for (const { threshold } of within(whole).filter(isIn))
        if (threshold?.origin.kind === 'parameter') {
          held += 1;
          expect(assumedIn([whole]).map(({ parameter }) => parameter)).toContain(threshold.origin.parameter);
        }
  expect(held).toBeGreaterThan(100);
});

test('every value of the regulation that no source gives is said by the rules that rest on it', () => {
  const rules = new Map<string, Set<string>>();
  for (const whole of annual.managers.flatMap(wholesOf).flatMap(within))
    for (const { parameter } of whole.assumed)
      rules.set(parameter, (rules.get(parameter) ?? new Set()).add(whole.rule ?? ''));
  // Who is appraised at all is no rule.
  expect([...rules.keys()].sort()).toEqual(marked.filter((id) => id !== 'appraised-series').sort());
  const ofRule = (rule: string) => [...rules].flatMap(([id, of]) => (of.has(rule) ? id : [])).sort();
  const products = ['off-balance-products', 'on-balance-products'];
  expect(ofRule('loans')).toEqual(products);
  expect(ofRule('admonition.decline')).toEqual(['decline-main-share', ...products]);
  expect(ofRule('admonition.credit-month')).toEqual(['acceptance-products', 'credit-month-days']);
  expect(ofRule('notice.no-customers')).toEqual(['managing-none']);
  expect(ofRule('notice.portfolio')).toEqual(products);
  expect(ofRule('deposits')).toEqual([]);
  expect(ofRule('tenure')).toEqual([]);
});

const [manager] = annual.managers;
if (manager === undefined) throw new Error('nobody is appraised');
const saidOf = (finding: Finding): string => assumedWords(finding.assumed)[0]?.zh ?? '';

test('on the sheets: beside each rule, and that there are some on the first page', async () => {
  const book = open(await managerWorkbook(manager, annual, context, 'zh'));
  const textOn = (sheet: string) => rowsOf(book, sheet).map((row) => row.join('|'));
  for (const [sheet, findings] of [
    ['预警', warningsOf(manager).map(({ finding }) => finding)],
    ['等级测算', gradesOf(manager).flatMap(({ rules }) => rules)],
  ] as const) {
    const lines = textOn(sheet).filter((line) => line.includes('假设（条文未给出）：'));
    const said = findings
      .flatMap(within)
      .map(saidOf)
      .filter((each) => each !== '');
    expect(said.length).toBeGreaterThan(3);
    expect(lines).toHaveLength(said.length);
    for (const each of said) expect(lines.some((line) => line.includes(each))).toBe(true);
  }
  // Whatever room the page has: the remarks name them.
  expect(textOn('考核结果').join()).toContain('含假设，见各条说明');
});

test('what a warning rests on, in a few words: a mark that something is assumed, not its text', () => {
  const spoken = annual.managers.flatMap((each) => raisedWarnings(warningsOf(each), annual.policy));
  const [assuming, others] = [true, false].map((is) =>
    spoken.filter(({ finding }) => assumedIn([finding]).length > 0 === is).map((each) => basisOf(each).zh),
  );
  expect(assuming?.length).toBeGreaterThan(0);
  for (const basis of assuming ?? []) expect(basis).toMatch(/(^|；)含假设$/);
  for (const basis of others ?? []) expect(basis).not.toContain('假设');
});

test('in an explanation, and in results.json', () => {
  const opened = resolveExplanation(explanationOf(annual, manager));
  const told = sectionsOf(opened, 'zh', new Chalk({ level: 0 })).flatMap(({ parts }) =>
    tree(parts.map(nodeOf)),
  );
  const count = (text: string) => told.filter((line) => line.endsWith(text)).length;
  const findings = wholesOf(manager).flatMap(within);
  for (const said of new Set(findings.map(saidOf)))
    if (said !== '')
      expect(count(said)).toBeGreaterThanOrEqual(findings.filter((each) => saidOf(each) === said).length);

  const result = resultsOf(annual).managers[0];
  for (const warning of result?.warnings ?? []) {
    const own = warningsOf(manager).find(({ rule }) => rule === warning.rule);
    expect(warning.assumed ?? []).toEqual(
      own ? assumedIn([own.finding]).map(({ parameter }) => parameter) : [],
    );
  }
  const education = result?.grades[0]?.rules.find(({ rule }) => rule === 'education');
  expect(education?.assumed).toEqual(['education-college', 'education-below', 'title-none']);
});

test('a section names what its policy assumes', () => {
  const { schemes }: Appraisal = withSections();
  for (const { policy, sections } of schemes)
    for (const { id, assumed } of sections) {
      const known = policy.parameters.filter(({ assumption }) => assumption).map((each) => each.id);
      expect(known, id).toEqual(expect.arrayContaining(assumed.map(({ parameter }) => parameter)));
    }
  expect(schemes.flatMap(({ sections }) => sections).some(({ assumed }) => assumed.length > 0)).toBe(true);
});

/**
 * The problems that no package of inputs makes as it lies there: of a file that changes meanwhile, of a policy file, of the archived quarters, of what the engine finds.
 * Each by its code, with the smallest thing that makes it.
 */
import { appendFileSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pastBehind, pastOf, readRun } from '../../src/archive/index.ts';
import { placeProblems } from '../../src/archive/place-problems.ts';
import { archiveProblems } from '../../src/archive/problems.ts';
import { caseProblems, readCases } from '../../src/cases/case-file.ts';
import { goneProblems, noLongerExported } from '../../src/engine/gone.ts';
import { appraise } from '../../src/engine/index.ts';
import { chainProblems } from '../../src/engine/unjudged.ts';
import type { Progress } from '../../src/intake/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Policy } from '../../src/model/policy.ts';
import { listed } from '../../src/model/problem-list.ts';
import { systemProblem, systemProblems } from '../../src/model/system-fault.ts';
import { defaultWords, loadPolicy, parsePolicy, policyProblems } from '../../src/policy/file.ts';
import { parameterProblems, parametersInForce } from '../../src/policy/parameters.ts';
import { archivedRun, emptyRecord } from '../archive/chain.ts';
import { systemFault } from '../archive/system-fault.ts';
import { temporaryFolder } from '../archive/temporary.ts';
import { packageOf } from '../engine/support/package.ts';
import { gradeRegulation } from '../engine/support/policy.ts';
import { readPackage } from '../intake/read.ts';
import { atOneRow, changedPolicy } from './changed-policy.ts';
import { ofClosing, problemsOfClosing } from './of-closing.ts';
import { ofCommands, problemsOfCommands } from './of-commands.ts';

export const otherProblems = [
  caseProblems,
  policyProblems,
  parameterProblems,
  goneProblems,
  chainProblems,
  archiveProblems,
  systemProblems,
  placeProblems,
  ...problemsOfCommands,
  ...problemsOfClosing,
].flatMap((group) => Object.values(group).map(({ code, severity }) => ({ code, severity })));

type Make = () => Promise<readonly Diagnostic[]>;

const parsed = (before: string, after: string) => parsePolicy(changedPolicy(before, after), 'my-policy.yaml');
const customerLine = 'value: "CNY 500,000"';

function inForce(after: string): readonly Diagnostic[] {
  const { policy, problems } = parsed(customerLine, after);
  return atOneRow(
    policy === null ? problems : parametersInForce(policy satisfies Policy, '2026-09-30').problems,
  );
}

/** Two quarters, the second run on the first. */
function chain(): string {
  const place = temporaryFolder();
  const previous = archivedRun(place, '2026Q1');
  archivedRun(place, '2026Q2', { previous });
  return place;
}
async function after(change: (place: string) => void, period = '2026Q3'): Promise<Diagnostic[]> {
  const place = chain();
  change(place);
  const { problems, remarks } = await pastOf(period, [place], null);
  return [...problems, ...remarks];
}

/** A fault as the system reports it to a program that opens a file. */
const refused = (code: string): Make => {
  return async () => [systemProblem(systemFault(code), { file: '2026Q3/存款.xlsx' })];
};

/** Where a result goes, and where one is kept that could not. What makes these problems is tested beside the code. */
const resultPlace = { file: 'results/2026Q3' };
const keptResult = 'results/.2026Q3.1f2e3d4c.new';

/** What an archived quarter had of accounts, and this one has not. */
function goneAccounts(count: number): Diagnostic[] {
  const accounts = Array.from({ length: count }, (_, index) => `A${index + 1}`);
  const { exported } = emptyRecord('2026Q2');
  const record = { ...emptyRecord('2026Q2'), exported: { ...exported, accounts } };
  return noLongerExported(packageOf({ roster: [{}] }, { period: '2026Q3' }), [record]);
}

/** A case file with these lines in its case. */
const casesOf = (lines: string) =>
  readCases(
    Buffer.from(`topic: { zh: 示例, en: an example }\ncases:\n  - case: 例\n    article: "11"\n${lines}\n`),
    'policy.cases.yaml',
  );

export const others: Readonly<Record<string, Make>> = {
  ...ofCommands,
  ...ofClosing,
  'system.permission': refused('EACCES'),
  'system.read-only': refused('EROFS'),
  'system.in-use': refused('EBUSY'),
  'system.full': refused('ENOSPC'),
  'system.name-too-long': refused('ENAMETOOLONG'),
  'system.missing': refused('ENOENT'),
  'system.below-a-file': refused('ENOTDIR'),
  'system.a-folder': refused('EISDIR'),
  'system.link-loop': refused('ELOOP'),
  'system.not-a-file': refused('ENXIO'),
  'system.unreachable': refused('EHOSTUNREACH'),
  'system.device': refused('EIO'),
  'system.exhausted': refused('EMFILE'),
  'system.other': refused('EINVAL'),
  'cell.unknown-grade': async () => {
    const declared = { ...defaultWords(), anyGrade: true };
    return (await readPackage(`${here}cell.unknown-grade/package`, { declared })).problems;
  },
  'file.link': async () => {
    const folder = join(temporaryFolder(), '2026Q3');
    mkdirSync(folder);
    writeFileSync(join(folder, '..', '存款-导出.csv'), '');
    symlinkSync('../存款-导出.csv', join(folder, '存款.csv'));
    return (await readPackage(folder)).problems;
  },
  'text.too-long': async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'package.yaml'), `# ${'x'.repeat(1024 * 1024)}`);
    return (await readPackage(folder)).problems;
  },
  'file.changed': async () => {
    const folder = join(temporaryFolder(), '2026Q3');
    const file = join(folder, '存款.csv');
    mkdirSync(folder);
    writeFileSync(file, '1');
    const onProgress = ({ done, of }: Progress) => done >= of / 2 && writeFileSync(file, '2');
    return (await readPackage(folder, { onProgress })).problems;
  },
  'case.not-yaml': async () => casesOf('cases: [').problems,
  'case.invalid': async () => casesOf('    expects: { qualified: second }').problems,
  'policy.not-found': async () => (await loadPolicy('grade-regulaton')).problems,
  'policy.not-yaml': async () => parsed('edition:', 'edition: [').problems,
  'policy.invalid': async () => parsed('edition:', 'editon:').problems,
  'policy.not-in-force': async () => inForce('changed: { 2027-01-01: "CNY 500,000" }'),
  'policy.unreadable-value': async () => inForce(customerLine.replace('CNY', 'EUR')),
  'export.gone': async () => goneAccounts(1),
  'rows.more-notes': async () => listed(goneAccounts(22)),
  'place.busy': async () => [
    placeProblems.busy(resultPlace, { process: 'PC-012, 4321', lock: 'results/.2026Q3.lock' }),
  ],
  'place.open': async () => [placeProblems.open(resultPlace, { files: ['branch-summary.xlsx'] })],
  'place.changed': async () => [
    placeProblems.changed(resultPlace, { names: ['letter.docx'], kept: keptResult, old: null }),
  ],
  'place.not-moved': async () => [
    placeProblems.notMoved(resultPlace, {
      code: 'EPERM',
      kept: keptResult,
      old: keptResult.replace('.new', '.old'),
    }),
  ],
  'place.not-removed': async () => [
    placeProblems.notRemoved(resultPlace, { folder: keptResult.replace('.new', '.old') }),
  ],
  'place.aside': async () => [placeProblems.aside(resultPlace, { folder: keptResult })],
  'place.long-path': async () => [placeProblems.longPath(resultPlace, { longest: 240, limit: 218 })],
  'chain.missing': async () =>
    appraise(packageOf({ roster: [{}] }, { period: '2026Q3' }), [gradeRegulation], [], { lenient: false })
      .problems,
  'archive.no-run': async () => {
    const place = join(temporaryFolder(), 'letters');
    mkdirSync(place);
    return (await pastOf('2026Q3', [place], null)).remarks;
  },
  'archive.unreadable': () => after((place) => writeFileSync(join(place, '2026Q2', 'manifest.json'), '{')),
  'archive.missing-file': () => after((place) => rmSync(join(place, '2026Q2', 'next-quarter.json'))),
  'archive.changed-file': () =>
    after((place) => appendFileSync(join(place, '2026Q2', 'next-quarter.json'), ' ')),
  'archive.wrong-period': async () => {
    const place = temporaryFolder();
    archivedRun(place, '2026Q2', { record: emptyRecord('2026Q1') });
    return (await pastOf('2026Q3', [place], null)).problems;
  },
  'archive.twice': () =>
    after((place) => cpSync(join(place, '2026Q1'), join(place, 'copy'), { recursive: true })),
  'archive.corrected': async () => {
    const place = temporaryFolder();
    const replaces = archivedRun(place, '2026Q1');
    archivedRun(place, '2026Q1', { replaces, folder: '2026Q1-corrected' });
    return (await pastOf('2026Q2', [place], null)).remarks;
  },
  'archive.later': () => after(() => {}, '2026Q1'),
  'archive.broken-chain': () =>
    after((place) => appendFileSync(join(place, '2026Q1', 'manifest.json'), '\n')),
  'archive.not-found': async () => {
    const place = chain();
    rmSync(join(place, '2026Q1'), { recursive: true });
    const run = await readRun(join(place, '2026Q2'));
    if (run === null || run.value === null) throw new Error('the run is not readable');
    return (await pastBehind(run.value, [place])).problems;
  },
  'archive.wrong-order': async () => {
    const place = temporaryFolder();
    archivedRun(place, '2026Q1');
    archivedRun(place, '2026Q2');
    return (await pastOf('2026Q3', [place], null)).problems;
  },
};

export const here = fileURLToPath(new URL('.', import.meta.url));

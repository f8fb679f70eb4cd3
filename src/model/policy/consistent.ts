/** What a policy file's keys ask of each other, beyond the form of each. */

import type { Rule } from '../conditions/index.ts';
import { choicesWithoutContest } from '../sections/champions.ts';
import { verdictsOf } from '../sections/verdicts.ts';
import { weightProblems } from '../sections/weights.ts';
import type { Text } from '../text.ts';

/** What the file's own keys declare goes by these ids among the sections of a run. */
const ownSections: readonly string[] = [
  ...['floor', 'grades', 'targets', 'warnings', 'watch-list', 'unassigned', 'allowance', 'decisions'],
];
const ofItsOwn: Text = {
  zh: '应为别的名称：制度的同名项已用此名',
  en: 'another name: a key of the policy has this one',
};
const ofAnotherRow: Text = { zh: '应为另一行的 action', en: 'the action of another row' };

const noSuchResult: Text = {
  zh: '应为该专项的一个结果、等级、名次、档次或级别的代码',
  en: 'the id of a result, grade, rank, band or level of that section',
};

/** Without it nothing says whose deposits a rule's own line of customers is held against. */
const besideCounted: Text = {
  zh: '有 counted-customers 才能写：由它说明以哪项存款为准',
  en: 'only beside counted-customers, which says by which deposits customers are counted',
};

const contestForEach: Text = {
  zh: '读法的每个选项都要有一项比较',
  en: 'a contest for each choice of the reading',
};

type Path = readonly (string | number)[];

const withSince: Text = {
  zh: '有 since 才能写：由它说明取值从哪天起有效',
  en: 'only beside since, which says from which day on values are in force',
};

const oneDestination: Text = {
  zh: '`to` 与 `to-reading` 写且只写一个',
  en: 'exactly one of `to` and `to-reading`',
};

const byAssignments: Text = {
  zh: '应为按管户分配计的指标口径（写有 assigned）',
  en: 'a measure that is credited by the assignments (assigned)',
};

const withOwnSheet: Text = {
  zh: '应为自己有一张表的名单',
  en: 'a list that has a sheet of its own',
};

interface Fault {
  readonly path: Path;
  readonly says: Text;
}

type Written = Parameters<typeof weightProblems>[0] & {
  readonly decisions: readonly {
    readonly action: string;
    readonly alternative?: string | undefined;
    readonly to?: string | undefined;
    readonly 'to-reading'?: string | undefined;
  }[];
  readonly 'counted-customers'?: unknown;
  readonly 'warning-lists': Readonly<Record<string, { readonly on?: string | undefined }>>;
  readonly measures: Readonly<Record<string, { readonly assigned?: unknown }>>;
};

/** Where a policy file that has the right form contradicts itself. */
export const faultsIn = (file: Written): Fault[] => [
  ...saidAt(choicesWithoutContest(file.sections, file.parameters), contestForEach),
  ...saidAt(file['counted-customers'] === undefined ? ownCustomerLines(file) : [], besideCounted),
  ...saidAt(file.since === undefined ? valuesWithoutDay(file) : [], withSince),
  ...saidAt(withoutDestination(file), oneDestination),
  ...saidAt(alternativesToNothing(file), ofAnotherRow),
  ...saidAt(
    Object.keys(file.sections)
      .filter((each) => ownSections.includes(each))
      .map((section) => ['sections', section]),
    ofItsOwn,
  ),
  ...saidAt(notByAssignments(file), byAssignments),
  ...saidAt(onNoSheet(file), withOwnSheet),
  ...saidAt(unknownResults(file, file.sections), noSuchResult),
  ...weightProblems(file),
];

const saidAt = (paths: readonly Path[], says: Text): Fault[] => paths.map((path) => ({ path, says }));

/** Where a section lists the parts of a measure that is not parted. */
const notByAssignments = ({ sections, measures }: Written): Path[] =>
  Object.entries(sections).flatMap(([id, spec]) =>
    spec.kind !== 'assigned'
      ? []
      : spec.measures.flatMap((measure, index) =>
          measures[measure]?.assigned === undefined ? [['sections', id, 'measures', index]] : [],
        ),
  );

/** Where a list is to stand on another that has no sheet. */
const onNoSheet = ({ 'warning-lists': lists }: Written): string[][] =>
  Object.entries(lists).flatMap(([id, { on }]) =>
    on !== undefined && lists[on]?.on !== undefined ? [['warning-lists', id, 'on']] : [],
  );

/** Where a rule asks a section for what it cannot come to. */
function unknownResults(value: unknown, sections: Written['sections'], path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (key !== 'section-result') return unknownResults(inner, sections, at);
    const { section, is } = inner as NonNullable<Rule['section-result']>;
    const spec = sections[section];
    const known = spec ? verdictsOf(spec).map(({ id }) => id) : is;
    return is.flatMap((id, index) => (known.includes(id) ? [] : [[...at, 'is', index]]));
  });
}

/** Where a value stands without its day. */
const valuesWithoutDay = ({ parameters }: Written): string[][] =>
  Object.entries(parameters).flatMap(([id, spec]) =>
    (['value', 'by-grade'] as const)
      .filter((key) => spec[key] !== undefined)
      .map((key) => ['parameters', id, key]),
  );

/** Where a rule counts customers by a line of its own. */
function ownCustomerLines(value: unknown, path: Path = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'customers-at-least' in value;
  return [
    ...(own ? [[...path, 'customers-at-least']] : []),
    ...Object.entries(value).flatMap(([key, inner]) =>
      ownCustomerLines(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

/** Where a row does not say where it leads, or says it twice. */
const withoutDestination = ({ decisions, sections }: Written): (string | number)[][] =>
  [
    { rows: decisions, at: ['decisions'] },
    ...Object.entries(sections).map(([section, spec]) => ({
      rows: spec.kind === 'proposals' ? spec.decisions : [],
      at: ['sections', section, 'decisions'],
    })),
  ].flatMap(({ rows, at }) =>
    rows.flatMap((row, index) =>
      (row.to === undefined) === (row['to-reading'] === undefined) ? [[...at, index]] : [],
    ),
  );

/** Where a row leaves the choice between its action and one that no row proposes. */
const alternativesToNothing = ({ decisions }: Written): (string | number)[][] =>
  decisions.flatMap(({ alternative }, index) =>
    alternative === undefined || decisions.some(({ action }) => action === alternative)
      ? []
      : [['decisions', index, 'alternative']],
  );

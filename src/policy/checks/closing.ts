/**
 * What a policy's own `closing` names is declared. The one of defaults.yaml names more than any policy has, and what a policy
 * does not declare of it is left out.
 */
import { closest } from 'fastest-levenshtein';
import { declaredAs } from '../../model/reference.ts';
import { tables } from '../../model/tables/index.ts';
import type { Text } from '../../model/text.ts';
import type { Path } from '../place.ts';
import { lintProblems } from '../problems.ts';
import type { Check } from './looking.ts';

/** An id, where it stands, and what it may be. */
interface Named {
  readonly id: string | undefined;
  readonly path: Path;
  readonly of: Declared;
}
interface Declared {
  readonly what: Text;
  readonly known: readonly string[];
}

type File = Parameters<Check>[0]['file'];

export const closing: Check = ({ file, ownKeys, placeOf }) =>
  (ownKeys.has('closing') ? namesIn(file) : []).flatMap(({ id, path, of: { what, known } }) =>
    id === undefined || known.includes(id)
      ? []
      : [
          lintProblems.notDeclared(placeOf(['closing', ...path]), {
            ...{ what, id, nearest: known.length === 0 ? null : closest(id, [...known]) },
          }),
        ],
  );

function namesIn({ closing: rules, ...file }: File): Named[] {
  const ids = (declared: object): string[] => Object.keys(declared);
  const level = { what: declaredAs.warningLevels, known: ids(file['warning-levels']) };
  // A level without a list has one under its own name.
  const list = { what: declaredAs.warningLists, known: [...ids(file['warning-lists']), ...level.known] };
  const event = { what: declaredAs.eventKinds, known: ids(file['event-kinds']) };
  const parameter = { what: declaredAs.parameters, known: ids(file.parameters) };
  const status = { what: { zh: '状态', en: 'status' }, known: ids(file.statuses) };
  const letter = { what: { zh: '函件', en: 'letter' }, known: ids(rules.letters) };
  const trainee = {
    what: { zh: '见习类别', en: 'type of trainee' },
    known: tables.roster.columns.trainee_type.choices.map(({ id }) => id),
  };
  const action = { what: { zh: '聘任建议', en: 'action of a proposal' }, known: actionsIn(file) };
  const { warnings, lifting, appointments, liability, traineeship } = rules;
  const each = (values: readonly string[], path: Path, of: Declared): Named[] =>
    values.map((id, index) => ({ id, path: [...path, index], of }));
  const consequences = (
    of: Readonly<Record<string, { leaves?: string | undefined; letter?: string | undefined }>>,
    path: Path,
  ): Named[] =>
    Object.entries(of).flatMap(([key, spec]) => [
      { id: spec.leaves, path: [...path, key, 'leaves'], of: status },
      { id: spec.letter, path: [...path, key, 'letter'], of: letter },
    ]);
  return [
    ...each(warnings.levels, ['warnings', 'levels'], level),
    ...each(warnings.lists, ['warnings', 'lists'], list),
    { id: warnings.letter, path: ['warnings', 'letter'], of: letter },
    ...Object.entries(warnings.measures).map(([key, { records }]) => ({
      ...{ id: records, path: ['warnings', 'measures', key, 'records'], of: event },
    })),
    ...consequences(warnings.measures, ['warnings', 'measures']),
    { id: lifting?.months, path: ['lifting', 'months'], of: parameter },
    { id: appointments?.letter, path: ['appointments', 'letter'], of: letter },
    // An action with a title of its own may be decided though no row proposes it.
    ...Object.entries(appointments?.actions ?? {}).flatMap(([id, { title }]): Named[] =>
      title === undefined ? [{ id, path: ['appointments', 'actions', id], of: action }] : [],
    ),
    ...consequences(appointments?.actions ?? {}, ['appointments', 'actions']),
    ...each(liability?.levels ?? [], ['liability', 'levels'], level),
    ...Object.entries(traineeship?.months ?? {}).flatMap(([type, id]): Named[] => [
      { id: type, path: ['traineeship', 'months', type], of: trainee },
      { id, path: ['traineeship', 'months', type], of: parameter },
    ]),
  ];
}

const actionsIn = ({ decisions, sections }: Pick<File, 'decisions' | 'sections'>): string[] =>
  [
    ...decisions,
    ...Object.values(sections).flatMap((spec) => (spec.kind === 'proposals' ? spec.decisions : [])),
  ].map(({ action }) => action);

/** A sheet for each section of the policies, whatever its kind: how many came to which verdict, by branch. */
import type { Outcome } from '../../model/outcome.ts';
import {
  type RolledBranch,
  type RolledSection,
  type RolledSectionTitles,
  type Rollup,
  verdictsIn,
} from '../../model/rollup.ts';
import type { Text } from '../../model/text.ts';
import { whole, words, yuan } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import type { Sheet } from '../../spreadsheet/sheet.ts';
import { articleIn } from '../sections/words.ts';
import { outcomeMarks } from '../words.ts';
import { at, branchColumn, opening } from './view.ts';

const w = {
  all: { zh: '人数或机构数', en: 'Managers or units' },
  unknownPaid: { zh: '未知（项）', en: 'Unknown' },
} as const satisfies Record<string, Text>;

const without = ['unknown', 'not-applicable'] as const satisfies readonly Outcome[];

/** A branch whose run has no such section is left blank. */
const of = (branch: RolledBranch, key: string): RolledSection | undefined => branch.sections[key];

const counted = (
  id: string,
  title: Text,
  key: string,
  count: (section: RolledSection) => number,
): Column<RolledBranch> =>
  column(id, title, { width: [8, 14], total: true }, (branch) => {
    const section = of(branch, key);
    return whole(section ? count(section) : null);
  });

const countColumns = (rollup: Rollup, key: string, titles: RolledSectionTitles): Column<RolledBranch>[] => [
  counted('all', w.all, key, ({ entries }) => entries),
  ...verdictsIn(rollup, key, titles).map(({ id, title }) =>
    counted(`verdict-${id}`, title, key, ({ verdicts }) => at(verdicts, id)),
  ),
  ...without.map((outcome) =>
    counted(`no-${outcome}`, outcomeMarks[outcome].text, key, (section) => at(section.without, outcome)),
  ),
];

/** Titles go to somebody each, by whose ids they are named. */
const winnerColumns = (key: string, { subjects }: RolledSectionTitles): Column<RolledBranch>[] =>
  subjects.map(({ id, title }) =>
    column(`title-${id}`, title, [12, 24], (branch) => {
      const section = of(branch, key);
      return words(section ? (section.of[id] ?? outcomeMarks.unknown.text) : null);
    }),
  );

const paidColumns = (key: string, { paid }: RolledSectionTitles): Column<RolledBranch>[] =>
  paid === null
    ? []
    : [
        column('paid', paid, { width: [12, 18], total: true }, (branch) => {
          const sum = of(branch, key)?.paid;
          return yuan(sum?.known ?? null, { look: 'strong', tone: sum?.unknown ? 'open' : undefined });
        }),
        column(
          'paid-unknown',
          w.unknownPaid,
          {
            width: [8, 10],
            total: true,
            when: (branches) => branches.some((branch) => (of(branch, key)?.paid?.unknown ?? 0) > 0),
          },
          (branch) => whole(of(branch, key)?.paid?.unknown ?? null),
        ),
      ];

export const sectionSheets = (rollup: Rollup): Sheet[] =>
  [...rollup.titles.sections]
    .filter(([key]) => rollup.branches.some((branch) => of(branch, key) !== undefined))
    .map(([key, titles], index): Sheet => {
      const id = `section-${index + 1}`;
      const columns =
        titles.subjects.length > 0 ? winnerColumns(key, titles) : countColumns(rollup, key, titles);
      return {
        id,
        name: titles.title,
        given: true,
        kind: 'list',
        blocks: [
          opening(
            {
              zh: `${titles.title.zh}${articleIn(titles.article).zh}，按机构`,
              en: `${titles.title.en}${articleIn(titles.article).en} by branch`,
            },
            rollup,
          ),
          list(id, [branchColumn, ...columns, ...paidColumns(key, titles)], rollup.branches),
        ],
      };
    });

/** The columns of a section's lists: who or what an entry is about, its figures, its verdict and what there is to say. */
import type { SectionEntry } from '../../../model/section-result.ts';
import { join, joined, semicolon, type Text } from '../../../model/text.ts';
import { adding, code, type Extra, marked, words } from '../../../spreadsheet/cells.ts';
import { type Column, column } from '../../../spreadsheet/list.ts';
import type { Cell, Reference } from '../../../spreadsheet/sheet.ts';
import { type ShownFigure, sectionFigureCell, shownIn, titleWithUnit } from '../../sections/figures.ts';
import { reasonOf } from '../../sections/reason.ts';
import { columnsOfTable, type TableLine } from '../../sections/table.ts';
import { type SectionOf, schemeTab, stateMarks, verdictOf, verdictTone } from '../../sections/words.ts';
import { unitOf } from '../../words.ts';
import { type BranchView, managerLink } from '../view.ts';
import type { Arranged } from './arranged.ts';

const subjectHeaders: Readonly<Record<'units' | 'titles', Text>> = {
  units: { zh: '机构', en: 'Unit' },
  titles: { zh: '称号', en: 'Title' },
};

/** A manager's id and name are links where `linked`; one whom only another policy is about has no workbook to open. */
export function subjectColumns<R>(
  { appraisal }: BranchView,
  { section, scheme }: SectionOf,
  of: (row: R) => SectionEntry,
  linked: boolean,
): Column<R>[] {
  const { subjects } = section;
  if (subjects !== 'managers')
    return [
      column('name', subjectHeaders[subjects], { names: true, width: [16, 28] }, (row) =>
        words(of(row).name, { look: 'strong' }),
      ),
    ];
  const managers = new Map(appraisal.managers.map((each) => [each.manager.manager_id, each]));
  const units = new Map(appraisal.package.tables.roster.map(({ manager_id, unit }) => [manager_id, unit]));
  const link = ({ managerId }: SectionEntry): Extra => {
    const appraised = linked ? managers.get(managerId ?? '') : undefined;
    return appraised === undefined ? {} : { link: managerLink(appraised, schemeTab(scheme)) };
  };
  return [
    column('id', { zh: '工号', en: 'Id' }, { names: true, width: [8, 16] }, (row) =>
      code(of(row).subject, link(of(row))),
    ),
    column('name', { zh: '姓名', en: 'Name' }, { names: true, width: [8, 16] }, (row) =>
      words(of(row).name, { look: 'strong', ...link(of(row)) }),
    ),
    column('unit', { zh: '所属机构', en: 'Unit' }, [10, 22], (row) => {
      const { subject: id } = of(row);
      return words(managers.get(id)?.manager.unit ?? units.get(id) ?? null);
    }),
  ];
}

export const verdictColumn = ({ section }: SectionOf): Column<SectionEntry> =>
  column('verdict', section.verdictTitle, [10, 20], (entry) =>
    words(verdictOf(entry), { look: 'strong', tone: verdictTone(entry) }),
  );

const someOf =
  <R>(has: (row: R) => boolean) =>
  (rows: readonly R[]): boolean =>
    rows.some(has);

/** Why: which rules are not met and by how much, and what is missing. */
export const reasonColumns = ({ section }: SectionOf): readonly Column<SectionEntry>[] => [
  column(
    'reason',
    { zh: '理由', en: 'Why' },
    { width: [14, 40], when: someOf((entry) => reasonOf(section, entry).zh !== '') },
    (entry) => words(reasonOf(section, entry)),
  ),
  column(
    'missing',
    { zh: '缺少的资料或判断', en: 'What is missing' },
    { width: [14, 36], when: someOf(({ missing }) => missing.length > 0) },
    ({ missing }) => words(joined(missing, semicolon)),
  ),
];

export const closingColumns: readonly Column<SectionEntry>[] = [
  column(
    'notes',
    { zh: '说明', en: 'Remarks' },
    { width: [14, 36], when: someOf(({ notes }) => notes.length > 0) },
    ({ notes }) => words(join(notes, semicolon)),
  ),
  column(
    'state',
    { zh: '状态', en: 'State' },
    { width: [9, 18], marks: Object.values(stateMarks) },
    ({ outcome }) => marked(stateMarks[outcome]),
  ),
];

/** Where a value that every row shares stands. */
export const constantAnchor = ({ key }: SectionOf, { id }: ShownFigure): string => `${key} ${id}`;

/** Where a figure stands in the list of the entries' tables. */
const tabledAnchor = ({ key }: SectionOf, { subject }: SectionEntry, id: string): string =>
  `${key} ${subject} ${id}`;

/** The figures as columns; their formulas name each other, and what stands elsewhere by its cell there. */
export function figureColumns(
  of: SectionOf,
  { columns, constants, tabled }: Arranged,
): Column<SectionEntry>[] {
  const keyOf = (id: string): string => `figure-${id}`;
  const inColumns = new Set(columns.map(({ id }) => id));
  const inTable = new Set(tabled.map(({ id }) => id));
  const all = [...columns, ...constants, ...tabled.filter(({ id }) => !inColumns.has(id))];
  const at =
    (entry: SectionEntry) =>
    (id: string): Reference => {
      const constant = constants.find((each) => each.id === id);
      if (constant) return { anchor: constantAnchor(of, constant) };
      return inColumns.has(id) ? { here: keyOf(id) } : { anchor: tabledAnchor(of, entry, id) };
    };
  const cellOf = (figure: ShownFigure, entry: SectionEntry): Cell => {
    const cell = sectionFigureCell(figure, entry, all, at(entry));
    return inTable.has(figure.id) && shownIn(figure, entry) !== null
      ? adding(cell, { formula: [{ anchor: tabledAnchor(of, entry, figure.id) }] })
      : cell;
  };
  return columns.flatMap((figure): Column<SectionEntry>[] => [
    column(keyOf(figure.id), titleWithUnit(figure), [10, 20], (entry) => cellOf(figure, entry)),
    ...(figure.unit === null ? [unitColumn(figure)] : []),
  ]);
}

/** The tables of the entries, one under the other, with formulas within each. */
export function tabledColumns(
  of: SectionOf,
  tabled: readonly ShownFigure[],
  rows: readonly TableLine[],
): Column<TableLine>[] {
  return columnsOfTable<TableLine>(
    rows,
    (row) => row,
    (figure, { entry }) =>
      sectionFigureCell(figure, entry, tabled, (id) => ({ anchor: tabledAnchor(of, entry, id) }), {
        anchor: tabledAnchor(of, entry, figure.id),
      }),
  );
}

/** Where the entries count a figure in different units. */
const unitColumn = (figure: ShownFigure): Column<SectionEntry> =>
  column(
    `unit-${figure.id}`,
    { zh: `${figure.title.zh}单位`, en: `${figure.title.en}, counted in` },
    (entry) => words(unitOf(shownIn(figure, entry))),
  );

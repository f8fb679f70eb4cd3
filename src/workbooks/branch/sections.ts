/** One sheet for each section of the policies: who or what it speaks of, the verdict, its figures; and what they rest on. */
import type { SectionEntry, SectionLine } from '../../model/section-result.ts';
import type { Text } from '../../model/text.ts';
import { code, type Extra, marked, words } from '../cells.ts';
import { type Column, list } from '../list.ts';
import { figuresOf, type ShownFigure, sectionFigureCell, titleWithUnit } from '../sections/figures.ts';
import {
  articleIn,
  assumptionTexts,
  type SectionOf,
  schemeTab,
  sectionsOf,
  stateMarks,
  verdictOf,
  verdictTone,
} from '../sections/words.ts';
import type { Block, Sheet } from '../sheet.ts';
import { sourceColumns } from '../source.ts';
import { join, outcomeMarks, policyName, semicolon, unitOf } from '../words.ts';
import { type BranchView, distinctHeaders, managerLink, openingUnder } from './view.ts';

const w = {
  how: {
    zh: '带公式的数字由同一行的其他单元格算出；点击工号或姓名打开该客户经理的考核表。',
    en: 'Figures with a formula follow from the other cells of their row; an id or a name opens the manager’s workbook.',
  },
  howOthers: {
    zh: '带公式的数字由同一行的其他单元格算出。',
    en: 'Figures with a formula follow from the other cells of their row.',
  },
  assumed: {
    zh: '部分数值来源未给出，为本工具的假设，列于表下。',
    en: 'Some values are assumptions that the source does not give: they stand beneath the list.',
  },
  nobody: { zh: '没有对象', en: 'It speaks of nobody' },
  lines: { zh: '明细', en: 'lines' },
};

const subjectHeaders: Readonly<Record<'units' | 'titles', Text>> = {
  units: { zh: '机构', en: 'Unit' },
  titles: { zh: '称号', en: 'Title' },
};

/** Of an entry: who or what it is about. A manager of another policy's may have no workbook to open. */
function subjectColumns<R>(
  { appraisal }: BranchView,
  { section, scheme }: SectionOf,
  of: (row: R) => SectionEntry,
  linked: boolean,
): Column<R>[] {
  const { subjects } = section;
  const name: Column<R> = {
    key: 'name',
    header: subjects === 'managers' ? { zh: '姓名', en: 'Name' } : subjectHeaders[subjects],
    width: subjects === 'managers' ? [8, 16] : [16, 28],
    of: (row) => words(of(row).name, { look: 'strong', ...link(of(row)) }),
  };
  const managers = new Map(appraisal.managers.map((each) => [each.manager.manager_id, each]));
  const units = new Map(appraisal.package.tables.roster.map(({ manager_id, unit }) => [manager_id, unit]));
  const link = ({ managerId }: SectionEntry): Extra => {
    const appraised = linked && subjects === 'managers' && managers.get(managerId ?? '');
    return appraised ? { link: managerLink(appraised, schemeTab(scheme)) } : {};
  };
  const unitOfManager = (id: string): string | null =>
    managers.get(id)?.manager.unit ?? units.get(id) ?? null;
  if (subjects !== 'managers') return [name];
  return [
    {
      key: 'id',
      header: { zh: '工号', en: 'Id' },
      width: [8, 16],
      of: (row) => code(of(row).subject, link(of(row))),
    },
    name,
    {
      key: 'unit',
      header: { zh: '所属机构', en: 'Unit' },
      width: [10, 22],
      of: (row) => words(unitOfManager(of(row).subject)),
    },
  ];
}

/** A figure, and its unit beside it where the rows count it in different ones. */
function figureColumns(figure: ShownFigure, all: readonly ShownFigure[]): Column<SectionEntry>[] {
  const key = (id: string): string => `figure-${id}`;
  const column: Column<SectionEntry> = {
    key: key(figure.id),
    header: titleWithUnit(figure),
    width: [10, 20],
    of: (entry) => sectionFigureCell(figure, entry, all, (id) => ({ here: key(id) })),
  };
  if (figure.unit !== null) return [column];
  return [
    column,
    {
      key: `unit-${figure.id}`,
      header: { zh: `${figure.title.zh}单位`, en: `${figure.title.en}, counted in` },
      of: (entry) => words(unitOf(figure.shown(entry))),
    },
  ];
}

function columns(view: BranchView, of: SectionOf): Column<SectionEntry>[] {
  const { section } = of;
  const figures = figuresOf(section);
  const some = (has: (entry: SectionEntry) => boolean) => () => section.entries.some(has);
  return distinctHeaders([
    ...subjectColumns<SectionEntry>(view, of, (entry) => entry, true),
    {
      key: 'verdict',
      header: section.verdictTitle,
      width: [10, 20],
      of: (entry) => words(verdictOf(entry), { look: 'strong', tone: verdictTone(entry) }),
    },
    ...figures.flatMap((figure) => figureColumns(figure, figures)),
    {
      key: 'state',
      header: { zh: '状态', en: 'State' },
      width: [9, 18],
      marks: Object.values(stateMarks),
      of: ({ outcome }) => marked(stateMarks[outcome]),
    },
    {
      key: 'missing',
      header: { zh: '缺少的资料或判断', en: 'What is missing' },
      width: [14, 36],
      when: some(({ missing }) => missing.length > 0),
      of: ({ missing }) =>
        words(
          join(
            missing.map(({ text }) => text),
            semicolon,
          ),
        ),
    },
    {
      key: 'notes',
      header: { zh: '说明', en: 'Remarks' },
      width: [14, 36],
      when: some(({ notes }) => notes.length > 0),
      of: ({ notes }) => words(join(notes, semicolon)),
    },
  ]);
}

/** `客户经理激励考核办法 2011（条款 五）`. */
const ground = ({ scheme, section }: SectionOf): Text =>
  join([policyName(scheme.policy), articleIn(section.article)]);

const assumptions = ({ scheme }: SectionOf): Block[] => {
  const texts = assumptionTexts(scheme);
  return texts.length === 0
    ? []
    : [{ kind: 'space' }, ...texts.map((text) => ({ kind: 'text', text, tone: 'warn' }) as const)];
};

export const sectionSheets = (view: BranchView): Sheet[] =>
  sectionsOf(view.appraisal).map((of): Sheet => {
    const { key, section } = of;
    return {
      id: key,
      name: section.title,
      given: true,
      purpose: 'result',
      paper: 'landscape',
      frozenColumns: section.subjects === 'managers' ? 2 : 1,
      blocks: [
        openingUnder(
          ground(of),
          section.title,
          view,
          section.subjects === 'managers' ? w.how : w.howOthers,
          ...(assumptionTexts(of.scheme).length > 0 ? [w.assumed] : []),
        ),
        list(key, columns(view, of), section.entries, { empty: w.nobody }),
        ...assumptions(of),
      ],
    };
  });

interface Line {
  readonly entry: SectionEntry;
  readonly line: SectionLine;
}

const lineColumns = (view: BranchView, of: SectionOf): Column<Line>[] => [
  ...subjectColumns<Line>(view, of, ({ entry }) => entry, false),
  {
    key: 'title',
    header: { zh: '项目', en: 'Item' },
    width: [14, 30],
    of: ({ line }) => words(line.title),
  },
  {
    key: 'says',
    header: { zh: '内容', en: 'What it shows' },
    width: [18, 40],
    of: ({ line }) => words(line.says),
  },
  {
    key: 'outcome',
    header: { zh: '结论', en: 'Outcome' },
    width: [9, 18],
    marks: Object.values(outcomeMarks),
    of: ({ line }) => marked(outcomeMarks[line.outcome]),
  },
  ...sourceColumns<Line>(({ line }) => line.origin),
];

/** The dated or itemised lines behind a section's entries, for sections that have any. */
export const sectionLineSheets = (view: BranchView): Sheet[] =>
  sectionsOf(view.appraisal).flatMap((of): Sheet[] => {
    const { key, section } = of;
    const lines = section.entries.flatMap((entry) => entry.lines.map((line) => ({ entry, line })));
    const name = join([section.title, w.lines], { zh: '', en: ', ' });
    if (lines.length === 0) return [];
    return [
      {
        id: `${key}-lines`,
        name,
        given: true,
        purpose: 'detail',
        paper: 'landscape',
        frozenColumns: section.subjects === 'managers' ? 2 : 1,
        blocks: [openingUnder(ground(of), name, view), list(`${key}-lines`, lineColumns(view, of), lines)],
      },
    ];
  });

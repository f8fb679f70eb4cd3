/** One sheet for each section of the policies: the verdicts, the figures by formula, and the assumptions behind them. */
import type { SectionEntry, SectionLine } from '../../../model/section-result.ts';
import { join, type Text } from '../../../model/text.ts';
import { blank, figure, marked, words } from '../../../spreadsheet/cells.ts';
import { form, label, over } from '../../../spreadsheet/form.ts';
import { type Column, column, list } from '../../../spreadsheet/list.ts';
import type { Block, Sheet } from '../../../spreadsheet/sheet.ts';
import { shownIn, titleWithUnit } from '../../sections/figures.ts';
import { type TableLine, tableOf } from '../../sections/table.ts';
import { articleIn, assumptionTexts, type SectionOf, sectionsOf } from '../../sections/words.ts';
import { sourceColumns } from '../../source.ts';
import { outcomeMarks, policyName } from '../../words.ts';
import { type BranchView, distinctHeaders, openingUnder } from '../view.ts';
import { type Arranged, arranged } from './arranged.ts';
import {
  closingColumns,
  constantAnchor,
  figureColumns,
  reasonColumns,
  subjectColumns,
  tabledColumns,
  verdictColumn,
} from './columns.ts';

const w = {
  how: {
    zh: '带公式的数字由本表其他单元格算出；点击工号或姓名打开该客户经理的考核表。',
    en: 'Figures with a formula follow from other cells of the sheet; an id or a name opens the manager’s workbook.',
  },
  howOthers: {
    zh: '带公式的数字由本表其他单元格算出。',
    en: 'Figures with a formula follow from other cells of the sheet.',
  },
  assumed: {
    zh: '部分数值来源未给出，为本工具的假设，列于表下。',
    en: 'Some values are assumptions that the source does not give: they stand beneath the list.',
  },
  nobody: { zh: '没有对象', en: 'It speaks of nobody' },
  shared: { zh: '各行相同的数值', en: 'The same in every row' },
  zeros: (count: number): Text => ({
    zh: `另有 ${count} 项数据各行都是 0，未列出。`,
    en: `${count} more figures are 0 in every row and left out.`,
  }),
  lines: { zh: '明细', en: 'lines' },
  table: { zh: '计算表', en: 'worked out' },
};

/** `客户经理激励考核办法 2011（条款 五）`. */
const ground = ({ scheme, section }: SectionOf): Text =>
  join([policyName(scheme.policy), articleIn(section.article)]);

/** One list: whom it is about, the verdict, why, the figures; beneath it once what every row shares. */
function blocksOf(view: BranchView, of: SectionOf): Block[] {
  const { key, section } = of;
  const figures = arranged(section.entries);
  const about = subjectColumns<SectionEntry>(view, of, (entry) => entry, true);
  return [
    list(
      key,
      distinctHeaders([
        ...about,
        verdictColumn(of),
        ...reasonColumns(of),
        ...figureColumns(of, figures),
        ...closingColumns,
      ]),
      section.entries,
      { empty: w.nobody },
    ),
    ...(figures.zeros === 0 ? [] : [{ kind: 'text', text: w.zeros(figures.zeros) } as const]),
    ...sharedBlocks(of, figures, about.length),
  ];
}

/** Each with its name under the columns that say whose row it is. */
function sharedBlocks(of: SectionOf, { constants }: Arranged, names: number): Block[] {
  const [entry] = of.section.entries;
  if (entry === undefined || constants.length === 0) return [];
  return [
    { kind: 'heading', text: w.shared },
    form(
      constants.map((each) => ({
        cells: [
          label(titleWithUnit(each), names),
          over(1, figure(shownIn(each, entry), { look: 'value', anchor: constantAnchor(of, each) })),
        ],
      })),
    ),
  ];
}

export const sectionSheets = (view: BranchView): Sheet[] =>
  sectionsOf(view.appraisal).map((of): Sheet => {
    const { key, scheme, section } = of;
    const assumptions = assumptionTexts(scheme, section.id);
    return {
      id: key,
      name: section.title,
      given: true,
      kind: 'list',
      blocks: [
        openingUnder(
          ground(of),
          section.title,
          view,
          section.subjects === 'managers' ? w.how : w.howOthers,
          ...(assumptions.length > 0 ? [w.assumed] : []),
        ),
        ...blocksOf(view, of),
        { kind: 'space' },
        ...assumptions.map((text) => ({ kind: 'text', text, tone: 'warn' }) as const),
      ],
    };
  });

/** How the lines of a section come about, for sections with more figures than are read at a glance. */
export const sectionTableSheets = (view: BranchView): Sheet[] =>
  sectionsOf(view.appraisal).flatMap((of): Sheet[] => {
    const { key, section } = of;
    const { tabled } = arranged(section.entries);
    const rows = section.entries.flatMap((entry) => tableOf(entry, tabled));
    const name = join([section.title, w.table], { zh: '', en: ', ' });
    if (rows.length === 0) return [];
    const about = subjectColumns<TableLine>(view, of, ({ entry }) => entry, false);
    return [
      {
        id: `${key}-table`,
        name,
        given: true,
        kind: 'derivation',
        blocks: [
          openingUnder(ground(of), name, view, w.howOthers),
          list(`${key}-table`, [...about, ...tabledColumns(of, tabled, rows)], rows),
        ],
      },
    ];
  });

interface EntryLine {
  readonly entry: SectionEntry;
  readonly line: SectionLine;
}

const lineColumns = (view: BranchView, of: SectionOf): Column<EntryLine>[] => [
  ...subjectColumns<EntryLine>(view, of, ({ entry }) => entry, false),
  column('title', { zh: '项目', en: 'Item' }, [14, 30], ({ line }) => words(line.title)),
  column('says', { zh: '内容', en: 'What it shows' }, [18, 40], ({ line }) => words(line.says)),
  column(
    'outcome',
    { zh: '结论', en: 'Outcome' },
    { width: [9, 18], marks: Object.values(outcomeMarks) },
    ({ line }) => (line.outcome === null ? blank : marked(outcomeMarks[line.outcome])),
  ),
  ...sourceColumns<EntryLine>(({ line }) => line.origin),
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
        kind: 'derivation',
        blocks: [openingUnder(ground(of), name, view), list(`${key}-lines`, lineColumns(view, of), lines)],
      },
    ];
  });

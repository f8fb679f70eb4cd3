/** One sheet for each section of the policies: the verdicts, the figures by formula, and the assumptions behind them. */
import type { SectionEntry, SectionLine } from '../../../model/section-result.ts';
import { join, type Text } from '../../../model/text.ts';
import { blank, marked, words } from '../../../spreadsheet/cells.ts';
import { type Column, list } from '../../../spreadsheet/list.ts';
import type { Block, Sheet } from '../../../spreadsheet/sheet.ts';
import { figuresOf } from '../../sections/figures.ts';
import { articleIn, assumptionTexts, type SectionOf, sectionsOf } from '../../sections/words.ts';
import { sourceColumns } from '../../source.ts';
import { outcomeMarks, policyName } from '../../words.ts';
import { type BranchView, distinctHeaders, openingUnder } from '../view.ts';
import { closingColumns, figureColumns, groupsOf, subjectColumns, verdictColumn } from './columns.ts';

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
  behind: { zh: '计算所用数据', en: 'The figures they follow from' },
  lines: { zh: '明细', en: 'lines' },
};

/** `客户经理激励考核办法 2011（条款 五）`. */
const ground = ({ scheme, section }: SectionOf): Text =>
  join([policyName(scheme.policy), articleIn(section.article)]);

/** The list of verdicts, and beneath it those of the figures that would make it too wide for a page. */
function lists(view: BranchView, of: SectionOf): Block[] {
  const { key, section } = of;
  const all = figuresOf(section.entries);
  const [beside = [], ...beneath] = groupsOf(all);
  const about = subjectColumns<SectionEntry>(view, of, (entry) => entry, true);
  const unlinked = subjectColumns<SectionEntry>(view, of, (entry) => entry, false);
  return [
    list(
      key,
      distinctHeaders([...about, verdictColumn(of), ...figureColumns(of, beside, all), ...closingColumns]),
      section.entries,
      { empty: w.nobody },
    ),
    ...(beneath.length === 0 ? [] : [{ kind: 'heading', text: w.behind } as const]),
    ...beneath.map((own, index) =>
      list(
        `${key}-figures-${index + 1}`,
        distinctHeaders([...unlinked, ...figureColumns(of, own, all)]),
        section.entries,
      ),
    ),
  ];
}

export const sectionSheets = (view: BranchView): Sheet[] =>
  sectionsOf(view.appraisal).map((of): Sheet => {
    const { key, scheme, section } = of;
    const assumptions = assumptionTexts(scheme);
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
        ...lists(view, of),
        { kind: 'space' },
        ...assumptions.map((text) => ({ kind: 'text', text, tone: 'warn' }) as const),
      ],
    };
  });

interface EntryLine {
  readonly entry: SectionEntry;
  readonly line: SectionLine;
}

const lineColumns = (view: BranchView, of: SectionOf): Column<EntryLine>[] => [
  ...subjectColumns<EntryLine>(view, of, ({ entry }) => entry, false),
  { key: 'title', header: { zh: '项目', en: 'Item' }, width: [14, 30], of: ({ line }) => words(line.title) },
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
    of: ({ line }) => (line.outcome === null ? blank : marked(outcomeMarks[line.outcome])),
  },
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

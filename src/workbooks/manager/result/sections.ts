/** A line of the first page for each section that speaks of the manager: the verdict, and its figures in short. */
import { join, joined, semicolon, type Text } from '../../../model/text.ts';
import { code, words } from '../../../spreadsheet/cells.ts';
import { grid } from '../../../spreadsheet/form.ts';
import { type Formula, formula } from '../../../spreadsheet/sheet.ts';
import { bareTitle, shownIn } from '../../sections/figures.ts';
import { standsInTable } from '../../sections/table.ts';
import { verdictOf, verdictTone } from '../../sections/words.ts';
import { inWords } from '../../words.ts';
import type { ManagerSection } from '../run-summary.ts';
import { figureAnchor, figureOfVerdict, verdictAnchor } from '../scheme/verdict.ts';
import type { ManagerView } from '../view.ts';
import type { InRoom } from './room.ts';

const w = {
  section: { zh: '评定项目', en: 'Section' },
  verdict: { zh: '结论', en: 'Verdict' },
  figures: { zh: '主要数据', en: 'Figures' },
  article: { zh: '条款', en: 'Article' },
  more: (count: number): Text => ({
    zh: `其余 ${count} 项见各制度的工作表。`,
    en: `${count} more on the policies’ own sheets.`,
  }),
};

const most = 8;
const mostFigures = 3;

export const hasEntries = ({ sections }: ManagerView): boolean => sections.length > 0;

/** The last figures of an entry, which the others lead to; of one without a verdict, what is missing. */
function figureWords({ section, entry }: ManagerSection): Text {
  if (entry.verdict === null)
    return joined(entry.missing.slice(0, mostFigures), semicolon, ({ text }) => text);
  const known = section.figures.flatMap((figure) => {
    const quantity = shownIn(figure, entry);
    return quantity === null || standsInTable(figure.id, entry)
      ? []
      : [join([bareTitle(figure), inWords(quantity)], ' ')];
  });
  return join(known.slice(-mostFigures), semicolon);
}

/** What stands around an amount in full. */
const yuan = { before: { zh: ' ', en: ' CNY ' }, after: { zh: ' 元', en: '' } } as const;

/** A single amount that comes with the verdict, as its cell has it. */
function figureFormula(of: ManagerSection): Formula | undefined {
  const [figure, ...others] = of.section.figures;
  if (!figure?.inFull || others.length > 0 || of.entry.verdict === null) return undefined;
  if (figureOfVerdict(figure, of) === undefined) return undefined;
  const cell = { anchor: figureAnchor(of, figure.id) };
  return formula`${join([bareTitle(figure), yuan.before])}&IF(ISNUMBER(${cell}),TEXT(${cell},"#,##0.00")&${yuan.after},${cell})`;
}

export function sectionBlocks({ sections }: ManagerView): InRoom {
  const blocks = [
    grid(
      [
        { header: w.section, span: 6 },
        { header: w.verdict, span: 5 },
        { header: w.figures, span: 10 },
        { header: w.article, span: 3 },
      ],
      sections.slice(0, most).map((each) => {
        const { section, entry } = each;
        const anchor = verdictAnchor(each);
        const title = entry.subject === entry.managerId ? '' : join([' · ', entry.name]);
        return [
          words(join([section.title, title]), { link: { anchor } }),
          words(verdictOf(entry), {
            look: 'value',
            tone: verdictTone(entry),
            formula: formula`${{ anchor }}`,
          }),
          words(figureWords(each), { formula: figureFormula(each) }),
          code(section.article === '' ? null : section.article),
        ];
      }),
    ),
    ...(sections.length > most ? [{ kind: 'text', text: w.more(sections.length - most) } as const] : []),
  ];
  return () => blocks;
}

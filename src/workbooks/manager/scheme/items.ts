/** The first list of an entry: its verdict, whether it could be reached, and its figures with where they come from. */
import type { Fact } from '../../../model/fact.ts';
import { join, type Text } from '../../../model/text.ts';
import { marked, words } from '../../../spreadsheet/cells.ts';
import { type Column, column } from '../../../spreadsheet/list.ts';
import type { Cell } from '../../../spreadsheet/sheet.ts';
import { bareTitle, formulaOf, sectionFigureCell, shownIn } from '../../sections/figures.ts';
import { articleIn, stateMarks, verdictOf, verdictTone } from '../../sections/words.ts';
import { sourceName } from '../../source.ts';
import { outcomeMarks, unitOf } from '../../words.ts';
import type { ManagerSection, ReadFrom } from '../run-summary.ts';
import { figureAnchor, figureOfVerdict, stateFormula, verdictAnchor, verdictFormula } from './verdict.ts';

interface Item {
  readonly title: Text;
  readonly cell: Cell;
  readonly unit: Text;
  readonly from: Text;
}

const nothing: Text = { zh: '', en: '' };
const state: Text = { zh: '状态', en: 'State' };

export const itemColumns: Column<Item>[] = [
  column('item', { zh: '项目', en: 'Item' }, [24, 36], ({ title }) => words(title, { look: 'strong' })),
  column('value', { zh: '结果', en: 'Result' }, [10, 20], ({ cell }) => cell),
  column('unit', { zh: '单位', en: 'Unit' }, ({ unit }) => words(unit)),
  column('from', { zh: '依据', en: 'From' }, [14, 26], ({ from }) => words(from, { tone: 'muted' })),
];

/** Where a figure comes from, in a few words. */
function fromWords({ origin }: Fact, read: ReadFrom | undefined, title: Text, computed: boolean): Text {
  switch (origin.kind) {
    case 'parameter':
      return join([origin.title, articleIn(origin.article)]);
    case 'rows':
    case 'measure': {
      if (read === undefined) return origin.title;
      const { first, rows } = read;
      const others = rows - 1;
      const more: Text = { zh: `等 ${rows} 行`, en: ` and ${others} more` };
      return join([
        sourceName(first),
        { zh: ` 第 ${first.row} 行`, en: ` row ${first.row}` },
        others > 0 ? more : '',
      ]);
    }
    case 'archive':
      return join([origin.title, ` ${origin.period}`]);
    case 'calculation':
      if (computed) return { zh: '按公式计算', en: 'by formula' };
      return origin.title.zh === title.zh ? nothing : origin.title;
  }
}

export function itemsOf(of: ManagerSection): Item[] {
  const { section, entry } = of;
  const { figures } = section;
  const anchorOf = (id: string) => ({ anchor: figureAnchor(of, id) });
  const mark = stateMarks[entry.outcome];
  const none = outcomeMarks[entry.outcome === 'not-applicable' ? 'not-applicable' : 'unknown'];
  return [
    {
      title: section.verdictTitle,
      cell: words(verdictOf(entry), {
        look: 'strong',
        tone: verdictTone(entry),
        anchor: verdictAnchor(of),
        formula: verdictFormula(of),
      }),
      unit: nothing,
      from: nothing,
    },
    {
      title: state,
      cell: marked(mark, { tone: mark.tone, formula: stateFormula(of) }),
      unit: nothing,
      from: nothing,
    },
    ...figures.flatMap((figure): Item[] => {
      const declared = entry.figures.find(({ id }) => id === figure.id);
      const shown = shownIn(figure, entry);
      const named = { ...anchorOf(figure.id), formula: figureOfVerdict(figure, of) };
      if (declared === undefined) return [];
      return [
        {
          title: bareTitle(figure),
          cell:
            shown === null
              ? marked(none, { tone: none.tone, ...named })
              : sectionFigureCell(figure, entry, figures, anchorOf, named),
          unit: unitOf(shown),
          from:
            shown === null
              ? nothing
              : fromWords(
                  declared.fact,
                  of.readFrom.get(figure.id),
                  figure.title,
                  formulaOf(figure, entry, figures, anchorOf) !== undefined,
                ),
        },
      ];
    }),
  ];
}

/** Of an entry: its verdict, whether it could be reached, and its figures with where they come from; the table of lines. */
import type { Fact } from '../../../model/fact.ts';
import { join, semicolon, type Text } from '../../../model/text.ts';
import { marked, words } from '../../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../../spreadsheet/list.ts';
import type { Block, Cell } from '../../../spreadsheet/sheet.ts';
import {
  bareTitle,
  formulaOf,
  type ShownFigure,
  sectionFigureCell,
  shownIn,
} from '../../sections/figures.ts';
import { columnsOfTable, standsInTable, type TableLine, tableOf } from '../../sections/table.ts';
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
const from: Text = { zh: '依据', en: 'From' };
const state: Text = { zh: '状态', en: 'State' };

export const itemColumns: Column<Item>[] = [
  column('item', { zh: '项目', en: 'Item' }, [24, 36], ({ title }) => words(title, { look: 'strong' })),
  column('value', { zh: '结果', en: 'Result' }, [10, 20], ({ cell }) => cell),
  column('unit', { zh: '单位', en: 'Unit' }, ({ unit }) => words(unit)),
  column('from', from, [14, 26], ({ from: source }) => words(source, { tone: 'muted' })),
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
  const mark = stateMarks[entry.outcome];
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
    ...figures
      .filter(({ id }) => entry.figures.some((own) => own.id === id) && !standsInTable(id, entry))
      .map(
        (figure): Item => ({
          title: bareTitle(figure),
          cell: figureCellOf(figure, of),
          unit: unitOf(shownIn(figure, entry)),
          from: sourceOf(figure, of),
        }),
      ),
  ];
}

const anchorIn = (of: ManagerSection) => (id: string) => ({ anchor: figureAnchor(of, id) });

/** A figure's cell, by formula where it follows from others. */
function figureCellOf(figure: ShownFigure, of: ManagerSection): Cell {
  const { section, entry } = of;
  const none = outcomeMarks[entry.outcome === 'not-applicable' ? 'not-applicable' : 'unknown'];
  const named = { ...anchorIn(of)(figure.id), formula: figureOfVerdict(figure, of) };
  return shownIn(figure, entry) === null
    ? marked(none, { tone: none.tone, ...named })
    : sectionFigureCell(figure, entry, section.figures, anchorIn(of), named);
}

function sourceOf(figure: ShownFigure, of: ManagerSection): Text {
  const { section, entry } = of;
  const declared = entry.figures.find(({ id }) => id === figure.id);
  if (declared === undefined || shownIn(figure, entry) === null) return nothing;
  const computed = formulaOf(figure, entry, section.figures, anchorIn(of)) !== undefined;
  return fromWords(declared.fact, of.readFrom.get(figure.id), figure.title, computed);
}

/** The lines at their prices, or what else stands in rows and columns; nothing where no figure does. */
export function tableBlocks(of: ManagerSection): Block[] {
  const { key, section, entry } = of;
  const rows = tableOf(entry, section.figures);
  if (rows.length === 0) return [];
  const columns = columnsOfTable<TableLine>(
    rows,
    (row) => row,
    (figure) => figureCellOf(figure, of),
  );
  return [list(`${key}-table`, [...columns, fromColumn(of)], rows)];
}

/** Where the figures of a row come from that do not follow from others. */
const fromColumn = (of: ManagerSection): Column<TableLine> =>
  column('from', from, [14, 26], ({ figures }) => {
    const read = (['figure', 'price', 'factor', 'held'] as const).flatMap((each) => {
      const figure = figures[each];
      const declared = figure && of.entry.figures.find(({ id }) => id === figure.id);
      return figure && declared && declared.fact.origin.kind !== 'calculation' ? sourceOf(figure, of) : [];
    });
    return words(join(read, semicolon), { tone: 'muted' });
  });

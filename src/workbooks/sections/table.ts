/** The tables of a section's entries: a row for each line, part, tier, factor or tranche, and what each has in columns. */
import type { SectionEntry } from '../../model/section-result.ts';
import { type TableColumn, type TableRow, tableColumns } from '../../model/sections/table.ts';
import type { Text } from '../../model/text.ts';
import { blank, words } from '../../spreadsheet/cells.ts';
import { type Column, column } from '../../spreadsheet/list.ts';
import type { Cell } from '../../spreadsheet/sheet.ts';
import { capital, unitOf } from '../words.ts';
import { type ShownFigure, shownIn } from './figures.ts';

export interface TableLine {
  readonly entry: SectionEntry;
  readonly row: TableRow;
  readonly figures: Partial<Record<TableColumn, ShownFigure>>;
}

/** True of a figure that stands in the table, not by itself. */
export const standsInTable = (id: string, { figures }: SectionEntry): boolean =>
  figures.find((each) => each.id === id)?.place !== undefined;

/** Line by line, each before what it is made of. */
export function tableOf(entry: SectionEntry, all: readonly ShownFigure[]): TableLine[] {
  const shown = new Map(all.map((figure) => [figure.id, figure]));
  const rows = new Map<string, TableRow>();
  const figures = new Map<string, TableLine['figures']>();
  for (const { id, place } of entry.figures) {
    const figure = shown.get(id);
    if (place === undefined || figure === undefined) continue;
    rows.set(place.row, rows.get(place.row) ?? place);
    figures.set(place.row, { ...figures.get(place.row), [place.column]: figure });
  }
  const lines = [...new Set([...rows.values()].map(({ line }) => line))];
  const isBelow = ({ depth }: TableRow): number => Number(depth > 0);
  return [...rows.values()]
    .sort((a, b) => lines.indexOf(a.line) - lines.indexOf(b.line) || isBelow(a) - isBelow(b))
    .map((row) => ({ entry, row, figures: figures.get(row.row) ?? {} }));
}

/** The title, then the columns that some row has; `cellOf`: a figure's cell. */
export function columnsOfTable<R>(
  rows: readonly R[],
  of: (row: R) => TableLine,
  cellOf: (figure: ShownFigure, line: TableLine) => Cell,
): Column<R>[] {
  const used = new Set(rows.flatMap((row) => Object.keys(of(row).figures)));
  const inYuan = used.has('pay');
  return [
    column('item', { zh: '项目', en: 'Item' }, [16, 28], (row) => {
      const { title, depth } = of(row).row;
      return words(title, depth === 0 ? { look: 'strong' } : { tone: 'muted', indent: depth });
    }),
    ...(Object.keys(tableColumns) as TableColumn[])
      .filter((key) => used.has(key))
      .flatMap((key): Column<R>[] => [
        column(key, headerOf(key, inYuan), [8, 18], (row) => {
          const figure = of(row).figures[key];
          return figure === undefined ? blank : cellOf(figure, of(row));
        }),
        ...(key === 'figure' ? [unitColumn(of)] : []),
      ]),
  ];
}

const yuan: Text = { zh: '（元）', en: ' (yuan)' };
function headerOf(column: TableColumn, inYuan: boolean): Text {
  const { zh, en } = capital(tableColumns[column]);
  return column === 'running' && inYuan ? { zh: `${zh}${yuan.zh}`, en: `${en}${yuan.en}` } : { zh, en };
}

const unitColumn = <R>(of: (row: R) => TableLine): Column<R> =>
  column(
    'unit',
    { zh: '单位', en: 'Unit' },
    { when: (rows) => rows.some((row) => unitIn(of(row)).zh !== '') },
    (row) => words(unitIn(of(row))),
  );

const unitIn = ({ figures, entry }: TableLine): Text =>
  unitOf(figures.figure ? shownIn(figures.figure, entry) : null);

/** The rows of a section's table in which the figures of a line stand: its own, and those of what it is made of. */
import type { Fact } from '../../../model/fact.ts';
import type { SectionFigure } from '../../../model/section-result.ts';
import type { TableColumn, TableRow } from '../../../model/sections/table.ts';
import { join, type Text } from '../../../model/text.ts';
import type { ComputedAs } from '../../arithmetic.ts';
import { figureOf } from '../evaluator.ts';

export interface Row extends TableRow {
  /** What its figures are called after, where they do not stand in the table. */
  readonly called: Text;
}

export const lineRow = (id: string, title: Text): Row => ({
  ...{ line: id, row: id, title, called: title },
  depth: 0,
});

/** What a line or one of its parts is made of. */
export const rowBelow = (row: Row, id: string, title: Text, called: Text): Row => ({
  ...{ line: row.line, row: `${row.row}.${id}`, title, called },
  depth: row.depth + 1,
});

const prices: ReadonlySet<TableColumn> = new Set(['per', 'price', 'factor', 'running']);

/** A figure of a row, called after it; `id`: its last part, '' for the row's own. What rests on it names this fact. */
export function figureIn(row: Row, column: TableColumn, id: string, what: Text | null, fact: Fact) {
  const { called, ...place } = row;
  return figureOf(
    id === '' ? row.row : `${row.row}.${id}`,
    what === null ? called : join([called, ' · ', what]),
    { ...fact },
    { place: { ...place, column }, ...(prices.has(column) && { shared: true as const }) },
  ) satisfies SectionFigure;
}

const isYuan = (as: ComputedAs): boolean => as !== 'share' && as.unit === 'CNY';

/** The column of what a row comes to. */
export const amountColumn = (as: ComputedAs): 'pay' | 'points' => (isYuan(as) ? 'pay' : 'points');

/** Yuan that are paid are named as such, so that they stand in full. */
export const amountTitle = (title: Text, as: ComputedAs): Text =>
  isYuan(as) ? join([title, { zh: '（元）', en: ' (yuan)' }]) : title;

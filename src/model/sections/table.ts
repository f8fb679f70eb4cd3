/** The table that an entry's figures may stand in: a row for each line, part, tier, factor or tranche. */
import type { Text } from '../text.ts';

/** Its columns, in their order. */
export const tableColumns = {
  figure: { zh: '数额', en: 'figure' },
  per: { zh: '计价单位', en: 'per' },
  price: { zh: '单价、档次', en: 'price, band' },
  factor: { zh: '系数', en: 'factor' },
  pay: { zh: '金额（元）', en: 'amount (yuan)' },
  points: { zh: '得分', en: 'points' },
  weight: { zh: '权重', en: 'weight' },
  running: { zh: '累计', en: 'running total' },
  held: { zh: '计提（元）', en: 'held (yuan)' },
  paid: { zh: '累计已付（元）', en: 'paid (yuan)' },
  forfeited: { zh: '累计已扣（元）', en: 'forfeited (yuan)' },
  balance: { zh: '余额（元）', en: 'balance (yuan)' },
} as const satisfies Record<string, Text>;

export type TableColumn = keyof typeof tableColumns;

export interface TableRow {
  /** The line it belongs to: its own row, and those of what it is made of. */
  readonly line: string;
  /** Unique in the entry. */
  readonly row: string;
  readonly title: Text;
  /** 0 for a line; more for what is a part of it, or of a part. */
  readonly depth: number;
}

export interface TablePlace extends TableRow {
  readonly column: TableColumn;
}

const ownAmounts: ReadonlySet<TableColumn> = new Set(['pay', 'points', 'weight']);

/** What a line itself comes to. */
export const isAmountOfLine = ({ depth, column }: TablePlace): boolean =>
  depth === 0 && ownAmounts.has(column);

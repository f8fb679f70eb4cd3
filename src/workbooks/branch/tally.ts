/** Formulas that count and add up the rows of a list. Equality, not criteria: a unit called `*` or `>1` is only itself. */
import type { Text } from '../../model/text.ts';
import type { Formula, Reference } from '../../spreadsheet/sheet.ts';

/** A column of the list and what its cells must be. */
export type Where = readonly (readonly [column: string, is: Reference | Text])[];

const holds = (list: string, where: Where): Formula =>
  where.flatMap(([column, is], index) => [index > 0 ? '*(' : '(', { list, column }, '=', is, ')']);

export const countWhere = (list: string, where: Where): Formula => [
  'SUMPRODUCT(',
  ...holds(list, where),
  '*1)',
];

/** The rows whose cell in the column holds a number. */
export const knownWhere = (list: string, column: string, where: Where): Formula => [
  'SUMPRODUCT(',
  ...holds(list, where),
  '*ISNUMBER(',
  { list, column },
  '))',
];

/** The rows whose cell in the column holds a text. */
export const filledWhere = (list: string, column: string, where: Where): Formula => [
  'SUMPRODUCT(',
  ...holds(list, where),
  '*(LEN(',
  { list, column },
  ')>0))',
];

/** As a range of its own, so that words and empty cells in it count as nothing; rounded to the six places of 万元. */
export const sumWhere = (list: string, column: string, where: Where): Formula => [
  'ROUND(SUMPRODUCT(',
  ...holds(list, where),
  '*1,',
  { list, column },
  '),6)',
];

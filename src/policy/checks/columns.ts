/** The columns that a policy names. */
import { closest } from 'fastest-levenshtein';
import type { WrittenFigure } from '../../model/figures/index.ts';
import { isFigure } from '../../model/reference.ts';
import { tables } from '../../model/tables/index.ts';
import { lintProblems } from '../problems.ts';
import type { Check } from './looking.ts';

/** Every column that the policy names stands in its table. */
export const columns: Check = ({ file, placeOf, rules, visits }) => {
  const figures = [
    ...Object.entries(file.figures).map(([id, figure]) => ({ figure, path: ['figures', id] })),
    ...visits.flatMap(({ schema, value, path }) =>
      isFigure(schema) ? [{ figure: value as WrittenFigure, path }] : [],
    ),
  ];
  const named = [
    ...Object.entries(file.measures).flatMap(([id, { table, year, quarter, without, only, weighted }]) => {
      const path = ['measures', id];
      return [
        { table, column: year.add, path: [...path, 'year', 'add'] },
        { table, column: year.subtract, path: [...path, 'year', 'subtract'] },
        { table, column: quarter.add, path: [...path, 'quarter', 'add'] },
        { table, column: quarter.subtract, path: [...path, 'quarter', 'subtract'] },
        { table, column: without?.column, path: [...path, 'without', 'column'] },
        { table, column: only?.column, path: [...path, 'only', 'column'] },
        { table, column: weighted?.column, path: [...path, 'weighted', 'column'] },
      ];
    }),
    ...Object.entries(file.signs).flatMap(([id, { table, days, 'above-zero': above = [] }]) => [
      ...above.map((column, index) => ({ table, column, path: ['signs', id, 'above-zero', index] })),
      { table, column: days?.column, path: ['signs', id, 'days', 'column'] },
      { table, column: days?.['without-days'], path: ['signs', id, 'days', 'without-days'] },
    ]),
    ...rules.flatMap(({ rule, path }) => [
      { table: 'roster' as const, column: rule.tenure?.since, path: [...path, 'tenure', 'since'] },
      { table: 'roster' as const, column: rule.recorded?.column, path: [...path, 'recorded', 'column'] },
    ]),
    ...figures.map(({ figure, path }) => ({
      table: 'roster' as const,
      column: figure['years-since'],
      path: [...path, 'years-since'],
    })),
  ];
  return named.flatMap(({ table, column, path }) => {
    const there = Object.keys(tables[table].columns);
    if (column === undefined || there.includes(column)) return [];
    const nearest = closest(column, there);
    return [lintProblems.unknownColumn(placeOf(path), { column, table, nearest }, { value: column })];
  });
};

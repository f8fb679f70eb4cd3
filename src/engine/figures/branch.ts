/** Figures of the branch that a manager is in, rather than of the manager. */
import { inUnit, type Quantity, theseRows } from '../../model/fact.ts';
import type { Missing } from '../../model/judgement.ts';
import type { Row } from '../../model/package.ts';
import { over } from '../../model/ratio.ts';
import { branches } from '../../model/tables/branches.ts';
import { same } from '../../model/text.ts';
import { figureValue, type Reader } from './value.ts';

/** In its own unit; one in % is a share. */
export const branch: Reader<'branch'> = (indicator, { basis = 'quarter' }, { branch: all, manager }) => {
  const { unit } = manager;
  const row = all.package.tables.branches.find(
    (each) => each.branch === unit && each.indicator === indicator,
  );
  return figureValue(
    {
      quantity: row ? quantityIn(row, basis) : null,
      origin: {
        kind: 'rows',
        title: same(indicator),
        rows: theseRows({ table: 'branches', rows: row ? [row] : [] }),
      },
    },
    [noFigure(unit, indicator)],
  );
};

function quantityIn(row: Row<'branches'>, basis: 'quarter' | 'year'): Quantity {
  const value = basis === 'quarter' ? row.quarter_actual : row.year_actual;
  return row.unit === '%' ? { kind: 'ratio', value: over(value, 100) } : inUnit(row.unit ?? '', value);
}

const noFigure = (unit: string, indicator: string): Missing => ({
  key: `branch:${indicator}`,
  text: {
    zh: `“${branches.title.zh}”中没有“${unit}”的“${indicator}”`,
    en: `the table ${branches.title.en} has no "${indicator}" of "${unit}"`,
  },
});

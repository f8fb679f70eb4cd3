/**
 * How a figure follows from others, as a formula over their cells. Yuan in cells of 万元 are taken back to yuan to the
 * cent, so that nothing is calculated with what a cell merely shows. Without functions that older programs lack.
 */
import type { Quantity } from '../../model/fact.ts';
import type { Arithmetic } from '../../model/section-result.ts';
import { inWan } from '../../spreadsheet/cells.ts';
import { type Formula, formula, type Reference } from '../../spreadsheet/sheet.ts';

/** A figure of the entry: its cell, and what stands there; null: not known. */
export interface Operand {
  readonly at: Reference;
  readonly shown: Quantity | null;
}
export type Operands = (id: string) => Operand | undefined;

/** Undefined where a figure it needs is not known: an empty cell is no 0. */
export function figureFormula(by: Arithmetic, shown: Quantity, operands: Operands): Formula | undefined {
  const terms = termsOf(by, operands);
  if (terms === null || shown.kind === 'words') return undefined;
  if (shown.kind !== 'amount') return terms;
  return inWan(shown.unit) ? ['ROUND((', ...terms, ')/10000,6)'] : ['ROUND(', ...terms, ',2)'];
}

function termsOf(by: Arithmetic, operands: Operands): Formula | null {
  if ('figure' in by) return cellOf(operands(by.figure));
  const terms = piecesOf(by, operands).map((piece) =>
    typeof piece === 'string' ? [piece] : termsOf(piece, operands),
  );
  return terms.includes(null) ? null : (terms as readonly Formula[]).flat();
}

function cellOf(operand: Operand | undefined): Formula | null {
  if (!operand?.shown || operand.shown.kind === 'words') return null;
  const { at, shown } = operand;
  return shown.kind === 'amount' && inWan(shown.unit) ? formula`ROUND(${at}*10000,2)` : [at];
}

/** A node as Excel writes it, with its parts in their places. */
function piecesOf(
  by: Exclude<Arithmetic, { readonly figure: string }>,
  operands: Operands,
): readonly (string | Arithmetic)[] {
  if ('number' in by) return ['(', by.number, ')'];
  if ('sum' in by) return between(by.sum, '(', '+');
  if ('difference' in by) return between(by.difference, '(', '-');
  if ('product' in by) return between(by.product, '(', '*');
  if ('quotient' in by) return between(by.quotient, '(', '/');
  if ('largest' in by) return between(by.largest, 'MAX(', ',');
  if ('smallest' in by) return between(by.smallest, 'MIN(', ',');
  if ('nth' in by)
    return between(
      groupsOf(by.nth, by.of).map((smallest) => ({ smallest })),
      'MAX(',
      ',',
    );
  if ('cents' in by) return ['ROUND(', by.cents, ',2)'];
  if ('whole' in by) return ['INT(ROUND(', by.whole, `,${placesOf(by.whole, operands)}))`];
  const { when, atLeast, met, otherwise } = by;
  const places = placesOf(when, operands);
  return ['IF(ROUND(', when, '-', atLeast, `,${places})>=0,`, met, ',', otherwise, ')'];
}

const between = (of: readonly Arithmetic[], before: string, sign: string): (string | Arithmetic)[] => [
  before,
  ...of.flatMap((part, index) => (index === 0 ? [part] : [sign, part])),
  ')',
];

/** The n-th largest of some numbers is the largest of the least of every n of them. */
const groupsOf = <T>(size: number, of: readonly T[]): T[][] =>
  size === 0
    ? [[]]
    : of.flatMap((first, at) => groupsOf(size - 1, of.slice(at + 1)).map((rest) => [first, ...rest]));

/**
 * Doubles that should be equal differ in their last bits: sums of money behind their sixth place, quotients far behind,
 * and a cent under a bound of hundreds of millions must stay under it.
 */
const placesOf = (by: Arithmetic, operands: Operands): number => (isMoney(by, operands) ? 6 : 12);

function isMoney(by: Arithmetic, operands: Operands): boolean {
  const money = (of: Arithmetic) => isMoney(of, operands);
  if ('figure' in by) return operands(by.figure)?.shown?.kind === 'amount';
  if ('quotient' in by) return false;
  return piecesOf(by, operands).some((piece) => typeof piece !== 'string' && money(piece));
}

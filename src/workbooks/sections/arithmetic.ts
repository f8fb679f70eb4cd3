/**
 * How a figure follows from others, as a formula over their cells. Yuan in cells of 万元 are taken back to yuan to the
 * cent, so that nothing is calculated with what a cell merely shows. Without functions that older programs lack.
 */
import { type Arithmetic, type Calculation, machineText, partsOf, type Quantity } from '../../model/fact.ts';
import { decimalText, fraction, type Ratio } from '../../model/ratio.ts';
import { inWan } from '../../spreadsheet/cells.ts';
import { type Formula, formula, type Reference } from '../../spreadsheet/sheet.ts';

/** Where a part stands in cells of its own; null: it is not known; undefined: in none, and follows from its parts. */
type CellsOf = (part: Calculation) => Formula | null | undefined;

/** Undefined where a figure it needs is not known: an empty cell is no 0. */
export function figureFormula(how: Calculation, shown: Quantity, cellsOf: CellsOf): Formula | undefined {
  const terms = termsOf(how, cellsOf);
  if (terms === null || shown.kind === 'words') return undefined;
  if (shown.kind === 'decimal') return ['ROUND(', ...terms, ',9)'];
  return shown.kind === 'amount' ? inCell(shown.unit, terms) : terms;
}

/** Amounts come out of sums and divisions to the cent, as they went in. */
export const inCell = (unit: string, terms: Formula): Formula =>
  inWan(unit) ? ['ROUND((', ...terms, ')/10000,6)'] : ['ROUND(', ...terms, ',2)'];

function termsOf(part: Calculation, cellsOf: CellsOf): Formula | null {
  const cells = cellsOf(part);
  if (cells !== undefined) return cells;
  if ('from' in part) return null;
  if ('number' in part) return [`(${part.number})`];
  if ('fact' in part) return numberOf(part.fact.quantity);
  const terms = piecesOf(part).map((piece) =>
    typeof piece === 'string' ? [piece] : termsOf(piece, cellsOf),
  );
  return terms.includes(null) ? null : (terms as readonly Formula[]).flat();
}

/** A figure that stands in no cell, as the number it is. */
function numberOf(quantity: Quantity | null): Formula | null {
  if (quantity === null || quantity.kind === 'words') return null;
  return [`(${quantity.kind === 'ratio' ? ratioText(quantity.value) : machineText(quantity)})`];
}

/** A decimal, or where it would have no end the fraction itself. */
function ratioText(value: Ratio): string {
  const decimal = decimalText(value);
  return decimal.includes('(') ? fraction(value) : decimal;
}

/** A figure's cell in its own unit. */
export const inOwnUnit = (at: Reference, shown: Quantity): Formula =>
  shown.kind === 'amount' && inWan(shown.unit) ? formula`ROUND(${at}*10000,2)` : [at];

/** An operation as Excel writes it, with its parts in their places. */
function piecesOf(by: Arithmetic): readonly (string | Calculation)[] {
  if ('sum' in by) return between(by.sum, '(', '+');
  if ('difference' in by) return between(by.difference, '(', '-');
  if ('product' in by) return between(by.product, '(', '*');
  if ('quotient' in by) return between(by.quotient, '(', '/');
  if ('mean' in by) return ['(', { sum: by.mean }, '/', { number: String(by.mean.length) }, ')'];
  if ('largest' in by) return between(by.largest, 'MAX(', ',');
  if ('smallest' in by) return between(by.smallest, 'MIN(', ',');
  if ('nth' in by)
    return between(
      groupsOf(by.nth, by.of).map((smallest) => ({ smallest })),
      'MAX(',
      ',',
    );
  if ('cents' in by) return ['ROUND(', by.cents, ',2)'];
  if ('whole' in by) return ['INT(ROUND(', by.whole, `,${placesOf(by.whole)}))`];
  const { when, atLeast, met, otherwise } = by;
  const places = placesOf(when);
  return ['IF(ROUND(', when, '-', atLeast, `,${places})>=0,`, met, ',', otherwise, ')'];
}

const between = (of: readonly Calculation[], before: string, sign: string): (string | Calculation)[] => [
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
 * Doubles that should be equal differ in their last bits: sums of money behind their sixth place, those of what is counted
 * behind their ninth, quotients far behind, and a cent under a bound of hundreds of millions must stay under it.
 */
const placesOf = (part: Calculation): number => (rests(part, 'amount') ? 6 : rests(part, 'decimal') ? 9 : 12);

function rests(part: Calculation, on: Quantity['kind']): boolean {
  if ('from' in part || 'number' in part || 'quotient' in part) return false;
  return 'fact' in part ? part.fact.quantity?.kind === on : partsOf(part).some((each) => rests(each, on));
}

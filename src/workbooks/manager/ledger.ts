/**
 * Figures as formulas over the workbook's own cells, as their origins say that they were made: rows on the detail sheets
 * → customers on 客户 → figures of the grades; figures of the whole portfolio come from the detail sheets directly. What
 * does not stand on a sheet stays a value.
 */

import type { CustomerFigures, ManagerAppraisal } from '../../model/appraisal.ts';
import { rowOf } from '../../model/credited.ts';
import type { Fact } from '../../model/fact.ts';
import type { MeasureInForce } from '../../model/in-force.ts';
import { type Basis, takes } from '../../model/measure.ts';
import type { Row } from '../../model/package.ts';
import { tables } from '../../model/tables/index.ts';
import { indicators } from '../../model/tables/targets.ts';
import type { Text } from '../../model/text.ts';
import { type Formula, formula, type Reference } from '../../spreadsheet/sheet.ts';
import { figureFormula, inCell } from '../sections/arithmetic.ts';
import { capital, yes } from '../words.ts';
import { classificationSum } from './shares.ts';

type Table = MeasureInForce['table'];
export type Adjustment = Row<'adjustments'>;
/** A measure in one currency: a column of 客户. */
export type MeasuredIn = Pick<CustomerFigures['columns'][number], 'measure' | 'unit'>;

export const sumKey = ({ measure, unit }: MeasuredIn): string => `sum-${measure}-${unit}`;

export const concerns = (row: Adjustment, measure: MeasureInForce, basis: Basis): boolean =>
  row.indicator === measure.indicator && (row.basis === null || row.basis === basis);

export interface Ledger {
  /** The measures that leave out some of the manager's rows of a table. */
  readonly choosy: Readonly<Record<Table, readonly MeasureInForce[]>>;
  /** A customer's figure, in a row of 客户. */
  readonly ofCustomer: (column: MeasuredIn) => Formula | undefined;
  /**
   * A figure of the year over the manager's customers, or one that follows from such; `from`: the cell with the
   * customers' bound, else the bound itself.
   */
  readonly ofFact: (fact: Fact | null, from?: Reference) => Formula | undefined;
  /** The whole portfolio by a measure, as its cell shows it. */
  readonly ofPortfolio: (measure: string, unit: string, basis: Basis) => Formula | undefined;
  /** The whole portfolio by a measure in full units, without any adjustment. */
  readonly unadjusted: (measure: MeasureInForce, basis: Basis) => Formula | undefined;
}

/** The columns of the lists that formulas read. */
export const flagKey = (measure: MeasureInForce): string => `takes-${measure.id}`;
export const weightKey = (measure: MeasureInForce): string => `weight-${measure.id}`;
export const dollarKey = (column: string): string => `${column}Dollars`;

/** Words by which an adjustment says what it is about. */
export const everyCustomer: Text = { zh: '全部客户', en: 'all customers' };
const bothBases: Text = { zh: '季、年', en: 'quarter and year' };
export const basisWord = (basis: Adjustment['basis']): Text =>
  tables.adjustments.columns.basis.choices.find(({ id }) => id === basis)?.text ?? bothBases;

const added = (terms: readonly Formula[]): Formula =>
  terms.flatMap((term, index) => (index === 0 ? term : ['+', ...term]));

/** Amounts come out of sums and divisions to the cent, as they went in. */
const toCents = (terms: readonly Formula[]): Formula | undefined =>
  terms.length === 0 ? undefined : ['ROUND(', ...added(terms), ',2)'];
/** Ids are compared as texts, letter by letter: SUMIFS would take 007 for 7, and long numbers for one another. */
const ownRows = (list: string): Formula =>
  formula`EXACT(${{ list, column: 'customer' }},${{ here: 'customer' }})`;

/** The columns that the detail sheets show as the manager's own part; what is overdue stands there whole. */
const parts: Readonly<Record<Table, readonly string[]>> = {
  deposits: ['year_avg', 'prior_year_avg', 'quarter_avg', 'end_balance'],
  loans: ['year_avg', 'quarter_avg', 'end_balance'],
  settlement: ['quarter_amount', 'year_amount'],
};
const isShown = ({ table, ...measure }: MeasureInForce, basis: Basis): boolean =>
  [measure[basis].add, measure[basis].subtract].every(
    (column) => column === undefined || parts[table].includes(column),
  );

export function ledgerOf(
  { portfolio, customerFigures: { columns, customers } }: ManagerAppraisal,
  measures: readonly MeasureInForce[],
): Ledger {
  const { adjustments } = portfolio;
  const named = adjustments.filter((row) => row.customer_id);
  const general = adjustments.filter((row) => !row.customer_id);
  // What is credited by assignments does not follow from the manager's own rows: it stays a value.
  const measureOf = (id: string) => measures.find((each) => each.id === id && !each.assigned);
  const choosyIn = (table: Table): MeasureInForce[] =>
    measures.filter(
      (measure) =>
        measure.table === table && portfolio[table].some((each) => takes(measure, rowOf(each)) === false),
    );
  const choosy: Ledger['choosy'] = {
    deposits: choosyIn('deposits'),
    loans: choosyIn('loans'),
    settlement: choosyIn('settlement'),
  };

  /** The rows of a table that a measure takes: of one customer, or all of them. */
  const rowTerms = (measure: MeasureInForce, unit: string, basis: Basis, ofOne: boolean): Formula[] => {
    const { table } = measure;
    if (portfolio[table].length === 0) return [];
    const flag: Reference = { list: table, column: flagKey(measure) };
    const isChoosy = choosy[table].includes(measure);
    const sumOf = (column: string): Formula => {
      const cells: Reference = { list: table, column: unit === 'USD' ? dollarKey(column) : column };
      if (ofOne)
        return [
          ...['SUMPRODUCT(', ...ownRows(table)],
          ...(isChoosy ? formula`*(${flag}=${yes.text})` : []),
          ...['*', cells, ')'],
        ];
      return isChoosy ? formula`SUMIFS(${cells},${flag},${yes.text})` : formula`SUM(${cells})`;
    };
    const { add, subtract } = measure[basis];
    if (measure.weighted) {
      // Each row is weighted and rounded by itself, as the engine does it.
      const cells = (column: string): Reference => ({
        list: table,
        column: unit === 'USD' ? dollarKey(column) : column,
      });
      const weights: Reference = { list: table, column: weightKey(measure) };
      const whole: Formula = ['(', cells(add), ...(subtract ? ['-', cells(subtract)] : []), ')'];
      return [
        [
          ...['SUMPRODUCT(', ...(ofOne ? [...ownRows(table), '*'] : [])],
          ...(isChoosy ? formula`(${flag}=${yes.text})*` : []),
          ...['ROUND(', ...whole, '*', weights, ',2))'],
        ],
      ];
    }
    return [[...sumOf(add), ...(subtract === undefined ? [] : ['-', ...sumOf(subtract)])]];
  };

  /** Some of the adjustments, `only` those whose cells say so; null where their cells do not say enough. */
  const adjustmentTerms = (
    measure: MeasureInForce,
    unit: string,
    basis: Basis,
    rows: readonly Adjustment[],
    only: Formula,
  ): Formula[] | null => {
    if (!rows.some((row) => concerns(row, measure, basis))) return [];
    const word = indicators.find(({ id }) => id === measure.indicator)?.text;
    if (word === undefined) return null;
    const of = (column: string): Reference => ({ list: 'adjustments', column });
    const amount = of(measure.table === 'settlement' && unit !== 'USD' ? 'amountYuan' : 'amount');
    const which = formula`(${of('indicator')}=${capital(word)})*((${of('basis')}=${basisWord(basis)})+(${of('basis')}=${basisWord(null)}))`;
    return [['SUMPRODUCT(', ...which, ...only, '*', amount, ')']];
  };

  const ofCustomer: Ledger['ofCustomer'] = ({ measure: id, unit }) => {
    const measure = measureOf(id);
    const own: Formula = ['*', ...ownRows('adjustments')];
    const corrections = measure && adjustmentTerms(measure, unit, 'year', named, own);
    return !corrections || !isShown(measure, 'year')
      ? undefined
      : toCents([...rowTerms(measure, unit, 'year', true), ...corrections]);
  };

  const hasColumn = (measure: string, unit: string): boolean =>
    columns.some((each) => each.measure === measure && each.unit === unit);

  /** A measured figure from the customers, in its own unit. */
  const overCustomers = ({ quantity, origin }: Fact, from?: Reference): Formula | null => {
    if (origin.kind !== 'measure' || quantity?.kind !== 'amount' || origin.basis !== 'year') return null;
    const { measure: id, customersFrom, customersBy, over } = origin;
    const measure = measureOf(id);
    const { unit } = quantity;
    if (!measure || customers.length === 0 || !hasColumn(id, unit)) return null;
    if (customersBy !== null && !hasColumn(customersBy, 'CNY')) return null;
    const cells: Reference = { list: 'customers', column: sumKey({ measure: id, unit }) };
    const counted: Reference = {
      list: 'customers',
      column: sumKey({ measure: customersBy ?? '', unit: 'CNY' }),
    };
    const bound =
      from === undefined ? [String(Number(customersFrom) / 100)] : formula`ROUND(${from}*10000,2)`;
    if (over === 'largest') {
      // Nobody's figure is 0, but where all are below; and MAXIFS is younger than some of the programs this is opened with.
      if (quantity.value < 0n) return null;
      return customersFrom === null
        ? formula`MAX(0,${cells})`
        : ['SUMPRODUCT(MAX((', counted, '>=', ...bound, ')*', cells, '))'];
    }
    const onlyGeneral = formula`*(${{ list: 'adjustments', column: 'customer' }}=${everyCustomer})`;
    const corrections = adjustmentTerms(measure, unit, 'year', general, onlyGeneral);
    if (corrections === null) return null;
    const total: Formula =
      customersFrom === null
        ? formula`SUM(${cells})`
        : ['SUMIFS(', cells, ',', counted, ',">="&', ...bound, ')'];
    return added([total, ...corrections]);
  };

  const ofFact: Ledger['ofFact'] = (fact, from) => {
    if (!fact?.quantity) return undefined;
    if (fact.origin.kind !== 'calculation')
      return figureFormula({ fact }, fact.quantity, () => overCustomers(fact, from));
    return figureFormula(fact.origin.how, fact.quantity, (part) => {
      if (!('fact' in part)) return undefined;
      const cells = overCustomers(part.fact) ?? classificationSum(part.fact);
      return cells && ['(', ...cells, ')'];
    });
  };

  const ofPortfolio: Ledger['ofPortfolio'] = (id, unit, basis) => {
    const measure = measureOf(id);
    const corrections = measure && adjustmentTerms(measure, unit, basis, adjustments, []);
    if (!corrections || !isShown(measure, basis)) return undefined;
    const terms = [...rowTerms(measure, unit, basis, false), ...corrections];
    return terms.length === 0 ? undefined : inCell(unit, added(terms));
  };

  const unadjusted: Ledger['unadjusted'] = (measure, basis) =>
    isShown(measure, basis) && !measure.assigned
      ? toCents(rowTerms(measure, measure.unit, basis, false))
      : undefined;

  return { choosy, ofCustomer, ofFact, ofPortfolio, unadjusted };
}

/**
 * Measured figures as formulas over the workbook's own cells: rows on the detail sheets → customers on 客户 → figures of
 * the grades; figures of the whole portfolio come from the detail sheets directly. A formula is only given where it
 * comes to the engine's figure: what cannot be worked out from the cells stays a value.
 */

import type { Fact } from '../../model/fact.ts';
import type { MeasureInForce } from '../../model/in-force.ts';
import { type Hundredths, sum } from '../../model/money.ts';
import { tables } from '../../model/tables/index.ts';
import { indicators } from '../../model/tables/targets.ts';
import type { Text } from '../../model/text.ts';
import { inWan } from '../../spreadsheet/cells.ts';
import { type Formula, formula, type Reference } from '../../spreadsheet/sheet.ts';
import { capital, yes } from '../words.ts';
import { type Adjustment, type Basis, concerns, type Sum, type Sums, sumKey } from './sums.ts';

/** What a figure is a total or a maximum of. */
export type Role = 'total' | 'largest';

export interface Ledger {
  readonly sums: Sums;
  /** A customer's sum, in a row of 客户. */
  readonly ofCustomer: (column: Sum) => Formula | undefined;
  /** A measured figure, as its cell shows it; `from`: the cell with the customers' bound, else the bound itself. */
  readonly ofFact: (fact: Fact | null, role: Role, from?: Reference) => Formula | undefined;
  /** The whole portfolio by a measure, as its cell shows it. */
  readonly ofPortfolio: (
    measure: string,
    unit: string,
    basis: Basis,
    value: Hundredths,
  ) => Formula | undefined;
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
const asShown = (unit: string, terms: readonly Formula[]): Formula | undefined =>
  terms.length === 0 || !inWan(unit) ? toCents(terms) : ['ROUND((', ...added(terms), ')/10000,6)'];

/** Ids are compared as texts, letter by letter: SUMIFS would take 007 for 7, and long numbers for one another. */
const ownRows = (list: string): Formula =>
  formula`EXACT(${{ list, column: 'customer' }},${{ here: 'customer' }})`;

/** The columns that the detail sheets show as the manager's own part; what is overdue stands there whole. */
const parts: Readonly<Record<MeasureInForce['table'], readonly string[]>> = {
  deposits: ['year_avg', 'prior_year_avg', 'quarter_avg', 'end_balance'],
  loans: ['year_avg', 'quarter_avg', 'end_balance'],
  settlement: ['quarter_amount', 'year_amount'],
};
const isShown = ({ table, ...measure }: MeasureInForce, basis: Basis): boolean =>
  [measure[basis].add, measure[basis].subtract].every(
    (column) => column === undefined || parts[table].includes(column),
  );

export function ledgerOf(sums: Sums, adjustments: readonly Adjustment[]): Ledger {
  /** The rows of a table that a measure takes: of one customer, or all of them. */
  const rowTerms = (measure: MeasureInForce, unit: string, basis: Basis, ofOne: boolean): Formula[] => {
    const { table } = measure;
    if (!sums.hasRows(table)) return [];
    const flag: Reference = { list: table, column: flagKey(measure) };
    const choosy = sums.choosy[table].includes(measure);
    const sumOf = (column: string): Formula => {
      const cells: Reference = { list: table, column: unit === 'USD' ? dollarKey(column) : column };
      if (ofOne)
        return [
          ...['SUMPRODUCT(', ...ownRows(table)],
          ...(choosy ? formula`*(${flag}=${yes.text})` : []),
          ...['*', cells, ')'],
        ];
      return choosy ? formula`SUMIFS(${cells},${flag},${yes.text})` : formula`SUM(${cells})`;
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
          ...(choosy ? formula`(${flag}=${yes.text})*` : []),
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

  const ofCustomer: Ledger['ofCustomer'] = ({ measure, unit }) => {
    const own: Formula = ['*', ...ownRows('adjustments')];
    const corrections = adjustmentTerms(measure, unit, 'year', sums.named, own);
    return corrections === null || !isShown(measure, 'year')
      ? undefined
      : toCents([...rowTerms(measure, unit, 'year', true), ...corrections]);
  };

  const ofFact: Ledger['ofFact'] = (fact, role, from) => {
    const quantity = fact?.quantity ?? null;
    if (fact?.origin.kind !== 'measure' || quantity?.kind !== 'amount') return undefined;
    const { measure: id, basis, customersFrom, customersBy } = fact.origin;
    const measure = sums.measureOf(id);
    if (measure === undefined || basis !== 'year' || sums.customers.length === 0) return undefined;
    const { unit, value } = quantity;
    const [key, by] = [sumKey(id, unit), sumKey(customersBy ?? '', 'CNY')];
    const amounts = sums.customers
      .filter((line) => customersFrom === null || (line.sums.get(by) ?? -1n) >= customersFrom)
      .map((line) => line.sums.get(key) ?? null);
    if (amounts.includes(null)) return undefined;
    const known = amounts as readonly Hundredths[];
    const cells: Reference = { list: 'customers', column: key };
    const deposits: Reference = { list: 'customers', column: by };
    const bound =
      from === undefined ? [String(Number(customersFrom) / 100)] : formula`ROUND(${from}*10000,2)`;
    if (role === 'largest') {
      // Nobody's figure is 0; and MAXIFS is younger than some of the programs this is opened with.
      if (known.reduce((most, each) => (each > most ? each : most), 0n) !== value) return undefined;
      const counted: Formula = ['SUMPRODUCT(MAX((', deposits, '>=', ...bound, ')*', cells, '))'];
      return asShown(unit, [customersFrom === null ? formula`MAX(0,${cells})` : counted]);
    }
    const corrections = sums.general
      .filter((row) => concerns(row, measure, 'year'))
      .map((row) => sums.corrected(row, measure, unit));
    const onlyGeneral = formula`*(${{ list: 'adjustments', column: 'customer' }}=${everyCustomer})`;
    const terms = adjustmentTerms(measure, unit, 'year', sums.general, onlyGeneral);
    if (terms === null || sum([...known, ...corrections]) !== value) return undefined;
    const counted: Formula = ['SUMIFS(', cells, ',', deposits, ',">="&', ...bound, ')'];
    return asShown(unit, [customersFrom === null ? formula`SUM(${cells})` : counted, ...terms]);
  };

  const ofPortfolio: Ledger['ofPortfolio'] = (id, unit, basis, value) => {
    const measure = sums.measureOf(id);
    if (measure === undefined || sums.portfolio(measure, unit, basis, adjustments) !== value)
      return undefined;
    const corrections = adjustmentTerms(measure, unit, basis, adjustments, []);
    return corrections === null || !isShown(measure, basis)
      ? undefined
      : asShown(unit, [...rowTerms(measure, unit, basis, false), ...corrections]);
  };

  const unadjusted: Ledger['unadjusted'] = (measure, basis) =>
    isShown(measure, basis) ? toCents(rowTerms(measure, measure.unit, basis, false)) : undefined;

  return { sums, ofCustomer, ofFact, ofPortfolio, unadjusted };
}

/** The columns of a list of findings: figure, line, the distance between them by formula, and unit. */

import type { Quantity } from '../model/fact.ts';
import {
  type Comparison,
  compared,
  comparisonOf,
  type Finding,
  gapOf,
  isUpwards,
  negated,
  numberIn,
  roomOf,
} from '../model/judgement.ts';
import { compare, zero } from '../model/ratio.ts';
import type { Text } from '../model/text.ts';
import { cell, type Extra, empty, factCell, figure, words } from '../spreadsheet/cells.ts';
import { type Column, column } from '../spreadsheet/list.ts';
import { type Cell, type Formula, formula, type Reference } from '../spreadsheet/sheet.ts';
import { unitOfFinding } from './findings.ts';
import { demands } from './words.ts';

/** Amounts come out of the subtraction to the cent, what is counted to its ninth place; ratios stay as they are. */
const toItsPlaces = (quantity: Quantity, inner: Formula): Formula =>
  quantity.kind === 'ratio' ? inner : ['ROUND(', ...inner, quantity.kind === 'decimal' ? ',9)' : ',6)'];

/** What the second cell is above the first. */
const difference = (quantity: Quantity, from: Reference, to: Reference): Formula =>
  toItsPlaces(quantity, formula`${to}-${from}`);

/** The line above the figure, or below it where the finding holds from the line downwards. */
const shortBy = (finding: Finding, quantity: Quantity, seen: Reference, bound: Reference): Formula =>
  isUpwards(comparisonOf(finding) ?? 'at-least')
    ? difference(quantity, seen, bound)
    : difference(quantity, bound, seen);

/** What is asked of a figure that is not to stand at its line itself; null: it may. */
const beyondLine = (comparison: Comparison): Text | null =>
  comparison === 'at-least' || comparison === 'at-most' ? null : demands[comparison];

/** What is missing from a figure to where its finding holds; at a line that it may not stand at, that it must leave it. */
export function gapCell(finding: Finding, seen: Reference, bound: Reference, extra: Extra = {}): Cell {
  const gap = gapOf(finding);
  if (gap === null) return empty(extra);
  const comparison = comparisonOf(finding) ?? 'at-least';
  const short = toItsPlaces(
    gap,
    isUpwards(comparison) ? formula`MAX(0,${bound}-${seen})` : formula`MAX(0,${seen}-${bound})`,
  );
  const beyond = beyondLine(comparison);
  if (beyond === null) return figure(gap, { ...extra, formula: short });
  // At such a line nothing is missing in figures, and it does not hold.
  const atLine = formula`ROUND(${seen}-${bound},12)=0`;
  // What is the whole already need not rise.
  const falls: Formula = comparison === 'risen' ? ['AND(', ...atLine, ',', seen, '<1)'] : atLine;
  const own = figure(gap, { ...extra, formula: ['IF(', ...falls, ',', beyond, ',', ...short, ')'] });
  return isAtLine(finding) ? cell(beyond, own.format, own) : own;
}

/** It does not hold, though nothing is missing from the figure to its line: there it does not hold yet. */
const isAtLine = (finding: Finding): boolean => {
  const [seen, line] = [finding.observed?.quantity ?? null, finding.threshold?.quantity ?? null];
  const [comparison, gap] = [comparisonOf(finding), numberIn(gapOf(finding))];
  return (
    comparison !== null &&
    gap !== null &&
    compare(gap, zero) === 0 &&
    compared(comparison, seen, line) === 'unmet'
  );
};

/** How far a figure is from the line at which its finding would hold; negative where it does. */
export function headRoomCell(finding: Finding, seen: Reference, bound: Reference, extra: Extra = {}): Cell {
  const room = negated(roomOf(finding));
  if (room === null) return empty(extra);
  return figure(room, { ...extra, formula: shortBy(finding, room, seen, bound) });
}

/** How far a figure is on the side where its finding holds; negative where it is on the other. */
export function roomCell(finding: Finding, seen: Reference, bound: Reference, extra: Extra = {}): Cell {
  const room = roomOf(finding);
  if (room === null) return empty(extra);
  return figure(room, { ...extra, formula: shortBy(finding, room, bound, seen) });
}

type DistanceCell = typeof headRoomCell;

function blankBeside(_finding: Finding, _seen: Reference, _bound: Reference, extra: Extra = {}): Cell {
  return empty(extra);
}

interface Heads {
  readonly threshold: Text;
  readonly distance: Text;
}

const distances = {
  // Nothing is missing from what is not to hold.
  gap: {
    cell: gapCell,
    denied: blankBeside,
    threshold: { zh: '标准', en: 'Threshold' },
    distance: { zh: '还差', en: 'Gap' },
  },
  room: {
    cell: headRoomCell,
    denied: roomCell,
    threshold: { zh: '预警线', en: 'Line' },
    distance: { zh: '距预警线', en: 'Head-room' },
  },
} as const satisfies Record<string, Heads & { cell: DistanceCell; denied: DistanceCell }>;

/** `gap` for what is to be reached, `room` for what is not to be crossed. */
export function figureColumns<R>(
  distance: keyof typeof distances,
  findingOf: (row: R) => Finding | null,
  extraOf: (row: R) => Extra,
  /** Formulas and anchors of a row's figure and of its line. */
  more: { readonly [K in 'observed' | 'threshold' | 'distance']?: (row: R) => Extra } & {
    /** Inside a condition that is not to hold: one that is. */
    readonly denied?: (row: R) => boolean;
  } = {},
): Column<R>[] {
  const { cell, denied, ...heads } = distances[distance];
  const cellOf =
    (make: (finding: Finding, extra: Extra, row: R) => Cell, own?: (row: R) => Extra) =>
    (row: R): Cell => {
      const finding = findingOf(row);
      return finding === null
        ? empty(extraOf(row))
        : make(finding, own === undefined ? extraOf(row) : { ...extraOf(row), ...own(row) }, row);
    };
  const observed = cellOf(
    (finding, extra) => factCell(finding.observed, extra, finding.threshold),
    more.observed,
  );
  const threshold = cellOf((finding, extra) => factCell(finding.threshold, extra), more.threshold);
  const between = cellOf(
    (finding, extra, row) =>
      (more.denied?.(row) ? denied : cell)(finding, { here: 'observed' }, { here: 'threshold' }, extra),
    more.distance,
  );
  const unit = cellOf((finding, extra) => words(unitOfFinding(finding), extra));
  return [
    column('observed', { zh: '实际', en: 'Figure' }, [10, 20], observed),
    column('threshold', heads.threshold, [10, 20], threshold),
    column(distance, heads.distance, [10, 20], between),
    column('unit', { zh: '单位', en: 'Unit' }, unit),
  ];
}

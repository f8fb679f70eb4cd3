/** The columns of a list of findings: figure, line, the distance between them by formula, and unit. */

import type { Quantity } from '../model/fact.ts';
import type { Finding } from '../model/judgement.ts';
import type { Text } from '../model/text.ts';
import { blank, type Extra, factCell, figure, words } from '../spreadsheet/cells.ts';
import type { Column } from '../spreadsheet/list.ts';
import { type Cell, type Formula, formula, type Reference } from '../spreadsheet/sheet.ts';
import { above, cellNumber, unitOfFinding } from './findings.ts';

/** Amounts come out of the subtraction to the cent, as they went in; ratios stay as they are. */
const toItsPlaces = (quantity: Quantity, inner: Formula): Formula =>
  quantity.kind === 'ratio' ? inner : ['ROUND(', ...inner, ',6)'];

/** What the second cell is above the first. */
export const difference = (quantity: Quantity, from: Reference, to: Reference): Formula =>
  toItsPlaces(quantity, formula`${to}-${from}`);

/** What is missing from a figure to its threshold: a formula where the engine's gap is just that difference. */
export function gapCell(
  { observed, threshold, gap }: Finding,
  seen: Reference,
  bound: Reference,
  extra: Extra = {},
): Cell {
  if (gap === null) return { ...blank, ...extra };
  const [from, to, missing] = [observed?.quantity, threshold?.quantity, gap].map(cellNumber);
  const isShortfall =
    from != null && to != null && missing != null && Math.abs(Math.max(0, to - from) - missing) < 5e-7;
  if (!isShortfall) return figure(gap, extra);
  return figure(gap, { ...extra, formula: toItsPlaces(gap, formula`MAX(0,${bound}-${seen})`) });
}

/**
 * The head-room of a figure over a line it should not fall below; negative where it has. A rule that holds although its
 * figure is above the line is one that should not be exceeded: there the room is counted the other way.
 */
function roomCell(
  { outcome, observed, threshold }: Finding,
  seen: Reference,
  bound: Reference,
  extra: Extra,
): Cell {
  const over = above(observed?.quantity, threshold?.quantity);
  if (over === null) return { ...blank, ...extra };
  const upper = outcome === 'met' && (cellNumber(over) ?? 0) >= 0;
  const room = upper ? above(threshold?.quantity, observed?.quantity) : over;
  const made = upper ? difference(over, seen, bound) : difference(over, bound, seen);
  return figure(room, { ...extra, formula: made });
}

interface Heads {
  readonly threshold: Text;
  readonly distance: Text;
}

const distances = {
  gap: { cell: gapCell, threshold: { zh: '标准', en: 'Threshold' }, distance: { zh: '还差', en: 'Gap' } },
  room: {
    cell: roomCell,
    threshold: { zh: '预警线', en: 'Line' },
    distance: { zh: '距预警线', en: 'Head-room' },
  },
} as const satisfies Record<string, Heads & { cell: typeof roomCell }>;

/** `gap` for what is to be reached, `room` for what is not to be crossed. */
export function figureColumns<R>(
  distance: keyof typeof distances,
  findingOf: (row: R) => Finding | null,
  extraOf: (row: R) => Extra,
  /** Formulas and anchors of a row's figure and of its line. */
  more: { readonly [K in 'observed' | 'threshold' | 'distance']?: (row: R) => Extra } = {},
): Column<R>[] {
  const { cell, ...heads } = distances[distance];
  const column = (
    key: string,
    header: Text,
    make: (finding: Finding, extra: Extra) => Cell,
    width?: readonly [number, number],
    own?: (row: R) => Extra,
  ): Column<R> => ({
    key,
    header,
    width,
    of: (row) => {
      const finding = findingOf(row);
      return finding === null
        ? { ...blank, ...extraOf(row) }
        : make(finding, { ...extraOf(row), ...own?.(row) });
    },
  });
  return [
    column(
      'observed',
      { zh: '实际', en: 'Figure' },
      (finding, extra) => factCell(finding.observed, extra, finding.threshold),
      [10, 20],
      more.observed,
    ),
    column(
      'threshold',
      heads.threshold,
      (finding, extra) => factCell(finding.threshold, extra),
      [10, 20],
      more.threshold,
    ),
    column(
      distance,
      heads.distance,
      (finding, extra) => cell(finding, { here: 'observed' }, { here: 'threshold' }, extra),
      [10, 20],
      more.distance,
    ),
    column('unit', { zh: '单位', en: 'Unit' }, (finding, extra) => words(unitOfFinding(finding), extra)),
  ];
}

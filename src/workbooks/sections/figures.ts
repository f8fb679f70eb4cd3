/** How the figures of a section stand on sheets: the unit each is shown in, the same in every row, and its formula. */
import { inFull, isSmall, type Quantity } from '../../model/fact.ts';
import type { SectionEntry, SectionFigure } from '../../model/section-result.ts';
import { same, type Text } from '../../model/text.ts';
import { cell, type Extra, empty, figure as figureCell } from '../../spreadsheet/cells.ts';
import type { Cell, Formula, Reference } from '../../spreadsheet/sheet.ts';
import { unitOf } from '../words.ts';
import { figureFormula, inOwnUnit } from './arithmetic.ts';

export interface ShownFigure {
  readonly id: string;
  readonly title: Text;
  /** The word for its unit; null: the entries count it in different ones. */
  readonly unit: Text | null;
  /** Yuan stand in full, not in 万元. */
  readonly inFull: boolean;
  /** Coefficients and weights of which some are no whole numbers: all stand with two places. */
  readonly broken: boolean;
}

const namesYuan = ({ title }: SectionFigure): boolean => title.zh.endsWith('（元）');

const isBroken = (quantity: Quantity | null): boolean =>
  quantity?.kind === 'count' ? !Number.isInteger(quantity.value) : isPlainAmount(quantity);

/** Points, or a part of a number. */
const isPlainAmount = (quantity: Quantity | null): boolean =>
  quantity?.kind === 'amount' && quantity.unit === '';

const quantityIn = (id: string, entry: SectionEntry): Quantity | null =>
  entry.figures.find((each) => each.id === id)?.fact.quantity ?? null;

/** A figure as its cell shows it. */
export function shownIn(figure: Pick<ShownFigure, 'id' | 'inFull'>, entry: SectionEntry): Quantity | null {
  const quantity = quantityIn(figure.id, entry);
  return figure.inFull && quantity !== null ? inFull(quantity) : quantity;
}

/**
 * Every figure that some entry has, once: in the order that all entries keep, and where they leave it open by id. Nearly
 * always every entry has the same ones.
 */
function declaredIn(entries: readonly SectionEntry[]): SectionFigure[] {
  const all = new Map(entries.flatMap(({ figures }) => figures.map((figure) => [figure.id, figure])));
  const first = entries[0]?.figures ?? [];
  if (first.length === all.size) return [...first];
  const waits = new Map([...all.keys()].map((id) => [id, new Set<string>()]));
  for (const { figures } of entries)
    for (const [index, { id }] of figures.entries()) {
      const before = figures[index - 1];
      if (before) waits.get(id)?.add(before.id);
    }
  const ordered: SectionFigure[] = [];
  while (waits.size > 0) {
    const free = [...waits].flatMap(([id, before]) =>
      [...before].some((each) => waits.has(each)) ? [] : id,
    );
    const next = free.sort()[0] ?? [...waits.keys()][0] ?? '';
    waits.delete(next);
    const figure = all.get(next);
    if (figure) ordered.push(figure);
  }
  return ordered;
}

/**
 * The figures of a section's entries, all of which decide how they are shown: yuan stand in full where no entry reaches a
 * million, or where the title says so; else in 万元.
 */
export const figuresOf = (entries: readonly SectionEntry[]): ShownFigure[] =>
  declaredIn(entries).map((declared): ShownFigure => {
    const { id, title } = declared;
    const full =
      namesYuan(declared) || entries.flatMap((entry) => quantityIn(id, entry) ?? []).every(isSmall);
    const broken = entries.some((entry) => isBroken(quantityIn(id, entry)));
    const shown = { id, title, inFull: full, broken };
    const units = new Map(
      entries.map((entry) => unitOf(shownIn(shown, entry))).map((unit) => [unit.zh, unit]),
    );
    units.delete('');
    const [unit = same(''), ...others] = units.values();
    return { ...shown, unit: others.length === 0 ? unit : null };
  });

const namesUnit = ({ title, unit }: ShownFigure): boolean =>
  unit !== null && unit.zh !== '' && title.zh.endsWith(`（${unit.zh}）`);

/** `奖励（元）`; a title that names its unit keeps it, and one that ends in brackets needs none but of money. */
export function titleWithUnit(figure: ShownFigure): Text {
  const { title, unit } = figure;
  if (unit === null || unit.zh === '' || namesUnit(figure)) return title;
  if (title.zh.endsWith('）') && !unit.zh.endsWith('元')) return title;
  return { zh: `${title.zh}（${unit.zh}）`, en: `${title.en} (${unit.en})` };
}

/** `奖励`, for where the unit stands by itself. */
export function bareTitle(figure: ShownFigure): Text {
  const { zh, en } = figure.title;
  return namesUnit(figure)
    ? { zh: zh.replace(/（[^（）]*）$/, ''), en: en.replace(/ \([^()]*\)$/, '') }
    : figure.title;
}

/** The figure's cell; `at`: where the entry's other figures stand. */
export function sectionFigureCell(
  figure: ShownFigure,
  entry: SectionEntry,
  all: readonly ShownFigure[],
  at: (id: string) => Reference,
  extra: Extra = {},
): Cell {
  const shown = shownIn(figure, entry);
  if (shown === null) return empty(extra);
  const made = formulaOf(figure, entry, all, at);
  const own = figureCell(shown, made === undefined ? extra : { ...extra, formula: made });
  return figure.broken && own.format === 'whole' ? cell(own.value, 'decimal', own) : own;
}

/** How a figure follows from the entry's others, where it does. */
export function formulaOf(
  figure: ShownFigure,
  entry: SectionEntry,
  all: readonly ShownFigure[],
  at: (id: string) => Reference,
): Formula | undefined {
  const origin = entry.figures.find(({ id }) => id === figure.id)?.fact.origin;
  const shown = shownIn(figure, entry);
  if (origin?.kind !== 'calculation' || shown === null) return undefined;
  return figureFormula(origin.how, shown, (part) => {
    const own = 'fact' in part && entry.figures.find(({ fact }) => fact === part.fact);
    const operand = own && all.find(({ id }) => id === own.id);
    if (!operand) return undefined;
    const there = shownIn(operand, entry);
    return there && there.kind !== 'words' ? inOwnUnit(at(operand.id), there) : null;
  });
}

/** The row a problem speaks of, on one line: `0012 │ C1 │ «abc» │ …`. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Reading } from '../model/package.ts';
import { printable } from './printable.ts';

const longestText = 24;
/** The row's first cells, which say whose it is, and those beside the one in question. */
const few = { first: 3, beside: 1, most: 7 };

/** Where in its row the cell stands that a problem speaks of; -1 where it speaks of none. */
export function positionOf({ at }: Diagnostic, readings: readonly Reading[]): number {
  const reading = readings.find(
    ({ source }) => source.file === at.file && source.sheet === (at.sheet ?? null),
  );
  return (reading?.columns.find(({ header }) => header === at.column)?.position ?? 0) - 1;
}

export function excerptLine(cells: readonly string[], position: number): string {
  const last = cells.findLastIndex((cell) => cell !== '');
  const shown = Array.from({ length: Math.max(last, position) + 1 }, (_, index) => index).filter(
    (index) =>
      index === position ||
      (index <= last && (last < few.most || index < few.first || Math.abs(index - position) <= few.beside)),
  );
  const texts = shown.flatMap((index, place) => {
    const text = short(printable(cells[index] ?? ''));
    const gap = index - (shown[place - 1] ?? -1) > 1 ? ['…'] : [];
    return [...gap, index === position ? `«${text}»` : text];
  });
  const more = (shown.at(-1) ?? last) < last ? ['…'] : [];
  return [...texts, ...more].join(' │ ');
}

const short = (text: string): string => {
  const letters = [...text];
  return letters.length > longestText ? `${letters.slice(0, longestText - 1).join('')}…` : text;
};

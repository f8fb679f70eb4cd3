/**
 * Bars inside a cell, as text repeated by a formula: they open everywhere without a repair prompt, which cannot be said
 * of the data bars that the workbook library writes, and they print.
 */
import { words } from './cells.ts';
import type { Cell, Formula } from './sheet.ts';
import type { Tone } from './style.ts';

const steps = 10;
const [full, empty] = ['█', '░'];

/** How far a figure has come, at most the whole bar; `share`: the formula of the same part of the whole. */
export function bar(part: number, share: Formula, tone?: Tone): Cell {
  // Rounded before it is cut off, so that a share which floating point puts a hair below a step still reaches it.
  const filled = Math.max(0, Math.min(steps, Math.floor(Number((part * steps).toFixed(9)))));
  const count: Formula = [`MAX(0,MIN(${steps},INT(ROUND((`, ...share, `)*${steps},9))))`];
  return words(full.repeat(filled) + empty.repeat(steps - filled), {
    look: 'bar',
    tone,
    formula: [`REPT("${full}",`, ...count, `)&REPT("${empty}",${steps}-`, ...count, ')'],
  });
}

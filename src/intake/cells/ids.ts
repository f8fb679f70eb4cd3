/** Ids: text that may look like a number. Leading zeros stay; what Excel has already spoiled is a fault. */
import { type Cell, isDate } from '../files/sheet.ts';
import { halfWidth, isNothing } from '../words.ts';

type IdFault = { readonly fault: 'scientific' | 'digits-lost' | 'not-an-id' };

/** The id in a cell; `''` where it is blank or a dash. */
export function idIn(cell: Cell): string | IdFault {
  if (cell === null) return '';
  if (typeof cell === 'number') return idInNumber(cell);
  if (typeof cell === 'string') return idInText(cell);
  return { fault: isDate(cell) ? 'digits-lost' : 'not-an-id' };
}

/** Excel keeps 15 digits; a longer id in a numeric cell has lost its last ones. */
function idInNumber(number: number): string | IdFault {
  if (!Number.isInteger(number) || number < 0) return { fault: 'not-an-id' };
  return number < 1e15 ? String(number) : { fault: 'digits-lost' };
}

const plainId = /^[\dA-Za-z]+$/;

function idInText(cell: string): string | IdFault {
  if (plainId.test(cell)) return cell;
  const words = halfWidth(cell);
  if (isNothing(words)) return '';
  if (/^\d(?:\.\d+)?E\+\d+$/i.test(words)) return { fault: 'scientific' };
  // `'0012` and `="0012"` are how people and systems keep Excel from eating the zeros.
  return (/^="(.*)"$/.exec(words)?.[1] ?? words.replace(/^'/, '')).trim();
}

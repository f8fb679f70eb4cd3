/** What the values below a header say of a column: whether it could be one, and whether nothing else could have them. */
import type { ChoiceColumn, FileColumn } from '../../model/table.ts';
import type { Text } from '../../model/text.ts';
import { choiceBeginning, choiceFinder } from '../cells/choices.ts';
import { dayInNumber, dayInText } from '../cells/dates.ts';
import { hundredthsIn, numberIn } from '../cells/numbers.ts';
import { currencyCode, currencyOfName } from '../currency.ts';
import { type Cell, isDate, isEmpty, textOf } from '../files/sheet.ts';
import type { Roster } from '../roster.ts';
import { shareOf } from '../telling.ts';
import { isNothing, nameKey } from '../words.ts';

/** `decided`: no other column has such values. */
type Evidence = 'decided' | 'fits' | 'contradicted' | 'nothing-to-see';

export interface ValueEvidence {
  readonly evidence: Evidence;
  /** The values that decided it. */
  readonly because: Text | null;
}

/** The values of a column, each with how often it occurs. */
export type Values = ReadonlyMap<Cell, number>;

export function valuesIn(cells: readonly Cell[]): Values {
  const values = new Map<Cell, number>();
  for (const cell of cells)
    if (!isEmpty(cell) && !isNothing(textOf(cell))) values.set(cell, (values.get(cell) ?? 0) + 1);
  return values;
}

/** Of all that is filled, so much has to be readable. */
const most = 0.9;

export function evidenceIn(
  values: Values,
  name: string,
  column: FileColumn,
  roster: Roster | null,
): ValueEvidence {
  const filled = sum(values, () => true);
  if (filled === 0) return { evidence: 'nothing-to-see', because: null };
  const share = (reads: (cell: Cell) => boolean): number => sum(values, reads) / filled;
  if (name === 'manager_id' && roster !== null) return managers(values, share, roster);
  const reads = readerOf(column);
  if (reads === null) return { evidence: 'fits', because: null };
  if (share(reads) < (isWords(column) ? 0.5 : most)) {
    // Words may be the bank's own, as long as they are few.
    const mayBeOwn = isWords(column) && values.size <= 12 && share(isNumber) < most;
    return { evidence: mayBeOwn ? 'fits' : 'contradicted', because: null };
  }
  const tells = tellingOf(column);
  const decided = tells !== null && share(tells) >= 0.5;
  return { evidence: decided ? 'decided' : 'fits', because: decided ? frequencies(values) : null };
}

function managers(
  values: Values,
  share: (reads: (cell: Cell) => boolean) => number,
  roster: Roster,
): ValueEvidence {
  const isId = (cell: Cell) => roster.ids.has(textOf(cell));
  const isName = (cell: Cell) => roster.idsByName.has(nameKey(textOf(cell)));
  const isPlainNumber = (cell: Cell) => /^\d{1,10}$/.test(textOf(cell));
  if (share(isId) >= most) {
    const because = { zh: '其中的工号名册里都有', en: 'the roster has these ids' };
    return { evidence: values.size > 1 || roster.ids.size < 3 ? 'decided' : 'fits', because };
  }
  if (share(isName) >= most) {
    return { evidence: 'decided', because: { zh: '其中的姓名名册里都有', en: 'the roster has these names' } };
  }
  const mayBe =
    share(isId) > 0.2 || share((cell) => inside(textOf(cell), roster)) >= 0.5 || share(isPlainNumber) >= most;
  return { evidence: mayBe ? 'fits' : 'contradicted', because: null };
}

/** `0012-王芳` and `王芳(0012)` hold an id of the roster. */
const inside = (text: string, { ids }: Roster): boolean =>
  text
    .normalize('NFKC')
    .split(/[^\w]+/)
    .some((part) => ids.has(part));

const isNumber = (cell: Cell): boolean =>
  !Number.isNaN(hundredthsIn(cell)) || typeof numberIn(cell) === 'bigint';
const isDay = (cell: Cell): boolean =>
  isDate(cell) || (typeof cell === 'number' ? dayInNumber(cell, null) : dayInText(textOf(cell))) !== null;

const isWords = ({ kind }: FileColumn): boolean =>
  kind === 'choice' || kind === 'declared' || kind === 'currency';

/** Whether a cell can be read as a value of the column; null: any can. */
function readerOf(column: FileColumn): ((cell: Cell) => boolean) | null {
  switch (column.kind) {
    case 'amount':
    case 'product':
    case 'figure':
    case 'decimal':
    case 'days':
    case 'count':
      return isNumber;
    case 'date':
      return isDay;
    case 'share':
      return (cell) => shareOf(textOf(cell)) !== null || isNumber(cell);
    case 'currency':
      return (cell) => currencyCode(textOf(cell)) !== null;
    case 'choice': {
      return column.open === true ? (cell) => !isNumber(cell) : meansChoice(column);
    }
    case 'id':
      return (cell) => /^[\w'="()*./-]+$|\d/.test(textOf(cell).normalize('NFKC')) && !isDate(cell);
    case 'text':
      return (cell) => !isDate(cell);
    default:
      return null;
  }
}

/** Whether a cell holds what only such a column has; null: nothing is only its own. */
function tellingOf(column: FileColumn): ((cell: Cell) => boolean) | null {
  if (column.kind === 'currency')
    return (cell) =>
      textOf(cell)
        .normalize('NFKC')
        .split(/[-–—_/|()\s:.]+/)
        .some((part) => /\D/.test(part) && currencyOfName(part) !== null);
  if (column.kind !== 'choice' || column.choices.length < 3) return null;
  const means = meansChoice(column);
  return (cell) => /\p{Script=Han}/u.test(textOf(cell)) && means(cell);
}

/** One of the choices, or a longer word that begins with one. */
function meansChoice(column: ChoiceColumn): (cell: Cell) => boolean {
  const find = choiceFinder(column);
  const beginning = choiceBeginning(column);
  return (cell) => find(textOf(cell)) !== null || (!column.open && beginning(textOf(cell)) !== null);
}

function sum(values: Values, counts: (cell: Cell) => boolean): number {
  let count = 0;
  for (const [cell, times] of values) if (counts(cell)) count += times;
  return count;
}

/** `CNY ×880、美元 ×20` */
function frequencies(values: Values): Text {
  const shown = [...values]
    .map(([cell, count]) => ({ text: textOf(cell), count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, 4)
    .map(({ text, count }) => `${text} ×${count}`);
  const more = values.size > shown.length;
  return {
    zh: `值：${shown.join('、')}${more ? '等' : ''}`,
    en: `values: ${shown.join(', ')}${more ? ' and more' : ''}`,
  };
}

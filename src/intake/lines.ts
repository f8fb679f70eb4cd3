/** What a line below the header is: data, or something a person added (totals, notes, signatures, a repeated header). */
import type { FileColumn, TableOfFiles } from '../model/table.ts';
import { numberIn } from './cells/numbers.ts';
import { type Cell, isEmpty, type RawRow, textOf } from './files/sheet.ts';
import type { Header } from './header.ts';
import { halfWidth, nameKey } from './words.ts';

type LineKind = 'data' | 'blank' | 'zeros' | 'total' | 'subtotal' | 'note' | 'header';

const totalWord = /^(.{0,30}?)(合计|总计|共计|总额|小计|汇总|total|subtotal|grandtotal)(?:[:：(].*)?$/;
const signature =
  /^(?:填报|填表|制表|制单|复核|审核|审批|核对|主管|经办|负责|导出|打印|报送|报表|联系|电话|备注|附注|注|说明|日期|时间|数据|单位|部门|签字|签章|签名|prepared|exported|printed|checked|approved|notes?\b)[^:]{0,10}:/i;
const signatureWord =
  /^(?:填报人|填表人|制表人?|制单人|复核人?|审核人?|经办人?|主管领导|主管|负责人|单位负责人|导出人|导出时间|打印人|打印时间|备注|注)(?:\s|$)/;

/** Says of each line of a sheet what it is. A line with all its keys is data unless a key itself says otherwise. */
export function lineClassifier(declaration: TableOfFiles, header: Header): (row: RawRow) => LineKind {
  const known = header.columns.filter(({ column }) => column !== null);
  const keyKinds = keyKindsOf(declaration);
  const keys = known.filter(({ column }) => {
    const declared = declaration.columns[column ?? ''];
    return declared?.required === true && keyKinds.has(declared.kind);
  });
  const needed = keys
    .filter(({ column }) => {
      const declared = declaration.columns[column ?? ''];
      return declared?.kind !== 'id' || !declared.mayBeBlank;
    })
    .map(({ index }) => index);
  const knownIndexes = new Set(known.map(({ index }) => index));
  const keyIndexes = keys.map(({ index }) => index);
  const headerTexts = new Map(keys.map(({ index, header: text }) => [index, new Set(text.split('/'))]));
  const numeric = new Set(
    known.filter(({ column }) => isNumeric(declaration, column)).map(({ index }) => index),
  );
  const texts = new Set(
    known
      .filter(({ column }) => declaration.columns[column ?? '']?.kind === 'text')
      .map(({ index }) => index),
  );

  return ({ cells }) => {
    for (const index of keyIndexes) {
      const cell = cells[index];
      if (typeof cell !== 'string' || plainId.test(cell)) continue;
      const total = totalKind(cell);
      if (total !== null) return total;
      const words = halfWidth(cell);
      if (signature.test(words) || signatureWord.test(words)) return 'note';
    }
    if (hasAll(needed, cells)) {
      if (repeatsHeader(cells)) return 'header';
      return keyKinds.has('text') && isLoneSentence(cells) ? 'note' : 'data';
    }
    return incomplete(cells);
  };

  /** Where the key is a name, a sentence below the table stands in the place of one. */
  function isLoneSentence(cells: readonly Cell[]): boolean {
    const filled = cells.filter((cell) => !isEmpty(cell));
    return filled.length === 1 && /[，。；：,;:\s]/.test(textOf(filled[0] ?? null));
  }

  function repeatsHeader(cells: readonly Cell[]): boolean {
    return keyIndexes.every((index) => headerTexts.get(index)?.has(textOf(cells[index])) === true);
  }

  /** A line that lacks a key: still data (and then an error) unless it plainly is something else. */
  function incomplete(cells: readonly Cell[]): LineKind {
    const filled: number[] = [];
    for (let index = 0; index < cells.length; index++) if (!isEmpty(cells[index])) filled.push(index);
    const [first] = filled;
    if (first === undefined) return 'blank';
    for (const index of filled) {
      const total = numeric.has(index) ? null : totalKind(textOf(cells[index]));
      if (total !== null) return total;
    }
    if (keyIndexes.every((index) => isEmpty(cells[index])) && filled.every((index) => isZero(cells[index])))
      return 'zeros';
    // Beside the table only: a remark, or the running numbers of a form that was not filled to its end.
    if (!filled.some((index) => knownIndexes.has(index))) return 'note';
    const words = halfWidth(textOf(cells[first]));
    if (signature.test(words) || signatureWord.test(words)) return 'note';
    // A sentence that stands alone; a lone name in a name column is a broken row instead.
    const alone = filled.length === 1 && typeof cells[first] === 'string' && !texts.has(first);
    return alone && /\p{Script=Han}|\s/u.test(words) && !/^[\d.,]+$/.test(words) ? 'note' : 'data';
  }
}

function hasAll(indexes: readonly number[], cells: readonly Cell[]): boolean {
  for (const index of indexes) if (isEmpty(cells[index])) return false;
  return true;
}

const isZero = (cell: Cell | undefined): boolean => {
  const number = numberIn(cell ?? null);
  return number === 0n || number === null;
};

/** Rows are told by their ids and currencies; where a table has neither, by their names. */
function keyKindsOf({ columns }: TableOfFiles): ReadonlySet<FileColumn['kind']> {
  const ids = new Set<FileColumn['kind']>(['id', 'currency']);
  const byId = Object.values(columns).some(({ kind, required }) => required && ids.has(kind));
  return byId ? ids : new Set(['text']);
}

const plainId = /^[\dA-Za-z]*\d[\dA-Za-z]*$/;

function isNumeric(declaration: TableOfFiles, column: string | null): boolean {
  const kind = column === null ? undefined : declaration.columns[column]?.kind;
  return (
    kind === 'amount' || kind === 'product' || kind === 'figure' || kind === 'days' || kind === 'decimal'
  );
}

/** `合计`, `东城支行小计`, `总计:`; null for anything else. */
function totalKind(text: string): 'total' | 'subtotal' | null {
  const match = totalWord.exec(nameKey(text));
  if (match === null) return null;
  const [, before = '', word = ''] = match;
  // `张三小计`, `东城支行合计` are totals of a part.
  return word === '小计' || word === '汇总' || word === 'subtotal' || before !== '' ? 'subtotal' : 'total';
}

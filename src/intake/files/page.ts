/**
 * A web page as one raw sheet: the tables in it one below the other, as Excel shows a page that is named .xls. Cells stay
 * the texts they are: 0012 is no number.
 */
import { Parser } from 'htmlparser2';
import { damaged, longestCell, tooLarge } from './fault.ts';
import type { Limits } from './limits.ts';
import { faultProblem } from './problems.ts';
import { type Cell, isEmpty, type Merge, type RawFile, type RawRow } from './sheet.ts';

/** What HTML itself allows. */
const widestSpan = 1000;
const tallestSpan = 65_534;
const widestRow = 16_384;
const deepest = 64;

/** A table that is being read; one may stand in a cell of another. */
interface Table {
  cells: Cell[];
  inRow: boolean;
  /** Rows that a tall cell above still covers, by column. */
  readonly covered: Map<number, number>;
  cell: { text: string; value: string; colspan: number; rowspan: number } | null;
}

export function openPage(file: string, text: string, encoding: string, limits: Limits): RawFile {
  let read: { rows: RawRow[]; merges: Merge[] };
  try {
    read = rowsOf(text, limits);
    // A page without a row is no table.
    if (read.rows.length === 0) throw damaged();
  } catch (error) {
    return { sheets: [], problems: [faultProblem(error, { file }, limits)] };
  }
  const { rows, merges } = read;
  return {
    problems: [],
    sheets: [
      {
        name: null,
        encoding,
        empty: rows.every(({ cells }) => cells.every(isEmpty)),
        merges,
        hidden: () => ({ sheet: false, rows: 0, columns: 0 }),
        dayOfSerial: null,
        async *rows() {
          yield rows;
        },
      },
    ],
  };
}

function rowsOf(text: string, limits: Limits): { rows: RawRow[]; merges: Merge[] } {
  const rows: RawRow[] = [];
  const merges: Merge[] = [];
  const tables: Table[] = [];
  const longest = longestCell(limits);
  let cells = 0;
  let silent = 0;

  const closeCell = (table: Table): void => {
    if (table.cell === null) return;
    const { text: shown, value, colspan, rowspan } = table.cell;
    table.cell = null;
    while (table.covered.has(table.cells.length)) table.cells.push(null);
    const left = table.cells.length;
    if (left + colspan > widestRow) throw damaged();
    table.cells.push(cellOf(shown, value));
    for (let column = left; column < left + colspan; column++) {
      if (column > left) table.cells.push(null);
      // Counted down at the end of this row already.
      if (rowspan > 1) table.covered.set(column, rowspan);
    }
    const top = rows.length + 1;
    if (colspan > 1 || rowspan > 1)
      merges.push({ top, bottom: top + rowspan - 1, left, right: left + colspan - 1 });
  };
  const closeRow = (table: Table): void => {
    closeCell(table);
    if (!table.inRow) return;
    table.inRow = false;
    cells += table.cells.length + 1;
    if (cells > limits.cells) throw tooLarge('cells');
    rows.push({ number: rows.length + 1, cells: table.cells });
    table.cells = [];
    for (const [column, left] of table.covered) {
      if (left <= 1) table.covered.delete(column);
      else table.covered.set(column, left - 1);
    }
  };
  const say = (words: string): void => {
    const cell = tables.at(-1)?.cell;
    if (!cell || silent > 0) return;
    cell.text += words;
    if (cell.text.length > longest) throw tooLarge('cell-kb');
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const table = tables.at(-1);
        if (name === 'style' || name === 'script' || name === 'title') silent += 1;
        else if (name === 'table') {
          if (tables.length >= deepest) throw damaged();
          tables.push({ cells: [], inRow: false, covered: new Map(), cell: null });
        } else if (table === undefined) return;
        else if (name === 'tr') {
          closeRow(table);
          table.inRow = true;
        } else if (name === 'td' || name === 'th') {
          closeCell(table);
          table.inRow = true;
          table.cell = {
            text: '',
            value: attributes['x:num'] ?? '',
            colspan: spanIn(attributes.colspan, widestSpan),
            rowspan: spanIn(attributes.rowspan, tallestSpan),
          };
        } else if (name === 'br' || name === 'p' || name === 'div') say('\n');
      },
      ontext: (words) => say(words.replace(/[\s\u00a0]+/g, ' ')),
      onclosetag(name) {
        const table = tables.at(-1);
        if (name === 'style' || name === 'script' || name === 'title') silent -= 1;
        else if (table === undefined) return;
        else if (name === 'td' || name === 'th') closeCell(table);
        else if (name === 'tr') closeRow(table);
        else if (name === 'table') {
          closeRow(table);
          tables.pop();
        }
      },
    },
    { decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  return { rows, merges };
}

function spanIn(text: string | undefined, most: number): number {
  const span = /^\s*\d+\s*$/.test(text ?? '') ? Number(text) : 1;
  return Math.min(Math.max(span, 1), most);
}

/** A page that Excel saved shows a number rounded and holds it whole beside. */
function cellOf(shown: string, value: string): Cell {
  const text = shown
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
  const isRounded = value !== '' && /^[-(]?(?:0|[1-9][\d,]*)?(?:\.\d*)?\)?$/.test(text);
  return (isRounded ? value : text) || null;
}

/** Mistakes that people make in exports, put into a package that had none: in its rows, its columns, its files. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnyColumn } from '../../src/model/table.ts';
import { type TableId, tables } from '../../src/model/tables/index.ts';
import type { Chance } from './chance.ts';
import type { Files } from './files.ts';
import type { Line, Sheets } from './package.ts';

type InSheets = (sheets: Sheets, chance: Chance) => void;
type InFiles = (files: Files, chance: Chance) => void;

const junk = [
  'x',
  '1.23E+15',
  '#REF!',
  '1,23',
  '12元',
  '60%',
  '150%',
  '-5',
  '2026-13-01',
  '20260230',
  '12345678901234567890',
  '9'.repeat(40),
  '¥1',
  '$1',
  'nan',
  '1e999',
  '__proto__',
  'EUR',
  'Q5',
  '²',
  '',
];

/** A row of some table that has any. */
function someRow(sheets: Sheets, { oneOf }: Chance, among?: readonly TableId[]): Line | undefined {
  const filled = [...sheets].filter(
    ([table, { rows }]) => rows.length > 0 && (among?.includes(table) ?? true),
  );
  return filled.length === 0 ? undefined : oneOf(oneOf(filled)[1].rows);
}

const shareTables = ['deposits', 'loans', 'settlement'] as const;

/** In a table's cells and rows. */
export const inSheets: readonly InSheets[] = [
  // A cell that is not what its column holds; of any column, and of each kind alike.
  (sheets, chance) => {
    const [table, { rows }] = chance.oneOf([...sheets]);
    const names = Object.entries<AnyColumn>(tables[table].columns);
    const kind = chance.oneOf(names)[1].kind;
    const [name] = chance.oneOf(names.filter(([, column]) => column.kind === kind));
    const row = rows.length > 0 ? chance.oneOf(rows) : undefined;
    if (row) row[name] = chance.oneOf(junk);
  },
  // A mistake that runs through a column.
  (sheets, chance) => {
    const [table, { rows }] = chance.oneOf([...sheets]);
    const [name] = chance.oneOf(Object.entries(tables[table].columns));
    const cell = chance.oneOf(junk);
    for (const row of rows) row[name] = cell;
  },
  (sheets, chance) => {
    const row = someRow(sheets, chance, shareTables);
    if (row) row.share = chance.oneOf(['50%', '0', '33.3%', '1', '98', '-50%', '150%', '1/3']);
  },
  // One sharer less, or one of another whole.
  (sheets, chance) => {
    for (const table of shareTables) {
      const rows = sheets.get(table)?.rows ?? [];
      const index = rows.findLastIndex(({ share }) => share !== '');
      const row = rows[index];
      if (row && chance.often(0.5)) rows.splice(index, 1);
      else if (row) row.year_avg = row.year_amount = chance.oneOf(['1', 'x', '2.5']);
    }
  },
  // A row twice.
  (sheets, chance) => {
    const [, { rows }] = chance.oneOf([...sheets]);
    if (rows.length > 0) rows.push({ ...chance.oneOf(rows) });
  },
  (sheets, chance) => {
    const row = someRow(sheets, chance);
    if (row) row.manager_id = chance.oneOf(['nobody', '', '1', '01', '9.9E+9']);
  },
  (sheets, chance) => {
    const row = someRow(sheets, chance, ['targets', 'adjustments']);
    if (row) row.indicator = '没有的指标';
  },
  (sheets, chance) => {
    const row = someRow(sheets, chance, ['targets', 'metrics']);
    if (row) row.unit = chance.oneOf(['户', '万', '万元/户', '美元', '万港元', '%']);
  },
  (sheets, chance) => {
    const row = someRow(sheets, chance, ['events', 'activities', 'attendance']);
    if (row) row.date = '2031-01-01';
  },
  (sheets, chance) => {
    const row = someRow(sheets, chance, ['deposits', 'loans', 'settlement', 'classification']);
    if (row) row.currency = chance.oneOf(['GBP', 'XYZ', '??', '001-美元']);
    const headers = sheets.get('deposits')?.headers;
    headers?.set('currency', '币种');
  },
  (sheets, chance) => {
    const row = someRow(sheets, chance, ['fx']);
    if (row) row.rate = chance.oneOf(['0', '-1', 'x', '', '0.00000000000000000001', '9'.repeat(25)]);
    if (row && chance.often(0.5)) row.currency = 'CNY';
  },
  // A column gone, or headed by another's name or unit.
  (sheets, chance) => {
    const [, { headers }] = chance.oneOf([...sheets]);
    headers.delete(chance.oneOf([...headers.keys()]));
  },
  (sheets, chance) => {
    const [, { headers }] = chance.oneOf([...sheets]);
    const name = chance.oneOf([...headers.keys()]);
    const other = chance.oneOf([...headers.values()]);
    const units = ['(万元)', '(亿元)', '(美元)', '(户)', '(%)'];
    headers.set(name, chance.often(0.3) ? other : `${headers.get(name)}${chance.oneOf(units)}`);
  },
  (sheets, chance) => sheets.get(chance.oneOf([...sheets.keys()]))?.rows.splice(0),
];

const gallery = fileURLToPath(new URL('../errors/', import.meta.url));

/** The smallest package of some problem, file by file. */
export const galleryFiles: ReadonlyMap<string, Files> = new Map(
  readdirSync(gallery)
    .filter((code) => statSync(join(gallery, code)).isDirectory())
    .flatMap((code) => {
      const inside = readdirSync(join(gallery, code), { withFileTypes: true }).find((each) =>
        each.isDirectory(),
      );
      if (inside === undefined) return [];
      const folder = join(gallery, code, inside.name);
      const files = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isFile());
      return [[code, new Map(files.map(({ name }) => [name, readFileSync(join(folder, name))]))] as const];
    }),
);

const textual = (files: Files): string[] =>
  [...files].flatMap(([name, text]) => (typeof text === 'string' ? name : []));

/** In a file as a whole. */
export const inFiles: readonly InFiles[] = [
  // The files that make one of the gallery's problems, beside those of the package or instead of them.
  ...[...galleryFiles].map(
    ([code, made]): InFiles =>
      (files, chance) => {
        for (const [name, bytes] of made)
          if (name !== 'package.yaml' || /^(?:settings|period)\./.test(code))
            files.set(chance.often(0.9) ? name : `2026Q1_${basename(name)}`, bytes);
      },
  ),
  (files, { oneOf }) => files.delete(oneOf([...files.keys()])),
  (files, { oneOf }) => {
    const name = oneOf(textual(files));
    files.set(`copy-${name}`, files.get(name) ?? '');
  },
  (files, { oneOf, between }) => {
    const name = oneOf(textual(files));
    const text = String(files.get(name));
    files.set(name, text.slice(0, between(0, text.length)));
  },
  (files, { oneOf }) => {
    const name = oneOf(textual(files));
    const top = oneOf(['单位:万元\n', '单位：美元\n', '存款1000万元以上客户\n', '合计,1,2,3\n', '\n\n']);
    files.set(name, oneOf([`${top}${files.get(name)}`, `${files.get(name)}${top}`]));
  },
  (files, { oneOf }) => {
    const name = oneOf(textual(files));
    files.set(name, Buffer.from(String(files.get(name)), oneOf(['utf16le', 'latin1'])));
  },
  (files, { oneOf }) => {
    const name = oneOf(textual(files));
    files.set(name, String(files.get(name)).replaceAll('\n', oneOf([',多余\n', '"\n', ';\n'])));
  },
];

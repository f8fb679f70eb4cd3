/** Opens a file by its name's ending: the one place that knows which formats are read. */
import { readFile } from 'node:fs/promises';
import type { HashedFile } from '../folder.ts';
import { openCsv } from './csv.ts';
import { fileProblems } from './problems.ts';
import type { RawFile } from './sheet.ts';
import { openXlsx } from './xlsx.ts';

const otherSpreadsheets = new Set(['.xls', '.xlsm', '.xlsb', '.et', '.ods', '.numbers']);

/** Null: not a table at all (a picture, a note to the reader). */
export async function openFile({ name, path, bytes, encoding }: HashedFile): Promise<RawFile | null> {
  const extension = /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? '';
  if (extension === '.xlsx') return openXlsx(name, await readFile(path));
  if (extension === '.csv') return openCsv(name, path, encoding, bytes);
  if (!otherSpreadsheets.has(extension)) return null;
  return { sheets: [], problems: [fileProblems.oldFormat({ file: name }, { extension })] };
}

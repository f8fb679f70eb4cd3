/** A table as a package is read: with the policies' words, and with names for ids where managers go by their names. */
import {
  columnsOfFiles,
  type DeclaredWords,
  type FileColumn,
  type TableOfFiles,
  withWords,
} from '../model/table.ts';
import { type TableId, tables } from '../model/tables/index.ts';
import type { BankProfile } from './profile/profile.ts';
import { headerKey } from './words.ts';

/** Headers over managers' names in tables that have no id. */
const names = [
  '客户经理姓名',
  '客户经理名称',
  '客户经理',
  '管户经理',
  '管户客户经理',
  '管户人姓名',
  '主办客户经理',
  '姓名',
];

/** They, as `headerKey` writes them. */
export const nameHeaders: ReadonlySet<string> = new Set(names.map(headerKey));

export function tableAsRead(
  table: TableId,
  { ids: { manager: ids } }: Pick<BankProfile, 'ids'>,
  declared: DeclaredWords,
): TableOfFiles {
  const columns = Object.entries(columnsOfFiles(tables[table])).map(([name, column]) => {
    const known = column.kind === 'declared' ? withWords(column, declared) : column;
    return [name, name === 'manager_id' && ids.byName ? byName(known, table) : known];
  });
  return { ...tables[table], columns: Object.fromEntries(columns) };
}

/** The roster's own names are its column `name`; a roster without ids uses them. */
const byName = (manager: FileColumn, table: TableId): FileColumn =>
  table === 'roster'
    ? { ...manager, required: false }
    : { ...manager, headers: [...manager.headers, ...names] };

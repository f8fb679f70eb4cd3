/** A table as a package's profile has it: where managers go by their names, a name stands for an id. */
import type { AnyColumn, TableDeclaration } from '../model/table.ts';
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

export function declared(table: TableId, { ids }: Pick<BankProfile, 'ids'>): TableDeclaration {
  const declaration: TableDeclaration = tables[table];
  const manager = declaration.columns.manager_id;
  if (!ids.manager.byName || manager === undefined) return declaration;
  return { ...declaration, columns: { ...declaration.columns, manager_id: byName(manager, table) } };
}

/** The roster's own names are its column `name`; a roster without ids uses them. */
const byName = (manager: AnyColumn, table: TableId): AnyColumn =>
  table === 'roster'
    ? { ...manager, required: false }
    : { ...manager, headers: [...manager.headers, ...names] };

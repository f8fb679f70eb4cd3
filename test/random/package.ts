/** A package made up from a seed: tables with their columns there or not, rows that belong together, and awkward numbers. */
import type { AnyColumn } from '../../src/model/table.ts';
import { type TableId, tableIds, tables } from '../../src/model/tables/index.ts';
import { cellOf } from './cells.ts';
import type { Chance } from './chance.ts';

export type Line = Record<string, string>;

/** A table before it is a file: under which header each of its columns stands, and its rows. */
export interface Sheet {
  readonly headers: Map<string, string>;
  readonly rows: Line[];
}
export type Sheets = Map<TableId, Sheet>;

export const period = '2026Q';

/** Columns whose absence no run survives are there; any other may be missing. */
function sheetOf(table: TableId, chance: Chance): Sheet {
  const columns = Object.entries<AnyColumn>(tables[table].columns).filter(
    ([name, { required }]) => required || name === 'share' || chance.often(0.7),
  );
  const chinese = chance.often(0.5);
  return {
    headers: new Map(
      columns.map(([name, { headers }]) => [name, chinese ? chance.oneOf<string>(headers) : name]),
    ),
    rows: [],
  };
}

/** How many rows a manager has of each table, at most. */
const mostRows: Readonly<Record<TableId, number>> = {
  fx: 0,
  roster: 0,
  deposits: 4,
  loans: 3,
  settlement: 2,
  classification: 3,
  targets: 4,
  metrics: 0,
  events: 2,
  reviews: 1,
  adjustments: 1,
  scores: 2,
  collections: 1,
  units: 0,
  activities: 3,
  attendance: 2,
  assignments: 0,
  branches: 0,
  deferrals: 0,
};

const measured = ['存款日均', 'loans', 'settlement', 'new_deposits'];
/** What only `metrics` carries. */
const counted = ['有效户', 'constructor'];
const shares: readonly (readonly string[])[] = [
  ['50%', '50%'],
  ['0.3333', '0.3333', '0.3334'],
  ['100%', '0'],
  ['99.99%', '0.01%'],
  ['60', '40'],
  ['14.28%', '14.28%', '71.44%'],
];

export function sheetsOf(chance: Chance): Sheets {
  const { often, between, oneOf } = chance;
  const sheets: Sheets = new Map(
    tableIds
      .filter((table) => !(table in optional) || often(0.5))
      .map((table) => [table, sheetOf(table, chance)]),
  );
  const managers = Array.from(
    { length: often(0.06) ? between(20, 60) : between(1, 5) },
    (_, index) => `${oneOf(['', '00', 'M-'])}${index + 1}`,
  );
  let made = 0;
  const line = (table: TableId, given: Line): void => {
    const sheet = sheets.get(table);
    if (sheet === undefined) return;
    made += 1;
    const cells = Object.entries<AnyColumn>(tables[table].columns).map(([name, column]) => [
      name,
      given[name] ?? cellOf(column, chance),
    ]);
    sheet.rows.push(Object.fromEntries(cells));
  };

  for (const [currency, rate] of [
    ['USD', '7.1234'],
    ['HKD', '0.91'],
    ['JPY', '4.87'],
  ] as const)
    line('fx', { currency, rate, per: '1' });
  for (const unit of ['城东', '城西', 'toString']) line('units', { branch: unit });
  const known = sheets.has('metrics') ? [...measured, ...counted] : measured;
  for (const manager_id of managers) {
    for (const indicator of counted) line('metrics', { manager_id, indicator, unit: '户' });
    line('roster', { manager_id, name: `张${manager_id}`, unit: oneOf(['城东', '城西', 'toString']) });
    for (const table of tableIds)
      for (let left = between(0, mostRows[table]); left > 0; left -= 1) {
        const own = { manager_id, customer_id: `C${between(1, managers.length * 2)}` };
        line(table, { ...own, ...keyed(table, made, left, known, chance) });
      }
  }
  share(sheets, managers, chance);
  return sheets;
}

const optional = {
  metrics: 0,
  events: 0,
  reviews: 0,
  adjustments: 0,
  scores: 0,
  collections: 0,
  units: 0,
  activities: 0,
  attendance: 0,
};

/** What may occur once only, or has to agree with another cell of the row. */
function keyed(
  table: TableId,
  made: number,
  left: number,
  known: readonly string[],
  { oneOf, often }: Chance,
): Line {
  const indicator = known[left % known.length] ?? '';
  switch (table) {
    case 'deposits':
      return { account: often(0.1) ? '' : `A${made}`, share: '' };
    case 'loans':
      return { loan_id: `L${made}`, share: '' };
    case 'settlement':
      return { reference: `R${made}`, share: '' };
    case 'classification':
      return { loan_id: `L${made}` };
    case 'targets':
    case 'adjustments': {
      const money = indicator === 'settlement' ? ['美元', '万美元', '万元'] : ['元', '万元'];
      return {
        indicator,
        unit: often(0.3) ? '' : oneOf(measured.includes(indicator) ? money : ['户', '%']),
      };
    }
    default:
      return {};
  }
}

/** Lets some accounts be shared: every row repeats the whole. */
function share(sheets: Sheets, managers: readonly string[], { often, oneOf }: Chance): void {
  for (const table of ['deposits', 'loans', 'settlement'] as const) {
    const sheet = sheets.get(table);
    for (const row of [...(sheet?.rows ?? [])]) {
      const parts = oneOf(shares);
      if (!often(0.2) || parts.length > managers.length || row.account === '' || row.reference === '')
        continue;
      const others = managers.filter((manager) => manager !== row.manager_id);
      row.share = parts[0] ?? '';
      for (const [index, part] of parts.slice(1).entries())
        sheet?.rows.push({
          ...row,
          share: part,
          manager_id: often(0.1) && index === 0 ? '' : (others[index] ?? ''),
        });
    }
  }
}

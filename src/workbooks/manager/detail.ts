/** The detail sheets: the columns of a credited row, for which grades it counts, and the amounts as exported. */
import type { Customer } from '../../model/appraisal.ts';
import { type Credited, dollarsOf, type Part, rowOf, yuanOf } from '../../model/credited.ts';
import { amountOf } from '../../model/fact.ts';
import type { MeasureInForce } from '../../model/in-force.ts';
import { takes, weightOf } from '../../model/measure.ts';
import type { Hundredths } from '../../model/money.ts';
import type { Row } from '../../model/package.ts';
import { type Ratio, ratioNumber } from '../../model/ratio.ts';
import type { RowOrigin } from '../../model/table.ts';
import { join, semicolon, type Text } from '../../model/text.ts';
import { cell, decimal, marked, numberOf } from '../../spreadsheet/cells.ts';
import { alike, type Column, column, list } from '../../spreadsheet/list.ts';
import type { Block, Cell } from '../../spreadsheet/sheet.ts';
import { memoized } from '../memoized.ts';
import { sourceOnScreen } from '../source.ts';
import { inWords, no, outcomeMarks, yes } from '../words.ts';
import { assessedLadder, countedWords } from './counted.ts';
import { flagKey, weightKey } from './ledger.ts';
import { type ManagerSheet, type ManagerView, opening } from './view.ts';

type DetailTable = 'deposits' | 'loans' | 'settlement' | 'classification';
type Business = Exclude<DetailTable, 'classification'>;

export type DetailRow<T extends DetailTable> = Part<Row<T>> & { readonly customer: Customer | null };

/** A sheet of one table: an amount as the manager's part and, where that is another, as exported. */
interface Detail<T extends DetailTable, Amount extends string> {
  readonly name: Text;
  readonly title: Text;
  readonly none: Text;
  readonly amounts: Readonly<Record<Amount, Text>>;
  /** The amount by which the customers are put in order. */
  readonly by: NoInfer<Amount>;
  /** The column that tells a row from the customer's others. */
  readonly identity: string;
  readonly columns: (
    amount: (key: NoInfer<Amount>) => Column<DetailRow<T>>,
  ) => readonly Column<DetailRow<T>>[];
}

export const detailSheet =
  <T extends DetailTable, Amount extends string>(table: T, detail: Detail<T, Amount>): ManagerSheet =>
  (view) => {
    const { name, title, none, amounts, by, identity } = detail;
    const rows = detailRows<T>(view, table, by);
    const own = detail.columns((key) => amountColumn<T>(key, amounts[key]));
    const columns = [
      ...customerColumns<T>(),
      ...own,
      ...countedColumns<T>(view, table),
      ...sourceOnScreen<DetailRow<T>>(({ row }) => row),
    ];
    return {
      id: table,
      name,
      kind: 'list',
      blocks: [
        opening(title, view, w.how),
        list(table, columns, rows, { empty: none }),
        ...exportedBlocks(
          table,
          rows,
          own.filter(({ key }) => key === identity),
          amounts,
        ),
      ],
    };
  };

/** The rows of one table, the customers with the most of it first, a customer's rows together. */
function detailRows<T extends DetailTable>(view: ManagerView, table: T, column: string): DetailRow<T>[] {
  const rows = view.appraised.portfolio[table] as readonly Credited<T>[];
  const customers = new Map(view.appraised.customers.map((customer) => [customer.id, customer]));
  const groups = new Map<string, { readonly id: string; total: Hundredths; readonly rows: DetailRow<T>[] }>();
  for (const each of rows) {
    const row = rowOf(each) as Row<T>;
    const yuan = yuanOf(each);
    const id = row.customer_id;
    let group = groups.get(id);
    if (group === undefined) {
      group = { id, total: 0n, rows: [] };
      groups.set(id, group);
    }
    group.total += yuan[column] ?? 0n;
    group.rows.push({ row, yuan, dollars: dollarsOf(each), customer: customers.get(id) ?? null });
  }
  return [...groups.values()]
    .sort((a, b) => Number(b.total > a.total) - Number(b.total < a.total) || (a.id < b.id ? -1 : 1))
    .flatMap((group) => group.rows);
}

const nameOf = (row: object): string | null =>
  'customer_name' in row ? (row.customer_name as string | null) : null;

const customerColumns = <T extends DetailTable>(): Column<DetailRow<T>>[] => [
  column(
    'customer',
    { zh: '客户号', en: 'Customer' },
    { names: true, width: [10, 20] },
    alike('code', ({ row }) => row.customer_id),
  ),
  column(
    'name',
    { zh: '客户名称', en: 'Name' },
    { names: true, width: [14, 28] },
    alike('text', ({ row, customer }) => nameOf(row) ?? customer?.name ?? null),
  ),
];

const shareOf = (row: object): number => ('share' in row ? ratioNumber(row.share as Ratio) : 1);
const differs = ({ row }: { row: RowOrigin }): boolean => row.exported !== null || shareOf(row) !== 1;

/** The manager's part of one amount, in yuan, summed under the list. */
const amountColumn = <T extends DetailTable>(key: string, title: Text): Column<DetailRow<T>> =>
  column(
    key,
    { zh: `${title.zh}（元）`, en: `${title.en} (CNY)` },
    { width: [13, 20], total: true },
    alike('yuan', (each) => numberOf(each.yuan[key] ?? null)),
  );

const w = {
  how: {
    zh: '金额为本人部分，单位元；共管账户按分成比例，外币按本期汇率折算。',
    en: 'Amounts are the manager’s own part, in yuan: shared accounts by share, foreign currencies at this quarter’s rates.',
  },
  exported: { zh: '外币与共管：导出的原币整户金额', en: 'Foreign and shared: the whole account as exported' },
};

/** What an export says of an amount: the whole account, in its own currency. */
function exportedCell({ row }: { row: RowOrigin }, key: string): Cell {
  const own = row.exported?.[key];
  if (own !== undefined) return cell(Number(own), 'decimal');
  const whole = (row as unknown as Record<string, Hundredths | null>)[key];
  return decimal(whole ?? null);
}

/**
 * The amounts as exported, of the rows where they are not the manager's part in yuan already: those in a foreign
 * currency and those of shared accounts. For all others the export and the list above say the same.
 */
function exportedBlocks<T extends DetailTable>(
  table: T,
  rows: readonly DetailRow<T>[],
  identity: readonly Column<DetailRow<T>>[],
  amounts: Readonly<Record<string, Text>>,
): Block[] {
  const shown = rows.filter(differs);
  if (shown.length === 0) return [];
  const columns: Column<DetailRow<T>>[] = [
    ...customerColumns<T>(),
    ...identity,
    column(
      'currency',
      { zh: '币种', en: 'Currency' },
      alike('code', ({ row }) => row.currency),
    ),
    column(
      'share',
      { zh: '分成比例', en: 'Share' },
      alike('percent', ({ row }) => shareOf(row)),
    ),
    ...Object.entries(amounts).map(
      ([key, title]): Column<DetailRow<T>> =>
        column(
          `${key}Exported`,
          { zh: `${title.zh}（原币）`, en: `${title.en}, as exported` },
          [13, 20],
          (each) => exportedCell(each, key),
        ),
    ),
    ...sourceOnScreen<DetailRow<T>>(({ row }) => row),
  ];
  return [{ kind: 'heading', text: w.exported }, list(`${table}-exported`, columns, shown)];
}

/** Yes or no for each measure that leaves out some rows of this table; formulas go by it. */
const flagColumns = <T extends DetailTable>(choosy: readonly MeasureInForce[]): Column<DetailRow<T>>[] =>
  choosy.map((measure) =>
    column(
      flagKey(measure),
      { zh: `计入${measure.title.zh}`, en: `In ${measure.title.en}` },
      [8, 16],
      ({ row }) => {
        const taken = takes(measure, row);
        return taken === null ? marked(outcomeMarks.unknown, { tone: 'open' }) : marked(taken ? yes : no);
      },
    ),
  );

/** The weight of a row in each measure that counts rows by weights. */
const weightColumns = <T extends DetailTable>({ appraisal }: ManagerView, table: T): Column<DetailRow<T>>[] =>
  appraisal.policy.measures
    .filter((measure) => measure.table === table && measure.weighted !== null)
    .map((measure) =>
      column(
        weightKey(measure),
        { zh: `${measure.title.zh}权重`, en: `Weight in ${measure.title.en}` },
        [8, 16],
        ({ row }) => {
          const weight = weightOf(measure, row);
          return weight === null
            ? marked(outcomeMarks.unknown, { tone: 'open' })
            : cell(ratioNumber(weight), 'percent');
        },
      ),
    );

/** For which grades a row counts, and if not for all of them, why. */
function countedColumns<T extends DetailTable>(view: ManagerView, table: T): Column<DetailRow<T>>[] {
  const ladder = assessedLadder(view);
  const counted = countedWords(view);
  if (table === 'classification') return [];
  const choosy = view.ledger.choosy[table as Business];
  const wanted = memoized(({ customersFrom }: (typeof ladder)[number]) =>
    inWords(amountOf('CNY', customersFrom)),
  );
  /** A customer's deposits that are too small for a grade; it stands on every row of the customer. */
  const tooSmall = memoized((customer: Customer | null): Text | null => {
    const nearest = ladder.findLast((grade) => !(customer?.countedFor.includes(grade.id) ?? false));
    if (customer === null || nearest === undefined || customer.deposits >= nearest.customersFrom) return null;
    const bound = amountOf('CNY', nearest.customersFrom);
    const [has, wants] = [inWords(amountOf('CNY', customer.deposits), bound), wanted(nearest)];
    return {
      zh: `存款 ${has.zh}，不足 ${wants.zh}（${nearest.title.zh}）`,
      en: `deposits of ${has.en}, below ${wants.en} (${nearest.title.en})`,
    };
  });
  const leftOut = (row: DetailRow<T>['row']): Text | null => {
    const left = choosy.filter((measure) => takes(measure, row) === false);
    if (left.length === 0) return null;
    return {
      zh: `不计入：${left.map(({ title }) => title.zh).join('、')}`,
      en: `not in: ${left.map(({ title }) => title.en).join(', ')}`,
    };
  };
  const why = ({ customer, row }: DetailRow<T>): Text | null => {
    const [small, left] = [tooSmall(customer), leftOut(row)];
    return small === null || left === null ? (small ?? left) : join([small, left], semicolon);
  };
  return [
    ...flagColumns<T>(choosy),
    ...weightColumns(view, table),
    column(
      'counted',
      { zh: '计入等级', en: 'Counts for' },
      { width: [12, 18], when: () => ladder.length > 0 },
      alike('text', ({ customer }) => counted(customer)),
    ),
    column(
      'why',
      { zh: '不计原因', en: 'Why not' },
      { width: [10, 30], when: () => ladder.length + choosy.length > 0 },
      alike('text', why),
    ),
  ];
}

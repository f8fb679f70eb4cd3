/** What the detail sheets share: the columns of a credited row, and for which grades it counts. */
import type { Credited, Customer } from '../../model/appraisal.ts';
import { amountOf } from '../../model/fact.ts';
import type { Hundredths } from '../../model/money.ts';
import type { RowOrigin } from '../../model/table.ts';
import type { Text } from '../../model/text.ts';
import { code, decimal, words, yuan } from '../cells.ts';
import { measured, within } from '../findings.ts';
import { type Column, list } from '../list.ts';
import type { Block, Cell, Sheet } from '../sheet.ts';
import { sourceColumns } from '../source.ts';
import { comma, gradeTitle, inWords, join } from '../words.ts';
import { type ManagerView, opening } from './view.ts';

export type DetailTable = 'deposits' | 'loans' | 'settlement' | 'classification';

export type DetailRow<T extends DetailTable> = Credited<T> & { readonly customer: Customer | null };

/** The rows of one table, the customers with the most of it first, a customer's rows together. */
export function detailRows<T extends DetailTable>(
  view: ManagerView,
  rows: readonly Credited<T>[],
  column: string,
): DetailRow<T>[] {
  const customers = new Map(view.appraised.customers.map((customer) => [customer.id, customer]));
  const totals = new Map<string, Hundredths>();
  for (const { row, yuan: amounts } of rows)
    totals.set(row.customer_id, (totals.get(row.customer_id) ?? 0n) + (amounts[column] ?? 0n));
  const total = (each: Credited<T>): Hundredths => totals.get(each.row.customer_id) ?? 0n;
  return rows
    .map((each, index) => ({ ...each, index, customer: customers.get(each.row.customer_id) ?? null }))
    .sort(
      (a, b) =>
        Number(total(b) > total(a)) - Number(total(b) < total(a)) ||
        (a.row.customer_id < b.row.customer_id ? -1 : a.row.customer_id > b.row.customer_id ? 1 : 0) ||
        a.index - b.index,
    );
}

const nameOf = (row: object): string | null =>
  'customer_name' in row ? (row.customer_name as string | null) : null;

export const customerColumns = <T extends DetailTable>(): Column<DetailRow<T>>[] => [
  {
    key: 'customer',
    header: { zh: '客户号', en: 'Customer' },
    width: [10, 20],
    of: ({ row }) => code(row.customer_id),
  },
  {
    key: 'name',
    header: { zh: '客户名称', en: 'Name' },
    width: [14, 28],
    of: ({ row, customer }) => words(nameOf(row) ?? customer?.name ?? null),
  },
];

const shareOf = (row: object): number => ('share' in row ? Number(String(row.share)) : 1);
const differs = ({ row }: { row: RowOrigin }): boolean => row.exported !== null || shareOf(row) !== 1;

/** The manager's part of one amount, in yuan, summed under the list. */
export const amountColumn = <T extends DetailTable>(key: string, title: Text): Column<DetailRow<T>> => ({
  key,
  header: { zh: `${title.zh}（元）`, en: `${title.en} (CNY)` },
  width: [13, 20],
  total: true,
  of: (each) => yuan(each.yuan[key] ?? null),
});

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
  if (own !== undefined) return { value: Number(own), format: 'decimal' };
  const whole = (row as unknown as Record<string, Hundredths | null>)[key];
  return decimal(whole ?? null);
}

/**
 * The amounts as exported, of the rows where they are not the manager's part in yuan already: those in a foreign
 * currency and those of shared accounts. For all others the export and the list above say the same.
 */
export function exportedBlocks<T extends DetailTable>(
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
    { key: 'currency', header: { zh: '币种', en: 'Currency' }, of: ({ row }) => code(row.currency) },
    {
      key: 'share',
      header: { zh: '分成比例', en: 'Share' },
      of: ({ row }) => ({ value: shareOf(row), format: 'percent' }),
    },
    ...Object.entries(amounts).map(
      ([key, title]): Column<DetailRow<T>> => ({
        key: `${key}Exported`,
        header: { zh: `${title.zh}（原币）`, en: `${title.en}, as exported` },
        width: [13, 20],
        of: (each) => exportedCell(each, key),
      }),
    ),
    ...sourceColumns<DetailRow<T>>(({ row }) => row),
  ];
  return [{ kind: 'heading', text: w.exported }, list(`${table}-exported`, columns, shown)];
}

/** The measures that could have counted a row, by the rows behind them: asked of the lowest grade that counts its customer. */
export function measuresOf(view: ManagerView, table: DetailTable): { title: Text; rows: Set<string> }[] {
  const lowest =
    view.appraised.grades.findLast(({ grade }) => grade !== 'trainee') ?? view.appraised.grades.at(-1);
  if (lowest === undefined) return [];
  const seen = new Map<string, { title: Text; rows: Set<string> }>();
  for (const finding of lowest.rules.flatMap(within).flatMap(measured)) {
    const origin = finding.observed?.origin;
    if (origin?.kind !== 'measure' || origin.customerId !== null || seen.has(origin.measure)) continue;
    const rows = origin.rows().filter((each) => each.table === table);
    if (rows.length === 0) continue;
    seen.set(origin.measure, {
      title: origin.title,
      rows: new Set(rows.flatMap((each) => each.rows.map(rowKey))),
    });
  }
  return [...seen.values()];
}

const rowKey = ({ source, row }: RowOrigin): string => `${source.file}|${source.sheet ?? ''}|${row}`;

/** For which grades a row counts, and if not for all of them, why. */
export function countedColumns<T extends DetailTable>(view: ManagerView, table: T): Column<DetailRow<T>>[] {
  const { appraisal } = view;
  const assessed = new Set(view.appraised.grades.map(({ grade }) => grade));
  const ladder = appraisal.policy.ladder.filter((grade) => assessed.has(grade.id));
  const measures = measuresOf(view, table);
  const counted = ({ customer }: DetailRow<T>): Text => {
    const grades = customer?.countedFor.filter((grade) => assessed.has(grade)) ?? [];
    if (grades.length === ladder.length) return { zh: '全部等级', en: 'all grades' };
    const [highest] = grades;
    if (highest === undefined) return { zh: '不计入', en: 'none' };
    const from = ladder.findIndex((grade) => grade.id === highest);
    const title = gradeTitle(appraisal, highest);
    return ladder.length - from === grades.length
      ? { zh: `${title.zh}及以下`, en: `${title.en} and below` }
      : join(
          grades.map((grade) => gradeTitle(appraisal, grade)),
          comma,
        );
  };
  const why = (each: DetailRow<T>): Text => {
    const { customer, row } = each;
    const reasons: Text[] = [];
    const short = ladder.filter((grade) => !(customer?.countedFor.includes(grade.id) ?? false));
    const nearest = short.at(-1);
    if (customer !== null && nearest !== undefined && customer.deposits < nearest.customersFrom) {
      const bound = amountOf('CNY', nearest.customersFrom);
      const [has, wants] = [inWords(amountOf('CNY', customer.deposits), bound), inWords(bound)];
      reasons.push({
        zh: `存款 ${has.zh}，不足 ${wants.zh}（${nearest.title.zh}）`,
        en: `deposits of ${has.en}, below ${wants.en} (${nearest.title.en})`,
      });
    }
    const left = measures.filter(
      ({ rows }) => (customer?.countedFor.length ?? 0) > 0 && !rows.has(rowKey(row)),
    );
    if (left.length > 0)
      reasons.push({
        zh: `不计入：${left.map(({ title }) => title.zh).join('、')}`,
        en: `not in: ${left.map(({ title }) => title.en).join(', ')}`,
      });
    return join(reasons, { zh: '；', en: '; ' });
  };
  return [
    {
      key: 'counted',
      header: { zh: '计入等级', en: 'Counts for' },
      width: [12, 18],
      of: (each) => words(counted(each)),
    },
    {
      key: 'why',
      header: { zh: '不计原因', en: 'Why not' },
      width: [10, 30],
      of: (each) => words(why(each)),
    },
  ];
}

export const detailSheet = (
  id: DetailTable,
  name: Text,
  title: Text,
  view: ManagerView,
  blocks: readonly Block[],
): Sheet => ({
  id,
  name,
  purpose: 'detail',
  paper: 'landscape',
  frozenColumns: 2,
  blocks: [opening(title, view, w.how), ...blocks],
});

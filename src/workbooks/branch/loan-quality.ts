/** 贷款质量: the five classes at the start of the year and now, how loans moved between them, and each unit's share. */
import type { Appraisal } from '../../model/appraisal.ts';
import { type Hundredths, sum } from '../../model/money.ts';
import { minus, type Ratio, ratio, ratioNumber } from '../../model/ratio.ts';
import { loanClasses } from '../../model/tables/classification.ts';
import type { Text } from '../../model/text.ts';
import { blank, cell, marked, percentage, wan, whole, yuan } from '../../spreadsheet/cells.ts';
import { label, over } from '../../spreadsheet/form.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import {
  type Block,
  type Cell,
  type Chart,
  type ChartCells,
  type Formula,
  formula,
} from '../../spreadsheet/sheet.ts';
import { balanced, booksAnchor, unbalanced } from './books.ts';
import { type ClassState, type Migration, migrationsOf, statesBefore, statesNow } from './migration.ts';
import { sumWhere } from './tally.ts';
import { unitColumn, unitsOf } from './units.ts';
import { type BranchSheet, type BranchView, chartTitle, inPercent, opening } from './view.ts';

const w = {
  sheet: { zh: '贷款质量', en: 'Loan quality' },
  title: { zh: '贷款五级分类与迁徙：年初 → 目前', en: 'Loan classes and migration: start of year → now' },
  how: {
    zh: '金额单位：万元。仅含参加考核的客户经理名下的分类贷款，均由“分类明细”汇总；共管贷款按分成计金额，每位客户经理各计一笔。',
    en: 'In CNY 10,000. Classified loans of the appraised managers only, added up over “Classes in detail”; a shared loan counts once for each manager, its amount by share.',
  },
  check: { zh: '与“勾稽”之差（元）', en: 'Against the books (CNY)' },
  items: {
    zh: '迁徙矩阵：笔数（行为年初，列为目前）',
    en: 'Migration in loans (rows: start of year, columns: now)',
  },
  balances: {
    zh: '迁徙矩阵：目前余额（行为年初分类，列为目前分类）',
    en: 'Migration in balances now (rows: start of year, columns: now)',
  },
  units: { zh: '按机构', en: 'By unit' },
  before: { zh: '年初', en: 'Start of year' },
  now: { zh: '目前', en: 'Now' },
};

const [normal] = loanClasses;
const bad = loanClasses.slice(2);

const totalOf = (
  lines: readonly Migration[],
  of: 'items' | 'balance' | 'priorBalance',
  holds: (line: Migration) => boolean = () => true,
): Hundredths => sum(lines.filter(holds).map((line) => BigInt(line[of])));

const share = (part: Hundredths, whole: Hundredths): Ratio | null => (whole > 0n ? ratio(part, whole) : null);

/** The balances here are those of 勾稽, to the cent. */
function check({ reconciliation }: Appraisal, lines: readonly Migration[]): Block[] {
  const books = reconciliation.find(({ table }) => table === 'classification');
  if (books?.yuanCredited === undefined || books.yuanCredited === null || lines.length === 0) return [];
  const difference = totalOf(lines, 'balance') - books.yuanCredited;
  const anchor = 'loan quality check';
  const sums = formula`ROUND(SUM(${{ list: 'migration', column: 'balance' }})*10000-${{ anchor: booksAnchor('classification') }},2)`;
  const verdict = formula`IF(${{ anchor }}=0,${balanced.text},${unbalanced.text})`;
  const mark = difference === 0n ? balanced : unbalanced;
  return [
    {
      kind: 'form',
      rows: [
        {
          cells: [
            label(w.check, 1),
            over(1, yuan(difference, { formula: sums, look: 'value', anchor })),
            over(1, marked(mark, { formula: verdict, look: 'value', tone: mark.tone })),
          ],
        },
      ],
    },
  ];
}

const classAnchor = (id: string, column: string): string => `class ${id} ${column}`;

/** The cells of a column of the classes, from the second class down. */
function classCells(column: string): ChartCells {
  const [first, last] = [loanClasses[1], loanClasses.at(-1) ?? loanClasses[1]];
  return { from: classAnchor(first.id, column), to: classAnchor(last.id, column) };
}

/** The classes then or now: how many loans, how much, and which part of all. */
function sideColumns(side: 'before' | 'now', lines: readonly Migration[]): Column<ClassState>[] {
  const amount = side === 'before' ? 'priorBalance' : 'balance';
  const title = w[side];
  const holds = (state: ClassState) => (line: Migration) => line[side].id === state.id;
  return [
    column(`${side}Items`, { zh: `${title.zh}笔数`, en: `${title.en}: loans` }, { total: true }, (state) =>
      whole(Number(totalOf(lines, 'items', holds(state))), {
        formula: sumWhere('migration', 'items', [[side, { here: 'class' }]]),
      }),
    ),
    column(
      side,
      { zh: `${title.zh}余额`, en: `${title.en}: balance` },
      { width: [12, 18], total: true },
      (state) =>
        wan(totalOf(lines, amount, holds(state)), {
          anchor: classAnchor(state.id, side),
          formula: sumWhere('migration', amount, [[side, { here: 'class' }]]),
        }),
    ),
    column(`${side}Share`, { zh: `${title.zh}占比`, en: `${title.en}: share` }, [10, 14], (state) => {
      const part = share(
        totalOf(lines, amount, holds(state)),
        totalOf(lines, amount, ({ [side]: { id } }) => isClass(id)),
      );
      return percentage(part, {
        formula:
          part === null ? undefined : formula`${{ here: side }}/SUM(${{ list: 'classes', column: side }})`,
      });
    }),
  ];
}

const isClass = (id: string): boolean => loanClasses.some((each) => each.id === id);

const classColumns = (lines: readonly Migration[]): Column<ClassState>[] => [
  column(
    'class',
    { zh: '分类', en: 'Class' },
    { width: [16, 24], marks: statesNow.map(({ mark }) => mark) },
    ({ id, mark }) => marked(mark, { anchor: classAnchor(id, 'class') }),
  ),
  ...sideColumns('before', lines),
  ...sideColumns('now', lines),
  column('change', { zh: '余额变动', en: 'Change of balance' }, { width: [12, 18], total: true }, ({ id }) =>
    wan(
      totalOf(lines, 'balance', ({ now }) => now.id === id) -
        totalOf(lines, 'priorBalance', ({ before }) => before.id === id),
      { formula: formula`ROUND(${{ here: 'now' }}-${{ here: 'before' }},6)` },
    ),
  ),
];

/** From each class of the start of the year to each class now. */
function matrix(
  id: string,
  of: 'items' | 'balance',
  columnsOf: readonly ClassState[],
  lines: readonly Migration[],
): Block {
  const cell = (value: Hundredths, formulas: Formula, strong: boolean): Cell => {
    const extra = {
      formula: formulas,
      look: strong ? 'strong' : 'body',
      tone: value === 0n ? 'muted' : undefined,
    } as const;
    return of === 'items' ? whole(Number(value), extra) : wan(value, extra);
  };
  const columns: Column<ClassState>[] = [
    column(
      'before',
      { zh: '年初分类', en: 'Start of year' },
      { width: [16, 24], marks: statesBefore.map(({ mark }) => mark) },
      ({ mark }) => marked(mark),
    ),
    column('all', { zh: '合计', en: 'All' }, { width: [10, 18], total: true }, ({ id: before }) =>
      cell(
        totalOf(lines, of, (line) => line.before.id === before),
        sumWhere('migration', of, [['before', { here: 'before' }]]),
        true,
      ),
    ),
    ...columnsOf.map(({ id: now, mark }, index): Column<ClassState> => {
      const key = `now${index}`;
      return column(key, mark.text, { width: [10, 18], total: true }, ({ id: before }) =>
        cell(
          totalOf(lines, of, (line) => line.before.id === before && line.now.id === now),
          sumWhere('migration', of, [
            ['before', { here: 'before' }],
            ['now', { header: key }],
          ]),
          before === now,
        ),
      );
    }),
  ];
  return list(id, columns, statesBefore);
}

interface UnitLoans {
  readonly unit: string;
  readonly lines: readonly Migration[];
}

const inUnit = ['unit', { here: 'unit' }] as const;

const normalBefore: Formula = [
  ...sumWhere('migration', 'priorBalance', [inUnit, ['before', normal.text]]),
  '/',
  ...sumWhere('migration', 'priorBalance', [inUnit]),
];

const unitColumns: Column<UnitLoans>[] = [
  unitColumn(({ unit }) => unit),
  column('total', { zh: '目前余额', en: 'Balance now' }, { width: [10, 18], total: true }, ({ lines }) =>
    wan(totalOf(lines, 'balance'), { look: 'strong', formula: sumWhere('migration', 'balance', [inUnit]) }),
  ),
  ...loanClasses.map(
    ({ id, text }): Column<UnitLoans> =>
      column(id, text, { width: [10, 18], total: true }, ({ lines }) =>
        wan(
          totalOf(lines, 'balance', ({ now }) => now.id === id),
          { formula: sumWhere('migration', 'balance', [inUnit, ['now', { header: id }]]) },
        ),
      ),
  ),
  shareColumn('normalBefore', { zh: '年初正常占比', en: 'Normal at start' }, beforeShare, () => normalBefore),
  shareColumn(
    'normalNow',
    { zh: '目前正常占比', en: 'Normal now' },
    nowShare([normal]),
    () => formula`${{ here: normal.id }}/${{ here: 'total' }}`,
  ),
  column('change', { zh: '正常占比变动', en: 'Change of share' }, [10, 14], ({ lines }) => {
    const [then, now] = [beforeShare(lines), nowShare([normal])(lines)];
    if (then === null || now === null) return blank;
    return cell(ratioNumber(minus(now, then)), 'points', {
      formula: formula`${{ here: 'normalNow' }}-${{ here: 'normalBefore' }}`,
    });
  }),
  shareColumn('bad', { zh: '后三类占比', en: 'Last three classes' }, nowShare(bad), () => [
    '(',
    ...bad.flatMap(({ id }, index) => [index > 0 ? '+' : '', { here: id }]),
    ')/',
    { here: 'total' },
  ]),
];

function shareColumn(
  key: string,
  header: Text,
  of: (lines: readonly Migration[]) => Ratio | null,
  by: () => Formula,
): Column<UnitLoans> {
  return column(key, header, [10, 14], ({ lines }) => {
    const part = of(lines);
    return percentage(part, { formula: part === null ? undefined : by() });
  });
}

function beforeShare(lines: readonly Migration[]): Ratio | null {
  const part = totalOf(lines, 'priorBalance', ({ before }) => before.id === normal.id);
  return share(part, totalOf(lines, 'priorBalance'));
}

function nowShare(
  classes: readonly { readonly id: string }[],
): (lines: readonly Migration[]) => Ratio | null {
  return (lines) => {
    const part = totalOf(lines, 'balance', ({ now }) => classes.some(({ id }) => id === now.id));
    return share(part, totalOf(lines, 'balance'));
  };
}

/** Normal loans are so many that beside them nothing else would be seen. */
export const besideNormal = (view: BranchView): Chart => ({
  shape: 'column',
  title: chartTitle(
    { zh: '关注类与后三类余额：年初与目前', en: 'Balances below normal, then and now' },
    { zh: '万元', en: 'CNY 10,000' },
    view,
  ),
  categories: classCells('class'),
  series: [
    { name: w.before, values: classCells('before') },
    { name: w.now, values: classCells('now') },
  ],
  format: 'whole',
  labels: true,
});

const badShares = (view: BranchView): Chart => ({
  shape: 'column',
  title: chartTitle(
    { zh: '后三类贷款占比，按机构', en: 'Share of the last three classes, by unit' },
    inPercent,
    view,
  ),
  categories: { list: 'unit-loans', column: 'unit' },
  series: [{ values: { list: 'unit-loans', column: 'bad' }, tone: 'bad' }],
  format: 'percent',
  labels: true,
});

export const loanQualitySheet: BranchSheet = (view) => {
  const units = unitsOf(view).map(
    ({ name, managers }): UnitLoans => ({
      unit: name,
      lines: managers.flatMap(migrationsOf),
    }),
  );
  const all = units.flatMap(({ lines }) => lines);
  const classes = statesNow.filter(({ id }) => isClass(id));
  return {
    id: 'loan-quality',
    name: w.sheet,
    kind: 'matrix',
    blocks: [
      opening(w.title, view, w.how),
      ...check(view.appraisal, all),
      list('classes', classColumns(all), classes),
      { kind: 'heading', text: w.items },
      matrix('migration-items', 'items', statesNow, all),
      { kind: 'heading', text: w.balances },
      matrix('migration-balances', 'balance', classes, all),
      { kind: 'heading', text: w.units },
      list('unit-loans', unitColumns, units),
      ...(all.length === 0
        ? []
        : [
            {
              kind: 'charts',
              charts: [besideNormal(view), badShares(view)],
            } as const,
          ]),
    ],
  };
};

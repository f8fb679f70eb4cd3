/** 总览: grades by unit, warnings by level and the plan's totals, counted by formula over the other sheets. */
import { type ManagerAppraisal, type WarningLevel, warningLevels } from '../../model/appraisal.ts';
import { type Hundredths, sum } from '../../model/money.ts';
import { ratio } from '../../model/ratio.ts';
import type { Text } from '../../model/text.ts';
import { blank, decimal, inWan, percentage, wan, whole, words } from '../cells.ts';
import { form, label, over } from '../form.ts';
import { type Column, list } from '../list.ts';
import { type Block, type Cell, formula } from '../sheet.ts';
import { levelWords, none, unitWord, warningMarks } from '../words.ts';
import { changeOf, changes } from './managers.ts';
import { type BranchSheet, type BranchView, opening } from './view.ts';
import { warningListsOf } from './warning-lists.ts';

const w = {
  sheet: { zh: '总览', en: 'Overview' },
  title: { zh: '客户经理考核总览', en: 'Overview' },
  managers: { zh: '参加考核', en: 'Appraised' },
  notAppraised: { zh: '未考核', en: 'Not appraised' },
  warned: { zh: '有预警触发的人数', en: 'Managers with a warning' },
  unknown: { zh: '有无法判断事项的人数', en: 'Managers with unknowns' },
  unassigned: { zh: '应配备客户经理的客户', en: 'Customers that need a manager' },
  watch: { zh: '监察授信业务', en: 'Items on the watch list' },
  qualified: { zh: '测算符合等级，按机构', en: 'Qualified grades by unit' },
  held: { zh: '现聘等级，按机构', en: 'Grades held by unit' },
  levels: { zh: '预警，按级别', en: 'Warnings by level' },
  plan: { zh: '计划完成，按指标合计', en: 'Plan, in total by indicator' },
};

/** A count over 等级一览: the formula and the number it comes to. */
const counted = (of: ReturnType<typeof formula>, value: number): Cell =>
  whole(value, { formula: of, look: 'big' });

const managersWhere = (column: string, word: Text) =>
  formula`SUMPRODUCT((${{ list: 'managers', column }}=${word})*1)`;
const managersAbove = (column: string) => formula`SUMPRODUCT((${{ list: 'managers', column }}>0)*1)`;

function figures(view: BranchView): Block {
  const { managers, notAppraised, unassigned, watchList } = view.appraisal;
  const having = (outcome: string): number =>
    managers.filter(({ warnings }) => warnings.some((warning) => warning.outcome === outcome)).length;
  const changed = (mark: (typeof changes)[keyof typeof changes]): number =>
    managers.filter((each) => changeOf(view, each) === mark).length;
  const cards: readonly (readonly [Text, Cell])[] = [
    [w.managers, counted(formula`COUNTA(${{ list: 'managers', column: 'id' }})`, managers.length)],
    [changes.above.text, counted(managersWhere('change', changes.above.text), changed(changes.above))],
    [changes.same.text, counted(managersWhere('change', changes.same.text), changed(changes.same))],
    [changes.below.text, counted(managersWhere('change', changes.below.text), changed(changes.below))],
    [changes.none.text, counted(managersWhere('change', changes.none.text), changed(changes.none))],
    [w.warned, counted(managersAbove('triggered'), having('triggered'))],
    [w.unknown, counted(managersAbove('unknown'), having('unknown'))],
    [w.watch, whole(watchList.length, { look: 'big' })],
    [w.unassigned, whole(unassigned.filter(({ forHr }) => forHr).length, { look: 'big' })],
    [w.notAppraised, whole(notAppraised.length, { look: 'big' })],
  ];
  const rows = [cards.slice(0, 5), cards.slice(5)].flatMap((part) => [
    { cells: part.map(([caption]) => label(caption, 2)) },
    { cells: part.map(([, cell]) => over(2, cell)), height: 30 },
  ]);
  return form(rows);
}

/** Managers by unit and grade: each count is a formula over two columns of 等级一览. */
function byUnit(
  id: string,
  column: 'qualified' | 'held',
  gradeOf: (each: ManagerAppraisal) => string | null,
  { appraisal }: BranchView,
): Block {
  const units = [...new Set(appraisal.managers.map(({ manager }) => manager.unit))].sort();
  const of = (unit: string): ManagerAppraisal[] =>
    appraisal.managers.filter(({ manager }) => manager.unit === unit);
  const inUnit = formula`(${{ list: 'managers', column: 'unit' }}=${{ here: 'unit' }})`;
  const grades: readonly (readonly [string | null, Text])[] = [
    ...appraisal.policy.ladder.map(({ id: grade, title }) => [grade, title] as const),
    [null, none],
  ];
  const columns: Column<string>[] = [
    { key: 'unit', header: { zh: '所属机构', en: 'Unit' }, width: [16, 24], of: (unit) => words(unit) },
    {
      key: 'all',
      header: { zh: '人数', en: 'Managers' },
      total: true,
      of: (unit) => whole(of(unit).length, { look: 'strong', formula: ['SUMPRODUCT(', ...inUnit, '*1)'] }),
    },
    ...grades.map(([grade, header], index): Column<string> => {
      const key = `grade${index}`;
      const alike = formula`*(${{ list: 'managers', column }}=${{ header: key }}))`;
      return {
        key,
        header,
        width: [10, 14],
        total: true,
        of: (unit) =>
          whole(of(unit).filter((each) => gradeOf(each) === grade).length, {
            formula: ['SUMPRODUCT(', ...inUnit, ...alike],
          }),
      };
    }),
  ];
  return list(id, columns, units);
}

/** Warnings by level, counted over the level's own list. */
function levels({ appraisal }: BranchView): Block {
  const all = appraisal.managers.flatMap(({ manager, warnings }) =>
    warnings.map((warning) => ({ id: manager.manager_id, ...warning })),
  );
  const of = (level: WarningLevel, ...wanted: readonly string[]) =>
    all.filter((warning) => warning.level === level && wanted.includes(warning.outcome));
  const counting = (level: WarningLevel, outcome: 'triggered' | 'review'): Cell => {
    const lists = warningListsOf(level);
    const parts = lists.flatMap(({ list: id }, index) => [
      ...(index > 0 ? ['+'] : []),
      ...formula`SUMPRODUCT((${{ list: id, column: 'level' }}=${{ here: 'level' }})*(${{ list: id, column: 'outcome' }}=${warningMarks[outcome].text}))`,
    ]);
    return whole(of(level, outcome).length, { formula: parts });
  };
  const columns: Column<WarningLevel>[] = [
    { key: 'level', header: { zh: '级别', en: 'Level' }, of: (level) => words(levelWords[level]) },
    {
      key: 'triggered',
      header: { zh: '已触发（项）', en: 'Triggered' },
      total: true,
      of: (level) => counting(level, 'triggered'),
    },
    {
      key: 'review',
      header: { zh: '待认定（项）', en: 'For review' },
      total: true,
      of: (level) => counting(level, 'review'),
    },
    {
      key: 'unknown',
      header: { zh: '无法判断（项）', en: 'Unknown' },
      total: true,
      of: (level) => whole(of(level, 'unknown').length),
    },
    {
      key: 'people',
      header: { zh: '触发或待认定人数', en: 'Managers' },
      of: (level) => whole(new Set(of(level, 'triggered', 'review').map(({ id }) => id)).size),
    },
  ];
  return list('levels', columns, warningLevels.toReversed());
}

interface Total {
  readonly title: Text;
  readonly unit: string;
  readonly managers: number;
  readonly unknown: number;
  readonly quarter: readonly [target: Hundredths, actual: Hundredths];
  readonly year: readonly [target: Hundredths, actual: Hundredths];
}

/** The plan added up over the managers whose actual figure is known. */
function totals({ appraisal }: BranchView): Total[] {
  const all = appraisal.managers.flatMap(({ targets }) => targets);
  const keys = [...new Set(all.map(({ indicator, unit }) => `${indicator}\n${unit}`))];
  return keys.flatMap((key) => {
    const same = all.filter(({ indicator, unit }) => `${indicator}\n${unit}` === key);
    const [first] = same;
    if (first === undefined) return [];
    const known = (basis: 'quarter' | 'year') =>
      same.flatMap(({ [basis]: { actual, target } }) =>
        actual.quantity?.kind === 'amount' ? [[target, actual.quantity.value] as const] : [],
      );
    const added = (basis: 'quarter' | 'year') =>
      [sum(known(basis).map(([target]) => target)), sum(known(basis).map(([, actual]) => actual))] as const;
    return {
      title: first.title,
      unit: first.unit,
      managers: same.length,
      unknown: same.length - known('year').length,
      quarter: added('quarter'),
      year: added('year'),
    };
  });
}

const basisColumns = (basis: 'quarter' | 'year', prefix: Text): Column<Total>[] => {
  const amount = (total: Total, value: Hundredths): Cell => (inWan(total.unit) ? wan(value) : decimal(value));
  return [
    {
      key: `${basis}Target`,
      header: { zh: `${prefix.zh}计划`, en: `${prefix.en} target` },
      width: [10, 18],
      of: (total) => amount(total, total[basis][0]),
    },
    {
      key: `${basis}Actual`,
      header: { zh: `${prefix.zh}实绩`, en: `${prefix.en} actual` },
      width: [10, 18],
      of: (total) => amount(total, total[basis][1]),
    },
    {
      key: `${basis}Completion`,
      header: { zh: `${prefix.zh}完成率`, en: `${prefix.en} completion` },
      width: [10, 14],
      of: ({ [basis]: [target, actual] }) =>
        target <= 0n
          ? blank
          : percentage(ratio(actual, target), {
              look: 'strong',
              formula: formula`${{ here: `${basis}Actual` }}/${{ here: `${basis}Target` }}`,
            }),
    },
  ];
};

const planColumns: Column<Total>[] = [
  {
    key: 'indicator',
    header: { zh: '指标', en: 'Indicator' },
    width: [16, 24],
    of: ({ title }) => words(title),
  },
  { key: 'managers', header: { zh: '人数', en: 'Managers' }, of: ({ managers }) => whole(managers) },
  { key: 'unit', header: { zh: '单位', en: 'Unit' }, of: ({ unit }) => words(unitWord(unit)) },
  ...basisColumns('quarter', { zh: '本季', en: 'Quarter' }),
  ...basisColumns('year', { zh: '全年', en: 'Year' }),
  {
    key: 'unknown',
    header: { zh: '实绩未知人数', en: 'Actual unknown' },
    of: ({ unknown }) => whole(unknown),
  },
];

export const overviewSheet: BranchSheet = (view) => ({
  id: 'overview',
  name: w.sheet,
  purpose: 'result',
  paper: 'portrait',
  onePage: true,
  blocks: [
    opening(w.title, view),
    figures(view),
    { kind: 'heading', text: w.qualified },
    byUnit('qualified-by-unit', 'qualified', (each) => each.qualifiedGrade, view),
    { kind: 'heading', text: w.held },
    byUnit('held-by-unit', 'held', ({ manager }) => manager.grade, view),
    { kind: 'heading', text: w.levels },
    levels(view),
    { kind: 'heading', text: w.plan },
    list('plan-totals', planColumns, totals(view)),
  ],
});

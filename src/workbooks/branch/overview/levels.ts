/** Warnings by level, counted over the lists of those warned and over 待人工认定. */
import { warningsOf } from '../../../model/entries.ts';
import type { LevelInForce } from '../../../model/in-force.ts';
import { whole, words } from '../../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../../spreadsheet/list.ts';
import type { Block, Cell } from '../../../spreadsheet/sheet.ts';
import { warningMarks } from '../../words.ts';
import { warningArea } from '../open.ts';
import { countWhere } from '../tally.ts';
import type { BranchView } from '../view.ts';
import { warningListId, warningSheetId } from '../warning-lists.ts';

export function levels({ appraisal }: BranchView): Block {
  const all = appraisal.managers.flatMap((each) =>
    warningsOf(each).map((warning) => ({ id: each.manager.manager_id, ...warning })),
  );
  const of = ({ id }: LevelInForce, ...wanted: readonly string[]) =>
    all.filter((warning) => warning.level === id && wanted.includes(warning.outcome));
  /** The lists in which warnings of the level stand, that of most of its rules first. */
  const listsOf = ({ id }: LevelInForce): string[] => {
    const counts = new Map<string, number>();
    for (const { level, list: own } of all) if (level === id) counts.set(own, (counts.get(own) ?? 0) + 1);
    return [...counts].sort(([, a], [, b]) => b - a).map(([own]) => own);
  };
  const sheetOf = (level: LevelInForce): string => {
    const [first] = listsOf(level);
    return first === undefined ? 'open' : warningSheetId(appraisal.policy.warningLists, first);
  };
  const counting = (level: LevelInForce, outcome: 'triggered' | 'review'): Cell => {
    const parts = listsOf(level).flatMap((own, index) => [
      ...(index > 0 ? ['+'] : []),
      ...countWhere(warningListId(own), [
        ['level', { here: 'level' }],
        ['outcome', warningMarks[outcome].text],
      ]),
    ]);
    return whole(of(level, outcome).length, { formula: parts.length === 0 ? undefined : parts });
  };
  const columns: Column<LevelInForce>[] = [
    column('level', { zh: '级别', en: 'Level' }, (level) =>
      words(level.title, { link: { sheet: sheetOf(level) } }),
    ),
    column('triggered', { zh: '已触发（项）', en: 'Triggered' }, { total: true }, (level) =>
      counting(level, 'triggered'),
    ),
    column('review', { zh: '待认定（项）', en: 'For review' }, { total: true }, (level) =>
      counting(level, 'review'),
    ),
    column('unknown', { zh: '无法判断（项）', en: 'Unknown' }, { total: true }, (level) =>
      whole(of(level, 'unknown').length, {
        formula: countWhere('open', [
          ['area', warningArea],
          ['bears', { here: 'level' }],
          ['outcome', warningMarks.unknown.text],
        ]),
      }),
    ),
    column('people', { zh: '触发或待认定人数', en: 'Managers' }, (level) =>
      whole(new Set(of(level, 'triggered', 'review').map(({ id }) => id)).size),
    ),
  ];
  return list('levels', columns, appraisal.policy.warningLevels.toReversed());
}

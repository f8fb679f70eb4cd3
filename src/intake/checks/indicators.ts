/** Every indicator that a target or an adjustment names is one of the fixed ones or one that `metrics` carries. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Tables } from '../../model/package.ts';
import { indicators } from '../../model/tables/targets.ts';
import { nearest } from '../nearest.ts';
import { checkProblems } from './problems.ts';

export function checkIndicators(rows: Tables): Diagnostic[] {
  const fixed = new Set<string>(indicators.map(({ id }) => id));
  const carried = new Set(rows.metrics.map(({ indicator }) => indicator as string));
  const known = [
    ...indicators.map(({ text }) => text.zh),
    ...[...carried].filter((name) => !fixed.has(name)),
  ];
  const spellings = [...known, ...indicators.flatMap((choice) => [choice.id, ...choice.also])];
  return [...rows.targets, ...rows.adjustments].flatMap(({ indicator, manager_id, source, row }) => {
    const name: string = indicator;
    if (fixed.has(name) || carried.has(name)) return [];
    const at = { file: source.file, sheet: source.sheet, row, column: '指标' };
    const args = { known, suggestion: nearest(name, spellings) };
    return [checkProblems.unknownIndicator(at, args, { value: name, managers: [manager_id] })];
  });
}

/** Every indicator that a target or an adjustment names is one of the fixed ones or one that `metrics` carries. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Tables } from '../../model/package.ts';
import { indicators } from '../../model/tables/targets.ts';
import { nearest } from '../nearest.ts';
import { groupsOf } from './groups.ts';
import { checkProblems } from './problems.ts';

/** Looked for among all that are known; of more names than this a glance at the list says more. */
const mostSuggestions = 50;
const mostShown = 10;

/** One problem for each name in each table's file, not for each row that has it. */
export function* checkIndicators(rows: Tables): Generator<Diagnostic> {
  const fixed = new Set<string>(indicators.map(({ id }) => id));
  const carried = new Set(rows.metrics.map(({ indicator }) => indicator as string));
  const own = [...carried].filter((name) => !fixed.has(name));
  const known = [...indicators.map(({ text }) => text.zh), ...own.slice(0, mostShown)];
  const spellings = [...indicators.flatMap(({ id, text, also }) => [text.zh, id, ...also]), ...own];
  const unknown = [...rows.targets, ...rows.adjustments].filter(
    ({ indicator }) => !fixed.has(indicator) && !carried.has(indicator),
  );
  let names = 0;
  for (const [first, ...others] of groupsOf(
    unknown,
    ({ indicator, source }) => `${indicator}\n${source.file}\n${source.sheet ?? ''}`,
    () => true,
  )) {
    if (first === undefined) continue;
    names += 1;
    const { indicator, source, row } = first;
    const at = { file: source.file, sheet: source.sheet, row, column: '指标' };
    const suggestion = names > mostSuggestions ? null : nearest(indicator, spellings);
    const args = { known, more: own.length > mostShown, suggestion, rows: others.length + 1 };
    const managers = [...new Set([first, ...others].map(({ manager_id }) => manager_id))].sort();
    yield checkProblems.unknownIndicator(at, args, { value: indicator, managers });
  }
}

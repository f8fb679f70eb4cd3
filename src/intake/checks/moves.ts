/** Managers who changed their unit have several rows in the roster: the one in force on the period's last day counts. */
import { lastDay, type Quarter } from '../../model/calendar.ts';
import { type Diagnostic, noteOf } from '../../model/diagnostic.ts';
import type { Row } from '../../model/package.ts';
import { unknownPeriod } from '../period.ts';
import { groupsOf } from './groups.ts';

export const moveProblems = {
  moved: noteOf<{ name: string; unit: string; since: string; others: readonly string[] }>(
    'roster.moved',
    ({ name, unit, since, others }) => ({
      message: {
        zh: `${name}在名册中有 ${others.length + 1} 行，采用 ${since} 调入的“${unit}”；未采用：${others.join('、')}`,
        en: `${name} has ${others.length + 1} rows in the roster; “${unit}”, since ${since}, counts; not used: ${others.join(', ')}`,
      },
      hint: { zh: '无需处理', en: 'Nothing to do' },
    }),
  ),
};

type Member = Row<'roster'>;

/** Rows that another one of the same manager stands for. Rows of one day, or without one, are left for the duplicates. */
export function supersededRows(
  roster: readonly Member[],
  period: Quarter,
  report: (problem: Diagnostic) => void,
): ReadonlySet<Member> {
  const superseded = new Set<Member>();
  if (period === unknownPeriod) return superseded;
  const last = lastDay(period);
  for (const rows of groupsOf(roster, ({ manager_id }) => manager_id)) {
    const days = new Set(rows.map(({ since }) => since ?? ''));
    const [latest] = [...days]
      .filter((day) => day <= last)
      .sort()
      .reverse();
    const inForce = rows.find(({ since }) => (since ?? '') === latest);
    if (rows.length < 2 || days.size < rows.length || inForce === undefined) continue;
    const others = rows.filter((row) => row !== inForce);
    for (const row of others) superseded.add(row);
    const { source, row, name, unit, since, manager_id } = inForce;
    report(
      moveProblems.moved(
        { file: source.file, sheet: source.sheet, row },
        { name, unit, since: since ?? '', others: others.map((other) => other.unit) },
        { value: manager_id, managers: [manager_id] },
      ),
    );
  }
  return superseded;
}

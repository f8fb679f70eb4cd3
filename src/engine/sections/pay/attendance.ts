/**
 * What a manager's attendance in one month amounts to: how often short, how many days absent and on leave. A row whose
 * minutes are blank may be either side of its line: it is open, never nothing.
 */

import type { Day } from '../../../model/calendar.ts';
import type { Missing } from '../../../model/judgement.ts';
import type { Outcome } from '../../../model/outcome.ts';
import type { Row } from '../../../model/package.ts';
import type { SectionLine } from '../../../model/section-result.ts';
import { absenceKinds } from '../../../model/tables/duties.ts';
import { same, type Text } from '../../../model/text.ts';
import type { Branch } from '../../context.ts';
import { missingColumn } from '../../finding.ts';

type Attendance = Row<'attendance'>;

/** Minutes, and whether sick leave is absence. */
interface Lines {
  readonly shortWithin: number;
  readonly awayAbove: number;
  readonly sickIsAbsence: boolean;
}

/** What a row is: nothing to hold against anybody, or one of what costs; open: its minutes would say. */
type Meaning = 'nothing' | 'short' | 'absence' | 'leave' | 'away' | 'open';

export interface Month {
  /** Times late or gone early within the line, and away beyond it; null: an open row would say. */
  readonly short: number | null;
  readonly away: number | null;
  /** Days; one day is absent once however many rows say so. */
  readonly absent: number;
  /** The days if every open row turned out to be an absence. */
  readonly absentAtMost: number;
  readonly leave: number;
  readonly lines: readonly SectionLine[];
  readonly missing: readonly Missing[];
}

/** `rows` are those of the month, in the order of their dates. */
export function monthOf(rows: readonly Attendance[], lines: Lines, branch: Branch): Month {
  const seen = rows.map((row) => ({ row, meaning: meaningOf(row, lines) }));
  const of = (meaning: Meaning) => seen.filter((each) => each.meaning === meaning).map(({ row }) => row);
  const open = of('open');
  const openDays = open.filter(({ kind }) => kind !== 'away');
  const absentDays = daysOf(of('absence'));
  return {
    short: openDays.length > 0 ? null : of('short').length,
    away: open.length > openDays.length ? null : of('away').length,
    absent: absentDays.size,
    absentAtMost: daysOf([...of('absence'), ...openDays]).size,
    leave: daysOf(of('leave')).size,
    lines: seen.map(({ row, meaning }) => lineOf(row, meaning)),
    missing: open.map((row) => missingMinutes(row, branch)),
  };
}

const daysOf = (rows: readonly Attendance[]): ReadonlySet<Day> => new Set(rows.map(({ date }) => date));

function meaningOf({ kind, minutes }: Attendance, lines: Lines): Meaning {
  switch (kind) {
    case 'absent':
      return 'absence';
    case 'personal_leave':
      return 'leave';
    case 'sick_leave':
      return lines.sickIsAbsence ? 'absence' : 'nothing';
    case 'away':
      if (minutes === null) return 'open';
      return minutes > lines.awayAbove ? 'away' : 'nothing';
    default:
      if (minutes === null) return 'open';
      return minutes <= lines.shortWithin ? 'short' : 'absence';
  }
}

const outcomes: Readonly<Record<Meaning, Outcome>> = {
  nothing: 'met',
  short: 'unmet',
  absence: 'unmet',
  leave: 'unmet',
  away: 'unmet',
  open: 'unknown',
};

const words: Readonly<Record<Meaning, Text>> = {
  nothing: { zh: '不扣', en: 'costs nothing' },
  short: { zh: '按次扣款', en: 'costs its amount' },
  absence: { zh: '按旷工', en: 'a day absent' },
  leave: { zh: '按天扣款', en: 'a day of leave' },
  away: { zh: '按次扣款', en: 'costs its amount' },
  open: { zh: '分钟数未填，无法判断', en: 'the minutes are blank: unknown' },
};

function lineOf(row: Attendance, meaning: Meaning): SectionLine {
  const { date, minutes } = row;
  const kind = kindOf(row);
  const long = minutes === null ? same('') : { zh: ` ${minutes} 分钟`, en: ` ${minutes} minutes` };
  return {
    title: { zh: `${date} ${kind.zh}${long.zh}`, en: `${date} ${kind.en}${long.en}` },
    says: words[meaning],
    outcome: outcomes[meaning],
    table: 'attendance',
    origin: row,
  };
}

const kindOf = ({ kind }: Attendance): Text => absenceKinds.find(({ id }) => id === kind)?.text ?? same(kind);

function missingMinutes(row: Attendance, branch: Branch): Missing {
  if (!branch.hasColumn('attendance', row, 'minutes')) return missingColumn('attendance', 'minutes');
  const kind = kindOf(row);
  return {
    key: `minutes:${row.date}`,
    text: {
      zh: `${row.date} ${kind.zh}的分钟数未填`,
      en: `the minutes of ${kind.en} on ${row.date} are blank`,
    },
  };
}

/**
 * Who managed a customer from when to when: on no day may two people lead, one person be there twice, or the agreed shares
 * exceed the whole; and shares are agreed for all rows of a customer or for none.
 */
import { type Diagnostic, errorOf, type Location } from '../../model/diagnostic.ts';
import type { Row } from '../../model/package.ts';
import { compare, decimalText, one, times, total } from '../../model/ratio.ts';
import { groupsOf } from './groups.ts';

type Assignment = Row<'assignments'>;

interface OnOneDay {
  readonly customer: string;
  readonly day: string;
  /** The row that stands against it: file and number. */
  readonly other: string;
}

export const assignmentProblems = {
  ended: errorOf<{ from: string; to: string }>('assignment.ends-early', ({ from, to }) => ({
    message: {
      zh: `截止日 ${to} 早于起始日 ${from}`,
      en: `It ends on ${to}, before it begins on ${from}`,
    },
    hint: {
      zh: '请改正日期；仍在管户的，截止日留空',
      en: 'Correct the dates; leave the last day blank while it goes on',
    },
  })),
  mixed: errorOf<{ customer: string; rows: number }>('assignment.shares-mixed', ({ customer, rows }) => ({
    message: {
      zh: `${customer} 的管户分配有的写了分成比例，有的没有（${rows} 行未写）`,
      en: `Of the assignments of ${customer} some state a share and others do not (${rows} without)`,
    },
    hint: {
      zh: '同一客户的各行要么都写分成比例，要么都不写',
      en: 'State a share in every row of the customer, or in none',
    },
  })),
  leads: errorOf<OnOneDay>('assignment.two-leads', ({ customer, day, other }) => ({
    message: {
      zh: `${customer} 在 ${day} 有两个主办（另见 ${other}）`,
      en: `${customer} has two leads on ${day} (also at ${other})`,
    },
    hint: {
      zh: '移交的，前一行截止日应早于后一行起始日；共同管户的，只留一个主办，其余写协办',
      en: 'After a hand-over the former row ends before the next one begins; of several people one leads, the others assist',
    },
  })),
  twice: errorOf<OnOneDay>('assignment.manager-twice', ({ customer, day, other }) => ({
    message: {
      zh: `同一客户经理在 ${day} 两次列为 ${customer} 的管户人（另见 ${other}）`,
      en: `One manager is assigned to ${customer} twice on ${day} (also at ${other})`,
    },
    hint: { zh: '请只保留正确的一行，或改正日期', en: 'Keep the right row only, or correct the dates' },
  })),
  exceeded: errorOf<{ customer: string; day: string; total: string; shown: readonly string[] }>(
    'assignment.shares-over',
    ({ customer, day, total, shown }) => ({
      message: {
        zh: `${customer} 在 ${day} 的分成比例合计 ${total}，超过 100%（${shown.join('、')}）`,
        en: `The shares of ${customer} total ${total} on ${day}, more than 100% (${shown.join(', ')})`,
      },
      hint: {
        zh: '请改正比例，或写明移交前各行的截止日',
        en: 'Correct the shares, or state when the former rows ended',
      },
    }),
  ),
};

const mostShown = 10;

export function* checkAssignments(rows: readonly Assignment[]): Generator<Diagnostic> {
  for (const row of rows)
    if (row.to !== null && row.to < row.from)
      yield assignmentProblems.ended(placeOf(row), { from: row.from, to: row.to }, aboutRows([row]));
  for (const members of groupsOf(rows, ({ customer_id }) => customer_id, isShared))
    yield* ofCustomer(members);
}

const isShared = ({ share }: Assignment): boolean => share !== null;
const isThere =
  (day: string) =>
  ({ to }: Assignment): boolean =>
    to === null || to >= day;

/** At most one problem of each kind. */
function* ofCustomer(members: readonly Assignment[]): Generator<Diagnostic> {
  const [first] = members;
  if (first === undefined) return;
  const { customer_id: customer } = first;
  const about = aboutRows(members);
  const unstated = members.filter((row) => !isShared(row));
  if (unstated.length > 0 && unstated.length < members.length)
    yield assignmentProblems.mixed(placeOf(unstated[0] ?? first), { customer, rows: unstated.length }, about);
  const found = new Set<string>();
  // Whatever happens on a day happens on the first day of one of those who are there.
  let there: Assignment[] = [];
  let today = '';
  for (const row of members.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const day = row.from;
    if (day !== today) there = there.filter(isThere(day));
    today = day;
    const twice = there.find(({ manager_id }) => manager_id === row.manager_id);
    if (twice && !found.has('twice')) {
      found.add('twice');
      yield assignmentProblems.twice(placeOf(row), { customer, day, other: nameOf(twice) }, about);
    }
    const lead = row.role === 'lead' && there.find(({ role }) => role === 'lead');
    if (lead && !found.has('leads')) {
      found.add('leads');
      yield assignmentProblems.leads(placeOf(row), { customer, day, other: nameOf(lead) }, about);
    }
    there.push(row);
    if (!isShared(row) || found.has('exceeded')) continue;
    const whole = total(there.flatMap(({ share }) => share ?? []));
    if (compare(whole, one) > 0) {
      found.add('exceeded');
      const shown = there.slice(0, mostShown).map(nameOf);
      const args = { customer, day, total: `${decimalText(times(whole, 100))}%`, shown };
      yield assignmentProblems.exceeded(placeOf(row), args, about);
    }
  }
}

const aboutRows = (rows: readonly Assignment[]) => ({
  value: rows[0]?.customer_id ?? null,
  managers: [...new Set(rows.map(({ manager_id }) => manager_id))].sort(),
});
const placeOf = ({ source, row }: Assignment): Location => ({ file: source.file, sheet: source.sheet, row });
const nameOf = ({ source, row }: Assignment): string =>
  `${source.file}${source.sheet === null ? '' : `#${source.sheet}`}:${row}`;

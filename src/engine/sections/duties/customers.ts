/** Duties towards customers: large ones visited every month, their needs answered in time; and who was visited by several. */

import { addDays, firstDay } from '../../../model/calendar.ts';
import type { Missing } from '../../../model/judgement.ts';
import type { Hundredths } from '../../../model/money.ts';
import type { Row } from '../../../model/package.ts';
import type { SectionLine } from '../../../model/section-result.ts';
import type { DutyOf } from '../../../model/sections/duties.ts';
import { lackingFor } from '../../conditions/compare.ts';
import { missingCell, missingColumn } from '../../finding.ts';
import { type Doer, daysOf, type Judge, lineOf, recordsOf } from './duty.ts';
import { months, owedOf, shortBy } from './regular.ts';

const customerTitle = { zh: '客户号', en: 'customer id' };

/**
 * Every customer whose figure reaches the line, in every month owed. A visit that names no customer may have been to
 * any: where there are enough of them for all who are lacking, nobody can tell.
 */
export const everyCustomerMonth: Judge<DutyOf<'customer-month'>> = (spec, doer) => {
  const { branch, contexts } = doer;
  const times = branch.parameters.count(spec.times);
  const { value: line } = branch.parameters.amount(spec.customers['at-least']);
  const customers = customersOf(spec.customers.measure, doer);
  const large = customers.filter(({ value }) => value !== null && value >= line);
  const unclear = customers.filter(({ value }) => value === null);
  const spans = owedOf(months(doer), doer);
  const each = spans.map((span) => {
    const looked = recordsOf(spec, doer.records, span);
    const nameless = looked.filter(({ customer_id }) => !customer_id);
    const short = large
      .map(({ id, name }) => ({
        id,
        name,
        short: Math.max(0, times - daysOf(looked.filter(({ customer_id }) => customer_id === id))),
      }))
      .filter((customer) => customer.short > 0);
    const lacking = short.reduce((sum, customer) => sum + customer.short, 0);
    const isOpen = lacking > 0 && nameless.length >= lacking;
    return { span, looked, short, lacking, open: isOpen ? nameless : [] };
  });
  return {
    required: large.length * spans.length * times,
    done: each.reduce((sum, { lacking }) => sum + large.length * times - lacking, 0),
    lines: [
      ...each.flatMap(({ span, short, open }) =>
        short.map(({ id, name, short }) =>
          lineOf(
            spec,
            shortBy({ zh: `${span.name.zh} ${name || id}`, en: `${span.name.en} ${name || id}` }, short),
            open.length > 0 ? 'unknown' : 'unmet',
          ),
        ),
      ),
      ...(spans.length === 0 ? [] : unclear).map(
        ({ id, name }): SectionLine =>
          lineOf(spec, { zh: `${name || id} 存款不详`, en: `${name || id}: deposits not known` }, 'unknown'),
      ),
    ],
    looked: each.flatMap(({ looked }) => looked),
    missing: [
      ...each.flatMap(({ open }) => open.map((row) => lacks(row, doer))),
      ...(unclear.length > 0
        ? contexts.flatMap((context) => lackingFor([spec.customers.measure], context))
        : []),
    ],
  };
};

const lacks = (row: Row<'activities'>, { branch }: Doer): Missing =>
  branch.hasColumn('activities', row, 'customer_id')
    ? missingCell('customer_id', customerTitle)
    : missingColumn('activities', 'customer_id');

interface Customer {
  readonly id: string;
  readonly name: string;
  /** The year's figure on the books of all who are looked at; null: not known. */
  readonly value: Hundredths | null;
}

function customersOf(measure: string, { contexts }: Doer): Customer[] {
  const found = new Map<string, Customer>();
  for (const { measured } of contexts)
    for (const [id, name] of measured.customers) {
      const value = measured.customer(measure, 'year', id);
      const before = found.get(id);
      found.set(id, {
        id,
        name: before?.name || name,
        value: value === null || before?.value === null ? null : value + (before?.value ?? 0n),
      });
    }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Needs and complaints answered within so many days, the last of them included. Each is judged in the quarter in which it
 * was answered in time, or else its days ran out; whose days are not yet over by the period's end is not yet due.
 */
export const everyNeed: Judge<DutyOf<'need'>> = (spec, doer) => {
  const { branch } = doer;
  const days = branch.parameters.count(spec['answered-within']);
  const first = firstDay(branch.period);
  const raised = recordsOf(spec, doer.records).sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
  const judged = raised
    .map((row) => answerTo(row, addDays(row.date, days), branch.lastDay))
    .filter(({ settled }) => first <= settled);
  const due = judged.filter(({ settled }) => settled <= branch.lastDay);
  const open = due.filter(({ outcome }) => outcome !== 'met');
  const waiting = judged.length - due.length;
  const unclear = (row: Row<'activities'>): Missing =>
    branch.hasColumn('activities', row, 'answered_on')
      ? missingCell('answered_on', { zh: '答复日期', en: 'day of the answer' })
      : missingColumn('activities', 'answered_on');
  const isTold = ({ row }: Answer) => branch.hasColumn('activities', row, 'answered_on');
  const outcomeOf = (answer: Answer) => (isTold(answer) ? answer.outcome : 'unknown');
  return {
    required: due.length,
    done: due.length - open.length,
    lines: open.map((answer) => lineOf(spec, saidOf(answer), outcomeOf(answer), answer.row)),
    looked: due.map(({ row }) => row),
    missing: open.filter((answer) => outcomeOf(answer) === 'unknown').map(({ row }) => unclear(row)),
    notes:
      waiting > 0
        ? [
            {
              zh: `${spec.title.zh}：${waiting} 件尚未到期`,
              en: `${spec.title.en}: ${waiting} not yet due`,
            },
          ]
        : [],
  };
};

interface Answer {
  readonly row: Row<'activities'>;
  readonly due: string;
  /** The answer as known on the period's last day. */
  readonly answered: string | null;
  /** The day on which it is judged. */
  readonly settled: string;
  readonly outcome: 'met' | 'unmet' | 'unknown';
}

function answerTo(row: Row<'activities'>, due: string, lastDay: string): Answer {
  const answered = row.answered_on !== null && row.answered_on <= lastDay ? row.answered_on : null;
  // Answered before it was asked: one of the two days is wrong.
  if (answered !== null && answered < row.date)
    return { row, due, answered, settled: row.date, outcome: 'unknown' };
  const inTime = answered !== null && answered <= due;
  return { row, due, answered, settled: inTime ? answered : due, outcome: inTime ? 'met' : 'unmet' };
}

const saidOf = ({ row, due, answered }: Answer) => ({
  zh: `${row.date} 提出，应在 ${due} 前答复，${answered === null ? '未见答复' : `${answered} 答复`}`,
  en: `raised on ${row.date}, due by ${due}, ${answered === null ? 'no answer' : `answered on ${answered}`}`,
});

/** What was recorded in the quarter, with the customers of whom several people have a record. */
export const counted: Judge<DutyOf<'none'>> = (spec, { branch, records, allRecords }) => {
  const span = { first: firstDay(branch.period), last: branch.lastDay };
  const looked = recordsOf(spec, records, span);
  const from =
    spec['shared-at-least'] === undefined ? null : branch.parameters.count(spec['shared-at-least']);
  const people = new Map<string, Set<string>>();
  for (const { customer_id, manager_id } of recordsOf(spec, allRecords, span))
    if (customer_id) people.set(customer_id, (people.get(customer_id) ?? new Set()).add(manager_id));
  const customers = [...new Set(looked.flatMap(({ customer_id }) => customer_id || []))].sort();
  const nameless = looked.filter(({ customer_id }) => !customer_id).length;
  return {
    required: 0,
    done: looked.length,
    lines: customers.flatMap((customer) => {
      const who = [...(people.get(customer) ?? [])].sort();
      if (from === null || who.length < from) return [];
      return lineOf(
        spec,
        { zh: `${customer}：${who.join('、')}`, en: `${customer}: ${who.join(', ')}` },
        'not-applicable',
      );
    }),
    looked,
    notes:
      from === null || nameless === 0
        ? []
        : [
            {
              zh: `${spec.title.zh}：${nameless} 条没有客户号，不知是否重叠`,
              en: `${spec.title.en}: ${nameless} without a customer id, who may be shared`,
            },
          ],
  };
};

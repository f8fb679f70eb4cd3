/** Rules on the ledger of events: what happened within a span, admonitions that ran out, admonitions that were owed. */
import { addMonths, type Day, firstDay, shiftQuarter } from '../../model/calendar.ts';
import { countOf, theseRows } from '../../model/fact.ts';
import { metIf } from '../../model/outcome.ts';
import type { Row } from '../../model/package.ts';
import type { EventRole, PolicyFile } from '../../model/policy.ts';
import { same, type Text } from '../../model/text.ts';
import type { Branch, Context } from '../context.ts';
import { evidence } from '../finding.ts';
import { missingAppraisal, missingArchive } from '../past.ts';
import type { Evaluator } from './evaluator.ts';

type Event = Row<'events'>;

const titleOf = (kind: string, policy: PolicyFile): Text => policy['event-kinds'][kind]?.title ?? same(kind);

/** The kinds of event that play one of these parts. */
const kindsOf = (policy: PolicyFile, ...roles: readonly EventRole[]): string[] =>
  Object.entries(policy['event-kinds']).flatMap(([kind, { role }]) =>
    role !== undefined && roles.includes(role) ? kind : [],
  );

const eventEvidence = (events: readonly Event[], { policy }: Branch) =>
  events.map((event) => {
    const title = titleOf(event.kind, policy);
    return evidence('events', event, {
      zh: [event.date, title.zh, event.reference, event.note].filter(Boolean).join(' '),
      en: [event.date, title.en, event.reference, event.note].filter(Boolean).join(' '),
    });
  });

/** The first and last day of a span; `period` is the quarter at the interim stage and the year at the annual one. */
function spanOf(within: 'quarter' | 'period' | 'year' | 'last-year', branch: Branch): readonly [Day, Day] {
  const year = Number(branch.period.slice(0, 4));
  if (within === 'last-year') return [`${year - 1}-01-01`, `${year - 1}-12-31`];
  if (within === 'quarter' || (within === 'period' && branch.stage === 'interim'))
    return [firstDay(branch.period), branch.lastDay];
  return [`${year}-01-01`, branch.lastDay];
}

/** An event of one of the kinds lies within the span. */
export const event: Evaluator<'event'> = (spec, { branch, measured }) => {
  const [from, to] = spanOf(spec.within, branch);
  const found = measured.portfolio.events.filter(
    ({ kind, date }) => spec.kinds.includes(kind) && date >= from && date <= to,
  );
  const titles = spec.kinds.map((kind) => titleOf(kind, branch.policy));
  return {
    title: {
      zh: `${titles.map(({ zh }) => zh).join('、')}（${from} 至 ${to}）`,
      en: `${titles.map(({ en }) => en).join(', ')} (${from} to ${to})`,
    },
    by: { kind: 'event', kinds: spec.kinds, from, to },
    outcome: metIf(found.length > 0),
    observed: {
      quantity: countOf('events', found.length),
      origin: {
        kind: 'rows',
        title: { zh: '事件', en: 'Events' },
        rows: theseRows({ table: 'events', rows: found }),
      },
    },
    evidence: eventEvidence(found, branch),
  };
};

interface Admonition {
  readonly event: Event;
  /** The day on which the admonition has run out. */
  readonly runsOut: Day;
  /** The first lift on or after the admonition, which ends it. */
  readonly lifted: Event | null;
}

/** A manager's admonitions, oldest first. */
export function admonitionsOf(events: readonly Event[], months: number, policy: PolicyFile): Admonition[] {
  const [begins, ends] = [kindsOf(policy, 'admonition'), kindsOf(policy, 'lift')];
  const byDate = events.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return byDate
    .filter(({ kind }) => begins.includes(kind))
    .map((admonished) => ({
      event: admonished,
      runsOut: addMonths(admonished.date, months),
      lifted: byDate.find(({ kind, date }) => ends.includes(kind) && date >= admonished.date) ?? null,
    }));
}

/**
 * An admonition's period has run out by the quarter's last day without a lift in time. With `lift: ever` a later lift
 * clears it too; with `in-time` it does not.
 */
export const admonition: Evaluator<'admonition'> = (spec, { branch, measured }) => {
  const { lastDay: today, parameters, policy } = branch;
  const ranOut = admonitionsOf(measured.portfolio.events, parameters.count(spec.months), policy).filter(
    ({ runsOut, lifted }) =>
      runsOut <= today && (lifted === null || (spec.lift === 'in-time' && lifted.date > runsOut)),
  );
  return {
    title: { zh: '诫勉期满未解除', en: 'An admonition ran out without being lifted' },
    by: { kind: 'event', kinds: kindsOf(policy, 'admonition', 'lift'), from: null, to: today },
    outcome: metIf(ranOut.length > 0),
    evidence: eventEvidence(
      ranOut.map((each) => each.event),
      branch,
    ),
  };
};

/** An admonition was triggered last quarter, and since then neither an admonition nor an explanation was recorded. */
export const unansweredAdmonition: Evaluator<'unanswered-admonition'> = (spec, context) => {
  const answered = answers(context);
  const by = { kind: 'archive', period: previousPeriod(context.branch) } as const;
  if (answered.length > 0)
    return {
      by: answeredBy(context.branch),
      outcome: 'unmet',
      evidence: eventEvidence(answered, context.branch),
    };
  const { previous } = context.branch.past;
  if (!previous) return { by, outcome: 'unknown', missing: [missingArchive(by.period)] };
  if (previous.leftOut(context.manager.manager_id))
    return { by, outcome: 'unknown', missing: [missingAppraisal(previous)] };
  const owed = (previous.manager(context.manager.manager_id)?.warnings ?? []).filter(
    ({ level, outcome }) => level === spec.level && outcome === 'triggered',
  );
  return {
    by,
    outcome: metIf(owed.length > 0),
    notes: owed.map(({ rule }) => {
      const title = context.branch.policy.warnings.find((each) => each.rule === rule)?.title ?? same(rule);
      return {
        zh: `${previous.period} 触发：${title.zh}`,
        en: `triggered in ${previous.period}: ${title.en}`,
      };
    }),
  };
};

const previousPeriod = (branch: Branch) => shiftQuarter(branch.period, -1);

/** What answers an admonition, since the quarter that triggered it. */
const answeredBy = (branch: Branch) =>
  ({
    kind: 'event',
    kinds: kindsOf(branch.policy, 'admonition', 'explanation'),
    from: firstDay(branch.period),
    to: branch.lastDay,
  }) as const;

const answers = ({ branch, measured }: Context): Event[] => {
  const { kinds, from, to } = answeredBy(branch);
  return measured.portfolio.events.filter(
    ({ kind, date }) => kinds.includes(kind) && from <= date && date <= to,
  );
};
